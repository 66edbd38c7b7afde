"""VersiesScherm: the earlier versions of a session, and the sessions that went; read one, bring it back or copy it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from sessie_tool.fouten import SessieToolError
from sessie_tool.herstelling import Uitkomst, read_nu, restore, restore_kopie
from sessie_tool.kern.document import Document
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.terugzetten import format_moment, list_sinds
from sessie_tool.kern.versieblad import make_versieblad
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.herstelpunten import (
    AANLEIDINGEN,
    PRULLENBAK,
    Herstelpunt,
    Verdwenen,
    find_herstelpunt,
    list_herstelpunten,
    list_verdwenen,
)
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.lijstweergave import format_lijstdatum
from sessie_tool.tui.onderdelen.leesblad import Leesblad
from sessie_tool.tui.onderdelen.leestekst import lay_out
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.regels import Meldregel, Voetregel
from sessie_tool.tui.onderdelen.venster import Venster
from sessie_tool.tui.onderdelen.zoekregel import ZOEKEN, Zoekregel
from sessie_tool.tui.schijf import Schijf

LEZEND = "De versies worden gelezen…"
LEEG = (
    "Er zijn nog geen eerdere versies, en de prullenbak is leeg. Versies komen er vanzelf: als u aan een sessie gaat "
    "werken, bewaart het programma haar eerst zoals zij was. Esc gaat terug naar de lijst."
)
GEVONDEN_NIETS = "Niets gevonden. Pas de zoekwoorden aan, of druk op Esc om alles te zien."


class Plek(NamedTuple):
    """What a row is about: a herstelpunt of a session, and what is said of it."""

    sessie: str
    punt: str
    waar: str


class Lezing(NamedTuple):
    """What there is: of the session that was asked, and of those that went."""

    punten: list[Herstelpunt]
    nu: Sessie | None
    verdwenen: list[Verdwenen]
    opgaven: tuple[str, ...]


class Versielijst(RecordTabel):
    """The versions; tells where the cursor is."""

    BINDINGS = [Binding("enter", "select_cursor", "terugzetten"), Binding("space", "mark", "kies", show=False)]

    class Verplaatst(Message):
        """The cursor may be on another row."""

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row, and tell it."""
        super().move_cursor(row)
        self.post_message(self.Verplaatst())

    def action_mark(self) -> None:
        """One version comes back at a time, so none is marked."""


class VersiesScherm(Venster[Uitkomst | None]):
    """Gives what was brought back, or None. Nothing in it waits for the disk."""

    AUTO_FOCUS = "Versielijst"
    UITLEG: ClassVar[str] = (
        "Links staan de eerdere versies van de sessie, de nieuwste boven, en daaronder de sessies die weg zijn. Rechts "
        "leest u wat er sindsdien veranderde en hoe het er toen stond. Enter zet een versie terug: dat is één "
        "wijziging, die u met Ctrl+Z in de sessie ongedaan maakt, en wat er nu staat blijft zelf ook als versie "
        "bewaard. K zet de versie als nieuwe sessie naast de andere. Met Tab gaat u naar de tekst, met / zoekt u."
    )
    CSS = """
    VersiesScherm #venster.groot { max-width: 96%; }
    VersiesScherm Horizontal { height: 1fr; }
    VersiesScherm #lijst { width: 36%; min-width: 26; max-width: 48; border-right: solid $panel; }
    VersiesScherm #leeg { height: auto; padding: 1 2; color: $text-muted; }
    """

    BINDINGS = [
        Binding("enter", "restore", "terugzetten"),
        Binding("k", "copy", "als kopie", key_display="K"),
        ZOEKEN,
        Binding("escape", "leave", "terug"),
    ]

    def __init__(self, werkmap: Werkmap, schijf: Schijf, sessie_id: str) -> None:
        """Show the versions of a session, and what went; only the latter without an id."""
        super().__init__()
        self.werkmap, self._schijf, self._sessie_id = werkmap, schijf, sessie_id
        self._lezing: Lezing | None = None
        self._plekken: dict[str, Plek] = {}
        self._rijen: list[Tabelrij] = []
        self._bladen: dict[str, Document] = {}
        self._leest = self._getoond = ""
        self._bezig = False

    def compose(self) -> ComposeResult:
        """The list, the text of the one under the cursor, the search line, the keys."""
        with Vertical(id="venster", classes="groot") as venster:
            venster.border_title = "Eerdere versies"
            yield Static(LEZEND, id="leeg")
            with Horizontal():
                with Vertical(id="lijst"):
                    yield Versielijst(kenmerken=0, nummer=4)
                yield Leesblad()
            yield Zoekregel()
            yield Meldregel()
            yield Voetregel()

    def on_mount(self) -> None:
        """Read what there is."""
        self._schijf.lees(self._read, self._take, self._fail, self)

    def _read(self) -> Lezing:
        punten = list_herstelpunten(self.werkmap, self._sessie_id) if self._sessie_id else []
        nu = read_nu(self.werkmap, self._sessie_id, punten) if punten else None
        return Lezing(punten, nu, list_verdwenen(self.werkmap), self.werkmap.opgaven())

    def _take(self, lezing: Lezing) -> None:
        self._lezing = lezing
        for punt in lezing.punten:
            waarom = AANLEIDINGEN.get(punt.aanleiding, punt.aanleiding)
            moment = format_moment(punt.moment)
            plek = Plek(self._sessie_id, punt.naam, f"Stand van {moment}, bewaard {waarom}.")
            self._add(plek, str(punt.nummer or ""), f"{_shorten(punt.moment)}\n{waarom}")
        for weg in lezing.verdwenen:
            waar = "verwijderd" if weg.waar == PRULLENBAK else "bestand weg,"
            zin = (
                f"{waar.capitalize()} {format_moment(weg.sinds)}; staat niet meer in de lijst. Enter haalt haar terug."
            )
            self._add(Plek(weg.id, weg.punt, zin), "✗", f"{show_regel(weg.titel)}\n{waar} {_shorten(weg.sinds)}")
        if lezing.nu is not None:
            self.query_one("#venster").border_title = Content(f"Eerdere versies: {show_regel(lezing.nu.titel)}")
        self.show()

    def _add(self, plek: Plek, nummer: str, tekst: str) -> None:
        rij = Tabelrij(f"{plek.sessie}/{plek.punt}", nummer, tekst)
        self._plekken[rij.id] = plek
        self._rijen.append(rij)

    def _fail(self, fout: SessieToolError) -> None:
        self._leest = ""
        self.query_one(Meldregel).show(str(fout), fout=True)
        if self._lezing is None:
            self.query_one("#leeg").display = False

    # The list and the text beside it.

    @property
    def lijst(self) -> Versielijst:
        """The list."""
        return self.query_one(Versielijst)

    def show(self) -> None:
        """Show the rows that fit the search."""
        hits: Sequence[Tabelrij] = search_rows(self._rijen, self.query_one(Zoekregel).value)
        self.lijst.show_rows(hits)
        self.query_one(Horizontal).display = bool(hits)
        leeg = self.query_one("#leeg", Static)
        leeg.display = not hits
        leeg.update(Content(GEVONDEN_NIETS if self._rijen else LEEG))
        self.show_blad()

    def on_versielijst_verplaatst(self) -> None:
        """Show what is under the cursor."""
        self.show_blad()

    def show_blad(self) -> None:
        """Show the version under the cursor; one is read at a time, and when it is there only the newest counts."""
        gevraagd = self.lijst.current_id
        if gevraagd in self._bladen and gevraagd != self._getoond:
            self._getoond = gevraagd
            self.query_one(Leesblad).go_to(0)
            self.query_one(Leesblad).show(partial(lay_out, self._bladen[gevraagd]))
        elif gevraagd and gevraagd not in self._bladen and not self._leest:
            self._leest = gevraagd
            self._schijf.lees(partial(self._make_blad, gevraagd), partial(self._keep_blad, gevraagd), self._fail, self)

    def _make_blad(self, naam: str) -> Document:
        plek, lezing = self._plekken[naam], self._lezing
        if lezing is None or plek.sessie != self._sessie_id:
            punten = list_herstelpunten(self.werkmap, plek.sessie)
            return make_versieblad(find_herstelpunt(punten, plek.punt).read(), plek.waar, None)
        oud = find_herstelpunt(lezing.punten, plek.punt).read()
        sinds = list_sinds(oud, lezing.nu or oud, lezing.opgaven)
        return make_versieblad(oud, plek.waar, sinds, lezing.opgaven)

    def _keep_blad(self, naam: str, blad: Document) -> None:
        self._bladen[naam], self._leest = blad, ""
        self.show_blad()

    # What can be done with it.

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter on a row brings it back."""
        event.stop()
        self.action_restore()

    def action_restore(self) -> None:
        """Bring the version under the cursor back."""
        self._do(restore)

    def action_copy(self) -> None:
        """Make a session of its own from the version under the cursor."""
        self._do(restore_kopie)

    def _do(self, doe: Callable[..., Uitkomst]) -> None:
        """Do it once, also when the key is pressed twice."""
        plek = self._plekken.get(self.lijst.current_id)
        if plek is None or self._bezig:
            return
        self._bezig = True
        self.query_one(Meldregel).show("De versie wordt teruggezet…")
        self._schijf.bewaar(
            lambda: doe(self.werkmap, plek.sessie, plek.punt, clock=now, new_id=new_id), self._done, self._refuse, self
        )

    def _done(self, uitkomst: Uitkomst) -> None:
        self.dismiss(uitkomst)

    def _refuse(self, fout: SessieToolError) -> None:
        self._bezig = False
        self._fail(fout)

    # Searching and leaving.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter or a / in the search line is just that."""
        typt = self.is_mounted and self.query_one(Zoekregel).has_focus
        return super().check_action(action, parameters) and not (typt and action in ("search", "copy", "restore"))

    def action_search(self) -> None:
        """Open the search line."""
        self.query_one(Zoekregel).open()

    def on_input_changed(self, _: Input.Changed) -> None:
        """Search as the user types."""
        self.show()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Go from the search line to what was found."""
        self.lijst.focus()

    def action_leave(self) -> None:
        """Close the search, then the screen; what is being brought back comes first."""
        if self.query_one(Zoekregel).close():
            self.lijst.focus()
        elif not self._bezig:
            self.dismiss(None)


def _shorten(iso: str) -> str:
    """'2026-03-21T14:07:31' → '21 mrt 2026, 14:07'."""
    return f"{format_lijstdatum(iso[:10]).strip()}, {iso[11:16]}" if len(iso) > 16 else iso
