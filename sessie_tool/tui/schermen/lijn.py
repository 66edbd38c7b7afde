"""LijnScherm: everything below one lijn, to read; from there to a decision, or to where something was said."""

from collections.abc import Callable, Sequence
from typing import Protocol

from textual.binding import Binding

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern import beslissen
from sessie_tool.kern.document import Document
from sessie_tool.kern.lijnblad import make_lijnblad
from sessie_tool.kern.lijnen import Draad, Lijn, Vergelijking
from sessie_tool.kern.verhaal import VONDSTSOORTEN, Verhaal
from sessie_tool.opslag.verhaal import read_verhaal
from sessie_tool.tui.lijnenwerk import Lijnenwerk
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.schermen.voorbeeld import VoorbeeldScherm


class Thuis(Protocol):
    """The screen to which one goes back, to do there what the reader asked for."""

    def judge(self, draden: Sequence[Draad]) -> None:
        """Ask about these draden."""

    def open_sessie(self, sessie: str, record: str) -> None:
        """Leave for a session, at a record."""


class LijnScherm(VoorbeeldScherm):
    """The story of a lijn."""

    BINDINGS = [
        Binding("o", "open_sessie", "sessie openen"),
        Binding("f2", "judge", "besluit wijzigen", priority=True, id="beoordelen"),
        Binding("v", "gone", "is verdwenen", show=False),
    ]
    UITLEG = (
        "Hier staat alles onder deze lijn, jaar voor jaar. O opent de sessie waar iets is gezegd. F2 verandert op "
        "welke eerdere draad een draad een vervolg is; V zegt dat de lijn na haar laatste jaar verdween."
    )

    def __init__(self, lijn: Lijn, vergelijking: Vergelijking, werk: Lijnenwerk, thuis: Thuis) -> None:
        """Show a lijn of a comparison."""
        super().__init__(lijn.titel, self._read, werk.schijf)
        self.lijn, self._vergelijking, self._werk, self._thuis = lijn, vergelijking, werk, thuis
        self._verhaal = Verhaal(lijn.id, {})

    def _read(self) -> Document:
        self._verhaal = read_verhaal(self._werk.werkmap, self.lijn)
        return make_lijnblad(self.lijn, self._vergelijking, self._verhaal)

    def action_open_sessie(self) -> None:
        """Choose what to open: the draad of a year, or something below it."""
        plaatsen = [((one.sessie, one.id), f"{one.jaar} · rode draad: {one.titel}") for one in self.lijn.draden]
        for jaar, vondsten in self._verhaal.jaren.items():
            plaatsen += [
                ((one.sessie, one.record), f"{jaar} · {VONDSTSOORTEN[one.soort].lower()}: {one.tekst}")
                for one in vondsten
            ]

        def go(plaats: int) -> None:
            self.dismiss(None)
            self._thuis.open_sessie(*plaatsen[plaats][0])

        self._choose_one([tekst for _, tekst in plaatsen], "Waarheen?", go)

    def action_judge(self) -> None:
        """Decide again on a draad of this lijn."""
        draden = tuple(reversed(self.lijn.draden))
        namen = [f"{one.jaar} · {one.titel}" for one in draden]

        def go(plaats: int) -> None:
            self.dismiss(None)
            self._thuis.judge((draden[plaats],))

        if len(draden) == 1:
            go(0)
        else:
            self._choose_one(namen, "Over welke draad?", go)

    def _choose_one(self, regels: list[str], titel: str, doe: Callable[[int], object]) -> None:
        def chosen(plaats: int | None) -> None:
            if plaats is not None:
                doe(plaats)

        self.app.push_screen(Kiesvenster(titel, regels), chosen)

    def action_gone(self) -> None:
        """Say that nothing goes on from this lijn."""
        try:
            banden = beslissen.mark_verdwenen(self._vergelijking, self.lijn.draden[-1].sleutel, self._werk.moment)
        except SessieToolError as fout:
            self.query_one(Meldregel).show(str(fout), fout=True)
            return
        self._werk.decide(banden, self._done, self._fail, self)

    def _done(self) -> None:
        self.dismiss(None)
