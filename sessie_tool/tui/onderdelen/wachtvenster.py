"""Wachtvenster: stands before the screen while the disk is at work; it is seen only when that takes long."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from sessie_tool.kern.zichtbaar import show_regel

TRAAG = 0.3
"""Seconds after which one is told what the wait is for."""


class Wachtvenster(ModalScreen[None]):
    """The keys that are pressed meanwhile are meant for what comes next; `replay` gives them to it."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug")]

    DEFAULT_CSS = """
    Wachtvenster { background: transparent; }
    Wachtvenster > #venster { display: none; }
    Wachtvenster.traag { background: $background 70%; }
    Wachtvenster.traag > #venster { display: block; }
    """

    def __init__(self, wat: str) -> None:
        """Wait for what `wat` says: 'De sessie wordt geopend.'."""
        super().__init__()
        self._wat = wat
        self._toetsen: list[events.Key | events.Paste] = []

    def compose(self) -> ComposeResult:
        """What one waits for."""
        with Vertical(id="venster", classes="klein") as venster:
            venster.border_title = "Even geduld"
            venster.border_subtitle = "Esc: terug"
            yield Static(Content(show_regel(self._wat)))

    def on_mount(self) -> None:
        """Stay out of sight for a moment."""
        self.set_timer(TRAAG, lambda: self.add_class("traag"))

    def on_key(self, event: events.Key) -> None:
        """Keep a key for what comes next."""
        if event.key != "escape":
            self._toetsen.append(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Keep a paste too."""
        self._toetsen.append(events.Paste(event.text))

    def finish(self, verder: Callable[[], None], te_laat: Callable[[], None]) -> None:
        """The disk is done: go on, or do `te_laat` when the user went back meanwhile."""
        if self.is_current:
            self.dismiss(None)
            verder()
        else:
            te_laat()

    def replay(self) -> None:
        """Press the keys that came while one waited."""
        for toets in self._toetsen:
            self.app.post_message(toets)
