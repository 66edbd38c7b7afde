"""stemregel: how a line says what was counted: '2=5', '2=5! 3=1', '@Jansen 2=2 4=1'; and what it says of a round."""

import re
from typing import NamedTuple

TELLING = r"(?:[0-9]{1,4}|[a-z]{1,2})\s*=\s*[0-9]{1,6}\s*!?"
_NAAM = r"@(\"[^\"]+\"|[^\"=]+?)"
_REGEL = re.compile(rf"\s*(?:{_NAAM}\s+)?({TELLING}(?:[\s,;]+{TELLING})*)(?:\s+{_NAAM})?\s*")
_DEEL = re.compile(r"([0-9]+|[a-z]+)\s*=\s*([0-9]+)\s*(!?)")
_RONDE = re.compile(r"\s*(onthul|verberg|ronde)((?:[\s,]+(?:gelijk|[0-9]{1,4}|[a-z]{1,2}))*)\s*", re.IGNORECASE)

LANGSTE = 500
"""No line that says what was counted is longer."""


class Deel(NamedTuple):
    """The dots on one option, by its number."""

    nummer: str
    stippen: int
    gekozen: bool


class Telling(NamedTuple):
    """What a line says: the name as typed ("" without one), and the dots."""

    naam: str
    delen: tuple[Deel, ...]


class Opdracht(NamedTuple):
    """What a line asks of the round: its word, and what stands behind it."""

    woord: str
    rest: tuple[str, ...]


def read_telling(regel: str) -> Telling | None:
    """What was counted; None when the line says something else."""
    match = _REGEL.fullmatch(regel) if len(regel) <= LANGSTE else None
    if match is None or (match[1] and match[3]):
        return None
    delen = tuple(Deel(nummer, int(stippen), bool(teken)) for nummer, stippen, teken in _DEEL.findall(match[2]))
    return Telling((match[1] or match[3] or "").strip().strip('"'), delen)


def read_opdracht(regel: str) -> Opdracht | None:
    """'onthul', 'verberg', 'ronde', 'ronde 2 5' or 'ronde gelijk'; None when the line says something else."""
    match = _RONDE.fullmatch(regel) if len(regel) <= LANGSTE else None
    if match is None:
        return None
    rest = tuple(match[2].casefold().replace(",", " ").split())
    return Opdracht(match[1].casefold(), rest) if match[1].casefold() == "ronde" or not rest else None
