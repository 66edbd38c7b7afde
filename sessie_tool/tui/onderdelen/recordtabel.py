"""RecordTabel: a list of records as a table with one cursor; quick at thousands of rows, all text shown as typed."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.padding import Padding
from rich.text import Text
from textual.app import App
from textual.binding import Binding
from textual.widgets import DataTable
from textual.widgets.data_table import RowKey

from sessie_tool.kern.zichtbaar import show_tekst

MAX_REGELS = 4
"""A longer text is cut on the screen; Enter shows it whole."""

SCHUIFBALK = 1
"""The column that the scroll bar needs."""


class Tabelrij(NamedTuple):
    """What one row shows."""

    id: str
    nummer: str
    tekst: str
    kenmerken: str = ""


class RecordTabel(DataTable[Text | Padding]):
    """Number, text and characteristics per record; Space marks rows.

    Attributes:
        gemerkt: ids of the rows that the user marked.
    """

    BINDINGS = [
        Binding("enter", "select_cursor", "openen"),
        Binding("space", "mark", "kies", show=False),
        Binding("shift+end", "mark_all", "kies alles", show=False),
    ]

    DEFAULT_CSS = """
    RecordTabel { height: 1fr; background: transparent; overflow-x: hidden; }
    RecordTabel.-leeg { height: 0; }
    RecordTabel > .datatable--cursor { background: $panel; color: $foreground; text-style: none; }
    RecordTabel:focus > .datatable--cursor { background: $primary; color: $text-primary-cursor; text-style: bold; }
    """

    def __init__(self, kenmerken: int = 28, deel: float = 0.4, nummer: int = 5, **kwargs: str) -> None:
        """Make an empty table.

        Args:
            kenmerken: the most cells that the last column takes.
            deel: the most of the width that the last column takes.
            nummer: the cells of the first column.
            kwargs: `id` and the like.
        """
        super().__init__(show_header=False, cursor_type="row", cell_padding=0, **kwargs)  # type: ignore[arg-type]
        self._wens = (nummer, kenmerken, deel)
        self._shown: list[Tabelrij] = []
        self._breedtes = (0, 0, 0)
        self._gewenst = ""  # where the cursor must go once there are columns
        self.gemerkt: set[str] = set()

    def on_mount(self) -> None:
        """Follow the colours of the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._rebuild(self._shown))

    @property
    def current_id(self) -> str:
        """The id of the row under the cursor, or ""."""
        return self._shown[self.cursor_row].id if self._shown and self.is_valid_row_index(self.cursor_row) else ""

    @property
    def chosen_ids(self) -> list[str]:
        """The marked rows in order; without marks the row under the cursor."""
        marked = [rij.id for rij in self._shown if rij.id in self.gemerkt]
        return marked or ([self.current_id] if self.current_id else [])

    def show_rows(self, rows: Sequence[Tabelrij]) -> None:
        """Show these rows; only what differs is drawn anew and the cursor stays with its record."""
        rows = list(rows)
        grown = self._needed(rows) > self._breedtes[2]
        self.gemerkt &= {rij.id for rij in rows}
        self.set_class(not rows, "-leeg")
        old, self._shown = self._shown, rows
        if not self._breedtes[1]:
            return
        same = [rij.id for rij in rows[: len(old)]] == [rij.id for rij in old]
        if not same or not self.columns or (grown and self._measure()):
            self._rebuild(old)
            return
        for before, now in zip(old, rows, strict=False):
            if before != now:
                self._update_row(now)
        for rij in rows[len(old) :]:
            self._add(rij)

    def move_to(self, record_id: str) -> None:
        """Put the cursor on a record, when it is in the list."""
        self._gewenst = "" if self.columns else record_id
        for index, rij in enumerate(self._shown):
            if rij.id == record_id and self.columns:
                self.move_cursor(row=index)

    def to_last(self) -> None:
        """Put the cursor on the last row, where a new record appears."""
        if self._shown:
            self.move_cursor(row=len(self._shown) - 1)

    def action_mark(self) -> None:
        """Mark the row under the cursor (or take the mark away) and go to the next."""
        if self.current_id:
            self.gemerkt ^= {self.current_id}
            self._update_row(self._shown[self.cursor_row])
            self.action_cursor_down()

    def action_mark_all(self) -> None:
        """Mark all rows, or none when all are marked."""
        every = {rij.id for rij in self._shown}
        self.gemerkt = set() if self.gemerkt == every else every
        self._rebuild(self._shown)

    def clear_marks(self) -> None:
        """Take all marks away."""
        if self.gemerkt:
            self.gemerkt = set()
            self._rebuild(self._shown)

    def on_resize(self) -> None:
        """Give the columns their width again."""
        if self._measure():
            self._rebuild(self._shown)

    def _measure(self) -> bool:
        """Divide the width: the characteristics get what they need, up to their share; whether that is new."""
        nummer, _, deel = self._wens
        breedte = self.size.width - SCHUIFBALK
        kenmerken = min(self._needed(self._shown), int(breedte * deel))
        before, self._breedtes = self._breedtes, (nummer, max(8, breedte - nummer - kenmerken), kenmerken)
        return self._breedtes != before

    def _needed(self, rows: Sequence[Tabelrij]) -> int:
        return min(self._wens[1], 2 + max((cell_len(rij.kenmerken) for rij in rows), default=0))

    def _rebuild(self, old: list[Tabelrij]) -> None:
        index = self.cursor_row
        keep = self._gewenst or (old[index].id if 0 <= index < len(old) else "")
        self.clear(columns=True)
        for key, width in zip(("nummer", "tekst", "kenmerken"), self._breedtes, strict=True):
            self.add_column(key, width=width, key=key)
        for rij in self._shown:
            self._add(rij)
        if keep and not any(rij.id == keep for rij in self._shown):
            self.move_cursor(row=max(0, min(index, len(self._shown) - 1)))
        else:
            self.move_to(keep)

    def _cells(self, rij: Tabelrij) -> list[Text | Padding]:
        teken = "●" if rij.id in self.gemerkt else " "
        grijs = self.app.theme_variables.get("text-muted", "")
        kenmerken = Padding(Text(rij.kenmerken, style=grijs), (0, 0, 0, 2))
        return [Text(f"{teken}{rij.nummer}"), Text(show_tekst(rij.tekst), overflow="fold"), kenmerken]

    def _height(self, rij: Tabelrij) -> int:
        return max(
            _count_lines(show_tekst(rij.tekst), self._breedtes[1], self.app),
            _count_lines(rij.kenmerken, self._breedtes[2] - 2, self.app),
        )

    def _add(self, rij: Tabelrij) -> None:
        self.add_row(*self._cells(rij), key=rij.id, height=self._height(rij))

    def _update_row(self, rij: Tabelrij) -> None:
        if self.rows[RowKey(rij.id)].height != self._height(rij):
            self._rebuild(self._shown)
            return
        for key, cell in zip(self.columns, self._cells(rij), strict=True):
            self.update_cell(rij.id, key, cell)


def _count_lines(tekst: str, breedte: int, app: App[object]) -> int:
    if "\n" not in tekst and len(tekst) <= breedte and cell_len(tekst) <= breedte:
        return 1
    begin = tekst[: breedte * MAX_REGELS]
    return min(MAX_REGELS, len(Text(begin, overflow="fold").wrap(app.console, breedte)))
