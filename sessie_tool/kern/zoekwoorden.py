"""What a person searches for, and whether a text has it: whatever the capitals and accents, by the beginning of words.

A text is compared as its words: small letters and digits without accents, a space before each. So a search is the
search for a piece of text, and anyone who keeps words (an index) can find the same without knowing more.
"""

import re
import unicodedata

import msgspec

_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WOORD = re.compile(r"\w+")


class _Tekens(dict[int, str]):
    """Character → the letters and digits that stand for it; a space when it parts words."""

    def __missing__(self, code: int) -> str:
        """Look a character up once."""
        kaal = unicodedata.normalize("NFKD", chr(code).casefold())
        letters = "".join(teken for teken in kaal if teken.isalnum())
        is_merk = unicodedata.category(chr(code)).startswith("M")
        self[code] = letters if letters or is_merk else " "
        return self[code]


_TEKENS = _Tekens()
_TE_LANG = 0
_LATIJN = bytes(
    ord(one) if len(one) == 1 and one < "\u0100" else _TE_LANG for one in map(_TEKENS.__getitem__, range(256))
)
"""The same for most texts, four times as quick; `_TE_LANG` where one character becomes more of them."""


def fold_woorden(tekst: str) -> str:
    """'Café: de Één' → ' cafe de een'; "" for a text without words."""
    woorden = _bare(tekst).split()
    return f" {' '.join(woorden)}" if woorden else ""


def _bare(tekst: str) -> str:
    """The text in small letters without accents; all that parts words is a space."""
    try:
        kaal = tekst.encode("latin-1").translate(_LATIJN)
    except UnicodeEncodeError:
        return tekst.translate(_TEKENS)
    return tekst.translate(_TEKENS) if _TE_LANG in kaal else kaal.decode("latin-1")


class Zoekvraag(msgspec.Struct, frozen=True):
    """What is searched for.

    Attributes:
        delen: words, and phrases of more of them; all must be there, and the last word of each may go on.
    """

    delen: tuple[str, ...] = ()

    def fits(self, woorden: str) -> bool:
        """Whether the words of a text (`fold_woorden`) have all of it; a question without words fits nothing."""
        return bool(self.delen) and all(deel in woorden for deel in self.delen)


def parse_zoekvraag(tekst: str) -> Zoekvraag:
    """Read what a person typed; quotes keep words together, other signs only part words."""
    delen = (fold_woorden(phrase or woord) for phrase, woord in _PHRASE.findall(tekst))
    return Zoekvraag(tuple(dict.fromkeys(deel for deel in delen if deel)))


def show_around(tekst: str, vraag: Zoekvraag, breedte: int) -> tuple[str, str, str]:
    """What stands before the first word that was found, the word, and what follows it; together about `breedte`."""
    begin, eind = _find_woord(tekst, tuple(deel.split()[0] for deel in vraag.delen))
    van = max(0, min(begin - breedte // 3, len(tekst) - breedte))
    van = tekst.rfind(" ", 0, van) + 1 if van else 0
    tot = max(eind, van + breedte)
    if tot < len(tekst) and (spatie := tekst.rfind(" ", eind, tot)) > 0:
        tot = spatie
    voor, na = tekst[van:begin].lstrip(), tekst[eind:tot].rstrip()
    return f"…{voor}" if van else voor, tekst[begin:eind], f"{na}…" if tot < len(tekst) else na


def _find_woord(tekst: str, beginnen: tuple[str, ...]) -> tuple[int, int]:
    """Where the first word with one of these beginnings stands; the very beginning when none does."""
    for hit in _WOORD.finditer(tekst):
        if beginnen and fold_woorden(hit[0]).lstrip().startswith(beginnen):
            return hit.span()
    return 0, 0
