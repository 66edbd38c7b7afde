"""checklist: Space ticks what is ready."""

from collections.abc import Sequence
from typing import cast

from textual.binding import Binding

from sessie_tool.kern.bouwstenen.checklist import Controlepunt
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.weergave import format_kenmerken


class VinkEditor(Editor):
    """Each item with a tick or a circle; they differ in shape, not only in colour."""

    BINDINGS = [Binding("space,x", "tick", "afvinken", id="afvinken", priority=True)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's own
        """Only in the list: in the search line these are letters."""
        return action != "tick" or self.screen.focused is self.tabel

    def rows(self) -> Sequence[Tabelrij]:
        """What is ready and what is not, in the order of the list."""
        omgeving = self.zitting.omgeving
        return [
            Tabelrij(
                one.id,
                omgeving.nummer(one.id),
                f"{'✓' if one.gedaan else '○'} {one.tekst}",
                format_kenmerken(one, omgeving),
            )
            for one in cast("tuple[Controlepunt, ...]", self.bouwsteen.records)
        ]

    def begin(self) -> None:
        """At the first item."""

    def action_tick(self) -> None:
        """Tick what is chosen, or take the tick away; all of it the same."""
        punten = cast("list[Controlepunt]", self.chosen())
        if punten:
            gedaan = not punten[0].gedaan
            nieuw = [replace(one, gedaan=gedaan) for one in punten]
            nummers = ", ".join(self.zitting.omgeving.nummer(one.id) for one in punten)
            wat = f"punt {nummers} is {'gedaan' if gedaan else 'niet gedaan'}"
            self.doe(wat, lambda sessie: replace_records(sessie, nieuw))
            self.tabel.move_cursor(self.tabel.cursor_row + (len(punten) == 1))
