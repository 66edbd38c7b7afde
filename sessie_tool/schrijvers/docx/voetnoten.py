"""Footnotes: a part of its own with the notes, and its place in the settings. A file without notes has neither."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.xml import KOP, NAMESPACES, run, w

_STREPEN = {-1: "separator", 0: "continuationSeparator"}
"""The lines between text and notes; they are notes too, with numbers of their own."""

_BEHIND = {w(naam) for naam in ("endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang")} | {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
}
"""What stands behind w:footnotePr in the settings, where the order is fixed; themeFontLang is always there."""


def render_noot(runs: str, bouw: Bouw) -> str:
    """The sign of a note in the text; its runs are kept for the part with the notes."""
    nummer = len(bouw.voetnoten) + 1
    teken = f"<w:r><w:rPr>{bouw.char_style('footnote reference')}</w:rPr>"
    bouw.voetnoten.append(
        f'<w:footnote w:id="{nummer}"><w:p><w:pPr>{bouw.style("footnote text")}</w:pPr>'
        f"{teken}<w:footnoteRef/></w:r>{run(' ')}{runs}</w:p></w:footnote>"
    )
    return f'{teken}<w:footnoteReference w:id="{nummer}"/></w:r>'


def add_voetnoten(main: Part, settings: Any, bouw: Bouw) -> None:
    """Give the file the notes that were rendered."""
    if not bouw.voetnoten:
        return
    xml = f"{KOP}<w:footnotes {NAMESPACES}>{_separators()}{''.join(bouw.voetnoten)}</w:footnotes>"
    taken = {part.partname for part in main.package.iter_parts()}
    naam = PackURI("/word/footnotes.xml")
    naam = PackURI("/word/sessie-footnotes.xml") if naam in taken else naam
    part = Part(naam, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), main.package)
    for adres, rel_id in bouw.in_noot.koppelingen.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, adres, rel_id, is_external=True)
    main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    place = next(index for index, one in enumerate(settings) if one.tag in _BEHIND)
    strepen = "".join(f'<w:footnote w:id="{nummer}"/>' for nummer in _STREPEN)
    settings.insert(place, parse_xml(f"<w:footnotePr {NAMESPACES}>{strepen}</w:footnotePr>"))


def _separators() -> str:
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return "".join(
        f'<w:footnote w:type="{soort}" w:id="{nummer}"><w:p>{spacing}<w:r><w:{soort}/></w:r></w:p></w:footnote>'
        for nummer, soort in _STREPEN.items()
    )
