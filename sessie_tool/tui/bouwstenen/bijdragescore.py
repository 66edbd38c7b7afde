"""bijdragescore: statements against projects for one party at a time, and then the largest differences."""

from collections.abc import Callable, Iterable, Sequence
from string import digits
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from sessie_tool.kern.bijdragen import by_difference
from sessie_tool.kern.bouwstenen.bijdrage import PARTIJEN, SCORES, Bijdrage
from sessie_tool.kern.bouwstenen.bijdrage_rapport import describe_verschil
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.matrix import Matrix, Matrixrij
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel, Tabelrij, search_rows
from sessie_tool.tui.onderdelen.vraagvenster import Vraagvenster
from sessie_tool.tui.onderdelen.werklijst import Werklijst
from sessie_tool.tui.onderdelen.zoekregel import Zoekregel

SCHAAL_KORT = "0 geen · 1 (zeer) klein · 2 matig · 3 groot · 4 zeer groot"
LEEG = "·"
WIS = "-"


class BijdrageEditor(Editor):
    """Each party scores alone; the other one's scores stay hidden until both are done, or until somebody asks."""

    BREED: ClassVar[bool] = True

    BINDINGS = [
        Binding("p", "switch_party", "andere partij", id="andere_partij"),
        Binding("v", "differences", "verschillen", id="verschillen"),
        Binding("n", "new_project", "nieuw project", id="nieuw_project"),
    ]

    DEFAULT_CSS = """
    BijdrageEditor > #stand { height: auto; padding: 0 1; }
    BijdrageEditor > #matrixkop { height: 1; color: $text-muted; text-style: bold; }
    """

    _partij = 0
    _getoond = False
    _gevraagd = False
    _verschillen = False
    _projecten: tuple[str, ...] = ()

    @property
    def scores(self) -> Bijdragescore:
        """The statements and scores as they are now."""
        return cast("Bijdragescore", self.bouwsteen)

    @property
    def partij(self) -> str:
        """Who scores now."""
        return PARTIJEN[self._partij]

    @property
    def matrix(self) -> Matrix:
        """The statements against the projects."""
        return self.query_one("#matrix", Matrix)

    @property
    def tabel(self) -> RecordTabel:
        """The list that is in view."""
        return self.query_one("#records" if self._verschillen else "#matrix", RecordTabel)

    @property
    def projecten(self) -> tuple[str, ...]:
        """The projects, also those that have no score yet."""
        al = self.scores.projecten
        return (*al, *(naam for naam in self._projecten if self.scores.find_project(naam) not in al))

    def is_hidden(self) -> bool:
        """Whether the other party's scores may not be seen."""
        return not self._getoond and not self.scores.is_complete(self.zitting.omgeving)

    def compose(self) -> ComposeResult:
        """Who scores, the names of the projects, the matrix, and the differences instead of it."""
        yield Zoekregel("de stellingen")
        yield Static("", id="stand")
        yield Static("", id="matrixkop")
        yield Matrix(self.pass_typing, id="matrix")
        yield Werklijst(self.pass_typing, 30, 0.4, id="records")
        yield Static("", id="leeg")

    def begin(self) -> None:
        """At the first statement."""

    def show(self) -> None:
        """Show the matrix or the differences."""
        verborgen = self.is_hidden()
        self._verschillen = self._verschillen and not verborgen
        self.matrix.display = self.query_one("#matrixkop").display = not self._verschillen
        self.query_one("#records").display = self._verschillen
        self.query_one("#stand", Static).update(Content(self._describe_stand(verborgen=verborgen)))
        if self._verschillen:
            super().show()
            return
        rijen = self._statements()
        self.matrix.show_cells(rijen, self.projecten, self._cell_text(verborgen=verborgen))
        leeg = self.query_one("#leeg", Static)
        leeg.display = not rijen
        if not rijen:
            leeg.update(Content(self.empty_text()))
        self._show_header()

    def on_matrix_verplaatst(self, event: Matrix.Verplaatst) -> None:
        """The names of the columns go along."""
        event.stop()
        self._show_header()

    def _show_header(self) -> None:
        self.query_one("#matrixkop", Static).update(Content(self.matrix.header()))

    def _statements(self) -> Sequence[Matrixrij]:
        omgeving, vorige = self.zitting.omgeving, None
        found = search_rows(
            [Tabelrij(one.id, omgeving.nummer(one.id), one.tekst, one.doelstelling) for one in self.scores.stellingen],
            self.zoek.value,
        )
        rijen = []
        for rij in found:
            kop = "" if rij.kenmerken == vorige else f"▸ {rij.kenmerken or '(zonder doelstelling)'}"
            rijen.append(Matrixrij(rij.id, rij.nummer, rij.tekst, kop))
            vorige = rij.kenmerken
        return rijen

    def _cell_text(self, *, verborgen: bool) -> Callable[[str, int], str]:
        """The text of a cell: the score of who scores now, or of both."""
        by_plek = {(one.stelling, one.project): one for one in self.scores.bijdragen}
        projecten, partijen = self.projecten, (self.partij,) if verborgen else PARTIJEN

        def cel(stelling_id: str, plaats: int) -> str:
            bijdrage = by_plek.get((stelling_id, projecten[plaats]))
            scores = [getattr(bijdrage, partij, None) for partij in partijen]
            return " en ".join(LEEG if score is None else str(score) for score in scores)

        return cel

    def _describe_stand(self, *, verborgen: bool) -> str:
        """Who scores, how far they are and what can be seen."""
        if self._verschillen:
            delen = [
                f"{show_regel(one.project)}: {describe_verschil(one)}"
                for one in self.scores.uitslagen(self.zitting.omgeving)
            ]
            return "\n".join([*delen[:4], "Enter: reden en afspraak · v: terug naar de scores"])
        ander = PARTIJEN[1 - self._partij]
        gezien = f"scores {ander} verborgen" if verborgen else "opdrachtgever en opdrachtnemer"
        return f"{self.partij.upper()} scoort · {self._count()} ingevuld · {gezien}\n{SCHAAL_KORT}"

    def _count(self) -> str:
        gescoord = sum(getattr(one, self.partij) is not None for one in self.scores.bijdragen)
        return f"{gescoord} van {len(self.scores.stellingen) * len(self.projecten)}"

    def rows(self) -> Sequence[Tabelrij]:
        """The statements on which the parties differ, the largest difference first."""
        omgeving, bijdragen = self.zitting.omgeving, {one.id: one for one in self.scores.bijdragen}
        scores = by_difference(one for uitslag in self.scores.uitslagen(omgeving) for one in uitslag.scores)
        return [
            _difference_row(bijdragen[one.bron], one.verschil or 0, omgeving.noem(bijdragen[one.bron].stelling))
            for one in scores
        ]

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "Een stelling #doelstelling, of F6 om te scoren" if self.scores.stellingen else super().placeholder()

    def empty_text(self) -> str:
        """What to do when there is nothing yet."""
        if self._verschillen and not self.zoek.value:
            return "Nog geen stelling heeft een score van beide partijen. Druk op v en vul de scores in."
        return super().empty_text()

    # Keys.

    def takes(self, teken: str) -> bool:
        """In the matrix a digit is a score and - takes it away."""
        return (teken in digits or teken == WIS) if not self._verschillen else super().takes(teken)

    def take_character(self, teken: str) -> None:
        """Score the cell under the cursor and go to the next."""
        if self._verschillen:
            super().take_character(teken)
            return
        stelling_id, kolom = self.matrix.current
        if not self.projecten or not stelling_id:
            self.meld("Maak eerst een stelling en een project: typ een stelling, en druk in de lijst op n.", fout=True)
        elif teken not in (*SCORES, WIS):
            self.meld(f"Een score is 0 tot en met 4. {SCHAAL_KORT}.", fout=True)
        else:
            self._gevraagd = False
            self._score(stelling_id, self.projecten[kolom], None if teken == WIS else int(teken))
            if not self.matrix.to_next():
                self.meld("Dit was de laatste stelling. Druk op p voor de andere partij, of op v voor de verschillen.")

    def _score(self, stelling_id: str, project: str, score: int | None) -> None:
        if score is None and self.scores.find(stelling_id, project) is None:
            return
        bouwsteen, _ = self.scores.with_bijdrage(stelling_id, project, new_id(), **{self.partij: score})
        wat = "weg" if score is None else str(score)
        omschrijving = f"{self.partij}, stelling {self.zitting.omgeving.nummer(stelling_id)}: {wat}"
        self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))

    def action_switch_party(self) -> None:
        """Let the other party score."""
        self._partij = 1 - self._partij
        self._verschillen = False
        self.show()
        self.meld(f"Nu scoort de {self.partij}.")

    def action_differences(self) -> None:
        """From the scores to the differences and back; before both are done it takes a second press."""
        if self.is_hidden() and not self._gevraagd:
            self._gevraagd = True
            self.meld("Nog niet alle scores zijn er. Druk nog een keer op v als iedereen ze toch mag zien.")
            return
        if self.is_hidden():
            self._getoond = True
            self.meld("De scores van beide partijen zijn nu te zien.")
        self._verschillen = not self._verschillen
        self.show()
        self.focus_list()

    def action_new_project(self) -> None:
        """Ask for the name of a project; it stays when it gets its first score."""

        def make(naam: str | None) -> None:
            if naam and naam.strip():
                self._projecten = (*self._projecten, naam.strip())
                self.show()
                self.matrix.move_cursor(0)
                self.matrix.action_column(len(self.projecten))

        self.app.push_screen(Vraagvenster("Project maken", "Over welk project gaan de scores?"), make)

    def edit_record(self, record: Record, begin: str = "") -> None:
        """Open a record in its form; of a difference at the reason, since that is what the talk is about."""
        super().edit_record(record, begin or ("reden" if isinstance(record, Bijdrage) else ""))

    def action_move(self, plaatsen: int) -> None:
        """Move a statement among the statements; the scores are no places in that order."""
        stelling_id, stellingen = self.matrix.current_id, list(self.scores.stellingen)
        plaats = next((index for index, one in enumerate(stellingen) if one.id == stelling_id), None)
        if self._verschillen or plaats is None:
            return
        stelling = stellingen.pop(plaats)
        stellingen.insert(max(0, plaats + plaatsen), stelling)
        bouwsteen = self.scores.with_records((*stellingen, *self.scores.bijdragen))
        self.doe("stelling verplaatst", lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))

    def action_remove(self) -> None:
        """Statements can be removed; a score is taken away with -, in the matrix."""
        if self._verschillen:
            self.meld("Een score haalt u weg bij de scores: druk op v, en dan op -.")
        else:
            super().action_remove()

    def after_regels(self, records: list[Record]) -> None:
        """Go to the statement that was typed or scored."""
        for record in records[-1:]:
            self.tabel.move_to(record.stelling if isinstance(record, Bijdrage) else record.id)


def _difference_row(bijdrage: Bijdrage, verschil: int, stelling: str) -> Tabelrij:
    """A difference with both scores, the reason and whether there is an agreement."""
    delen: Iterable[str] = (
        f"{bijdrage.opdrachtgever} en {bijdrage.opdrachtnemer}",
        bijdrage.reden,
        f"afspraak: {bijdrage.afspraak}" if bijdrage.afspraak else "",
    )
    kenmerken = " · ".join(deel for deel in delen if deel)
    return Tabelrij(bijdrage.id, f"{verschil}", f"{bijdrage.project}: {stelling}", kenmerken)
