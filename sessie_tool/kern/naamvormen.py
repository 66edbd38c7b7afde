"""Naamvormen: other ways to write a name than the name itself: initials with points or small words, and inflections."""

import re
from collections.abc import Container, Iterator, Sequence

from sessie_tool.kern.naamwoorden import AFKORTINGEN, TUSSENVOEGSELS
from sessie_tool.kern.vouwen import fold

_LETTERS = re.compile(r"(?<![^\W_])[^\W\d_](?:\.\s?|['’]?)(?:[^\W\d_](?:\.\s?|['’])?){1,4}(?<!\s)(?![^\W_])")
_PUNTEN = re.compile(r"(?:[^\W\d_]\.\s?){2,}")
_ACHTER = re.compile(r"(?:[tp]|et)?jes?|iaan|iaans|iaanse|ianen|achtige?|\d+")


def list_letters(woorden: Sequence[str]) -> Iterator[str]:
    """The initials of a name, from its folded words: 'jpdv', 'jpv', 'jdv' and 'jv' for J.P. de Vries."""
    alle = "".join(woord[0] for woord in woorden)
    groot = [woord[0] for woord in woorden if woord not in TUSSENVOEGSELS]
    klein = "".join(woord[0] for woord in woorden if woord in TUSSENVOEGSELS)
    yield from (alle, "".join(groot), *((f"{groot[0]}{klein}{groot[-1]}",) if len(groot) > 1 else ()))
    if len(groot) > 2:  # 'ZvdM' for Zoë van der Molen-Verzonnen, 'A.B.' behind 'Jansen,'
        yield from (alle[:-1], "".join(groot[:-1]))


def find_letters(tekst: str) -> Iterator[tuple[int, int, str]]:
    """Where initials can stand, and their letters, folded: 'X.Q.' and 'JdV'; not in a text all in capitals."""
    for plek in _LETTERS.finditer(tekst):
        letters = "".join(filter(str.isalpha, plek[0]))
        met_punten = bool(_PUNTEN.match(plek[0]))
        if not letters[0].isupper() or not (met_punten or (letters[-1].isupper() and len(letters) > 2)):
            continue
        gevouwen = fold(letters).tekst
        if (met_punten or gevouwen not in AFKORTINGEN) and not _is_loud(tekst, *plek.span()):
            yield *plek.span(), gevouwen


def _is_loud(tekst: str, begin: int, eind: int) -> bool:
    """Whether the words around a place are all in capitals, so that capitals say nothing."""
    rond = tekst[max(0, begin - 20) : begin] + tekst[eind : eind + 20]
    return any(map(str.isalpha, rond)) and rond.isupper()


def is_vorm(rest: str, delen: Container[str]) -> bool:
    """Whether what stands behind a name in one word makes another form of it: 'Quistje', 'Quist2', 'QuistJansen'."""
    return bool(_ACHTER.fullmatch(rest)) or rest in delen
