"""Cutting the blocks of a section into pieces: what leads in, and each point with what belongs to it."""

from collections.abc import Callable, Iterable

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, block_text, text_of
from sessie_tool.inlezen.merken import letter_of, number_of

Punt = tuple[Blok, list[Blok]]
"""A point and what belongs to it."""


def group(blokken: Iterable[Blok], starts: Callable[[Blok], bool]) -> tuple[list[Blok], list[Punt]]:
    """What stands before the first point, and each point with the blocks up to the next."""
    vooraf: list[Blok] = []
    punten: list[Punt] = []
    for blok in blokken:
        if starts(blok):
            punten.append((blok, []))
        else:
            (punten[-1][1] if punten else vooraf).append(blok)
    return vooraf, punten


def points(blokken: tuple[Blok, ...], anders: Callable[[Blok], bool]) -> tuple[list[Blok], list[Punt]]:
    """The points of a list by the sort of marker it begins with; of a text without a list those that `anders` finds."""
    eerste = next((blok for blok in blokken if isinstance(blok, Lijstpunt)), None)
    if eerste is None:
        return group(blokken, anders)
    return group(blokken, lambda blok: _is_like(blok, eerste))


def _is_like(blok: Blok, eerste: Lijstpunt) -> bool:
    return isinstance(blok, Lijstpunt) and blok.diepte <= eerste.diepte and marker_kind(blok) == marker_kind(eerste)


def marker_kind(punt: Lijstpunt) -> str:
    """What sort of marker an item has."""
    if number_of(punt.merk) is not None:
        return "cijfer"
    romeins = set(punt.merk.strip("().").casefold()) <= set("ivx")
    return "letter" if letter_of(punt.merk) or romeins else "teken"


def is_question(blok: Blok) -> bool:
    """Whether a block is a question by itself."""
    return isinstance(blok, (Alinea, Kop, Lijstpunt)) and blok.tekst.rstrip(" \"'”’)").endswith("?")


def is_text(blok: Blok) -> bool:
    """Whether a block is a paragraph."""
    return isinstance(blok, Alinea)


def is_lead(blok: Blok) -> bool:
    """Whether a paragraph only leads in what follows it."""
    return isinstance(blok, Alinea) and blok.tekst.rstrip().endswith(":")


def plain_line(blok: Blok) -> str:
    """The plain text of a paragraph or item on one line, without its marker."""
    return " ".join((text_of(blok) or block_text(blok)).split())
