"""Editor: the work in the middle of the session screen, for one step. The generic one serves most kinds."""

from collections.abc import Callable, Sequence
from typing import ClassVar

import msgspec
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from sessie_tool.kern.bouwstenen.basis import Bouwsteen
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import move_record, remove_records, replace_records
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.veld import velden
from sessie_tool.tui.bouwstenen.recordrijen import Recordrijen
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.veldinvoer import is_text
from sessie_tool.tui.onderdelen.werklijst import Werklijst
from sessie_tool.tui.onderdelen.zoekregel import ZOEKEN, Zoekregel
from sessie_tool.tui.weergave import describe_aantal, describe_leeg, format_merken
from sessie_tool.zitting import Zitting

Doe = Callable[[str, Callable[[Sessie], Sessie]], None]
"""Carry out a change on the session, described in Dutch; the screen shows what comes of it."""


class Editor(Vertical):
    """A list of the records of a step; Enter edits, Del removes, shift with an arrow moves, / searches."""

    BREED: ClassVar[bool] = False
    """Whether it needs the whole width of a small screen."""

    KENMERKEN: ClassVar[tuple[int, float]] = (28, 0.36)
    """The most cells, and the most of the width, for the characteristics at the right of the list."""

    BINDINGS = [
        Binding("delete", "remove", "verwijderen", id="verwijderen"),
        Binding("shift+up", "move(-1)", "omhoog", show=False, id="omhoog"),
        Binding("shift+down", "move(1)", "omlaag", show=False, id="omlaag"),
        ZOEKEN,
        Binding("escape", "leave", "typen"),
    ]

    DEFAULT_CSS = """
    Editor { height: 1fr; }
    Editor #leeg { height: auto; padding: 1 2; color: $text-muted; }
    """

    class Melding(Message):
        """Something to say to the user; `fout` when what was asked did not happen."""

        def __init__(self, tekst: str, *, fout: bool = False) -> None:
            """Keep the sentence."""
            super().__init__()
            self.tekst, self.fout = tekst, fout

    def __init__(self, zitting: Zitting, stap_id: str, doe: Doe) -> None:
        """Work on one step of an open session; changes go through `doe`."""
        super().__init__()
        self.zitting, self.stap_id, self.doe = zitting, stap_id, doe
        self._recordrijen = Recordrijen()
        self._lijst: Widget | None = None  # where the last key in a list arrived; the focus may be elsewhere already

    @property
    def bouwsteen(self) -> Bouwsteen:
        """The content of the step as it is now."""
        return self.zitting.sessie.stap(self.stap_id).bouwsteen

    @property
    def tabel(self) -> RecordTabel:
        """The list of this step's records."""
        return self.query_one("#records", RecordTabel)

    @property
    def zoek(self) -> Zoekregel:
        """The search line."""
        return self.query_one(Zoekregel)

    def compose(self) -> ComposeResult:
        """A search line (hidden), the list, and what to do when it is empty."""
        yield Zoekregel()
        yield Werklijst(self.pass_typing, *self.KENMERKEN, id="records")
        yield Static("", id="leeg")

    def on_mount(self) -> None:
        """Show what there is (Textual calls this for every class, so a kind changes `begin` instead)."""
        if self.staat:
            self.show()
            self.call_after_refresh(self._begin_if_here)

    @property
    def staat(self) -> bool:
        """Whether the list stands; not when a quick user has gone on to another step already."""
        return bool(self.query("#records"))

    def _begin_if_here(self) -> None:
        if self.staat:
            self.begin()

    def begin(self) -> None:
        """Where the keys and the cursor are at first: typing, at the last record."""
        self.tabel.to_last()

    def show(self) -> None:
        """Show the records as they are now."""
        rows = self.rows_in_view()
        self.tabel.show_rows(rows)
        leeg = self.query_one("#leeg", Static)
        leeg.display = not rows
        if not rows:
            leeg.update(Content(self.empty_text()))

    def rows(self) -> Sequence[Tabelrij]:
        """The rows of the list."""
        return self._recordrijen.make(self.bouwsteen.records, self.zitting.omgeving)

    def empty_text(self) -> str:
        """What to do when there is nothing yet."""
        return describe_leeg(self.bouwsteen, self.zoek.value)

    def placeholder(self) -> str:
        """What the input line asks for."""
        return self.bouwsteen.VOORBEELD

    def prepare(self, regel: str) -> str:
        """What a typed line means here; an editor may add which record it is about."""
        return regel

    def describe_line(self, regel: str) -> str:
        """How the marks in a line that is being typed will be understood; "" without marks."""
        soort, omgeving = getattr(type(self.bouwsteen), "RECORD", None), self.zitting.omgeving
        if soort is None or not regel.strip():
            return ""
        waarden = parse_waarden(soort, self.prepare(regel), omgeving)
        tekst = waarden.pop(soort.hoofdveld())
        return format_merken(soort, waarden, omgeving) if waarden and tekst else ""

    def after_regels(self, records: list[Record]) -> None:
        """Show what was typed last."""
        if records:
            self.tabel.move_to(records[-1].id)

    def focus_list(self) -> None:
        """Put the keys in the list at once, so that the next key goes there."""
        self.screen.set_focus(self.tabel)

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line; a refusal as such."""
        self.post_message(self.Melding(tekst, fout=fout))

    # The list's own keys.

    def record(self, record_id: str) -> Record | None:
        """A record of the session by id."""
        return self.zitting.omgeving.records.get(record_id)

    def chosen(self) -> list[Record]:
        """The marked records, or the one under the cursor."""
        found = [self.record(one) for one in self.tabel.chosen_ids]
        return [one for one in found if one is not None]

    def on_record_tabel_gekozen(self, event: RecordTabel.Gekozen) -> None:
        """Enter or a second click on a row edits it."""
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Open the record under the cursor in a form."""
        record = self.record(self.tabel.current_id)
        if record is not None:
            self.edit_record(record)

    def edit_record(self, record: Record, begin: str = "") -> None:
        """Open a record in a form, at the field `begin`; what was changed is one action."""

        def keep(new: Record) -> None:
            self.doe(f"{new.ENKEL} gewijzigd", lambda sessie: replace_records(sessie, [new]))

        self.edit_fields(record, keep, begin)

    def edit_fields(self, record: Record, keep: Callable[[Record], None], begin: str = "") -> None:
        """Open a record in a form; `keep` gets it when it was changed."""
        known = self.record(record.id) is not None
        titel = f"{record.ENKEL.capitalize()} {self.zitting.omgeving.nummer(record.id) if known else ''}".rstrip()
        zitting = self.zitting
        formulier = Formulier(
            record, zitting.omgeving, titel, bewerkbaar=zitting.veranderbaar, houder=zitting, begin=begin
        )
        self.app.push_screen(formulier, lambda new: keep(new) if new is not None else None)

    def action_remove(self) -> None:
        """Remove the chosen records; undo brings them back with their links and dots."""
        records = self.chosen()
        if records:
            ids = [record.id for record in records]
            self.doe(f"{describe_aantal(records)} verwijderd", lambda sessie: remove_records(sessie, ids))

    def action_move(self, plaatsen: int) -> None:
        """Move the record under the cursor up or down."""
        record = self.record(self.tabel.current_id)
        if record is not None:
            self.doe(f"{record.ENKEL} verplaatst", lambda sessie: move_record(sessie, record.id, plaatsen))

    def action_search(self) -> None:
        """Open the search line."""
        self.zoek.open()

    def action_leave(self) -> None:
        """Close the search and the marks; else go back to typing."""
        if self.zoek.close():
            self.show()
            self.tabel.focus()
        elif self.tabel.gemerkt:
            self.tabel.clear_marks()
        else:
            self.screen.query_one("#invoer").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the user types."""
        if event.input is self.zoek:
            event.stop()
            self.show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go from the search line to what was found."""
        if event.input is self.zoek:
            event.stop()
            self.tabel.focus()

    def rows_in_view(self) -> Sequence[Tabelrij]:
        """The rows that the search leaves."""
        return self.search(self.rows())

    def search(self, rows: Sequence[Tabelrij]) -> Sequence[Tabelrij]:
        """The rows that have every word of the search in them; all when there is none."""
        return search_rows(rows, self.zoek.value)

    def pass_typing(self, event: events.Key) -> bool:
        """Who types in the list means the input: the letter, and all that follow it, go there at once."""
        if not self.is_attached:  # a key that comes while another step is put in its place
            return False
        invoer = self.screen.query_one("#invoer")
        self._lijst = self.screen.focused
        if invoer.disabled or not is_text(event) or event.key in self.screen.active_bindings:
            return False
        if self.takes(str(event.character)):
            return False
        self.screen.set_focus(invoer)
        return invoer.post_message(event)

    def on_key(self, event: events.Key) -> None:
        """Signs and digits in a list (Textual calls this for every class, so a kind changes `take_character`)."""
        if is_text(event) and self.takes(str(event.character)):
            event.stop()
            event.prevent_default()
            self.take_character(str(event.character))

    def takes(self, teken: str) -> bool:
        """Whether a character means something in this list."""
        return any(next_keuze(record, teken) for record in self.chosen())

    def take_character(self, teken: str) -> None:
        """The sign of a keuze (! or +) goes to its next value, as in the quick notation."""
        new = [changed for record in self.chosen() if (changed := next_keuze(record, teken))]
        self.doe(f"{describe_aantal(list(new))} gewijzigd", lambda sessie: replace_records(sessie, new))


def next_keuze(record: Record, teken: str) -> Record | None:
    """The record with the next value of the keuze (or yes and no) with this sign; None when it has no such field."""
    for name, veld in velden(type(record)).items():
        if veld.merk == teken and veld.vorm == "janee":
            return msgspec.structs.replace(record, **{name: not getattr(record, name)})
        if veld.merk == teken and veld.vorm == "keuze":
            keuzes = veld.keuzes
            value = getattr(record, name)
            index = keuzes.index(value) + 1 if value in keuzes else 0
            return msgspec.structs.replace(record, **{name: keuzes[index % len(keuzes)]})
    return None
