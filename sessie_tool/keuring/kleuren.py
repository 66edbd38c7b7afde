"""Colour: enough contrast between text and what is behind it, and never colour alone."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sessie_tool.inlezen.pakket import W
from sessie_tool.inlezen.stijlen import attribute, is_on
from sessie_tool.keuring.stuk import Alinea, Stuk, shorten

LAAGSTE = 4.5
"""The least contrast between text and background (WCAG 2.1 AA)."""

_WIT, _ZWART = "FFFFFF", "000000"
_MARKEER = {
    "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0", "black": _ZWART, "white": _WIT,
}  # fmt: skip
_ANDERS = ("b", "i", "u", "strike", "caps", "smallCaps")
"""What sets words apart for who sees no colours."""

_KLEURT = (f"{W}color", f"{W}rStyle")
"""What can give letters in a paragraph a colour; letters without one are readable on any background."""


class Kleur(NamedTuple):
    """The colours that a style or an element sets; "" is what is around it."""

    letter: str = ""
    vlak: str = ""

    def over(self, onder: "Kleur") -> "Kleur":
        """These colours, and where they are not set those below."""
        return Kleur(self.letter or onder.letter, self.vlak or onder.vlak)


@lru_cache(maxsize=4096)
def contrast(een: str, twee: str) -> float:
    """1 (the same) to 21 (black on white), for two colours such as '0B4F6C'."""
    licht, donker = sorted((_luminance(een), _luminance(twee)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _luminance(kleur: str) -> float:
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (0, 2, 4)]
    rood, groen, blauw = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def find_te_licht(stuk: Stuk) -> Iterator[str]:
    """Every piece of text that stands out too little."""
    lezer = _Lezer(stuk)
    for deel in stuk.delen:
        gekleurd = {next(node.iterancestors(f"{W}p"), None) for node in deel.root.iter(*_KLEURT)}
        gekleurd.update(lezer.in_tables(deel.root))
        for alinea in deel.alineas:
            if (lezer.colours(alinea.stijl) or alinea.node in gekleurd) and alinea.tekst.strip():
                te_licht = lezer.check(alinea)
                yield from [f"{te_licht} {deel.waar}".strip()] if te_licht else []


def find_kleur_alleen(stuk: Stuk) -> Iterator[str]:
    """Words with a colour of their own between words without it, and nothing else that sets them apart."""
    for deel in stuk.delen:
        gekleurd = (run.getparent().getparent() for run in deel.root.iter(f"{W}color", f"{W}highlight"))
        ouders = dict.fromkeys(run.getparent() for run in gekleurd if run is not None and run.tag == f"{W}r")
        for ouder in ouders:
            runs = [run for run in ouder.iterchildren(f"{W}r") if _letters(run).strip()]
            if ouder.tag != f"{W}hyperlink" and len({_read(run.find(f"{W}rPr")) for run in runs}) > 1:
                yield from (f"'{shorten(_letters(run))}'" for run in runs if _only_colour(run.find(f"{W}rPr")))


def _only_colour(rpr: Any) -> bool:
    """Whether these properties of a run give a colour, and nothing else that sets its words apart."""
    if rpr is None or (_read(rpr).letter in ("", _ZWART, _WIT) and rpr.find(f"{W}highlight") is None):
        return False
    return not any(is_on(rpr.find(f"{W}{naam}")) for naam in _ANDERS)


def _letters(run: Any) -> str:
    return "".join(one.text or "" for one in run.iterchildren(f"{W}t"))


def _read(eigen: Any) -> Kleur:
    """The colours in a w:rPr, w:pPr or w:tcPr; 'auto' and what is no colour are not set."""
    if eigen is None:
        return Kleur()
    markeer = _MARKEER.get(attribute(eigen.find(f"{W}highlight"), "val"), "")
    vlak = eigen.find(f"{W}shd")
    vol = attribute(vlak, "color") if attribute(vlak, "val") == "solid" else attribute(vlak, "fill")
    return Kleur(_hex(attribute(eigen.find(f"{W}color"), "val")), markeer or _hex(vol))


def _hex(waarde: str) -> str:
    is_kleur = len(waarde) == 6 and all(teken in "0123456789abcdefABCDEF" for teken in waarde)
    return waarde.upper() if is_kleur else ""


class _Lezer:
    """Works out the colours of text from the run up: run, its style, paragraph, its style, cell, table, page."""

    def __init__(self, stuk: Stuk) -> None:
        self._stijlen = stuk.stijlen
        self._gezien: dict[tuple[str, str], Kleur] = {}
        pagina = _hex(attribute(stuk.hoofd.root.find(f"{W}background"), "color"))
        self._basis = _read(_parent(stuk.default("rPr/color"))).over(Kleur("", pagina or _WIT))

    def colours(self, stijl: str) -> bool:
        """Whether the style of a paragraph gives its letters a colour."""
        return bool(self._basis.letter or self._style(stijl, "").letter)

    def in_tables(self, root: Any) -> Iterator[Any]:
        """The paragraphs whose letters get a colour from the style of their table."""
        for tabel in root.iter(f"{W}tbl"):
            stijl = attribute(tabel.find(f"{W}tblPr/{W}tblStyle"), "val")
            if stijl and self._style(stijl, "").letter:
                yield from tabel.iter(f"{W}p")
            elif stijl and self._style(stijl, "firstRow").letter:
                yield from tabel.find(f"{W}tr").iter(f"{W}p") if tabel.find(f"{W}tr") is not None else ()

    def check(self, alinea: Alinea) -> str:
        """The first words of a paragraph that stand out too little, with how much; "" when all is well."""
        ppr = alinea.node.find(f"{W}pPr")
        onder = self._style(alinea.stijl, "")
        if ppr is not None and ppr.find(f"{W}shd") is not None:
            onder = Kleur("", _read(ppr).vlak).over(onder)
        onder = onder.over(self._around(alinea.node))
        for run in alinea.node.iter(f"{W}r"):
            rpr = run.find(f"{W}rPr")
            kleur = onder
            if rpr is not None:
                rstyle = rpr.find(f"{W}rStyle")
                stijl = self._style(attribute(rstyle, "val"), "") if rstyle is not None else Kleur()
                kleur = _read(rpr).over(stijl).over(onder)
            if kleur.letter and _too_light(kleur) and _letters(run).strip():
                maat = f"{contrast(kleur.letter, kleur.vlak):.1f}".replace(".", ",")
                return f"'{shorten(_letters(run))}' ({maat} op 1)"
        return ""

    def _around(self, node: Any) -> Kleur:
        """The colours of the cell, its table and the page."""
        cel = next(node.iterancestors(f"{W}tc"), None)
        if cel is None:
            return self._basis
        rij = cel.getparent()
        tabel = next(cel.iterancestors(f"{W}tbl"), None)
        stijl = attribute(tabel.find(f"{W}tblPr/{W}tblStyle"), "val") if tabel is not None else ""
        eerste = tabel is not None and tabel.find(f"{W}tr") is rij
        van_tabel = self._style(stijl, "firstRow" if eerste else "") if stijl else Kleur()
        return Kleur("", _read(cel.find(f"{W}tcPr")).vlak).over(van_tabel).over(self._basis)

    def _style(self, stijl: str, voor: str) -> Kleur:
        """What a style and those below it set; `voor` is the part of a table that a table style may set apart."""
        if (stijl, voor) not in self._gezien:
            kleur = Kleur()
            for one in self._stijlen.chain(stijl):
                delen = [one.find(f"{W}tblStylePr[@{W}type='{voor}']")] if voor else []
                for deel in (*(deel for deel in delen if deel is not None), one):
                    for naam in ("rPr", "tcPr", "pPr"):
                        kleur = kleur.over(_read(deel.find(f"{W}{naam}")))
            self._gezien[stijl, voor] = kleur
        return self._gezien[stijl, voor]


def _parent(node: Any) -> Any:
    return None if node is None else node.getparent()


def _too_light(kleur: Kleur) -> bool:
    return contrast(kleur.letter, kleur.vlak) < LAAGSTE


REGELS = (
    (
        "contrast",
        "Letters steken te weinig af tegen hun achtergrond (nodig is 4,5 op 1)",
        "Maak de letters donkerder of de achtergrond lichter; komt de kleur uit een stijl, pas dan de stijl aan.",
        find_te_licht,
    ),
    (
        "kleur-alleen",
        "Kijk zelf: woorden hebben een eigen kleur",
        "Betekent die kleur iets? Zeg het dan ook met woorden, of maak die woorden vet.",
        find_kleur_alleen,
        "let op",
    ),
)
