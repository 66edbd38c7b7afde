"""checklist: what must be ready, mostly before the session begins; each item is done or not."""

from typing import Annotated, ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.genummerd import find_numbered, require_number
from sessie_tool.kern.bouwstenen.rapport import name_text
from sessie_tool.kern.document import Alinea, Blok, Lijst, Punt, tekst
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Controlepunt(Record, frozen=True):
    """One thing that must be ready."""

    ENKEL: ClassVar[str] = "controlepunt"
    MEERVOUD: ClassVar[str] = "controlepunten"
    PER_STAP: ClassVar[bool] = True

    tekst: Annotated[str, Veld("Controlepunt", hulp="Wat moet er klaar zijn?", kolom=True)] = ""
    gedaan: Annotated[bool, Veld("Gedaan", "janee", "Is dit klaar?", merk="!", kolom=True)] = False
    wie: Annotated[str, Veld("Wie", "deelnemer", "Wie zorgt hiervoor?", merk="@", kolom=True)] = ""


class Checklist(BouwsteenMetRecords, frozen=True):
    """A list of what must be ready; it begins with the questions of the step."""

    TITEL: ClassVar[str] = "Checklist"
    UITLEG: ClassVar[str] = (
        "Wat moet klaar zijn? Typ #2 !ja als punt 2 gedaan is, en #2 !nee als het toch niet zo is. "
        "Een regel zonder nummer is een nieuw punt."
    )
    VOORBEELD: ClassVar[str] = "De zaal is geregeld @Jansen"
    ANTWOORDT: ClassVar[bool] = True
    RECORD: ClassVar[type[Record]] = Controlepunt

    records: tuple[Controlepunt, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with an item for each question of the step."""
        return self.with_records(Controlepunt(id=new_id(), tekst=vraag) for vraag in start.vragen)

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#2 !ja' ticks item 2; what else stands there is added to it. A line without a mark is a new item."""
        old, rest = find_numbered(regel, self.records, omgeving)
        waarden = parse_waarden(Controlepunt, rest, omgeving) if old else {}
        erbij = waarden.pop("tekst", "")
        if old is None or not waarden:
            require_number(regel, Controlepunt, omgeving)
            return super().apply_regel(regel, omgeving, nieuw_id)
        punt = " ".join(deel for deel in (old.tekst, erbij) if deel)
        nieuw = msgspec.structs.replace(old, **waarden | {"tekst": punt})
        return self.with_records(nieuw if one is old else one for one in self.records), nieuw

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """What is done, then what is not."""
        blokken: list[Blok] = []
        for kop, gedaan in (("Gedaan:", True), ("Niet gedaan:", False)):
            punten = tuple(_report(one) for one in self.printed() if one.gedaan is gedaan)
            blokken += [Alinea(tekst(kop, vet=True)), Lijst(punten)] if punten else []
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """What is not done."""
        open_punten = (one for one in self.printed() if not one.gedaan)
        return (*super().missing(omgeving), *(f"Nog niet gedaan: {_noem(one)}" for one in open_punten))


def _noem(punt: Controlepunt) -> str:
    return f"{name_text(punt.tekst)} ({punt.wie})" if punt.wie else name_text(punt.tekst)


def _report(punt: Controlepunt) -> Punt:
    return Punt((Alinea(tekst(_noem(punt))),), anker=punt.id)
