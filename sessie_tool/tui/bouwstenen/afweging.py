"""afweging: options against criteria, scored criterium by criterium; the result stays hidden until somebody asks."""

import re
from collections.abc import Callable, Sequence
from string import digits
from typing import ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.afweging import Afweging
from sessie_tool.kern.bouwstenen.criteria import SCORES
from sessie_tool.kern.bouwstenen.weging import Score, Weging, make_weging
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.bouwstenen.weeguitslag import Scorematrix, Uitslaglijst, describe_criterium, result_rows
from sessie_tool.tui.onderdelen.matrix import BREEDST, Matrix, Matrixrij
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel

LEEG = "·"
WIS = "-"
RUIM = 40
"""The cells that the options take before the names of the criteria may have their room."""
_HELE_REGEL = re.compile(r"\s*[A-Za-z]{1,2}\s*[0-9]{1,3}\s*=.*", re.DOTALL)
"""A line that says itself which cell it is about."""


class AfwegingEditor(Editor):
    """The anchors of the criterium under the cursor, the matrix, the why of the cell, and below it the result."""

    BREED: ClassVar[bool] = True

    BINDINGS = [
        Binding("u", "result", "uitslag", id="uitslag"),
        Binding("delete", "remove", "score weg", show=False),
    ]

    DEFAULT_CSS = """
    AfwegingEditor #scorekant { height: 1fr; }
    AfwegingEditor #ankers { height: auto; max-height: 7; padding: 0 1; }
    AfwegingEditor #matrixkop { height: 1; color: $text-muted; text-style: bold; }
    AfwegingEditor #waarom { height: auto; max-height: 3; padding: 0 1; color: $text-muted; }
    AfwegingEditor #uitslag { display: none; height: 1fr; }
    AfwegingEditor.-uitslag #uitslag { display: block; border-top: solid $panel; }
    AfwegingEditor.-alleen #uitslag { border-top: none; }
    AfwegingEditor.-alleen #scorekant { display: none; }
    """

    _gevraagd = False
    _schrijft = False

    @property
    def afweging(self) -> Afweging:
        """The scores as they are now."""
        return cast("Afweging", self.bouwsteen)

    @property
    def weging(self) -> Weging:
        """What is on the table, also what is the facilitator's own."""
        return make_weging(self.afweging.records, self.zitting.omgeving, ("verslag", "begeleider"))

    @property
    def matrix(self) -> Matrix:
        """The options against the criteria."""
        return self.query_one("#records", Matrix)

    @property
    def uitslag(self) -> RecordTabel:
        """What the scores say."""
        return self.query_one("#uitslag", RecordTabel)

    @property
    def is_getoond(self) -> bool:
        """Whether the result is in view."""
        return self.has_class("-uitslag")

    @property
    def plek(self) -> str:
        """The cell under the cursor as one types it: 'B2'; "" when there is none."""
        optie, plaats = self.matrix.current
        criteria, omgeving = self.weging.criteria, self.zitting.omgeving
        return f"{omgeving.nummer(optie)}{omgeving.nummer(criteria[plaats].id)}" if optie and criteria else ""

    def compose(self) -> ComposeResult:
        """Anchors, matrix and why; the result below it, or instead of it where the screen is low."""
        yield Zoekregel("de opties")
        with Vertical(id="scorekant"):
            yield Static("", id="ankers")
            yield Static("", id="matrixkop")
            yield Scorematrix(self.pass_typing, id="records")
            yield Static("", id="waarom")
            yield Static("", id="leeg")
        yield Uitslaglijst(self.pass_typing, 12, 0.25, id="uitslag")

    def begin(self) -> None:
        """At the first option."""

    def show(self) -> None:
        """Show the scores, and the result when somebody asked for it."""
        weging = self.weging
        self.matrix.show_cells(self._options(weging), self._columns(weging), self._cell_text(weging))
        leeg = self.query_one("#leeg", Static)
        leeg.display = not self.plek
        if not self.plek:
            leeg.update(Content(self.empty_text()))
        self.set_class(self._is_in_plaats, "-alleen")
        if self.is_getoond:
            self.uitslag.show_rows(result_rows(weging, self.afweging.vast))
        self._show_around()

    def _options(self, weging: Weging) -> Sequence[Matrixrij]:
        rijen = (
            Tabelrij(one.id, weging.letter(one), one.titel + (" (valt af)" if one.valt_af else ""), "")
            for one in weging.opties
        )
        return [Matrixrij(rij.id, rij.nummer, rij.tekst) for rij in self.search(list(rijen))]

    def _columns(self, weging: Weging) -> list[str]:
        """The criteria by number and name where there is room for it, else by number and weight."""
        if self.size.width >= RUIM + BREEDST * len(weging.criteria):
            return [weging.omgeving.noem(one.id) for one in weging.criteria]
        return [f"{weging.omgeving.nummer(one.id)} (×{one.gewicht or 0})" for one in weging.criteria]

    def on_resize(self) -> None:
        """Other names above the columns, perhaps (Textual calls this for every class)."""
        if self.staat:
            self.show()

    def _cell_text(self, weging: Weging) -> Callable[[str, int], str]:
        """The score of a cell; a sign behind it says that its why is there."""

        def cel(optie_id: str, plaats: int) -> str:
            score = weging.cellen.get((optie_id, weging.criteria[plaats].id))
            if score is None:
                return LEEG
            cijfer = LEEG if score.waarde is None else str(score.waarde)
            return f"{cijfer} …" if score.waarom.strip() else cijfer

        return cel

    def empty_text(self) -> str:
        """What to do when there is nothing to score."""
        if self.zoek.value:
            return super().empty_text()
        return "Er zijn nog geen opties of criteria. Maak ze eerst in een eerdere stap (Ctrl+B: vorige stap)."

    def on_matrix_verplaatst(self, event: Matrix.Verplaatst) -> None:
        """Another cell: other anchors, another why."""
        event.stop()
        self._show_around()

    def _show_around(self) -> None:
        weging, plek = self.weging, self.plek
        self.query_one("#matrixkop", Static).update(Content(self.matrix.header() if plek else ""))
        ankers, waarom = self.query_one("#ankers", Static), self.query_one("#waarom", Static)
        ankers.display = waarom.display = bool(plek)
        if plek:
            ankers.update(describe_criterium(weging, weging.criteria[self.matrix.kolom]))
            waarom.update(Content(f"{self._describe_why()}\n{self._describe_stand(weging)}"))

    def _current(self) -> Score | None:
        optie, plaats = self.matrix.current
        criteria = self.weging.criteria
        return self.afweging.find(optie, criteria[plaats].id) if optie and criteria else None

    def _describe_why(self) -> str:
        score = self._current()
        waarom = show_regel(score.waarom) if score and score.waarom.strip() else "nog geen reden; typ die hieronder"
        return f"{self.plek}: {waarom}"

    def _describe_stand(self, weging: Weging) -> str:
        """How far the group is, and that the result waits."""
        alle = len(weging.opties) * len(weging.criteria)
        gedaan = alle - sum(len(weging.lacking(one)) for one in weging.opties)
        uitslag = "u verbergt de uitslag" if self.is_getoond else "u toont de uitslag, nu nog verborgen"
        return f"{gedaan} van {alle} scores · 0 tot en met 4 scoort · {uitslag}"

    # Keys.

    def takes(self, teken: str) -> bool:
        """In the matrix a digit is a score and - takes it away."""
        return self._lijst is self.matrix and (teken in digits or teken == WIS)

    def take_character(self, teken: str) -> None:
        """Score the cell under the cursor; the cursor stays, for the why."""
        optie, plaats = self.matrix.current
        criteria = self.weging.criteria
        if not optie or not criteria:
            return
        if teken == WIS:
            self._clear()
        elif int(teken) not in SCORES:
            self.meld("Een score is 0, 1, 2, 3 of 4. Boven de tabel staat wat elke score betekent.", fout=True)
        else:
            self._score(optie, criteria[plaats].id, int(teken))

    def _score(self, optie: str, criterium: str, score: int) -> None:
        try:
            afweging = self.afweging.fix_weights(self.zitting.omgeving)
        except RegelError as fout:
            self.meld(str(fout), fout=True)
            return
        bouwsteen, _ = afweging.with_score(optie, criterium, new_id(), score=score)
        self.doe(f"{self.plek} is {score}", lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))
        if self.zitting.veranderbaar:
            self.meld(f"{self.plek} is {score}. Typ nu waarom, of ga met Enter naar de volgende.")

    def _clear(self) -> None:
        score = self._current()
        if score and score.score is not None:
            bouwsteen, _ = self.afweging.with_score(score.optie, score.criterium, score.id, score=None)
            self.doe(f"{self.plek} heeft geen score", lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))

    def chosen(self) -> list[Record]:
        """The score under the cursor: that is what is removed here, never the option."""
        score = self._current()
        return [score] if score and not self.uitslag.has_focus else []

    def action_edit(self) -> None:
        """Enter: on to the next option, and after the last one to the next criterium."""
        if not self.uitslag.has_focus and not self.matrix.to_next():
            self.meld("Dit was de laatste score. Druk op u voor de uitslag.")

    def action_move(self, plaatsen: int) -> None:
        """Options are moved in their own step, not here."""

    def action_result(self) -> None:
        """Show the result, or hide it again; before all scores are in that takes a second press."""
        weging = self.weging
        ontbreekt = sum(len(weging.lacking(one)) for one in weging.mee)
        if ontbreekt and not self.is_getoond and not self._gevraagd:
            self._gevraagd = True
            nog = "Nog 1 score ontbreekt" if ontbreekt == 1 else f"Nog {ontbreekt} scores ontbreken"
            self.meld(f"{nog}. Druk nog een keer op u als iedereen de uitslag toch mag zien.")
            return
        self.set_class(not self.is_getoond, "-uitslag")
        self.show()
        self.focus_list()

    def focus_list(self) -> None:
        """Put the keys in the matrix; in the result where that took its place."""
        self.screen.set_focus(self.uitslag if self._is_in_plaats else self.matrix)

    @property
    def _is_in_plaats(self) -> bool:
        """Whether the result stands where the matrix was."""
        return self.is_getoond and not self.screen.has_class("-hoog")

    # Typing the why.

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Waarom deze score? Of een hele regel: B2=3 omdat het er al is"

    def pass_typing(self, event: events.Key) -> bool:
        """Who types in the matrix gives the why of the cell under the cursor."""
        passed = super().pass_typing(event)
        self._schrijft = self._schrijft or passed
        if passed and self._is_in_plaats:
            self.remove_class("-uitslag", "-alleen")  # one sees the cell about which one types
        return passed

    def prepare(self, regel: str) -> str:
        """A line is the why of the cell under the cursor, unless it names a cell itself."""
        if _HELE_REGEL.fullmatch(regel) or not self.plek:
            return regel
        score = self._current()
        return f"{self.plek}={'?' if score is None or score.score is None else score.score} {regel}"

    def describe_line(self, regel: str) -> str:
        """To which cell the line goes."""
        return f"waarom bij {self.plek}" if regel.strip() and not _HELE_REGEL.fullmatch(regel) else ""

    def after_regels(self, records: list[Record]) -> None:
        """Go on with the next cell when the why was typed from the matrix; else to the cell that was typed."""
        for record in records[-1:]:
            score = cast("Score", record)
            ids = [one.id for one in self.weging.criteria]
            self.matrix.move_to(score.optie)
            self.matrix.action_column(ids.index(score.criterium) - self.matrix.kolom)
        if records and self._schrijft:
            self.action_edit()
            self.focus_list()
        self._schrijft = False
