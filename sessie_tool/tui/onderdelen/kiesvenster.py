"""Kiesvenster: choose one line of a short list, over the screen."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.venster import Venster


class Kiesvenster(Venster[int | None]):
    """Gives the place (from 0) of the chosen line, or None when the user went back."""

    BINDINGS = [Binding("escape", "dismiss(None)", "terug")]

    def __init__(self, titel: str, regels: Sequence[str], nu: int = 0) -> None:
        """Offer lines, with the cursor on one of them."""
        super().__init__()
        self._titel, self._regels, self._nu = titel, regels, nu

    def compose(self) -> ComposeResult:
        """The lines."""
        with Vertical(id="venster") as venster:
            venster.border_title = Content(show_regel(self._titel))
            venster.border_subtitle = "Enter: kiezen · Esc: terug"
            yield OptionList(*(Option(Content(show_regel(regel))) for regel in self._regels))

    def on_mount(self) -> None:
        """Begin where one is."""
        self.query_one(OptionList).highlighted = self._nu

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give its place."""
        event.stop()
        if self.is_current:
            self.dismiss(event.option_index)
