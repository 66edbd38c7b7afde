"""criteria: each with its weight and share; a digit sets the weight, and a key keeps all of them before the scores."""

from collections.abc import Sequence
from string import digits
from typing import cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.afweging import Afweging
from sessie_tool.kern.bouwstenen.criteria import SCORES, Criteria, Criterium, describe_deel
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace, with_bouwsteen
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class CriteriaEditor(Editor):
    """The criteria, and above them whether the weights are agreed."""

    BINDINGS = [Binding("v", "fix", "gewichten vastleggen", id="gewichten_vast")]

    DEFAULT_CSS = "CriteriaEditor > #gewichten { height: auto; padding: 0 1; color: $text-muted; }"

    @property
    def criteria(self) -> tuple[Criterium, ...]:
        """The criteria of this step."""
        return cast("Criteria", self.bouwsteen).records

    def compose(self) -> ComposeResult:
        """The list with the weights above it."""
        yield Static("", id="gewichten")
        yield from super().compose()

    def show(self) -> None:
        """Show the criteria and the stand of the weights."""
        super().show()
        self.query_one("#gewichten", Static).update(Content(self._describe_gewichten()))

    def rows(self) -> Sequence[Tabelrij]:
        """Each criterium with its weight, its share, its goal and whether its scores are explained."""
        omgeving = self.zitting.omgeving
        return [Tabelrij(one.id, omgeving.nummer(one.id), one.titel, self._kenmerken(one)) for one in self.criteria]

    def _kenmerken(self, one: Criterium) -> str:
        gewicht = "nog geen gewicht"
        if one.gewicht is not None:
            gewicht = f"×{one.gewicht} ({describe_deel(one.gewicht, self.criteria)})"
        ankers = sum(bool(anker.strip()) for anker in one.ankers)
        anker = "" if ankers == len(SCORES) else f"{ankers} van {len(SCORES)} ankers"
        return " · ".join(deel for deel in (gewicht, one.doel, one.merkbaar, anker) if deel)

    def _describe_gewichten(self) -> str:
        som = sum(one.gewicht or 0 for one in self.criteria)
        return f"Samen {som} · een cijfer zet het gewicht · {self._describe_vast()}"

    def _describe_vast(self) -> str:
        afweging = self._find_afweging()
        if afweging is None or not afweging[1].vast:
            return "v legt vast"
        nu = {one.id: one.gewicht for one in self.criteria}
        toen = {one: gewicht for one, gewicht in afweging[1].vast.items() if one in nu}
        return "✓ vastgelegd" if toen == nu else "▲ veranderd na het vastleggen"

    def _find_afweging(self) -> tuple[str, Afweging] | None:
        """The step in which the scores are given, with its id."""
        for stap in self.zitting.sessie.stappen:
            if isinstance(stap.bouwsteen, Afweging):
                return stap.id, stap.bouwsteen
        return None

    def action_fix(self) -> None:
        """Keep the weights as they are now; that also happens by itself at the first score."""
        found = self._find_afweging()
        if found is None:
            self.meld("Deze sessie heeft geen stap om te scoren, dus gewichten vastleggen hoeft niet.")
            return
        stap_id, afweging = found
        try:
            nieuw = afweging.fix_weights(self.zitting.omgeving)
        except RegelError as fout:
            self.meld(str(fout), fout=True)
            return
        if nieuw is afweging:
            self.meld(
                "De gewichten liggen vast sinds de eerste score. Verandert u er nog een, dan zegt het verslag dat."
            )
            return
        self.doe("gewichten vastgelegd", lambda sessie: with_bouwsteen(sessie, stap_id, nieuw))

    def takes(self, teken: str) -> bool:
        """A digit is a weight."""
        return (teken in digits and bool(self.chosen())) or super().takes(teken)

    def take_character(self, teken: str) -> None:
        """A digit sets the weight of what is chosen; the other signs as in every list."""
        if teken not in digits:
            super().take_character(teken)
            return
        nieuw = [replace(cast("Criterium", one), gewicht=int(teken)) for one in self.chosen()]
        nummers = ", ".join(self.zitting.omgeving.nummer(one.id) for one in nieuw)
        self.doe(f"gewicht {teken} bij criterium {nummers}", lambda sessie: replace_records(sessie, nieuw))
