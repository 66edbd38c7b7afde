"""Sessie → Document: the minutes. Complete at any moment: what is not there yet is listed, nothing is left out."""

from collections.abc import Callable

from sessie_tool.kern.aanwezigen import show_aanwezigen
from sessie_tool.kern.bijlagen import report_bijlagen
from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Document,
    Inhoud,
    Inhoudsopgave,
    Kop,
    Lijst,
    Opmaak,
    Punt,
    lijst,
    tekst,
)
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.parkeerplaats import describe_geparkeerd
from sessie_tool.kern.sessie import Sessie, Stap, environment
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.verwijzen import make_wijzer
from sessie_tool.kern.werkwijze import report_werkwijze

DEELNEMERS, GEGEVENS = "de deelnemers", "de gegevens"
"""Where something can be missing beside the steps; the id of a step has no space."""

CONCEPT_ZIN = {
    "voorbereiding": "Concept van {datum}. De sessie is in voorbereiding.",
    "lopend": "Concept van {datum}. De sessie loopt nog.",
    "afgerond": "Concept van {datum}, nog niet vastgesteld.",
}


def make_verslag(
    sessie: Sessie,
    moment: str,
    opgaven: tuple[str, ...] = (),
    aanwezigen: Callable[[Sessie], list[Blok]] = show_aanwezigen,
) -> Document:
    """The minutes of a session as a Document.

    Args:
        sessie: any session, in any state.
        moment: ISO moment at which the verslag is made; its date stands in the status line.
        opgaven: the werkmap's list.
        aanwezigen: shows who was there, by name or not.
    """
    omgeving = environment(sessie, opgaven)
    eerst = [blok for stap in sessie.stappen for blok in stap.bouwsteen.lead(omgeving)]
    blokken = [*_head(sessie, moment), Inhoudsopgave(), *eerst, *aanwezigen(sessie)]
    for stap in sessie.stappen:
        blokken += _report_stap(stap, omgeving)
    blokken += _parkeerplaats(sessie) + _niet_geplaatst(sessie) + _missing(sessie, omgeving)
    blokken += report_bijlagen(sessie, omgeving) + report_werkwijze(sessie)
    return Document(
        titel=sessie.titel,
        ondertitel=f"Verslag van {format_datum(sessie.datum)}",
        onderwerp=f"Verslag {sessie.soort}",
        moment=moment,
        blokken=tuple(blokken),
        bron_id=sessie.id,
        datum=format_datum(sessie.datum),
        plaats=sessie.plaats,
        wijzer=make_wijzer(sessie, omgeving),
    )


def left_out(sessie: Sessie) -> int:
    """How many records and participants stay out of the verslag because they are the facilitator's own."""
    omgeving = environment(sessie)
    eigen = sum(deelnemer.bereik != "verslag" for deelnemer in sessie.deelnemers)
    eigen += sum(een.bereik != "verslag" for een in sessie.parkeerplaats)
    return eigen + sum(stap.bouwsteen.left_out(omgeving) for stap in sessie.stappen)


def list_missing(sessie: Sessie, omgeving: Omgeving) -> list[tuple[str, str]]:
    """What a secretary still has to fill in: pairs of (id of the step, DEELNEMERS or GEGEVENS, Dutch sentence)."""
    gaten = [] if sessie.deelnemers else [(DEELNEMERS, "Er zijn geen deelnemers opgeschreven.")]
    gaten += [] if sessie.plaats else [(GEGEVENS, "De plaats is niet ingevuld.")]
    gaten += [(GEGEVENS, "Onder 'Niet geplaatst' staat nog tekst die een plek zoekt.")] if sessie.niet_geplaatst else []
    return gaten + [(stap.id, gat) for stap in sessie.stappen for gat in stap.bouwsteen.missing(omgeving)]


def _labelled(label: str, inhoud: str) -> Alinea:
    return Alinea((*tekst(f"{label}: ", vet=True), *tekst(inhoud)))


def _head(sessie: Sessie, moment: str) -> list[Blok]:
    regels = [
        ("Aanleiding", sessie.aanleiding),
        ("Datum", format_datum(sessie.datum)),
        ("Plaats", sessie.plaats),
        ("Strategische opgave", ", ".join(sessie.opgaven)),
    ]
    return [
        Alinea(tekst(tell_status(sessie, moment)), "status"),
        *(_labelled(label, waarde) for label, waarde in regels if waarde),
    ]


def tell_status(sessie: Sessie, moment: str) -> str:
    """Whether the verslag is a concept, or when and by whom it was vastgesteld."""
    gemaakt = format_datum(moment[:10])
    if sessie.status != "vastgesteld":
        return CONCEPT_ZIN[sessie.status].format(datum=gemaakt)
    vast = sessie.vaststelling
    if vast is None:
        return f"Vastgesteld. Dit bestand is gemaakt op {gemaakt}."
    return f"Vastgesteld op {format_datum(vast.datum)}{f' door {vast.door}' if vast.door else ''}."


def _report_stap(stap: Stap, omgeving: Omgeving) -> list[Blok]:
    """What was asked and what came out."""
    blokken: list[Blok] = [Kop(1, tekst(stap.titel), stap.id, "cijfer")]
    if stap.doel:
        blokken.append(_labelled("Doel", stap.doel))
    uitkomst = stap.bouwsteen.report(omgeving)
    if stap.vragen and not stap.bouwsteen.ANTWOORDT:
        blokken += [Alinea(tekst("Gevraagd:", vet=True)), lijst(list(stap.vragen))]
    if not uitkomst:
        zin = "Hier is niets opgeschreven." if stap.bouwsteen.missing(omgeving) else "Geen bijzonderheden."
        uitkomst = (Alinea(tekst(zin, cursief=True)),)
    return blokken + list(uitkomst)


def _parkeerplaats(sessie: Sessie) -> list[Blok]:
    regels = [describe_geparkeerd(een) for een in sessie.parkeerplaats if een.bereik == "verslag"]
    if not regels:
        return []
    return [Kop(1, tekst("Parkeerplaats")), Alinea(tekst("Hiervoor was nu geen tijd:")), lijst(regels)]


def _niet_geplaatst(sessie: Sessie) -> list[Blok]:
    if not sessie.niet_geplaatst:
        return []
    return [Kop(1, tekst("Niet geplaatst")), Opmaak(sessie.niet_geplaatst)]


def _missing(sessie: Sessie, omgeving: Omgeving) -> list[Blok]:
    """What is still open, for as long as the verslag is not vastgesteld."""
    gaten = [gat for _, gat in list_missing(sessie, omgeving)]
    if sessie.status == "vastgesteld" or not gaten:
        return []
    kop: Inhoud = tekst("Dit ontbreekt nog in het verslag:")
    punten = tuple(Punt((Alinea(tekst(gat)),)) for gat in gaten)
    return [Kop(1, tekst("Nog aan te vullen")), Alinea(kop), Lijst(punten)]
