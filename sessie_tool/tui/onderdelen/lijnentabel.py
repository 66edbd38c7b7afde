"""Lijnentabel: lijnen with their life lines, under a row with the years."""

from collections.abc import Sequence

from sessie_tool.kern.levenslijn import Raster, draw_kop, draw_lijn, fit_raster
from sessie_tool.kern.lijnen import Lijn, Vergelijking
from sessie_tool.tui.onderdelen.recordtabel import SCHUIFBALK, RecordTabel, Tabelrij

_DEEL = 0.66
_MARGE = 2
"""The cells before the last column."""


class Lijnentabel(RecordTabel):
    """The title of each lijn at the left, its life line at the right."""

    meeste = 2

    def __init__(self) -> None:
        """Make an empty table; the life lines may take most of the width."""
        super().__init__(kenmerken=1_000, deel=_DEEL, nummer=1, id="lijnen")
        self.raster = Raster((), (), met_deel=False, tussen=0)

    def show_lijnen(self, lijnen: Sequence[Lijn], vergelijking: Vergelijking) -> None:
        """Show these lijnen; as many years as fit, the newest always."""
        ruimte = int((self.size.width - SCHUIFBALK) * _DEEL) - _MARGE
        self.raster = fit_raster(vergelijking, ruimte)
        self.show_rows([Tabelrij(lijn.id, "", lijn.titel, draw_lijn(lijn, self.raster)) for lijn in lijnen])

    @property
    def kop(self) -> str:
        """The years, above the places where the life lines have them."""
        nummer, tekst, _ = self._breedtes
        return " " * (nummer + tekst + _MARGE) + draw_kop(self.raster)
