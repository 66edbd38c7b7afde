"""What helps to fill in a new session: a letter that finds a sjabloon, and a paste that is sorted over the fields."""

import re
from collections.abc import Sequence

VLUG = 1.0
"""Seconds within which letters are the beginning of one title."""


class Letters:
    """The letters that are typed in a list of titles."""

    def __init__(self) -> None:
        """Nothing was typed yet."""
        self._getypt, self._laatst = "", 0.0

    def add(self, letter: str, titels: Sequence[str], moment: float) -> str:
        """What to look for: all letters that were typed at once when a title begins so, else this one alone."""
        samen = f"{self._getypt * (moment - self._laatst < VLUG)}{letter}"
        self._getypt = samen if any(titel.startswith(samen) for titel in titels) else letter
        self._laatst = moment
        return self._getypt


def find_next(titels: Sequence[str], begin: str, nu: int | None) -> int | None:
    """The place of the next title that begins so, round and round; where one is when there is none.

    With more letters the title where one is may stay the one.
    """
    aantal, eerst = len(titels), -1 if nu is None else nu - (len(begin) > 1)
    volgorde = ((eerst + stap) % aantal for stap in range(1, aantal + 1))
    return next((plaats for plaats in volgorde if titels[plaats].startswith(begin)), nu)


def sort_geplakt(tekst: str, *, met_titel: bool) -> tuple[str, list[str], list[str]]:
    """What was pasted: a title (the first line, when one is wanted), people (lines with ; or a tab), and the rest."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    mensen = ["; ".join(deel.strip() for deel in re.split(r"[;\t]", regel)) for regel in regels if _is_mens(regel)]
    rest = [regel for regel in regels if not _is_mens(regel)]
    titel = rest.pop(0) if met_titel and rest else ""
    return titel, mensen, rest


def _is_mens(regel: str) -> bool:
    return ";" in regel or "\t" in regel
