"""Groeirijen: the rows of thousands of records, of which only those that changed are made anew."""

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not, ne
from typing import Any

from sessie_tool.kern.record import Record
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class Groeirijen:
    """Remembers the rows of a list, and what each was made from."""

    def __init__(self, make: Callable[..., Tabelrij]) -> None:
        """Make a row with `make`, from a record and what else counts for it."""
        self._make = make
        self._uit: tuple[Sequence[Any], ...] = ()
        self._rijen: list[Tabelrij] = []

    def grow(self, records: Sequence[Record], *erbij: Sequence[Any]) -> list[Tabelrij]:
        """The rows of these records; `erbij` has a column for each other thing that a row is made from."""
        eerder, self._uit = self._uit, (records, *erbij)
        rijen = self._rijen[: len(records)]
        for plek in self._find_changed(eerder):
            rijen[plek] = self._make_at(plek)
        rijen += map(self._make_at, range(len(rijen), len(records)))
        self._rijen = rijen
        return list(rijen)

    def _find_changed(self, eerder: tuple[Sequence[Any], ...]) -> set[int]:
        """The places at which something is not as before; of a record whether it is the same object is quickest."""
        paren = zip((is_not, *(ne for _ in eerder)), eerder, self._uit, strict=False)
        return {plek for anders, oud, nieuw in paren for plek in compress(count(), map(anders, oud, nieuw))}

    def _make_at(self, plek: int) -> Tabelrij:
        return self._make(*(kolom[plek] for kolom in self._uit))
