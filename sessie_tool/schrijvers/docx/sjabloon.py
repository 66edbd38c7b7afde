"""The template: any .docx (or .dotx, .docm) of a user. Its styles, headers, footers and page stay; its text goes.

What else it holds (comments, macros, links to other files, names of people in its properties) does not come along.
"""

from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.package import Package

from sessie_tool.schrijvers.docx.nummering import LEEG
from sessie_tool.schrijvers.docx.stijlen import STIJLEN, make_id, style_xml
from sessie_tool.schrijvers.docx.xml import KOP, NAMESPACES, W, w

PAGINA = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1304" w:bottom="1304" w:left="1304"'
    ' w:header="624" w:footer="624" w:gutter="0"/>'
)
"""A4 with margins of 2,3 cm: lines that read well, and room for a table."""

_KEEP = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.FOOTER,
}
_PERSONAL = (
    "attachedTemplate",
    "mailMerge",
    "footnotePr",
    "endnotePr",
    "documentProtection",
    "writeProtection",
    "rsids",
)
_BEHIND_LANGUAGE = {
    w(naam)
    for naam in (
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    )
}
"""What stands behind w:themeFontLang in the settings, where the order is fixed."""

_STYLES = f"{KOP}<w:styles {NAMESPACES}><w:docDefaults/></w:styles>"
_SETTINGS = f"{KOP}<w:settings {NAMESPACES}/>"


class Template:
    """An opened template, ready to take a body.

    Attributes:
        package: its parts.
        main: the main part; its own content is not used.
        section: w:sectPr of the page.
        stijlen: name → id for each of `STIJLEN`.
        numbering: w:numbering.
    """

    def __init__(self, blob: bytes) -> None:
        """Open a template; anything may be raised when it is no good Word file."""
        self.package = Package.open(BytesIO(blob))
        self.main = self.package.main_document_part
        body = parse_xml(self.main.blob).find(w("body"))
        _drop_relations(self.package, {RELATIONSHIP_TYPE.OFFICE_DOCUMENT})
        _drop_relations(self.main, _KEEP)
        self.section = _section(body)
        self.stijlen = _prepare_styles(self._root(RELATIONSHIP_TYPE.STYLES, CONTENT_TYPE.WML_STYLES, _STYLES.encode()))
        self.numbering = self._root(RELATIONSHIP_TYPE.NUMBERING, CONTENT_TYPE.WML_NUMBERING, LEEG)
        _prepare_settings(self._root(RELATIONSHIP_TYPE.SETTINGS, CONTENT_TYPE.WML_SETTINGS, _SETTINGS.encode()))

    @property
    def breedte(self) -> int:
        """Width of the text on the page, in twentieths of a point."""
        size, margins = self.section.find(w("pgSz")), self.section.find(w("pgMar"))
        sides = sum(int(float(margins.get(w(side), "0"))) for side in ("left", "right", "gutter"))
        return max(int(float(size.get(w("w")))) - sides, 2000)

    def _root(self, reltype: str, content_type: str, empty: bytes) -> Any:
        """The root element of a part that hangs on the main part; the part is made when it is missing."""
        rel = next((rel for rel in self.main.rels.values() if rel.reltype == reltype), None)
        if rel is None:
            name = PackURI(f"/word/sessie-{reltype.rsplit('/', 1)[1]}.xml")
            part = XmlPart.load(name, content_type, empty, self.package)
            self.main.relate_to(part, reltype)
            return part.element
        part = rel.target_part
        if isinstance(part, XmlPart):
            return part.element
        raise ValueError(part.partname)


def _drop_relations(source: Any, keep: set[str]) -> None:
    for rel_id in [rel_id for rel_id, rel in source.rels.items() if rel.reltype not in keep]:
        del source.rels[rel_id]


def _section(body: Any) -> Any:
    """The page of the template; ours when it has none."""
    section = body.find(w("sectPr")) if body is not None else None
    if section is None or section.find(w("pgSz")) is None or section.find(w("pgMar")) is None:
        return parse_xml(f"<w:sectPr {NAMESPACES}>{PAGINA}</w:sectPr>")
    for naam in ("footnotePr", "endnotePr", "sectPrChange", "printerSettings"):
        for element in section.findall(w(naam)):
            section.remove(element)
    return section


def _prepare_styles(root: Any) -> dict[str, str]:
    """Make the styles Dutch and complete; gives name → id."""
    _set_language(root)
    by_name = {
        (one.get(w("type")), one.find(w("name")).get(w("val")).lower()): one.get(w("styleId"))
        for one in root.findall(w("style"))
        if one.find(w("name")) is not None
    }
    taken = {one.get(w("styleId")) for one in root.findall(w("style"))}
    default = next(
        (one for one in root.findall(w("style")) if one.get(w("type")) == "paragraph" and one.get(w("default")) == "1"),
        None,
    )
    ids = {stijl.naam: by_name.get((stijl.soort, stijl.naam.lower()), "") for stijl in STIJLEN}
    if default is not None:
        ids["Normal"] = default.get(w("styleId"))
    missing = [stijl for stijl in STIJLEN if not ids[stijl.naam]]
    for stijl in missing:
        ids[stijl.naam] = _free_id(make_id(stijl.naam), taken)
    xml = "".join(style_xml(stijl, ids[stijl.naam], ids) for stijl in missing)
    root.extend(list(parse_xml(f"<w:styles {NAMESPACES}>{xml}</w:styles>")))
    return ids


def _free_id(wish: str, taken: set[str]) -> str:
    nummer, stijl_id = 1, wish
    while stijl_id in taken:
        nummer, stijl_id = nummer + 1, f"{wish}{nummer}"
    taken.add(stijl_id)
    return stijl_id


def _set_language(root: Any) -> None:
    """Dutch in the defaults, and in every style that names a language."""
    for lang in root.iter(w("lang")):
        lang.set(w("val"), "nl-NL")
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = parse_xml(f"<w:docDefaults {NAMESPACES}/>")
        root.insert(0, defaults)
    rpr_default = _child(defaults, "rPrDefault", 0)
    rpr = _child(rpr_default, "rPr", 0)
    if rpr.find(w("lang")) is None:
        rpr.append(parse_xml(f'<w:lang xmlns:w="{W}" w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'))


def _child(parent: Any, naam: str, place: int) -> Any:
    child = parent.find(w(naam))
    if child is None:
        child = parse_xml(f'<w:{naam} xmlns:w="{W}"/>')
        parent.insert(place, child)
    return child


def _prepare_settings(root: Any) -> None:
    """Dutch, and without what points at other files or closes the document."""
    for naam in _PERSONAL:
        for element in root.findall(w(naam)):
            root.remove(element)
    lang = root.find(w("themeFontLang"))
    if lang is None:
        place = next((index for index, one in enumerate(root) if one.tag in _BEHIND_LANGUAGE), len(root))
        lang = parse_xml(f'<w:themeFontLang xmlns:w="{W}"/>')
        root.insert(place, lang)
    lang.set(w("val"), "nl-NL")
