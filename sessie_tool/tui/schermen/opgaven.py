"""OpgavenScherm: the strategische opgaven of the werkmap; another municipality has others."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.tui.onderdelen.tekstvak import Tekstvak
from sessie_tool.tui.onderdelen.venster import Venster


class OpgavenScherm(Venster[tuple[str, ...]]):
    """One opgave per line; gives the list as it is when one goes back."""

    BINDINGS = [Binding("escape", "keep", "bewaren en sluiten"), Binding("ctrl+s", "keep", show=False)]

    def __init__(self, opgaven: tuple[str, ...], fout: str = "") -> None:
        """Show opgaven; `fout` says why these could not be kept before."""
        super().__init__()
        self._opgaven, self._fout = opgaven, fout

    def compose(self) -> ComposeResult:
        """A text with a line per opgave."""
        with Vertical(id="venster", classes="klein") as venster:
            venster.border_title = "Strategische opgaven"
            venster.border_subtitle = "Esc: bewaren en sluiten"
            yield Static("Eén opgave per regel. Sessies die er al zijn, houden hun eigen opgaven.", classes="hulp")
            yield Tekstvak("\n".join(self._opgaven))
            yield Static(Content(self._fout), id="fout")

    def action_keep(self) -> None:
        """Give the list."""
        regels = self.query_one(Tekstvak).text.split("\n")
        self.dismiss(tuple(dict.fromkeys(regel.strip() for regel in regels if regel.strip())))
