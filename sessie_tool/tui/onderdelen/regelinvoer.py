"""RegelInvoer: the line in which a facilitator types while people talk; a paste of many lines loses none of them."""

from collections.abc import Callable, Sequence

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from sessie_tool.kern.notatie import Aanvulling
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.veldinvoer import is_text

Geef = Callable[[list[str]], None]
"""Takes given lines: one by Enter, or more at once by a paste."""

Complete = Callable[[str], Sequence[Aanvulling]]
"""The ways in which a line can go on."""

TERUG = "zoals getypt"
"""What the last press of the arrow right in a round does."""

LANGSTE = 24
"""The most characters of one value that are shown behind the line."""


class RegelInvoer(Input):
    """One line of input. Enter sends it; the arrow up goes to the list; the arrow right fills in a mark."""

    BINDINGS = [Binding("up", "leave", "naar de lijst", show=False)]

    DEFAULT_CSS = """
    RegelInvoer, RegelInvoer:focus { border: none; height: 1; padding: 0 1; background: $surface; }
    RegelInvoer:focus { background: $boost; }
    """

    class Verlaten(Message):
        """The user wants to go to the list."""

    def __init__(self, geef: Geef, complete: Complete = lambda _: (), **kwargs: str) -> None:
        """Make the input; lines go to `geef` at once, and `complete` fills in marks while typing."""
        super().__init__(suggester=_Aanvuller(self._describe_next), select_on_focus=False, **kwargs)  # type: ignore[arg-type]
        self._geef = geef
        self._terug: list[str] = []
        self._complete = complete
        self._ronde: list[Aanvulling] = []

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
        """Every key has its turn, however fast they come: Textual's bindings come behind the letters that follow.

        It also drops what Python does not call printable; here that is text too.
        """
        if is_text(event) and not event.is_printable:
            self.replace(event.character or "", *self.selection)
        elif event.key == "enter":
            regel, self.value = self.value, ""
            self._hand_over([regel])
        elif (event.key != "right" or not self._fill_in()) and not await self._act(event.key):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()

    async def _act(self, key: str) -> bool:
        """Do what a key of this line does (Backspace, an arrow), also when the focus has gone on; whether it did."""
        actie = ACTIES.get(key, "")
        return bool(actie) and await self.app.run_action(actie, self)

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

    def _fill_in(self) -> bool:
        """At the end of the line: the next way to fill in its mark, after the last one what was typed."""
        ronde = self._turn() if self.cursor_at_end and self.selection.is_empty else []
        if ronde:
            self._ronde = ronde
            self.value = ronde[0].regel
            self.cursor_position = len(self.value)
        return bool(ronde)

    def _turn(self) -> list[Aanvulling]:
        """The ways to go on, the next one first; what was typed comes round again."""
        if self._ronde and self._ronde[0].regel == self.value:
            return [*self._ronde[1:], self._ronde[0]]
        found = self._complete(self.value)
        return [*found, Aanvulling(self.value, TERUG)] if found else []

    def _describe_next(self, regel: str) -> str | None:
        """A line with what the arrow right does to it behind it."""
        ronde = self._turn() if regel == self.value else []
        keuzes = ronde[: [een.label for een in ronde].index(TERUG)] if ronde else []
        if len(keuzes) == 1 and keuzes[0].regel.startswith(regel):
            return keuzes[0].regel
        labels = [
            show_regel(een.label if len(een.label) <= LANGSTE else f"{een.label[: LANGSTE - 1]}…") for een in keuzes
        ]
        return f"{regel} → {' · '.join(labels)}" if labels else None


ACTIES = {
    key: binding.action
    for binding in (*Input.BINDINGS, *RegelInvoer.BINDINGS)
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}
"""What the keys of the line do."""


class _Aanvuller(Suggester):
    """Shows behind a line what the arrow right does."""

    def __init__(self, describe: Callable[[str], str | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._describe = describe

    async def get_suggestion(self, value: str) -> str | None:
        return self._describe(value)
