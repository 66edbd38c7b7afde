"""OverzichtScherm: all sessions of the werkmap; search as you type, open one, start a new one.

It has to be there at once: other screens, and what opens a session, are imported when they are used.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message_pump import MessagePump
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.taal import format_aantal
from sessie_tool.opslag.opruimen import tidy
from sessie_tool.opslag.rijen import Rij
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.lijstweergave import LEEG, format_lijstdatum, format_rij
from sessie_tool.tui.lijstwerk import Lezing, Lijstwerk
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regels import Kopregel, Meldregel, Voetregel
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.onderdelen.zoekscherm import Zoekscherm
from sessie_tool.tui.schermen.opener import Opener
from sessie_tool.tui.schermen.samenvoeger import Samenvoeger
from sessie_tool.tui.schijf import Schijf

if TYPE_CHECKING:
    from sessie_tool.herstelling import Uitkomst
    from sessie_tool.tui.schermen.zoeken import Zoekstand

LEZEND = "De sessies worden gelezen…"


class OverzichtScherm(Zoekscherm[None]):
    """The first screen. Nothing in it waits for the disk."""

    CSS_PATH = "overzicht.tcss"
    KADER = "#kader"

    BINDINGS = [
        Binding("f1", "app.help", "hulp", priority=True, id="hulp"),
        Binding("ctrl+p", "app.commands", "menu", priority=True, id="menu"),
        Binding("f2", "new", "nieuwe sessie", priority=True, id="nieuwe_sessie"),
        Binding("enter", "open", "openen"),
        Binding("ctrl+t", "actions", "acties", priority=True, id="acties"),
        Binding("f6", "lines", "rode draden", priority=True, id="lijnen"),
        Binding("ctrl+f", "search", "zoek in alles", priority=True, id="doorzoeken"),
        Binding("ctrl+r", "rename", "andere titel", show=False, priority=True, id="hernoemen"),
        Binding("ctrl+k", "copy", "nieuwe sessie zoals deze", show=False, priority=True, id="kopie"),
        Binding("ctrl+d", "remove", "naar de prullenbak", show=False, priority=True, id="prullenbak"),
        Binding("ctrl+z", "undo", "terug uit de prullenbak", show=False, priority=True, id="terughalen"),
        Binding("f4", "goals", "opgaven van de werkmap", show=False, priority=True, id="opgaven"),
        Binding("f7", "scores", "bijdragescores door de jaren", show=False, priority=True, id="bijdragescores"),
        Binding("f3", "versions", "eerdere versies en wat weg is", show=False, priority=True, id="versies"),
        Binding("f5", "privacy", "namen weghalen en bewaartermijn", show=False, priority=True, id="privacy"),
        Binding("f9", "join", "twee versies naast elkaar leggen", show=False, priority=True, id="samenvoegen"),
        Binding("ctrl+l", "reload", "opnieuw lezen", show=False, priority=True, id="opnieuw_lezen"),
        Binding("escape", "to_search", "zoeken", show=False),
        Binding("ctrl+q", "app.quit", "stoppen", priority=True, id="stoppen"),
    ]

    def __init__(self, werkmap: Werkmap, schijf: Schijf) -> None:
        """Show the sessions of a werkmap."""
        super().__init__()
        self.werkmap, self._schijf = werkmap, schijf
        self.opener = Opener(self, lambda: self.app, werkmap, schijf)
        self._rows: list[Rij] = []
        self._tabelrijen: list[Tabelrij] = []
        self._gelezen = False
        self.werk = Lijstwerk(self, werkmap, schijf)
        self.samenvoeger = Samenvoeger(self.opener, schijf)
        self._zoekstand: Zoekstand | None = None

    def compose(self) -> ComposeResult:
        """Title, search line, list, message, foot."""
        yield Kopregel()
        with Vertical(id="kader") as kader:
            kader.border_title = "Sessies"
            with Horizontal(id="zoekregel"):
                yield Static("zoek ›", id="teken")
                yield Input(placeholder="titel, opgave, jaar of status; Ctrl+F zoekt in alles", id="zoek", compact=True)
            yield RecordTabel(kenmerken=48, deel=0.5, nummer=13, id="sessies")
            yield Static(LEZEND, id="leeg")
        yield Meldregel()
        yield Voetregel()

    def on_mount(self) -> None:
        """Read the sessions; the cursor begins at the one that was worked on last."""
        self.query_one(Kopregel).show("sessie_tool", str(self.werkmap.pad.resolve().name))
        self._schijf.lees(self.werkmap.rows, self._begin, self._fail, self)
        self._schijf.lees(tidy, lambda _: None, self._fail, self)

    def _begin(self, lezing: Lezing) -> None:
        self._gelezen = True
        self.take(lezing)
        if self._rows:
            self.lijst.move_to(max(self._rows, key=lambda rij: rij.gewijzigd).id)

    def take(self, lezing: Lezing) -> None:
        """Show the list as it was read; files that cannot be read are said, the others are shown."""
        self._rows, bevindingen = lezing
        self._tabelrijen = [  # once, and not at every key: there may be thousands
            Tabelrij(rij.id, format_lijstdatum(rij.datum), rij.titel, format_rij(rij)) for rij in self._rows
        ]
        self.show()
        if bevindingen:
            self.meld(" ".join(str(one) for one in bevindingen), fout=True)

    def _fail(self, fout: SessieToolError) -> None:
        self.meld(str(fout), fout=True)

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    @property
    def pomp(self) -> MessagePump:
        """This screen, which is always there."""
        return self

    # The list.

    def find(self, zoek: str) -> Sequence[Tabelrij]:
        """The sessions that fit the search."""
        return search_rows([rij for rij in self._tabelrijen if rij.id not in self.werk.gaat_weg], zoek)

    def describe(self, aantal: int) -> str:
        """How many sessions there are; without any, what to do."""
        if aantal:
            return format_aantal(aantal, "sessie", "sessies")
        if not self._gelezen:
            return LEZEND
        return "Niets gevonden. Pas de woorden aan, of zoek met Ctrl+F in alles." if self._rows else LEEG

    def _current(self) -> Rij | None:
        """The row under the cursor."""
        return next((one for one in self._rows if one.id == self.lijst.current_id), None)

    def action_to_search(self) -> None:
        """Back to the search line, emptied when the keys were there already."""
        zoek = self.query_one("#zoek", Input)
        if zoek.has_focus:
            zoek.value = ""
        zoek.focus()

    def action_reload(self) -> None:
        """Read the list anew."""

        def read(lezing: Lezing) -> None:
            self.meld("De lijst is opnieuw gelezen.")
            self.take(lezing)

        self._schijf.lees(self.werkmap.rows, read, self._fail, self)

    # To other screens and back.

    def action_open(self) -> None:
        """Open the session under the cursor; who is quicker than the list waits for it."""
        if not self._gelezen:
            self._schijf.lees(lambda: None, lambda _: self.action_open(), self._fail, self)
        elif (rij := self._current()) and self.is_current:
            if rij.kopieen:
                self.samenvoeger.offer(rij)
            else:
                self.opener.open(rij.id)

    def action_join(self) -> None:
        """Lay the two versions of the session under the cursor side by side."""
        if rij := self._current():
            self.samenvoeger.begin(rij)

    def come_back(self, sessie_id: str, melding: str) -> None:
        """A session was closed: show the list anew, with the cursor at that session."""

        def read(lezing: Lezing) -> None:
            self.take(lezing)
            self.lijst.move_to(sessie_id)
            if melding:
                self.meld(melding, fout=True)

        self._schijf.lees(self.werkmap.rows, read, self._fail, self)

    def action_new(self) -> None:
        """Make a new session and open it."""
        self.opener.make()

    def action_copy(self) -> None:
        """Make a new session with the steps and participants of the one under the cursor."""
        if self.lijst.current_id:
            self.opener.make(self.lijst.current_id)

    def action_actions(self) -> None:
        """The actions over all sessions."""

        def chosen(stand: Stand[Any] | None) -> None:
            if stand:
                self.opener.open(stand.sessie, bij=stand.eerste)

        from sessie_tool.tui.schermen.acties import ActiesScherm

        self.app.push_screen(ActiesScherm(self.werkmap, self._schijf), chosen)

    def action_lines(self) -> None:
        """The rode draden through the years."""
        from sessie_tool.tui.schermen.lijnen import LijnenScherm

        self.app.push_screen(LijnenScherm(self.werkmap, self._schijf, self.opener))

    def action_scores(self) -> None:
        """The bijdragescores of projects through the years."""
        from sessie_tool.tui.schermen.bijdragen import BijdragenScherm

        self.app.push_screen(BijdragenScherm(self.werkmap, self._schijf))

    def action_search(self) -> None:
        """Search in everything that stands in the sessions."""
        from sessie_tool.tui.schermen.zoeken import ZoekenScherm, Zoekstand

        def closed(stand: "Zoekstand | None") -> None:
            self._zoekstand = stand

        jaren = sorted({rij.jaar for rij in self._rows} - {0}, reverse=True)
        stand = Zoekstand(zoek) if (zoek := self.query_one("#zoek", Input).value) else self._zoekstand or Zoekstand()
        self.app.push_screen(ZoekenScherm(self.werkmap, self._schijf, self.opener, jaren, stand), closed)

    def action_goals(self) -> None:
        """The strategische opgaven of the werkmap."""
        lees, wat = self._schijf.lees, "De opgaven worden gelezen…"
        self.opener.wait(lees, wat, self.werkmap.opgaven, self._show_goals, self._fail)

    def _show_goals(self, opgaven: tuple[str, ...], fout: str = "") -> None:
        def kept(nieuw: tuple[str, ...] | None) -> None:
            if nieuw is not None and nieuw != opgaven:
                self._schijf.bewaar(
                    lambda: self.werkmap.set_opgaven(nieuw),
                    lambda _: None,
                    lambda error: self._show_goals(nieuw, f"{error} Nog eens Esc sluit zonder te bewaren."),
                    self,
                )

        from sessie_tool.tui.schermen.opgaven import OpgavenScherm

        self.app.push_screen(OpgavenScherm(opgaven, fout), kept)

    def action_versions(self) -> None:
        """The earlier versions of the session under the cursor, and the sessions that went."""
        from sessie_tool.tui.schermen.versies import VersiesScherm

        def closed(uitkomst: "Uitkomst | None") -> None:
            def read(lezing: Lezing) -> None:
                self.take(lezing)
                if uitkomst:
                    self.lijst.move_to(uitkomst.sessie)
                    self.meld(uitkomst.melding)

            if uitkomst:
                self._schijf.lees(self.werkmap.rows, read, self._fail, self)

        self.app.push_screen(VersiesScherm(self.werkmap, self._schijf, self.lijst.current_id), closed)

    # Changes of a session in the list.

    def action_rename(self) -> None:
        """Give the session under the cursor another title."""
        rij = self._current()
        if rij is None:
            return

        def renamed(titel: str | None) -> None:
            self.werk.rename(rij, titel or "")

        self.app.push_screen(Vraagvenster("Andere titel", "", rij.titel), renamed)

    def action_remove(self) -> None:
        """Put the session under the cursor into the bin; it goes from the list at once."""
        if rij := self._current():
            self.werk.remove(rij)

    def action_privacy(self) -> None:
        """Take names out for good, or see what is older than its term."""
        from sessie_tool.tui.schermen.privacywerk import Privacywerk

        Privacywerk(self, self.werk).begin(self._current())

    def action_undo(self) -> None:
        """Bring the last removed session back."""
        self.werk.undo()
