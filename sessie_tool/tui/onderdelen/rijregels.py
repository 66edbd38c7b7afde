"""The lines that a row of a table takes, broken once for who comes back to thousands of rows."""

from functools import lru_cache

from sessie_tool.kern.zichtbaar import show_regel, show_tekst
from sessie_tool.tui.onderdelen.afbreken import wrap, wrap_parts

Regels = tuple[list[str], list[str], int]
"""The lines of the text of a row, those of its characteristics, and how many lines the row takes."""


@lru_cache(15_000)
def break_row(tekst: str, kenmerken: str, breedte: int, smal: int, meeste: int) -> Regels:
    """The lines of a row in columns of these widths, `meeste` at most."""
    teksten = wrap(show_tekst(tekst), breedte, meeste)
    delen = wrap_parts(show_regel(kenmerken), smal, meeste)
    return teksten, delen, max(len(teksten), len(delen))
