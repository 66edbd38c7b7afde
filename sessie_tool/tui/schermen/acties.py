"""ActiesScherm: the actions over all sessions; the open ones first, Enter opens the session where it was agreed."""

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.taal import format_aantal, format_datum
from sessie_tool.opslag.eerder import acties_over
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regels import Voetregel
from sessie_tool.tui.schermen.zoekscherm import Zoekscherm
from sessie_tool.tui.schijf import Schijf


class ActiesScherm(ModalScreen[str | None], Zoekscherm[str | None]):
    """Gives the id of the session to open, or None."""

    KADER = "#venster"

    BINDINGS = [
        Binding("enter", "open", "sessie openen"),
        Binding("ctrl+t", "all", "open of alle", priority=True),
        Binding("escape", "dismiss(None)", "terug"),
    ]

    def __init__(self, werkmap: Werkmap, schijf: Schijf) -> None:
        """Show the actions of a werkmap."""
        super().__init__()
        self.werkmap, self._schijf = werkmap, schijf
        self._acties: list[Stand[Actie]] = []
        self._alleen_open = True

    def compose(self) -> ComposeResult:
        """Search line, list, keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Acties uit alle sessies"
            yield Input(placeholder="zoek op actie, naam, datum of sessie", id="zoek", compact=True)
            yield RecordTabel(kenmerken=48, deel=0.5, nummer=3, id="acties")
            yield Static("De acties worden gelezen…", id="leeg")
            yield Voetregel()

    def on_mount(self) -> None:
        """Read the actions; the screen does not wait for it."""
        self._schijf.lees(partial(acties_over, self.werkmap), self._take, self._fail, self)

    def _take(self, acties: list[Stand[Actie]]) -> None:
        self._acties = sorted(acties, key=lambda one: (one.record.wanneer or "9999", one.datum))
        self.show()

    def _fail(self, fout: SessieToolError) -> None:
        self.query_one("#leeg", Static).update(Content(str(fout)))

    def find(self, zoek: str) -> Sequence[Tabelrij]:
        """The actions that fit the search."""
        shown = [one for one in self._acties if one.is_open or not self._alleen_open]
        return search_rows([_row(one) for one in shown], zoek)

    def describe(self, aantal: int) -> str:
        """How many there are, and of which."""
        if not aantal:
            return "Geen acties gevonden. Ctrl+T toont ook de gesloten acties."
        return f"{format_aantal(aantal, 'actie', 'acties')} ({'open' if self._alleen_open else 'open en gesloten'})"

    def action_all(self) -> None:
        """Show the closed ones too, or only the open ones."""
        self._alleen_open = not self._alleen_open
        self.show()

    def action_open(self) -> None:
        """Give the session of the action under the cursor."""
        found = next((one for one in self._acties if one.eerste == self.lijst.current_id), None)
        if found and self.is_current:
            self.dismiss(found.sessie)


def _row(stand: Stand[Actie]) -> Tabelrij:
    actie = stand.record
    teken = {"gedaan": "✓", "vervallen": "✗", "bezig": "◐"}.get(actie.status, "○")
    delen = [", ".join(actie.wie), format_datum(actie.wanneer), actie.status]
    delen += [f"{stand.uitgesteld} keer uitgesteld"] if stand.uitgesteld else []
    kenmerken = " · ".join(deel for deel in [*delen, stand.titel] if deel)
    return Tabelrij(stand.eerste, teken, actie.wat, kenmerken)
