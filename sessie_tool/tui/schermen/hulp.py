"""Hulp: text to read, such as what can be done here, with which keys."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessie_tool.tui.onderdelen.venster import Laag


class HulpScherm(Laag[None]):
    """Text to read, with the keys that work on the screen below."""

    BINDINGS = [Binding("escape,f1,enter,q", "dismiss(None)", "terug", priority=True)]

    def __init__(self, titel: str, tekst: Content, toetsen: Sequence[tuple[str, str]] = ()) -> None:
        """Show `tekst`, then the keys, if any, as (key, what it does)."""
        super().__init__()
        self._titel, self._tekst, self._toetsen = titel, tekst, toetsen

    def compose(self) -> ComposeResult:
        """Text and keys, in a box that scrolls with the arrow keys."""
        breedte = max((len(toets) for toets, _ in self._toetsen), default=0)
        kop = [Content(""), Content.styled("Toetsen", "bold")] if self._toetsen else []
        regels = [Content.assemble((toets.ljust(breedte), "bold"), f"  {doet}") for toets, doet in self._toetsen]
        with Vertical(id="venster") as venster:
            venster.border_title = Content(self._titel)
            venster.border_subtitle = Content("pijltjes: lezen · Esc: terug")
            with VerticalScroll():
                yield Static(Content("\n").join([self._tekst, *kop, *regels]))
