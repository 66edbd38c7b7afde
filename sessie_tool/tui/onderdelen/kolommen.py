"""Kolommen: how the width of a table of records is divided."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from rich.cells import cell_len

ONGEMETEN = (0, 0, 0)
"""The columns of a table that has no place on the screen yet: breaking its rows would be for nothing."""


class Rij(Protocol):
    """What of a row counts here."""

    @property
    def tekst(self) -> str:
        """Its text."""

    @property
    def kenmerken(self) -> str:
        """Its characteristics."""


def divide(breedte: int, wens: tuple[int, int, float], rijen: Sequence[Rij]) -> tuple[int, int, int]:
    """The width of number, text and characteristics; the last get their share, or what texts leave.

    Args:
        breedte: what there is.
        wens: the cells of the number, and the most cells and the largest share for the characteristics.
        rijen: what is to be shown.
    """
    nummer, meest, deel = wens
    nodig = 2 + _longest(map(cell_len, {rij.kenmerken for rij in rijen}))
    over = breedte - nummer - _longest(map(len, [rij.tekst for rij in rijen]))
    kenmerken = max(0, min(nodig, max(over, min(meest, int(breedte * deel)))))
    return nummer, max(8, breedte - nummer - kenmerken), kenmerken


def _longest(lengtes: Iterable[int]) -> int:
    return max(lengtes, default=0)
