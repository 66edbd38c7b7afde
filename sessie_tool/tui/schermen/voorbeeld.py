"""VoorbeeldScherm: read a verslag in the terminal before its file is made."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.document import Document
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster
from sessie_tool.tui.onderdelen.leesblad import Leesblad
from sessie_tool.tui.onderdelen.leestekst import lay_out
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.zoekregel import ZOEKEN, Zoekregel
from sessie_tool.tui.schijf import Schijf

LEZEND = "Het voorbeeld wordt gemaakt…"


class VoorbeeldScherm(Venster[None]):
    """The text of a document, with its headings to jump to and a line to search."""

    AUTO_FOCUS = "Leesblad"
    UITLEG: ClassVar[str] = (
        "Zo komt het verslag eruit te zien, zonder de opmaak van Word. De pijltjes, PgUp, PgDn en Spatie lezen verder. "
        "N en B gaan naar de volgende en de vorige kop, K laat u een kop kiezen. Met / zoekt u in de tekst; Enter gaat "
        "naar de volgende vondst."
    )

    BINDINGS = [
        Binding("k", "choose", "koppen"),
        ZOEKEN,
        Binding("enter", "next(1)", "volgende vondst"),
        Binding("shift+tab", "next(-1)", "vorige vondst", show=False),
        Binding("escape", "leave", "terug"),
    ]

    def __init__(self, titel: str, lees: Callable[[], Document], schijf: Schijf) -> None:
        """Show what `lees` gives; it is called beside the screen."""
        super().__init__()
        self._titel, self._lees, self._schijf = titel, lees, schijf

    def compose(self) -> ComposeResult:
        """The text, the search line, the keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = Content(show_regel(self._titel))
            yield Static(LEZEND, id="leeg")
            yield Leesblad()
            yield Zoekregel("het verslag")
            yield Meldregel()

    def on_mount(self) -> None:
        """Make the document; the screen does not wait for it."""
        self._schijf.lees(self._lees, self._take, self._fail, self)
        self.watch(self.blad, "scroll_y", self._show_place, init=False)

    @property
    def blad(self) -> Leesblad:
        """The text."""
        return self.query_one(Leesblad)

    def _take(self, document: Document) -> None:
        self.blad.show(partial(lay_out, document))

    def _fail(self, fout: SessieToolError) -> None:
        self.query_one("#leeg", Static).update(Content(str(fout)))

    def on_leesblad_gezet(self) -> None:
        """The text is there."""
        self.query_one("#leeg").display = False
        self._show_place()

    def _show_place(self) -> None:
        """Say where one is: the heading, and how far."""
        regels, kop = len(self.blad.tekst.regels), self.blad.kop
        laatste = min(regels, self.blad.place + self.blad.size.height)
        deel = f"{100 * laatste // regels}%" if regels else ""
        waar = f"{kop.tekst} · " if kop else ""
        self.query_one("#venster").border_subtitle = Content(f"{waar}{deel}")

    # Headings.

    def action_choose(self) -> None:
        """Choose a heading to go to."""
        koppen, nu = self.blad.tekst.koppen, self.blad.kop

        def go(plaats: int | None) -> None:
            if plaats is not None:
                self.blad.go_to(koppen[plaats].regel)

        if koppen:
            regels = ["  " * (one.niveau - 1) + one.tekst for one in koppen]
            self.app.push_screen(Kiesvenster("Naar welke kop?", regels, koppen.index(nu) if nu else 0), go)

    # Searching.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A / in the search line is a /; one goes to what is found when one searches."""
        zoek = self.query_one(Zoekregel) if self.is_mounted else None
        if zoek is not None and action in ("search", "choose") and zoek.has_focus:
            return False
        if action == "next":
            return zoek is not None and zoek.display
        return super().check_action(action, parameters)

    def action_search(self) -> None:
        """Open the search line."""
        self.query_one(Zoekregel).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the user types."""
        aantal = self.blad.search(event.value)
        self._tell(self.blad.next_hit(hier=True), aantal)

    def on_input_submitted(self) -> None:
        """Enter in the search line goes to the next place."""
        self.action_next(1)

    def action_next(self, verder: int) -> None:
        """To the next place that was found."""
        self._tell(self.blad.next_hit(verder), self.blad.search(self.query_one(Zoekregel).value))

    def _tell(self, nummer: int, aantal: int) -> None:
        if not self.query_one(Zoekregel).value.strip():
            self.query_one(Meldregel).hide()
        elif aantal:
            wat = format_aantal(aantal, "regel", "regels")
            self.query_one(Meldregel).show(f"{nummer} van {wat}. Enter: volgende · Esc: klaar met zoeken")
        else:
            self.query_one(Meldregel).show("Niet gevonden. Pas de zoekwoorden aan.", fout=True)
        self._show_place()

    def action_leave(self) -> None:
        """Close the search, then the screen."""
        if self.query_one(Zoekregel).close():
            self.query_one(Meldregel).hide()
            self.blad.focus()
        else:
            self.dismiss(None)
