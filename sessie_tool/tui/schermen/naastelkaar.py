"""NaastElkaarScherm: what differs between two versions of a session, and a choice for each of these."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.verschillen import Keuze, Verschilpunt
from sessie_tool.kern.zichtbaar import show_regel, show_tekst
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Meldregel, Voetregel

_TEKENS: dict[Keuze | None, str] = {"links": "‹ links", "rechts": "› rechts", "allebei": "+ allebei", None: "? kies"}
_WIE = {
    "links": "links gewijzigd",
    "rechts": "rechts gewijzigd",
    "beide": "beide gewijzigd",
    "onbekend": "",
}
_REST: Sequence[tuple[str, Keuze | None]] = (
    ("Alles wat nog open is: links", "links"),
    ("Alles wat nog open is: rechts", "rechts"),
    ("Alles wat nog open is: allebei, waar dat kan", "allebei"),
    ("Wat maar aan één kant is gewijzigd: die kant", None),
)


class Puntenlijst(RecordTabel):
    """The points, each with what is chosen."""

    BINDINGS = [Binding("enter", "select_cursor", "volgende", show=False), Binding("space", "mark", "kies", show=False)]

    class Verplaatst(Message):
        """The cursor went to another point."""

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row, and tell it."""
        super().move_cursor(row)
        self.post_message(self.Verplaatst())


class NaastElkaarScherm(ModalScreen[bool]):
    """Gives whether the versions are to be brought together with `keuzes`; False when the user went back.

    Attributes:
        keuzes: what was chosen, by the key of the point; whoever opened the screen keeps it.
    """

    AUTO_FOCUS = "Puntenlijst"
    UITLEG: ClassVar[str] = (
        "Van deze sessie zijn twee versies. Links staat de sessie zelf, rechts de kopie. Kies per regel wat blijft: L "
        "is links, R is rechts, B is allebei. Met A kiest u in één keer voor alles wat nog open is. Een regel die maar "
        "in één versie staat, blijft, tenzij u iets anders kiest. S voegt samen: dat is één wijziging, die u met "
        "Ctrl+Z in de sessie ongedaan maakt. De kopie blijft bewaard bij de eerdere versies. Esc verandert niets."
    )
    DEFAULT_CSS = """
    NaastElkaarScherm #zij { height: 9; border-top: solid $panel; }
    NaastElkaarScherm #zij VerticalScroll { width: 1fr; padding: 0 1; }
    NaastElkaarScherm #zij #rechtskant { border-left: solid $panel; }
    NaastElkaarScherm #zij Static { height: auto; }
    """

    BINDINGS = [
        Binding("l,left", "choose('links')", "links", key_display="L"),
        Binding("r,right", "choose('rechts')", "rechts", key_display="R"),
        Binding("b", "choose('allebei')", "allebei", key_display="B"),
        Binding("a", "rest", "de rest", key_display="A"),
        Binding("s", "finish", "samenvoegen", key_display="S"),
        Binding("escape", "dismiss(False)", "terug"),
        Binding("f1", "app.help", "hulp"),
    ]

    def __init__(self, titel: str, kopie: str, punten: Sequence[Verschilpunt], keuzes: dict[str, Keuze]) -> None:
        """Show the points between a session and a copy of it, named `kopie`."""
        super().__init__()
        self._titel, self._kopie, self.keuzes = titel, kopie, keuzes
        self._punten = {one.sleutel: one for one in punten}
        for punt in punten:
            if punt.voorstel:
                keuzes.setdefault(punt.sleutel, punt.voorstel)

    def compose(self) -> ComposeResult:
        """How much is open, the points, both texts of the one under the cursor, the keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = Content(f"Twee versies: {show_regel(self._titel)}")
            yield Static("", id="uitleg", classes="hulp")
            yield Puntenlijst(kenmerken=28, deel=0.3, nummer=11, id="punten")
            with Horizontal(id="zij"):
                for kant in ("links", "rechts"):
                    with VerticalScroll(id=f"{kant}kant", can_focus=False):
                        yield Static("", id=f"{kant}tekst")
            yield Meldregel()
            yield Voetregel()

    def on_mount(self) -> None:
        """Show the points; begin at the first that asks for a choice."""
        self.show()
        self.tabel.move_to(self._first_open())

    @property
    def tabel(self) -> Puntenlijst:
        """The list."""
        return self.query_one(Puntenlijst)

    def show(self) -> None:
        """Show what is chosen."""
        self.tabel.show_rows([self._row(one) for one in self._punten.values()])
        aantal = format_aantal(len(self._punten), "verschil", "verschillen")
        over = len(self._open())
        stand = f"nog {over} te kiezen" if over else "alles is gekozen: S voegt samen"
        kop = f"{aantal}, {stand}. Rechts: {show_regel(self._kopie)}."
        self.query_one("#uitleg", Static).update(
            Content(kop if self._punten else "De versies zijn gelijk. S ruimt op.")
        )
        self._show_sides()

    def _row(self, punt: Verschilpunt) -> Tabelrij:
        tekst = punt.links or punt.rechts
        kop = f"{punt.wat}: {tekst}" if tekst else punt.wat
        wie = _WIE[punt.gewijzigd] or punt.plaats
        return Tabelrij(punt.sleutel, _TEKENS[self.keuzes.get(punt.sleutel)], kop, wie)

    def _open(self) -> list[str]:
        return [sleutel for sleutel in self._punten if sleutel not in self.keuzes]

    def _first_open(self) -> str:
        return next(iter(self._open()), "")

    def on_puntenlijst_verplaatst(self) -> None:
        """Show both texts of the other point."""
        self._show_sides()

    def _show_sides(self) -> None:
        punt = self._punten.get(self.tabel.current_id)
        for kant in ("links", "rechts"):
            tekst = (getattr(punt, kant) or "(staat hier niet)") if punt else ""
            waar = "Links, de sessie" if kant == "links" else "Rechts, de kopie"
            plaats = f" · {show_regel(punt.plaats)}" if punt else ""
            inhoud = Content.assemble((f"{waar}{plaats}", "bold"), "\n", show_tekst(tekst))
            self.query_one(f"#{kant}tekst", Static).update(inhoud)

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    # Choosing.

    def action_choose(self, keuze: Keuze) -> None:
        """Choose for the marked points, or for the one under the cursor, and go on to the next."""
        gekozen = [self._punten[sleutel] for sleutel in self.tabel.chosen_ids]
        kan = [punt.sleutel for punt in gekozen if keuze in punt.keuzes]
        self.keuzes |= dict.fromkeys(kan, keuze)
        alle = bool(self.tabel.gemerkt)
        self.tabel.clear_marks()
        self.show()
        if len(kan) < len(gekozen):
            self.meld("Allebei kan hier niet: kies links of rechts.", fout=True)
        elif not alle:
            self.tabel.move_cursor(self.tabel.cursor_row + 1)

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter goes to the next point that asks for a choice."""
        event.stop()
        self.tabel.move_to(self._first_open())

    def action_rest(self) -> None:
        """Choose for everything that asks for a choice still."""
        self.app.push_screen(Kiesvenster("De rest", [regel for regel, _ in _REST]), self._choose_rest)

    def _choose_rest(self, plaats: int | None) -> None:
        if plaats is None:
            return
        keuze = _REST[plaats][1]
        for sleutel in self._open():
            punt = self._punten[sleutel]
            nieuw: Keuze | None = keuze
            if nieuw is None and punt.gewijzigd in ("links", "rechts"):
                nieuw = "links" if punt.gewijzigd == "links" else "rechts"
            if nieuw in punt.keuzes:
                self.keuzes[sleutel] = nieuw
        self.show()
        over = self._open()
        self.tabel.move_to(self._first_open())
        self.meld(f"Nog {len(over)} te kiezen." if over else "Alles is gekozen. S voegt samen.")

    def action_finish(self) -> None:
        """Bring the versions together, when everything is chosen."""
        if over := self._open():
            self.tabel.move_to(over[0])
            self.meld(f"Kies eerst bij {format_aantal(len(over), 'regel', 'regels')} met een vraagteken.", fout=True)
        else:
            self.dismiss(result=True)
