"""Vraagvenster: ask for one line of text, over the screen."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sessie_tool.tui.onderdelen.veldinvoer import Veldinvoer
from sessie_tool.tui.onderdelen.venster import Venster


class Vraagvenster(Venster[str | None]):
    """Gives the typed line, or None when the user went back."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug")]

    def __init__(self, vraag: str, uitleg: str = "", waarde: str = "") -> None:
        """Ask `vraag`; `uitleg` says what happens with the answer."""
        super().__init__()
        self._vraag, self._uitleg, self._waarde = vraag, uitleg, waarde

    def compose(self) -> ComposeResult:
        """The question, one input, what to press."""
        with Vertical(id="venster", classes="klein") as venster:
            venster.border_title = Content(self._vraag)
            venster.border_subtitle = Content("Enter: doen · Esc: terug")
            if self._uitleg:
                yield Static(Content(self._uitleg), classes="hulp")
            yield Veldinvoer(self._waarde, compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        event.stop()
        if self.is_current:  # a second Enter may come before the window is gone
            self.dismiss(event.value)
