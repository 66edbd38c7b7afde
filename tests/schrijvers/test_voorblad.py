"""A house style with a front page or a letterhead of its own: its invulvelden are filled in."""

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from word_hulp import W, audit, body, make_document, parts, text_of, write_word

from sessie_tool.kern.document import Inhoudsopgave, Kop, tekst
from sessie_tool.keuring import check_docx
from sessie_tool.schrijvers.docx.voorblad import INVULVELD, fill
from sessie_tool.schrijvers.docx.xml import NAMESPACES

GEGEVENS = {"datum": "21 maart 2024", "plaats": "Stadhuis", "status": "concept", "titel": "Ronde {datum} <b>"}


@pytest.fixture
def write(tmp_path):
    """The minutes in a house style that was made with python-docx."""

    def do(stijl, **anders):
        stijl.save(str(tmp_path / "stijl.docx"))
        return write_word(make_document(**{**GEGEVENS, **anders}), tmp_path / "stijl.docx")

    return do


def lines(blob):
    return [regel for regel in (text_of(one) for one in body(blob).iter(f"{W}p")) if regel]


def test_the_front_page_stays_and_is_filled_in_and_the_title_is_not_said_twice(write, tmp_path):
    stijl = docx.Document()
    stijl.add_paragraph("{titel}", style="Title")
    stijl.add_paragraph("{Datum}, {plaats}. Status: { status }")
    stijl.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    stijl.sections[0].header.paragraphs[0].text = "Gemeente Waterveen – {titel}"
    blob = write(stijl)
    regels = lines(blob)
    assert regels[:2] == ["Ronde {datum} <b>", "21 maart 2024, Stadhuis. Status: concept"]
    assert regels.count("Ronde {datum} <b>") == 1
    assert (
        docx.Document(BytesIO(blob)).sections[0].header.paragraphs[0].text == "Gemeente Waterveen – Ronde {datum} <b>"
    )
    assert audit(blob, tmp_path) == []
    assert {one.code for one in check_docx(blob) if one.ernst == "fout"} <= {"contrast"}


def test_the_document_comes_where_the_house_style_says_and_the_rest_stays_around_it(write):
    stijl = docx.Document()
    for regel in ("Nota van {datum}", "{verslag}", "Dit was een nota van {plaats}."):
        stijl.add_paragraph(regel)
    regels = lines(write(stijl))
    assert (regels[0], regels[-1]) == ("Nota van 21 maart 2024", "Dit was een nota van Stadhuis.")
    assert "Ronde {datum} <b>" in regels, "the title is not on this front page, so the document has its own"
    assert len(regels) > 10


def test_a_new_page_at_the_place_of_the_document_stays(write, tmp_path):
    stijl = docx.Document()
    stijl.add_paragraph("{titel}")
    stijl.add_paragraph("{verslag}").paragraph_format.page_break_before = True
    blob = write(stijl)
    alineas = docx.Document(BytesIO(blob)).paragraphs
    assert [one.paragraph_format.page_break_before for one in alineas[:3]] == [None, True, None]
    assert audit(blob, tmp_path) == []


def test_the_title_of_the_contents_is_no_chapter_also_where_its_style_is_that_of_a_heading(write):
    blokken = (Inhoudsopgave(), *(Kop(1, tekst(f"Deel {nummer}"), nummering="cijfer") for nummer in range(3)))
    blob = write(docx.Document(), blokken=blokken)
    inhoud = next(one for one in body(blob).iter(f"{W}p") if text_of(one) == "Inhoud")
    kop = docx.Document(BytesIO(blob)).styles["Heading 1"].element
    nummers = [one.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for one in (inhoud, kop)]
    assert nummers[0] != nummers[1]


def test_without_an_invulveld_the_text_of_the_house_style_goes(write):
    stijl = docx.Document()
    stijl.add_paragraph("Voorbeeldtekst met {iets} tussen accolades")
    assert not [regel for regel in lines(write(stijl)) if "Voorbeeldtekst" in regel]


def test_an_invulveld_that_word_cut_in_pieces_is_found(write):
    stijl = docx.Document()
    alinea = stijl.add_paragraph()
    for deel in ("Plaats: {", "pla", "ats}", "; op {da", "tum}."):
        alinea.add_run(deel)
    assert lines(write(stijl))[0] == "Plaats: Stadhuis; op 21 maart 2024."


@given(
    st.lists(
        st.sampled_from(["{", "}", "titel", "{titel}", "{ Datum }", "ti", "tel}", " ", "x", "{x}", "{{"]), max_size=9
    )
)
def test_invulvelden_are_filled_in_wherever_word_cuts_them(delen):
    waarden = {"titel": "T{datum}", "datum": "D"}
    runs = "".join(f"<w:r><w:t>{deel}</w:t></w:r>" for deel in delen)
    root = parse_xml(f"<w:body {NAMESPACES}><w:p>{runs}</w:p><w:p><w:r><w:t>eind</w:t></w:r></w:p></w:body>")
    fill(root, waarden)
    verwacht = INVULVELD.sub(lambda match: waarden.get(match[1].lower(), match[0]), "".join(delen))
    assert "".join(one.text or "" for one in root.iter(f"{W}t")) == f"{verwacht}eind"


def test_a_line_in_which_nothing_is_left_goes_and_an_unknown_invulveld_stays(write):
    stijl = docx.Document()
    for regel in ("{plaats}", "Dossier {dossier}, {datum}"):
        stijl.add_paragraph(regel)
    assert lines(write(stijl, plaats=""))[0] == "Dossier {dossier}, 21 maart 2024"


def test_text_boxes_and_watermarks_are_filled_in(write):
    stijl = docx.Document()
    stijl.add_paragraph("{datum}")
    vak = (
        f'<w:p {NAMESPACES} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Vak: {status}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        '<v:textpath string="{status}"/></v:shape></w:pict></w:r></w:p>'
    )
    stijl.element.body.insert(0, parse_xml(vak))
    hoofd = parts(write(stijl))["word/document.xml"].decode()
    assert "Vak: concept" in hoofd
    assert 'string="concept"' in hoofd


def test_pictures_of_the_front_page_come_along_and_pictures_from_elsewhere_do_not(write, tmp_path):
    stijl = docx.Document()
    stijl.add_paragraph("{datum}")
    ver = "https://volger.example/pixel.png"
    rel_id = stijl.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, ver, "rIdVer", is_external=True).rId
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    stijl.paragraphs[0]._p.append(
        parse_xml(f'<w:r {NAMESPACES}><w:drawing><a:blip xmlns:a="{a}" r:link="{rel_id}"/></w:drawing></w:r>')
    )
    blob = write(stijl)
    assert not [naam for naam, deel in parts(blob).items() if b"volger.example" in deel]
    assert lines(blob)[0] == "21 maart 2024"


def test_what_people_left_in_the_house_style_does_not_come_along(write, tmp_path):
    stijl = docx.Document()
    alinea = stijl.add_paragraph("{datum}")
    stijl.add_comment(alinea.runs, text="Geheime opmerking", author="Jan de Maker")
    alinea._p.append(
        parse_xml(f'<w:ins {NAMESPACES} w:id="900" w:author="Jan de Maker"><w:r><w:t> erbij</w:t></w:r></w:ins>')
    )
    alinea._p.append(
        parse_xml(
            f'<w:del {NAMESPACES} w:id="901" w:author="Jan de Maker"><w:r><w:delText>weg</w:delText></w:r></w:del>'
        )
    )
    blob = write(stijl)
    assert lines(blob)[0] == "21 maart 2024 erbij"
    assert not [naam for naam, deel in parts(blob).items() if b"Maker" in deel or b"Geheime" in deel]
    assert audit(blob, tmp_path) == []


def test_data_bound_text_in_a_header_becomes_text(write):
    stijl = docx.Document()
    stijl.sections[0].header.paragraphs[0]._p.append(
        parse_xml(
            f'<w:sdt {NAMESPACES}><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{{1}}"/></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>Afdeling Proef</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
    blob = write(stijl)
    assert docx.Document(BytesIO(blob)).sections[0].header.paragraphs[0].text == "Afdeling Proef"
    assert not [naam for naam, deel in parts(blob).items() if b"dataBinding" in deel]


def test_the_minutes_take_over_the_header_of_the_front_page(write):
    stijl = docx.Document()
    stijl.add_paragraph("{datum}")
    stijl.sections[0].header.paragraphs[0].text = "Gemeente Waterveen"
    stijl.add_section()
    secties = docx.Document(BytesIO(write(stijl))).sections
    assert [one.header.paragraphs[0].text for one in secties] == ["Gemeente Waterveen"] * 2
