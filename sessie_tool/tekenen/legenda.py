"""What a reeks looks like beside its colour, a pattern in a bar and a mark on a line, and the list that explains it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sessie_tool.tekenen.doek import BREEDTE, TEKST, Doek, measure, wrap
from sessie_tool.tekenen.kleuren import REEKSEN, WIT

_STAAL = 70
_TUSSEN = 40
_RIJ = 52

STREPEN: tuple[tuple[float, float] | None, ...] = (None, (26, 12), (8, 9), (44, 12))
"""How the line of each reeks is broken."""

Staal = Callable[[Doek, float, float, int], None]
"""Draws the sample of a reeks (its number) in the legend, from a left top corner."""


class _Plek(NamedTuple):
    x: float
    y: float
    regel: str


def lay_out(namen: Sequence[str]) -> list[_Plek]:
    """Where each name stands, as many on a row as fit."""
    x, y, plekken = 0.0, 0.0, []
    for naam in namen:
        regel = (wrap(naam, BREEDTE - _STAAL - _TUSSEN, meeste=1) or [""])[0]
        breedte = _STAAL + measure(regel) + _TUSSEN
        if x and x + breedte > BREEDTE:
            x, y = 0.0, y + _RIJ
        plekken.append(_Plek(x, y, regel))
        x += breedte
    return plekken


def legend_height(namen: Sequence[str]) -> float:
    """How much room the legend takes."""
    return max((plek.y for plek in lay_out(namen)), default=-_RIJ) + _RIJ


def draw_legend(doek: Doek, top: float, namen: Sequence[str], staal: Staal) -> None:
    """Each sample with its name."""
    for nummer, plek in enumerate(lay_out(namen)):
        staal(doek, plek.x, top + plek.y, nummer)
        doek.text(plek.x + _STAAL - 14, top + plek.y - 4, [plek.regel], TEKST)


def draw_bar(doek: Doek, hoeken: tuple[float, float, float, float], nummer: int) -> None:
    """A bar in the colour and the pattern of a reeks: full, striped upright, striped flat, or empty."""
    links, boven, rechts, onder = hoeken
    kleur = REEKSEN[nummer % len(REEKSEN)]
    soort = nummer % 4
    doek.box(hoeken, WIT if soort else kleur, kleur, 4)
    if soort == 1:
        for x in range(round(links) + 12, round(rechts) - 4, 16):
            doek.line([(x, boven), (x, onder)], kleur, 5)
    elif soort == 2:
        for y in range(round(boven) + 10, round(onder) - 4, 12):
            doek.line([(links, y), (rechts, y)], kleur, 4)


def draw_mark(doek: Doek, x: float, y: float, nummer: int) -> None:
    """The mark of a reeks: circle, square, triangle or diamond, full or empty."""
    kleur = REEKSEN[nummer % len(REEKSEN)]
    vulling = kleur if nummer % 8 < 4 else WIT
    vormen = {
        1: [(x - 11, y - 11), (x + 11, y - 11), (x + 11, y + 11), (x - 11, y + 11)],
        2: [(x - 14, y + 11), (x + 14, y + 11), (x, y - 14)],
        3: [(x - 15, y), (x, y - 15), (x + 15, y), (x, y + 15)],
    }
    if nummer % 4:
        doek.polygon(vormen[nummer % 4], vulling, kleur)
    else:
        doek.circle(x, y, 12, vulling, kleur)
