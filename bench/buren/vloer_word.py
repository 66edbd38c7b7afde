"""The floor of a Word file: strings and a zip. Headings, styles, widths and header rows, nothing beside the text."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape

from sessie_tool.kern.document import Alinea, Blok, Document, Kop, Tabel, plain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    f'ContentType="{SOORT}"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)

GRID = '<w:gridCol w:w="3000"/>'
BREEDTE = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'


def write(document: Document) -> bytes:
    """The headings, paragraphs and tables of a document."""
    inhoud = "".join([_alinea(document.titel), *map(_blok, document.blokken)])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("[Content_Types].xml", TYPES)
        archief.writestr("_rels/.rels", RELS)
        archief.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{inhoud}</w:body></w:document>')
    return buffer.getvalue()


def _blok(blok: Blok) -> str:
    if isinstance(blok, Tabel):
        koppen = [kolom.titel for kolom in blok.kolommen]
        rijen = _rij(koppen, "<w:tblHeader/>") + "".join(_rij([plain(cel) for cel in rij.cellen]) for rij in blok.rijen)
        stijl = '<w:tblPr><w:tblStyle w:val="Tabel"/></w:tblPr>'
        return f"<w:tbl>{stijl}<w:tblGrid>{GRID * len(koppen)}</w:tblGrid>{rijen}</w:tbl>"
    if isinstance(blok, Kop):
        return _alinea(plain(blok.inhoud), f"Heading{blok.niveau}")
    return _alinea(plain(blok.inhoud)) if isinstance(blok, Alinea) else ""


def _rij(cellen: Iterable[str], soort: str = "") -> str:
    inhoud = "".join([f"<w:tc>{BREEDTE}{_alinea(cel, 'Tabeltekst')}</w:tc>" for cel in cellen])
    return f"<w:tr><w:trPr><w:cantSplit/>{soort}</w:trPr>{inhoud}</w:tr>"


def _alinea(tekst: str, stijl: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    return f'<w:p>{ppr}<w:r><w:t xml:space="preserve">{escape(tekst)}</w:t></w:r></w:p>'
