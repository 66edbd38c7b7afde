"""One paragraph of a Word file: every piece of text in it, and what hangs on it."""

from collections.abc import Callable
from typing import Any

import msgspec

from sessie_tool.inlezen.blokken import Noot, Waar
from sessie_tool.inlezen.loop import Stuk
from sessie_tool.inlezen.markdown import escape
from sessie_tool.inlezen.pakket import R, W
from sessie_tool.inlezen.stijlen import Stijlen, attribute, is_on

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_M_T = f"{_M}t"

_TEKENS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_OVERSLAAN = frozenset(
    f"{W}{naam}" for naam in ("pPr", "rPr", "instrText", "delInstrText", "softHyphen", "moveFrom", "sdtPr", "fldData")
)
_DIEPSTE = 60


class Lopend(msgspec.Struct):
    """What a paragraph holds.

    Attributes:
        stukken: its running text.
        noten: text that is not part of the running text (deleted, hidden, of an image).
        kaders: the text boxes that hang on it.
        opmerkingen: ids of the comments on it.
    """

    stukken: list[Stuk] = []
    noten: list[Noot] = []
    kaders: list[Any] = []
    opmerkingen: list[str] = []


Merker = Callable[[str, str], str]
"""Gives the mark of a note: (kind, id) → '1'."""


def read_alinea(
    node: Any, stijlen: Stijlen, stijl: str, relaties: dict[str, tuple[str, str]], merker: Merker
) -> Lopend:
    """Read one w:p."""
    lezer = _Alinea(stijlen, stijl, relaties, merker)
    lezer.walk(node, "", 0)
    lezer.finish()
    return lezer.lopend


class _Alinea:
    def __init__(self, stijlen: Stijlen, stijl: str, relaties: dict[str, tuple[str, str]], merker: Merker) -> None:
        self.lopend = Lopend()
        self._stijlen = stijlen
        self._stijl = stijl
        self._relaties = relaties
        self._merker = merker
        self._verborgen: dict[Waar, list[str]] = {"verwijderde tekst": [], "verborgen tekst": []}

    def walk(self, node: Any, adres: str, diepte: int) -> None:
        """Take in what is inside a node; an element that is not known is looked into."""
        for kind in node.iterchildren():
            if kind.tag in _OVERSLAAN or not isinstance(kind.tag, str) or diepte > _DIEPSTE:
                continue
            if kind.tag == f"{W}r":
                self._run(kind, adres)
            elif kind.tag == f"{W}hyperlink":
                soort, doel = self._relaties.get(kind.get(f"{R}id", ""), ("", ""))
                self.walk(kind, doel if soort == "hyperlink" else "", diepte + 1)
            elif kind.tag == f"{W}txbxContent":
                self.lopend.kaders.append(kind)
            elif kind.tag == _M_T:
                self.lopend.stukken.append(Stuk(kind.text or ""))
            elif kind.tag == f"{_MC}AlternateContent":
                self._alternative(kind, adres, diepte)
            else:
                self.walk(kind, adres, diepte + 1)

    def finish(self) -> None:
        """Put what is not to be seen with the notes."""
        for waar, delen in self._verborgen.items():
            tekst = " ".join("".join(delen).split())
            if tekst:
                self.lopend.noten.append(Noot(waar, tekst, escape(tekst)))

    def _run(self, run: Any, adres: str) -> None:
        stijl = self._style(run, adres)
        for kind in run.iterchildren():
            tekst = _sign(kind)
            if tekst is not None:
                self._add(run, stijl, tekst)
            elif kind.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                soort = kind.tag.removeprefix(W).removesuffix("Reference")
                merk = self._merker(soort, attribute(kind, "id"))
                self.lopend.stukken.append(Stuk(f"[^{merk}]", kaal=True))
            elif kind.tag not in _OVERSLAAN and isinstance(kind.tag, str):
                self._hang(kind, adres)

    def _hang(self, node: Any, adres: str) -> None:
        """What hangs on a run and is no text of it."""
        if node.tag == f"{W}delText":
            self._verborgen["verwijderde tekst"].append(node.text or "")
        elif node.tag == f"{W}commentReference":
            self.lopend.opmerkingen.append(attribute(node, "id"))
        elif node.tag == f"{_MC}AlternateContent":
            self._alternative(node, adres, 0)
        elif node.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._drawing(node)
        else:
            self.walk(node, adres, 1)

    def _add(self, run: Any, stijl: Stuk, tekst: str) -> None:
        if is_on(run.find(f"{W}rPr/{W}vanish")):
            self._verborgen["verborgen tekst"].append(tekst)
        else:
            self.lopend.stukken.append(msgspec.structs.replace(stijl, tekst=tekst))

    def _style(self, run: Any, adres: str) -> Stuk:
        eigen = run.find(f"{W}rPr")

        def switch(naam: str) -> bool:
            aan = is_on(None if eigen is None else eigen.find(f"{W}{naam}"))
            if aan is not None:
                return aan
            teken = "" if eigen is None else attribute(eigen.find(f"{W}rStyle"), "val")
            return (bool(teken) and self._stijlen.switch(teken, naam)) or self._stijlen.switch(self._stijl, naam)

        lijn = "" if eigen is None else attribute(eigen.find(f"{W}u"), "val")
        return Stuk(
            "",
            vet=switch("b"),
            cursief=switch("i"),
            weg=switch("strike"),
            onderstreept=lijn not in ("", "none"),
            adres=adres,
        )

    def _alternative(self, node: Any, adres: str, diepte: int) -> None:
        """Of the forms of one thing only the first is read: they all hold the same text."""
        vormen = [one for one in node.iterchildren() if isinstance(one.tag, str)]
        for vorm in vormen[:1] if vormen and _has_text(vormen[0]) else vormen[-1:]:
            self._drawing(vorm) if _is_drawing(vorm) else self.walk(vorm, adres, diepte + 1)

    def _drawing(self, node: Any) -> None:
        kaders = [one for one in node.iter(f"{W}txbxContent") if not _inside_box(one, node)]
        self.lopend.kaders += [one for one in kaders if not _in_fallback(one, node)]
        for een in node.iter(f"{_WP}docPr"):
            alt = (een.get("descr") or een.get("title") or "").strip()
            if alt or (not kaders and node.find(f".//{_A}blip") is not None):
                self.lopend.noten.append(_image(alt))
        for een in node.iter(f"{_V}imagedata"):
            self.lopend.noten.append(_image((een.get("{urn:schemas-microsoft-com:office:office}title") or "").strip()))
        woorden = "".join(een.text or "" for een in node.iter(f"{_A}t")).strip()
        if woorden:
            self.lopend.noten.append(_image(woorden))


def _image(alt: str) -> Noot:
    tekst = alt or "zonder beschrijving"
    return Noot("afbeelding", tekst, escape(tekst))


def _sign(node: Any) -> str | None:
    """The text that an element of a run stands for; None when it is no text."""
    if node.tag == f"{W}t":
        return node.text or ""
    if node.tag == f"{W}br":
        return "\n" if attribute(node, "type", "textWrapping") == "textWrapping" else " "
    if node.tag == f"{W}sym":
        code = attribute(node, "char")
        return _symbol(code)
    return _TEKENS.get(node.tag)


def _symbol(code: str) -> str:
    try:
        nummer = int(code, 16)
    except ValueError:
        return ""
    return chr(nummer) if 0x20 <= nummer < 0xD800 or 0xE000 <= nummer <= 0x10FFFF else ""


def _has_text(node: Any) -> bool:
    return any(next(node.iter(naam), None) is not None for naam in (f"{W}txbxContent", f"{W}t", f"{_A}blip", _M_T))


def _is_drawing(node: Any) -> bool:
    return next(node.iter(f"{W}drawing", f"{W}pict"), None) is not None


def _inside_box(kader: Any, buiten: Any) -> bool:
    for ouder in kader.iterancestors():
        if ouder is buiten:
            return False
        if ouder.tag == f"{W}txbxContent":
            return True
    return False


def _in_fallback(kader: Any, buiten: Any) -> bool:
    for ouder in kader.iterancestors():
        if ouder is buiten:
            return False
        if ouder.tag == f"{_MC}Fallback":
            return True
    return False
