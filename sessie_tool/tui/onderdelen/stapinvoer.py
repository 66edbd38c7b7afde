"""StapInvoer: the line in which one types in a step; the arrow up takes the last line back to correct it."""

from collections.abc import Callable

from textual import events

from sessie_tool.tui.onderdelen.regelinvoer import Complete, Geef, RegelInvoer
from sessie_tool.tui.onderdelen.veldinvoer import is_text

IN_BEURT = ("repeat_marks", "park")
"""Actions of the step that use the line: they have their turn between the letters, however fast those come."""


class StapInvoer(RegelInvoer):
    """The arrow up in an empty line brings the last line back; in any other line it goes to the list."""

    def __init__(self, geef: Geef, complete: Complete, last_line: Callable[[], str], **kwargs: str) -> None:
        """Make the input; `last_line` gives the line that can be corrected, "" when there is none."""
        super().__init__(geef, complete, **kwargs)
        self._last_line = last_line

    def show_line(self, regel: str) -> None:
        """Put a line in, with the cursor behind it."""
        self.value = regel
        self.cursor_position = len(regel)

    def action_leave(self) -> None:
        """Bring the last line back; when there is something in the line already, go to the list."""
        regel = "" if self.value or self.disabled else self._last_line()
        if regel:
            self.show_line(regel)
        else:
            super().action_leave()

    async def _on_key(self, event: events.Key) -> None:
        """A key of the step that uses the line has its turn (Textual calls this for every class, so no super)."""
        gebonden = None if is_text(event) else self.screen.active_bindings.get(event.key)
        if gebonden is not None and gebonden.binding.action in IN_BEURT:
            event.stop()
            event.prevent_default()
            await self.app.run_action(gebonden.binding.action, gebonden.node)
