"""Tekstvak: a field for text of more lines."""

from textual.binding import Binding
from textual.widgets import TextArea


class Tekstvak(TextArea):
    """A TextArea in which Tab goes on and undo never ends the program.

    Undo right after a large paste raises ValueError in Textual 8.2; the text is then left as it is.
    """

    BINDINGS = [Binding("ctrl+z", "undo", "ongedaan", show=False)]

    DEFAULT_CSS = "Tekstvak { height: auto; min-height: 3; max-height: 12; border: none; padding: 0 1; }"

    def __init__(self, text: str = "", **kwargs: str) -> None:
        """Start with a text."""
        super().__init__(text, soft_wrap=True, tab_behavior="focus", compact=True, **kwargs)  # type: ignore[arg-type]

    def action_undo(self) -> None:
        """Take the last edit back, when that can be done."""
        try:
            super().action_undo()
        except ValueError:
            self.history.clear()
