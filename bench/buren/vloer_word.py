"""The floor of a Word file: strings and a zip. Headings, styles, widths, header rows and footnotes.

Its styles, settings, fonts and theme are the ready strings of our house style: without those Word has nothing to show
the text with. It has no contents, captions, bookmarks, links, header or footer.
"""

import zipfile
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

from sessie_tool.kern.document import Alinea, Blok, Document, Inhoud, Kop, Lijst, Noot, Tabel, drop_noten, plain
from sessie_tool.schrijvers.docx.huisstijl import ONDERDELEN

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NOTEN = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
KOPPELING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKET = "http://schemas.openxmlformats.org/package/2006"
RELS = (
    f'<Relationships xmlns="{PAKKET}/relationships"><Relationship Id="r1" Type="{KOPPELING}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)

GRID = '<w:gridCol w:w="3000"/>'
BREEDTE = '<w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>'


@cache
def _vast() -> list[tuple[str, str]]:
    """The parts that are the same in every file."""
    delen = [(f"word/{een.naam}.xml", een.content_type, een.reltype) for een in ONDERDELEN]
    delen.append(("word/footnotes.xml", NOTEN, f"{KOPPELING}/footnotes"))
    alle = [("word/document.xml", SOORT, ""), *delen]
    types = "".join(f'<Override PartName="/{naam}" ContentType="{soort}"/>' for naam, soort, _ in alle)
    rels = "".join(
        f'<Relationship Id="r{plaats}" Type="{soort}" Target="/{naam}"/>'
        for plaats, (naam, _, soort) in enumerate(delen)
    )
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' + types
    return [
        ("[Content_Types].xml", f'<Types xmlns="{PAKKET}/content-types">{types}</Types>'),
        ("_rels/.rels", RELS),
        ("word/_rels/document.xml.rels", f'<Relationships xmlns="{PAKKET}/relationships">{rels}</Relationships>'),
        *((f"word/{een.naam}.xml", een.make()) for een in ONDERDELEN),
    ]


def write(document: Document) -> bytes:
    """The headings, paragraphs, tables and notes of a document."""
    noten: list[str] = []
    inhoud = "".join([_alinea(document.titel), *(_blok(blok, noten) for blok in document.blokken)])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, deel in _vast():
            archief.writestr(naam, deel)
        archief.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{"".join(noten)}</w:footnotes>')
        archief.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{inhoud}</w:body></w:document>')
    return buffer.getvalue()


def _met_noot(inhoud: Inhoud, noten: list[str]) -> str:
    """A paragraph with its notes behind it."""
    tekens = ""
    for deel in inhoud:
        if isinstance(deel, Noot):
            noten.append(
                f'<w:footnote w:id="{len(noten) + 1}">{_alinea(plain(deel.inhoud), "FootnoteText")}</w:footnote>'
            )
            tekens += f'<w:r><w:footnoteReference w:id="{len(noten)}"/></w:r>'
    return _alinea(plain(drop_noten(inhoud)), na=tekens)


def _blok(blok: Blok, noten: list[str]) -> str:
    if isinstance(blok, Tabel):
        koppen = [kolom.titel for kolom in blok.kolommen]
        rijen = _rij(koppen, "<w:tblHeader/>") + "".join(_rij([plain(cel) for cel in rij.cellen]) for rij in blok.rijen)
        stijl = '<w:tblPr><w:tblStyle w:val="Tabel"/></w:tblPr>'
        return f"<w:tbl>{stijl}<w:tblGrid>{GRID * len(koppen)}</w:tblGrid>{rijen}</w:tbl>"
    if isinstance(blok, Kop):
        return _alinea(plain(blok.inhoud), f"Heading{blok.niveau}")
    if isinstance(blok, Lijst):
        return "".join([_blok(deel, noten) for punt in blok.punten for deel in punt.blokken])
    return _met_noot(blok.inhoud, noten) if isinstance(blok, Alinea) else ""


def _rij(cellen: Iterable[str], soort: str = "") -> str:
    inhoud = "".join([f"<w:tc>{BREEDTE}{_alinea(cel, 'Tabeltekst')}</w:tc>" for cel in cellen])
    return f"<w:tr><w:trPr><w:cantSplit/>{soort}</w:trPr>{inhoud}</w:tr>"


def _alinea(tekst: str, stijl: str = "", na: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    return f'<w:p>{ppr}<w:r><w:t xml:space="preserve">{escape(tekst)}</w:t></w:r>{na}</w:p>'
