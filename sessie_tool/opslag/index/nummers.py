"""The numbers by which an index knows the session files."""

from collections.abc import Iterable
from typing import Any

from sessie_tool.opslag.uittreksel import Gelezen

MEESTE = 1 << 20
"""From here a file has no place in the number of a piece of text."""


class Nummers:
    """The numbers of the files: those that the index has, and new ones."""

    def __init__(self, rijen: Iterable[tuple[Any, ...]]) -> None:
        """Know the rows of the table."""
        self._bekend = {rij[1]: rij for rij in rijen}
        self._volgende = max((rij[0] for rij in self._bekend.values()), default=0) + 1
        self._nieuw: list[tuple[Any, ...]] = []

    def give(self, gelezen: Gelezen[Any]) -> tuple[int, list[int]]:
        """The number of a file, and the one that it had when it changed after it was looked at."""
        rij = self._bekend.get(gelezen.naam)
        if rij and rij[2:] == gelezen.kenmerk:
            return int(rij[0]), []
        nieuw = self._volgende
        if nieuw >= MEESTE:
            raise ValueError("te veel bestanden")
        self._volgende += 1
        self._nieuw.append((nieuw, gelezen.naam, *gelezen.kenmerk))
        return nieuw, [rij[0]] if rij else []

    def take_new(self) -> list[tuple[Any, ...]]:
        """The rows that must still be written."""
        nieuw, self._nieuw = self._nieuw, []
        return nieuw
