"""RecordTabel: a list of records as a table with one cursor; all text shown as typed.

It draws only the lines that are in view, so a key press costs the same at ten rows and at thousands.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sessie_tool.kern.overlap import same_ends
from sessie_tool.tui.onderdelen.kolommen import ONGEMETEN, divide
from sessie_tool.tui.onderdelen.rijregels import Regels, break_row

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


def search_rows(rows: Sequence[Tabelrij], zoek: str) -> Sequence[Tabelrij]:
    """The rows that have every word of the search in them; all when there is none."""
    woorden = zoek.casefold().split()
    if not woorden:
        return rows
    return [rij for rij in rows if all(woord in " ".join(rij[1:]).casefold() for woord in woorden)]


class RecordTabel(ScrollView, can_focus=True):
    """Number, text and characteristics per record; Space marks rows.

    Attributes:
        cursor_row: the place (from 0) of the row under the cursor.
        gemerkt: ids of the rows that the user marked.
    """

    ALLOW_SELECT = False
    meeste = MAX_REGELS  # lines of a row

    COMPONENT_CLASSES: ClassVar[set[str]] = {"recordtabel--cursor", "recordtabel--kenmerken"}

    BINDINGS = [
        Binding("enter", "select_cursor", "openen"),
        Binding("space", "mark", "kies", show=False),
        Binding("shift+end", "mark_all", "kies alles", show=False),
    ]

    DEFAULT_CSS = """
    RecordTabel { height: 1fr; background: transparent; overflow-x: hidden; }
    RecordTabel.-leeg { height: 0; }
    RecordTabel > .recordtabel--kenmerken { color: $text-muted; }
    RecordTabel > .recordtabel--cursor { background: $panel; color: $foreground; text-style: none; }
    RecordTabel:focus > .recordtabel--cursor { background: $primary; color: $text-primary-cursor; text-style: bold; }
    """

    class Gekozen(Message):
        """Enter, or a double click, on a row."""

    def __init__(self, kenmerken: int = 28, deel: float = 0.4, nummer: int = 5, **kwargs: str) -> None:
        """Make an empty table.

        The last column takes `kenmerken` cells and a `deel` of the width at most; `nummer` are the cells of the first.
        """
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._wens = (nummer, kenmerken, deel)
        self._shown: list[Tabelrij] = []
        self._regels: list[Regels] = []
        self._tops = [0]
        self._breedtes = ONGEMETEN
        self._stijlen: tuple[Style, Style, Style] | None = None
        self.cursor_row = 0
        self.gemerkt: set[str] = set()

    @property
    def current_id(self) -> str:
        """The id of the row under the cursor, or ""."""
        return self._shown[self.cursor_row].id if self._shown else ""

    @property
    def chosen_ids(self) -> list[str]:
        """The marked rows in order; without marks the row under the cursor."""
        marked = [rij.id for rij in self._shown if rij.id in self.gemerkt]
        return marked or ([self.current_id] if self.current_id else [])

    def show_rows(self, rows: Sequence[Tabelrij]) -> None:
        """Show these rows; the cursor stays with its record."""
        keep, before = self.current_id, self._in_view()
        eerder, self._shown = self._shown, list(rows)
        if self.gemerkt:
            self.gemerkt &= {rij.id for rij in self._shown}
        self.set_class(not rows, "-leeg")
        self._arrange(eerder)
        self.move_cursor(self._find(keep))
        for y, (old, new) in enumerate(zip(before, self._in_view(), strict=True), self.scroll_offset.y):
            if old != new:
                self.refresh_lines(y)

    # The cursor and the marks.

    def move_cursor(self, row: int) -> None:
        """Put the cursor on a row, or on the nearest that there is."""
        before, self.cursor_row = self.cursor_row, max(0, min(row, len(self._shown) - 1))
        if self._shown:
            self._redraw_row(before)
            self._redraw_row(self.cursor_row)
            self._show_cursor()

    def move_to(self, record_id: str) -> None:
        """Put the cursor on a record, when it is in the list."""
        for index, rij in enumerate(self._shown):
            if rij.id == record_id:
                self.move_cursor(index)

    def to_last(self) -> None:
        """Put the cursor on the last row, where a new record appears."""
        self.move_cursor(len(self._shown) - 1)

    def action_scroll_up(self) -> None:
        """The arrow up; the keys of a scroll view move the cursor here, and the view goes along."""
        self.move_cursor(self.cursor_row - 1)

    def action_scroll_down(self) -> None:
        """The arrow down."""
        self.move_cursor(self.cursor_row + 1)

    def action_page_up(self) -> None:
        """As far up as fits on the screen."""
        self.move_cursor(self._row_at(max(0, self._tops[self.cursor_row] - self.size.height)))

    def action_page_down(self) -> None:
        """As far down as fits on the screen."""
        self.move_cursor(self._row_at(self._tops[self.cursor_row] + self.size.height))

    def action_scroll_home(self) -> None:
        """To the first row."""
        self.move_cursor(0)

    def action_scroll_end(self) -> None:
        """To the last row."""
        self.to_last()

    def action_select_cursor(self) -> None:
        """Enter on a row."""
        if self._shown:
            self.post_message(self.Gekozen())

    def action_mark(self) -> None:
        """Mark the row under the cursor (or take the mark away) and go to the next."""
        if self.current_id:
            self.toggle_mark()
            self.move_cursor(self.cursor_row + 1)

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or take the mark away."""
        self.gemerkt ^= {self.current_id}
        self._redraw_row(self.cursor_row)

    def action_mark_all(self) -> None:
        """Mark all rows, or none when all are marked."""
        every = {rij.id for rij in self._shown}
        self.gemerkt = set() if self.gemerkt == every else every
        self.refresh()

    def clear_marks(self) -> None:
        """Take all marks away."""
        if self.gemerkt:
            self.gemerkt = set()
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click goes to a row, with Ctrl it marks it too; a double click is Enter."""
        row = self._row_at(event.y + self.scroll_offset.y)
        if row >= len(self._shown):
            return
        self.move_cursor(row)
        if event.chain > 1:
            self.action_select_cursor()
        elif event.ctrl:
            self.toggle_mark()

    def find_id(self, event: events.MouseEvent) -> str:
        """The id of the row under the mouse, or "" when the mouse is elsewhere."""
        plek = event.screen_offset
        if not self.scrollable_content_region.contains_point(plek):
            return ""
        row = self._row_at(plek.y - self.scrollable_content_region.y + self.scroll_offset.y)
        return self._shown[row].id if row < len(self._shown) else ""

    # Where everything stands.

    def on_resize(self) -> None:
        """Divide the width again, when it is another one; a message below only takes a line."""
        if self._divide() != self._breedtes:
            self._arrange()
        self._show_cursor()
        self.refresh()

    def _arrange(self, eerder: Sequence[Tabelrij] | None = None) -> None:
        """Give every row its lines and its place; lines that are known, of these rows or of those `eerder`, stay."""
        breedtes = self._divide()
        if breedtes != self._breedtes:
            self._breedtes = breedtes
            self._regels = list(map(self._break, self._shown))
            self.refresh()
        elif eerder is not None:
            self._break_new(eerder)
        self._tops = [0, *accumulate([regels[2] for regels in self._regels])]
        self.virtual_size = Size(self.size.width - SCHUIFBALK, self._tops[-1])

    def _break_new(self, eerder: Sequence[Tabelrij]) -> None:
        """The lines of the rows, when those of `eerder` are known: only what changed is broken."""
        begin, eind = same_ends(eerder, self._shown)
        weg = slice(begin, len(eerder) - eind)
        known = dict(zip(eerder[weg], self._regels[weg], strict=True))
        midden = self._shown[begin : len(self._shown) - eind]
        self._regels[weg] = [known.get(rij) or self._break(rij) for rij in midden]

    def _divide(self) -> tuple[int, int, int]:
        """The width of each column: characteristics get their share, or what texts leave."""
        breedte = self.size.width - SCHUIFBALK
        return divide(breedte, self._wens, self._shown) if self.size.width else ONGEMETEN

    def _find(self, record_id: str) -> int:
        """The place of a record, which mostly is where the cursor is; when it is gone, that of the cursor."""
        if self.cursor_row < len(self._shown) and self.current_id == record_id:
            return self.cursor_row
        return next((plek for plek, rij in enumerate(self._shown) if rij.id == record_id), self.cursor_row)

    def _break(self, rij: Tabelrij) -> Regels:
        if self._breedtes == ONGEMETEN:
            return [], [], 1
        return break_row(rij.tekst, rij.kenmerken, self._breedtes[1], max(4, self._breedtes[2] - 2), self.meeste)

    def _row_at(self, y: int) -> int:
        """The row that has this line; the number of rows when it is below all."""
        return bisect_right(self._tops, y) - 1

    def _region(self, row: int) -> Region:
        return Region(0, self._tops[row], self.size.width, self._tops[row + 1] - self._tops[row])

    def _in_view(self) -> list[tuple[Tabelrij, int] | None]:
        """What stands on each line that is in view: a row and which of its lines; None below the last."""
        plekken = [(self._row_at(y), y) for y in range(self.scroll_offset.y, self.scroll_offset.y + self.size.height)]
        return [(self._shown[row], y - self._tops[row]) if row < len(self._shown) else None for row, y in plekken]

    def _show_cursor(self) -> None:
        if self._shown and self.size.height:
            self.scroll_to_region(self._region(self.cursor_row), animate=False, force=True)

    # Drawing.

    def _redraw_row(self, row: int) -> None:
        if row < len(self._shown):
            region = self._region(row)
            self.refresh_lines(region.y, region.height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of what is in view; the styles are looked up once for all of them."""
        self._stijlen = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        if self._stijlen is None:
            grijs, cursor = (self.get_component_rich_style(f"recordtabel--{naam}") for naam in ("kenmerken", "cursor"))
            self._stijlen = (self.rich_style, grijs, cursor)
        breedte, stijlen = self.scrollable_content_region.width, self._stijlen
        y += self.scroll_offset.y
        row = self._row_at(y)
        if row >= len(self._shown):
            return Strip.blank(breedte, stijlen[0])
        return Strip(self._segments(row, y - self._tops[row], stijlen)).adjust_cell_length(breedte, stijlen[0])

    def _segments(self, row: int, regel: int, stijlen: tuple[Style, Style, Style]) -> list[Segment]:
        rij, (gewoon, grijs, cursor) = self._shown[row], stijlen
        stijl, grijs = (cursor, cursor) if row == self.cursor_row else (gewoon, grijs)
        kop = "" if regel else f"{'●' if rij.id in self.gemerkt else ' '}{rij.nummer}"
        tekst, kenmerken = (delen[regel] if regel < len(delen) else "" for delen in self._regels[row][:2])
        delen = zip((kop, tekst, f"  {kenmerken}"), self._breedtes, (stijl, stijl, grijs), strict=True)
        return [Segment(set_cell_size(deel, breedte), soort) for deel, breedte, soort in delen]
