"""Stappenlijst: the steps with their minutes; ▶ is where the session is, ✓ is what it has passed."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessie_tool.kern.sessie import Sessie
from sessie_tool.tui.weergave import format_stapregel, is_klaar, planned_minutes


class Stappenlijst(OptionList):
    """The steps of a session; Enter or a click looks at one."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__(id="stappen", compact=True)
        self._shown: list[str] = []
        self._rest = ""

    def show(self, sessie: Sessie, stap_id: str, voorstel: dict[str, int]) -> None:
        """Show the steps with the minutes that are proposed, with the cursor at the one that is on the screen."""
        self._fill(sessie, voorstel)
        self.highlighted = sessie.nummer(stap_id) - 1

    def show_minutes(self, sessie: Sessie, voorstel: dict[str, int]) -> None:
        """Show other minutes; the cursor stays where it is."""
        plek = self.highlighted
        self._fill(sessie, voorstel)
        self.highlighted = plek

    def show_rest(self, tekst: str) -> None:
        """Say below the steps how long the session still takes; the same text draws nothing anew."""
        if tekst != self._rest:
            self._rest = tekst
            self.border_subtitle = Content(tekst)

    def _fill(self, sessie: Sessie, voorstel: dict[str, int]) -> None:
        breedte = max(20, self.size.width)
        regels = [
            format_stapregel(
                nummer,
                stap,
                sessie,
                breedte,
                voorstel.get(stap.id, planned_minutes(sessie, stap)),
                klaar=is_klaar(sessie, nummer),
            )
            for nummer, stap in enumerate(sessie.stappen, 1)
        ]
        shown = [regel.markup for regel in regels]
        if shown != self._shown:
            self._shown = shown
            self.clear_options()
            self.add_options(Option(regel, stap.id) for regel, stap in zip(regels, sessie.stappen, strict=True))
