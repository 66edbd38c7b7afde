"""What comes back in a later session about the same subject: pilots, and the barrières and lessen of pilots."""

from collections.abc import Callable, Iterable
from typing import ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.genummerd import find_numbered, require_number
from sessie_tool.kern.bouwstenen.kader import Kader
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.omgeving import Omgeving, references
from sessie_tool.kern.record import Overname, Record


class Terugkerend(Record, frozen=True):
    """A record that may be said in one session and changed in a later one.

    Attributes:
        eerste: its id where it was said first; "" for that first one.
    """

    eerste: str = ""

    @property
    def is_klaar(self) -> bool:
        """Whether it need not come back."""
        return False


class Terugkerenden(BouwsteenMetRecords, frozen=True):
    """A kind whose records come back when the later session is about the same opgave or names the area of the pilot."""

    RECORD: ClassVar[type[Record]] = Terugkerend

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """The records of the earlier session, with where they were said first."""
        for een in bron.records.values():
            if isinstance(een, Terugkerend) and type(een) is self.RECORD:
                yield msgspec.structs.replace(een, overgenomen=overname(een), eerste=een.eerste or een.id)

    def is_about(self, record: Record, bron: Omgeving, kader: Kader) -> bool:
        """The same opgave, or an area that the new session names; without opgaven on one side everything is."""
        eerder = frozenset(record.overgenomen.opgaven if record.overgenomen else ())
        if not eerder or not kader.opgaven or not eerder.isdisjoint(kader.opgaven):
            return True
        woorden = kader.woorden.casefold()
        return any(gebied.casefold() in woorden for gebied in _areas(record, bron))

    def take_in(self, records: Iterable[Record]) -> Self:
        """Of what more sessions hold, only the newest; what is klaar stays where it was."""
        nieuwste: dict[str, Record] = {}
        for een in records:
            nieuwste[een.eerste if isinstance(een, Terugkerend) else een.id] = een
        terug = (een for een in nieuwste.values() if not (isinstance(een, Terugkerend) and een.is_klaar))
        return self.with_records((*self.records, *terug))

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """'#2 !afbouw' changes record 2; a line without a mark, or without a number, is a new record."""
        old, rest = find_numbered(regel, self.records, omgeving)
        waarden = parse_waarden(type(old), rest, omgeving) if old else {}
        erbij = waarden.pop(self.RECORD.hoofdveld(), "")
        if old is None or not waarden:
            require_number(regel, self.RECORD, omgeving)
            return super().apply_regel(regel, omgeving, nieuw_id)
        kop = old.hoofdveld()
        nieuw = msgspec.structs.replace(old, **waarden | {kop: f"{old.hoofdtekst} {erbij}".strip()})
        return self.with_records(nieuw if een is old else een for een in self.records), nieuw


def _areas(record: Record, bron: Omgeving) -> Iterable[str]:
    """The area of a pilot, or of the pilots that something is about."""
    for een in (record, *(bron.records[ref] for ref in references(record) if ref in bron.records)):
        gebied = str(getattr(een, "gebied", "")).strip()
        if gebied:
            yield gebied
