"""A document becomes a Word file that is valid, accessible and complete."""

import re
from io import BytesIO

import docx
import pytest
from lxml import etree
from word_hulp import R, W, audit, body, make_document, parts, style_names, text_of, write_word

from sessie_tool.kern.document import Alinea, Document, Kolom, Kop, Lijst, Punt, Rij, Tabel, Verwijzing, lijst, tekst


@pytest.fixture(scope="module")
def blob():
    return write_word(make_document())


def paragraphs(blob):
    """(style name, text) of every paragraph, also those in tables."""
    namen = style_names(blob)
    for alinea in body(blob).iter(f"{W}p"):
        stijl = alinea.find(f"{W}pPr/{W}pStyle")
        yield (namen[stijl.get(f"{W}val")] if stijl is not None else "Normal"), text_of(alinea)


def test_word_and_the_validator_find_nothing_wrong(blob, tmp_path):
    assert audit(blob, tmp_path) == []


def test_the_same_document_gives_the_same_file():
    assert write_word(make_document()) == write_word(make_document())


def test_an_empty_document_is_a_good_file_too(tmp_path):
    assert audit(write_word(Document("Leeg", ())), tmp_path) == []


def test_python_docx_reads_it_back(blob):
    document = docx.Document(BytesIO(blob))
    assert document.core_properties.title == "Signalensessie Groen & duurzaam"
    assert document.core_properties.subject == "Verslag signalensessie"
    assert document.core_properties.language == "nl-NL"
    assert document.core_properties.created.isoformat() == "2024-03-22T09:00:00+00:00"
    assert [len(tabel.rows) for tabel in document.tables] == [4, 2]
    assert document.sections[0].header.paragraphs[0].text == "Signalensessie Groen & duurzaam"
    assert document.sections[0].footer.paragraphs[0].text == "Pagina 1 van 1"


def test_there_is_one_title_and_the_headings_skip_no_level(blob):
    stijlen = [(naam, woorden) for naam, woorden in paragraphs(blob) if naam == "Title" or naam.startswith("heading")]
    assert stijlen == [
        ("Title", "Signalensessie Groen & duurzaam"),
        ("heading 1", "Signalen"),
        ("heading 1", "Rode draden"),
        ("heading 2", "1. Het stroomnet bepaalt het tempo"),
        ("heading 3", "Wat er speelt"),
    ]


def test_no_paragraph_is_empty(blob):
    assert all(woorden.strip() for _, woorden in paragraphs(blob))


def test_every_table_has_a_caption_a_header_row_and_a_description(blob):
    bijschriften = [woorden for naam, woorden in paragraphs(blob) if naam == "caption"]
    assert bijschriften == ["Tabel 1 – 3 signalen", "Tabel 2"]
    for tabel in body(blob).iter(f"{W}tbl"):
        assert tabel.getprevious().find(f".//{W}instrText").text == " SEQ Tabel \\* ARABIC "
        kop, *rijen = tabel.findall(f"{W}tr")
        assert kop.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(rij.find(f"{W}trPr/{W}tblHeader") is None for rij in rijen)
        assert all(rij.find(f"{W}trPr/{W}cantSplit") is not None for rij in (kop, *rijen))
        assert tabel.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
        assert tabel.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val").startswith("Tabel ")
        assert tabel.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
        assert not [*tabel.iter(f"{W}gridSpan", f"{W}vMerge")]


def test_a_row_with_a_very_long_text_may_break_over_pages():
    tabel = Tabel((Kolom("a"),), (Rij((tekst("woord " * 400),)),), "lang")
    rij = body(write_word(Document("t", (tabel,)))).findall(f".//{W}tr")[1]
    assert rij.find(f"{W}trPr") is None


def test_a_row_with_too_few_cells_is_filled_up():
    tabel = Tabel((Kolom("a"), Kolom("b")), (Rij((tekst("1"),)),), "kort")
    rijen = body(write_word(Document("t", (tabel,)))).findall(f".//{W}tr")
    assert [len(rij.findall(f"{W}tc")) for rij in rijen] == [2, 2]


def test_every_language_is_dutch(blob):
    alles = parts(blob)
    stijlen = etree.fromstring(alles["word/styles.xml"])
    assert stijlen.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "nl-NL"
    assert etree.fromstring(alles["word/settings.xml"]).find(f"{W}themeFontLang").get(f"{W}val") == "nl-NL"


def test_bookmarks_are_unique_and_stay_inside_one_paragraph(blob):
    starts = [*body(blob).iter(f"{W}bookmarkStart")]
    namen = [one.get(f"{W}name") for one in starts]
    assert namen == ["r_k1", "r_s1", "r_s2", "r_s3", "r_d1", "r_p1", "r_v1", "r_v2"]
    assert len({one.get(f"{W}id") for one in starts}) == len(starts)
    for start in starts:
        einden = [one.get(f"{W}id") for one in start.getparent().findall(f"{W}bookmarkEnd")]
        assert start.getparent().tag == f"{W}p"
        assert start.get(f"{W}id") in einden


def test_bookmark_names_are_such_as_word_takes():
    ankers = ["a b", "é", "x" * 60, "A1", "a1", "", "a1"]
    blokken = tuple(Alinea(tekst("x"), anker=anker) for anker in ankers)
    namen = [one.get(f"{W}name") for one in body(write_word(Document("t", blokken))).iter(f"{W}bookmarkStart")]
    assert len(namen) == 5
    assert len({naam.lower() for naam in namen}) == 5
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", naam, re.ASCII) for naam in namen)


def test_a_reference_leads_to_its_bookmark_and_a_lost_one_is_plain_text(blob):
    links = [link for link in body(blob).iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    assert [(link.get(f"{W}anchor"), text_of(link)) for link in links] == [("r_s2", "signaal 2")]
    assert "en niets" in "".join(body(blob).itertext())


def test_a_link_leads_to_its_address(blob):
    (link,) = [link for link in body(blob).iter(f"{W}hyperlink") if link.get(f"{R}id")]
    relaties = etree.fromstring(parts(blob)["word/_rels/document.xml.rels"])
    adressen = {one.get("Id"): one.get("Target") for one in relaties if one.get("TargetMode") == "External"}
    assert adressen[link.get(f"{R}id")] == "https://www.waterveen.example/net?a=1&b=%C3%A9"
    assert text_of(link) == "de pagina van Waterveen"


def numbering(blob):
    """numId → (definition, start), from the numbering part."""
    root = etree.fromstring(parts(blob)["word/numbering.xml"])
    formaten = {
        one.get(f"{W}abstractNumId"): one.find(f"{W}lvl/{W}numFmt").get(f"{W}val")
        for one in root.iter(f"{W}abstractNum")
    }
    for num in root.iter(f"{W}num"):
        start = num.find(f"{W}lvlOverride/{W}startOverride")
        soort = formaten[num.find(f"{W}abstractNumId").get(f"{W}val")]
        yield num.get(f"{W}numId"), (soort, start.get(f"{W}val") if start is not None else "")


def items(blob):
    """(kind of number, start, level, text) of every paragraph with a number."""
    lijsten = dict(numbering(blob))
    for alinea in body(blob).iter(f"{W}p"):
        num = alinea.find(f"{W}pPr/{W}numPr")
        if num is not None:
            niveau = num.find(f"{W}ilvl").get(f"{W}val")
            yield (*lijsten[num.find(f"{W}numId").get(f"{W}val")], niveau, text_of(alinea))


def test_lists_are_real_and_nested_ones_stand_deeper(blob):
    assert [*items(blob)] == [
        ("bullet", "", "0", "Wat ziet u?"),
        ("bullet", "", "0", "Wat hoort u?"),
        ("decimal", "1", "0", "woningen in Oost;"),
        ("bullet", "", "1", "laadpalen"),
        ("bullet", "", "2", "snel"),
        ("decimal", "1", "0", "het bedrijventerrein."),
        ("lowerLetter", "1", "0", "Welke wijk eerst?"),
        ("lowerLetter", "1", "0", "Nog een vraag"),
    ]


def test_every_numbered_list_counts_from_its_own_start():
    blokken = (lijst(["a"], "cijfer"), Lijst((Punt((Alinea(tekst("b")),)),), "cijfer", 7), lijst(["c"], "cijfer"))
    assert [start for _, start, _, _ in items(write_word(Document("t", blokken)))] == ["1", "7", "1"]


def test_letters_behind_z_are_those_that_people_use():
    blob = write_word(Document("t", (lijst([f"vraag {n}" for n in range(1, 31)], "letter"),)))
    woorden = [woorden for naam, woorden in paragraphs(blob) if naam in ("List Paragraph", "Einde lijst")]
    assert woorden[25:28] == ["vraag 26", "aa.\tvraag 27", "ab.\tvraag 28"]


def test_lists_deeper_than_word_knows_keep_every_item(tmp_path):
    diep = lijst(["bodem"])
    for niveau in range(12):
        diep = Lijst((Punt((Alinea(tekst(f"laag {niveau}")), diep)),))
    blob = write_word(Document("t", (diep,)))
    assert [niveau for _, _, niveau, _ in items(blob)] == [*"0123456788888"]
    assert audit(blob, tmp_path) == []


def test_a_heading_and_a_label_stay_with_what_follows(blob):
    stijlen = etree.fromstring(parts(blob)["word/styles.xml"])
    for stijl in stijlen.iter(f"{W}style"):
        if stijl.find(f"{W}name").get(f"{W}val").startswith(("heading", "caption", "Tabelkop", "Title")):
            blijft = stijl.find(f"{W}pPr/{W}keepNext")
            assert blijft is not None
    gevraagd = next(one for one in body(blob).iter(f"{W}p") if text_of(one) == "Gevraagd:")
    assert gevraagd.find(f"{W}pPr/{W}keepNext") is not None


def test_typed_line_ends_and_tabs_stay(blob):
    blob = write_word(Document("t", (Alinea(tekst("een\r\ntwee\rdrie\nvier\tvijf")),)))
    assert [*paragraphs(blob)][1] == ("Normal", "een\ntwee\ndrie\nvier\tvijf")


def test_a_bookmark_of_an_item_without_a_paragraph_is_not_needed():
    blok = Lijst((Punt((lijst(["genest"]),), "p1"), Punt((), "p2")))
    verwijzing = Alinea((Verwijzing("ga", "p1"), Verwijzing("ga", "p2")))
    blob = write_word(Document("t", (blok, verwijzing)))
    namen = {one.get(f"{W}name") for one in body(blob).iter(f"{W}bookmarkStart")}
    doelen = {one.get(f"{W}anchor") for one in body(blob).iter(f"{W}hyperlink")}
    assert doelen <= namen


def test_the_id_of_the_session_is_a_property_of_the_file(blob):
    assert b'name="bron_id"><vt:lpwstr>abcd2345<' in parts(blob)["docProps/custom.xml"]
    assert "docProps/custom.xml" not in parts(write_word(make_document(bron_id="")))


@pytest.mark.parametrize("moment", ("", "gisteren", "1970-01-01T00:00:00", "2024-03-22", "9999-12-31T23:59:59"))
def test_any_moment_gives_a_good_file(moment, tmp_path):
    assert audit(write_word(make_document(moment=moment)), tmp_path) == []


def test_a_long_title_is_whole_in_the_document_and_short_in_the_properties(tmp_path):
    titel = "Signalensessie " * 40
    blob = write_word(make_document(titel=titel))
    assert len(docx.Document(BytesIO(blob)).core_properties.title) == 255
    assert next(paragraphs(blob))[1] == titel
    assert audit(blob, tmp_path) == []


def test_headings_of_every_level_have_a_style():
    blokken = tuple(Kop(niveau, tekst(f"kop {niveau}")) for niveau in range(1, 7))
    namen = [naam for naam, _ in paragraphs(write_word(Document("t", blokken)))]
    assert namen == ["Title", *(f"heading {niveau}" for niveau in range(1, 7))]


def test_a_line_between_two_headings_stays_with_the_second():
    doel = Alinea(tekst("Doel: kijken."))
    blob = write_word(Document("t", (Kop(1, tekst("a")), doel, Kop(2, tekst("b")), doel, doel)))
    blijft = [one.find(f"{W}pPr/{W}keepNext") is not None for one in body(blob).iter(f"{W}p") if "Doel" in text_of(one)]
    assert blijft == [True, False, False]


def test_a_long_paragraph_between_headings_leaves_no_half_page_empty():
    blokken = (Kop(1, tekst("Een")), Alinea(tekst("Lange tekst. " * 60)), Kop(1, tekst("Twee")), Alinea(tekst("Kort.")))
    blob = write_word(Document("t", blokken))
    lang = next(one for one in body(blob).iter(f"{W}p") if "Lange" in text_of(one))
    assert lang.find(f"{W}pPr/{W}keepNext") is None


def test_no_first_or_last_row_of_a_table_stands_alone_on_a_page():
    rijen = tuple(Rij((tekst(f"rij {nummer}"),)) for nummer in range(5))
    blob = write_word(Document("t", (Tabel((Kolom("Kop"),), rijen, "Vijf"),)))
    blijft = [one.find(f".//{W}keepNext") is not None for one in body(blob).iter(f"{W}tr")]
    assert blijft[1:] == [True, False, False, True, False]
