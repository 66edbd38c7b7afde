"""The two lists of an afweging: the matrix of scores, and the result in the sentences of the verslag."""

import re
from collections.abc import Iterator, Mapping

from textual.binding import Binding
from textual.content import Content

from sessie_tool.kern.bouwstenen.criteria import SCORES, Criterium, describe_deel
from sessie_tool.kern.bouwstenen.weegzinnen import (
    STEUN,
    describe_dominance,
    describe_flips,
    describe_gewichten,
    describe_goals,
    describe_hindered,
    describe_lacking,
    describe_ruled_out,
    describe_sureness,
    format_gemiddelde,
)
from sessie_tool.kern.bouwstenen.weging import Plaats, Weging
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.matrix import Matrix
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij
from sessie_tool.tui.onderdelen.werklijst import Werklijst

STAAF = 6
"""The cells of the bar of a score of 4."""

_EINDE = re.compile(r"(?<=\.) (?=[A-Z])| · ")
"""Where a row may end, so that no row is so long that it would be cut."""


class Scorematrix(Matrix):
    """Here Enter goes on to the next score, and there is nothing to mark."""

    BINDINGS = [Binding("enter", "select_cursor", "volgende")]

    def action_mark(self) -> None:
        """Space does nothing: it may be the first key of a why."""


class Uitslaglijst(Werklijst):
    """A list to read: there is nothing to open in it."""

    BINDINGS = [Binding("enter", "select_cursor", "lezen", show=False)]


def result_rows(weging: Weging, vast: Mapping[str, int]) -> list[Tabelrij]:
    """The ranking with a bar, then every sentence with what it is about at the right."""
    places = [_place_row(one, weging) for one in weging.places()]
    zinnen = [Tabelrij(f"zin{nummer}", "", zin, over) for nummer, (over, zin) in enumerate(_sentences(weging, vast))]
    return [*places, *zinnen]


def _place_row(plaats: Plaats, weging: Weging) -> Tabelrij:
    optie = plaats.optie
    waar = " · ".join(deel for deel in (optie.schaal, optie.tempo) if deel)
    tekst = weging.omgeving.noem(optie.id) + (f"\n{waar}" if waar else "")
    staaf = "█" * round(plaats.gemiddelde * STAAF / 4)
    return Tabelrij(optie.id, str(plaats.nummer), tekst, f"{format_gemiddelde(plaats.gemiddelde)} {staaf}")


def _sentences(weging: Weging, vast: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    yield "let op", STEUN
    for over, zinnen in (
        ("geen totaal", describe_lacking(weging)),
        ("valt af", describe_ruled_out(weging)),
        ("hoe zeker", describe_sureness(weging)),
        ("kantelt", describe_flips(weging)),
        ("beter", describe_dominance(weging)),
        ("doelen", describe_goals(weging)),
        ("knelpunt", describe_hindered(weging)),
        ("gewichten", describe_gewichten(weging, vast)),
    ):
        yield from ((over, deel) for zin in zinnen for deel in _EINDE.split(zin))


def describe_criterium(weging: Weging, criterium: Criterium) -> Content:
    """A criterium with its weight, and what each score means: what one reads out before scoring."""
    gewicht = criterium.gewicht
    deel = "nog geen gewicht" if gewicht is None else f"gewicht {gewicht} ({describe_deel(gewicht, weging.criteria)})"
    kop = f"{show_regel(weging.omgeving.noem(criterium.id))} · {deel}"
    ankers = [f"{score} {show_regel(anker)}" for score, anker in zip(SCORES, criterium.ankers, strict=True) if anker]
    return Content.assemble((kop, "bold"), "\n", " · ".join(ankers) or "Nog niet opgeschreven wat elke score betekent.")
