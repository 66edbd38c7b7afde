"""Leesblad: a long text to read, with a place in it; draws only the lines that are in view."""

from collections.abc import Callable, Sequence

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from sessie_tool.tui.onderdelen.leestekst import Koppunt, Leestekst

Zet = Callable[[int], Leestekst]
"""Makes the lines for a width in cells; called in a thread."""


class Leesblad(ScrollView, can_focus=True):
    """Shows what a `Zet` makes; the lines are made again for another width, at the same place in the text."""

    ALLOW_SELECT = False
    BINDINGS = [
        Binding("n", "kop(1)", "volgende kop"),
        Binding("b", "kop(-1)", "vorige kop", show=False),
        Binding("space", "page_down", "verder", show=False),
    ]
    DEFAULT_CSS = "Leesblad { height: 1fr; background: transparent; overflow-x: hidden; padding: 0 1; }"

    class Gezet(Message):
        """The lines are there (sent by the thread that makes them)."""

        def __init__(self, tekst: Leestekst, breedte: int, fout: str = "") -> None:
            """Keep them, and for which width."""
            super().__init__()
            self.tekst, self.breedte, self.fout = tekst, breedte, fout

    def __init__(self, **kwargs: str) -> None:
        """Start empty."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._zet: Zet | None = None
        self.tekst = Leestekst([], [])
        self._breedte = 0
        self._bezig = False
        self._zoek = ""
        self._hits: list[int] = []

    @property
    def breedte(self) -> int:
        """The cells that a line may take."""
        return max(1, self.scrollable_content_region.width)

    def show(self, zet: Zet) -> None:
        """Show a text."""
        self._zet, self._breedte = zet, 0
        self._make()

    def on_resize(self) -> None:
        """Break the lines for the room that there is."""
        self._make()

    def _make(self) -> None:
        if self._zet is None or self._bezig or self.breedte in (1, self._breedte):
            return
        self._bezig = True
        self._make_lines(self._zet, self.breedte)

    @work(thread=True)
    def _make_lines(self, zet: Zet, breedte: int) -> None:
        self.post_message(self.Gezet(zet(breedte), breedte))

    def on_leesblad_gezet(self, event: Gezet) -> None:
        """Show what was made; the screen above hears it too."""
        self._bezig = False
        deel = self.scroll_offset.y / max(1, len(self.tekst.regels))
        self.tekst, self._breedte = event.tekst, event.breedte
        self.virtual_size = Size(event.breedte, len(self.tekst.regels))
        self.search(self._zoek)
        self.scroll_to(y=round(deel * len(self.tekst.regels)), animate=False)
        self.refresh()
        self._make()

    # Places in the text.

    @property
    def place(self) -> int:
        """The number (from 0) of the line at the top."""
        return int(self.scroll_offset.y)

    @property
    def kop(self) -> Koppunt | None:
        """The heading under which one reads: the last one at or above the top line."""
        voor = [one for one in self.tekst.koppen if one.regel <= self.place]
        return voor[-1] if voor else None

    def go_to(self, regel: int) -> None:
        """Put a line at the top, as far as the text goes."""
        self.scroll_to(y=max(0, regel), animate=False, force=True)

    def action_kop(self, verder: int) -> None:
        """To the next heading, or the one before."""
        regels = [one.regel for one in self.tekst.koppen]
        doel = (
            [one for one in regels if one > self.place] if verder > 0 else [one for one in regels if one < self.place]
        )
        if doel:
            self.go_to(doel[0] if verder > 0 else doel[-1])
        else:
            self.go_to(len(self.tekst.regels) if verder > 0 else 0)

    # Searching.

    def search(self, woorden: str) -> int:
        """Mark the lines with these words; gives how many there are."""
        self._zoek = woorden
        kaal = " ".join(woorden.casefold().split())
        self._hits = (
            [nr for nr, regel in enumerate(self.tekst.regels) if kaal in regel.plain.casefold()] if kaal else []
        )
        self.refresh()
        return len(self._hits)

    def next_hit(self, verder: int = 1, *, hier: bool = False) -> int:
        """Go to the next line that was found, or around; gives which one (from 1), 0 without any."""
        if not self._hits:
            return 0
        if verder > 0:
            doel = [one for one in self._hits if one > self._hit_line or (hier and one == self._hit_line)]
            gekozen = (doel or self._hits)[0]
        else:
            gekozen = ([one for one in self._hits if one < self._hit_line] or self._hits)[-1]
        self._last_hit = gekozen
        self.go_to(gekozen - self.size.height // 3)
        self.refresh()
        return self._hits.index(gekozen) + 1

    _last_hit = -1

    @property
    def _hit_line(self) -> int:
        """From where one searches on: the line found last when it is in view, else the top of the view."""
        is_in_zicht = self.place <= self._last_hit < self.place + self.size.height
        return self._last_hit if is_in_zicht else self.place

    # Drawing.

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        y += self.place
        regels: Sequence[Content] = self.tekst.regels
        if y >= len(regels):
            return Strip.blank(self.breedte, self.rich_style)
        regel = self._mark(regels[y], is_laatste=y == self._last_hit)
        strips = Visual.to_strips(self, regel, self.breedte, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(self.breedte, self.rich_style)

    def _mark(self, regel: Content, *, is_laatste: bool) -> Content:
        """The words that were found, reversed; of the line one is at also underlined."""
        kaal = " ".join(self._zoek.casefold().split())
        plat = regel.plain.casefold()
        if not kaal or kaal not in plat or len(plat) != len(regel.plain):
            return regel
        begin = plat.find(kaal)
        while begin >= 0:
            regel = regel.stylize("reverse bold" if is_laatste else "reverse", begin, begin + len(kaal))
            begin = plat.find(kaal, begin + len(kaal))
        return regel
