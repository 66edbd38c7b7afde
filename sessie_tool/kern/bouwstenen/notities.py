"""notities: questions from the sjabloon with answers in Markdown, and loose notes."""

from typing import Annotated, ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId, Start
from sessie_tool.kern.bouwstenen.genummerd import find_numbered
from sessie_tool.kern.document import Alinea, Blok, Kop, Opmaak, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld


class Notitie(Record, frozen=True):
    """A question and its answer; a note without a question has only the answer."""

    ENKEL: ClassVar[str] = "notitie"
    MEERVOUD: ClassVar[str] = "notities"
    PER_STAP: ClassVar[bool] = True

    antwoord: Annotated[str, Veld("Antwoord", "tekst", "U mag opmaak gebruiken: **vet**, - lijst.", kolom=True)] = ""
    vraag: Annotated[str, Veld("Vraag", kolom=True)] = ""


class Notities(BouwsteenMetRecords, frozen=True):
    """Questions with answers."""

    TITEL: ClassVar[str] = "Notities"
    UITLEG: ClassVar[str] = (
        "Vragen met antwoorden. Typ #2 en uw tekst om vraag 2 te beantwoorden; zonder nummer is het een losse notitie."
    )
    VOORBEELD: ClassVar[str] = "#1 De groep wil vaker samen kijken naar de cijfers."
    ANTWOORDT: ClassVar[bool] = True
    RECORD: ClassVar[type[Record]] = Notitie

    records: tuple[Notitie, ...] = ()

    def start(self, start: Start, new_id: NewId) -> Self:
        """Begin with one empty answer for each question of the step."""
        return self.with_records(Notitie(id=new_id(), vraag=vraag) for vraag in start.vragen)

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#2 tekst' adds a paragraph to the answer of note 2; other lines are new notes."""
        record, erbij = find_numbered(regel, self.records, omgeving)
        if record is None:
            return super().apply_regel(regel, omgeving, nieuw_id)
        antwoord = "\n\n".join(deel for deel in (record.antwoord, erbij) if deel)
        nieuw = msgspec.structs.replace(record, antwoord=antwoord)
        return self.with_records(nieuw if old is record else old for old in self.records), nieuw

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Each question as a heading with its answer below; an unanswered one says so."""
        blokken: list[Blok] = []
        for record in self.printed():
            gevraagd = bool(record.vraag.strip())
            if gevraagd:
                blokken.append(Kop(2, tekst(record.vraag), record.id))
            if record.antwoord:
                blokken.append(Opmaak(record.antwoord, "" if gevraagd else record.id))
            elif gevraagd:
                blokken.append(Alinea(tekst("Geen antwoord opgeschreven.", cursief=True)))
        return tuple(blokken)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """The questions without an answer."""
        return tuple(
            f"Vraag zonder antwoord: {record.vraag}"
            for record in self.printed()
            if record.vraag and not record.antwoord
        )
