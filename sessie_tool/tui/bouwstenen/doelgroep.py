"""doelgroep: the list of who does what, with below it where more of them stand in one place and where nobody does."""

from typing import cast

from textual.app import ComposeResult
from textual.content import Content

from sessie_tool.kern.bouwstenen.doelgroep import Doelgroep, describe_gaps, find_overlaps, name_groep
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.regels import Tekst


class DoelgroepEditor(Editor):
    """The uitvoeringen, and below them the overlaps and the gaps as they are now."""

    DEFAULT_CSS = """
    DoelgroepEditor > #beeld { height: auto; max-height: 6; padding: 0 1; color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        """The list with the overlaps and the gaps below it."""
        yield from super().compose()
        yield Tekst("", id="beeld")

    def show(self) -> None:
        """Show the uitvoeringen, the overlaps and the gaps."""
        super().show()
        records = cast("Doelgroep", self.bouwsteen).records
        beeld = self.query_one("#beeld", Tekst)
        beeld.display = bool(records)
        overlap = join_woorden([f"{name_groep(groep)} ({len(groep)})" for groep in find_overlaps(records)])
        regels = [f"Overlap: {overlap or 'nergens'}.", describe_gaps(records)]
        beeld.update(Content("\n".join(map(show_regel, regels))))
