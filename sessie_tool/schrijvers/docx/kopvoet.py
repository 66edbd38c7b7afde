"""The header with the title of the document and the footer 'Pagina X van Y', where the template has none."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from sessie_tool.schrijvers.docx.bouw import Bouw
from sessie_tool.schrijvers.docx.xml import KOP, NAMESPACES, field, run, w

_LANGSTE_TITEL = 200
"""What fits above a page; the whole title stands on the first one."""


def _header(titel: str, bouw: Bouw) -> str:
    regel = " ".join(bouw.tekens.clean(titel).split())
    kort = regel if len(regel) <= _LANGSTE_TITEL else f"{regel[: _LANGSTE_TITEL - 1].rstrip()}…"
    alinea = f"<w:p><w:pPr>{bouw.style('header')}</w:pPr>{run(kort)}</w:p>"
    return f"{KOP}<w:hdr {NAMESPACES}>{alinea}</w:hdr>"


def _footer(bouw: Bouw) -> str:
    runs = run("Pagina ") + field("PAGE", "1") + run(" van ") + field("NUMPAGES", "1")
    return f"{KOP}<w:ftr {NAMESPACES}><w:p><w:pPr>{bouw.style('footer')}</w:pPr>{runs}</w:p></w:ftr>"


def add_header_footer(main: Part, section: Any, titel: str, bouw: Bouw) -> None:
    """Give the section a header and a footer where it has none of its own.

    The first page shows the title itself, so our header begins on the second.
    """
    if section.find(w("headerReference")) is None:
        _add(main, section, "header", "default", _header(titel, bouw))
        if section.find(w("footerReference")) is None:
            _add(main, section, "footer", "first", _footer(bouw))
            _set_title_page(section)
    if not any(one.get(w("type")) == "default" for one in section.findall(w("footerReference"))):
        _add(main, section, "footer", "default", _footer(bouw))


def _add(main: Part, section: Any, soort: str, plaats: str, xml: str) -> None:
    """Make the part, relate it and point at it at the start of the section (the order of the format)."""
    package: Any = main.package
    partname = package.next_partname(PackURI(f"/word/{soort}%d.xml"))
    content_type, reltype = {
        "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
        "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    }[soort]
    rel_id = main.relate_to(Part(partname, content_type, xml.encode(), package), reltype)
    reference = f'<w:{soort}Reference {NAMESPACES} w:type="{plaats}" r:id="{rel_id}"/>'
    section.insert(0, parse_xml(reference))


def _set_title_page(section: Any) -> None:
    """Set w:titlePg, before what may follow it."""
    if section.find(w("titlePg")) is not None:
        return
    behind = {w(naam) for naam in ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange")}
    place = next((index for index, one in enumerate(section) if one.tag in behind), len(section))
    section.insert(place, parse_xml(f"<w:titlePg {NAMESPACES}/>"))
