"""Zoekregel: the line to search a list with; the same in every list that has one."""

from textual.binding import Binding
from textual.widgets import Input

ZOEKEN = Binding("slash", "search", "zoeken", id="zoeken")
"""The key of every list that can be searched."""


class Zoekregel(Input):
    """A search line that takes no room until it is opened."""

    DEFAULT_CSS = "Zoekregel { height: 1; border: none; display: none; }"

    def __init__(self, waarin: str = "deze lijst") -> None:
        """Make a closed search line for a list."""
        super().__init__(placeholder=f"Zoek in {waarin}; Esc: alles tonen", id="zoek", compact=True)

    def on_mount(self) -> None:
        """Textual's Input lets the screen tell it of selections, and the screen would keep it for ever."""
        self._signaal = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """A step that is left takes its search line along."""
        self._signaal.unsubscribe(self)

    def open(self) -> None:
        """Show the line, with the keys in it."""
        self.display = True
        self.focus()

    def close(self) -> bool:
        """Empty the line and take it away; whether it was open."""
        was_open = self.display
        self.value = ""
        self.display = False
        return was_open
