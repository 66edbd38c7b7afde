"""How the rules per role look: who may do what now, those that hold somebody back first."""

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from sessie_tool.kern.sessie import Regel
from sessie_tool.kern.zichtbaar import show_regel

BEPERKT = tuple(
    re.compile(patroon, re.IGNORECASE)
    for patroon in (
        r"\b(zwijg(t|en)|is stil|in stilte|zegt niets|verlaat|de gang op|de kamer|de ruimte uit|buiten de kring)\b",
        r"\bluister(t|en)\b|\breageert niet\b",
        r"\bgeen (\w+ )?(advies|adviezen|oordeel|oplossing|suggestie|vragen|reactie)",
        r"\b(geen|niet|niets|alleen|nog niet)\b",
    )
)
"""What holds somebody back, from most to least."""

STRENG = 3
"""The first so many of these are what the method stands or falls with."""


def sort_regels(regels: Iterable[Regel]) -> list[Regel]:
    """The rules that hold somebody back most first; of those that do so equally the order stays."""
    return sorted(regels, key=_rank)


def is_streng(regel: Regel) -> bool:
    """Whether the method stands or falls with a rule."""
    return _rank(regel) < STRENG


def _rank(regel: Regel) -> int:
    return next((rang for rang, patroon in enumerate(BEPERKT) if patroon.search(regel.tekst)), len(BEPERKT))


def format_rolregel(regel: Regel) -> Content:
    """'inbrenger luistert en zwijgt', the role in bold."""
    return Content.assemble((show_regel(regel.rol), "bold"), " ", show_regel(regel.tekst))


def format_nu(regels: Sequence[Regel], breedte: int) -> Content:
    """The rules that fit on a line of `breedte` cells, the others counted; F1 has them all.

    Who must be silent, listen or give no advice is always said in full, on a second line when it takes one.
    """
    volgorde = sort_regels(regels)
    delen = [format_rolregel(one) for one in volgorde]
    twee = 2 * breedte - 8  # a line that is broken between words leaves some of it open
    for ruimte in (breedte, twee) if is_streng(volgorde[0]) else (breedte,):
        for aantal in range(len(delen), 0, -1):
            regel = _join(delen[:aantal], len(delen) - aantal)
            if regel.cell_length <= ruimte:
                return regel
    rest = _join([], len(delen) - 1).cell_length
    return _join([delen[0].truncate(max(10, breedte - rest), ellipsis=True)], len(delen) - 1)


def _join(delen: Sequence[Content], over: int) -> Content:
    return Content.assemble(("Nu: ", "bold"), Content(" · ").join(delen), f" · +{over}" if over else "")
