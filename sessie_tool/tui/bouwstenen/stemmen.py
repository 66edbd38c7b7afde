"""stemming: count dots per option with + and -, in the open or hidden, in one round or more."""

from collections.abc import Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.stemming import KIES_UIT, Stemming
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import with_bouwsteen
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.nu import new_id
from sessie_tool.tui.bouwstenen.editor import Editor
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

MEESTE = 12
"""More dots than this are not drawn one by one."""

AANTAL_CIJFERS = 7
"""A number is shorter than this."""


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

    _verder = False  # whether the line that is typed is a number alone, after which the next option has its turn

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
        return "5: vijf stippen bij deze keuze · 2=5: bij keuze 2 · @naam 2=3"

    def prepare(self, regel: str) -> str:
        """A number alone counts the option under the cursor."""
        self._verder = _is_aantal(regel)
        return f"{self._nummer}={regel.strip()}" if self._verder and self.tabel.current_id else regel

    @property
    def _nummer(self) -> str:
        return self.zitting.omgeving.nummer(self.tabel.current_id)

    def describe_line(self, regel: str) -> str:
        """Which option a number counts, and what a person still has."""
        if _is_aantal(regel) and self.tabel.current_id:
            return f"keuze {self._nummer}: {format_aantal(int(regel), 'stip', 'stippen')}"
        try:
            stemming, stem = self.stemming.apply_regel(regel, self.zitting.omgeving, "-")
        except RegelError:
            return ""
        wie = getattr(stem, "wie", "")
        return stemming.describe_person(wie, self.zitting.omgeving) if wie else ""

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

    def action_dots(self, erbij: int) -> None:
        """One dot more or less for the option under the cursor."""
        self._count(max(0, self.stemming.count(self.tabel.current_id) + erbij))

    def _count(self, stippen: int) -> None:
        """Keep the dots of the option under the cursor; a hidden count is not said either."""
        option = self.tabel.current_id
        if not option:
            return
        try:
            nieuw, _ = self.stemming.with_telling(option, new_id(), stippen)
        except RegelError as fout:
            self.meld(str(fout), fout=True)
            return
        bij = f"stippen bij {self._nummer}"
        self._set(f"{bij} geteld" if self.stemming.verborgen else f"{bij}: {stippen}", nieuw)

    def action_clear(self) -> None:
        """No dots for the option under the cursor."""
        self._count(0)

    def action_choose(self) -> None:
        """The group goes on with this option, or not."""
        option = self.tabel.current_id
        if option:
            gekozen = not self.stemming.is_chosen(option)
            nieuw, _ = self.stemming.with_stem(option, new_id(), gekozen=gekozen)
            self._set("gekozen" if gekozen else "niet meer gekozen", nieuw)

    def action_hide(self) -> None:
        """Show the hidden dots of this round, or hide them."""
        stemming = self.stemming
        if stemming.verborgen:
            self._set("stippen onthuld", stemming.reveal())
        else:
            self._set("stippen verborgen", stemming.hide())

    def action_round(self) -> None:
        """A new round between all options; this one stays in the verslag."""
        self._begin_round(())

    def action_tie_round(self) -> None:
        """A new round between the options that are equal where the choice must fall."""
        grens = self.stemming.border(self.zitting.omgeving)
        if self.stemming.verborgen:
            self.meld("De stippen zijn nog verborgen. Onthul ze eerst met v.", fout=True)
        elif grens:
            self._begin_round(grens)
        else:
            self.meld(
                "Er is niets gelijk op de grens van wat is gekozen. r begint een ronde tussen alle keuzes.", fout=True
            )

    def _begin_round(self, tussen: tuple[str, ...]) -> None:
        stemming, omgeving = self.stemming, self.zitting.omgeving
        if not any(stemming.tally().values()):
            self.meld("In deze ronde is nog niets geteld. Tel eerst de stippen.", fout=True)
            return
        mee = f" tussen {join_woorden([*map(omgeving.nummer, tussen)])}" if tussen else ""
        nieuw = stemming.next_round(omgeving, new_id, tussen)
        self._set(f"ronde {nieuw.ronde}{mee} begonnen; ronde {stemming.ronde} is bewaard", nieuw)
        self.tabel.move_cursor(0)

    def _set(self, omschrijving: str, stemming: Stemming) -> None:
        self.doe(omschrijving, lambda sessie: with_bouwsteen(sessie, self.stap_id, stemming))

    def action_move(self, plaatsen: int) -> None:
        """Options are moved in their own step, not here."""

    def after_regels(self, records: list[Record]) -> None:
        """Go to the option that was counted; after a number alone to the next, as one counts them one by one."""
        if self._verder:
            self.tabel.move_cursor(self.tabel.cursor_row + 1)
        elif records:
            self.tabel.move_to(str(getattr(records[-1], "onderwerp", "")))


def _is_aantal(regel: str) -> bool:
    """Whether a line is a number alone."""
    kaal = regel.strip()
    return kaal.isascii() and kaal.isdigit() and len(kaal) < AANTAL_CIJFERS


def _format_stippen(aantal: int) -> str:
    """A dot per dot; a number when there are many."""
    return "●" * aantal if aantal <= MEESTE else f"●×{aantal}"


def _format_uitslag(aantal: int, plaats: int | None, breedte: int) -> str:
    """Count, dots and place, each below the one of the row above."""
    stippen = f"{aantal:>2} {_format_stippen(aantal):{breedte}}"
    return f"{stippen}  plaats {plaats}" if plaats else stippen.rstrip()
