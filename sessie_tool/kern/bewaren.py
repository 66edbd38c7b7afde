"""Bewaren: how long names and sessions are kept, and which are older. Nothing goes by itself."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

import msgspec

Wat = Literal["namen", "sessie"]


class Termijnen(msgspec.Struct, frozen=True):
    """After how many months names go, and after how many a session goes; 0 is never."""

    namen: int = 0
    sessies: int = 0


class Bewaard(NamedTuple):
    """What the terms need to know of one session: whether someone is named in it who may not be named."""

    id: str
    titel: str
    datum: str
    status: str
    noemt: bool


class Verlopen(NamedTuple):
    """Something that is older than its term.

    Attributes:
        wat: the names in the session, or all of it.
        sinds: ISO date at which the term was over.
    """

    sessie: Bewaard
    wat: Wat
    sinds: str


def list_verlopen(sessies: Iterable[Bewaard], termijnen: Termijnen, vandaag: str) -> list[Verlopen]:
    """What is older than the terms, the longest first; of a session that may go as a whole only that."""
    found = (_judge(one, termijnen, vandaag) for one in sessies)
    return sorted((one for one in found if one), key=lambda one: (one.sinds, one.sessie.id))


def _judge(sessie: Bewaard, termijnen: Termijnen, vandaag: str) -> Verlopen | None:
    weg, namen = (add_months(sessie.datum, one) for one in (termijnen.sessies, termijnen.namen))
    if weg and weg <= vandaag:
        return Verlopen(sessie, "sessie", weg)
    return Verlopen(sessie, "namen", namen) if namen and namen <= vandaag and sessie.noemt else None


def add_months(datum: str, maanden: int) -> str:
    """An ISO date so many months later, at most the last day of that month; "" for 0 months or what is no date."""
    try:
        dag = date.fromisoformat(datum)
        jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
        volgende = date(jaar + maand // 11, (maand + 1) % 12 + 1, 1)
    except (ValueError, OverflowError):
        return ""
    laatste = date.fromordinal(volgende.toordinal() - 1).day
    return date(jaar, maand + 1, min(dag.day, laatste)).isoformat() if maanden else ""
