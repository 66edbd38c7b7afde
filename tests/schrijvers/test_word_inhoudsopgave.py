"""The table of contents and the numbers of headings in Word: right when opened, and the house style's own stay."""

from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from test_libreoffice import SOFFICE, to_pdf_text  # noqa: F401 - a fixture
from word_hulp import W, audit, body, parts, style_names, text_of, write_word

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Document, Inhoudsopgave, Kop, Noot, Tekst, lijst, tekst
from sessie_tool.kern.openbaar import make_openbaar
from sessie_tool.schrijvers import schrijf
from sessie_tool.schrijvers.docx.huisstijl import make_huisstijl

DOCUMENT = Document(
    "Jaarronde",
    (
        Inhoudsopgave(),
        Kop(1, tekst("Deelnemers")),
        Kop(1, tekst("Welkom"), "s1", "cijfer"),
        Kop(1, (Tekst("Draden & <meer>"), Noot(tekst("van dit jaar"))), "s2", "cijfer"),
        Kop(2, tekst("Rode draad 1: Rust"), "d1"),
        Kop(3, tekst("Wat er speelt")),
        lijst(["een", "twee"], "cijfer"),
        Kop(1, tekst("Nog aan te vullen")),
        Kop(1, tekst("Alle signalen"), "b1", "letter"),
        Kop(2, tekst("Uit deze sessie")),
        Alinea(tekst("Slot.")),
    ),
)
REGELS = [
    "Deelnemers", "1\tWelkom", "2\tDraden & <meer>", "2.1\tRode draad 1: Rust", "Nog aan te vullen",
    "Bijlage A: Alle signalen", "A.1\tUit deze sessie",
]  # fmt: skip


@pytest.fixture(scope="module")
def blob():
    return write_word(DOCUMENT)


def entries(blob):
    namen = style_names(blob)
    stijlen = [(stijl, stijl.getparent().getparent()) for stijl in body(blob).iter(f"{W}pStyle")]
    return [alinea for stijl, alinea in stijlen if namen[stijl.get(f"{W}val")].startswith("toc ")]


def test_the_entries_are_filled_in_and_each_leads_to_its_heading(blob, tmp_path):
    assert audit(blob, tmp_path) == []
    assert [text_of(alinea) for alinea in entries(blob)] == REGELS
    heen = [alinea.find(f"{W}hyperlink").get(f"{W}anchor") for alinea in entries(blob)]
    titels = [regel.split("\t")[-1].removeprefix("Bijlage A: ") for regel in REGELS]
    koppen = {start.get(f"{W}name"): start.getparent() for start in body(blob).iter(f"{W}bookmarkStart")}
    assert [text_of(koppen[naam]) for naam in heen] == titels


def test_it_is_one_field_that_word_does_not_ask_about(blob):
    regels = entries(blob)
    soorten = [een.get(f"{W}fldCharType") for regel in regels for een in regel.iter(f"{W}fldChar")]
    assert soorten == ["begin", "separate", "end"]
    assert next(regels[-1].iter(f"{W}fldChar")).get(f"{W}fldCharType") == "end"
    assert "\\n" in next(regels[0].iter(f"{W}instrText")).text
    alles = parts(blob)
    assert b"w:dirty" not in alles["word/document.xml"]
    assert b"updateFields" not in alles["word/settings.xml"]


def numbers(blob):
    """Text of each heading → the list that counts it, "0" for none."""
    namen, nummers = style_names(blob), {}
    stijlen = etree.fromstring(parts(blob)["word/styles.xml"])
    van_stijl = {een.get(f"{W}styleId"): een.find(f"{W}pPr/{W}numPr") for een in stijlen.iter(f"{W}style")}
    for een in body(blob).iter(f"{W}pStyle"):
        stijl, alinea = een.get(f"{W}val"), een.getparent().getparent()
        if namen[stijl].startswith("heading"):
            eigen = alinea.find(f"{W}pPr/{W}numPr")
            numpr = van_stijl[stijl] if eigen is None else eigen
            num_id = "0" if numpr is None else numpr.find(f"{W}numId").get(f"{W}val")
            nummers[text_of(alinea)] = num_id
    return nummers


def test_word_counts_the_headings_and_an_appendix_counts_apart(blob):
    nummers = numbers(blob)
    buiten = nummers["Deelnemers"]
    assert buiten == nummers["Nog aan te vullen"]
    hoofdstuk = nummers["Welkom"]
    assert (
        hoofdstuk == nummers["Draden & <meer>"] == nummers["Rode draad 1: Rust"] == nummers["Wat er speelt"] != buiten
    )
    assert nummers["Alle signalen"] == nummers["Uit deze sessie"] not in ("0", buiten, hoofdstuk)


def test_without_chapters_nothing_is_numbered_and_with_few_headings_there_is_no_list(tmp_path):
    blob = write_word(Document("Kort", (Inhoudsopgave(), Kop(1, tekst("Een")), Kop(1, tekst("Twee")))))
    assert audit(blob, tmp_path) == []
    assert not entries(blob)
    assert set(numbers(blob).values()) == {"0"}


def own_style(pad, *, tekst_, vorm="decimal"):
    """A house style in which heading 1 has a number of its own."""
    level = f'<w:start w:val="1"/><w:numFmt w:val="{vorm}"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="{tekst_}"/>'
    eigen = docx.Document(BytesIO(make_huisstijl()))
    eigen.part.numbering_part.element.extend(
        parse_xml(een)
        for een in (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="7"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>',
            f'<w:num {nsdecls("w")} w:numId="9"><w:abstractNumId w:val="7"/></w:num>',
        )
    )
    ppr = eigen.styles["Heading 1"].element.get_or_add_pPr()
    ppr.get_or_add_numPr().get_or_add_numId().val = 9
    eigen.save(str(pad))
    return pad


@pytest.mark.parametrize(
    ("patroon", "vorm", "nummer"),
    (
        ("%1.", "decimal", "2."),
        ("Deel %1", "upperRoman", "Deel II"),
        ("%1)", "lowerRoman", "ii)"),
        ("%1", "upperLetter", "B"),
    ),
)
def test_a_house_style_keeps_its_own_numbers(tmp_path, patroon, vorm, nummer):
    blob, _ = schrijf(DOCUMENT, "docx", own_style(tmp_path / "eigen.docx", tekst_=patroon, vorm=vorm))
    assert audit(blob, tmp_path) == []
    nummers = numbers(blob)
    assert nummers["Welkom"] == "9"
    assert nummers["Deelnemers"] not in ("0", "9")
    assert text_of(entries(blob)[2]) == f"{nummer}\tDraden & <meer>"
    assert text_of(entries(blob)[3]) == "Rode draad 1: Rust"  # the house style numbers only the first level


def test_a_number_that_comes_from_the_style_below_the_heading_stays_too(tmp_path):
    eigen = docx.Document(str(own_style(tmp_path / "eigen.docx", tekst_="%1)", vorm="lowerLetter")))
    kop, basis = eigen.styles["Heading 1"], eigen.styles.add_style("Basiskop", WD_STYLE_TYPE.PARAGRAPH)
    basis.element.append(kop.element.pPr)
    kop.base_style = basis
    eigen.save(str(tmp_path / "eigen.docx"))
    blob, _ = schrijf(DOCUMENT, "docx", tmp_path / "eigen.docx")
    assert text_of(entries(blob)[2]) == "b)\tDraden & <meer>"


def test_heading_styles_that_count_nothing_get_numbers(tmp_path):
    eigen = docx.Document(BytesIO(make_huisstijl()))
    eigen.styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    kop = eigen.styles["Heading 2"].element
    kop.remove(kop.pPr)
    eigen.save(str(tmp_path / "eigen.docx"))
    blob, _ = schrijf(DOCUMENT, "docx", tmp_path / "eigen.docx")
    assert audit(blob, tmp_path) == []
    nummers = numbers(blob)
    assert nummers["Welkom"] == nummers["Rode draad 1: Rust"] not in ("0", nummers["Deelnemers"])
    assert text_of(entries(blob)[2]) == "2\tDraden & <meer>"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice staat niet op deze computer (soffice)")
def test_libreoffice_shows_the_numbers_that_the_list_promises(blob, to_pdf_text):  # noqa: F811
    _, getoond = to_pdf_text(blob)
    inhoud, _, rest = " ".join(getoond.split()).partition("A.1 Uit deze sessie")
    assert inhoud.strip().endswith("Bijlage A: Alle signalen")
    for regel in ("1 Welkom", "2.1 Rode draad 1: Rust", "2.1.1 Wat er speelt", "Bijlage A: Alle signalen", "A.1 Uit"):
        assert regel in rest


@pytest.mark.parametrize("formaat", ("md", "txt"))
def test_text_has_the_same_list_and_the_same_numbers(formaat):
    getoond = schrijf(DOCUMENT, formaat)[0].decode().replace("\\", "")
    for regel in (een.replace("\t", " ") for een in REGELS):
        assert getoond.count(regel) == 2


def test_the_links_in_markdown_are_those_of_its_headings():
    zin = Alinea(tekst("x"))
    getoond = schrijf(Document("Een", (Inhoudsopgave(), *(Kop(1, tekst("Een")), zin) * 3)), "md")[0].decode()
    assert "- [Een](#een-1)\n- [Een](#een-2)\n- [Een](#een-3)" in getoond


@pytest.mark.parametrize("formaat", ("docx", "md", "txt"))
def test_the_open_version_has_no_names_in_its_entries(formaat):
    koppen = (Kop(1, tekst("Jansens plan"), nummering="cijfer"), *(Kop(1, tekst("Vragen")),) * 3)
    document, _, _ = make_openbaar(
        Document("Een", (Inhoudsopgave(), *koppen)), [Deelnemer(id="d1", naam="Piet Jansen", rol="inbrenger")]
    )
    inhoud = schrijf(document, formaat)[0]
    getoond = text_of(body(inhoud)) if formaat == "docx" else inhoud.decode()
    assert getoond.count("Deelnemers plan") == 2
    assert "ansen" not in getoond
