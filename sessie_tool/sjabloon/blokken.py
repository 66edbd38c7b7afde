"""The lines of a sjabloon and the blocks they form. The only module here that knows markdown-it.

Blocks say where something stands, never what it says: the text itself is taken from the lines, so it stays as typed.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SOORTEN = {
    "heading_open": "kop",
    "paragraph_open": "alinea",
    "bullet_list_open": "lijst",
    "ordered_list_open": "lijst",
}
_HEKJES = re.compile(r"^ {0,3}#{1,6}[ \t]*|[ \t]+#+[ \t]*$")
LABEL = re.compile(r" {0,3}\*\*([^*:]{1,60})(?::\s*\*\*|\*\*\s*:)(.*)")
"""A line that begins with a label: '**Zeg:** welkom' (or '**Zeg**: welkom')."""
_PUNT = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?:\s+|$)")


class Blok(msgspec.Struct, frozen=True):
    """A block at the top level of the file.

    Attributes:
        begin: index (from 0) of its first line.
        eind: index after its last line that is not blank.
        niveau: of a heading: the number of #.
        punten: of a list: begin and end of each item.
        open: whether it is a code block (```) that is never closed.
    """

    soort: Literal["kop", "alinea", "lijst", "anders"]
    begin: int
    eind: int
    niveau: int = 0
    punten: tuple[tuple[int, int], ...] = ()
    open: bool = False


def split_regels(tekst: str) -> list[str]:
    """The lines of a text, whatever line ends it has; a mark at the very start (BOM) is no text."""
    return re.split(r"\r\n?|\n", tekst.removeprefix("\ufeff"))


def read_blokken(regels: Sequence[str], vanaf: int) -> list[Blok]:
    """The blocks of the lines from index `vanaf` on; their indexes count from the first line of the file.

    A line with a label begins a block of its own, also right below a list or another text: the parser gets a blank
    line above it.
    """
    bron: list[tuple[int, str]] = []
    for index in range(vanaf, len(regels)):
        bron += [(index - 1, "")] if LABEL.match(regels[index]) else []
        bron.append((index, regels[index]))
    blokken: list[Blok] = []
    for token in _parser().parse("\n".join(regel for _, regel in bron)):
        if not token.map or token.level > 1:
            continue
        begin, eind = _trim(regels, bron[token.map[0]][0], bron[token.map[1] - 1][0] + 1)
        if token.level == 0:
            blokken.append(_make_blok(token, begin, eind, regels))
        elif token.type == "list_item_open":
            blokken[-1] = msgspec.structs.replace(blokken[-1], punten=(*blokken[-1].punten, (begin, eind)))
    return blokken


@cache
def _parser() -> "MarkdownIt":
    """A parser for blocks only.

    HTML is text; a line of dashes below a text is a line, not a heading.
    """
    from markdown_it import MarkdownIt  # 30 ms, only needed when a sjabloon is read

    return MarkdownIt("commonmark", {"html": False}).disable(["lheading", "inline", "text_join"])


def _make_blok(token: "Token", begin: int, eind: int, regels: Sequence[str]) -> Blok:
    soort = _SOORTEN.get(token.type, "anders")
    niveau = int(token.tag[1:]) if soort == "kop" else 0
    is_open = token.type == "fence" and not _is_closed(regels[begin:eind], token.markup)
    return msgspec.convert(
        {"soort": soort, "begin": begin, "eind": eind, "niveau": niveau, "open": is_open},
        Blok,
    )


def _trim(regels: Sequence[str], begin: int, eind: int) -> tuple[int, int]:
    """The same range without blank lines at its end."""
    while eind > begin + 1 and not regels[eind - 1].strip():
        eind -= 1
    return begin, eind


def _is_closed(regels: Sequence[str], hek: str) -> bool:
    laatste = regels[-1].strip()
    return len(regels) > 1 and laatste.startswith(hek) and set(laatste) == {hek[0]}


def read_kop(regel: str) -> str:
    """The text of a heading line."""
    return _HEKJES.sub("", regel).strip()


def read_punten(regels: Sequence[str], blok: Blok) -> tuple[tuple[int, str], ...]:
    """The items of a list: each with its line number (from 1) and its text on one line."""
    punten = []
    for begin, eind in blok.punten:
        kop, *rest = regels[begin:eind]
        tekst = " ".join(deel.strip() for deel in (_PUNT.sub("", kop, count=1), *rest) if deel.strip())
        punten.append((begin + 1, tekst))
    return tuple(punten)
