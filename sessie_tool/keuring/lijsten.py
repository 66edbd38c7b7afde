"""Lists and space: no typed dashes or numbers, no empty paragraphs."""

import re
from collections.abc import Iterator
from typing import Any

from sessie_tool.inlezen.pakket import W
from sessie_tool.keuring.stuk import Alinea, Plek, Stuk, shorten

_STREEP = re.compile(r"[ \t\xa0]*[-–—•·*▪◦●○\uf0b7][ \t\xa0]+\S")
_NUMMER = re.compile(r"[ \t\xa0]*(?:\d{1,2}|[a-z])[.)][ \t\xa0]+\S")
_VOL = tuple(
    f"{W}{naam}"
    for naam in ("drawing", "pict", "object", "br", "fldChar", "fldSimple", "sectPr", "sdt", "footnoteReference", "sym",
                 "ptab", "altChunk", "lastRenderedPageBreak")
)  # fmt: skip
_FORMULE = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_BLOK = (f"{W}p", f"{W}tbl", f"{W}sdt")


def find_getypte_lijst(stuk: Stuk) -> Iterator[str]:
    """Every paragraph that begins with a typed dash, and numbers when at least two follow each other."""
    vorige: Alinea | None = None
    gemeld = False
    for alinea in stuk.alineas:
        if not _may_be_typed(alinea) or _is_list(stuk, alinea):
            vorige, gemeld = None, False
            continue
        regels = alinea.tekst.splitlines()
        genummerd = [regel for regel in regels if _NUMMER.match(regel)]
        if any(map(_STREEP.match, regels)) or len(genummerd) > 1:
            yield f"'{shorten(alinea.tekst)}'"
        elif genummerd and vorige is not None:
            yield from [] if gemeld else [f"'{shorten(vorige.tekst)}'"]
            yield f"'{shorten(alinea.tekst)}'"
            gemeld = True
        if not genummerd:
            gemeld = False
        vorige = alinea if genummerd else None


def _may_be_typed(alinea: Alinea) -> bool:
    tekst = alinea.tekst
    if "\n" in tekst:
        return True
    begin = tekst.lstrip()[:3]
    return (begin[1:2].isspace() or ")" in begin or "." in begin) and bool(_STREEP.match(tekst) or _NUMMER.match(tekst))


def _is_list(stuk: Stuk, alinea: Alinea) -> bool:
    """Whether Word numbers the paragraph itself, or it is a heading or an entry of the contents."""
    if stuk.niveau(alinea) is not None or stuk.numbers(alinea.stijl):
        return True
    return alinea.node.find(f"{W}pPr/{W}numPr") is not None


def find_lege_alinea(stuk: Stuk) -> Iterator[Plek]:
    """Every empty paragraph for space: not the only one of a cell, nor the one that Word wants after a table."""
    for alinea in stuk.alineas:
        if not alinea.tekst.strip() and stuk.niveau(alinea) is None and _is_for_space(alinea.node):
            yield stuk.hoofd.place(alinea.node)


def _is_for_space(node: Any) -> bool:
    if next(node.iter(*_VOL, _FORMULE), None) is not None:
        return False
    voor, na = _buur(node, reverse=True), _buur(node)
    alleen = voor is None and na is None
    na_tabel = voor is not None and voor.tag == f"{W}tbl" and (na is None or na.tag == f"{W}tbl")
    return not alleen and not na_tabel


def _buur(node: Any, *, reverse: bool = False) -> Any:
    """The block beside a paragraph, without bookmarks and the like between them."""
    return next(node.itersiblings(*_BLOK, preceding=reverse), None)


REGELS = (
    (
        "lijst-getypt",
        "Een lijst is met streepjes of nummers getypt en is geen echte lijst",
        "Kies die regels in Word, haal de tekens weg en klik op Opsommingstekens of Nummering.",
        find_getypte_lijst,
    ),
    (
        "alinea-leeg",
        "Een lege alinea maakt ruimte; een schermlezer leest die voor als 'leeg'",
        "Haal haar weg en maak de ruimte met Indeling > Afstand, of met de stijl.",
        find_lege_alinea,
    ),
)
