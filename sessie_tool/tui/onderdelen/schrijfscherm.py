"""SchrijfScherm: one long text, with room to write it and a look at how it will come out."""

import os
from collections.abc import Callable

from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import TextArea

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.taal import format_aantal
from sessie_tool.tui.eigen_editor import edit_outside, find_editor
from sessie_tool.tui.onderdelen.concept import PAUZE, Concept, Uitstel
from sessie_tool.tui.onderdelen.regels import Kopregel, Meldregel, Tekst, Voetregel
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak
from sessie_tool.tui.onderdelen.voorbeeld import Voorbeeld

TEKENS = (("**vet**", ""), ("*cursief*", ""), ("- lijst", ""), ("^[tekst]", "voetnoot"), ("==tekst==", "advies"))
"""What people can mark, and what it means where that does not show."""

KIJKEN = 0.25
"""Seconds without a key after which the example is made anew."""

TERUG = "Deze tekst was nog niet klaar toen het programma stopte. Hij staat er weer; Ctrl+Z toont de oude."

GEEN_EDITOR_HIER = "Deze terminal kan geen andere editor openen. Schrijf hier verder, of plak de tekst hier."


class SchrijfScherm(ModalScreen[str | None]):
    """Closing gives the text, or None when nothing changed. While writing, every pause keeps the text.

    Attributes:
        vak: the text that is being written.
    """

    CSS_PATH = "schrijfscherm.tcss"
    AUTO_FOCUS = "Tekstvak"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (120, "-breed")]

    BINDINGS = [
        Binding("escape,ctrl+s,f5", "keep", "bewaren en sluiten"),
        Binding("f6", "switch", "tekst of voorbeeld", priority=True),
        Binding("ctrl+g", "edit_outside", "uw eigen editor"),
        Binding("f1", "app.help", "hulp", show=False),
    ]

    def __init__(self, titel: str, tekst: str, bewaar: Callable[[str], None], verder: str | None = None) -> None:
        """Write a text.

        Args:
            titel: what is written, as in "Reflectie 3 · Toelichting".
            tekst: the text as it is now.
            bewaar: gets the text after every pause in typing; must return at once.
            verder: another text to go on with, kept before the program stopped; one undo goes back to `tekst`.
        """
        super().__init__()
        self._titel, self._tekst, self._verder = titel, tekst, verder
        self.vak = Tekstvak(tekst)
        self._veilig = Uitstel(self, PAUZE, lambda: bewaar(self.vak.text))
        self._kijk = Uitstel(self, KIJKEN, self._show)
        self._bewaar = bewaar
        self._begin = self.vak.text  # line ends as the field has them

    def compose(self) -> ComposeResult:
        """Title and count, text, example, what can be marked, message and keys."""
        yield Kopregel()
        with Horizontal(id="midden"):
            with Vertical(id="schrijven"):
                yield self.vak
            with Vertical(id="voorbeeld"):
                yield Voorbeeld()
        yield Tekst(_format_tekens(), id="tekens")
        yield Meldregel()
        yield Voetregel()

    def on_mount(self) -> None:
        """Go on where the text was."""
        self.query_one("#schrijven").border_title = "Tekst"
        self.query_one("#voorbeeld").border_title = "Voorbeeld"
        if self._verder is not None and self._verder != self._tekst:
            self.vak.change_to(self._verder)
            self.query_one(Meldregel).show(TERUG)
        self.vak.move_cursor(self.vak.document.end)
        self._show()

    def on_resize(self) -> None:
        """Use the room that there is."""
        self.call_after_refresh(self._show)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the text and show how it looks, once it is quiet."""
        event.stop()
        self._veilig.wake()
        self._kijk.wake()

    def _show(self) -> None:
        if not self.query(Voorbeeld):  # a quick user has closed the screen already
            return
        tekst = self.vak.text
        woorden = len(tekst.split())
        self.query_one(Kopregel).show(self._titel, format_aantal(woorden, "woord", "woorden"))
        self.query_one(Voorbeeld).show(tekst, self.vak.cursor_location[0] / max(1, self.vak.document.line_count - 1))

    def on_unmount(self) -> None:
        """However the program ends: what was typed is kept."""
        self._veilig.flush()

    def action_keep(self) -> None:
        """Close with the text."""
        tekst = self.vak.text
        self._veilig.flush()
        self.dismiss(None if tekst == self._begin else tekst)

    def action_switch(self) -> None:
        """From the text to the example and back; on a small screen one takes the place of the other."""
        naar_voorbeeld = self.vak.has_focus
        self.set_class(naar_voorbeeld, "-lezen")
        self.set_focus(self.query_one(Voorbeeld) if naar_voorbeeld else self.vak)
        self.call_after_refresh(self._show)

    def action_edit_outside(self) -> None:
        """Write on in the person's own editor; the program waits until that ends."""
        tekst = self.vak.text
        try:
            opdracht = find_editor(os.environ)
            self._bewaar(tekst)
            with self.app.suspend():
                terug = edit_outside(opdracht, tekst, self._bewaar)
        except SuspendNotSupported:
            self._meld(GEEN_EDITOR_HIER)
        except SessieToolError as fout:
            self._meld(str(fout))
        else:
            if terug.tekst != tekst:
                self.vak.change_to(terug.tekst)
            self._meld(terug.melding)

    def _meld(self, tekst: str) -> None:
        if tekst:
            self.query_one(Meldregel).show(tekst, fout=True)


def _format_tekens() -> Content:
    """The signs for the line below the text."""
    delen = [Content.assemble((teken, "bold"), f" {doet}" if doet else "") for teken, doet in TEKENS]
    return Content("  ").join(delen)


def write_tekst(app: App[object], titel: str, concept: Concept, klaar: Callable[[str], None]) -> None:
    """Let the user write a text on a screen of its own; `klaar` gets it when it changed.

    Args:
        app: the program.
        titel: what is written, as in "Reflectie 3 · Toelichting".
        concept: the text and where it is kept meanwhile; what was kept before comes back.
        klaar: brings the text into the session; after that the concept is forgotten.
    """

    def keep(tekst: str | None) -> None:
        if tekst is not None:
            klaar(tekst)
        concept.forget()

    app.push_screen(SchrijfScherm(titel, concept.begin, concept.keep, concept.read()), keep)
