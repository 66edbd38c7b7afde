"""OverzichtScherm: all sessions of the werkmap; search as you type, open one, start a new one.

It has to be there at once: other screens, and what opens a session, are imported when they are used.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from sessie_tool.fouten import BezetError, SessieToolError
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Rij, Werkmap
from sessie_tool.tui.lijstweergave import LEEG, describe_slot, format_lijstdatum, format_rij
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regels import Kopregel, Meldregel, Voetregel
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster

if TYPE_CHECKING:
    from sessie_tool.kern.sessie import Sessie
    from sessie_tool.zitting import Zitting


class OverzichtScherm(Screen[None]):
    """The first screen."""

    CSS_PATH = "overzicht.tcss"
    AUTO_FOCUS = "#zoek"

    BINDINGS = [
        Binding("f1", "app.help", "hulp", priority=True, id="hulp"),
        Binding("ctrl+p", "app.commands", "menu", priority=True, id="menu"),
        Binding("f2", "new", "nieuwe sessie", priority=True, id="nieuwe_sessie"),
        Binding("enter", "open", "openen"),
        Binding("ctrl+t", "actions", "acties", priority=True, id="acties"),
        Binding("ctrl+r", "rename", "andere titel", show=False, priority=True, id="hernoemen"),
        Binding("ctrl+k", "copy", "nieuwe sessie zoals deze", show=False, priority=True, id="kopie"),
        Binding("ctrl+d", "remove", "naar de prullenbak", show=False, priority=True, id="prullenbak"),
        Binding("ctrl+z", "undo", "terug uit de prullenbak", show=False, priority=True, id="terughalen"),
        Binding("f4", "goals", "opgaven van de werkmap", show=False, priority=True, id="opgaven"),
        Binding("ctrl+l", "reload", "opnieuw lezen", show=False, priority=True, id="opnieuw_lezen"),
        Binding("down", "to_list", "naar de lijst", show=False),
        Binding("escape", "to_search", "zoeken", show=False),
        Binding("ctrl+q", "app.quit", "stoppen", priority=True, id="stoppen"),
    ]

    class Gesloten(Message):
        """A session was closed (sent by the thread that closes it)."""

        def __init__(self, zitting: "Zitting", melding: str) -> None:
            """Keep which one, and what to say."""
            super().__init__()
            self.zitting, self.melding = zitting, melding

    def __init__(self, werkmap: Werkmap) -> None:
        """Show the sessions of a werkmap."""
        super().__init__()
        self.werkmap = werkmap
        self._rows: list[Rij] = []
        self._removed: list[str] = []
        self._zittingen: list[Zitting] = []

    def compose(self) -> ComposeResult:
        """Title, search line, list, message, foot."""
        yield Kopregel()
        with Vertical(id="kader") as kader:
            kader.border_title = "Sessies"
            with Horizontal(id="zoekregel"):
                yield Static("zoek ›", id="teken")
                yield Input(placeholder="titel, opgave, jaar, sjabloon of status", id="zoek", compact=True)
            yield RecordTabel(kenmerken=48, deel=0.5, nummer=13, id="sessies")
            yield Static("", id="leeg")
        yield Meldregel()
        yield Voetregel()

    def on_mount(self) -> None:
        """Read the sessions."""
        self.query_one(Kopregel).show("sessie_tool", str(self.werkmap.pad.resolve().name))
        self.reload()
        if self._rows:
            self.query_one(RecordTabel).move_to(max(self._rows, key=lambda rij: rij.gewijzigd).id)

    def reload(self) -> None:
        """Read the list anew; files that cannot be read are said, the others are shown."""
        self._rows, bevindingen = self.werkmap.rows()
        self.show()
        if bevindingen:
            self.query_one(Meldregel).show(" ".join(str(one) for one in bevindingen), fout=True)

    def show(self) -> None:
        """Show the sessions that fit the search."""
        rijen = [Tabelrij(rij.id, format_lijstdatum(rij.datum), rij.titel, format_rij(rij)) for rij in self._rows]
        hits = search_rows(rijen, self.query_one("#zoek", Input).value)
        self.query_one(RecordTabel).show_rows(hits)
        leeg = self.query_one("#leeg", Static)
        leeg.display = not hits
        leeg.update(
            Content(LEEG if not self._rows else "Niets gevonden. Pas de zoekwoorden aan, of maak het veld leeg.")
        )
        kop = format_aantal(len(hits), "sessie", "sessies")
        self.query_one("#kader").border_subtitle = Content(kop if hits else "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the user types."""
        if event.input.id == "zoek":
            self.show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the search line opens the first session that was found."""
        if event.input.id == "zoek":
            self.action_open()

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter on a row opens it."""
        event.stop()
        self.action_open()

    def action_to_list(self) -> None:
        """From the search line to the list."""
        self.query_one(RecordTabel).focus()

    def action_to_search(self) -> None:
        """Back to the search line, emptied when the keys were there already."""
        zoek = self.query_one("#zoek", Input)
        if zoek.has_focus:
            zoek.value = ""
        zoek.focus()

    def action_reload(self) -> None:
        """Read the list anew."""
        self.reload()
        self.query_one(Meldregel).show("De lijst is opnieuw gelezen.")

    def action_open(self) -> None:
        """Open the session under the cursor."""
        sessie_id = self.query_one(RecordTabel).current_id
        if sessie_id:
            self.open_sessie(sessie_id)

    def open_sessie(self, sessie_id: str, *, overnemen: bool = False) -> None:
        """Open a session for writing; when someone else has it, say who and offer to read."""
        if self._zittingen:  # the one we come from is still being closed
            self.set_timer(0.05, lambda: self.open_sessie(sessie_id, overnemen=overnemen))
            return
        try:
            zitting = _zitting().open(self.werkmap, sessie_id, clock=now, new_id=new_id, overnemen=overnemen)
        except BezetError as bezet:
            self._ask_read(sessie_id, bezet)
            return
        except SessieToolError as fout:
            self.query_one(Meldregel).show(str(fout), fout=True)
            return
        self._enter(zitting)

    def _enter(self, zitting: "Zitting") -> None:
        def back(_: None) -> None:
            self._close(zitting)

        self._zittingen.append(zitting)
        from sessie_tool.tui.schermen.sessie import SessieScherm

        self.app.push_screen(SessieScherm(zitting, self.werkmap), back)

    @work(thread=True)
    def _close(self, zitting: "Zitting") -> None:
        self.post_message(self.Gesloten(zitting, describe_slot(zitting.close())))

    def on_overzicht_scherm_gesloten(self, event: Gesloten) -> None:
        """The session is closed: show the list anew, with the cursor at that session."""
        if event.zitting in self._zittingen:
            self._zittingen.remove(event.zitting)
        self.reload()
        self.query_one(RecordTabel).move_to(event.zitting.sessie.id)
        if event.melding:
            self.query_one(Meldregel).show(event.melding, fout=True)

    def close_all(self) -> list[str]:
        """Close what is open, also when the screens are gone already; what a person must know of it."""
        meldingen = [describe_slot(zitting.close()) for zitting in self._zittingen]
        self._zittingen = []
        return [melding for melding in meldingen if melding]

    def _ask_read(self, sessie_id: str, bezet: BezetError) -> None:
        keuze = "Enter: alleen lezen." + (
            " Typ 'overnemen' als die computer niet meer meedoet." if bezet.elders else ""
        )

        def answer(tekst: str | None) -> None:
            if tekst is None:
                return
            if bezet.elders and tekst.strip().casefold() == "overnemen":
                self.open_sessie(sessie_id, overnemen=True)
                return
            self._try(lambda: self._enter(_zitting().lees(self.werkmap, sessie_id, clock=now, new_id=new_id)))

        self.app.push_screen(Vraagvenster("Iemand anders werkt hierin", f"{bezet} {keuze}"), answer)

    def action_new(self) -> None:
        """Make a new session and open it."""
        self._make()

    def action_copy(self) -> None:
        """Make a new session with the steps and participants of the one under the cursor."""
        sessie_id = self.query_one(RecordTabel).current_id
        if sessie_id:
            self._try(lambda: self._make(self.werkmap.read(sessie_id)))

    def _make(self, zoals: "Sessie | None" = None) -> None:
        from sessie_tool.tui.schermen.nieuw import NieuwScherm

        def made(sessie_id: str | None) -> None:
            if sessie_id:
                self.reload()
                self.open_sessie(sessie_id)

        self.app.push_screen(NieuwScherm(self.werkmap, zoals), made)

    def action_actions(self) -> None:
        """The actions over all sessions."""

        def chosen(sessie_id: str | None) -> None:
            if sessie_id:
                self.open_sessie(sessie_id)

        from sessie_tool.tui.schermen.acties import ActiesScherm

        self.app.push_screen(ActiesScherm(self.werkmap), chosen)

    def action_rename(self) -> None:
        """Give the session under the cursor another title."""
        rij = self._current()
        if rij is None:
            return

        def renamed(titel: str | None) -> None:
            if titel and titel.strip() and titel != rij.titel:
                self._try(lambda: self._rename(rij.id, titel.strip()))

        self.app.push_screen(Vraagvenster("Andere titel", "", rij.titel), renamed)

    def _current(self) -> Rij | None:
        """The row under the cursor."""
        return next((one for one in self._rows if one.id == self.query_one(RecordTabel).current_id), None)

    def _rename(self, sessie_id: str, titel: str) -> None:
        zitting = _zitting().open(self.werkmap, sessie_id, clock=now, new_id=new_id)
        try:
            zitting.apply("titel gewijzigd", lambda sessie: msgspec.structs.replace(sessie, titel=titel))
        finally:
            zitting.close()
        self.reload()
        self.query_one(Meldregel).show("De titel is gewijzigd.")

    def action_goals(self) -> None:
        """The strategische opgaven of the werkmap."""
        from sessie_tool.tui.schermen.opgaven import OpgavenScherm

        self.app.push_screen(OpgavenScherm(self.werkmap))

    def action_remove(self) -> None:
        """Put the session under the cursor into the bin."""
        rij = self._current()
        if rij:
            weg = f"'{rij.titel}' ligt in de prullenbak. Ctrl+Z haalt de sessie terug."
            if self._try(lambda: self.werkmap.remove(rij.id, now()), weg):
                self._removed.append(rij.id)

    def action_undo(self) -> None:
        """Bring the last removed session back."""
        if self._removed:
            sessie_id = self._removed.pop()
            self._try(lambda: self.werkmap.restore(sessie_id), "De sessie is terug.")

    def _try(self, change: Callable[[], object], melding: str = "") -> bool:
        """Do something with a file; say what went wrong, or that it went well, and give which of the two."""
        try:
            change()
        except SessieToolError as fout:
            self.query_one(Meldregel).show(str(fout), fout=True)
            return False
        if melding:
            self.reload()
            self.query_one(Meldregel).show(melding)
        return True


def _zitting() -> type["Zitting"]:
    from sessie_tool.zitting import Zitting  # see the module

    return Zitting
