"""Lists: three definitions (bullet, number, letter), and for every numbered list a w:num of its own, so it restarts."""

from typing import Any

from docx.oxml import parse_xml

from sessie_tool.schrijvers.docx.xml import NAMESPACES, w

DIEPTE = 9
"""Word knows nine levels; what is nested deeper stands on the last."""

INSPRONG = 360
"""Indent per level, in twentieths of a point."""

SOORTEN = ("", "cijfer", "letter")
_TEKENS = "•–·"
_VORMEN = {"": "bullet", "cijfer": "decimal", "letter": "lowerLetter"}


def _level(soort: str, niveau: int) -> str:
    teken = f"%{niveau + 1}." if soort else _TEKENS[niveau % len(_TEKENS)]
    return (
        f'<w:lvl w:ilvl="{niveau}"><w:start w:val="1"/><w:numFmt w:val="{_VORMEN[soort]}"/><w:lvlText w:val="{teken}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INSPRONG * (niveau + 1)}" w:hanging="{INSPRONG}"/></w:pPr>'
        "</w:lvl>"
    )


def abstract_xml(soort: str, nummer: int) -> str:
    """The definition of one kind of list as w:abstractNum `nummer`."""
    levels = "".join(_level(soort, niveau) for niveau in range(DIEPTE))
    return (
        f'<w:abstractNum w:abstractNumId="{nummer}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )


class Nummering:
    """The numbering of one file: what the template has, our definitions, and the lists of the document."""

    def __init__(self, root: Any) -> None:
        """Number on from the template's w:numbering."""
        self._root = root
        self._first = _highest(root, "abstractNum", "abstractNumId") + 1
        self._num = _highest(root, "num", "numId")
        self._lists: list[str] = []
        self._abstracts = [abstract_xml(soort, self._first + plaats) for plaats, soort in enumerate(SOORTEN)]
        self._bullets = self._add(0)

    def new_list(self, soort: str, niveau: int, start: int) -> int:
        """The number (w:numId) for a list; bullets share one, every other list counts from its own start."""
        if not soort:
            return self._bullets
        override = f'<w:lvlOverride w:ilvl="{niveau}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._add(SOORTEN.index(soort), override)

    def define(self, levels: str) -> int:
        """The number (w:numId) of a list with levels (w:lvl) of its own."""
        nummer = self._first + len(self._abstracts)
        self._abstracts.append(
            f'<w:abstractNum w:abstractNumId="{nummer}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        return self._add(len(self._abstracts) - 1)

    def find_pattern(self, num_id: str, stijl_id: str, stand: str) -> tuple[str, str] | None:
        """How the template counts in a list: form and pattern of the level of a style, or else of level `stand`."""
        num = next((one for one in self._root.findall(w("num")) if one.get(w("numId")) == num_id), None)
        abstract_id = "" if num is None else num.find(w("abstractNumId")).get(w("val"))
        for abstract in self._root.findall(w("abstractNum")):
            if abstract.get(w("abstractNumId")) == abstract_id:
                levels = abstract.findall(w("lvl"))
                own = [one for one in levels if _child_val(one, "pStyle") == stijl_id]
                gekozen = own or [one for one in levels if one.get(w("ilvl")) == stand]
                return next(((_child_val(one, "numFmt"), _child_val(one, "lvlText")) for one in gekozen), None)
        return None

    def _add(self, plaats: int, override: str = "") -> int:
        self._num += 1
        abstract = f'<w:abstractNumId w:val="{self._first + plaats}"/>'
        self._lists.append(f'<w:num w:numId="{self._num}">{abstract}{override}</w:num>')
        return self._num

    def finish(self) -> None:
        """Put our definitions and lists into the template's w:numbering, where the order of the format wants them."""
        self._insert("".join(self._abstracts), {"numPicBullet", "abstractNum"})
        self._insert("".join(self._lists), {"numPicBullet", "abstractNum", "num"})

    def _insert(self, xml: str, behind: set[str]) -> None:
        tags = {w(naam) for naam in behind}
        place = 1 + max((index for index, one in enumerate(self._root) if one.tag in tags), default=-1)
        self._root[place:place] = list(parse_xml(f"<w:numbering {NAMESPACES}>{xml}</w:numbering>"))


def _child_val(element: Any, naam: str) -> str:
    child = element.find(w(naam))
    return "" if child is None else str(child.get(w("val"), ""))


def _highest(root: Any, naam: str, attribute: str) -> int:
    nummers = (element.get(w(attribute), "") for element in root.findall(w(naam)))
    return max((int(nummer) for nummer in nummers if nummer.isascii() and nummer.isdigit()), default=0)
