"""The running text of a paragraph: pieces with their emphasis → plain text and Markdown."""

from collections.abc import Iterable

import msgspec

from sessie_tool.inlezen.markdown import escape, escape_begin


class Stuk(msgspec.Struct, frozen=True):
    """A piece of running text.

    Attributes:
        kaal: Markdown that stands as it is (a mark of a footnote); such a piece is no plain text.
        adres: where a link leads, or "".
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    weg: bool = False
    onderstreept: bool = False
    kaal: bool = False
    adres: str = ""

    @property
    def stijl(self) -> tuple[bool, bool, bool, bool, str]:
        """What decides on the signs around it."""
        return (self.vet, self.cursief, self.weg, self.kaal, self.adres)


def plain(stukken: Iterable[Stuk]) -> str:
    """The bare text."""
    return "".join(stuk.tekst for stuk in stukken if not stuk.kaal)


def markdown(stukken: Iterable[Stuk]) -> str:
    """The text as Markdown: every sign reads as typed, emphasis and links are kept."""
    return escape_begin("".join(map(_emphasize, join_equal(stukken)))).strip()


def join_equal(stukken: Iterable[Stuk]) -> list[Stuk]:
    """The pieces with neighbours of one style made one; white space takes the style of what it follows."""
    samen: list[Stuk] = []
    for stuk in stukken:
        vorige = samen[-1] if samen else None
        if vorige and (vorige.stijl == stuk.stijl or (not stuk.tekst.strip() and not vorige.kaal)):
            samen[-1] = msgspec.structs.replace(vorige, tekst=vorige.tekst + stuk.tekst)
        elif stuk.tekst:
            samen.append(stuk)
    return samen


def _emphasize(stuk: Stuk) -> str:
    kern = stuk.tekst.strip()
    if not kern or stuk.kaal:
        return stuk.tekst
    voor, _, na = stuk.tekst.partition(kern)
    tekst = escape(kern)
    if stuk.adres:
        tekst = _link(kern, stuk.adres)
    for aan, merk in ((stuk.cursief, "*"), (stuk.vet, "**"), (stuk.weg, "~~")):
        if aan:
            tekst = "\n".join(f"{merk}{regel.strip()}{merk}" if regel.strip() else "" for regel in tekst.split("\n"))
    return voor + tekst + na


def _link(woorden: str, adres: str) -> str:
    if woorden.strip() == adres or "\n" in woorden:
        return escape(woorden)
    doel = "".join(f"%{ord(teken):02X}" if teken in " <>\\\n" else teken for teken in adres)
    return f"[{escape(woorden).replace('[', chr(92) + '[').replace(']', chr(92) + ']')}](<{doel}>)"


def cut(stukken: list[Stuk], aantal: int) -> list[Stuk]:
    """The pieces without their first `aantal` signs of plain text."""
    rest: list[Stuk] = []
    for stuk in stukken:
        weg = 0 if stuk.kaal else min(aantal, len(stuk.tekst))
        aantal -= weg
        rest.append(msgspec.structs.replace(stuk, tekst=stuk.tekst[weg:]))
    return [stuk for stuk in rest if stuk.tekst]


def is_heading_like(stukken: list[Stuk]) -> bool:
    """Whether all of a paragraph is bold, underlined or in capitals."""
    delen = [stuk for stuk in stukken if stuk.tekst.strip() and not stuk.kaal]
    if not delen:
        return False
    return all(stuk.vet or stuk.onderstreept for stuk in delen) or is_capitals(plain(delen))


def is_capitals(tekst: str) -> bool:
    """Whether a text is a heading in capitals: at least four letters, all of them large."""
    return tekst.isupper() and sum(map(str.isalpha, tekst)) > 3
