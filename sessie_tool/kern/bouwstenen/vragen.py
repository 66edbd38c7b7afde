"""vragen: lettered questions, for instance for the Board, with the threads they rest on."""

from typing import Annotated, ClassVar

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.rapport import show_waarde
from sessie_tool.kern.document import Alinea, Blok, Lijst, Opmaak, Punt, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld, velden


class Vraag(Record, frozen=True):
    """A question; people call it by its letter."""

    ENKEL: ClassVar[str] = "vraag"
    MEERVOUD: ClassVar[str] = "vragen"
    NUMMERING = "letter"

    vraag: Annotated[str, Veld("Vraag", kolom=True)] = ""
    draden: Annotated[
        tuple[str, ...],
        Veld("Rust op", "verwijzing", "Op welke rode draden rust deze vraag?", naar="rode_draad", merk="+", kolom=True),
    ] = ()
    toelichting: Annotated[str, Veld("Toelichting", "tekst", "Wat moet de lezer weten om te antwoorden?")] = ""


class Vragen(BouwsteenMetRecords, frozen=True):
    """A lettered list of questions."""

    TITEL: ClassVar[str] = "Vragen"
    UITLEG: ClassVar[str] = "Vragen, met letters a, b, … Met +2 rust de vraag op rode draad 2."
    VOORBEELD: ClassVar[str] = "Welke wijken gaan voor als het stroomnet vol is? +1"
    RECORD: ClassVar[type[Record]] = Vraag

    records: tuple[Vraag, ...] = ()

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A lettered list; below each question the threads it rests on and its explanation.

        The letters of the list are the letters people use, so a question outside the verslag keeps its place.
        """
        punten = tuple(_report(record, omgeving) for record in self.records)
        return (Lijst(punten, "letter"),) if self.printed() else ()


def _report(record: Vraag, omgeving: Omgeving) -> Punt:
    if record.bereik != "verslag":
        return Punt((Alinea(tekst("(niet in dit verslag)", cursief=True)),))
    blokken: list[Blok] = [Alinea(tekst(record.vraag if record.vraag.strip() else "(nog zonder tekst)"))]
    grond = show_waarde(velden(Vraag)["draden"], record.draden, omgeving)
    if grond:
        blokken.append(Alinea((*tekst("Rust op: "), *grond)))
    if record.toelichting:
        blokken.append(Opmaak(record.toelichting))
    return Punt(tuple(blokken), anker=record.id)
