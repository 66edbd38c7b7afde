"""The same document gives the same file: what LibreOffice takes from the clock is replaced by the document's moment."""

import re
import zipfile
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

from sessie_tool.schrijvers.docx.pakket import zip_bytes

_BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
_PDF_DATUM = re.compile(rb"(?<=\(D:)\d{14}")
_XMP_DATUM = re.compile(rb"(<xmp:\w+Date>)(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)")
_SOM = re.compile(rb"[0-9A-F]{32}")
_SOMMEN = re.compile(rb"/ID\s*\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>\s*\]|/DocChecksum /[0-9A-F]{32}")
"""Where a PDF tells it from others."""

_LIJST = re.compile(rb'(?<==")list\d+(?=")')
_RONDE = re.compile(rb'(config:name="Rsid(?:Root)?" config:type="int">)\d+')


def fix_pdf(pdf: bytes, moment: datetime | None) -> bytes:
    """A PDF with the dates of the document; nothing changes its length, for a PDF holds the places of its parts."""
    tijd = _in_utc(moment)
    pdf = _PDF_DATUM.sub(f"{tijd:%Y%m%d%H%M%S}".encode(), pdf)
    pdf = _XMP_DATUM.sub(rb"\g<1>" + f"{tijd:%Y-%m-%dT%H:%M:%S}".encode(), pdf)
    som = sha256(_with_som(pdf, b"0" * 32)).hexdigest().upper()[:32]
    return _with_som(pdf, som.encode())


def _with_som(pdf: bytes, som: bytes) -> bytes:
    return _SOMMEN.sub(lambda match: _SOM.sub(som, match[0]), pdf)


def fix_odt(odt: bytes, moment: datetime | None) -> bytes:
    """An OpenDocument file with the document's date on every part; the part that names the kind stays the first."""
    with zipfile.ZipFile(BytesIO(odt)) as archive:
        delen = [(naam, _without_lots(naam, archive.read(naam))) for naam in archive.namelist()]
    return zip_bytes(delen, _in_utc(moment), heel=("mimetype",))


def _without_lots(naam: str, deel: bytes) -> bytes:
    """A part without the numbers that LibreOffice draws by lot: those of lists and of the round of editing."""
    if naam == "settings.xml":
        return _RONDE.sub(rb"\g<1>1", deel)
    if naam != "content.xml":
        return deel
    nummers: dict[bytes, bytes] = {}
    return _LIJST.sub(lambda match: nummers.setdefault(match[0], b"list%d" % (len(nummers) + 1)), deel)


def _in_utc(moment: datetime | None) -> datetime:
    if moment is None:
        return _BEGIN
    return moment.astimezone(UTC) if moment.tzinfo else moment
