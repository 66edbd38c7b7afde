"""Zaalvenster: choose what the room sees; one key each."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.beamer.keuzes import Keuze
from sessie_tool.tui.onderdelen.venster import Venster


class Zaalvenster(Venster[Keuze | None]):
    """Gives what was chosen, or None when the user went back."""

    BINDINGS = [Binding("escape,f5", "dismiss(None)", "terug")]
    DEFAULT_CSS = """
    Zaalvenster OptionList { height: auto; max-height: 10; margin: 1 0; }
    Zaalvenster Static { height: auto; }
    """

    def __init__(self, nu: str, opdracht: str, keuzes: Sequence[Keuze]) -> None:
        """Say what the room sees and with which command it begins; offer the choices."""
        super().__init__()
        self._nu, self._opdracht, self._keuzes = nu, opdracht, keuzes

    def compose(self) -> ComposeResult:
        """What the room sees, the choices, and how to begin."""
        with Vertical(id="venster") as venster:
            venster.border_title = "De zaal"
            venster.border_subtitle = "letter of Enter: doen · Esc: terug"
            yield Static(Content(show_regel(self._nu)))
            yield OptionList(*(Option(_format(one)) for one in self._keuzes), compact=True)
            uitleg = "Nog geen tweede scherm? Open een tweede terminal, sleep die naar de beamer en typ:"
            yield Static(Content.assemble((uitleg, "$text-muted"), "\n", show_regel(self._opdracht)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the chosen line."""
        event.stop()
        if self.is_current:
            self.dismiss(self._keuzes[event.option_index])

    def on_key(self, event: events.Key) -> None:
        """A letter is a choice."""
        keuze = next((one for one in self._keuzes if one.toets == event.character), None)
        if keuze and self.is_current:
            event.stop()
            self.dismiss(keuze)


def _format(keuze: Keuze) -> Content:
    tekst = Content.assemble((keuze.toets, "bold $accent"), "  ", show_regel(keuze.doet))
    return tekst.truncate(68, ellipsis=True)
