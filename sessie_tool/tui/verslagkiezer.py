"""Verslagkiezer: change what is chosen for a verslag, in a window over the screen where one is needed."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster
from sessie_tool.tui.verslagkeuzes import GEEN_KANTOOR, MET_KANTOOR, Aanbod, list_formaten
from sessie_tool.tui.verslagwerk import Keuze, Verslagwerk


class Verslagkiezer:
    """Changes the Keuze of a Verslagwerk.

    Attributes:
        aanbod: what there is to choose from.
    """

    def __init__(self, scherm: Screen[Any], werk: Verslagwerk, toon: Callable[[str], None]) -> None:
        """Open windows over `scherm`; `toon` is called after a change, with what is wrong with it ("" mostly)."""
        self._scherm, self._werk, self._toon = scherm, werk, toon
        self.aanbod = Aanbod()

    @property
    def keuze(self) -> Keuze:
        """What is chosen now."""
        return self._werk.keuze

    def change(self, wat: str) -> None:
        """Change one of the choices, by the id of its row."""
        wijzig = {
            "versie": self._flip_versie,
            "stuk": self._flip_stuk,
            "formaten": self._ask_formaten,
            "huisstijl": self._ask_huisstijl,
        }
        wijzig[wat]()

    def _keep(self, keuze: Keuze, fout: str = "") -> None:
        self._werk.keuze = keuze
        self._toon(fout)

    def _flip_versie(self) -> None:
        self._keep(self.keuze._replace(versie="openbaar" if self.keuze.versie == "intern" else "intern"))

    def _flip_stuk(self) -> None:
        self._keep(self.keuze._replace(stuk="bestuursoplegger" if self.keuze.stuk == "verslag" else "verslag"))

    def _ask_formaten(self) -> None:
        rijen = list_formaten(self.aanbod)
        uitleg = "Spatie kiest een formaat; meer dan één mag. Enter: klaar."
        nu = frozenset(self.keuze.formaten)
        self._scherm.app.push_screen(KiesScherm("Formaten", rijen, nu, uitleg), self._take_formaten)

    def _take_formaten(self, gekozen: frozenset[str] | None) -> None:
        if gekozen is None:
            return
        namen = [rij.id for rij in list_formaten(self.aanbod) if rij.id in gekozen]
        kan = [naam for naam in namen if self.aanbod.heeft_kantoor or naam not in MET_KANTOOR]
        fout = "" if kan == namen else GEEN_KANTOOR
        if not namen:
            fout = "Er is geen formaat gekozen, dus het blijft zoals het was."
        self._keep(self.keuze._replace(formaten=tuple(kan) or self.keuze.formaten), fout)

    def _ask_huisstijl(self) -> None:
        namen = [naam for naam, _ in self.aanbod.huisstijlen]
        paden = [pad for _, pad in self.aanbod.huisstijlen]
        nu = paden.index(self.keuze.huisstijl) if self.keuze.huisstijl in paden else 0
        venster = Kiesvenster("Huisstijl: Word-bestanden in de map sjablonen", namen, nu)
        self._scherm.app.push_screen(venster, self._take_huisstijl)

    def _take_huisstijl(self, nummer: int | None) -> None:
        if nummer is not None:
            self._keep(self.keuze._replace(huisstijl=self.aanbod.huisstijlen[nummer][1]))
