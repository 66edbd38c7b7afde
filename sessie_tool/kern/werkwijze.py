"""Werkwijze: how the session was held: the time per step, the rules that held, and what was skipped."""

from sessie_tool.kern.document import Alinea, Blok, Inhoud, Kolom, Kop, Rij, Tabel, Verwijzing, tekst
from sessie_tool.kern.klok import is_done
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.tijdplan import real_minutes

_ONBEKEND = "–"


def report_werkwijze(sessie: Sessie) -> list[Blok]:
    """An appendix of a verslag; nothing when the session has no rules and its clock never ran."""
    met_regels = any(stap.regels for stap in sessie.stappen)
    if not met_regels and not _has_klok(sessie):
        return []
    kolommen = [Kolom("Stap", 2.2), Kolom("Gepland", 0.9), Kolom("Werkelijk", 0.9), Kolom("Regels", 5)]
    breed = len(kolommen) if met_regels else len(kolommen) - 1
    tabel = Tabel(
        kolommen=tuple(kolommen[:breed]),
        rijen=tuple(Rij(_cells(sessie, stap)[:breed]) for stap in sessie.stappen),
        bijschrift="De stappen, met de minuten" + (" en de regels" if met_regels else ""),
        beschrijving="Elke rij is een stap; de kolommen zijn de stap, de geplande en de werkelijke minuten"
        + (" en de regels die golden." if met_regels else "."),
    )
    zinnen = " ".join(filter(None, (_tell_order(sessie), _tell_time(sessie))))
    return [Kop(1, tekst("Werkwijze"), nummering="letter"), *([Alinea(tekst(zinnen))] if zinnen else []), tabel]


def _has_klok(sessie: Sessie) -> bool:
    return bool(sessie.verloop.sinds) or any(sessie.verloop.besteed.values())


def _cells(sessie: Sessie, stap: Stap) -> tuple[Inhoud, ...]:
    regels = "\n".join(f"{regel.rol}: {regel.tekst}" if regel.rol else regel.tekst for regel in stap.regels)
    naam: Inhoud = (Verwijzing(stap.titel, stap.id),)
    return (naam, tekst(_planned(sessie, stap)), tekst(_spent(sessie, stap)), tekst(regels or _ONBEKEND))


def _planned(sessie: Sessie, stap: Stap) -> str:
    """The minutes of the plan; a step without minutes is not part of the meeting."""
    if stap.minuten:
        return str(stap.minuten)
    eerder = sessie.stappen[: sessie.nummer(stap.id)]
    return "na afloop" if any(one.minuten for one in eerder) else "vooraf"


def _spent(sessie: Sessie, stap: Stap) -> str:
    if sessie.verloop.sinds and sessie.verloop.stap == stap.id:
        return "loopt nog"
    return str(real_minutes(sessie, stap) or _ONBEKEND)


def _tell_time(sessie: Sessie) -> str:
    """What all steps took together beside the plan, and the breaks, once the session is over."""
    if sessie.status not in ("afgerond", "vastgesteld"):
        return ""
    echt = sum(real_minutes(sessie, stap) for stap in sessie.stappen if stap.minuten)
    gepland = sum(stap.minuten for stap in sessie.stappen)
    pauze = round(sessie.verloop.pauze / 60)
    zin = f"De stappen duurden samen {format_aantal(echt, 'minuut', 'minuten')}; gepland was {gepland}." if echt else ""
    if not pauze:
        return zin
    return f"{zin} De pauzes duurden samen {format_aantal(pauze, 'minuut', 'minuten')} en tellen niet mee.".lstrip()


def _tell_order(sessie: Sessie) -> str:
    """Which steps were skipped, or else in which order all were done; "" when nobody can tell."""
    if sessie.status not in ("afgerond", "vastgesteld") or not _has_klok(sessie):
        return ""
    gepland = [stap for stap in sessie.stappen if stap.minuten]
    over = [f"'{stap.titel}'" for stap in gepland if not is_done(sessie.verloop, stap.id)]
    if over:
        return f"Overgeslagen, of zonder klok gedaan: {join_woorden(over)}."
    volgorde = [stap.id for stap in gepland]
    gedaan = [one for one in sessie.verloop.gedaan if one in volgorde]
    if len(gedaan) < len(volgorde):
        return "Alle stappen zijn gedaan."
    if gedaan == volgorde:
        return "Alle stappen zijn gedaan, in de volgorde van het sjabloon."
    return "Alle stappen zijn gedaan, in een andere volgorde dan in het sjabloon."
