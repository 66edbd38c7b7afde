"""Naamnummer: what a participant is called whose name is gone, so that who said what can still be told apart."""

import re

_NUMMER = re.compile(r"Deelnemer \d+")


def make_nummer(nummer: int) -> str:
    """'Deelnemer 3'."""
    return f"Deelnemer {nummer}"


def is_nummer(naam: str) -> bool:
    """Whether a name is such a number."""
    return bool(_NUMMER.fullmatch(naam))
