"""The part of a verslag about an afweging: the choice and its reason lead, the scores stand beside it."""

from collections.abc import Iterable, Mapping, Sequence

from sessie_tool.kern.bouwstenen.criteria import describe_deel, report_ankers
from sessie_tool.kern.bouwstenen.keuze import Keuze, name_gekozen
from sessie_tool.kern.bouwstenen.opties import Optie
from sessie_tool.kern.bouwstenen.weegzinnen import (
    STEUN,
    describe_dominance,
    describe_flips,
    describe_gewichten,
    describe_goals,
    describe_hindered,
    describe_keuze,
    describe_lacking,
    describe_ruled_out,
    describe_sureness,
    format_gemiddelde,
)
from sessie_tool.kern.bouwstenen.weging import Plaats, Score, Weging
from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Figuur,
    Inhoud,
    Kolom,
    Kop,
    Lijst,
    Punt,
    Rij,
    Tabel,
    Verwijzing,
    lijst,
    tekst,
)
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.tekening import Meting, Reeks, Staven


def report_weging(weging: Weging, scores: Sequence[Score], vast: Mapping[str, int]) -> tuple[Blok, ...]:
    """Choice and reason; ranking, flips and sureness; what is ruled out; goals; then all scores with their whys.

    Args:
        weging: what is printed.
        scores: the scores to print, each with its why.
        vast: the weights at the first score.
    """
    ankers = report_ankers(weging.criteria, weging.omgeving)
    if not weging.opties or not weging.criteria or not scores:
        return ankers
    delen = [
        _report_keuze(weging),
        _report_rangorde(weging),
        _report_zinnen("Waar kantelt de uitslag?", describe_flips(weging)),
        _report_zinnen("Hoe zeker is de eerste plaats?", describe_sureness(weging)),
        _report_zinnen("Opties die afvallen", describe_ruled_out(weging)),
        _report_zinnen("Opties met een knelpunt", describe_hindered(weging)),
        _report_zinnen("Opties die meer doelen tegelijk dienen", describe_goals(weging)),
        _report_scores(weging, scores, vast),
    ]
    return (*(blok for deel in delen for blok in deel), *ankers)


def _report_zinnen(kop: str, zinnen: Iterable[str]) -> list[Blok]:
    """A heading with sentences; nothing when there are none."""
    found = list(zinnen)
    return [Kop(2, tekst(kop)), lijst(found)] if found else []


def _report_keuze(weging: Weging) -> list[Blok]:
    omgeving = weging.omgeving
    blokken: list[Blok] = [Kop(2, tekst("De keuze naast de scores"))]
    keuzes = [one for one in omgeving.of_type("keuze") if isinstance(one, Keuze) and one.bereik == "verslag"]
    for keuze in keuzes:
        naam = name_gekozen(keuze, omgeving)
        gekozen = (Verwijzing(naam, keuze.id),) if naam else tekst("nog niet opgeschreven welke optie")
        reden = "De reden staat bij de keuze." if keuze.waarom.strip() else "De reden ontbreekt nog."
        blokken += [Alinea((*tekst("Gekozen: ", vet=True), *gekozen)), Alinea(tekst(reden))]
        naast_de_score = describe_keuze(keuze, weging)
        blokken += [Alinea(tekst(naast_de_score))] if naast_de_score else []
    if not keuzes:
        blokken.append(Alinea(tekst("Er is nog geen keuze opgeschreven.")))
    return [*blokken, Alinea(tekst(STEUN, cursief=True))]


def _report_rangorde(weging: Weging) -> list[Blok]:
    places = weging.places()
    blokken: list[Blok] = [Kop(2, tekst("De uitslag van de scores"))]
    if places:
        blokken += [_draw(places, weging), _table_rangorde(places, weging)]
    zinnen = [*describe_lacking(weging), *describe_dominance(weging)]
    return blokken + ([lijst(zinnen)] if zinnen else [])


def _link(optie: Optie, omgeving: Omgeving) -> Inhoud:
    return (Verwijzing(omgeving.noem(optie.id), optie.id),)


def _table_rangorde(places: Sequence[Plaats], weging: Weging) -> Tabel:
    rijen = [(tekst(str(one.nummer)), one.optie, tekst(format_gemiddelde(one.gemiddelde))) for one in places]
    rijen += [(tekst("–"), one, tekst("geen totaal")) for one in weging.without_total()]
    rijen += [(tekst("–"), one, tekst("valt af")) for one in weging.opties if one.valt_af]
    return Tabel(
        kolommen=(
            Kolom("Plaats", 1),
            Kolom("Optie", 4),
            Kolom("Gewogen gemiddelde", 1.6),
            Kolom("Schaal", 1.4),
            Kolom("Tempo", 1.8),
        ),
        rijen=tuple(
            Rij((plaats, _link(one, weging.omgeving), cijfer, tekst(one.schaal), tekst(one.tempo)))
            for plaats, one, cijfer in rijen
        ),
        bijschrift="Rangorde op het gewogen gemiddelde, van 0 tot en met 4",
        beschrijving="Elke rij is een optie, de hoogste eerst; de kolommen zijn plaats, optie, gewogen gemiddelde van "
        "de scores, schaal en tempo. Opties zonder totaal en opties die afvallen staan onderaan.",
    )


def _draw(places: Sequence[Plaats], weging: Weging) -> Figuur:
    labels = tuple(weging.omgeving.noem(one.optie.id) for one in places)
    metingen = tuple(Meting(float(one.gemiddelde), format_gemiddelde(one.gemiddelde)) for one in places)
    delen = [f"optie {weging.letter(one.optie)} {format_gemiddelde(one.gemiddelde)}" for one in places]
    return Figuur(
        Staven(labels, (Reeks("Gewogen gemiddelde", metingen),), 4),
        f"Staven met het gewogen gemiddelde per optie, van 0 tot en met 4, de hoogste eerst: {join_woorden(delen)}.",
        "Gewogen gemiddelde per optie",
    )


def _report_scores(weging: Weging, scores: Sequence[Score], vast: Mapping[str, int]) -> list[Blok]:
    blokken: list[Blok] = [Kop(2, tekst("Alle scores en waarom")), _table_scores(weging)]
    blokken += [Alinea(tekst(zin)) for zin in describe_gewichten(weging, vast)]
    return [*blokken, Alinea(tekst("Waarom deze scores:", vet=True)), Lijst(_whys(scores, weging))]


def _table_scores(weging: Weging) -> Tabel:
    kop = [
        f"{weging.omgeving.noem(one.id)} ({'nog geen gewicht' if one.gewicht is None else f'gewicht {one.gewicht}'})"
        for one in weging.criteria
    ]
    rijen = [
        Rij(
            (
                (*_link(optie, weging.omgeving), *tekst(" (valt af)" if optie.valt_af else "")),
                *(tekst(_cel(weging.waarde(optie, criterium))) for criterium in weging.criteria),
            )
        )
        for optie in weging.opties
    ]
    delen = [
        f"criterium {weging.omgeving.nummer(one.id)}: {describe_deel(one.gewicht or 0, weging.criteria)}"
        for one in weging.criteria
    ]
    return Tabel(
        kolommen=(Kolom("Optie", 2.4), *(Kolom(titel, 1.5) for titel in kop)),
        rijen=tuple(rijen),
        bijschrift=f"Scores per optie en criterium (aandeel van het gewicht: {', '.join(delen)})",
        beschrijving="Elke rij is een optie, elke kolom een criterium met zijn gewicht; in elke cel staat de score van "
        "0 tot en met 4, of dat die ontbreekt.",
    )


def _cel(waarde: int | None) -> str:
    return "ontbreekt" if waarde is None else str(waarde)


def _whys(scores: Sequence[Score], weging: Weging) -> tuple[Punt, ...]:
    """A line per score with its why, in the order of the table."""
    nummers = weging.omgeving.nummers
    ordered = sorted(scores, key=lambda one: (nummers[one.optie], nummers[one.criterium]))
    return tuple(Punt((Alinea(_why(one, weging.omgeving)),), anker=one.id) for one in ordered)


def _why(score: Score, omgeving: Omgeving) -> Inhoud:
    cijfer = "score ontbreekt" if score.waarde is None else f"score {score.waarde}"
    plek = f"Optie {omgeving.nummer(score.optie)}, criterium {omgeving.nummer(score.criterium)}, {cijfer}: "
    waarom = score.waarom if score.waarom.strip() else "geen reden opgeschreven."
    return (*tekst(plek, vet=True), *tekst(waarom))
