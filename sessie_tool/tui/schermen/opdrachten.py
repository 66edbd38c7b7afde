"""Opdrachten: everything that can be done here, to choose from by typing a few letters."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from sessie_tool.tui.onderdelen.venster import Laag
from sessie_tool.tui.toetsen import Toets


class OpdrachtenScherm(Laag[Toets | None]):
    """Gives the chosen command, or None."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "terug"),
        Binding("down", "cursor('down')", "omlaag", show=False, priority=True),
        Binding("up", "cursor('up')", "omhoog", show=False, priority=True),
    ]

    def __init__(self, opdrachten: list[Toets]) -> None:
        """Offer these commands."""
        super().__init__()
        self._opdrachten = opdrachten

    def compose(self) -> ComposeResult:
        """An input above the list."""
        with Vertical(id="venster") as venster:
            venster.border_title = Content("Opdrachten")
            venster.border_subtitle = Content("Enter: doen · Esc: terug")
            yield Input(placeholder="Typ een paar letters van wat u wilt doen", compact=True)
            yield OptionList()

    def on_mount(self) -> None:
        """Show everything."""
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits the letters."""
        self._fill(event.value.casefold())

    def _fill(self, letters: str) -> None:
        lijst = self.query_one(OptionList)
        lijst.clear_options()
        for index, opdracht in enumerate(self._opdrachten):
            if all(deel in opdracht.doet.casefold() for deel in letters.split()):
                lijst.add_option(
                    Option(Content.assemble((opdracht.naam.rjust(9), "bold"), "  ", opdracht.doet), str(index))
                )
        if lijst.option_count:
            lijst.highlighted = 0
        else:
            lijst.add_option(Option(Content("Niets gevonden. Typ andere letters."), disabled=True))

    def action_cursor(self, kant: str) -> None:
        """Move in the list while the input keeps the focus."""
        lijst = self.query_one(OptionList)
        lijst.action_cursor_down() if kant == "down" else lijst.action_cursor_up()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do the highlighted command."""
        event.stop()
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the command on the chosen line."""
        event.stop()
        if self.is_current:
            self.dismiss(self._opdrachten[int(event.option.id or 0)])
