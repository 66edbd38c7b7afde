"""KiesScherm: choose some rows of a list in which one can search, with Space; what is hidden stays chosen."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.veldinvoer import is_text
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.zoekscherm import Zoekscherm


class Kieslijst(RecordTabel):
    """A list in which one chooses."""

    BINDINGS = [Binding("space", "mark", "kiezen"), Binding("enter", "select_cursor", "klaar")]


class KiesScherm(Venster[frozenset[str] | None], Zoekscherm[frozenset[str] | None]):
    """Gives the ids of the chosen rows, or None when the user went back.

    Attributes:
        begin: what was chosen at first.
    """

    AUTO_FOCUS = "Kieslijst"
    KADER = "#venster"

    BINDINGS = [
        Binding("enter", "open", "klaar"),
        Binding("escape", "dismiss(None)", "terug"),
        Binding("slash", "search", "zoeken"),
    ]

    def __init__(self, titel: str, rows: Sequence[Tabelrij], gekozen: frozenset[str], uitleg: str = "") -> None:
        """Offer rows, some of them chosen; `uitleg` says above the list what happens with them."""
        super().__init__()
        self._titel, self._rows, self._uitleg = titel, rows, uitleg
        self.begin = gekozen & {rij.id for rij in rows}
        self._hidden = self.begin

    def compose(self) -> ComposeResult:
        """Search line, list, keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = Content(show_regel(self._titel))
            if self._uitleg:
                yield Static(Content(self._uitleg), classes="hulp")
            yield Input(
                placeholder="typ om te zoeken; ↓ gaat naar de lijst", id="zoek", compact=True, select_on_focus=False
            )
            yield Kieslijst(
                kenmerken=48, deel=0.5, nummer=max(4, 2 + max((len(rij.nummer) for rij in self._rows), default=0))
            )
            yield Static("", id="leeg")

    def on_mount(self) -> None:
        """Begin at the first that is chosen."""
        self.show()
        self.lijst.move_to(next((rij.id for rij in self._rows if rij.id in self.begin), ""))

    @property
    def gekozen(self) -> frozenset[str]:
        """What is chosen now, also where the search hides it."""
        return self._hidden | self.lijst.gemerkt

    def show(self) -> None:
        """Show the rows that fit the search, with their marks."""
        gekozen = self.gekozen
        super().show()
        shown = {rij.id for rij in self.find(self.query_one("#zoek", Input).value)}
        self.lijst.gemerkt = set(gekozen & shown)
        self._hidden = gekozen - shown
        self.lijst.refresh()

    def find(self, zoek: str) -> Sequence[Tabelrij]:
        """The rows that fit the search."""
        return search_rows(self._rows, zoek)

    def describe(self, aantal: int) -> str:
        """How many there are to choose from."""
        return f"{aantal} om uit te kiezen" if aantal else "Niets gevonden. Pas de zoekwoorden aan."

    def on_key(self, event: events.Key) -> None:
        """Who types in the list searches, also with keys that were on their way when the search line took over."""
        zoek = self.query_one("#zoek", Input)
        if is_text(event) and event.key not in self.active_bindings:
            event.stop()
            self.set_focus(zoek)
            zoek.insert_text_at_cursor(str(event.character))

    def action_search(self) -> None:
        """To the search line."""
        self.set_focus(self.query_one("#zoek", Input))

    def action_open(self) -> None:
        """Give what is chosen."""
        if self.is_current:
            self.dismiss(self.outcome())

    def outcome(self) -> frozenset[str]:
        """What is chosen; who chose nothing, and began with nothing, means the row under the cursor."""
        return self.gekozen or (frozenset() if self.begin else frozenset(self.lijst.chosen_ids))
