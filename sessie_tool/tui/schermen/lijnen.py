"""LijnenScherm: the rode draden through the years, a life line each; search, sort, filter, and one key to all of it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message_pump import MessagePump
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.levenslijn import list_tekens
from sessie_tool.kern.lijnen import Draad, Lijn, Vergelijking
from sessie_tool.kern.lijnenlijst import VOLGORDES, find_lijnen
from sessie_tool.kern.rondes import JAARRONDE
from sessie_tool.kern.taal import format_aantal
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.lijnenwerk import Keuze, Lijnenwerk
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster
from sessie_tool.tui.onderdelen.lijnentabel import Lijnentabel
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Kopregel, Meldregel, Voetregel
from sessie_tool.tui.onderdelen.zoekscherm import Zoekscherm
from sessie_tool.tui.schermen.opener import Opener
from sessie_tool.tui.schijf import Schijf

LEZEND = "De rode draden van alle jaren worden gelezen…"
LEEG = (
    "Er zijn nog geen rode draden om te vergelijken. Houd een jaarronde, of lees oude jaren in met "
    "'sessie inlezen'. Ctrl+T kiest een andere soort sessie."
)


class LijnenScherm(Zoekscherm[None]):
    """Lijnen × years. Nothing in it waits for the disk."""

    CSS_PATH = "overzicht.tcss"
    KADER = "#kader"
    UITLEG = (
        "Elke regel is een lijn: een rode draad door de jaren. Het teken zegt hoe het in dat jaar met de lijn ging, "
        "het getal hoeveel signalen haar dragen. Enter toont alles onder een lijn; met F2 beslist u wat bij elkaar "
        "hoort."
    )

    BINDINGS = [
        Binding("f1", "app.help", "hulp", priority=True, id="hulp"),
        Binding("ctrl+p", "app.commands", "menu", show=False, priority=True, id="menu"),
        Binding("enter", "open", "alles hierover"),
        Binding("f2", "judge", "beoordelen", priority=True, id="beoordelen"),
        Binding("f3", "opgave", "opgave", priority=True, id="lijnen_opgave"),
        Binding("f4", "jaren", "jaren", priority=True, id="lijnen_jaren"),
        Binding("f6", "order", "volgorde", priority=True, id="lijnen_volgorde"),
        Binding("ctrl+e", "report", "verslag", priority=True, id="verslag"),
        Binding("ctrl+t", "kind", "soort sessie", show=False, priority=True, id="lijnen_soort"),
        Binding("ctrl+z", "undo", "besluit terugnemen", show=False, priority=True, id="ongedaan"),
        Binding("escape", "leave", "terug"),
    ]

    def __init__(self, werkmap: Werkmap, schijf: Schijf, opener: Opener) -> None:
        """Show the lijnen of a werkmap; a session is opened by `opener`."""
        super().__init__()
        self.werk = Lijnenwerk(werkmap, schijf)
        self._opener = opener
        self._keuze = Keuze()
        self._volgorde = next(iter(VOLGORDES))
        self._vergelijking: Vergelijking | None = None

    def compose(self) -> ComposeResult:
        """Title, search line, years, list, legend, message, foot."""
        yield Kopregel()
        with Vertical(id="kader"):
            with Horizontal(id="zoekregel"):
                yield Static("zoek ›", id="teken")
                yield Input(placeholder="titel, opgave of staat", id="zoek", compact=True)
            yield Static("", id="jaren")
            yield Lijnentabel()
            yield Static(LEZEND, id="leeg")
            yield Static("", id="legenda")
        yield Meldregel()
        yield Voetregel()

    def on_mount(self) -> None:
        """Read the rounds of all years."""
        self.query_one(Kopregel).show("Rode draden door de jaren", "")
        self.reread()

    def reread(self) -> None:
        """Read everything anew."""
        self.werk.read(self.refresh_lijnen, self._fail, self)

    def refresh_lijnen(self) -> None:
        """Compare again with the decisions that there are now."""
        self._vergelijking = self.werk.compare(self._keuze)
        self.show()

    def on_resize(self) -> None:
        """Show as many years as fit."""
        self.call_after_refresh(self.show)

    def _fail(self, fout: SessieToolError) -> None:
        self.meld(str(fout), fout=True)

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    @property
    def pomp(self) -> MessagePump:
        """This screen."""
        return self

    # The list.

    @property
    def lijst(self) -> Lijnentabel:
        """The list."""
        return self.query_one(Lijnentabel)

    def show(self) -> None:
        """Show the lijnen that fit the search, under their years."""
        if self._vergelijking is None or not self.is_mounted:
            return
        lijnen = self._find_lijnen(self.query_one("#zoek", Input).value)
        self.lijst.show_lijnen(lijnen, self._vergelijking)
        self.query_one("#jaren", Static).update(Content(self.lijst.kop if lijnen else ""))
        self.query_one("#legenda", Static).update(Content(list_tekens(lijnen)))
        leeg = self.query_one("#leeg", Static)
        leeg.display = not lijnen
        leeg.update(Content(self.describe(len(lijnen))))
        kader = self.query_one(self.KADER)
        kader.border_title = Content(self._describe_keuze())
        kader.border_subtitle = Content(self.describe(len(lijnen)) if lijnen else "")

    def _find_lijnen(self, zoek: str) -> list[Lijn]:
        if self._vergelijking is None:
            return []
        return find_lijnen(self._vergelijking, zoek, self._volgorde)

    def find(self, zoek: str) -> Sequence[Tabelrij]:
        """The lijnen that fit the search, as rows."""
        return [Tabelrij(one.id, "", one.titel) for one in self._find_lijnen(zoek)]

    def describe(self, aantal: int) -> str:
        """How many there are, and how many draden wait for a decision."""
        if self._vergelijking is None:
            return LEZEND
        if not aantal:
            return "Niets gevonden. Pas de zoekwoorden, de opgave of de jaren aan." if self.werk.rondes else LEEG
        wacht = len(self._vergelijking.onbeoordeeld)
        nog = f" · {format_aantal(wacht, 'draad', 'draden')} te beoordelen (F2)" if wacht else ""
        return f"{format_aantal(aantal, 'lijn', 'lijnen')}{nog}"

    def _describe_keuze(self) -> str:
        jaren = self._vergelijking.jaren if self._vergelijking else ()
        shown = self.lijst.raster.jaren
        periode = f"{jaren[0]}–{jaren[-1]}" if len(jaren) > 1 else "".join(map(str, jaren))
        past = f" (hier passen {shown[0]}–{shown[-1]})" if shown and shown != jaren else ""
        soort = "" if self._keuze.soort == JAARRONDE else self._keuze.soort
        delen = (soort or "Lijnen", f"{periode}{past}", self._keuze.opgave or "alle opgaven", self._volgorde)
        return " · ".join(filter(None, delen))

    @property
    def _lijn(self) -> Lijn | None:
        """The lijn under the cursor."""
        lijnen = self._vergelijking.lijnen if self._vergelijking else ()
        return next((one for one in lijnen if one.id == self.lijst.current_id), None)

    # What is shown.

    def _choose(self, keuze: Keuze) -> None:
        self._keuze = keuze
        self.refresh_lijnen()

    def action_opgave(self) -> None:
        """Show the lijnen of one opgave, or of all."""
        lijnen = self.werk.compare(self._keuze._replace(opgave="")).lijnen
        opgaven = ["", *sorted({opgave for lijn in lijnen for opgave in lijn.opgaven})]

        def chosen(plaats: int | None) -> None:
            if plaats is not None:
                self._choose(self._keuze._replace(opgave=opgaven[plaats]))

        nu = opgaven.index(self._keuze.opgave) if self._keuze.opgave in opgaven else 0
        self.app.push_screen(Kiesvenster("Van welke opgave?", ["alle opgaven", *opgaven[1:]], nu), chosen)

    def action_jaren(self) -> None:
        """Choose the first year, then the last."""
        jaren = self.werk.compare(Keuze(self._keuze.soort)).jaren
        if not jaren:
            return

        def until(van: int, plaats: int | None) -> None:
            if plaats is not None:
                later = [jaar for jaar in jaren if jaar >= van]
                self._choose(self._keuze._replace(van=van, tot=later[plaats]))

        def since(plaats: int | None) -> None:
            if plaats is not None:
                van = jaren[plaats]
                later = [str(jaar) for jaar in jaren if jaar >= van]
                venster = Kiesvenster("Tot en met welk jaar?", later, len(later) - 1)
                self.app.push_screen(venster, lambda gekozen: until(van, gekozen))

        nu = jaren.index(self._keuze.van) if self._keuze.van in jaren else 0
        self.app.push_screen(Kiesvenster("Vanaf welk jaar?", [str(jaar) for jaar in jaren], nu), since)

    def action_kind(self) -> None:
        """Compare another soort of session."""
        soorten = list(dict.fromkeys((JAARRONDE, *sorted({one.soort for one in self.werk.rondes}))))

        def chosen(plaats: int | None) -> None:
            if plaats is not None:
                self._choose(Keuze(soorten[plaats]))

        self.app.push_screen(Kiesvenster("Welke sessies?", soorten, soorten.index(self._keuze.soort)), chosen)

    def action_order(self) -> None:
        """Go to the next order."""
        namen = list(VOLGORDES)
        self._volgorde = namen[(namen.index(self._volgorde) + 1) % len(namen)]
        self.show()

    # To other screens.

    def action_open(self) -> None:
        """Everything below the lijn under the cursor."""
        if self._lijn and self._vergelijking and self.is_current:
            from sessie_tool.tui.schermen.lijn import LijnScherm

            scherm = LijnScherm(self._lijn, self._vergelijking, self.werk, self)
            self.app.push_screen(scherm, lambda _: self.refresh_lijnen())

    def open_sessie(self, sessie: str, record: str) -> None:
        """Leave for a session, at a record."""
        self.dismiss(None)
        self._opener.open(sessie, bij=record)

    def action_judge(self) -> None:
        """Decide on the draden that nobody judged, the oldest year first: the next years then meet whole lijnen."""
        wachten = self.werk.compare(Keuze(self._keuze.soort)).onbeoordeeld
        if not wachten:
            self.meld("Over elke rode draad is al beslist. Enter toont een lijn; van daar kunt u een besluit wijzigen.")
            return
        self.judge(wachten)

    def judge(self, draden: Sequence[Draad]) -> None:
        """Ask about these draden."""
        from sessie_tool.tui.schermen.beoordelen import BeoordelenScherm

        scherm = BeoordelenScherm(draden, self._keuze.soort, self.werk)
        self.app.push_screen(scherm, lambda _: self.refresh_lijnen())

    def action_undo(self) -> None:
        """Take the last decision back."""
        if not self.werk.can_undo:
            self.meld("Er is geen besluit om terug te nemen.")
            return

        def back() -> None:
            self.refresh_lijnen()
            self.meld("Het laatste besluit is teruggenomen.")

        self.werk.undo(back, self._fail, self)

    def action_report(self) -> None:
        """Make the comparison as a Word document."""
        if not self._vergelijking or not self._vergelijking.lijnen:
            self.meld("Er is nog niets om een document van te maken.", fout=True)
            return
        vergelijking, keuze = self._vergelijking, self._keuze
        self.meld("Het document wordt gemaakt…")
        self.werk.schijf.lees(lambda: self.werk.export(vergelijking, keuze), self._made, self._fail, self)

    def _made(self, zinnen: Sequence[str]) -> None:
        self.meld(" ".join(zinnen))

    def action_leave(self) -> None:
        """Empty the search first, then leave."""
        zoek = self.query_one("#zoek", Input)
        if zoek.value:
            zoek.value = ""
        else:
            self.dismiss(None)

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter on a row opens it."""
        event.stop()
        self.action_open()
