"""Matrix: rows against columns with one cursor; it shows the text of each cell and knows nothing of what it means."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message

from sessie_tool.kern.zichtbaar import show_regel, show_tekst
from sessie_tool.tui.onderdelen.afbreken import wrap
from sessie_tool.tui.onderdelen.recordtabel import MAX_REGELS, SCHUIFBALK, Tabelrij
from sessie_tool.tui.onderdelen.rijregels import Regels
from sessie_tool.tui.onderdelen.werklijst import Werklijst

SMALST, BREEDST = 8, 20
"""The least and the most cells that a column takes."""

TEKST = 26
"""The cells that the text of a row has at least."""

_TUSSEN = "\x1f"
"""Stands between the texts of the cells of a row."""


class Matrixrij(NamedTuple):
    """A row; `kop` stands above it when a group begins there."""

    id: str
    nummer: str
    tekst: str
    kop: str = ""


class Matrix(Werklijst):
    """Use: `show_cells(rows, columns, text of a cell)`, then `current` and `to_next`; arrows and Tab move.

    Attributes:
        kolom: the place (from 0) of the column under the cursor.
    """

    BINDINGS = [
        Binding("tab,right", "column(1)", "kolom verder", id="kolom_verder"),
        Binding("shift+tab,left", "column(-1)", "kolom terug", show=False, id="kolom_terug"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"matrix--kop", "matrix--rij"}

    DEFAULT_CSS = """
    Matrix > .matrix--kop { color: $text-muted; text-style: bold; }
    Matrix > .matrix--rij { text-style: bold; }
    """

    class Verplaatst(Message):
        """The cursor is in another cell, or the columns stand elsewhere."""

    def __init__(self, pass_key: Callable[[events.Key], bool], **kwargs: str) -> None:
        """Make an empty matrix; `pass_key` as in every Werklijst."""
        super().__init__(pass_key, 0, **kwargs)  # type: ignore[arg-type]
        self.kolommen: tuple[str, ...] = ()
        self.kolom = 0
        self._eerste, self._zichtbaar, self._cel = 0, 0, SMALST

    # What is shown.

    def show_cells(self, rijen: Sequence[Matrixrij], kolommen: Sequence[str], cel: Callable[[str, int], str]) -> None:
        """Show rows and columns; `cel` gives the text of a cell by the id of its row and the place of its column."""
        self.kolommen = tuple(kolommen)
        self.kolom = max(0, min(self.kolom, len(self.kolommen) - 1))
        self.show_rows(
            [
                Tabelrij(
                    rij.id,
                    rij.nummer,
                    f"{rij.kop}\n{rij.tekst}",
                    _TUSSEN.join(cel(rij.id, plaats) for plaats in range(len(self.kolommen))),
                )
                for rij in rijen
            ]
        )

    def header(self) -> str:
        """The names of the columns in view, each above its column, with signs where there are more."""
        nummer, breedte, _ = self._breedtes
        namen = []
        for plaats in self._in_zicht():
            naam = show_regel(self.kolommen[plaats])
            ruimte = self._cel - 2
            kort = naam if cell_len(naam) <= ruimte else f"{set_cell_size(naam, ruimte - 1)}…"
            namen.append(set_cell_size(f" {kort}", self._cel))
        meer = "‹ " if self._eerste else "  "
        verder = "›" if self._eerste + self._zichtbaar < len(self.kolommen) else ""
        return f"{' ' * max(0, nummer + breedte - 2)}{meer}{''.join(namen)}{verder}"

    @property
    def current(self) -> tuple[str, int]:
        """The id of the row and the place of the column under the cursor."""
        return self.current_id, self.kolom

    # Moving.

    def to_next(self) -> bool:
        """To the next row; after the last one to the first row of the next column. False when that was the last."""
        if self.cursor_row + 1 < len(self._shown):
            self.move_cursor(self.cursor_row + 1)
        elif self.kolom + 1 < len(self.kolommen):
            self.move_cursor(0)
            self.action_column(1)
        else:
            return False
        return True

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row."""
        super().move_cursor(row)
        self.post_message(self.Verplaatst())

    def action_column(self, erbij: int) -> None:
        """To another column."""
        self.kolom = max(0, min(self.kolom + erbij, len(self.kolommen) - 1))
        self._arrange()
        self.refresh()
        self.post_message(self.Verplaatst())

    def on_resize(self) -> None:
        """The header has to stand above the columns again (Textual calls this for every class)."""
        self.post_message(self.Verplaatst())

    def on_click(self, event: events.Click) -> None:
        """A click on a cell goes to its column; the list itself goes to the row."""
        nummer, breedte, _ = self._breedtes
        plaats = (event.x - nummer - breedte) // self._cel
        if 0 <= plaats < self._zichtbaar:
            self.action_column(self._eerste + plaats - self.kolom)

    # Drawing; the list draws number and text, and what is not in view is not drawn.

    def _in_zicht(self) -> range:
        return range(self._eerste, self._eerste + self._zichtbaar)

    def _divide(self) -> tuple[int, int, int]:
        """The width of number, text and all columns in view."""
        nummer, breedte = self._wens[0], self.size.width - SCHUIFBALK
        langste = max((cell_len(naam) for naam in self.kolommen), default=0) + 2
        self._cel = max(SMALST, min(BREEDST, langste))
        past = max(1, (breedte - nummer - TEKST) // self._cel)
        self._zichtbaar = min(len(self.kolommen), past)
        laatst = max(0, len(self.kolommen) - self._zichtbaar)
        self._eerste = min(laatst, max(self.kolom - self._zichtbaar + 1, min(self._eerste, self.kolom)))
        cellen = self._zichtbaar * self._cel
        return nummer, max(8, breedte - nummer - cellen), cellen

    def _break(self, rij: Tabelrij) -> Regels:
        kop, _, tekst = rij.tekst.partition("\n")
        koppen = wrap(show_regel(kop), self._breedtes[1] - 1, 1) if kop else []
        regels = wrap(show_tekst(tekst), self._breedtes[1] - 1, MAX_REGELS)
        return [*koppen, *regels], [""] * len(koppen), len(koppen) + len(regels)

    def _segments(self, row: int, regel: int, stijlen: tuple[Style, Style, Style]) -> list[Segment]:
        rij, (gewoon, _, cursor) = self._shown[row], stijlen
        teksten, koppen, _ = self._regels[row]
        hier, boven = row == self.cursor_row, regel < len(koppen)
        stijl = self.get_component_rich_style(f"matrix--{'kop' if boven else 'rij'}") if boven or hier else gewoon
        nummer = rij.nummer if regel == len(koppen) else ""
        delen = [
            Segment(set_cell_size(f" {nummer}", self._breedtes[0]), stijl),
            Segment(set_cell_size(teksten[regel], self._breedtes[1]), stijl),
        ]
        cellen = rij.kenmerken.split(_TUSSEN) if regel == len(koppen) else [""] * len(self.kolommen)
        for plaats in self._in_zicht():
            op = hier and plaats == self.kolom and regel == len(koppen)
            tekst = f"[{cellen[plaats]}]" if op else f" {cellen[plaats]} "
            delen.append(Segment(set_cell_size(tekst, self._cel), cursor if op else stijl))
        return delen
