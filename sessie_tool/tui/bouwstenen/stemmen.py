"""stemming: count dots per option with + and -, in the open or hidden, in one round or more."""

from collections.abc import Sequence
from string import digits
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from sessie_tool.kern.bouwstenen.stemming import KIES_UIT, Stemming
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import replace, with_bouwsteen
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
        Binding("v", "hide", "verbergen of tonen", id="stippen_verbergen"),
        Binding("r", "round", "nieuwe ronde", show=False, id="nieuwe_ronde"),
        Binding("g", "tie_round", "ronde tussen wat gelijk is", show=False, id="beslisronde"),
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
        regel = stemming.describe_budget(omgeving)
        regel = f"Ronde {stemming.ronde} · {regel}" if stemming.ronde > 1 else regel
        gelijk = "De stippen zijn verborgen. v onthult ze." if stemming.verborgen else self._describe_ties()
        self.query_one("#budget", Static).update(Content(f"{regel}\n{gelijk}" if gelijk else regel))

    def _describe_ties(self) -> str:
        """'Gelijk op plaats 2: 2 en 5 · op plaats 4: 3 en 6', so short that the list keeps its room."""
        samen: dict[int, list[str]] = {}
        for option, plaats in self.stemming.places(self.zitting.omgeving).items():
            samen.setdefault(plaats, []).append(self.zitting.omgeving.nummer(option))
        delen = [f"op plaats {plaats}: {join_woorden(wie)}" for plaats, wie in sorted(samen.items()) if len(wie) > 1]
        grens = self.stemming.border(self.zitting.omgeving)
        slot = f" · g: ronde tussen {join_woorden([*map(self.zitting.omgeving.nummer, grens)])}" if grens else ""
        return f"Gelijk {' · '.join(delen)}{slot}" if delen else ""

    def rows(self) -> Sequence[Tabelrij]:
        """The options in their own order: a list that jumps while one counts is hard to follow."""
        stemming, omgeving = self.stemming, self.zitting.omgeving
        options, geteld, gekozen = stemming.options(omgeving), stemming.tally(), stemming.gekozen
        uitslagen: dict[str, str] = {}
        if not stemming.verborgen:
            places = stemming.places(omgeving)
            breedte = max((len(_format_stippen(geteld.get(one.id, 0))) for one in options), default=0)
            uitslagen = {one.id: _format_uitslag(geteld.get(one.id, 0), places.get(one.id), breedte) for one in options}
        return [
            Tabelrij(
                option.id,
                omgeving.nummer(option.id),
                ("✓ gekozen: " if option.id in gekozen else "") + option.hoofdtekst,
                uitslagen.get(option.id, ""),
            )
            for option in options
        ]

    def empty_text(self) -> str:
        """What to do when there is nothing to choose from."""
        wat = next(woord for woord, soort in KIES_UIT.items() if soort == self.stemming.over)
        return f"Er is nog niets om uit te kiezen. Maak eerst {wat} in een eerdere stap (Ctrl+B: vorige stap)."

    def _change(self, omschrijving: str, **values: object) -> None:
        option = self.tabel.current_id
        if option:
            bouwsteen, _ = self.stemming.with_stem(option, new_id(), **values)
            self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, bouwsteen))

    def action_dots(self, erbij: int) -> None:
        """One dot more or less for the option under the cursor."""
        self._count(max(0, self.stemming.count(self.tabel.current_id) + erbij))

    def _count(self, stippen: int) -> None:
        """Keep the dots of the option under the cursor; a hidden count is not said either."""
        bij = f"stippen bij {self.zitting.omgeving.nummer(self.tabel.current_id)}"
        self._change(f"{bij} geteld" if self.stemming.verborgen else f"{bij}: {stippen}", stippen=stippen)

    def action_clear(self) -> None:
        """No dots for the option under the cursor."""
        self._count(0)

    def action_choose(self) -> None:
        """The group goes on with this option, or not."""
        gekozen = not self.stemming.is_chosen(self.tabel.current_id)
        self._change("gekozen" if gekozen else "niet meer gekozen", gekozen=gekozen)

    def action_hide(self) -> None:
        """Show the hidden dots of this round, or hide them."""
        stemming = self.stemming
        if stemming.verborgen:
            self._set("stippen onthuld", replace(stemming, onthuld=stemming.ronde))
        else:
            self._set("stippen verborgen", replace(stemming, stemmen="verborgen", onthuld=stemming.ronde - 1))

    def action_round(self) -> None:
        """A new round between all options; this one stays in the verslag."""
        self._begin_round(())

    def action_tie_round(self) -> None:
        """A new round between the options that are equal where the choice must fall."""
        grens = self.stemming.border(self.zitting.omgeving)
        if self.stemming.verborgen:
            self.meld("De stippen zijn nog verborgen. Onthul ze eerst met v.")
        elif grens:
            self._begin_round(grens)
        else:
            self.meld("Er is niets gelijk op de grens van wat is gekozen. r begint een ronde tussen alle keuzes.")

    def _begin_round(self, tussen: tuple[str, ...]) -> None:
        stemming, omgeving = self.stemming, self.zitting.omgeving
        if not any(stemming.tally().values()):
            self.meld("In deze ronde is nog niets geteld. Tel eerst de stippen.")
            return
        mee = f" tussen {join_woorden([*map(omgeving.nummer, tussen)])}" if tussen else ""
        nieuw = stemming.next_round(omgeving, new_id, tussen)
        self._set(f"ronde {nieuw.ronde}{mee} begonnen; ronde {stemming.ronde} is bewaard", nieuw)

    def _set(self, omschrijving: str, stemming: Stemming) -> None:
        self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, stemming))

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
        self._count(int(teken))


def _format_stippen(aantal: int) -> str:
    """A dot per dot; a number when there are many."""
    return "●" * aantal if aantal <= MEESTE else f"●×{aantal}"


def _format_uitslag(aantal: int, plaats: int | None, breedte: int) -> str:
    """Count, dots and place, each below the one of the row above."""
    stippen = f"{aantal:>2} {_format_stippen(aantal):{breedte}}"
    return f"{stippen}  plaats {plaats}" if plaats else stippen.rstrip()
