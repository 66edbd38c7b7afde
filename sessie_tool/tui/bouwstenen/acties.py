"""acties: what was open before, read from the top, and what is agreed now."""

from collections.abc import Sequence
from typing import cast

from sessie_tool.kern.bouwstenen.acties import Acties
from sessie_tool.kern.bouwstenen.adviezen import Adviesopvolging
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class ActiesEditor(Editor):
    """An earlier advies is named as such: without that it looks like an action of nobody."""

    def rows(self) -> Sequence[Tabelrij]:
        """The rows of the list, as in the list of all actions and adviezen."""
        return [
            rij._replace(tekst=f"advies: {rij.tekst}", kenmerken=rij.kenmerken or "nog geen besluit")
            if isinstance(record, Adviesopvolging)
            else rij
            for rij, record in zip(super().rows(), self.bouwsteen.records, strict=True)
        ]

    def begin(self) -> None:
        """At the top when the group goes through what was open; else at the last action."""
        if not cast("Acties", self.bouwsteen).open_acties:
            super().begin()
