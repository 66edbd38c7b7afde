"""Scores of the contribution of projects by two parties: differences, means and sums. Pure.

The method (bijdragescore): opdrachtgever and opdrachtnemer each score 0–4 what a project really contributes; the talk
is about the largest differences. A missing score stays missing and counts nowhere.
"""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec


class Score(msgspec.Struct, frozen=True):
    """What both parties say about one statement for one project; None is missing.

    Attributes:
        bron: id of the record it was made of, or "".
    """

    project: str
    doelstelling: str
    stelling: str
    opdrachtgever: int | None = None
    opdrachtnemer: int | None = None
    bron: str = ""

    @property
    def verschil(self) -> int | None:
        """How far the two are apart; None as long as one is missing."""
        if self.opdrachtgever is None or self.opdrachtnemer is None:
            return None
        return abs(self.opdrachtgever - self.opdrachtnemer)


class Gemiddelde(msgspec.Struct, frozen=True):
    """The mean of each party for one doelstelling, with one decimal; None when a party scored nothing there.

    Attributes:
        verschil: the sum of the differences in this doelstelling.
        aantal: over how many statements, those that both parties scored.
    """

    doelstelling: str
    opdrachtgever: Decimal | None
    opdrachtnemer: Decimal | None
    verschil: int = 0
    aantal: int = 0


class Uitslag(msgspec.Struct, frozen=True):
    """What the scores of one project say.

    Attributes:
        verschil: the sum of the differences.
        aantal: over how many statements, those that both parties scored.
    """

    project: str
    verschil: int
    aantal: int
    gemiddelden: tuple[Gemiddelde, ...]
    scores: tuple[Score, ...]


def mean(scores: Iterable[int | None]) -> Decimal | None:
    """The mean with one decimal, half up (2.25 → 2.3); None without scores."""
    known = [one for one in scores if one is not None]
    if not known:
        return None
    return (Decimal(sum(known)) / len(known)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def total_up(scores: Sequence[Score]) -> tuple[Uitslag, ...]:
    """The scores per project, in the order in which projects and doelstellingen come by first."""
    projecten = dict.fromkeys(score.project for score in scores)
    return tuple(_total(project, [one for one in scores if one.project == project]) for project in projecten)


def _total(project: str, scores: list[Score]) -> Uitslag:
    doelen = dict.fromkeys(one.doelstelling for one in scores)
    gemiddelden = tuple(_average(doel, [one for one in scores if one.doelstelling == doel]) for doel in doelen)
    verschillen = _differences(scores)
    return Uitslag(project, sum(verschillen), len(verschillen), gemiddelden, tuple(scores))


def _average(doelstelling: str, scores: list[Score]) -> Gemiddelde:
    verschillen = _differences(scores)
    return Gemiddelde(
        doelstelling,
        mean(one.opdrachtgever for one in scores),
        mean(one.opdrachtnemer for one in scores),
        sum(verschillen),
        len(verschillen),
    )


def _differences(scores: list[Score]) -> list[int]:
    return [one.verschil for one in scores if one.verschil is not None]


def by_difference(scores: Iterable[Score]) -> tuple[Score, ...]:
    """The statements that both parties scored, the largest difference first."""
    return tuple(sorted((one for one in scores if one.verschil is not None), key=lambda one: -(one.verschil or 0)))
