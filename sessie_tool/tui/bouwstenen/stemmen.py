"""stemming: count dots per option with + and -, see the budget, say which places are equal."""

from collections.abc import Sequence
from string import digits
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.kern.taal import join_woorden
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

MEESTE = 12
"""More dots than this are not drawn one by one."""


class StemEditor(Editor):
    """The options with their dots."""

    KENMERKEN: ClassVar[tuple[int, float]] = (36, 0.5)

    BINDINGS = [
        Binding("plus,right,equals_sign", "dots(1)", "stip erbij", id="stip_erbij"),
        Binding("minus,left", "dots(-1)", "stip eraf", id="stip_eraf"),
        Binding("x", "choose", "gekozen", id="gekozen"),
        Binding("delete", "clear", "stippen weg", show=False),
    ]

    DEFAULT_CSS = "StemEditor > #budget { height: auto; padding: 0 1; color: $text-muted; }"

    @property
    def stemming(self) -> Stemming:
        """The votes as they are now."""
        return cast("Stemming", self.bouwsteen)

    def compose(self) -> ComposeResult:
        """The list with the budget above it."""
        yield Static("", id="budget")
        yield from super().compose()

    def begin(self) -> None:
        """At the first option."""

    def placeholder(self) -> str:
        """What the input line asks for."""
        return "2=5: keuze 2 heeft vijf stippen"

    def show(self) -> None:
        """Show the options, the budget and the equal places."""
        super().show()
        stemming, omgeving = self.stemming, self.zitting.omgeving
        geteld = sum(stemming.count(option.id) for option in stemming.options(omgeving))
        budget = stemming.budget(omgeving)
        regel = f"{geteld} van {budget} stippen geteld · {stemming.per_person(omgeving)} per deelnemer"
        regel += " · ▲ meer dan er zijn" if geteld > budget else ""
        gelijk = self._describe_ties()
        self.query_one("#budget", Static).update(Content(f"{regel}\n{gelijk}" if gelijk else regel))

    def _describe_ties(self) -> str:
        """'Gelijk op plaats 2: 2 en 5 · op plaats 4: 3 en 6', so short that the list keeps its room."""
        samen: dict[int, list[str]] = {}
        for option, plaats in self.stemming.places(self.zitting.omgeving).items():
            samen.setdefault(plaats, []).append(self.zitting.omgeving.nummer(option))
        delen = [f"op plaats {plaats}: {join_woorden(wie)}" for plaats, wie in sorted(samen.items()) if len(wie) > 1]
        return f"Gelijk {' · '.join(delen)}" if delen else ""

    def rows(self) -> Sequence[Tabelrij]:
        """The options in their own order: a list that jumps while one counts is hard to follow."""
        stemming, omgeving = self.stemming, self.zitting.omgeving
        places = stemming.places(omgeving)
        breedte = max((len(_format_stippen(stemming.count(one.id))) for one in stemming.options(omgeving)), default=0)
        return [
            Tabelrij(
                option.id,
                omgeving.nummer(option.id),
                ("✓ gekozen: " if stemming.is_chosen(option.id) else "") + option.hoofdtekst,
                _format_uitslag(stemming.count(option.id), places.get(option.id), breedte),
            )
            for option in stemming.options(omgeving)
        ]

    def empty_text(self) -> str:
        """What to do when there is nothing to choose from."""
        return "Er is nog niets om uit te kiezen. Maak eerst rode draden in de stap hiervoor (Ctrl+B: vorige stap)."

    def _change(self, omschrijving: str, **values: object) -> None:
        option = self.tabel.current_id
        if option:
            bouwsteen, _ = self.stemming.with_stem(option, new_id(), **values)
            self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))

    def action_dots(self, erbij: int) -> None:
        """One dot more or less for the option under the cursor."""
        stippen = max(0, self.stemming.count(self.tabel.current_id) + erbij)
        self._change(f"stippen bij {self.zitting.omgeving.nummer(self.tabel.current_id)}: {stippen}", stippen=stippen)

    def action_clear(self) -> None:
        """No dots for the option under the cursor."""
        self._change(f"stippen bij {self.zitting.omgeving.nummer(self.tabel.current_id)}: 0", stippen=0)

    def action_choose(self) -> None:
        """The group goes on with this option, or not."""
        gekozen = not self.stemming.is_chosen(self.tabel.current_id)
        self._change("gekozen" if gekozen else "niet meer gekozen", gekozen=gekozen)

    def action_move(self, plaatsen: int) -> None:
        """Options are moved in their own step, not here."""

    def after_regels(self, records: list[Record]) -> None:
        """Go to the option that was counted."""
        if records:
            self.tabel.move_to(str(getattr(records[-1], "onderwerp", "")))

    def takes(self, teken: str) -> bool:
        """A digit means a number of dots."""
        return teken in digits

    def take_character(self, teken: str) -> None:
        """A digit sets the dots of the option under the cursor at once."""
        self._change(f"stippen bij {self.zitting.omgeving.nummer(self.tabel.current_id)}: {teken}", stippen=int(teken))


def _format_stippen(aantal: int) -> str:
    """A dot per dot; a number when there are many."""
    return "●" * aantal if aantal <= MEESTE else f"●×{aantal}"


def _format_uitslag(aantal: int, plaats: int | None, breedte: int) -> str:
    """Count, dots and place, each below the one of the row above."""
    stippen = f"{aantal:>2} {_format_stippen(aantal):{breedte}}"
    return f"{stippen}  plaats {plaats}" if plaats else stippen.rstrip()
