"""Lijnenlijst: which lijnen of a comparison fit a search, and in which order."""

from collections.abc import Callable, Sequence

from sessie_tool.kern.lijnen import Lijn, Vergelijking
from sessie_tool.kern.staten import TEKENS
from sessie_tool.kern.vouwen import fold

VOLGORDES: dict[str, Callable[[Lijn], tuple[int | str, ...]]] = {
    "nieuwste en zwaarste eerst": lambda _: (),
    "op staat": lambda lijn: (list(TEKENS).index(lijn.staat),),
    "op gewicht": lambda lijn: (-max(lijn.gewichten.values(), default=0),),
    "op titel": lambda lijn: (fold(lijn.titel).tekst,),
}
"""The orders, the usual one first: that in which a Vergelijking comes."""


def find_lijnen(vergelijking: Vergelijking, zoek: str, volgorde: str) -> list[Lijn]:
    """The lijnen with every word of a search in a title, an opgave or their state; `volgorde` is one of VOLGORDES."""
    woorden = fold(zoek).tekst.split()
    return sorted((one for one in vergelijking.lijnen if _fits(one, woorden)), key=VOLGORDES[volgorde])


def _fits(lijn: Lijn, woorden: Sequence[str]) -> bool:
    if not woorden:
        return True
    tekst = fold(" ".join((*(draad.titel for draad in lijn.draden), *lijn.opgaven, lijn.staat))).tekst
    return all(woord in tekst for woord in woorden)
