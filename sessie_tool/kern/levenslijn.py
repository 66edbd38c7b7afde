"""Levenslijnen: the lijnen of a comparison as rows of signs, tied by a line as long as they go on.

Pure text, as wide as there is room for, the same for the screen and the command line.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sessie_tool.kern.lijnen import Lijn, Vergelijking, format_aandeel
from sessie_tool.kern.staten import TEKENS

_KORTST, _LANGST = 2, 4
"""The cells between two years: at least so many, and with room enough so many."""


class Raster(NamedTuple):
    """How the rows are divided.

    Attributes:
        jaren: which years are shown, the last ones when there is no room for all.
        breedtes: the cells of each year.
        met_deel: whether the share stands behind the weight.
        tussen: the cells between two years.
    """

    jaren: tuple[int, ...]
    breedtes: tuple[int, ...]
    met_deel: bool
    tussen: int

    @property
    def breedte(self) -> int:
        """The cells of a row."""
        return sum(self.breedtes) + self.tussen * max(0, len(self.jaren) - 1)


def fit_raster(vergelijking: Vergelijking, ruimte: int) -> Raster:
    """The rows that tell most within so many cells: first the share goes, then the oldest years."""
    for tussen in (_LANGST, _KORTST):
        for met_deel in (True, False):
            raster = _measure(vergelijking, vergelijking.jaren, tussen, met_deel=met_deel)
            if raster.breedte <= ruimte:
                return raster
    jaren = vergelijking.jaren
    while len(jaren) > 1 and _measure(vergelijking, jaren, _KORTST, met_deel=False).breedte > ruimte:
        jaren = jaren[1:]
    return _measure(vergelijking, jaren, _KORTST, met_deel=False)


def _measure(vergelijking: Vergelijking, jaren: tuple[int, ...], tussen: int, *, met_deel: bool) -> Raster:
    breedtes = tuple(
        max(4, *(len(_show_jaar(lijn, jaar, met_deel=met_deel)) for lijn in vergelijking.lijnen), 0) for jaar in jaren
    )
    return Raster(jaren, breedtes, met_deel, tussen)


def draw_kop(raster: Raster) -> str:
    """The years above the rows."""
    tussen = " " * raster.tussen
    return tussen.join(str(jaar).ljust(cel) for jaar, cel in zip(raster.jaren, raster.breedtes, strict=True))


def draw_lijn(lijn: Lijn, raster: Raster) -> str:
    """'○12 18% ── ▲20 24% ── ×': the row of a lijn; a line runs between two years in which it is there."""
    delen = []
    for plaats, (jaar, breedte) in enumerate(zip(raster.jaren, raster.breedtes, strict=True)):
        cel = _show_jaar(lijn, jaar, met_deel=raster.met_deel)
        ruimte = breedte - len(cel) + raster.tussen
        volgende = raster.jaren[plaats + 1 : plaats + 2]
        if not volgende:
            delen.append(cel.ljust(breedte))
        elif lijn.is_alive(jaar) and lijn.is_alive(volgende[0]):
            delen.append(f"{cel} {'─' * (ruimte - 2)} " if ruimte > 2 else f"{cel}{'─' * ruimte}")
        else:
            delen.append(cel.ljust(breedte + raster.tussen))
    return "".join(delen)


def _show_jaar(lijn: Lijn, jaar: int, *, met_deel: bool) -> str:
    """'▲20 24%': the sign of a year, how many signals, and their share."""
    if jaar not in lijn.staten:
        return ""
    teken = TEKENS[lijn.staten[jaar]]
    if jaar not in lijn.gewichten:
        return teken
    deel = format_aandeel(lijn.aandelen[jaar], "%") if met_deel else ""
    return " ".join(filter(None, (f"{teken}{lijn.gewichten[jaar]}", deel)))


def list_tekens(lijnen: Iterable[Lijn]) -> str:
    """'○ nieuw   ● blijvend': what the signs of these lijnen mean."""
    used = {staat for lijn in lijnen for staat in lijn.staten.values()}
    return "   ".join(f"{teken} {staat}" for staat, teken in TEKENS.items() if staat in used)
