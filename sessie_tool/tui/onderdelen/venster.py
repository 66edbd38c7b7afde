"""Venster: what stands over another screen. Its foot has its own keys, F1 explains them and Ctrl+P lists them."""

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

from sessie_tool.tui.onderdelen.regels import Voetregel

R = TypeVar("R")


class Venstervoet(Voetregel):
    """The foot of a window, over that of the screen below: its own keys, and still how safe the text is."""

    DEFAULT_CSS = "Venstervoet { dock: bottom; }"

    def on_mount(self) -> None:
        """Say what the foot below says at the right."""
        lager = self.app.screen_stack[: self.app.screen_stack.index(self.screen)]
        onder = next((voet for scherm in reversed(lager) for voet in scherm.query(Voetregel)), None)
        if onder is not None:
            self.show_rechts(onder.rechts)
            onder.spiegel = self


class Laag(ModalScreen[R]):
    """A window with a foot of its own."""

    def on_mount(self) -> None:
        """Give it a foot, unless it has one (Textual calls this for every class)."""
        if not self.query(Voetregel):
            self.mount(Venstervoet())


class Venster(Laag[R]):
    """A window in which one works."""

    BINDINGS = [
        Binding("f1", "app.help", "hulp"),
        Binding("ctrl+p", "app.commands", "menu"),
    ]
