"""rode_draden: signals at the left, threads at the right; number keys put signals into threads."""

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Tekst
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.onderdelen.werklijst import Werklijst
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel

NUMMER = 5
"""The cells for the number of a signal; a click there marks it."""


class ClusterEditor(Editor):
    """Two lists side by side; Tab goes from one to the other."""

    BREED: ClassVar[bool] = True

    BINDINGS = [
        Binding("n", "new", "nieuwe draad", id="nieuwe_draad"),
        Binding("g", "give", "in draad…", id="in_draad"),
        Binding("0,backspace", "loosen", "eruit", id="uit_draad"),
    ]

    DEFAULT_CSS = """
    ClusterEditor > Horizontal { height: 1fr; }
    ClusterEditor .paneel { width: 1fr; height: 1fr; border-right: solid $panel; }
    ClusterEditor .paneel:last-of-type { border-right: none; }
    ClusterEditor .kopje { height: 1; padding: 0 1; color: $text-muted; text-style: bold; }
    ClusterEditor .paneel:focus-within .kopje { color: $foreground; background: $panel; }
    """

    _gepakt = ""

    @property
    def draden(self) -> RodeDraden:
        """The threads as they are now."""
        return cast("RodeDraden", self.bouwsteen)

    @property
    def bronlijst(self) -> RecordTabel:
        """The list of signals."""
        return self.query_one("#signalen", RecordTabel)

    def compose(self) -> ComposeResult:
        """Signals and threads, each with a live count above it."""
        yield Zoekregel("de signalen")
        with Horizontal():
            with Vertical(classes="paneel"):
                yield Tekst("", id="kop-signalen", classes="kopje")
                yield Werklijst(self.pass_typing, kenmerken=9, id="signalen")
            with Vertical(classes="paneel"):
                yield Tekst("", id="kop-draden", classes="kopje")
                yield Werklijst(self.pass_typing, kenmerken=13, id="records")
                yield Static("", id="leeg")

    def begin(self) -> None:
        """At the first signal."""

    def focus_list(self) -> None:
        """Put the keys in the list of signals."""
        self.screen.set_focus(self.bronlijst)

    def show(self) -> None:
        """Show both lists and their counts."""
        super().show()
        signalen = list(self._signal_rows())
        self.bronlijst.show_rows(self.search(signalen))
        los = sum(1 for _ in self.draden.unclustered(self.zitting.omgeving))
        kop = f"{format_aantal(len(signalen), 'signaal', 'signalen')} · nog {los} niet ingedeeld"
        self.query_one("#kop-signalen", Tekst).update(Content(kop))
        kop = format_aantal(len(self.draden.records), "rode draad", "rode draden")
        self.query_one("#kop-draden", Tekst).update(Content(kop))

    def _signal_rows(self) -> Sequence[Tabelrij]:
        omgeving = self.zitting.omgeving
        plek: dict[str, list[str]] = {}
        for draad in self.draden.records:
            for signaal in draad.signalen:
                plek.setdefault(signaal, []).append(omgeving.nummer(draad.id))
        waar = {signaal: f"→ {', '.join(nummers)}" for signaal, nummers in plek.items()}
        return [_known_row(one, omgeving.nummer(one.id), waar.get(one.id, "")) for one in omgeving.of_type("signaal")]

    def rows(self) -> Sequence[Tabelrij]:
        """The threads with how many signals carry them."""
        omgeving = self.zitting.omgeving
        return [
            Tabelrij(
                one.id, omgeving.nummer(one.id), one.titel, format_aantal(len(one.signalen), "signaal", "signalen")
            )
            for one in self.draden.records
        ]

    def rows_in_view(self) -> Sequence[Tabelrij]:
        """Every thread: the search is for signals."""
        return self.rows()

    def empty_text(self) -> str:
        """What to do when there are no threads yet."""
        return (
            "Kies signalen die bij elkaar horen met Spatie en druk op n: dat wordt een rode draad. "
            "Met 1 tot 9 voegt u gekozen signalen toe aan die draad, met g aan een draad op naam of nummer."
        )

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Nieuwe draad, of ↑ om signalen te kiezen"

    def _signal_ids(self) -> list[str]:
        return self.bronlijst.chosen_ids

    def _records(self, ids: list[str]) -> list[Record]:
        return [record for one in ids if (record := self.record(one)) is not None]

    def _assign(self, draad_id: str) -> None:
        """Put the chosen signals into a thread (out of every other one of this step)."""
        ids = self._signal_ids()
        if not ids:
            return
        waar = f"in {self.zitting.omgeving.noem(draad_id)}" if draad_id else "uit de rode draad"
        bouwsteen = self.draden.assign(self._records(ids), draad_id)
        omschrijving = f"{format_aantal(len(ids), 'signaal', 'signalen')} {waar}"
        cursor = self.bronlijst.cursor_row
        self.bronlijst.clear_marks()
        self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))
        self.bronlijst.move_cursor(row=cursor + (len(ids) == 1))

    def takes(self, teken: str) -> bool:
        """In the list of signals a digit means a thread."""
        return self._is_draad(teken) or super().takes(teken)

    def _is_draad(self, teken: str) -> bool:
        return self._lijst is self.bronlijst and teken in "123456789"

    def take_character(self, teken: str) -> None:
        """1 to 9: put the chosen signals into that thread."""
        if not self._is_draad(teken):
            super().take_character(teken)
            return
        omgeving = self.zitting.omgeving
        hits = [draad.id for draad in self.draden.records if omgeving.nummer(draad.id) == teken]
        if hits:
            self._assign(hits[0])
        else:
            self.meld(f"Rode draad {teken} is er niet. Met n maakt u een nieuwe.")

    def _find(self, tekst: str) -> RodeDraad | None:
        """A thread of this step by number or by a part of its title."""
        omgeving = self.zitting.omgeving
        for draad in self.draden.records:
            if omgeving.nummer(draad.id) == tekst.strip():
                return draad
        hits = [draad for draad in self.draden.records if tekst.strip().casefold() in draad.titel.casefold()]
        return hits[0] if len(hits) == 1 else None

    # The mouse: drag a signal onto a thread, or mark signals and click the thread.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Perhaps the beginning of dragging a signal."""
        self._gepakt = self.bronlijst.find_id(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """While dragging: show into which thread the signal would go."""
        draad_id = self.tabel.find_id(event)
        if self._gepakt and event.button and draad_id != self.tabel.current_id and draad_id:
            self.tabel.move_to(draad_id)
            self.meld(f"Laat los om het in {self.zitting.omgeving.noem(draad_id)} te zetten.")

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Dropped on a thread: the signal, or all marked ones when it is one of those, goes into it."""
        signaal, self._gepakt = self._gepakt, ""
        draad_id = self.tabel.find_id(event)
        if not signaal or not draad_id:
            return
        if signaal not in self.bronlijst.gemerkt:
            self.bronlijst.clear_marks()
            self.bronlijst.move_to(signaal)
        self._assign(draad_id)

    def on_click(self, event: events.Click) -> None:
        """On the number of a signal: mark it. On a thread: marked signals go into it."""
        draad_id = self.tabel.find_id(event)
        if draad_id and self.bronlijst.gemerkt:
            self._assign(draad_id)
        elif self.bronlijst.find_id(event) and event.x < NUMMER and event.chain == 1 and not event.ctrl:
            self.bronlijst.toggle_mark()

    def action_new(self) -> None:
        """Make a thread of the chosen signals."""
        ids = self._signal_ids() if self.bronlijst.has_focus else []

        def make(titel: str | None) -> None:
            if titel and titel.strip():
                self._make(titel.strip(), ids)

        uitleg = f"Geef de draad een korte naam. Erin: {format_aantal(len(ids), 'signaal', 'signalen')}."
        self.app.push_screen(Vraagvenster("Nieuwe rode draad", uitleg), make)

    def _make(self, titel: str, ids: list[str]) -> None:
        draad = RodeDraad(id=new_id(), titel=titel)
        draden = self.draden.with_records((*self.draden.records, draad))
        bouwsteen = draden.assign(self._records(ids), draad.id)
        self.bronlijst.clear_marks()
        self.doe("rode draad gemaakt", lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))
        self.tabel.move_to(draad.id)

    def action_give(self) -> None:
        """Ask for a thread by name or number and put the chosen signals into it."""

        def give(tekst: str | None) -> None:
            draad = self._find(tekst) if tekst else None
            if draad:
                self._assign(draad.id)
            elif tekst:
                self._make(tekst.strip(), self._signal_ids())

        uitleg = "Typ het nummer of een deel van de naam. Een nieuwe naam maakt een nieuwe draad."
        self.app.push_screen(Vraagvenster("In welke rode draad?", uitleg), give)

    def action_loosen(self) -> None:
        """Take the chosen signals out of their thread."""
        self._assign("")

    def action_edit(self) -> None:
        """Edit the signal or the thread under the cursor; on a thread, marked signals go into it instead."""
        if self.bronlijst.gemerkt and self.tabel.has_focus:
            self._assign(self.tabel.current_id)
            return
        tabel = self.bronlijst if self.bronlijst.has_focus else self.tabel
        record = self.record(tabel.current_id)
        if record is not None:
            self.edit_record(record)

    def chosen(self) -> list[Record]:
        """The chosen records of the list that has the focus."""
        ids = self.bronlijst.chosen_ids if self.bronlijst.has_focus else self.tabel.chosen_ids
        return [record for one in ids if (record := self.record(one)) is not None]

    def action_leave(self) -> None:
        """As in every list; marks of the signals go first."""
        if self.bronlijst.gemerkt and not self.zoek.display:
            self.bronlijst.clear_marks()
        else:
            super().action_leave()


@lru_cache(10_000)
def _known_row(signaal: Record, nummer: str, waar: str) -> Tabelrij:
    """One that is like before is the same row, so that thousands are quick."""
    return Tabelrij(signaal.id, nummer, signaal.hoofdtekst, waar)
