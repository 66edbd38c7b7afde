"""Small Word files for the keuring: a good one, and pieces of XML to break one thing in it."""

from io import BytesIO

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from sessie_tool.keuring import check_docx

TEKENING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def make_goed():
    """A document of Word's own make with nothing wrong: title, language, headings, table, list, text."""
    document = docx.Document()
    document.core_properties.title = "Verslag van het gesprek in Waterveen"
    taal = document.styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    taal.set(qn("w:val"), "nl-NL")
    for naam in ("Heading 2", "Heading 3"):  # python-docx's own colour is too light
        document.styles[naam].font.color.rgb = docx.shared.RGBColor(0x0B, 0x4F, 0x6C)
    document.add_paragraph("Verslag van het gesprek", style="Title")
    document.add_heading("Signalen", 1)
    document.add_paragraph("Wij spraken over het stroomnet.")
    document.add_paragraph("het net is vol", style="List Bullet")
    return document


def add_tabel(document, *, kop=True, bijschrift="Wie wat doet"):
    """A table of two by two, with what a good table has."""
    tabel = document.add_table(2, 2)
    for cel in (cel for rij in tabel.rows for cel in rij.cells):
        cel.text = "inhoud"
    if kop:
        tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if bijschrift:
        element = OxmlElement("w:tblCaption")
        element.set(qn("w:val"), bijschrift)
        tabel._tbl.tblPr.append(element)
    return tabel


def add_beeld(container, omschrijving="", soort="inline", extra=""):
    """A paragraph with a drawing."""
    alinea = container.add_paragraph("Zie hier: ")
    xml = (
        f"<w:r {nsdecls('w')}><w:drawing><wp:{soort} {TEKENING}>"
        f'<wp:docPr id="1" name="Vorm 1" descr="{omschrijving}">{extra}</wp:docPr></wp:{soort}></w:drawing></w:r>'
    )
    alinea._p.append(parse_xml(xml))
    return alinea


def add_link(document, tekst, adres="https://www.waterveen.example/net"):
    """A paragraph with a link."""
    alinea = document.add_paragraph("Meer staat op ")
    rel = document.part.relate_to(adres, docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    runs = f"<w:r><w:t>{tekst}</w:t></w:r>" if tekst else ""
    alinea._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{rel}">{runs}</w:hyperlink>'))
    return alinea


def to_bytes(document):
    """The bytes of the file."""
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def codes(document):
    """The codes of what is found in a document."""
    return [one.code for one in check_docx(to_bytes(document))]
