"""Invulvelden of a house style: `{titel}`, `{datum}` … in its text, header, footer and text boxes, filled in.

A house style with an invulveld in its text has a front page or a letterhead of its own: that text stays, and the
document comes at `{verslag}`, or else behind it. What a file should not carry along (comments, notes, tracked changes,
fields bound to other data, pictures from elsewhere) is taken out.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from lxml import etree

from sessie_tool.kern.document import Document
from sessie_tool.schrijvers.docx.xml import NAMESPACES, R, w
from sessie_tool.schrijvers.tekens import Tekens

PLEK = "verslag"
"""The invulveld that says where the document comes."""

VELDEN = ("titel", "ondertitel", "datum", "plaats", "status")
"""What else can be filled in: fields of a Document."""

INVULVELD = re.compile(r"\{\s*([A-Za-z_]{2,30})\s*\}")

_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_WEG = frozenset((_OLE, *map(w, (
    "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
    "del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference",
    "endnoteReference", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr", "altChunk", "subDoc",
    "lastRenderedPageBreak", "control", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd", "printerSettings", "dataBinding",
))))  # fmt: skip
_UITPAKKEN = (w("ins"), w("moveTo"), w("sdt"), w("sdtContent"), w("smartTag"), w("customXml"))
_NIEUWER = re.compile(r"\{http://schemas\.microsoft\.com/office/word/20\d\d/(?!wordprocessing(?:Shape|Group|Canvas)\})")
"""Names that only a file that announces them may use; shapes stand behind a choice that does."""

_EERSTE_ALINEA = re.compile(r"(<w:p><w:pPr><w:pStyle [^>]*/>(?:<w:keepNext/>)?(?:<w:keepLines/>)?)")
TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"
_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_HOUDBAAR = {RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
_EERSTE_NUMMER = 90_000
"""Above the numbers of our own figures."""


class Voorblad:
    """The text of a house style around the document; nothing when there is no invulveld in it.

    Attributes:
        has_titel: whether the title stands in it.
        breekt: whether `{verslag}` begins a page.
    """

    def __init__(self, body: Any, rels: Any) -> None:
        """Take the text of a template, and the relations that it uses."""
        namen = {naam for naam, _ in find_invulvelden(body)} if body is not None else set()
        self._body = body if namen.intersection((*VELDEN, PLEK)) else None
        self.has_titel = "titel" in namen
        self.breekt = False
        if self._body is not None:
            clean(self._body, rels)
            for nummer, docpr in enumerate(self._body.iter(_DOCPR), _EERSTE_NUMMER):
                docpr.set("id", str(nummer))
            plek = next((one for one in self._body if _is_plek(one)), ())
            self.breekt = any(one.tag in (w("pageBreakBefore"), w("br")) for deel in plek for one in deel.iter())

    @property
    def roots(self) -> list[Any]:
        """Its text, when it is used."""
        return [] if self._body is None else [self._body]

    def rel_ids(self) -> set[str]:
        """The ids of the relations that it uses."""
        return set() if self._body is None else {rel_id for _, rel_id in relations_in(self._body)}

    def sections(self) -> list[Any]:
        """The pages that end in it."""
        return [] if self._body is None else list(self._body.iterfind(f"{w('p')}/{w('pPr')}/{w('sectPr')}"))

    def render(self, waarden: Mapping[str, str]) -> tuple[str, str]:
        """What stands before the document and what stands behind it, filled in."""
        if self._body is None:
            return "", ""
        blokken = [one for one in self._body if one.tag in (w("p"), w("tbl"))]
        hier = next((nummer for nummer, one in enumerate(blokken) if _is_plek(one)), len(blokken))
        fill(self._body, waarden)
        return _as_text(self._body, blokken[:hier]), _as_text(self._body, blokken[hier + 1 :])


def break_before(inhoud: str) -> str:
    """The document with its first paragraph on a new page."""
    return _EERSTE_ALINEA.sub(r"\1<w:pageBreakBefore/>", inhoud, count=1)


def _as_text(body: Any, blokken: list[Any]) -> str:
    """Those that are still there."""
    er_nog = (one for one in blokken if one.getparent() is body)
    return "".join(etree.tostring(one, encoding="unicode", with_tail=False) for one in er_nog)


def _is_plek(blok: Any) -> bool:
    return blok.tag == w("p") and any(naam == PLEK for naam, _ in find_invulvelden(blok))


def find_invulvelden(root: Any) -> Iterator[tuple[str, str]]:
    """Every invulveld in a part: its name in small letters, and how it was typed."""
    for alinea in root.iter(w("p")):
        for match in INVULVELD.finditer("".join(one.text or "" for one in texts_of(alinea))):
            yield match[1].lower(), match[0]
    for one in root.iter(TEXTPATH):
        yield from ((match[1].lower(), match[0]) for match in INVULVELD.finditer(one.get("string", "")))


def texts_of(alinea: Any) -> list[Any]:
    """The w:t of a paragraph, without those of a text box in it."""
    return [one for one in alinea.iter(w("t")) if next(one.iterancestors(w("p"))) is alinea]


def values(document: Document, tekens: Tekens) -> dict[str, str]:
    """What comes in each invulveld."""
    return {naam: " ".join(tekens.clean(str(getattr(document, naam))).split()) for naam in VELDEN} | {PLEK: ""}


def fill(root: Any, waarden: Mapping[str, str]) -> None:
    """Fill in the invulvelden of a part; a paragraph in which nothing is left goes out."""
    for alinea in list(root.iter(w("p"))):
        teksten = texts_of(alinea)
        heel = "".join(one.text or "" for one in teksten)
        gevonden = [match for match in INVULVELD.finditer(heel) if match[1].lower() in waarden]
        if gevonden:
            _fill_alinea(teksten, gevonden, waarden)
            _drop_empty(alinea)
    for one in root.iter(TEXTPATH):
        one.set("string", INVULVELD.sub(lambda match: waarden.get(match[1].lower(), match[0]), one.get("string", "")))


def _fill_alinea(teksten: list[Any], gevonden: list[re.Match[str]], waarden: Mapping[str, str]) -> None:
    """Put each value where its invulveld begins; Word often cuts one over several runs."""
    begin = 0
    grenzen = []
    for one in teksten:
        grenzen.append((one, begin, begin + len(one.text or "")))
        begin += len(one.text or "")
    for one, van, tot in grenzen:
        oud, nieuw, plek = one.text or "", "", van
        for match in gevonden:
            nieuw += oud[plek - van : max(min(match.start(), tot), plek) - van]
            nieuw += waarden[match[1].lower()] if van <= match.start() < tot else ""
            plek = max(plek, min(match.end(), tot))
        one.text = nieuw + oud[plek - van :]
        one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _drop_empty(alinea: Any) -> None:
    """Take out a paragraph in which no text and nothing else is left; the last one of a cell or a part stays."""
    ouder = alinea.getparent()
    if ouder is None or "".join(one.text or "" for one in texts_of(alinea)).strip():
        return
    rest = {w("drawing"), w("pict"), w("sectPr"), w("br"), w("fldChar"), w("fldSimple")}
    alineas = ouder.findall(w("p"))
    if len(alineas) > 1 and alineas[-1] is not alinea and not any(one.tag in rest for one in alinea.iter()):
        ouder.remove(alinea)


def clean(root: Any, rels: Any) -> None:
    """Take out of a part what a document should not carry along from a house style."""
    for one in list(root.iter(_OLE)):
        one.getparent().tag = w("pict")  # its picture stays
    for one in [one for one in root.iter(etree.Element) if _must_go(one)]:
        one.getparent().remove(one)
    for one in [run for run in root.iter(w("r")) if not any(child.tag != w("rPr") for child in run)]:
        one.getparent().remove(one)
    for one in list(root.iter(*_UITPAKKEN)):
        ouder, plek = one.getparent(), one.getparent().index(one)
        ouder[plek : plek + 1] = list(one)
    _drop_newer(root)
    _drop_lost(root, rels)


def _must_go(node: Any) -> bool:
    """Whether an element is never kept; English is what Word says of itself, where what is around it is Dutch."""
    if node.tag == w("lang"):
        return str(node.get(w("val"), "")).lower().startswith("en")
    return node.tag in _WEG or (node.tag == w("sdt") and _is_inhoudsopgave(node))


def _drop_lost(root: Any, rels: Any) -> None:
    """Take out what points at a part that does not come along."""
    for node, rel_id in list(relations_in(root)):
        rel = rels.get(rel_id)
        if rel is None or rel.reltype not in _HOUDBAAR or (rel.is_external and rel.reltype == RELATIONSHIP_TYPE.IMAGE):
            _drop_around(node)


def _is_inhoudsopgave(sdt: Any) -> bool:
    """Whether Word made this block as a table of contents; the document brings its own."""
    soort = sdt.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return soort is not None and soort.get(w("val")) == "Table of Contents"


def _drop_newer(root: Any) -> None:
    for one in list(root.iter(etree.Element)):
        for naam in [naam for naam in one.attrib if _NIEUWER.match(naam)]:
            del one.attrib[naam]
        if _NIEUWER.match(one.tag) and one.getparent() is not None:
            one.getparent().remove(one)


def relations_in(root: Any) -> Iterator[tuple[Any, str]]:
    """Every place in a part that points at a relation."""
    for node in root.iter(etree.Element):
        for naam, waarde in node.attrib.items():
            if naam.startswith(f"{{{R}}}"):
                yield node, waarde


def _drop_around(node: Any) -> None:
    """Take out what cannot be shown without its relation: the run it is in, or the element itself."""
    run = next(node.iterancestors(w("r")), node)
    if run.tag == w("hyperlink"):
        run.attrib.pop(f"{{{R}}}id", None)
    elif run.getparent() is not None:
        run.getparent().remove(run)


def inherit_headers(section: Any, eerder: list[Any]) -> None:
    """Give the page of the document the headers and footers that Word would let it take over from the front page."""
    for naam in ("footerReference", "headerReference"):
        own = {one.get(w("type")) for one in section.findall(w(naam))}
        latest = {one.get(w("type")): one for page in eerder for one in page.findall(w(naam))}
        for plaats, one in latest.items():
            if plaats not in own and plaats == "default":
                rel_id = one.get(f"{{{R}}}id")
                section.insert(0, parse_xml(f'<w:{naam} {NAMESPACES} w:type="default" r:id="{rel_id}"/>'))
