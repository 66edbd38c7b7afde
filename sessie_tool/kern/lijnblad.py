"""Lijnblad: one lijn as a Document to read: its wording per year side by side, what changed, its story."""

from collections.abc import Iterable
from itertools import pairwise

from sessie_tool.kern.document import Alinea, Blok, Document, Inhoud, Kolom, Kop, Rij, Tabel, lijst, tekst
from sessie_tool.kern.gelijkenis_woorden import Woorden, read_tekst
from sessie_tool.kern.lijnen import Lijn, Vergelijking
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.vergelijking import describe_cel, describe_gewicht, report_jaar, report_signalen
from sessie_tool.kern.verhaal import Verhaal

NAAST_ELKAAR = 4
"""So many years stand beside each other; more come in a next table."""


def make_lijnblad(lijn: Lijn, vergelijking: Vergelijking, verhaal: Verhaal) -> Document:
    """Everything about one lijn."""
    blokken: list[Blok] = [*_report_naast_elkaar(lijn), *_report_veranderd(lijn)]
    for jaar in lijn.staten:
        blokken += report_jaar(lijn, jaar, verhaal, vergelijking, niveau=1)
    blokken += [Kop(1, tekst("De signalen")), *report_signalen(lijn, verhaal)]
    opgaven = f"Opgaven: {join_woorden(lijn.opgaven)}" if lijn.opgaven else ""
    return Document(titel=lijn.titel or "(zonder titel)", ondertitel=opgaven, blokken=tuple(blokken))


def _report_naast_elkaar(lijn: Lijn) -> list[Blok]:
    jaren = sorted(lijn.gewichten)
    return [
        Kop(1, tekst("De woorden van elk jaar")),
        *(_table(lijn, jaren[plaats : plaats + NAAST_ELKAAR]) for plaats in range(0, len(jaren), NAAST_ELKAAR)),
    ]


def _table(lijn: Lijn, jaren: list[int]) -> Tabel:
    """A column per year, a row per part of the wording."""
    delen = {
        "Staat": [tekst(describe_cel(lijn, jaar)) for jaar in jaren],
        "Titel": [_join(lijn, jaar, "titel") for jaar in jaren],
        "Toelichting": [_join(lijn, jaar, "toelichting") for jaar in jaren],
    }
    return Tabel(
        kolommen=(Kolom("Wat", 2), *(Kolom(str(jaar), 3) for jaar in jaren)),
        rijen=tuple(Rij((tekst(naam, vet=True), *cellen)) for naam, cellen in delen.items()),
        bijschrift="Hoe de draad in elk jaar werd verwoord",
    )


def _join(lijn: Lijn, jaar: int, veld: str) -> Inhoud:
    return tekst(" / ".join(filter(None, (getattr(draad, veld).strip() for draad in lijn.of_year(jaar)))))


def _report_veranderd(lijn: Lijn) -> list[Blok]:
    """What is different from the year before, sentence by sentence."""
    blokken: list[Blok] = []
    for eerder, later in pairwise(sorted(lijn.gewichten)):
        zinnen = list(_describe_verschil(lijn, eerder, later)) or ["Niets in de woorden."]
        blokken += [Alinea(tekst(f"Van {eerder} naar {later}:", vet=True)), lijst(zinnen)]
    return [Kop(1, tekst("Wat veranderde")), *blokken] if blokken else []


def _describe_verschil(lijn: Lijn, eerder: int, later: int) -> list[str]:
    toen, nu = lijn.of_year(eerder), lijn.of_year(later)
    oud, nieuw = _words(lijn, eerder), _words(lijn, later)
    opgaven_toen = {opgave for draad in toen for opgave in draad.opgaven}
    opgaven_nu = {opgave for draad in nu for opgave in draad.opgaven}
    zinnen = [
        f"Gewicht: van {describe_gewicht(lijn, eerder)} naar {describe_gewicht(lijn, later)}.",
        f"{len(toen)} draden kwamen samen." if len(nu) < len(toen) else "",
        f"De draad splitste in {len(nu)} draden." if len(nu) > len(toen) else "",
        _list("Opgave erbij", opgaven_nu - opgaven_toen),
        _list("Opgave eraf", opgaven_toen - opgaven_nu),
        _list("Nieuwe woorden", (nieuw[one] for one in nieuw.keys() - oud.keys())),
        _list("Woorden die weg zijn", (oud[one] for one in oud.keys() - nieuw.keys())),
    ]
    return [zin for zin in zinnen if zin]


def _words(lijn: Lijn, jaar: int) -> dict[str, str]:
    """The words that say something, in the wording of a year: without capitals and accents → as they were typed."""
    draden = lijn.of_year(jaar)
    teksten = [read_tekst(Woorden(one.id, lijn.id, one.titel, one.toelichting)).vormen for one in draden]
    return {vorm: getypt for vormen in teksten for vorm, getypt in vormen.items()}


def _list(label: str, delen: Iterable[str]) -> str:
    rij = sorted(delen, key=str.casefold)
    return f"{label}: {', '.join(rij)}." if rij else ""
