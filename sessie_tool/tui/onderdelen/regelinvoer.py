"""RegelInvoer: the line in which a facilitator types while people talk; a paste of many lines loses none of them."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

Geef = Callable[[list[str]], None]
"""Takes given lines: one by Enter, or more at once by a paste."""

Complete = Callable[[str], str | None]
"""The whole line that a beginning probably becomes, or None."""


class RegelInvoer(Input):
    """One line of input. Enter sends it; the arrow up goes to the list."""

    BINDINGS = [Binding("up", "leave", "naar de lijst", show=False)]

    DEFAULT_CSS = """
    RegelInvoer, RegelInvoer:focus { border: none; height: 1; padding: 0 1; background: $surface; }
    RegelInvoer:focus { background: $boost; }
    """

    class Verlaten(Message):
        """The user wants to go to the list."""

    def __init__(self, geef: Geef, complete: Complete = lambda _: None, **kwargs: str) -> None:
        """Make the input; lines go to `geef` at once, and `complete` fills in marks while typing."""
        super().__init__(suggester=_Aanvuller(complete), select_on_focus=False, **kwargs)  # type: ignore[arg-type]
        self._geef = geef
        self._terug: list[str] = []

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take_paste(event.text)

    def take_paste(self, tekst: str) -> None:
        """A paste of more lines becomes as many records, with what was typed already before the first."""
        regels = tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if len(regels) == 1:
            self.insert_text_at_cursor(tekst)
            return
        begin, eind = self.value[: self.cursor_position], self.value[self.cursor_position :]
        self.value = ""
        self._hand_over([begin + regels[0], *regels[1:-1], regels[-1] + eind])

    async def _on_key(self, event: events.Key) -> None:
        """Enter hands the line over in turn with the letters, however fast they come; a binding would be later."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            regel, self.value = self.value, ""
            self._hand_over([regel])
        else:
            await super()._on_key(event)

    def _hand_over(self, regels: list[str]) -> None:
        self._geef(regels)
        if self._terug and not self.value:
            self.value = self._terug.pop(0)
            self.cursor_position = len(self.value)

    def give_back(self, regels: list[str]) -> None:
        """Put lines that were refused back: one now, the others each after the one before is dealt with."""
        self._terug += regels

    def action_leave(self) -> None:
        """Go to the list."""
        self.post_message(self.Verlaten())


class _Aanvuller(Suggester):
    """Shows how a mark goes on; the arrow right takes it over."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        return self._complete(value)
