"""The zip: parts of a package → bytes. The same document gives the same bytes: the dates come from the document."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE

from sessie_tool.schrijvers.docx.xml import KOP, attr

_EERSTE_JAAR, _LAATSTE_JAAR = 1980, 2107
"""Between which the dates of a zip lie."""


def zip_bytes(parts: list[tuple[str, bytes]], moment: datetime | None, heel: tuple[str, ...] = ()) -> bytes:
    """Files as a zip, all with the same date; those named in `heel` are not compressed."""
    in_range = moment is not None and _EERSTE_JAAR <= moment.year <= _LAATSTE_JAAR
    datum = moment.timetuple()[:6] if moment and in_range else (_EERSTE_JAAR, 1, 1, 0, 0, 0)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for naam, blob in parts:
            info = zipfile.ZipInfo(naam, datum)
            info.compress_type = zipfile.ZIP_STORED if naam in heel else zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, blob)
    return buffer.getvalue()


def package_bytes(package: Any, body: bytes, moment: datetime | None) -> bytes:
    """A package whose main part is `body`, as a Word document (also when it began as a template or with macros)."""
    main = package.main_document_part
    types = []
    parts = [("_rels/.rels", package.rels.xml)]
    for part in package.iter_parts():
        content_type = CONTENT_TYPE.WML_DOCUMENT_MAIN if part is main else part.content_type
        types.append(f"<Override PartName={attr(str(part.partname))} ContentType={attr(content_type)}/>")
        parts.append((part.partname.membername, body if part is main else part.blob))
        if part.rels:
            parts.append((part.partname.rels_uri.membername, part.rels.xml))
    xml = (
        f'{KOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        f' ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/><Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>'
        f"{''.join(types)}</Types>"
    )
    return zip_bytes([("[Content_Types].xml", xml.encode()), *parts], moment)
