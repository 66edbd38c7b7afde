"""Zoekscherm: a list in which one searches while typing; Enter opens the row under the cursor."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij

R = TypeVar("R")


class Zoekscherm(Screen[R]):
    """Has an Input `#zoek`, a RecordTabel and a Static `#leeg`, in a box called `KADER`."""

    AUTO_FOCUS = "#zoek"
    KADER: ClassVar[str]

    BINDINGS = [Binding("down", "to_list", "naar de lijst", show=False)]

    @abstractmethod
    def find(self, zoek: str) -> Sequence[Tabelrij]:
        """The rows that fit the search."""

    @abstractmethod
    def describe(self, aantal: int) -> str:
        """What stands below a list of so many rows; for none, what to do then."""

    @abstractmethod
    def action_open(self) -> None:
        """Open the row under the cursor."""

    @property
    def lijst(self) -> RecordTabel:
        """The list."""
        return self.query_one(RecordTabel)

    def show(self) -> None:
        """Show the rows that fit the search."""
        hits = self.find(self.query_one("#zoek", Input).value)
        self.lijst.show_rows(hits)
        tekst = Content(self.describe(len(hits)))
        leeg = self.query_one("#leeg", Static)
        leeg.display = not hits
        leeg.update(tekst)
        self.query_one(self.KADER).border_subtitle = tekst if hits else ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the user types."""
        if event.input.id == "zoek":
            self.show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the search line opens the first that was found."""
        if event.input.id == "zoek":
            self.action_open()

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter on a row opens it."""
        event.stop()
        self.action_open()

    def action_to_list(self) -> None:
        """From the search line to the list."""
        self.set_focus(self.lijst)
