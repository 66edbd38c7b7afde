"""The scores of one project in more sessions side by side: means, differences, and what shifted most. Pure.

Projects are matched on their name and statements on their text; capitals, accents and spaces do not count. A change is
that between the first and the last session, of the means as they are shown, so that a reader can check it.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

import msgspec

from sessie_tool.kern.bijdragen import Gemiddelde, Score, Uitslag, total_up
from sessie_tool.kern.bouwstenen.bijdrage import PARTIJEN
from sessie_tool.kern.taal import format_datum_kort
from sessie_tool.kern.vouwen import fold

T = TypeVar("T")

GROOTSTE = 5
"""So many of the statements that shifted most are named."""


class Scores(msgspec.Struct, frozen=True):
    """The scores of one session."""

    sessie: str
    titel: str
    datum: str
    scores: tuple[Score, ...]


class Meting(msgspec.Struct, frozen=True):
    """One project in one session.

    Attributes:
        naam: the year; with the day when the project has more sessions that year.
    """

    sessie: str
    titel: str
    datum: str
    naam: str
    uitslag: Uitslag

    @property
    def jaar(self) -> int:
        """The year of the session."""
        return int(self.datum[:4])


class Doelloop(msgspec.Struct, frozen=True):
    """One doelstelling: what each session said, None where it was not scored."""

    doelstelling: str
    gemiddelden: tuple[Gemiddelde | None, ...]

    def change(self, partij: str) -> Decimal | None:
        """How much the mean of a party went up (or, below 0, down)."""
        eerste, laatste = ((getattr(one, partij) if one else None) for one in _ends(self.gemiddelden))
        return None if eerste is None or laatste is None else laatste - eerste


class Stellingloop(msgspec.Struct, frozen=True):
    """One statement: the scores of each session, None where it was not asked."""

    stelling: str
    doelstelling: str
    scores: tuple[Score | None, ...]

    def change(self, naam: str) -> int | None:
        """How much the score of a party, or the 'verschil' between them, went up."""
        eerste, laatste = ((getattr(one, naam) if one else None) for one in _ends(self.scores))
        return None if eerste is None or laatste is None else int(laatste - eerste)

    @property
    def shift(self) -> int:
        """The largest change of a party."""
        return max(abs(self.change(partij) or 0) for partij in PARTIJEN)


class Projectloop(msgspec.Struct, frozen=True, dict=True):
    """One project through the sessions, oldest first."""

    project: str
    metingen: tuple[Meting, ...]

    @cached_property
    def doelen(self) -> tuple[Doelloop, ...]:
        """Each doelstelling, in the order in which it came by first."""
        rijen = _line_up([one.uitslag.gemiddelden for one in self.metingen], lambda one: one.doelstelling)
        return tuple(Doelloop(_last(rij).doelstelling, rij) for rij in rijen)

    @cached_property
    def stellingen(self) -> tuple[Stellingloop, ...]:
        """Each statement, in the order in which it came by first."""
        rijen = _line_up([one.uitslag.scores for one in self.metingen], lambda one: one.stelling)
        return tuple(Stellingloop(_last(rij).stelling, _last(rij).doelstelling, rij) for rij in rijen)

    @property
    def gedeeld(self) -> tuple[Stellingloop, ...]:
        """The statements that both parties scored every time: only over those can the differences be compared."""
        return tuple(
            one for one in self.stellingen if all(score and score.verschil is not None for score in one.scores)
        )

    def shifted(self) -> tuple[Stellingloop, ...]:
        """The statements that shifted most, the largest first."""
        verschoven = sorted((one for one in self.stellingen if one.shift), key=lambda one: -one.shift)
        return tuple(verschoven[:GROOTSTE])


def key(naam: str) -> str:
    """How names and statements are matched."""
    return " ".join(fold(naam).tekst.split()).rstrip(".")


def follow_projecten(sessies: Iterable[Scores], van: int | None = None, tot: int | None = None) -> list[Projectloop]:
    """Every project through the sessions of these years, in the order in which it came by first."""
    per_project: dict[str, list[tuple[Scores, Uitslag]]] = {}
    for sessie in sorted(sessies, key=lambda one: (one.datum, one.sessie)):
        if (van or 0) <= int(sessie.datum[:4]) <= (tot or 9999):
            for uitslag in total_up(_under_one_name(sessie.scores)):
                per_project.setdefault(key(uitslag.project), []).append((sessie, uitslag))
    return [_follow(paren) for paren in per_project.values()]


def _under_one_name(scores: Sequence[Score]) -> list[Score]:
    """The scores with one spelling per project and per doelstelling."""
    namen: dict[str, str] = {}
    doelen: dict[str, str] = {}
    return [
        msgspec.structs.replace(
            one,
            project=namen.setdefault(key(one.project), one.project),
            doelstelling=doelen.setdefault(key(one.doelstelling), one.doelstelling),
        )
        for one in scores
    ]


def _follow(paren: list[tuple[Scores, Uitslag]]) -> Projectloop:
    jaren = [sessie.datum[:4] for sessie, _ in paren]
    metingen = tuple(
        Meting(sessie.sessie, sessie.titel, sessie.datum, _name(sessie.datum, jaren), uitslag)
        for sessie, uitslag in paren
    )
    return Projectloop(paren[-1][1].project, metingen)


def _name(datum: str, jaren: list[str]) -> str:
    return datum[:4] if jaren.count(datum[:4]) == 1 else format_datum_kort(datum)


def _ends(rij: Sequence[T]) -> tuple[T, T]:
    return rij[0], rij[-1]


def _line_up(lijsten: Sequence[Sequence[T]], name: Callable[[T], str]) -> list[tuple[T | None, ...]]:
    """What has the same name in each of these lists, side by side; of two in one list the first counts."""
    per_naam: dict[str, list[T | None]] = {}
    for plaats, lijst in enumerate(lijsten):
        for een in lijst:
            rij = per_naam.setdefault(key(name(een)), [None] * len(lijsten))
            rij[plaats] = een if rij[plaats] is None else rij[plaats]
    return [tuple(rij) for rij in per_naam.values()]


def _last(rij: Sequence[T | None]) -> T:
    """The newest one that is there."""
    return next(een for een in reversed(rij) if een is not None)
