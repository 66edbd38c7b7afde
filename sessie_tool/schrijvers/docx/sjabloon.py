"""The template: any .docx (or .dotx, .docm) of a user. Its styles, headers, footers and page stay; its text goes.

What else it holds (comments, macros, links to other files, names of people in its properties) does not come along.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import parse_xml
from docx.package import Package

from sessie_tool.schrijvers.docx.huisstijl import ONDERDELEN, Onderdeel
from sessie_tool.schrijvers.docx.rand import clean_rand
from sessie_tool.schrijvers.docx.stijlen import PAGINA, STIJLEN, make_id, style_xml
from sessie_tool.schrijvers.docx.voorblad import Voorblad, clean, inherit_headers, relations_in
from sessie_tool.schrijvers.docx.xml import NAMESPACES, R, W, w

_REL_ID = f"{{{R}}}id"
_KEEP = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
}
_KOPVOET = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
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


class Template:
    """An opened template, ready to take a body.

    Attributes:
        package: its parts.
        main: the main part; its own content is not used.
        section: w:sectPr of the page.
        voorblad: its text, where that has invulvelden.
        kopvoeten: the roots of its headers and footers.
        styles: w:styles.
        stijlen: name → id for each of `STIJLEN`.
        numbering: w:numbering.
        settings: w:settings.
    """

    def __init__(self, blob: bytes) -> None:
        """Open a template; anything may be raised when it is no good Word file."""
        self.package = Package.open(BytesIO(blob))
        self.main = self.package.main_document_part
        body = parse_xml(self.main.blob).find(w("body"))
        _drop_relations(self.package, {RELATIONSHIP_TYPE.OFFICE_DOCUMENT})
        self.section = _section(body)
        self.voorblad = Voorblad(body, self.main.rels)
        inherit_headers(self.section, self.voorblad.sections())
        _drop_relations(self.main, _KEEP, {one.get(_REL_ID) for one in self.section} | self.voorblad.rel_ids())
        self.kopvoeten = [_clean_part(rel.target_part) for rel in self.main.rels.values() if rel.reltype in _KOPVOET]
        for onderdeel in ONDERDELEN:
            self._fill_up(onderdeel)
        self.styles = self._root(RELATIONSHIP_TYPE.STYLES)
        self.stijlen = _prepare_styles(self.styles)
        self.numbering = self._root(RELATIONSHIP_TYPE.NUMBERING)
        self.settings = self._root(RELATIONSHIP_TYPE.SETTINGS)
        _prepare_settings(self.settings)
        self.main.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()

    def clean(self, schoon: Callable[[str], str]) -> None:
        """Take the names out of what it says around the document."""
        delen = [self.main, *(rel.target_part for rel in self.main.rels.values() if rel.reltype in _KOPVOET)]
        rels = [rel for deel in delen for rel in deel.rels.values()]
        clean_rand([*self.kopvoeten, *self.voorblad.roots], rels, schoon)

    @property
    def breedte(self) -> int:
        """Width of the text on the page, in twentieths of a point."""
        size, margins = self.section.find(w("pgSz")), self.section.find(w("pgMar"))
        sides = sum(int(float(margins.get(w(side), "0"))) for side in ("left", "right", "gutter"))
        return max(int(float(size.get(w("w")))) - sides, 2000)

    @property
    def hoogte(self) -> int:
        """Height of the text on the page, in twentieths of a point."""
        size, margins = self.section.find(w("pgSz")), self.section.find(w("pgMar"))
        edges = sum(abs(int(float(margins.get(w(edge), "0")))) for edge in ("top", "bottom"))
        return max(int(float(size.get(w("h")))) - edges, 2000)

    def _fill_up(self, onderdeel: Onderdeel) -> None:
        """Give the template a part of our house style that it does not have."""
        if not any(rel.reltype == onderdeel.reltype for rel in self.main.rels.values()):
            taken = {part.partname for part in self.package.iter_parts()}
            naam = f"/word/{onderdeel.naam}.xml"
            naam = PackURI(f"/word/sessie-{naam.rsplit('/', 1)[1]}" if naam in taken else naam)
            blob = onderdeel.make().encode()
            self.main.relate_to(
                PartFactory(naam, onderdeel.content_type, onderdeel.reltype, blob, self.package), onderdeel.reltype
            )

    def _root(self, reltype: str) -> Any:
        """The root element of a part that hangs on the main part."""
        part = self.main.part_related_by(reltype)
        if isinstance(part, XmlPart):
            return part.element
        raise ValueError(part.partname)


def _drop_relations(source: Any, keep: set[str], rel_ids: set[str] | frozenset[str] = frozenset()) -> None:
    """Keep the relations of some types, and of some ids (the headers and footers of the page)."""
    for rel_id in [rel_id for rel_id, rel in source.rels.items() if rel.reltype not in keep and rel_id not in rel_ids]:
        del source.rels[rel_id]


def _clean_part(part: Any) -> Any:
    """A header or footer without what should not come along; gives its root."""
    clean(part.element, part.rels)
    used = {rel_id for _, rel_id in relations_in(part.element)}
    _drop_relations(part, set(), used)
    return part.element


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
