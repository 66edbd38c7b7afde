"""ZaalApp: the second screen. It follows the session that is open elsewhere on this computer, and writes nothing in it.

Without an open session it waits; when the session closes it says so; when its program does not answer any more it
keeps what it showed and says that, too.
"""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widgets import Digits

from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.nu import now
from sessie_tool.opslag.instellingen import read_instellingen
from sessie_tool.opslag.zaal import Verbinding, Zaallezer
from sessie_tool.tui.beamer.kop import format_boven, format_klok_zin, format_stapkop
from sessie_tool.tui.beamer.lijst import Zaalvak
from sessie_tool.tui.onderdelen.regels import Tekst
from sessie_tool.tui.stuurtekens import Stuurtekens
from sessie_tool.tui.thema import THEMAS
from sessie_tool.tui.vangnet import Herhaling, Vangnet, run_steadily
from sessie_tool.tui.weergave import format_klok

KIJK = 0.02
"""Seconds between two looks at the file; a look asks this computer's own disk one thing and costs next to nothing."""

BEURT = 16
"""So many half seconds rules that do not fit are shown before the next have their turn."""

ZINNEN: dict[Verbinding, str] = {
    "wacht": "We beginnen zo.",
    "gesloten": "Dank u wel. De sessie is gesloten.",
    "volgt": "",
    "verbroken": "Even geen verbinding met de sessie. Dit is het laatste beeld.",
}


class ZaalScherm(Screen[None]):
    """Title and clock, step, and the list."""

    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (34, "-hoog")]

    DEFAULT_CSS = """
    ZaalScherm { padding: 0 1; }
    ZaalScherm.-hoog { padding: 1 3; }
    ZaalScherm #boven { height: auto; }
    ZaalScherm #links { width: 1fr; height: auto; }
    ZaalScherm #sessie { height: 1; }
    ZaalScherm #stapkop { height: auto; max-height: 14; padding: 0 0 1 0; }
    ZaalScherm.-laag #stapkop { max-height: 9; padding: 0; }
    ZaalScherm #klokvak { width: auto; height: auto; padding: 0 0 0 3; }
    ZaalScherm #klok { width: auto; text-style: bold; }
    ZaalScherm #klokzin { width: auto; height: 1; color: $text-muted; }
    ZaalScherm #rust { display: none; height: 1fr; content-align: center middle; text-align: center; }
    ZaalScherm.-rust #rust { display: block; }
    ZaalScherm.-rust #boven, ZaalScherm.-rust Zaalvak { display: none; }
    ZaalScherm #melding { display: none; height: 1; text-align: center; background: $panel; }
    ZaalScherm.-melding #melding { display: block; }
    """

    def __init__(self, titel: str) -> None:
        """Begin with the title alone."""
        super().__init__()
        self._beeld = Zaalbeeld(titel)
        self._tikken = 0

    def compose(self) -> ComposeResult:
        """The parts."""
        with Horizontal(id="boven"):
            with Vertical(id="links"):
                yield Tekst("", id="sessie")
                yield Tekst("", id="stapkop")
            with Vertical(id="klokvak"):
                yield Digits("", id="klok")
                yield Tekst("", id="klokzin")
        yield Zaalvak()
        yield Tekst("", id="rust")
        yield Tekst("", id="melding")

    def on_mount(self) -> None:
        """Count by itself."""
        self.set_interval(0.5, self._tick)

    def on_resize(self) -> None:
        """Use the room that there is."""
        self.call_after_refresh(self._show_kop)

    def show(self, beeld: Zaalbeeld | None, verbinding: Verbinding) -> None:
        """Show what the room may see now."""
        self._beeld = beeld or self._beeld
        zin = ZINNEN[verbinding]
        leeg = verbinding in ("wacht", "gesloten") or not self._beeld.stap
        if leeg != self.has_class("-rust"):
            self.set_class(leeg, "-rust")
            self.call_after_refresh(self._show_kop)  # only then its width is known
        self.set_class(verbinding == "verbroken" and not leeg, "-melding")
        self.query_one("#melding", Tekst).update(Content(zin))
        rust = Content.assemble((show_regel(self._beeld.titel), "bold"), f"\n\n{zin}")
        self.query_one("#rust", Tekst).update(rust)
        self._show_kop()
        self.query_one(Zaalvak).show(self._beeld)

    def _show_kop(self) -> None:
        beeld = self._beeld
        kop = self.query_one("#stapkop", Tekst)
        hoog, beurt = self.has_class("-hoog"), self._tikken // BEURT
        kop.update(format_stapkop(beeld, max(20, kop.size.width), self.size.height, hoog=hoog, beurt=beurt))
        self._show_tijd()

    def _tick(self) -> None:
        self._tikken += 1
        if self._tikken % BEURT:
            self._show_tijd()
        else:
            self._show_kop()

    def _show_tijd(self) -> None:
        klok, beeld = self._beeld.klok, self._beeld
        rest = klok.rest(now()) if klok else 0.0
        groot = self.has_class("-hoog") and self.has_class("-breed")
        self.query_one("#klokvak").display = klok is not None and groot
        if klok and groot:
            self.query_one("#klok", Digits).update(format_klok(rest))
            self.query_one("#klokzin", Tekst).update(Content(format_klok_zin(klok, rest, kort=True)))
        stap = f" · stap {beeld.nummer} van {beeld.van}" if beeld.van else ""
        rechts = format_klok_zin(klok, rest, kort=False) if klok and not groot else ""
        boven = self.query_one("#sessie", Tekst)
        boven.update(format_boven(f"{beeld.titel}{stap}", rechts, boven.size.width))


class ZaalApp(Vangnet[None]):
    """The program of the second screen."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: $background; color: $foreground; }"
    BINDINGS = [
        Binding("ctrl+q,escape", "quit", "stoppen", show=False, priority=True),
        Binding("f12", "look", "uiterlijk", show=False, priority=True),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("end", "move(None)", show=False),
    ]

    def __init__(self, lezer: Zaallezer, titel: str) -> None:
        """Follow a session with a title."""
        super().__init__()
        self._lezer = lezer
        self._scherm = ZaalScherm(titel)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for what is drawn before a theme is chosen."""
        return dict(THEMAS[0].variables)

    def get_line_filters(self) -> list[LineFilter]:
        """Textual's own filters, and one that keeps control characters from the terminal."""
        return [*super().get_line_filters(), Stuurtekens()]

    async def on_mount(self) -> None:
        """Show what there is and begin to follow."""
        names = [thema.name for thema in THEMAS]
        for thema in THEMAS:
            self.register_theme(thema)
        gekozen = read_instellingen().get("thema", "")
        self.theme = gekozen if gekozen in names else names[0]
        await self.push_screen(self._scherm)
        self._lezer.look()
        self._scherm.show(self._lezer.beeld, self._lezer.verbinding)
        self.set_interval(KIJK, self._follow)

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._lezer.leave()

    def _follow(self) -> None:
        self._lezer.beat()
        if self._lezer.look():
            self._scherm.show(self._lezer.beeld, self._lezer.verbinding)

    def action_look(self) -> None:
        """Go to the next look; it is that of this screen only."""
        names = [thema.name for thema in THEMAS]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_move(self, regels: int | None) -> None:
        """Look back in the list."""
        self._scherm.query_one(Zaalvak).move(regels)

    def action_help_quit(self) -> None:
        """Ctrl+C copies in most programs, so it does not stop this one."""
        self.notify("Stoppen gaat met Esc of Ctrl+Q.", markup=False)


def run_zaal(lezer: Zaallezer, titel: str) -> int:
    """Show the room's view until somebody stops it; after a fault it begins anew, and the room sees nothing of it."""
    ongelukken = Herhaling()
    while run_steadily(app := ZaalApp(lezer, titel), ongelukken):
        pass
    return app.return_code or 0
