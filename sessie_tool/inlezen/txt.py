"""Plain text → blocks: underlined headings, capitals, lists, columns with tabs, and lines that were broken off."""

import re
from collections.abc import Iterator
from itertools import takewhile

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Rapport, Tabel
from sessie_tool.inlezen.loop import is_capitals
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.merken import split_merk

_STREEP = re.compile(r"\s*([=\-~_*#])\1{2,}\s*")
_LABEL = re.compile(r"\s*[A-Z][\w' -]{0,30}\s?:(?:\s|$)")
_LANGSTE_REGEL = 140
_KORTSTE_REGEL = 45


def read_txt(naam: str, tekst: str) -> Rapport:
    """A text file → what stands in it."""
    return Rapport(naam, tuple(_blocks(tekst.split("\n"))))


def _blocks(regels: list[str]) -> Iterator[Blok]:
    breedste = max((len(regel.rstrip()) for regel in regels), default=0)
    afgebroken = breedste * 0.6 if _KORTSTE_REGEL <= breedste <= _LANGSTE_REGEL else float("inf")
    plaats = 0
    while plaats < len(regels):
        regel = regels[plaats]
        volgende = regels[plaats + 1] if plaats + 1 < len(regels) else ""
        plaats += 1
        if not regel.strip() or _STREEP.fullmatch(regel):
            continue
        streep = _STREEP.fullmatch(volgende)
        tabel = _columns(regels[plaats - 1 :])
        if streep and not regel.startswith((" ", "\t")):
            merk, lengte = split_merk(regel)
            yield Kop(1 if streep[1] in "=#*" else 2, " ".join(regel[lengte:].split()), "" if merk == "-" else merk)
            plaats += 1
        elif len(tabel) > 1:
            yield Tabel(tuple(tuple(tuple(_cell(cel)) for cel in rij) for rij in tabel))
            plaats += len(tabel) - 1
        else:
            delen = _paragraph(regel, regels[plaats:], afgebroken, breedste)
            plaats += len(delen)
            yield make_block(" ".join([regel.rstrip(), *map(str.strip, delen)]))


def _columns(regels: list[str]) -> list[list[str]]:
    """The rows that begin here, when tabs make columns of them."""
    aantal = regels[0].strip("\n").count("\t")
    if not aantal or _LABEL.match(regels[0].split("\t")[0]) or split_merk(regels[0])[0]:
        return []
    return [regel.split("\t") for regel in takewhile(lambda een: een.count("\t") == aantal and een.strip(), regels)]


def _cell(cel: str) -> list[Blok]:
    return [make_block(cel)] if cel.strip() else []


def _paragraph(eerste: str, rest: list[str], afgebroken: float, breedste: int) -> list[str]:
    """The lines that belong to the line before them because that was broken off."""
    genomen: list[str] = []
    vorige = eerste
    in_lijst = bool(split_merk(eerste)[0])
    for plaats, regel in enumerate(rest):
        streep = plaats + 1 < len(rest) and _STREEP.fullmatch(rest[plaats + 1])
        if not regel.strip() or split_merk(regel)[0] or _LABEL.match(regel) or _STREEP.fullmatch(regel) or streep:
            break
        inspring = in_lijst and regel.startswith(("  ", "\t"))
        kort = len(vorige.rstrip()) < afgebroken or _had_room(vorige.rstrip(), regel, breedste)
        if not inspring and (kort or is_capitals(vorige) != is_capitals(regel)):
            break
        genomen.append(regel)
        vorige = regel
    return genomen


def _had_room(vorige: str, regel: str, breedste: int) -> bool:
    """Whether a line ended with its sentence while the next word would have fitted: then it was not broken off."""
    woord = regel.split(maxsplit=1)[0]
    return vorige.endswith((".", "?", "!")) and woord[:1].isupper() and len(vorige) + 1 + len(woord) < breedste * 0.9


def make_block(regel: str) -> Blok:
    """A line of plain text as a paragraph or an item."""
    merk, lengte = split_merk(regel)
    tekst = " ".join(regel[lengte:].replace("\t", " \t ").split(" ")).strip()
    opmaak = escape_begin(escape(" ".join(tekst.split())))
    if merk:
        inspring = len(regel) - len(regel.lstrip())
        return Lijstpunt(tekst, opmaak, merk, min(inspring // 3, 5), is_capitals(tekst))
    return Alinea(tekst, opmaak, is_capitals(tekst))
