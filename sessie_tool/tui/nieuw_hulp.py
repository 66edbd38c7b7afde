"""What helps to fill in a new session: a letter that finds a sjabloon, and a paste that is sorted over the fields."""

import re
from collections.abc import Sequence


def find_next(titels: Sequence[str], letter: str, nu: int | None) -> int | None:
    """The place of the next title that begins with a letter, round and round; where one is when there is none."""
    aantal, begin = len(titels), -1 if nu is None else nu
    volgorde = ((begin + stap) % aantal for stap in range(1, aantal + 1))
    return next((plaats for plaats in volgorde if titels[plaats].startswith(letter)), nu)


def sort_geplakt(tekst: str, *, met_titel: bool) -> tuple[str, list[str], list[str]]:
    """What was pasted: a title (the first line, when one is wanted), people (lines with ; or a tab), and the rest."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    mensen = ["; ".join(deel.strip() for deel in re.split(r"[;\t]", regel)) for regel in regels if _is_mens(regel)]
    rest = [regel for regel in regels if not _is_mens(regel)]
    titel = rest.pop(0) if met_titel and rest else ""
    return titel, mensen, rest


def _is_mens(regel: str) -> bool:
    return ";" in regel or "\t" in regel
