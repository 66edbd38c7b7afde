"""Tekstvak: a field for text of more lines."""

from collections.abc import Callable

from textual.binding import Binding
from textual.containers import VerticalScroll
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

    def on_text_area_selection_changed(self) -> None:
        """Keep the line in which one types in view: the field may be higher than what its form shows of it."""
        self.call_after_refresh(self._scroll_form)

    def _scroll_form(self) -> None:
        formulier = next((one for one in self.ancestors if isinstance(one, VerticalScroll)), None)
        if formulier is not None and self.has_focus:
            boven, onder = formulier.content_region.y, formulier.content_region.bottom
            regel = self.cursor_screen_offset.y
            formulier.scroll_relative(y=max(0, regel + 1 - onder) + min(0, regel - boven), animate=False)

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
