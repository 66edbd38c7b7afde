"""Numbers of headings: Word counts them, by a list that hangs on the heading styles; a house style keeps its own.

A heading without a number steps out of that list; an appendix counts in a list of its own, with letters.
"""

from collections.abc import Iterable
from typing import Any

from docx.oxml import parse_xml

from sessie_tool.kern.koppen import NIVEAUS, Genummerd
from sessie_tool.kern.taal import letter
from sessie_tool.schrijvers.docx.nummering import Nummering
from sessie_tool.schrijvers.docx.xml import NAMESPACES, attr, w

_INSPRONGEN = (567, 737, 907)
"""Where the words of a numbered heading begin, per level, in twentieths of a point."""

_VOOR_NUMPR = {w(naam) for naam in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}
_LEEG = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
)
"""A list without signs, for a heading that steps out of its own: checkers do not know that list 0 means none."""

_ROMEINS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Kopnummers:
    """How the headings of one file are numbered."""

    def __init__(self, styles: Any, stijlen: dict[str, str], nummering: Nummering, koppen: Iterable[Genummerd]) -> None:
        """Look what the house style counts; give its headings a list where it counts none and the document asks it."""
        ids = [stijlen[f"heading {niveau}"] for niveau in range(1, NIVEAUS + 1)]
        by_id = {one.get(w("styleId")): one for one in styles.findall(w("style"))}
        self._patronen = [_own_pattern(by_id, stijl_id, niveau, nummering) for niveau, stijl_id in enumerate(ids)]
        self._has_own = any(self._patronen)
        self._bijlage = 0
        koppen = list(koppen)
        if any(een.plaatsen and not een.is_bijlage for een in koppen) and not self._has_own:
            nummer = nummering.define(_levels([f"<w:pStyle w:val={attr(stijl_id)}/>" for stijl_id in ids], ""))
            for niveau, stijl_id in enumerate(ids):
                _tie(by_id[stijl_id], nummer, niveau)
            self._patronen = [("decimal", _pattern(niveau, "")) for niveau in range(NIVEAUS)]
        self._zonder = nummering.define(_LEEG) if any(self._patronen) else 0
        if any(een.is_bijlage for een in koppen):
            self._bijlage = nummering.define(_levels([""] * NIVEAUS, "Bijlage "))

    def ppr(self, kop: Genummerd) -> str:
        """What the paragraph of a heading says about its number, besides its style."""
        if kop.is_bijlage:
            stand = len(kop.plaatsen) - 1
            return _numpr(stand, self._bijlage)
        steps_out = self._zonder and not kop.plaatsen and kop.kop.niveau <= NIVEAUS
        return _numpr(0, self._zonder) if steps_out else ""

    def label(self, kop: Genummerd) -> str:
        """The number of a heading as Word shows it."""
        if kop.is_bijlage or not kop.plaatsen:
            return kop.nummer
        patroon = self._patronen[len(kop.plaatsen) - 1]
        if patroon is None:
            return ""
        label = patroon[1]
        for niveau, plaats in enumerate(kop.plaatsen):
            vorm = self._patronen[niveau] or patroon
            label = label.replace(f"%{niveau + 1}", _show(plaats, vorm[0]))
        return label.strip()


def _numpr(stand: int, nummer: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{stand}"/><w:numId w:val="{nummer}"/></w:numPr>'


def _pattern(niveau: int, voor: str) -> str:
    nummer = ".".join(f"%{een + 1}" for een in range(niveau + 1))
    return f"{voor}{nummer}:" if voor and not niveau else nummer


def _levels(stijlen: list[str], voor: str) -> str:
    """The levels of a list for headings; `voor` is the word in front of the letter of an appendix."""
    return "".join(_level(niveau, stijl, voor) for niveau, stijl in enumerate(stijlen))


def _level(niveau: int, stijl: str, voor: str) -> str:
    vorm = "upperLetter" if voor and not niveau else "decimal"
    achter = '<w:suff w:val="space"/>' if voor and not niveau else '<w:suff w:val="tab"/>'
    inspring = 0 if voor and not niveau else _INSPRONGEN[niveau]
    return (
        f'<w:lvl w:ilvl="{niveau}"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/>{stijl}{achter}'
        f'<w:lvlText w:val="{_pattern(niveau, voor)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{inspring}" w:hanging="{inspring}"/></w:pPr></w:lvl>'
    )


def _tie(stijl: Any, nummer: int, niveau: int) -> None:
    """Let a style count in a list, at the place in its properties where the format wants it."""
    ppr = stijl.find(w("pPr"))
    if ppr is None:
        rpr = stijl.find(w("rPr"))
        ppr = parse_xml(f"<w:pPr {NAMESPACES}/>")
        stijl.insert(len(stijl) if rpr is None else list(stijl).index(rpr), ppr)
    for old in ppr.findall(w("numPr")):
        ppr.remove(old)
    place = next((index for index, one in enumerate(ppr) if one.tag not in _VOOR_NUMPR), len(ppr))
    stand = f'<w:ilvl w:val="{niveau}"/>' if niveau else ""
    ppr.insert(place, parse_xml(f'<w:numPr {NAMESPACES}>{stand}<w:numId w:val="{nummer}"/></w:numPr>'))


def _own_pattern(by_id: dict[str, Any], stijl_id: str, niveau: int, nummering: Nummering) -> tuple[str, str] | None:
    """The form and the pattern with which the house style itself counts a heading; None when it does not."""
    gezien: set[str] = set()
    zoek = stijl_id
    while zoek in by_id and zoek not in gezien:
        gezien.add(zoek)
        numpr = by_id[zoek].find(f"{w('pPr')}/{w('numPr')}")
        if numpr is not None and numpr.find(w("numId")) is not None:
            stand = numpr.find(w("ilvl"))
            eigen = None if stand is None else stand.get(w("val"))
            return nummering.find_pattern(numpr.find(w("numId")).get(w("val")), stijl_id, eigen or str(niveau))
        basis = by_id[zoek].find(w("basedOn"))
        zoek = "" if basis is None else basis.get(w("val"), "")
    return None


def _show(plaats: int, vorm: str) -> str:
    """A place in one of Word's forms."""
    if vorm in ("upperLetter", "lowerLetter"):
        return letter(plaats).upper() if vorm == "upperLetter" else letter(plaats)
    if vorm in ("upperRoman", "lowerRoman"):
        romeins = _roman(plaats)
        return romeins if vorm == "upperRoman" else romeins.lower()
    return str(plaats)


def _roman(plaats: int) -> str:
    tekens = ""
    for waarde, teken in _ROMEINS:
        keer, plaats = divmod(plaats, waarde)
        tekens += teken * keer
    return tekens
