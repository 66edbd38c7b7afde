"""rode_draden: threads distilled from signals; a thread is a cluster with a title and an explanation."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.document import Alinea, Blok, Kop, Lijst, Opmaak, Punt, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import Veld


class RodeDraad(Record, frozen=True):
    """A thread and the signals that carry it."""

    ENKEL: ClassVar[str] = "rode draad"
    MEERVOUD: ClassVar[str] = "rode draden"

    titel: Annotated[str, Veld("Rode draad", hulp="Kort: waar gaat dit over?", kolom=True)] = ""
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat bindt deze signalen?")] = ""
    signalen: Annotated[
        tuple[str, ...],
        Veld("Signalen", "verwijzing", "Welke signalen dragen deze draad?", naar="signaal", merk="+", kolom=True),
    ] = ()
    opgaven: Annotated[
        tuple[str, ...], Veld("Opgave", "opgave", "Welke strategische opgave raakt dit?", merk="#", kolom=True)
    ] = ()


class RodeDraden(BouwsteenMetRecords, frozen=True):
    """Clusters of signals."""

    TITEL: ClassVar[str] = "Rode draden"
    UITLEG: ClassVar[str] = "Rode draden: bundel de signalen die bij elkaar horen. Met +3 hoort signaal 3 erbij."
    VOORBEELD: ClassVar[str] = "Het stroomnet bepaalt het tempo +1 +4 #groen"
    RECORD: ClassVar[type[Record]] = RodeDraad

    records: tuple[RodeDraad, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A heading per thread with its explanation, opgaven and signals; then the signals in no thread."""
        blokken: list[Blok] = []
        for record in self.records:
            if record.bereik == "verslag":
                blokken += _report_draad(record, omgeving)
        return (*blokken, *self._report_rest(omgeving))

    def unclustered(self, omgeving: Omgeving) -> Iterator[Record]:
        """The signals that carry no thread of this step."""
        used = {signaal for draad in self.records for signaal in draad.signalen}
        return (signaal for signaal in omgeving.of_type("signaal") if signaal.id not in used)

    def _report_rest(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        rest = [signaal.id for signaal in self.unclustered(omgeving) if signaal.bereik == "verslag"]
        if not rest or not self.printed():
            return ()
        kop = f"Niet ingedeeld: {format_aantal(len(rest), 'signaal', 'signalen')}"
        return (Kop(2, tekst(kop)), list_references(rest, omgeving))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """Threads without signals, signals without a thread."""
        gaten = list(super().missing(omgeving))
        gaten += [f"Rode draad zonder signalen: {d.titel}" for d in self.printed() if not d.signalen]
        rest = sum(1 for _ in self.unclustered(omgeving))
        if rest and self.records:
            gaten.append(f"{format_aantal(rest, 'signaal hoort', 'signalen horen')} nog niet bij een rode draad.")
        return tuple(gaten)


def assign(draden: RodeDraden, signalen: list[str], draad_id: str) -> RodeDraden:
    """Put signals into one thread and out of the others ("" for `draad_id`: out of all)."""
    moved = set(signalen)

    def change(draad: RodeDraad) -> RodeDraad:
        kept = tuple(one for one in draad.signalen if one not in moved)
        return msgspec.structs.replace(draad, signalen=(*kept, *signalen) if draad.id == draad_id else kept)

    return draden.with_records(change(draad) for draad in draden.records)


def _report_draad(record: RodeDraad, omgeving: Omgeving) -> list[Blok]:
    blokken: list[Blok] = [Kop(2, tekst(f"{omgeving.nummer(record.id)}. {record.titel}"), record.id)]
    if record.toelichting:
        blokken.append(Opmaak(record.toelichting))
    if record.opgaven:
        blokken.append(Alinea((*tekst("Opgave: ", vet=True), *tekst(", ".join(record.opgaven)))))
    signalen = [one for one in record.signalen if omgeving.is_printed(one)]
    if signalen:
        kop = f"Gedragen door {format_aantal(len(signalen), 'signaal', 'signalen')}:"
        blokken += [Alinea(tekst(kop)), list_references(signalen, omgeving)]
    return blokken


def list_references(ids: list[str], omgeving: Omgeving) -> Lijst:
    """A list of links to records, each with its number and text."""
    return Lijst(tuple(Punt((Alinea((Verwijzing(omgeving.noem(one), one),)),)) for one in ids))
