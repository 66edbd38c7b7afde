"""VoorbereidingScherm: what is still open before the session begins, and a form for who prepares a part of it."""

from functools import partial
from pathlib import Path
from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.inlezen.lezen import decode
from sessie_tool.kern.gereed import list_punten
from sessie_tool.kern.taal import whole_text
from sessie_tool.kern.voorbereiding import read_formulier, write_formulier
from sessie_tool.nu import new_id
from sessie_tool.opslag.formulierbestand import keep_formulier
from sessie_tool.opslag.versies import INLEZEN
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Meldregel
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.werkblad import HeeftSchijf
from sessie_tool.zitting import Zitting

FORMULIER = (
    "w schrijft een formulier dat iedereen in een gewone teksteditor kan invullen, zoals de inbrenger.\n"
    "l leest een ingevuld formulier in. U kunt de ingevulde tekst ook hier plakken."
)


class Puntenlijst(RecordTabel):
    """What is still to be arranged."""

    BINDINGS = [Binding("enter", "select_cursor", "regelen")]


class VoorbereidingScherm(Venster[str]):
    """Gives where the user wants to arrange something (see `Punt.plek`), "" when nowhere."""

    UITLEG = (
        "Dit is er nog te regelen voor de sessie begint. Enter op een regel brengt u naar de plek waar dat kan. "
        f"{FORMULIER} Wat al in de sessie staat, gaat niet verloren."
    )

    BINDINGS = [
        Binding("w", "write", "formulier"),
        Binding("l", "read", "inlezen"),
        Binding("ctrl+z", "undo", "ongedaan", priority=True),
        Binding("escape,ctrl+k", "dismiss('')", "terug"),
    ]

    def __init__(self, zitting: Zitting) -> None:
        """Prepare an open session."""
        super().__init__()
        self.zitting = zitting
        self._pad = ""

    def compose(self) -> ComposeResult:
        """What is open, and what one can do about it outside the program."""
        with Vertical(id="venster") as venster:
            venster.border_title = "Voorbereiding"
            yield Static("", id="stand", classes="tussenkop", markup=False)
            yield Puntenlijst(kenmerken=0, id="punten")
            yield Static(Content(FORMULIER), classes="hulp")
            yield Meldregel()

    def on_mount(self) -> None:
        """Show what is open."""
        self.show()
        self.tabel.focus()

    @property
    def tabel(self) -> RecordTabel:
        """The list."""
        return self.query_one(RecordTabel)

    def show(self) -> None:
        """Show what is still open now."""
        self._punten = list_punten(self.zitting.sessie)
        self.tabel.show_rows([Tabelrij(str(plek), str(plek + 1), een.zin) for plek, een in enumerate(self._punten)])
        self.tabel.styles.height = min(12, max(1, self.tabel.virtual_size.height))
        stand = "Dit is nog open:" if self._punten else "Alles is klaar. Esc gaat terug; F9 start de klok."
        self.query_one("#stand", Static).update(stand)

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something."""
        self.query_one(Meldregel).show(tekst, fout=fout)

    def _fail(self, fout: SessieToolError) -> None:
        self.meld(str(fout), fout=True)

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter goes to where it is arranged."""
        event.stop()
        if self.is_current:
            self.dismiss(self._punten[self.tabel.cursor_row].plek)

    # The form.

    def action_write(self) -> None:
        """Write the form into exports."""
        app, sessie = cast("HeeftSchijf", self.app), self.zitting.sessie

        def done(pad: Path) -> None:
            self._pad = str(pad)
            self.meld(f"Het formulier staat in {pad}. Lees het straks in met l.")

        maak = partial(keep_formulier, app.werkmap, sessie.id, write_formulier(sessie))
        app.schijf.bewaar(maak, done, self._fail, self)

    def action_read(self) -> None:
        """Ask which file, and take it in."""

        def chosen(pad: str | None) -> None:
            naam = (pad or "").strip().strip('"')
            if naam:
                lees = partial(_read, Path(naam).expanduser())
                cast("HeeftSchijf", self.app).schijf.lees(lees, self.take, self._fail, self)

        uitleg = "Typ de naam van het bestand, of sleep het hierheen."
        self.app.push_screen(Vraagvenster("Welk formulier leest u in?", uitleg, self._pad), chosen)

    def on_paste(self, event: events.Paste) -> None:
        """A form that was filled in elsewhere can be pasted."""
        event.stop()
        self.take(event.text)

    def take(self, tekst: str) -> None:
        """Take a filled-in form into the session, as one change that can be undone."""
        gelezen = read_formulier(self.zitting.sessie, whole_text(tekst), new_id)
        self.zitting.keep_versie(INLEZEN)
        try:
            self.zitting.apply("voorbereiding ingelezen", lambda _: gelezen.sessie)
        except SessieToolError as fout:
            self._fail(fout)
            return
        self.show()
        let_op = " ".join(str(een) for een in gelezen.bevindingen)
        self.meld(let_op or "Ingelezen. Ctrl+Z maakt dit in een keer ongedaan.", fout=bool(let_op))

    def action_undo(self) -> None:
        """Take the last change back."""
        try:
            wat = self.zitting.undo()
        except SessieToolError as fout:
            self._fail(fout)
            return
        self.show()
        self.meld(f"Ongedaan: {wat}." if wat else "Er is niets om ongedaan te maken.")


def _read(pad: Path) -> str:
    """The text of a file."""
    return decode(pad.read_bytes())
