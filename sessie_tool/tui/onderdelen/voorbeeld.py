"""Voorbeeld: how a Markdown text will look, made beside the typing so that no key waits for it."""

from collections.abc import Sequence

from textual import work
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from sessie_tool.tui.opmaak import format_voorbeeld, wrap_voorbeeld

LEEG = "Hier ziet u hoe uw tekst eruit komt te zien."


class Voorbeeld(ScrollView, can_focus=True):
    """Draws only the lines that are in view."""

    ALLOW_SELECT = False

    DEFAULT_CSS = "Voorbeeld { background: transparent; overflow-x: hidden; padding: 0 1; }"

    class Klaar(Message):
        """The lines were made (sent by the thread that makes them)."""

        def __init__(self, regels: list[Content]) -> None:
            """Keep them."""
            super().__init__()
            self.regels = regels

    def __init__(self, **kwargs: str) -> None:
        """Start empty."""
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._regels: Sequence[Content] = ()
        self._tekst, self._getoond = "", ("", 0)
        self._deel = 0.0
        self._bezig = False

    @property
    def breedte(self) -> int:
        """The cells that a line may take."""
        return max(1, self.scrollable_content_region.width)

    def show(self, tekst: str, deel: float) -> None:
        """Show a text; `deel` (0 to 1) is where in it the user is."""
        self._tekst, self._deel = tekst, deel
        self._make()

    def on_resize(self) -> None:
        """Break the lines for the room that there is."""
        self._make()

    def _make(self) -> None:
        """Make the lines, once the ones that are being made are there: never two at a time."""
        wens = (self._tekst, self.breedte)
        if self._bezig or not self.display:
            return
        if wens == self._getoond:
            self._follow()
            return
        self._bezig, self._getoond = True, wens
        self._make_lines(*wens)

    @work(thread=True)
    def _make_lines(self, tekst: str, breedte: int) -> None:
        content = format_voorbeeld(tekst) if tekst.strip() else Content.styled(LEEG, "dim")
        self.post_message(self.Klaar(wrap_voorbeeld(content, breedte)))

    def on_voorbeeld_klaar(self, event: Klaar) -> None:
        """Show what was made; go on when the text has changed since."""
        event.stop()
        self._bezig = False
        self._regels = event.regels
        self.virtual_size = Size(self.breedte, len(self._regels))
        self.refresh()
        self._make()

    def _follow(self) -> None:
        """Have in view what the user is writing; not while the user reads here."""
        if not self.has_focus:
            midden = self._deel * len(self._regels) - self.size.height / 2
            self.scroll_to(y=max(0, round(midden)), animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        y += self.scroll_offset.y
        if y >= len(self._regels):
            return Strip.blank(self.breedte, self.rich_style)
        strips = Visual.to_strips(self, self._regels[y], self.breedte, 1, self.visual_style, pad=True)
        return strips[0] if strips else Strip.blank(self.breedte, self.rich_style)
