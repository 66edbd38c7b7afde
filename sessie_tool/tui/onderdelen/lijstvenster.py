"""Lijstvenster: a window with one list, and how such a list is searched, changed and left; the same in every one."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.binding import Binding
from textual.widgets import Input

from sessie_tool.fouten import SessieToolError
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.zoekregel import ZOEKEN, Zoekregel
from sessie_tool.zitting import Zitting

R = TypeVar("R")


class Lijstvenster(Venster[R]):
    """Has a RecordTabel, a Zoekregel and a Meldregel; it may have a line to type in, `#invoer`."""

    OVERAL: ClassVar[frozenset[str]] = frozenset({"leave", "undo", "switch"})
    """What the keys of the window do everywhere in it; all others belong to the list, elsewhere they are text."""

    BINDINGS = [
        ZOEKEN,
        Binding("f6", "switch", "lijst of typen", priority=True),
        Binding("ctrl+z", "undo", "ongedaan", priority=True),
        Binding("escape", "leave", "klaar", priority=True),  # at once: what is typed next is for what is below
    ]

    zitting: Zitting

    @abstractmethod
    def show(self) -> None:
        """Show what there is now, as far as the search lets it."""

    @abstractmethod
    def action_edit(self) -> None:
        """Change what is under the cursor."""

    @abstractmethod
    def close_venster(self) -> None:
        """Close, with what the window gives."""

    @property
    def tabel(self) -> RecordTabel:
        """The list."""
        return self.query_one(RecordTabel)

    @property
    def zoek(self) -> str:
        """What is searched for."""
        return self.query_one(Zoekregel).value

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    def probeer(self, doe: Callable[[], object]) -> bool:
        """Carry out a change and show it; whether that could be done."""
        try:
            doe()
        except SessieToolError as fout:
            self.meld(str(fout), fout=True)
            return False
        self.show()
        return True

    def action_undo(self) -> None:
        """Take the last change back."""
        gedaan: list[str] = []
        if self.probeer(lambda: gedaan.append(self.zitting.undo())):
            wat = "".join(gedaan)
            self.meld(f"Ongedaan: {wat}." if wat else "Er is niets om ongedaan te maken.")

    # The keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the list are shown and work only in the list."""
        if not self.is_mounted or not super().check_action(action, parameters):
            return False
        if action == "switch":
            return bool(self.query(RegelInvoer))
        return action in self.OVERAL or self.tabel.has_focus

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter changes what is under the cursor."""
        event.stop()
        self.action_edit()

    def on_regel_invoer_verlaten(self) -> None:
        """The arrow up goes from typing to the list."""
        self.set_focus(self.tabel)

    def action_switch(self) -> None:
        """From typing to the list and back."""
        invoer = self.query_one(RegelInvoer)
        self.set_focus(self.tabel if invoer.has_focus or invoer.disabled else invoer)

    def action_search(self) -> None:
        """Open the search line."""
        self.query_one(Zoekregel).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the user types."""
        if isinstance(event.input, Zoekregel):
            self.show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the search line to what was found."""
        if isinstance(event.input, Zoekregel):
            self.set_focus(self.tabel)

    def action_leave(self) -> None:
        """Close the search, then take the marks away, then the window."""
        if self.query_one(Zoekregel).close():
            self.show()
            self.set_focus(self.tabel)
        elif self.tabel.gemerkt:
            self.tabel.clear_marks()
        else:
            self.close_venster()
