"""The properties of the file: title, subject, language, dates, and the id of the session."""

from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from sessie_tool.kern.document import Document
from sessie_tool.schrijvers.docx.xml import KOP, escape
from sessie_tool.schrijvers.tekens import Tekens

_LENGTE = 255
"""What Word holds in a property; the whole title stands in the document."""

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def parse_moment(moment: str) -> datetime | None:
    """An ISO moment, or None when it is none."""
    try:
        return datetime.fromisoformat(moment)
    except ValueError:
        return None


def add_properties(package: Package, document: Document, tekens: Tekens) -> None:
    """Give the package the properties of the document; it has none of its own."""
    _add(package, "core", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES, _core(document, tekens))
    eigen = {"bron_id": document.bron_id, "status": document.status}
    bekend = {naam: _value(waarde, tekens) for naam, waarde in eigen.items() if waarde}
    if bekend:
        _add(package, "custom", _CUSTOM_TYPE, _CUSTOM_RELATION, _custom(bekend))


def _add(package: Package, naam: str, content_type: str, reltype: str, xml: str) -> None:
    package.relate_to(Part(PackURI(f"/docProps/{naam}.xml"), content_type, xml.encode(), package), reltype)


def _value(tekst: str, tekens: Tekens) -> str:
    heel = " ".join(tekens.clean(tekst).split())
    return escape(heel if len(heel) <= _LENGTE else f"{heel[: _LENGTE - 1]}…")


def _core(document: Document, tekens: Tekens) -> str:
    moment = parse_moment(document.moment)
    datum = ""
    if moment:
        iso = (moment.astimezone(UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%SZ")
        datum = "".join(
            f'<dcterms:{naam} xsi:type="dcterms:W3CDTF">{iso}</dcterms:{naam}>' for naam in ("created", "modified")
        )
    return (
        f'{KOP}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_value(document.titel, tekens)}</dc:title><dc:subject>{_value(document.onderwerp, tekens)}"
        f"</dc:subject>{_keywords(document)}<dc:language>nl-NL</dc:language>{datum}</cp:coreProperties>"
    )


def _keywords(document: Document) -> str:
    """The status, as OpenDocument and PDF carry it too (see `schrijvers.merk`)."""
    return f"<cp:keywords>{document.status}</cp:keywords>" if document.status else ""


def _custom(waarden: dict[str, str]) -> str:
    eigen = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{nummer}" name="{naam}">'
        f"<vt:lpwstr>{waarde}</vt:lpwstr></property>"
        for nummer, (naam, waarde) in enumerate(waarden.items(), 2)
    )
    return (
        f'{KOP}<Properties xmlns="{_CUSTOM}" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'docPropsVTypes">{eigen}</Properties>'
    )
