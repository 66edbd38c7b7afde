"""ActiesScherm: actions and adviezen over all sessions; Enter opens where it was said, F4 tells the whole course."""

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.gang import Gang, find_uitvoering, tell_gang, tell_gangen
from sessie_tool.kern.opvolging import Bron, Stand, fold
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.opslag.eerder import read_bronnen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.zoekscherm import Zoekscherm
from sessie_tool.tui.schermen.hulp import HulpScherm
from sessie_tool.tui.schijf import Schijf

SOORTEN: dict[str, tuple[type[Record], ...]] = {
    "acties en adviezen": (Actie, Advies),
    "acties": (Actie,),
    "adviezen": (Advies,),
}
"""What can be shown, in the order in which the key goes through it → its records."""

TEKENS = {
    "gedaan": "✓",
    "vervallen": "✗",
    "bezig": "◐",
    "overgenomen": "✓",
    "deels overgenomen": "◐",
    "niet overgenomen": "✗",
}
"""Signs for how an action or advies stands; ○ for the others."""


class ActiesScherm(Venster[Stand[Any] | None], Zoekscherm[Stand[Any] | None]):
    """Gives the action or advies of which to open the session, or None."""

    KADER = "#venster"

    BINDINGS = [
        Binding("enter", "open", "sessie openen"),
        Binding("f3", "kind", "acties of adviezen", priority=True),
        Binding("ctrl+t", "all", "open of alle", priority=True),
        Binding("f4", "course", "verloop", priority=True),
        Binding("f6", "sort", "meest uitgesteld of datum", priority=True),
        Binding("escape", "dismiss(None)", "terug"),
    ]

    def __init__(self, werkmap: Werkmap, schijf: Schijf) -> None:
        """Show the actions and adviezen of a werkmap."""
        super().__init__()
        self.werkmap, self._schijf = werkmap, schijf
        self._standen: list[Stand[Any]] = []
        self._gangen: dict[str, Gang] = {}
        self._op_uitstel = False
        self._soort = next(iter(SOORTEN))
        self._alleen_open = True

    def compose(self) -> ComposeResult:
        """Search line, list, keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Acties en adviezen uit alle sessies"
            yield Input(placeholder="zoek op tekst, naam, datum, besluit of sessie", id="zoek", compact=True)
            yield RecordTabel(kenmerken=48, deel=0.5, nummer=3, id="acties")
            yield Static("De acties en adviezen worden gelezen…", id="leeg")

    def on_mount(self) -> None:
        """Read them; the screen does not wait for it."""
        self._schijf.lees(lambda: read_bronnen(self.werkmap), self._take, self._fail, self)

    def _take(self, bronnen: Sequence[Bron]) -> None:
        self._standen, self._gangen = list(fold(bronnen)), tell_gangen(bronnen)
        self._sort()

    def _sort(self) -> None:
        """By date; or what was postponed most often first, and by date among equals."""
        self._standen.sort(key=lambda one: (one.record.wanneer or "9999", one.datum))
        if self._op_uitstel:
            self._standen.sort(key=lambda one: -one.uitgesteld)
        self.show()

    def _fail(self, fout: SessieToolError) -> None:
        self.query_one("#leeg", Static).update(Content(str(fout)))

    def find(self, zoek: str) -> Sequence[Tabelrij]:
        """What fits the search and the filter."""
        cls = SOORTEN[self._soort]
        shown = [one for one in self._standen if isinstance(one.record, cls) and (one.is_open or not self._alleen_open)]
        return search_rows([_row(one) for one in shown], zoek)

    def describe(self, aantal: int) -> str:
        """How many there are, and of which."""
        if not self._standen:
            return "Er zijn nog geen acties of adviezen. U typt ze in een sessie: Esc, en dan Enter of F2."
        if not aantal:
            return f"Geen {self._soort} gevonden. Ctrl+T toont ook wat gesloten is, F3 iets anders."
        volgorde = ", meest uitgesteld bovenaan" if self._op_uitstel else ""
        return f"{aantal} {self._soort} ({'open' if self._alleen_open else 'open en gesloten'}){volgorde}"

    def action_kind(self) -> None:
        """Show actions, adviezen, or both."""
        soorten = list(SOORTEN)
        self._soort = soorten[(soorten.index(self._soort) + 1) % len(soorten)]
        self.query_one(self.KADER).border_title = f"{self._soort.capitalize()} uit alle sessies"
        self.show()

    def action_all(self) -> None:
        """Show the closed ones too, or only the open ones."""
        self._alleen_open = not self._alleen_open
        self.show()

    def action_sort(self) -> None:
        """Sort by how often it was postponed, or by date again."""
        self._op_uitstel = not self._op_uitstel
        self._sort()
        bovenaan = self.find(self.query_one("#zoek", Input).value)[:1]
        for rij in bovenaan:
            self.lijst.move_to(rij.id)

    def _current(self) -> Stand[Any] | None:
        return next((one for one in self._standen if one.eerste == self.lijst.current_id), None)

    def action_course(self) -> None:
        """Tell the whole course of the one under the cursor."""
        found = self._current()
        if found and self.is_current:
            gang = self._gangen.get(found.eerste, ())
            regels = tell_gang(found, gang, find_uitvoering(gang, self._standen, self._gangen))
            self.app.push_screen(HulpScherm("Verloop", Content(show_tekst("\n".join(regels)))))

    def action_open(self) -> None:
        """Give the one under the cursor."""
        found = self._current()
        if found and self.is_current:
            self.dismiss(found)


def _row(stand: Stand[Any]) -> Tabelrij:
    """What it says, who, when and how it stands, how often it was postponed, what came of it, and where it was said."""
    record = stand.record
    if isinstance(record, Advies):
        tekst, wie, staat, uitkomst = f"advies: {record.tekst}", record.wie_besluit, record.besluit, record.resultaat
    else:
        tekst, wie, staat, uitkomst = record.wat, ", ".join(record.wie), record.status, record.geleerd
    delen = [wie, format_datum(record.wanneer), staat or "nog geen besluit"]
    delen += [f"{stand.uitgesteld} keer uitgesteld"] if stand.uitgesteld else []
    kenmerken = " · ".join(deel for deel in [*delen, uitkomst, stand.titel] if deel)
    return Tabelrij(stand.eerste, TEKENS.get(staat, "○"), tekst, kenmerken)
