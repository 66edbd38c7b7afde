"""The widths of the columns of a table: their shares, bent to what stands in them."""

import re
from collections.abc import Collection, Iterable
from string import ascii_uppercase

from sessie_tool.kern.document import Inhoud, Tabel, Tekst, drop_noten, plain

_EM = 190
"""The size of the letters in a table, in twentieths of a point."""

_GEMIDDELD = 0.556
_LETTERS = (
    dict.fromkeys(ascii_uppercase, 0.69)
    | dict.fromkeys("mwMW%@&—", 0.85)
    | dict.fromkeys("ijltfI .,:;'|!/", 0.28)
    | dict.fromkeys('r-()[]"', 0.34)
)
"""Width of letters as a part of the size, near enough for Arial and its like; others are about `_GEMIDDELD`."""

_VET = 1.07
"""A header is bold, and other fonts differ a little."""

_CELRAND = 220
_KORT = 18
"""A text of so many letters stays on one line where there is room; a longer word may be broken."""

_DATUM = re.compile(r"\b([0-9]{1,2}) ([a-z]{3,9}) ([0-9]{4})\b")
_GEKEKEN_RIJEN = 300


def divide_width(tabel: Tabel, breedte: int) -> list[int]:
    """The width of each column, in twentieths of a point.

    Each gets its share, but short texts stay on one line and words stay whole where there is room, and in a full
    table a column is no wider than its longest text.
    """
    shares = [max(kolom.breedte, 0.01) for kolom in tabel.kolommen]
    main = shares.index(max(shares))
    texts = [_texts(tabel, index) for index in range(len(shares))]
    fit = [_widest(kolom) for kolom in texts]
    most = fit if sum(fit) > breedte else [breedte] * len(shares)
    for least, part in ((_short_texts, 0.75), (_words, 0.55), (_words, 0.0)):
        needed = [_widest(least(kolom)) for kolom in texts]
        widths = _spread(shares, needed, [*map(max, needed, most)], breedte)
        floor = min(part * breedte * shares[main] / sum(shares), most[main])
        if sum(widths) <= breedte and widths[main] >= max(needed[main], floor):
            return _fill(widths, main, breedte)
    return _fill([int(breedte * share / sum(shares)) for share in shares], main, breedte)


def _texts(tabel: Tabel, index: int) -> list[str]:
    rijen = (_shown(rij.cellen[index]) for rij in tabel.rijen[:_GEKEKEN_RIJEN] if index < len(rij.cellen))
    return list(dict.fromkeys([tabel.kolommen[index].titel, *rijen]))  # a column often has few different texts


def _shown(cel: Inhoud) -> str:
    """The text of a cell as it stands there; most are one plain text, and a large table has many of them."""
    if len(cel) == 1 and isinstance(cel[0], Tekst):
        return cel[0].tekst
    return plain(drop_noten(cel))


def _words(texts: Iterable[str]) -> set[str]:
    """The words, which stay whole; a date is one too."""
    heel = _DATUM.sub(r"\1-\2-\3", "\n".join(texts))
    return {woord for woord in set(heel.split()) if len(woord) <= _KORT}


def _short_texts(texts: list[str]) -> list[str]:
    return [*_words(texts), *(tekst for tekst in texts if len(tekst) <= _KORT)]


def _widest(texts: Collection[str]) -> int:
    """Width of the widest text; measured among the longest, as measuring takes time."""
    longest = max(map(len, texts), default=1)
    if longest > _KORT:
        return int(longest * _GEMIDDELD * _EM) + _CELRAND
    near = {tekst for tekst in texts if len(tekst) * 1.3 >= longest}
    return max((int(_measure(tekst) * _EM * _VET) for tekst in near), default=0) + _CELRAND


def _measure(tekst: str) -> float:
    return sum(_LETTERS.get(teken, _GEMIDDELD) for teken in tekst)


def _spread(shares: list[float], least: list[int], most: list[int], breedte: int) -> list[int]:
    """Divide the width by share; columns that would get too little, then those that would get too much, come first."""
    fixed: dict[int, int] = {}
    while True:
        rest = breedte - sum(fixed.values())
        total = sum(share for index, share in enumerate(shares) if index not in fixed) or 1.0
        widths = [fixed.get(index, max(int(rest * share / total), 0)) for index, share in enumerate(shares)]
        wrong = {index: least[index] for index, width in enumerate(widths) if width < least[index]}
        wrong = wrong or {index: most[index] for index, width in enumerate(widths) if width > most[index]}
        if not wrong:
            return widths
        fixed |= wrong


def _fill(widths: list[int], main: int, breedte: int) -> list[int]:
    """Give the main column what is left, so that the table is as wide as the text."""
    widths[main] += breedte - sum(widths)
    return widths
