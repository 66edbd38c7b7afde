"""ActiesScherm: the actions over all sessions; the open ones first, Enter opens the session where it was agreed."""

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from sessie_tool.kern.actielijst import ActieStand
from sessie_tool.kern.taal import format_aantal, format_datum
from sessie_tool.opslag.acties import acties_over
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regels import Voetregel


class ActiesScherm(ModalScreen[str | None]):
    """Gives the id of the session to open, or None."""

    AUTO_FOCUS = "#zoek"

    BINDINGS = [
        Binding("enter", "open", "sessie openen"),
        Binding("ctrl+t", "all", "open of alle", priority=True),
        Binding("down", "to_list", "naar de lijst", show=False),
        Binding("escape", "dismiss(None)", "terug"),
    ]

    class Gelezen(Message):
        """The actions were read (sent by the thread that reads)."""

        def __init__(self, acties: list[ActieStand]) -> None:
            """Keep them."""
            super().__init__()
            self.acties = acties

    def __init__(self, werkmap: Werkmap) -> None:
        """Show the actions of a werkmap."""
        super().__init__()
        self.werkmap = werkmap
        self._acties: list[ActieStand] = []
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
        self._read()

    @work(thread=True)
    def _read(self) -> None:
        self.post_message(self.Gelezen(acties_over(self.werkmap)))

    def on_acties_scherm_gelezen(self, event: Gelezen) -> None:
        """Show what was read."""
        self._acties = sorted(event.acties, key=lambda one: (one.actie.wanneer or "9999", one.datum))
        self.show()

    def show(self) -> None:
        """Show the actions that fit the search."""
        shown = [one for one in self._acties if one.is_open or not self._alleen_open]
        hits = search_rows([_row(one) for one in shown], self.query_one("#zoek", Input).value)
        self.query_one(RecordTabel).show_rows(hits)
        soort = "open" if self._alleen_open else "open en gesloten"
        titel = f"{format_aantal(len(hits), 'actie', 'acties')} ({soort})"
        self.query_one("#venster").border_subtitle = Content(titel)
        leeg = self.query_one("#leeg", Static)
        leeg.display = not hits
        leeg.update(Content("Geen acties gevonden. Ctrl+T toont ook de gesloten acties."))

    def on_input_changed(self) -> None:
        """Search as the user types."""
        self.show()

    def on_input_submitted(self) -> None:
        """Enter in the search line opens the first that was found."""
        self.action_open()

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter on a row opens its session."""
        event.stop()
        self.action_open()

    def action_to_list(self) -> None:
        """From the search line to the list."""
        self.query_one(RecordTabel).focus()

    def action_all(self) -> None:
        """Show the closed ones too, or only the open ones."""
        self._alleen_open = not self._alleen_open
        self.show()

    def action_open(self) -> None:
        """Give the session of the action under the cursor."""
        actie_id = self.query_one(RecordTabel).current_id
        found = next((one for one in self._acties if one.actie_id == actie_id), None)
        if found and self.is_current:
            self.dismiss(found.sessie)


def _row(stand: ActieStand) -> Tabelrij:
    actie = stand.actie
    teken = {"gedaan": "✓", "vervallen": "✗", "bezig": "◐"}.get(actie.status, "○")
    delen = [", ".join(actie.wie), format_datum(actie.wanneer), actie.status]
    delen += [f"{stand.uitgesteld} keer uitgesteld"] if stand.uitgesteld else []
    kenmerken = " · ".join(deel for deel in [*delen, stand.titel] if deel)
    return Tabelrij(stand.actie_id, teken, actie.wat, kenmerken)
