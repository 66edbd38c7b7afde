"""Uitdunnen: which kept copies of one session stay and which may go, by age and by size. Pure; knows no disk or clock.

Of the last day everything stays, of the last month one a day, of the last year one a week, of what is older one a
month. Each time it is the last one of its period, so what stood there before a month without work always stays.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

PER_DAG = 50
"""So many of the newest of the last day stay; of the others of that day the last one of each hour."""
RUIMTE = 20_000_000
"""Bytes that the copies of one session may take together; the first, the newest and the one just made always stay."""


class Kopie(NamedTuple):
    """One kept copy.

    Attributes:
        moment: when it was kept.
        bijzonder: whether it was kept for a rare reason: then age alone does not take it away.
    """

    naam: str
    moment: datetime
    grootte: int
    bijzonder: bool = False


_DAG = timedelta(days=1)
_PERIODEN: tuple[tuple[timedelta, Callable[[datetime], tuple[int, ...]]], ...] = (
    (_DAG, lambda dag: (dag.year, dag.month, dag.day, dag.hour)),
    (31 * _DAG, lambda dag: (dag.year, dag.month, dag.day)),
    (366 * _DAG, lambda dag: tuple(dag.isocalendar()[:2])),
    (timedelta.max, lambda dag: (dag.year, dag.month)),
)
"""Up to which age → the period of which the last copy stays."""


def choose_kept(kopieen: Sequence[Kopie], nu: datetime, nieuw: str = "", ruimte: int = RUIMTE) -> set[str]:
    """The names of the copies that stay; `nieuw` is the one that was just made and stays whatever its moment says."""
    rij = sorted(kopieen, key=lambda one: one.moment)
    if not rij:
        return set()
    altijd = {rij[0].naam, rij[-1].naam, nieuw}
    blijft = altijd | _choose_by_age(rij, nu) | {one.naam for one in rij if one.bijzonder}
    return _fit([one for one in rij if one.naam in blijft], altijd, nu, ruimte)


def _choose_by_age(rij: Sequence[Kopie], nu: datetime) -> set[str]:
    """The last one of each period, and the newest of today."""
    laatste = {_period(one.moment, nu): one.naam for one in rij}
    vandaag = [one.naam for one in rij if nu - one.moment < _DAG]
    return {*laatste.values(), *vandaag[-PER_DAG:]}


def _period(moment: datetime, nu: datetime) -> tuple[int, ...]:
    """The period in which a copy counts, with how old that is."""
    return next((nr, *name(moment)) for nr, (tot, name) in enumerate(_PERIODEN) if nu - moment < tot)


def _fit(rij: list[Kopie], altijd: set[str], nu: datetime, ruimte: int) -> set[str]:
    """What stays within the room: those go first whose neighbours are nearest, for their age."""
    while sum(one.grootte for one in rij) > ruimte:
        weg = min(
            (plaats for plaats, one in enumerate(rij) if one.naam not in altijd),
            key=lambda plaats: (rij[plaats].bijzonder, _worth(rij, plaats, nu)),
            default=None,
        )
        if weg is None:
            break
        del rij[weg]
    return {one.naam for one in rij}


def _worth(rij: Sequence[Kopie], plaats: int, nu: datetime) -> float:
    """How much of the past only this copy tells: the time between its neighbours, measured by its age."""
    voor, na = rij[max(0, plaats - 1)].moment, rij[min(len(rij) - 1, plaats + 1)].moment
    return (na - voor) / max(nu - rij[plaats].moment, timedelta(minutes=1))
