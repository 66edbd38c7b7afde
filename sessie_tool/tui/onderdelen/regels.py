"""The one-line parts around the work: title with clock, message, and the foot with keys and 'opgeslagen'."""

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.timer import Timer
from textual.visual import VisualType
from textual.widgets import Static

from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.toetsen import active_keys


class Tekst(Static):
    """A text around the work. Every key may update it, so the screen is laid out anew only where that is needed."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show a text; the same one costs nothing, and one of a fixed height moves nothing else."""
        before, hoogte = self.content, self.styles.height
        if not (isinstance(content, Content) and isinstance(before, Content) and content.is_same(before)):
            super().update(content, layout=layout and (hoogte is None or hoogte.is_auto))


class Kopregel(Tekst):
    """The title at the left, the clock at the right."""

    DEFAULT_CSS = (
        "Kopregel { height: 1; padding: 0 1; background: $primary; color: $text-primary-cursor; text-style: bold; }"
    )

    def show(self, links: str, rechts: str) -> None:
        """Show both texts; the left one is cut when there is no room."""
        ruimte = max(0, self.app.size.width - 2 - len(rechts) - 2)
        titel = Content(show_regel(links)).truncate(ruimte, ellipsis=True, pad=True)
        self.update(Content.assemble(titel, "  ", rechts))


class Meldregel(Tekst):
    """What the program just did or could not do, in words.

    On a high screen its line is always there, so that a message moves nothing; on a low one it takes room when there
    is something to say.
    """

    DEFAULT_CSS = """
    Meldregel { height: auto; max-height: 4; padding: 0 1; display: none; background: $panel; color: $foreground; }
    Meldregel.fout { text-style: bold; background: $error; color: $text-error-cursor; }
    Meldregel.stil { background: transparent; }
    """

    _timer: Timer | None = None

    def on_mount(self) -> None:
        """Take the line when the screen turns out to be high."""
        self.call_after_refresh(self._make_room)

    def _make_room(self) -> None:
        if not self.display:
            self.hide()

    def show(self, tekst: str, *, fout: bool = False) -> None:
        """Show a message for a while; longer when something is wrong."""
        if not tekst:
            self.hide()
            return
        if self._timer:
            self._timer.stop()
        self.set_class(fout, "fout")
        self.remove_class("stil")
        self._draw(Content(("! " if fout else "✓ ") + show_regel(tekst)))
        self.display = True
        self._timer = self.set_timer(15 if fout else 5, self.hide)

    def hide(self) -> None:
        """Say nothing any more; on a low screen, give the room back."""
        if self._timer:
            self._timer.stop()
        self.remove_class("fout")
        self.add_class("stil")
        self.display = self.screen.has_class("-hoog")
        self._draw(Content(" "))

    def _draw(self, regel: Content) -> None:
        """Draw a text; the screen is laid out anew only when the number of lines is another one."""
        past = self.display and self.size.height == 1 and cell_len(regel.plain) <= self.size.width
        self.update(regel, layout=not past)


class Voetregel(Tekst):
    """The keys that work now (a click works too) and, at the right, how safe the text is."""

    DEFAULT_CSS = "Voetregel { height: 1; padding: 0 1; background: $surface; color: $text-muted; }"

    def __init__(self) -> None:
        """Start without a text at the right."""
        super().__init__()
        self.rechts = ""
        self.spiegel: Voetregel | None = None  # the foot of a window over this one, which says the same at the right
        self._plekken: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the keys that the screen has."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.redraw())

    def show_rechts(self, tekst: str) -> None:
        """Show a text at the right."""
        if tekst != self.rechts:
            self.rechts = tekst
            self.redraw()
        if self.spiegel is not None and self.spiegel.is_attached:
            self.spiegel.show_rechts(tekst)

    def on_resize(self) -> None:
        """Use the room that there is."""
        self.redraw()

    def redraw(self) -> None:
        """Draw as many keys as fit beside the text at the right."""
        if not self.is_attached:
            return
        ruimte = self.size.width - len(self.rechts) - 2
        delen: list[Content | str | tuple[str, str]] = []
        plaats = 0
        self._plekken = []
        for toets in active_keys(self.screen):
            breedte = len(toets.naam) + 1 + len(toets.doet) + 2
            if not toets.in_voet or plaats + breedte > ruimte:
                continue
            delen += [(toets.naam, "bold $foreground"), f" {toets.doet}  "]
            self._plekken.append((plaats, plaats + breedte, toets.key))
            plaats += breedte
        self.update(Content.assemble(*delen, " " * max(0, ruimte - plaats + 2), (self.rechts, "bold")))

    async def on_click(self, event: events.Click) -> None:
        """A click on a key is that key."""
        for begin, eind, key in self._plekken:
            if begin <= event.x - 1 < eind:
                self.app.simulate_key(key)
