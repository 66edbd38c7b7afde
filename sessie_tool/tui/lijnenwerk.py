"""Lijnenwerk: what the screens about lijnen share: the rounds that were read, the decisions, taking them back."""

from collections.abc import Callable
from typing import NamedTuple

from textual.message_pump import MessagePump

from sessie_tool.kern.banden import Band, newest, stamp
from sessie_tool.kern.lijnen import Vergelijking, compare
from sessie_tool.kern.rondes import JAARRONDE, Ronde, collect
from sessie_tool.nu import now
from sessie_tool.opslag.banden import Wijziging, decide, read_banden, take_back
from sessie_tool.opslag.draden import read_rondes
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schijf import Mislukt, Schijf


class Keuze(NamedTuple):
    """Which lijnen are shown; None is without a limit, "" is every opgave."""

    soort: str = JAARRONDE
    opgave: str = ""
    van: int | None = None
    tot: int | None = None


class Lijnenwerk:
    """The lijnen of one werkmap. Reads and writes through Schijf, so that no key waits."""

    def __init__(self, werkmap: Werkmap, schijf: Schijf) -> None:
        """Start without having read anything."""
        self.werkmap, self.schijf = werkmap, schijf
        self.rondes: list[Ronde] = []
        self.banden: tuple[Band, ...] = ()
        self._gedaan: list[Wijziging] = []

    def read(self, klaar: Callable[[], None], mislukt: Mislukt, bij: MessagePump) -> None:
        """Read the rounds and the decisions anew."""

        def take(gelezen: tuple[list[Ronde], tuple[Band, ...]]) -> None:
            self.rondes, self.banden = gelezen
            klaar()

        self.schijf.lees(self._read, take, mislukt, bij)

    def _read(self) -> tuple[list[Ronde], tuple[Band, ...]]:
        rondes = [one for one in read_rondes(self.werkmap) if one.draden or one.soort == JAARRONDE]
        return rondes, read_banden(self.werkmap.sessies)

    def compare(self, keuze: Keuze) -> Vergelijking:
        """The lijnen as they are decided on now."""
        rondes = collect(self.rondes, keuze.soort, keuze.opgave)
        return compare(rondes.draden, rondes.signalen, self.banden, van=keuze.van, tot=keuze.tot, opgave=keuze.opgave)

    def export(self, vergelijking: Vergelijking, keuze: Keuze) -> list[str]:
        """Write a comparison as a Word document; gives what to tell about it."""
        from sessie_tool.vergelijkstuk import export_vergelijking  # heavy: only when it is used

        moment = now().isoformat(timespec="seconds")
        paden, bevindingen = export_vergelijking(
            self.werkmap, vergelijking, moment, soort=keuze.soort, opgave=keuze.opgave
        )
        return [*(f"Het document staat in {pad}." for pad in paden), *map(str, bevindingen)]

    @property
    def moment(self) -> str:
        """Now, as a decision keeps it."""
        return stamp(now())

    def decide(self, banden: tuple[Band, ...], klaar: Callable[[], None], mislukt: Mislukt, bij: MessagePump) -> None:
        """Keep decisions; `klaar` when they are on the disk."""

        def kept(wijziging: Wijziging) -> None:
            self._gedaan.append(wijziging)
            self._take(wijziging.nieuw)
            klaar()

        self.schijf.bewaar(lambda: decide(self.werkmap.sessies, banden), kept, mislukt, bij)

    def _take(self, nieuw: tuple[Band, ...]) -> None:
        paren = newest(nieuw)
        self.banden = (*(band for band in self.banden if band.paar not in paren), *nieuw)

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision of this sitting to take back."""
        return bool(self._gedaan)

    def undo(self, klaar: Callable[[], None], mislukt: Mislukt, bij: MessagePump) -> None:
        """Take the last decision back."""
        if not self._gedaan:
            return
        wijziging = self._gedaan.pop()

        def back(banden: tuple[Band, ...]) -> None:
            self.banden = banden
            klaar()

        def change() -> tuple[Band, ...]:
            take_back(self.werkmap.sessies, wijziging)
            return read_banden(self.werkmap.sessies)

        self.schijf.bewaar(change, back, mislukt, bij)
