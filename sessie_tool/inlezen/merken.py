"""Markers that were typed before a line ('a.', '(2)', '•', '2.1'): split off, so that an item is an item."""

import re

VRAAGWOORD = (
    r"(?:Hoe|Wat|Welke?|Wie|Wiens|Waar\w*|Wanneer|Is|Zijn|Kan|Kunnen|Mag|Moet|Moeten|Heeft|Hebben|Wordt|Worden|Doet|Doen"
    r"|(?:In|Op|Aan|Met|Voor|Bij|Van|Door|Tot|Onder|Vanuit)\s+(?:hoeverre|welke?|wat|wie))\b"
)
"""What a question begins with: before these words a capital letter with a dot is a marker and no initial."""

_MERK = re.compile(
    rf"""[ \t]*(?P<merk>
        [-–—•●▪■◦·*‣➢✓\uf0b7\uf0a7]            # a bullet
      | \(\s?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{2,4}})\s?\)  # (a)
      | (?:\d{{1,3}}|[a-z]|[ivx]{{2,4}})[.)]         # a. 1)
      | [IVX]{{2,4}}[.)]
      | [A-Z]\)                                  # A), but not A., which may be an initial
      | [A-Z]\.(?=[ \t\xa0]+{VRAAGWOORD})
      | \d{{1,2}}(?:\.\d{{1,2}})+\.?(?=[ \t]+[A-Z])  # 2.1
    )(?:[ \t\xa0]+)(?=\S)""",
    re.VERBOSE,
)
_TEKENS = frozenset("-–—•●▪■◦·*‣➢✓\uf0b7\uf0a7")


def split_merk(tekst: str) -> tuple[str, int]:
    """The marker at the beginning of a text and how many signs it takes; ("", 0) when there is none."""
    match = _MERK.match(tekst)
    if not match:
        return "", 0
    merk = match["merk"]
    return ("-" if merk in _TEKENS else merk.replace(" ", "")), match.end()


def split_kopmerk(tekst: str) -> tuple[str, int]:
    """The number of a heading and how many signs it takes; here it needs no dot: '1 Inleiding'."""
    merk, lengte = split_merk(tekst)
    kaal = re.match(r"\s*(\d{1,2}(?:\.\d{1,2})*|[IVX]{2,5}(?=[.)]))[.)]?[ \t\xa0]+(?=[A-Z])", tekst)
    return (kaal[1], kaal.end()) if kaal and not merk else (merk, lengte)


def letter_of(merk: str) -> str:
    """'(a)', 'A)' or 'a.' → 'a'; "" when the marker is no single letter."""
    kaal = merk.strip("().").lower()
    return kaal if len(kaal) == 1 and "a" <= kaal <= "z" else ""


def number_of(merk: str) -> int | None:
    """'3.', '(3)' → 3; None when the marker is no whole number."""
    kaal = merk.strip("().")
    return int(kaal) if kaal.isascii() and kaal.isdigit() else None
