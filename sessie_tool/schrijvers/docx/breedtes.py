"""The widths of the columns of a table: their shares, bent to what stands in them."""

from sessie_tool.kern.document import Tabel, plain

_LETTERBREEDTE = 104
"""Width of a letter in a table, in twentieths of a point: a bold one, on average."""

_CELRAND = 270
"""The margins of a cell, and some room: letters differ."""

_KORT = 18
"""A text of so many letters stays on one line where there is room."""

_HOOFDKOLOM = 0.75
"""The main column keeps at least this part of its share, whatever the others ask."""

_GEKEKEN_RIJEN = 300


def divide_width(tabel: Tabel, breedte: int) -> list[int]:
    """The width of each column, in twentieths of a point.

    Each gets its share, but short texts stay on one line and words stay whole where there is room, and in a full
    table a column is no wider than its longest text.
    """
    shares = [max(kolom.breedte, 0.01) for kolom in tabel.kolommen]
    main = shares.index(max(shares))
    texts = [_texts(tabel, index) for index in range(len(shares))]
    fit = [_width(max(map(len, kolom), default=1)) for kolom in texts]
    most = fit if sum(fit) > breedte else [breedte] * len(shares)
    for longest in (_longest_short_text, _longest_word):
        least = [_width(longest(kolom)) for kolom in texts]
        widths = _spread(shares, least, most, breedte)
        floor = min(_HOOFDKOLOM * breedte * shares[main] / sum(shares), most[main])
        if widths[main] >= max(least[main], floor):
            return _fill(widths, main, breedte)
    return _fill([int(breedte * share / sum(shares)) for share in shares], main, breedte)


def _texts(tabel: Tabel, index: int) -> list[str]:
    rijen = (plain(rij.cellen[index]) for rij in tabel.rijen[:_GEKEKEN_RIJEN] if index < len(rij.cellen))
    return [tabel.kolommen[index].titel, *rijen]


def _width(letters: int) -> int:
    return letters * _LETTERBREEDTE + _CELRAND


def _longest_word(texts: list[str]) -> int:
    return max((min(len(woord), _KORT) for tekst in texts for woord in tekst.split()), default=1)


def _longest_short_text(texts: list[str]) -> int:
    return max(_longest_word(texts), max((len(tekst) for tekst in texts if len(tekst) <= _KORT), default=1))


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
