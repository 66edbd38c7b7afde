"""Zaalleiding: what a screen with a session does for the room: it shows what changed, and F5 chooses what it sees."""

from contextlib import suppress
from functools import partial
from typing import NamedTuple

from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Stap
from sessie_tool.kern.zaalbeeld import Zaalkeuze, find_nieuw, make_zaalbeeld, replace, room_stap
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zaal import Zaalschrijver, Zaalstand
from sessie_tool.tui.beamer.keuzes import Keuze, format_teken, list_keuzes, make_command
from sessie_tool.tui.beamer.venster import Zaalvenster
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.zitting import Zitting

NOG = {  # what was chosen is not to be seen yet, and why
    "vast": " De zaal staat nog vast: F5 en b laat haar weer volgen.",
    "leeg": " De zaal is nog leeg: F5 en z laat haar weer meekijken.",
}


class Zaalplaats(NamedTuple):
    """What the room sees and who writes it, for a screen that goes on with it."""

    keuze: Zaalkeuze
    stand: Zaalstand
    schrijver: Zaalschrijver | None
    stap: Stap | None

    def close(self) -> None:
        """Nobody goes on with it."""
        if self.schrijver:
            self.schrijver.close()


class Zaalleiding(Screen[None]):
    """A screen that leads a session. Nothing here waits for the disk, and undo leaves it alone."""

    BINDINGS = [Binding("f5", "zaal", "zaal", priority=True, id="zaal")]

    zitting: Zitting
    werkmap: Werkmap
    stap_id: str
    _zaalkeuze = Zaalkeuze()
    _zaalstand = Zaalstand()
    _zaal: Zaalschrijver | None = None
    _zaalstap: Stap | None = None
    _zaalnieuw = ""
    _zaal_blijft = False

    class Zaalbericht(Message):
        """Somebody began or stopped looking, or the room cannot follow (sent by the thread that writes)."""

        def __init__(self, stand: Zaalstand) -> None:
            """Keep it."""
            super().__init__()
            self.stand = stand

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        """The session closes for the room, too."""
        if self._zaal and not self._zaal_blijft:
            self._zaal.close()

    def leave_zaal(self) -> Zaalplaats:
        """What another screen needs to go on with the room, for which nothing changes then."""
        self._zaal_blijft = True
        return Zaalplaats(self._zaalkeuze, self._zaalstand, self._zaal, self._zaalstap)

    def enter_zaal(self, plaats: Zaalplaats) -> None:
        """Go on with the room where another screen left it."""
        self._zaalkeuze, self._zaalstand, self._zaal, self._zaalstap = plaats
        if self._zaal:
            self._zaal.on_stand = self._on_zaal

    def _on_zaal(self, stand: Zaalstand) -> None:
        with suppress(RuntimeError):  # the program has stopped
            self.post_message(self.Zaalbericht(stand))

    def on_zaalleiding_zaalbericht(self, event: Zaalbericht) -> None:
        """Show whether anybody looks; say it in words when the room cannot follow."""
        if event.stand.fout and event.stand.kijkt and not self._zaalstand.fout:
            self.meld(f"De zaal kan nu niet volgen: {event.stand.fout}. Uw werk wordt gewoon bewaard.", fout=True)
        self._zaalstand = event.stand
        if event.stand.bleef_leeg and self._zaal:
            self._zaalkeuze = replace(self._zaalkeuze, stand="leeg")
            self._zaal.release()
            self.show_zaal()
            self.meld("De zaal was leeg toen het programma stopte, en blijft leeg. F5 en z laat haar weer meekijken.")
        self.show_stand()

    @property
    def zaalteken(self) -> str:
        """What the room sees, in a few words; "" when nobody looks."""
        return format_teken(self._zaalkeuze, self._zaalstand)

    def show_stand(self) -> None:
        """Show `zaalteken` where the screen has a place for it."""
        raise NotImplementedError

    def show_zaal(self) -> None:
        """Show the room what there is now. Who only reads shows nothing: the room follows who leads."""
        if self.zitting.alleen_lezen:
            return
        if self._zaal is None:
            self._zaal = Zaalschrijver(self.werkmap.pad, self.zitting.sessie.id, self._on_zaal)
        sessie, omgeving = self.zitting.sessie, self.zitting.omgeving
        stap, before = room_stap(sessie, self.stap_id), self._zaalstap
        self._zaalstap = stap
        if before is None or before.id != stap.id:
            self._zaalnieuw = ""
            self._zaalkeuze = replace(self._zaalkeuze, groot="")
        elif before is not stap:
            self._zaalnieuw = find_nieuw(before, stap)
        if self._zaalkeuze.stand != "vast":
            self._zaal.put(partial(make_zaalbeeld, sessie, omgeving, self.stap_id, self._zaalkeuze, self._zaalnieuw))

    def action_zaal(self) -> None:
        """Choose what the room sees."""
        if self._zaal is None:
            self.meld("U leest mee. Wie de sessie leidt, kiest wat de zaal ziet.", fout=True)
            return
        sessie, omgeving = self.zitting.sessie, self.zitting.omgeving
        stap = room_stap(sessie, self.stap_id)
        mee = "Er kijkt iemand mee" if self._zaalstand.kijkt else "Er kijkt nog niemand mee"
        namen = "met namen" if self._zaalkeuze.namen else "zonder namen"
        nu = f"{mee}: stap {sessie.nummer(stap.id)}, {stap.titel}, {namen}."
        opdracht = make_command(sessie.id, str(self.werkmap.pad.absolute()))
        keuzes = list_keuzes(self._zaalkeuze, stap, omgeving, self._chosen())
        self.app.push_screen(Zaalvenster(nu, opdracht, keuzes), self._choose)

    def _chosen(self) -> Record | None:
        """The record under the cursor."""
        editor = next((one for one in self.query(Editor) if one.staat), None)
        return next(iter(editor.chosen()), None) if editor else None

    def _choose(self, keuze: Keuze | None) -> None:
        if keuze is None:
            return
        nog = NOG.get(keuze.nieuw.stand, "") if self._zaalkeuze.stand == keuze.nieuw.stand else ""
        self._zaalkeuze = keuze.nieuw
        self.show_zaal()
        self.show_stand()
        self.meld(f"{keuze.gedaan}{nog}")
