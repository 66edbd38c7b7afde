"""A file that is no good document gives a sentence, never an error."""

import zipfile
from io import BytesIO
from time import process_time

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keuring_hulp import make_goed, to_bytes

from sessie_tool.inlezen import pakket
from sessie_tool.keuring import REGELS, check_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_zip(**delen):
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archive:
        for naam, inhoud in delen.items():
            archive.writestr(naam.replace("__", "/").replace("_xml", ".xml"), inhoud)
    return uit.getvalue()


def with_body(xml):
    return make_zip(word__document_xml=f'<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>')


ENTITEIT = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}">&x;</w:document>'
ONLEESBAAR = {
    "leeg": b"",
    "geen zip": b"PK\x03\x04 maar niet echt",
    "oud": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
    "andere zip": make_zip(mimetype="application/vnd.oasis.opendocument.text"),
    "afgebroken": make_zip(word__document_xml="<w:document"),
    "entiteit": make_zip(word__document_xml=ENTITEIT),
    "diep": with_body("<w:p>" * 3_000 + "</w:p>" * 3_000),
}


@pytest.mark.parametrize("soort", ONLEESBAAR)
def test_what_cannot_be_read_is_said_in_one_sentence(soort):
    [bevinding] = check_docx(ONLEESBAAR[soort], "x.docx")
    assert bevinding.code == "onleesbaar"
    assert bevinding.ernst == "fout"
    assert bevinding.bericht.startswith("Dit bestand kan niet worden gecontroleerd: ")


def test_a_zip_that_unpacks_to_far_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(pakket, "GROOTSTE_DEEL", 1_000_000)
    [bevinding] = check_docx(with_body(" " * 1_100_000))
    assert bevinding.code == "onleesbaar"
    assert "veel te groot" in bevinding.bericht


RAAR = (
    "",
    "<w:p/>",
    "<w:tbl/>",
    "<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>",
    '<w:p><w:pPr><w:outlineLvl w:val="x"/><w:pStyle w:val="weg"/></w:pPr></w:p>',
    '<w:p><w:r><w:rPr><w:color w:val="rood"/><w:highlight w:val="x"/></w:rPr><w:t>a</w:t></w:r></w:p>',
    '<w:p><w:r><w:rPr><w:color w:val="GGGGGG"/><w:rStyle/></w:rPr><w:t>a</w:t></w:r></w:p>',
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='x'/></w:tcPr></w:tc></w:tr></w:tbl>",
    "<w:p><w:hyperlink/><w:fldSimple/><w:r><w:instrText/></w:r></w:p>",
    "<w:color/><w:b/><w:del/><w:r/><w:lang/>",
    "<w:p><w:r><w:color w:val='FF0000'/></w:r></w:p>",
    "<w:p><?pi x?><w:r><w:t>a</w:t><!-- b --></w:r></w:p>",
)


@pytest.mark.parametrize("xml", RAAR)
def test_strange_xml_is_checked_all_the_same(xml):
    codes = [one.code for one in check_docx(with_body(xml))]
    assert "titel-eigenschap" in codes
    assert "onleesbaar" not in codes


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_file_gives_findings_and_no_error(schade):
    ruw = bytearray(to_bytes(make_goed()))
    for plek, waarde in schade:
        ruw[plek % len(ruw)] = waarde
    for bevinding in check_docx(bytes(ruw)):
        assert bevinding.bericht
        assert bevinding.code


def test_text_that_looks_like_markup_stays_text():
    document = make_goed()
    document.add_paragraph("- [/] [@click=app.quit]{{ x }} <w:p/>")
    [bevinding] = check_docx(to_bytes(document))
    assert "'- [/] [@click=app.quit]{{ x }} <w:p/>'" in bevinding.bericht


def test_a_template_of_python_docx_shows_what_its_maker_must_do():
    uit = BytesIO()
    docx.Document().save(uit)
    codes = {one.code for one in check_docx(uit.getvalue())}
    assert {"taal", "titel-tekst"} <= codes


@pytest.mark.parametrize(
    "xml",
    (
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + "<w:p/>" * 20_000,
        "<w:p>" + '<w:r><w:rPr><w:color w:val="C00000"/></w:rPr><w:t>x</w:t></w:r>' * 8_000 + "</w:p>",
        "<w:p>" + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" * 4_000 + "</w:p>",
        "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 8_000 + "</w:tr></w:tbl>",
    ),
    ids=("lege alinea's", "gekleurde woorden", "velden zonder einde", "cellen"),
)
def test_very_much_of_the_same_does_not_take_long(xml):
    begin = process_time()
    assert len(check_docx(with_body(xml))) < len(REGELS)
    assert process_time() - begin < 5
