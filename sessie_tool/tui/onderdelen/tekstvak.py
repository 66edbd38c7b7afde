"""Tekstvak: a field for text of more lines."""

from collections.abc import Callable

from textual.binding import Binding
from textual.widgets import TextArea
from textual.widgets.text_area import Selection


class Tekstvak(TextArea):
    """A TextArea in which Tab goes on and undo never ends the program.

    Undo right after a large paste raises ValueError in Textual 8.2, as the cursor then stands below the last line.
    """

    BINDINGS = [
        Binding("ctrl+z", "undo", "ongedaan", show=False),
        Binding("ctrl+y", "redo", "opnieuw doen", show=False),
        Binding("f6,f7", "pass_over", show=False),
    ]

    DEFAULT_CSS = "Tekstvak { height: auto; min-height: 3; max-height: 12; border: none; padding: 0 1; }"

    def __init__(self, text: str = "", **kwargs: str) -> None:
        """Start with a text."""
        super().__init__(text, soft_wrap=True, tab_behavior="focus", compact=True, **kwargs)  # type: ignore[arg-type]

    def change_to(self, tekst: str) -> None:
        """Another text, which one undo takes back; the cursor stays as near as it can."""
        plaats = self.cursor_location
        self.history.checkpoint()
        self._stand_safe()
        self.replace(tekst, (0, 0), self.document.end, maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor(plaats)

    def action_undo(self) -> None:
        """Take the last edit back."""
        if self.history.undo_stack:
            self._travel(super().action_undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self.history.redo_stack:
            self._travel(super().action_redo)

    def action_pass_over(self) -> None:
        """Do nothing: Textual would select here with keys that mean something else in this program."""

    def _travel(self, reis: Callable[[], None]) -> None:
        self._stand_safe()
        try:
            reis()
        except ValueError:
            self.load_text(self.document.text)
        self.refresh()
        self.scroll_cursor_visible()

    def _stand_safe(self) -> None:
        """Put the cursor where there is a line in every text; the edit then puts it where it belongs."""
        self.set_reactive(TextArea.selection, Selection.cursor((0, 0)))
