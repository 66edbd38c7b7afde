"""OpgavenScherm: the strategische opgaven of the werkmap; another municipality has others."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak


class OpgavenScherm(ModalScreen[None]):
    """One opgave per line."""

    BINDINGS = [Binding("escape", "keep", "bewaren en sluiten"), Binding("ctrl+s", "keep", show=False)]

    def __init__(self, werkmap: Werkmap) -> None:
        """Show the opgaven of a werkmap."""
        super().__init__()
        self.werkmap = werkmap
        self._gezegd = ""

    def compose(self) -> ComposeResult:
        """A text with a line per opgave."""
        with Vertical(id="venster", classes="klein") as venster:
            venster.border_title = "Strategische opgaven"
            venster.border_subtitle = "Esc: bewaren en sluiten"
            yield Static("Eén opgave per regel. Sessies die er al zijn, houden hun eigen opgaven.", classes="hulp")
            yield Tekstvak("\n".join(self.werkmap.opgaven()))
            yield Static("", id="fout", markup=False)

    def action_keep(self) -> None:
        """Keep the list when it changed."""
        regels = self.query_one(Tekstvak).text.split("\n")
        opgaven = tuple(dict.fromkeys(regel.strip() for regel in regels if regel.strip()))
        try:
            if opgaven != self.werkmap.opgaven():
                self.werkmap.set_opgaven(opgaven)
        except SessieToolError as fout:
            if str(fout) != self._gezegd:
                self._gezegd = str(fout)
                self.query_one("#fout", Static).update(Content(f"{fout} Nog eens Esc sluit zonder te bewaren."))
                return
        self.dismiss(None)
