"""patronen: what comes back in more than one session, each pattern with its evidence."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.bundeling import Bundeling
from sessie_tool.kern.bouwstenen.opbrengsten import Opbrengst
from sessie_tool.kern.bouwstenen.rapport import kop_tekst, name_text
from sessie_tool.kern.document import Alinea, Blok, Inhoud, Kop, Lijst, Opmaak, Punt, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import Veld

_GROEPEN = {"vraag": "Vragen:", "advies": "Adviezen:", "oogst": "Oogst:", "": "Overig:"}
"""The kinds of evidence, in the order in which they are shown, with the words above them."""


class Patroon(Record, frozen=True):
    """Something that comes back, and the opbrengsten that show it."""

    ENKEL: ClassVar[str] = "patroon"
    MEERVOUD: ClassVar[str] = "patronen"

    titel: Annotated[str, Veld("Patroon", hulp="Kort: wat komt steeds terug?", kolom=True)] = ""
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat ziet u steeds terug, en waarom?")] = ""
    bewijs: Annotated[
        tuple[str, ...],
        Veld("Bewijs", "verwijzing", "Welke opbrengsten laten dit zien?", naar="opbrengst", merk="+", kolom=True),
    ] = ()
    wat_nu: Annotated[str, Veld("Wat nu", hulp="Wat vraagt dit van ons?", merk="?", loopt_door=True)] = ""


class Patronen(Bundeling, frozen=True):
    """Bundles of opbrengsten."""

    TITEL: ClassVar[str] = "Patronen"
    UITLEG: ClassVar[str] = (
        "Patronen: wat komt steeds terug? Met +3 laat opbrengst 3 dit patroon zien; na een ? staat wat we ermee doen."
    )
    VOORBEELD: ClassVar[str] = "Er wordt pas laat gekozen +1 +4 ?eerder samen om tafel"
    RECORD: ClassVar[type[Record]] = Patroon
    BUNDELT: ClassVar[dict[str, str]] = {"opbrengst": "bewijs"}
    INHOUD: ClassVar[tuple[str, str]] = ("opbrengst", "opbrengsten")

    records: tuple[Patroon, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Each pattern with its explanation and its evidence, then what is in no pattern."""
        blokken = [blok for one in self.printed() for blok in _report(one, omgeving)]
        rest = [one.id for one in self.unclustered(omgeving) if one.bereik == "verslag"]
        if blokken and rest:
            kop = f"In geen patroon: {format_aantal(len(rest), *self.INHOUD)}"
            blokken += [Kop(2, tekst(kop)), *_report_bewijs(rest, omgeving)]
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Patterns that nothing shows, opbrengsten without a pattern."""
        gaten = list(super().missing(omgeving))
        gaten += [f"Patroon zonder bewijs: {name_text(one.titel)}" for one in self.printed() if not one.bewijs]
        rest = sum(1 for _ in self.unclustered(omgeving))
        if rest and self.records:
            gaten.append(f"{format_aantal(rest, 'opbrengst hoort', 'opbrengsten horen')} nog niet bij een patroon.")
        return tuple(gaten)


def _report(patroon: Patroon, omgeving: Omgeving) -> list[Blok]:
    blokken: list[Blok] = [Kop(2, tekst(kop_tekst(patroon, omgeving)), patroon.id)]
    if patroon.toelichting:
        blokken.append(Opmaak(patroon.toelichting))
    blokken += _report_bewijs(patroon.bewijs, omgeving)
    if patroon.wat_nu:
        blokken.append(Alinea((*tekst("Wat nu: ", vet=True), *tekst(patroon.wat_nu))))
    return blokken


def _report_bewijs(ids: Iterable[str], omgeving: Omgeving) -> list[Blok]:
    """The evidence that may be shown: the questions, the advice, the oogst, each with whose it is and from where."""
    found = [one for one in map(omgeving.records.get, ids) if isinstance(one, Opbrengst) and one.bereik == "verslag"]
    blokken: list[Blok] = []
    for aard, kop in _GROEPEN.items():
        punten = tuple(Punt((Alinea(_noem(one, omgeving)),)) for one in found if one.aard == aard)
        blokken += [Alinea(tekst(kop, vet=True)), Lijst(punten)] if punten else []
    return blokken


def _noem(opbrengst: Opbrengst, omgeving: Omgeving) -> Inhoud:
    herkomst = ", ".join(deel for deel in (opbrengst.van, opbrengst.uit) if deel)
    link = Verwijzing(omgeving.noem(opbrengst.id), opbrengst.id)
    return (link, *tekst(f" ({herkomst})" if herkomst else ""))
