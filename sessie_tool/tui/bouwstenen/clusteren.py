"""ClusterEditor: what can be bundled at the left, the bundles at the right; number keys put one into the other."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.kern.bouwstenen.bundeling import Bundeling
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import replace, with_bouwsteen
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.bronrijen import Bronrijen, count_loose, find_plekken
from sessie_tool.tui.bouwstenen.editor import Doe
from sessie_tool.tui.bouwstenen.samenvoegen import VoegEditor
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.regels import Tekst
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.onderdelen.werklijst import Kieslijst, Werklijst
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel
from sessie_tool.tui.weergave import count_soorten, is_alike
from sessie_tool.zitting import Zitting

NUMMER = 5
"""The cells for the number of what can be bundled; a click there marks it."""


class ClusterEditor(VoegEditor):
    """Two lists side by side, for every Bundeling; Tab goes from one to the other."""

    BREED: ClassVar[bool] = True

    BINDINGS = [
        Binding("n", "new", "samen nieuw", id="nieuwe_bundel"),
        Binding("g", "give", "erbij in…", id="in_bundel"),
        Binding("0,backspace", "loosen", "eruit", id="uit_bundel"),
    ]

    DEFAULT_CSS = """
    ClusterEditor > Horizontal { height: 1fr; }
    ClusterEditor .paneel { width: 1fr; height: 1fr; border-right: solid $panel; }
    ClusterEditor .paneel:last-of-type { border-right: none; }
    ClusterEditor .kopje { height: 1; padding: 0 1; color: $text-muted; text-style: bold; }
    ClusterEditor .paneel:focus-within .kopje { color: $foreground; background: $panel; }
    """

    _gepakt = ""

    def __init__(self, zitting: Zitting, stap_id: str, doe: Doe) -> None:
        """Work on one step of an open session; changes go through `doe`."""
        super().__init__(zitting, stap_id, doe)
        self._bronrijen = Bronrijen(self.origin)
        self._pool: tuple[Omgeving, list[Record]] = Omgeving(), []

    @property
    def bundeling(self) -> Bundeling:
        """The bundles as they are now."""
        return cast("Bundeling", self.bouwsteen)

    @property
    def bronlijst(self) -> RecordTabel:
        """The list of what can be bundled."""
        return self.query_one("#bron", RecordTabel)

    def compose(self) -> ComposeResult:
        """What can be bundled and the bundles, each with a live count above it."""
        yield Zoekregel(f"de {self.bundeling.INHOUD[1]}")
        with Horizontal():
            with Vertical(classes="paneel"):
                yield Tekst("", id="kop-bron", classes="kopje")
                yield Kieslijst(self.pass_typing, kenmerken=18, deel=0.45, id="bron")
            with Vertical(classes="paneel"):
                yield Tekst("", id="kop-bundels", classes="kopje")
                yield Werklijst(self.pass_typing, kenmerken=13, id="records")
                yield Static("", id="leeg")

    def begin(self) -> None:
        """At the first that can be bundled."""

    def focus_list(self) -> None:
        """Put the keys in the list of what can be bundled."""
        self.screen.set_focus(self.bronlijst)

    def show(self) -> None:
        """Show both lists and their counts."""
        super().show()
        omgeving, bundeling, bron = self.zitting.omgeving, self.bundeling, self.pool()
        plekken = find_plekken(bundeling, omgeving)
        self.bronlijst.show_rows(self.search(self._bronrijen.make(bron, plekken, bundeling, omgeving)))
        alles = count_soorten(bron) if is_alike(bron) else f"{len(bron)} om te bundelen"
        alles = alles or format_aantal(0, *bundeling.INHOUD)
        self.query_one("#kop-bron", Tekst).update(Content(f"{alles} · nog {count_loose(bron, plekken)} los"))
        soort = self.bundeling.RECORD
        kop = format_aantal(len(self.bundeling.records), soort.ENKEL, soort.MEERVOUD)
        self.query_one("#kop-bundels", Tekst).update(Content(kop))

    def pool(self) -> list[Record]:
        """What can be bundled, in the order of the left list; sought once per value of the session."""
        omgeving = self.zitting.omgeving
        if self._pool[0] is not omgeving:
            self._pool = omgeving, self.find_pool(omgeving)
        return self._pool[1]

    def find_pool(self, omgeving: Omgeving) -> list[Record]:
        """What can be bundled, in the order of the left list."""
        return list(self.bundeling.pool(omgeving))

    def origin(self, record: Record) -> str:
        """Where a record comes from, in a few words: the opgaven of its session, or that session."""
        uit = record.overgenomen
        return (", ".join(uit.opgaven) or uit.uit) if uit else ""

    def rows(self) -> Sequence[Tabelrij]:
        """The bundles with how much is in them."""
        omgeving = self.zitting.omgeving
        return [
            Tabelrij(one.id, omgeving.nummer(one.id), self.bundle_text(one), self.count(one))
            for one in self.bundeling.records
        ]

    def bundle_text(self, bundel: Record) -> str:
        """What the list shows of a bundle."""
        return bundel.hoofdtekst

    def count(self, bundel: Record) -> str:
        """How much is in a bundle."""
        return format_aantal(len(self.bundeling.held(bundel, self.zitting.omgeving)), *self.bundeling.INHOUD)

    def rows_in_view(self) -> Sequence[Tabelrij]:
        """Every bundle: the search is for what can be bundled."""
        return self.rows()

    def empty_text(self) -> str:
        """What to do when there are no bundles yet."""
        enkel, inhoud = self.bundeling.RECORD.ENKEL, self.bundeling.INHOUD[1]
        if not self.pool():
            return f"Er zijn nog geen {inhoud}. Die komen uit een eerdere stap: Ctrl+B. Of typ hieronder een {enkel}."
        return (
            f"Kies {inhoud} die bij elkaar horen met Spatie en druk op n: dat wordt een {enkel}. "
            f"Met 1 tot 9 zet u gekozen {inhoud} bij dat nummer, met g bij een {enkel} op naam of nummer."
        )

    def placeholder(self) -> str:
        """What the input line asks for."""
        return f"Naam van een {self.bundeling.RECORD.ENKEL}, of F6 om {self.bundeling.INHOUD[1]} te kiezen"

    def _records(self, ids: list[str]) -> list[Record]:
        return [record for one in ids if (record := self.record(one)) is not None]

    def _describe(self, ids: list[str]) -> str:
        return count_soorten(self._records(ids)) or format_aantal(0, *self.bundeling.INHOUD)

    def _assign(self, bundel_id: str) -> None:
        """Put what is chosen into a bundle (out of every other one of this step)."""
        ids = self.bronlijst.chosen_ids
        if not ids:
            return
        waar = f"in {self.zitting.omgeving.noem(bundel_id)}" if bundel_id else "eruit gehaald"
        bouwsteen = self.bundeling.assign(self._records(ids), bundel_id)
        omschrijving = f"{self._describe(ids)} {waar}"
        cursor = self.bronlijst.cursor_row
        self.bronlijst.clear_marks()
        self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))
        self.bronlijst.move_cursor(row=cursor + (len(ids) == 1))

    def takes(self, teken: str) -> bool:
        """In the left list a digit means a bundle."""
        return self._is_bundel(teken) or super().takes(teken)

    def _is_bundel(self, teken: str) -> bool:
        return self._lijst is self.bronlijst and teken in "123456789"

    def take_character(self, teken: str) -> None:
        """1 to 9: put what is chosen into that bundle."""
        if not self._is_bundel(teken):
            super().take_character(teken)
            return
        omgeving = self.zitting.omgeving
        hits = [bundel.id for bundel in self.bundeling.records if omgeving.nummer(bundel.id) == teken]
        if hits:
            self._assign(hits[0])
        else:
            self.meld(
                f"{self.bundeling.RECORD.ENKEL.capitalize()} {teken} is er niet. Met n maakt u er een.", fout=True
            )

    def _find(self, tekst: str) -> Record | None:
        """A bundle of this step by number or by a part of its title."""
        omgeving = self.zitting.omgeving
        for bundel in self.bundeling.records:
            if omgeving.nummer(bundel.id) == tekst.strip():
                return bundel
        hits = [one for one in self.bundeling.records if tekst.strip().casefold() in one.hoofdtekst.casefold()]
        return hits[0] if len(hits) == 1 else None

    # The mouse: drag something onto a bundle, or mark more and click the bundle.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Perhaps the beginning of dragging."""
        self._gepakt = self.bronlijst.find_id(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """While dragging: show into which bundle it would go."""
        bundel_id = self.tabel.find_id(event)
        if self._gepakt and event.button and bundel_id != self.tabel.current_id and bundel_id:
            self.tabel.move_to(bundel_id)
            self.meld(f"Laat los om het in {self.zitting.omgeving.noem(bundel_id)} te zetten.")

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Dropped on a bundle: it goes in, with all marked ones when it is one of those."""
        gepakt, self._gepakt = self._gepakt, ""
        bundel_id = self.tabel.find_id(event)
        if not gepakt or not bundel_id:
            return
        if gepakt not in self.bronlijst.gemerkt:
            self.bronlijst.clear_marks()
            self.bronlijst.move_to(gepakt)
        self._assign(bundel_id)

    def on_click(self, event: events.Click) -> None:
        """On a number at the left: mark it. On a bundle: what is marked goes into it."""
        bundel_id = self.tabel.find_id(event)
        if bundel_id and self.bronlijst.gemerkt:
            self._assign(bundel_id)
        elif self.bronlijst.find_id(event) and event.x < NUMMER and event.chain == 1 and not event.ctrl:
            self.bronlijst.toggle_mark()

    def action_new(self) -> None:
        """Make a bundle of what is chosen."""
        ids = self.bronlijst.chosen_ids if self.bronlijst.has_focus else []

        def make(titel: str | None) -> None:
            if titel and titel.strip():
                self._make(titel.strip(), ids)

        enkel = self.bundeling.RECORD.ENKEL
        uitleg = f"Geef een korte naam. Erin: {self._describe(ids)}."
        self.app.push_screen(Vraagvenster(f"{enkel.capitalize()} maken", uitleg), make)

    def _make(self, titel: str, ids: list[str]) -> None:
        soort = self.bundeling.RECORD
        bundel = replace(soort(id=new_id()), **{soort.hoofdveld(): titel})
        bundeling = self.bundeling.with_records((*self.bundeling.records, bundel))
        bouwsteen = bundeling.assign(self._records(ids), bundel.id)
        self.bronlijst.clear_marks()
        self.doe(f"{soort.ENKEL} gemaakt", lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))
        self.tabel.move_to(bundel.id)

    def action_give(self) -> None:
        """Ask for a bundle by name or number and put what is chosen into it."""

        def give(tekst: str | None) -> None:
            bundel = self._find(tekst) if tekst else None
            if bundel:
                self._assign(bundel.id)
            elif tekst and tekst.strip():
                self._make(tekst.strip(), self.bronlijst.chosen_ids)

        uitleg = "Typ het nummer of een deel van de naam. Met een andere naam maakt u er een bij."
        self.app.push_screen(Vraagvenster(f"Kies een {self.bundeling.RECORD.ENKEL}", uitleg), give)

    def action_loosen(self) -> None:
        """Take what is chosen out of its bundle."""
        self._assign("")

    def action_edit(self) -> None:
        """Edit what is under the cursor; on a bundle, what is marked goes into it instead."""
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
        """As in every list; the marks at the left go first."""
        if self.bronlijst.gemerkt and not self.zoek.display:
            self.bronlijst.clear_marks()
        else:
            super().action_leave()
