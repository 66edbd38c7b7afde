"""Keuzelijst: tick what holds; ☑ and ☐ differ in shape, not only in colour."""

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sessie_tool.kern.zichtbaar import show_regel


class Keuzelijst(OptionList):
    """Options of which any number can be ticked, with Space, Enter or a click."""

    BINDINGS = [Binding("space", "select", "aan of uit", show=False)]

    DEFAULT_CSS = "Keuzelijst { height: auto; border: none; padding: 0 1; }"

    def __init__(self, opties: list[str], gekozen: tuple[str, ...], **kwargs: str) -> None:
        """Offer options, some of them ticked."""
        super().__init__(compact=True, **kwargs)  # type: ignore[arg-type]
        self._opties = opties
        self._gekozen = set(gekozen)

    def on_mount(self) -> None:
        """Show the options."""
        self.add_options(Option(self._prompt(optie)) for optie in self._opties)

    def on_focus(self) -> None:
        """Space works at once: the first option is under the cursor."""
        if self.highlighted is None and self._opties:
            self.highlighted = 0

    @property
    def gekozen(self) -> tuple[str, ...]:
        """What is ticked, in the order of the options."""
        return tuple(optie for optie in self._opties if optie in self._gekozen)

    def choose(self, gekozen: tuple[str, ...]) -> None:
        """Tick these, and no others."""
        self._gekozen = set(gekozen)
        for index, optie in enumerate(self._opties):
            self.replace_option_prompt_at_index(index, self._prompt(optie))

    def _prompt(self, optie: str) -> Content:
        return Content(f"{'☑' if optie in self._gekozen else '☐'} {show_regel(optie)}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick, or take the tick away."""
        event.stop()
        optie = self._opties[event.option_index]
        self._gekozen ^= {optie}
        self.replace_option_prompt_at_index(event.option_index, self._prompt(optie))
