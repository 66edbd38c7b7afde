"""BijdragenScherm: the scores of each project through the years, to read."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bijdrageblad import show_points, tell_loops
from sessie_tool.kern.bijdragejaren import follow_projecten
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.opslag.bijdragen import read_scores
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.schijf import Schijf


class BijdragenScherm(Venster[None]):
    """Text in a box that scrolls."""

    BINDINGS = [Binding("escape,f7,enter,q", "dismiss(None)", "terug", priority=True)]

    def __init__(self, werkmap: Werkmap, schijf: Schijf) -> None:
        """Show the projects of a werkmap."""
        super().__init__()
        self._werkmap, self._schijf = werkmap, schijf

    def compose(self) -> ComposeResult:
        """The text, when it is there."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Bijdragescores door de jaren heen"
            venster.border_subtitle = "pijltjes: lezen · Esc: terug"
            with VerticalScroll():
                yield Static("De scores worden gelezen…", id="tekst")

    def on_mount(self) -> None:
        """Read them; the screen does not wait for it."""
        self._schijf.lees(
            lambda: tell_loops(follow_projecten(read_scores(self._werkmap)), show_points), self._show, self._fail, self
        )

    def _show(self, regels: list[str]) -> None:
        self.query_one("#tekst", Static).update(Content(show_tekst("\n".join(regels))))

    def _fail(self, fout: SessieToolError) -> None:
        self.query_one("#tekst", Static).update(Content(str(fout)))
