"""Vouwen: a text without capitals, accents and marks that nobody sees, in which one still knows every place."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_ANDERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
    | dict.fromkeys("’‘ʼ`´′", "'")
    | dict.fromkeys("‐‑‒–—", "-")
)
_WOORD = re.compile(r"[^\W_]+")


class Woord(NamedTuple):
    """A word of a text: as it is looked up, where it is in the folded text, and as it was typed."""

    vorm: str
    begin: int
    eind: int
    getypt: str

    @property
    def is_groot(self) -> bool:
        """Whether it begins with a capital."""
        return self.getypt[:1].isupper() or self.getypt[:1].istitle()


class Gevouwen(NamedTuple):
    """A folded text.

    Attributes:
        bron: the text as it was typed.
        plaatsen: for each place in the folded text that in `bron`, and the end.
    """

    bron: str
    tekst: str
    plaatsen: Sequence[int]

    def typed(self, begin: int, eind: int) -> str:
        """The piece as it was typed."""
        return self.bron[self.plaatsen[begin] : self.plaatsen[eind]]

    def words(self) -> list[Woord]:
        """The words in their order; letters and digits only."""
        return [Woord(one[0], *one.span(), self.typed(*one.span())) for one in _WOORD.finditer(self.tekst)]


def fold(tekst: str) -> Gevouwen:
    """'Šimić’s' → "simic's"."""
    if tekst.isascii():
        return Gevouwen(tekst, tekst.lower(), range(len(tekst) + 1))
    delen: list[str] = []
    plaatsen: list[int] = []
    for plaats, teken in enumerate(tekst):
        deel = _fold_teken(teken)
        delen.append(deel)
        plaatsen += [plaats] * len(deel)
    return Gevouwen(tekst, "".join(delen), [*plaatsen, len(tekst)])


@lru_cache(maxsize=4096)
def _fold_teken(teken: str) -> str:
    ontleed = unicodedata.normalize("NFKD", teken.translate(_ANDERS).casefold())
    kaal = "".join(one for one in ontleed if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    return kaal.translate(_ANDERS).lower()


def unquote(adres: str) -> str:
    """'Jos%C3%A9' → 'José': the signs of an address as one reads them."""
    delen = adres.split("%")
    rauw = b"".join([delen[0].encode(errors="replace"), *(map(_unquote_teken, delen[1:]))])
    return rauw.decode(errors="replace")


def _unquote_teken(deel: str) -> bytes:
    try:
        return bytes.fromhex(deel[:2]) + deel[2:].encode(errors="replace")
    except ValueError:
        return f"%{deel}".encode(errors="replace")
