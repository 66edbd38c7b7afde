"""Reads back what a verslag of this program said when it was made, and what it says now."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sessie_tool.inlezen.pakket import Pakket, W
from sessie_tool.inlezen.stijlen import Stijlen, attribute
from sessie_tool.kern.momentopname import (
    Afdruk,
    Momentopname,
    Regel,
    Veranderingen,
    compare_momentopname,
    fold,
)

_RUIMTE = "{urn:sessie-tool:momentopname:1}"
_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_WEG = (f"{W}del", f"{W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")


def read_momentopname(ruw: bytes) -> Momentopname | None:
    """What a Word file said when the program made it; None when it does not tell.

    Raises:
        LeesError: it is no Word file, or a damaged one.
    """
    return _read(Pakket(ruw))


def find_veranderingen(ruw: bytes) -> Veranderingen | None:
    """What a person changed in a Word file since the program made it; None when the file cannot tell.

    Raises:
        LeesError: it is no Word file, or a damaged one.
    """
    pakket = Pakket(ruw)
    toen = _read(pakket)
    if toen is None:
        return None
    return compare_momentopname(toen, _Lezer(pakket, toen).regels())


def _read(pakket: Pakket) -> Momentopname | None:
    for soort, doel in pakket.relations(pakket.hoofd).values():
        root = pakket.read(doel) if soort == "customXml" else None
        if root is not None and root.tag == f"{_RUIMTE}momentopname":
            return _build(root)
    return None


def _build(root: Any) -> Momentopname:
    records = list(root.iter(f"{_RUIMTE}record"))
    revisie = root.get("revisie", "")
    return Momentopname(
        root.get("sessie", ""),
        int(revisie) if revisie.isdigit() and len(revisie) < 10 else 0,
        tuple(Afdruk(een.get("id", ""), _teksten(een), een.get("stuk") == "ja") for een in records),
        tuple(" ".join(_teksten(een)) for een in root.iter(f"{_RUIMTE}los")),
        {een.get("merk", ""): een.get("id", "") for een in records},
    )


def _teksten(node: Any) -> tuple[str, ...]:
    return tuple(een.text or "" for een in node.iter(f"{_RUIMTE}t"))


class _Lezer:
    """Reads the paragraphs and rows of a file, each with the records whose bookmarks are in it."""

    def __init__(self, pakket: Pakket, toen: Momentopname) -> None:
        self._body = pakket.read(pakket.hoofd).find(f"{W}body")
        for node in list(self._body.iter(*_WEG)):
            node.getparent().remove(node)
        stijlen = next((doel for soort, doel in pakket.relations(pakket.hoofd).values() if soort == "styles"), "")
        self._stijlen = Stijlen(pakket, stijlen)
        self._merken = toen.merken
        self._stukken = {een.id for een in toen.afdrukken if een.is_stuk}
        self._los = self._find_los()

    def regels(self) -> Iterator[Regel]:
        """All of them, in order."""
        for blok in self._blokken():
            yield from self._rows(blok) if blok.tag == f"{W}tbl" else self._paragraph(blok)

    def _blokken(self) -> Iterator[Any]:
        """The paragraphs and tables that stand in the text itself."""
        for blok in self._body.iter(f"{W}p", f"{W}tbl"):
            if next(blok.iterancestors(f"{W}tbl", f"{W}txbxContent"), None) is None:
                yield blok

    def _find_los(self) -> set[Any]:
        """The items of lists in which there is a record: one of them without a bookmark was typed there."""
        groepen = (list(groep) for plek, groep in groupby(self._blokken(), _list_place) if plek)
        return {alinea for groep in groepen if any(map(self._names, groep)) for alinea in groep}

    def _rows(self, tabel: Any) -> Iterator[Regel]:
        rijen = [rij for rij in tabel.iterchildren(f"{W}tr") if rij.find(f"{W}trPr/{W}tblHeader") is None]
        is_los = any(self._names(rij) for rij in rijen)
        for rij in rijen:
            cellen = tuple(_text([cel]) for cel in rij.iterchildren(f"{W}tc"))
            yield from self._regel(rij, cellen, is_los=is_los)

    def _paragraph(self, alinea: Any) -> Iterator[Regel]:
        stijl = attribute(alinea.find(f"{W}pPr/{W}pStyle"), "val")
        naam = self._stijlen.name(stijl)
        codes = "".join(een.text or "" for een in alinea.iter(f"{W}instrText"))
        if "SEQ " in codes or naam.startswith(("toc", "inhopg", "contents")):
            return
        niveau = self._stijlen.niveau(stijl)
        if niveau != 0:  # the title is no record, and no row of one
            is_los = niveau is not None or alinea in self._los
            yield from self._regel(alinea, (_text([alinea]),), is_los=is_los)

    def _regel(self, node: Any, cellen: tuple[str, ...], *, is_los: bool) -> Iterator[Regel]:
        if any(cellen):
            gevonden = self._names(node)
            ankers = tuple(anker for _, anker in gevonden if anker not in self._stukken)
            stukken = tuple((anker, _text(_inside(merk))) for merk, anker in gevonden if anker in self._stukken)
            yield Regel(ankers, cellen, is_los, stukken)

    def _names(self, node: Any) -> list[tuple[Any, str]]:
        starts = node.iter(f"{W}bookmarkStart")
        return [(een, self._merken[attribute(een, "name")]) for een in starts if attribute(een, "name") in self._merken]


def _list_place(alinea: Any) -> tuple[str, ...]:
    """The list and the depth of an item; () for another paragraph."""
    numpr = alinea.find(f"{W}pPr/{W}numPr")
    num_id = "" if numpr is None else attribute(numpr.find(f"{W}numId"), "val")
    return (num_id, attribute(numpr.find(f"{W}ilvl"), "val", "0")) if num_id not in ("", "0") else ()


def _inside(start: Any) -> Iterator[Any]:
    """What stands between the start and the end of a bookmark, in one paragraph."""
    nummer = attribute(start, "id")
    for node in start.itersiblings():
        if node.tag == f"{W}bookmarkEnd" and attribute(node, "id") == nummer:
            return
        yield node


def _text(nodes: Iterable[Any]) -> str:
    alle = (een for node in nodes for een in node.iter(f"{W}t", f"{W}p", *_LETTERS))
    return fold("".join([" " if een.tag == f"{W}p" else een.text or _LETTERS.get(een.tag, "") for een in alle]))
