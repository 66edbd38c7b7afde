"""The styles and the numbering of a Word file: what is a heading, what is bold, and which number an item shows."""

import re
from typing import Any

from sessie_tool.inlezen.pakket import Pakket, W
from sessie_tool.kern.taal import letter

_KOPSTIJL = re.compile(r"^(?:heading|kop|überschrift|titre)\s*([1-9])\b", re.IGNORECASE)
_TITELSTIJL = frozenset({"title", "titel", "documenttitel", "titel document"})
_ROMEINS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_HOOGSTE = 5_000


def attribute(node: Any, naam: str, default: str = "") -> str:
    """The value of a w: attribute of an element that may be missing."""
    return default if node is None else str(node.get(f"{W}{naam}", default))


def is_on(node: Any) -> bool | None:
    """What a switch such as w:b says; None when it is not there."""
    return None if node is None else attribute(node, "val", "true").lower() not in ("0", "false", "off", "none")


class Stijlen:
    """Looks up what a style says, through the styles it is based on."""

    def __init__(self, pakket: Pakket, deel: str) -> None:
        """Read the part with the styles."""
        tree = pakket.read(deel) if deel else None
        styles = tree.iter(f"{W}style") if tree is not None else ()
        self._stijlen = {attribute(stijl, "styleId"): stijl for stijl in styles}
        self._gewoon = next(
            (naam for naam, stijl in self._stijlen.items()
             if attribute(stijl, "type") == "paragraph" and attribute(stijl, "default") in ("1", "true")), ""
        )  # fmt: skip

    def chain(self, stijl_id: str) -> list[Any]:
        """A style and those it is based on, nearest first."""
        gevonden: list[Any] = []
        stijl = self._stijlen.get(stijl_id or self._gewoon)
        while stijl is not None and stijl not in gevonden:
            gevonden.append(stijl)
            stijl = self._stijlen.get(attribute(stijl.find(f"{W}basedOn"), "val"))
        return gevonden

    def niveau(self, stijl_id: str) -> int | None:
        """0 for a title, 1–9 for a heading, None for other styles."""
        for stijl in self.chain(stijl_id) if stijl_id else ():
            naam = attribute(stijl.find(f"{W}name"), "val").strip()
            kop = _KOPSTIJL.match(naam)
            if kop:
                return int(kop[1])
            if naam.casefold() in _TITELSTIJL:
                return 0
            outline = attribute(stijl.find(f"{W}pPr/{W}outlineLvl"), "val")
            if outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return None

    def name(self, stijl_id: str) -> str:
        """The name of a style in small letters."""
        stijl = self._stijlen.get(stijl_id)
        return "" if stijl is None else attribute(stijl.find(f"{W}name"), "val").strip().casefold()

    def switch(self, stijl_id: str, naam: str) -> bool:
        """Whether a style switches bold, italic … on."""
        for stijl in self.chain(stijl_id):
            aan = is_on(stijl.find(f"{W}rPr/{W}{naam}"))
            if aan is not None:
                return aan
        return False

    def numbering(self, stijl_id: str) -> Any:
        """The numbering that belongs to a style, or None."""
        for stijl in self.chain(stijl_id):
            numpr = stijl.find(f"{W}pPr/{W}numPr")
            if numpr is not None:
                return numpr
        return None


class Nummering:
    """Counts as Word does: gives each item the number it shows."""

    def __init__(self, pakket: Pakket, deel: str) -> None:
        """Read the part with the lists."""
        tree = pakket.read(deel) if deel else None
        self._abstract = {}
        self._num = {}
        self._tellers: dict[str, dict[int, int]] = {}
        self._begonnen: set[str] = set()
        if tree is not None:
            self._abstract = {attribute(one, "abstractNumId"): one for one in tree.iter(f"{W}abstractNum")}
            self._num = {attribute(one, "numId"): one for one in tree.iter(f"{W}num")}

    def next(self, numpr: Any) -> tuple[str, int] | None:
        """The marker and the depth of the next item; None when the list is switched off."""
        num_id = attribute(numpr.find(f"{W}numId"), "val")
        diepte = attribute(numpr.find(f"{W}ilvl"), "val", "0")
        niveau = int(diepte) if diepte.isdigit() and len(diepte) < 3 else 0
        if num_id in ("", "0"):
            return None
        if num_id not in self._num:
            return ("-", niveau)
        abstract = attribute(self._num[num_id].find(f"{W}abstractNumId"), "val")
        tellers = self._tellers.setdefault(abstract, {})
        if num_id not in self._begonnen:
            self._begonnen.add(num_id)
            for niv, start in self._overrides(num_id):
                tellers[niv] = start - 1
        lvl = self._level(num_id, abstract, niveau)
        tellers[niveau] = tellers.get(niveau, _start(lvl) - 1) + 1
        for dieper in [one for one in tellers if one > niveau]:
            del tellers[dieper]
        return (self._show(num_id, abstract, niveau, tellers), niveau)

    def _overrides(self, num_id: str) -> list[tuple[int, int]]:
        gevonden = []
        for one in self._num[num_id].iter(f"{W}lvlOverride"):
            start, niveau = attribute(one.find(f"{W}startOverride"), "val"), attribute(one, "ilvl")
            if start.isdigit() and niveau.isdigit():
                gevonden.append((int(niveau), int(start)))
        return gevonden

    def _level(self, num_id: str, abstract: str, niveau: int) -> Any:
        own = self._num[num_id].iterfind(f"{W}lvlOverride/{W}lvl")
        tree = self._abstract.get(abstract)
        shared = tree.iterfind(f"{W}lvl") if tree is not None else ()
        return next((one for one in (*own, *shared) if attribute(one, "ilvl") == str(niveau)), None)

    def _show(self, num_id: str, abstract: str, niveau: int, tellers: dict[int, int]) -> str:
        lvl = self._level(num_id, abstract, niveau)
        if lvl is None or attribute(lvl.find(f"{W}numFmt"), "val") in ("bullet", "none", ""):
            return "-"

        def number(match: re.Match[str]) -> str:
            plek = int(match[1]) - 1
            other = self._level(num_id, abstract, plek)
            return format_nummer(attribute(_child(other, "numFmt"), "val"), tellers.get(plek, _start(other)))

        return re.sub(r"%([1-9])", number, attribute(lvl.find(f"{W}lvlText"), "val")).strip() or "-"


def _child(node: Any, naam: str) -> Any:
    return None if node is None else node.find(f"{W}{naam}")


def _start(lvl: Any) -> int:
    start = attribute(_child(lvl, "start"), "val", "1")
    return int(start) if start.isdigit() and len(start) < 6 else 1


def format_nummer(vorm: str, nummer: int) -> str:
    """A number in one of Word's forms: 'lowerLetter', 3 → 'c'."""
    if not 0 < nummer < _HOOGSTE:
        return str(nummer)
    if vorm in ("lowerLetter", "upperLetter"):
        tekens = letter(nummer)
    elif vorm in ("lowerRoman", "upperRoman"):
        tekens = _roman(nummer)
    else:
        return str(nummer)
    return tekens.upper() if vorm.startswith("upper") else tekens


def _roman(nummer: int) -> str:
    tekens = ""
    for waarde, teken in _ROMEINS:
        aantal, nummer = divmod(nummer, waarde)
        tekens += teken * aantal
    return tekens
