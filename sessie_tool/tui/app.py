"""SessieApp: the program on the screen. It opens the overview (or one session) and closes cleanly in every way.

The first screen has to be there at once, so what it does not show is imported when it is used (together 100 ms).
"""

import asyncio
import gc
import signal
import sys
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb

from textual import work
from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.filter import LineFilter
from textual.message import Message

from sessie_tool.fouten import Bevinding, SessieToolError
from sessie_tool.nu import now
from sessie_tool.opslag.instellingen import keep_instelling, read_instellingen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schermen.overzicht import OverzichtScherm
from sessie_tool.tui.schijf import Schijf
from sessie_tool.tui.stuurtekens import Stuurtekens
from sessie_tool.tui.thema import THEMAS
from sessie_tool.tui.toetsen import Toets, active_keys
from sessie_tool.tui.toetsenbord import make_keymap
from sessie_tool.tui.verslagwerk import Verslagwerken

OPRUIMEN = (5_000, 1_000, 100)
"""When Python looks for memory to give back: among new values often, as that is short, and among all values rarely.
With its own numbers it stops the screen for 80 ms at a time at 2,000 records."""

UITLEG = """In elk scherm staan onderaan de toetsen die nu werken. U hoeft nooit op te slaan: wat u typt,
staat meteen veilig op de schijf. Alles kan met het toetsenbord; de muis werkt ook."""


PROEF = "Dit is een proef met een kopie: alles werkt en er blijft niets van bewaard. Ctrl+Q stopt de proef."


class SessieApp(App[int]):
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
        if self._sessie_id:
            self.call_after_refresh(self._overzicht.opener.open, self._sessie_id)
        if self.welkom:
            self.notify(self.welkom, timeout=6, markup=False)
        self.call_after_refresh(self._read_instellingen)

    @work(thread=True)
    def _read_instellingen(self) -> None:
        self.post_message(self.Ingesteld(read_instellingen()))

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

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which would show what people typed; `run_app` says what happened."""
        self._close_messages_no_wait()

    def close_all(self) -> list[str]:
        """Close every open session, so that all that was typed is on the disk; what a person must know of it."""
        return [*self._overzicht.opener.close_all(), *self.verslagwerk.close()]

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


def run_app(werkmap: Werkmap, sessie_id: str | None = None) -> int:
    """Run the screen until the user stops; gives the exit code."""
    app = _run(SessieApp(werkmap, sessie_id))
    while app.proef:
        run_proef(werkmap, app.proef)
        app = _run(SessieApp(werkmap))
    return app.return_code or 0


def run_proef(werkmap: Werkmap, sessie_id: str) -> int:
    """Run the screen on a copy of a session, of which nothing stays; gives the exit code."""
    from sessie_tool.opslag.proef import open_proef

    with open_proef(werkmap, sessie_id, now()) as proef:
        return _run(SessieApp(proef.werkmap, proef.sessie, PROEF)).return_code or 0


def _run(app: SessieApp) -> SessieApp:
    """Run the screen until the user stops."""
    gc.set_threshold(*OPRUIMEN)
    try:
        app.run()
    finally:
        meldingen = app.close_all()
        sys.stderr.write("".join(f"{melding}\n" for melding in meldingen))
    if app._exception is not None:  # noqa: SLF001  # Textual has no public way to ask
        raise SessieToolError(
            f"Het programma is gestopt door een fout ({describe_fout(app._exception)}). "  # noqa: SLF001
            "Wat u typte is bewaard. Start het programma opnieuw om verder te gaan."
        )
    return app


def describe_fout(fout: BaseException) -> str:
    """'IndexError in recordtabel.py, regel 143': kind and place of a fault, nothing of what people typed."""
    plaatsen = [one for one in extract_tb(fout.__traceback__) if "sessie_tool" in one.filename]
    plaats = f" in {Path(plaatsen[-1].filename).name}, regel {plaatsen[-1].lineno}" if plaatsen else ""
    return f"{type(fout).__name__}{plaats}"
