"""How the rules per role look: who may do what now, those that hold somebody back first."""

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from sessie_tool.kern.sessie import Regel
from sessie_tool.kern.zichtbaar import show_regel

BEPERKT = tuple(
    re.compile(patroon, re.IGNORECASE)
    for patroon in (
        r"\b(zwijgt|zwijgen|is stil|zegt niets|de kamer|de ruimte uit|buiten de kring|draait .*rug)\b",
        r"\bluister(t|en)\b|\breageert niet\b",
        r"\bgeen (advies|adviezen|oordeel|oplossing|suggestie)",
        r"\b(geen|niet|niets|alleen|nog niet)\b",
    )
)
"""What holds somebody back, from most to least."""


def sort_regels(regels: Iterable[Regel]) -> list[Regel]:
    """The rules that hold somebody back most first; of those that do so equally the order stays."""
    return sorted(regels, key=_rank)


def _rank(regel: Regel) -> int:
    return next((rang for rang, patroon in enumerate(BEPERKT) if patroon.search(regel.tekst)), len(BEPERKT))


def format_rolregel(regel: Regel) -> Content:
    """'inbrenger luistert en zwijgt', the role in bold."""
    return Content.assemble((show_regel(regel.rol), "bold"), " ", show_regel(regel.tekst))


def format_nu(regels: Sequence[Regel], breedte: int) -> Content:
    """The rules that fit on a line of `breedte` cells, or on two when the first needs them; F1 has the others."""
    kop = Content.styled("Nu: ", "bold")
    delen = [format_rolregel(one) for one in sort_regels(regels)]
    for ruimte in (breedte, 2 * breedte - 8):  # a line that is broken between words leaves some of it open
        for aantal in range(len(delen), 0, -1):
            over = len(delen) - aantal
            regel = kop + Content(" · ").join(delen[:aantal]) + Content(f" · +{over}" if over else "")
            if regel.cell_length <= ruimte:
                return regel
    return (kop + delen[0]).truncate(max(10, 2 * breedte - 8), ellipsis=True)
