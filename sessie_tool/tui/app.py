"""SessieApp: the program on the screen. It opens the overview (or one session) and closes cleanly in every way.

The first screen has to be there at once, so what it does not show is imported when it is used (together 100 ms).
"""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events, work
from textual.binding import Binding
from textual.content import Content
from textual.filter import LineFilter
from textual.message import Message

from sessie_tool.fouten import Bevinding
from sessie_tool.opslag.instellingen import keep_instelling, read_instellingen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.geheugen import BEURT, Opruimer
from sessie_tool.tui.schermen.overzicht import OverzichtScherm
from sessie_tool.tui.schijf import Schijf
from sessie_tool.tui.stuurtekens import Stuurtekens
from sessie_tool.tui.thema import THEMAS
from sessie_tool.tui.toetsen import Toets, active_keys
from sessie_tool.tui.toetsenbord import make_keymap
from sessie_tool.tui.vangnet import Ongeluk, Vangnet
from sessie_tool.tui.verslagwerk import Verslagwerken

if TYPE_CHECKING:
    from sessie_tool.tui.plek import Plek

ACHTERGROND = "Er ging iets mis op de achtergrond. Kijk of onderaan 'opgeslagen' staat; zo niet: stop en start opnieuw."

UITLEG = """In elk scherm staan onderaan de toetsen die nu werken. U hoeft nooit op te slaan: wat u typt,
staat meteen veilig op de schijf. Alles kan met het toetsenbord; de muis werkt ook."""

GEDULD = 2.0
"""Seconds that one waits after a fault until what was typed is safe, before one is told of it."""


class SessieApp(Vangnet[int]):
    """The program."""

    CSS_PATH = "app.tcss"
    TITLE = "sessie_tool"
    ENABLE_COMMAND_PALETTE = False

    class Ingesteld(Message):
        """The settings were read (sent by the thread that reads)."""

        def __init__(self, instellingen: dict[str, str]) -> None:
            """Keep them."""
            super().__init__()
            self.instellingen = instellingen

    BINDINGS = [
        Binding("f1", "help", "hulp", show=False),
        Binding("ctrl+q", "quit", "stoppen", show=False, priority=True),
        Binding("f8", "rehearse", "proefdraaien met deze sessie; er blijft niets van bewaard", show=False),
        Binding("f12", "theme", "licht, donker of hoog contrast", show=False, priority=True, id="thema"),
    ]

    def __init__(self, werkmap: Werkmap, sessie_id: str | None = None, welkom: str = "") -> None:
        """Work in a werkmap; with `sessie_id` open that session at once. `welkom` is said at the beginning."""
        super().__init__()
        self.werkmap = werkmap
        self.welkom, self.proef = welkom, ""
        self._sessie_id = sessie_id
        self.schijf = Schijf()
        self.verslagwerk = Verslagwerken()
        self._overzicht = OverzichtScherm(werkmap, self.schijf)
        self._stuurtekens = Stuurtekens()
        self._opruimer = Opruimer()
        self.plek: Plek | None = None  # where one was when something went wrong
        self._terug: tuple[Ongeluk, Plek | None] | None = None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for what is drawn before a theme is chosen."""
        return dict(THEMAS[0].variables)

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's own filters, and one that keeps control characters from the terminal."""
        return [*super().get_line_filters(), self._stuurtekens]

    def on_mount(self) -> None:
        """Show the first screen."""
        for thema in THEMAS:
            self.register_theme(thema)
        self.theme = THEMAS[0].name
        self._end_on_signals()
        self.push_screen(self._overzicht)
        if self._terug:
            self.call_after_refresh(self._return, *self._terug)
        elif self._sessie_id:
            self.call_after_refresh(self._overzicht.opener.open, self._sessie_id)
        if self.welkom:
            self.notify(self.welkom, timeout=6, markup=False)
        self.call_after_refresh(self._read_instellingen)
        self.set_interval(BEURT, lambda: self._opruimer.take_turn(len(self.screen_stack)))

    @work(thread=True)
    def _read_instellingen(self) -> None:
        self.post_message(self.Ingesteld(read_instellingen()))

    async def on_event(self, event: events.Event) -> None:
        """Every key comes by here first."""
        if isinstance(event, events.Key):
            self._opruimer.note_key()
        await super().on_event(event)

    def on_sessie_app_ingesteld(self, event: Ingesteld) -> None:
        """Use the person's own look and keys; say what cannot be used."""
        thema = event.instellingen.get("thema", THEMAS[0].name)
        keymap, bevindingen = make_keymap(event.instellingen)
        if thema in {one.name for one in THEMAS}:
            self.theme = thema
        else:
            keuzes = ", ".join(one.name for one in THEMAS)
            bevindingen.append(Bevinding(f"Het thema '{thema}' bestaat niet. Kies uit: {keuzes}.", bron="instellingen"))
        self.set_keymap(keymap)
        for bevinding in bevindingen:
            self.notify(str(bevinding), severity="warning", timeout=15, markup=False)

    def _end_on_signals(self) -> None:
        """A closed terminal or a request to stop ends the program in order, with everything written."""
        loop = asyncio.get_running_loop()
        for name in ("SIGHUP", "SIGTERM"):
            number = getattr(signal, name, None)
            try:
                loop.add_signal_handler(number, self.exit)  # type: ignore[arg-type]
            except (NotImplementedError, TypeError, ValueError, RuntimeError):
                continue  # Windows, or not in the main thread: leaving goes through `close_all` all the same

    def close_all(self) -> list[str]:
        """Close every open session, so that all that was typed is on the disk; what a person must know of it."""
        return [*self._overzicht.opener.close_all(), *self.verslagwerk.close()]

    # After a fault.

    def remember(self) -> None:
        """Keep where one is, and what stands in a window that is open."""
        from sessie_tool.tui.plek import remember

        self.plek = remember(self.screen_stack)

    def begin_anew(self, ongeluk: Ongeluk, *, ter_plekke: bool) -> "SessieApp":
        """An app that goes on where this one was, or else in the overview; what this one kept open is safe first."""
        nieuw = SessieApp(self.werkmap)
        plek = self.plek if ter_plekke else None
        if plek:
            plek.zitting.wait_saved(GEDULD)
            self._overzicht.opener.release(plek.zitting)
        elif self.plek and self.plek.zaal:
            self.plek.zaal.close()
        self.close_all()
        nieuw._terug = ongeluk, plek  # one of its own kind
        return nieuw

    def _return(self, ongeluk: Ongeluk, plek: "Plek | None") -> None:
        """Show where one was, and over it what happened."""
        from sessie_tool.tui.plek import go_back
        from sessie_tool.tui.schermen.ongeluk import OngelukVenster

        scherm = go_back(plek, self._overzicht.opener) if plek else None
        venster = OngelukVenster(ongeluk, plek.zitting.stand if plek else None)

        def verder(keuze: str | None) -> None:
            if scherm and keuze == "overzicht":
                scherm.action_leave()
            elif scherm:
                scherm.werkblad.invoer.insert_text_at_cursor(venster.getypt)

        self.push_screen(venster, verder)

    def report_thread(self, fout: BaseException | None) -> None:
        """Keep a report of a fault in a thread, and say so; the screen itself is sound."""
        super().report_thread(fout)
        with suppress(RuntimeError):  # the program has stopped
            self.call_later(self.notify, ACHTERGROND, severity="warning", timeout=15, markup=False)

    def action_help_quit(self) -> None:
        """Ctrl+C copies in most programs, so it does not stop this one."""
        self.notify("Stoppen gaat met Ctrl+Q.", markup=False)

    async def action_quit(self) -> None:
        """Stop; a session first lets the keys that are still on their way be dealt with."""
        from sessie_tool.tui.schermen.sessie import SessieScherm

        scherm = next((one for one in self.screen_stack if isinstance(one, SessieScherm)), None)
        if scherm is None:
            self.exit()
        else:
            scherm.werkblad.invoer.call_later(lambda: self.exit() if scherm.may_leave() else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A dry run begins in the overview."""
        return super().check_action(action, parameters) and (action != "rehearse" or self.screen is self._overzicht)

    def action_rehearse(self) -> None:
        """Try the session under the cursor: the program goes on in a copy and comes back here."""
        from sessie_tool.opslag.proef import MERK

        if MERK in self.werkmap.pad.parts:
            self._overzicht.meld("Dit is al een proef. Ctrl+Q stopt hem.")
        elif self._overzicht.lijst.current_id:
            self.proef = self._overzicht.lijst.current_id
            self.exit()

    def action_theme(self) -> None:
        """Go to the next theme."""
        names = [thema.name for thema in THEMAS]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._keep_thema(self.theme)

    @work(thread=True)
    def _keep_thema(self, naam: str) -> None:
        with suppress(OSError):  # a folder that cannot be written is no reason to keep the old look now
            keep_instelling("thema", naam)

    def action_help(self) -> None:
        """What can be done here."""
        from sessie_tool.tui.schermen.hulp import HulpScherm
        from sessie_tool.tui.schermen.sessie import SessieScherm

        if isinstance(self.screen, HulpScherm):
            return
        scherm = self.screen
        tekst = Content(UITLEG.replace("\n", " "))
        if isinstance(scherm, SessieScherm):
            tekst = Content("\n\n").join([scherm.help_text(), tekst])
        elif uitleg := getattr(scherm, "UITLEG", ""):
            tekst = Content(uitleg)
        toetsen = [(toets.naam, toets.doet) for toets in active_keys(scherm)]
        self.push_screen(HulpScherm("Hulp", tekst, toetsen))

    def action_commands(self) -> None:
        """Everything that can be done here, to choose from."""
        from sessie_tool.tui.schermen.opdrachten import OpdrachtenScherm

        async def run(toets: Toets | None) -> None:
            if toets:
                await self.run_action(toets.actie, toets.doel)

        self.push_screen(OpdrachtenScherm(active_keys(self.screen)), run)
