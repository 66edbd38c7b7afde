"""impactpad: the chain of one option, from the goal down; what is typed goes to the place under the cursor."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from sessie_tool.kern.bouwstenen.impactpad import (
    PLAATSEN,
    VRAGEN,
    Impactpad,
    Schakel,
    at_plaats,
    lacks_aanname,
    name_met,
    next_plaats,
)
from sessie_tool.kern.bouwstenen.per_optie import of_optie
from sessie_tool.kern.notatie import parse_waarden
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.bouwstenen.reflecties import Volglijst
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.onderdelen.regels import Tekst
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel

PLAATSBREEDTE = 20
"""The cells for the name of a place."""

_LEEG, _PIJL = "plaats", "pijl"
_ELDERS = ("plaats", "aanname", "opties")
"""What says by itself where a line goes."""


class Plek(NamedTuple):
    """What a row is: a link ("" as soort), an arrow from a link, or an empty place."""

    soort: str
    wat: str


class KetenEditor(Editor):
    """Rows from goal to doelgroep; between two places stands the arrow with its assumption."""

    BREED: ClassVar[bool] = True

    BINDINGS = [
        Binding("right", "option(1)", "volgende optie", id="volgende_optie"),
        Binding("left", "option(-1)", "vorige optie", show=False, id="vorige_optie"),
    ]

    DEFAULT_CSS = """
    KetenEditor > #optie { height: 1; padding: 0 1; color: $foreground; background: $panel; text-style: bold; }
    """

    _optie = ""

    def compose(self) -> ComposeResult:
        """The option, and its chain."""
        yield Zoekregel("de keten")
        yield Tekst("", id="optie")
        yield Volglijst(self.pass_typing, 14, 0.2, PLAATSBREEDTE, id="records")
        yield Static("", id="leeg")

    # The option.

    @property
    def pad(self) -> Impactpad:
        """The chains as they are now."""
        return cast("Impactpad", self.bouwsteen)

    @property
    def opties(self) -> list[str]:
        """The options that one can go to; "" is for links that belong to none."""
        opties = [one.id for one in self.zitting.omgeving.of_type("optie")]
        return [*opties, ""] if not opties or of_optie(self.pad.records, "") else opties

    @property
    def optie(self) -> str:
        """The option whose chain is shown: at first the first one that needs a chain."""
        if self._optie not in self.opties:
            nodig = (one for one in self.opties if one and not getattr(self.record(one), "nuloptie", False))
            self._optie = next(nodig, self.opties[0])
        return self._optie

    @property
    def schakels(self) -> tuple[Schakel, ...]:
        """The links of that option."""
        return of_optie(self.pad.records, self.optie)

    def action_option(self, erbij: int) -> None:
        """Go to the next or the previous option."""
        opties = self.opties
        self._optie = opties[(opties.index(self.optie) + erbij) % len(opties)]
        self.show()
        self.begin()

    def begin(self) -> None:
        """At the place to think about now."""
        self.tabel.move_to(f"{_LEEG}.{next_plaats(self.schakels)}")
        self._ask()

    def show(self) -> None:
        """Show the option and its chain."""
        omgeving, opties = self.zitting.omgeving, self.opties
        naam = f"Optie {omgeving.noem(self.optie)}" if self.optie else "De keten"
        achter = f"  ({opties.index(self.optie) + 1} van {len(opties)}; ← → andere optie)" if len(opties) > 1 else ""
        kop = Content(show_regel(naam)).truncate(max(10, self.app.size.width - 6 - len(achter)), ellipsis=True)
        self.query_one("#optie", Tekst).update(kop + Content(achter))
        super().show()
        self._ask()

    # The rows.

    def rows(self) -> Sequence[Tabelrij]:
        """From the goal down: each place with its links, above each link the arrow to the place above it."""
        return list(self._rows())

    def _rows(self) -> Iterator[Tabelrij]:
        for plaats in PLAATSEN:
            schakels = at_plaats(self.schakels, plaats)
            if not schakels:
                yield Tabelrij(f"{_LEEG}.{plaats}", plaats.capitalize(), f"○ {VRAGEN[plaats]}", "nog leeg")
            for nummer, one in enumerate(schakels):
                yield from self._arrow(one)
                yield Tabelrij(one.id, "" if nummer else plaats.capitalize(), name_met(one), self._count(one))
        for one in self.schakels:
            if one.plaats not in PLAATSEN:
                yield Tabelrij(one.id, "Zonder plaats", name_met(one), "kies een plaats: !")

    def _arrow(self, schakel: Schakel) -> Iterator[Tabelrij]:
        if schakel.plaats != PLAATSEN[0]:
            tekst = "○ nog geen aanname: waarom?" if lacks_aanname(schakel) else schakel.aanname
            yield Tabelrij(f"{_PIJL}.{schakel.id}", "", f"  ↑ {tekst}", schakel.zekerheid)

    def _count(self, schakel: Schakel) -> str:
        """In how many options a link stands, when that is more than this one."""
        return f"in {len(schakel.opties)} opties" if len(schakel.opties) > 1 else ""

    @property
    def plek(self) -> Plek:
        """What is under the cursor."""
        soort, punt, wat = self.tabel.current_id.partition(".")
        return Plek(soort, wat) if punt and soort in (_LEEG, _PIJL) else Plek("", self.tabel.current_id)

    def _schakel(self) -> Schakel | None:
        """The link under the cursor, or from which the arrow under the cursor goes."""
        found = self.record(self.plek.wat) if self.plek.soort != _LEEG else None
        return found if isinstance(found, Schakel) else None

    # Typing.

    def on_volglijst_bewogen(self) -> None:
        """Ask what belongs at the place under the cursor."""
        self._ask()

    def _ask(self) -> None:
        if self.staat and self.is_attached:
            self.screen.query_one("#invoer", Input).placeholder = self.placeholder()

    def placeholder(self) -> str:
        """What the input line asks for."""
        if not self.staat:
            return VRAGEN[next_plaats(self.schakels) or PLAATSEN[0]]
        schakel = self._schakel()
        if schakel is None:
            return VRAGEN.get(self.plek.wat, "")
        if self.plek.soort == _PIJL:
            return f"Waarom volgt de stap erboven uit '{show_regel(schakel.tekst)}'?"
        return f"Nog een {schakel.plaats or 'schakel'}: {VRAGEN.get(schakel.plaats, '')}"

    def prepare(self, regel: str) -> str:
        """A line goes to the place under the cursor, or on the arrow there, unless it says itself where it goes."""
        if regel.lstrip().startswith("#"):
            return regel
        schakel, omgeving, known = self._schakel(), self.zitting.omgeving, self._known(regel)
        if self._is_aanname(known) and schakel:
            return f"#{omgeving.nummer(schakel.id)} ?{regel.strip()}"
        if schakel and not known["tekst"]:
            return f"#{omgeving.nummer(schakel.id)} {regel.strip()}"
        plaats = schakel.plaats if schakel else self.plek.wat
        voor = [f"+{omgeving.nummer(self.optie)}"] if self.optie and "opties" not in known else []
        voor += [f"!{plaats}"] if plaats in PLAATSEN and "plaats" not in known else []
        return " ".join([*voor, regel])

    def describe_line(self, regel: str) -> str:
        """Where the line goes."""
        schakel = self._schakel()
        if regel.strip() and schakel and self._is_aanname(self._known(regel)):
            return f"Aanname bij: {show_regel(schakel.tekst)}"
        return super().describe_line(regel)

    def _known(self, regel: str) -> dict[str, object]:
        return parse_waarden(Schakel, regel, self.zitting.omgeving)

    def _is_aanname(self, known: dict[str, object]) -> bool:
        """Whether words that are typed belong on the arrow under the cursor: they name no other place."""
        return self.plek.soort == _PIJL and bool(known["tekst"]) and known.keys().isdisjoint(_ELDERS)

    def after_regels(self, records: list[Record]) -> None:
        """Go to the arrow of the new link when it has no assumption yet, else to the next empty place."""
        schakel = records[-1] if records else None
        if not isinstance(schakel, Schakel):
            return
        if schakel.opties and self.optie not in schakel.opties:
            self._optie = schakel.opties[0]
            self.show()
        if schakel.plaats in PLAATSEN and lacks_aanname(schakel):
            self.tabel.move_to(f"{_PIJL}.{schakel.id}")
        else:
            volgende = next_plaats(self.schakels)
            self.tabel.move_to(f"{_LEEG}.{volgende}" if volgende else schakel.id)

    # The keys of the list.

    def chosen(self) -> list[Record]:
        """The links that were marked, or the one under the cursor; an arrow is its link."""
        ids = dict.fromkeys(one.partition(".")[2] or one for one in self.tabel.chosen_ids)
        return [one for one in map(self.record, ids) if one is not None]

    def action_edit(self) -> None:
        """Open the link, or the assumption on the arrow; at an empty place go and type."""
        schakel = self._schakel()
        if schakel is None:
            self.action_leave()
        else:
            self.edit_record(schakel, "aanname" if self.plek.soort == _PIJL else "")

    def action_remove(self) -> None:
        """Remove the links; on an arrow only the assumption goes."""
        schakel = self._schakel()
        if self.plek.soort != _PIJL or self.tabel.gemerkt:
            super().action_remove()
        elif schakel and schakel.aanname:
            self._empty_aanname(schakel)

    def _empty_aanname(self, schakel: Schakel) -> None:
        leeg = replace(schakel, aanname="", zekerheid="")
        self.doe("aanname verwijderd", lambda sessie: replace_records(sessie, [leeg]))
