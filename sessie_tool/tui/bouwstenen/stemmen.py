"""stemming: count dots per option with + and -, see the budget, say which places are equal."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class StemEditor(Editor):
    """The options with their dots."""

    KENMERKEN: ClassVar[tuple[int, float]] = (36, 0.55)

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
        return "2=5: keuze 2 heeft vijf stippen. Of ↑ en dan + en -"

    def show(self) -> None:
        """Show the options, the budget and the equal places."""
        super().show()
        stemming, omgeving = self.stemming, self.zitting.omgeving
        geteld = sum(stemming.count(option.id) for option in stemming.options(omgeving))
        budget = stemming.budget(omgeving)
        regel = f"{geteld} van {budget} stippen geteld · {stemming.per_person(omgeving)} per deelnemer"
        regel += " · ▲ meer dan er zijn" if geteld > budget else ""
        self.query_one("#budget", Static).update(Content("\n".join([regel, *stemming.ties(omgeving)])))

    def rows(self) -> Sequence[Tabelrij]:
        """The options in their own order: a list that jumps while one counts is hard to follow."""
        stemming, omgeving = self.stemming, self.zitting.omgeving
        places = stemming.places(omgeving)
        return [
            Tabelrij(
                option.id,
                omgeving.nummer(option.id),
                option.hoofdtekst,
                _format_stippen(stemming.count(option.id), places.get(option.id), chosen=stemming.is_chosen(option.id)),
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

    def take_character(self, teken: str) -> bool:
        """A digit sets the dots of the option under the cursor at once."""
        if not teken.isdigit():
            return False
        self._change(f"stippen bij {self.zitting.omgeving.nummer(self.tabel.current_id)}: {teken}", stippen=int(teken))
        return True


def _format_stippen(aantal: int, plaats: int | None, *, chosen: bool) -> str:
    stippen = "●" * aantal if aantal <= 12 else f"●×{aantal}"
    delen = [f"{aantal:>2} {stippen}" if aantal else " 0"]
    delen += [f"plaats {plaats}"] if plaats else []
    delen += ["✓ gekozen"] if chosen else []
    return " · ".join(delen)
