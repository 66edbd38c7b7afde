"""Recordrijen: the rows of the records of a step, as most lists show them."""

from collections.abc import Sequence
from functools import lru_cache

from sessie_tool.kern.omgeving import Omgeving, format_plaats
from sessie_tool.kern.record import Record
from sessie_tool.tui.onderdelen.groeirijen import Groeirijen
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.weergave import format_kenmerken, stands_alone


class Recordrijen:
    """Makes the rows of one list; what is like before keeps its row, so that thousands are quick."""

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self._alleen = Groeirijen(_known_row)

    def make(self, records: Sequence[Record], omgeving: Omgeving) -> Sequence[Tabelrij]:
        """The rows of these records."""
        if all(map(stands_alone, {type(one) for one in records})):
            nummers = omgeving.nummers
            return self._alleen.grow(records, [nummers[one.id] for one in records])
        return [make_row(record, omgeving) for record in records]


def make_row(record: Record, omgeving: Omgeving) -> Tabelrij:
    """The row of a record; one that is like before is the same row."""
    if stands_alone(type(record)):
        return _known_row(record, omgeving.nummers[record.id])
    return Tabelrij(record.id, omgeving.nummer(record.id), record.hoofdtekst, format_kenmerken(record, omgeving))


@lru_cache(10_000)
def _known_row(record: Record, plaats: int) -> Tabelrij:
    nummer = format_plaats(type(record), plaats)
    return Tabelrij(record.id, nummer, record.toontekst, format_kenmerken(record, Omgeving()))
