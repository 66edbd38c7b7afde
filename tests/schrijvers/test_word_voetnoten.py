"""Notes are real footnotes in Word, and a passage is a bookmark that references lead to."""

from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_hulp import R, W, audit, body, parts, style_names, text_of

from sessie_tool.kern.document import (
    Alinea,
    Document,
    Kolom,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Passage,
    Punt,
    Rij,
    Tabel,
    Tekst,
    Verwijzing,
    tekst,
)
from sessie_tool.schrijvers import schrijf

VET = f"{W}rPr/{W}b"


def with_noot(woord, *noot):
    return (Tekst(woord), Noot(noot or tekst(f"noot bij {woord}")))


def write(*blokken):
    return schrijf(Document("t", blokken, bron_id="x", moment="2026-03-21T12:00:00+01:00"), "docx")[0]


def everywhere():
    """A note in every place that can hold one."""
    tabel = Tabel((Kolom("k"),), (Rij((with_noot("cel"),), "s1"),), "rijen")
    punt = Punt((Alinea(with_noot("punt")), Lijst((Punt((Alinea(with_noot("diep")),)),))))
    passage = Passage(with_noot("passage"), "p1", "advies 1")
    return write(
        Kop(1, with_noot("kop")),
        Alinea(with_noot("alinea")),
        tabel,
        Lijst((punt,), "cijfer"),
        Alinea(with_noot("citaat"), "citaat"),
        Alinea((passage,)),
    )


def voetnoten(blob):
    """Number → element of every note, the separators left out."""
    root = etree.fromstring(parts(blob)["word/footnotes.xml"])
    return {one.get(f"{W}id"): one for one in root if one.get(f"{W}type") is None}


def numbers(blob):
    return [one.get(f"{W}id") for one in body(blob).iter(f"{W}footnoteReference")]


def test_a_note_in_every_place_gives_a_good_file(tmp_path):
    blob = everywhere()
    assert audit(blob, tmp_path) == []
    assert docx.Document(BytesIO(blob)).paragraphs


def test_notes_are_numbered_through_the_document_and_each_stands_at_its_word():
    blob = everywhere()
    assert numbers(blob) == [*"1234567"]
    getoond = [text_of(noot).strip() for noot in voetnoten(blob).values()]
    assert getoond == [f"noot bij {woord}" for woord in ("kop", "alinea", "cel", "punt", "diep", "citaat", "passage")]
    for teken in body(blob).iter(f"{W}footnoteReference"):
        assert text_of(teken.getparent().getparent())


def test_the_part_has_its_separators_and_the_settings_know_them():
    alles = parts(everywhere())
    root = etree.fromstring(alles["word/footnotes.xml"])
    assert [(one.get(f"{W}id"), one.get(f"{W}type")) for one in root[:2]] == [
        ("-1", "separator"),
        ("0", "continuationSeparator"),
    ]
    (instelling,) = etree.fromstring(alles["word/settings.xml"]).findall(f"{W}footnotePr")
    assert [one.get(f"{W}id") for one in instelling] == ["-1", "0"]
    assert b'PartName="/word/footnotes.xml"' in alles["[Content_Types].xml"]


def test_notes_have_the_styles_of_notes():
    blob = everywhere()
    namen = style_names(blob)
    for noot in voetnoten(blob).values():
        assert namen[noot.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val")] == "footnote text"
        assert namen[noot.find(f"{W}p/{W}r/{W}rPr/{W}rStyle").get(f"{W}val")] == "footnote reference"
        assert noot.find(f"{W}p/{W}r/{W}footnoteRef") is not None


def test_a_document_without_notes_has_no_part_for_them():
    alles = parts(write(Alinea(tekst("geen noot"))))
    assert "word/footnotes.xml" not in alles
    assert b"footnotePr" not in alles["word/settings.xml"]


def test_a_link_in_a_note_leads_to_its_address_and_one_in_the_text_to_its_own(tmp_path):
    nota, site = Koppeling("nota", "https://nota.example/é"), Koppeling("site", "https://site.example")
    blob = write(Alinea((*with_noot("a", Tekst("Zie "), nota), site)), Alinea(with_noot("b", site)))
    alles = parts(blob)

    def addresses(root, naam):
        relaties = {one.get("Id"): one.get("Target") for one in etree.fromstring(alles[f"word/_rels/{naam}.xml.rels"])}
        return [relaties[link.get(f"{R}id")] for link in root.iter(f"{W}hyperlink")]

    assert addresses(body(blob), "document") == ["https://site.example"]
    notes = etree.fromstring(alles["word/footnotes.xml"])
    assert addresses(notes, "footnotes") == ["https://nota.example/%C3%A9", "https://site.example"]
    assert audit(blob, tmp_path) == []


def test_a_reference_in_a_note_leads_to_its_bookmark_and_a_lost_one_is_text():
    blob = write(
        Alinea(tekst("doel"), anker="d1"), Alinea(with_noot("a", Verwijzing("ga", "d1"), Verwijzing("x", "weg")))
    )
    (noot,) = voetnoten(blob).values()
    assert [link.get(f"{W}anchor") for link in noot.iter(f"{W}hyperlink")] == ["r_d1"]
    assert text_of(noot).strip() == "gax"


def test_what_word_cannot_hold_is_replaced_and_told_in_a_note_and_in_a_passage_too(tmp_path):
    inhoud = (Noot(tekst("a\x00b\r\nc")), Passage(tekst("d\x1b"), "p\x00", "e\ufffe"))
    blob, bevindingen = schrijf(Document("t", (Alinea(inhoud),)), "docx")
    (noot,) = voetnoten(blob).values()
    assert text_of(noot) == " a␀b\nc"
    assert text_of(body(blob)) == "td␛ (e�)"
    assert len(bevindingen) == 3
    assert audit(blob, tmp_path) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1))
def test_every_text_is_in_its_note_as_typed(woord):
    (noot,) = voetnoten(write(Alinea(with_noot("a", Tekst(woord))))).values()
    assert text_of(noot) == f" {woord}"


def test_a_passage_is_a_bookmark_around_bold_words_and_its_label_stands_behind(tmp_path):
    link = Koppeling("Oost", "https://x.example")
    passage = Passage((Tekst("bouw "), Tekst("eerst ", cursief=True), link), "adv3", "advies 3")
    blob = write(Alinea((Tekst("Wij "), passage, Tekst(" dus")), anker="r1"), Alinea((Verwijzing("advies 3", "adv3"),)))
    eerste, tweede = body(blob).findall(f"{W}p")[1:]
    assert text_of(eerste) == "Wij bouw eerst Oost (advies 3) dus"
    begin = next(one for one in eerste if one.get(f"{W}name") == "r_adv3")
    einde = next(one for one in eerste if one.tag == f"{W}bookmarkEnd" and one.get(f"{W}id") == begin.get(f"{W}id"))
    binnen = eerste[eerste.index(begin) + 1 : eerste.index(einde)]
    runs = [run for one in binnen for run in one.iter(f"{W}r")]
    assert "".join(map(text_of, runs)) == "bouw eerst Oost"
    assert all(run.find(VET) is not None for run in runs)
    assert [text_of(run) for run in eerste.iter(f"{W}r") if run.find(VET) is None] == ["Wij ", " (advies 3)", " dus"]
    assert tweede.find(f"{W}hyperlink").get(f"{W}anchor") == "r_adv3"
    assert audit(blob, tmp_path) == []


def test_a_passage_in_a_cell_an_item_and_a_note_can_be_pointed_at():
    one, two, three = (Passage(tekst(naam), naam, "") for naam in ("p1", "p2", "p3"))
    blob = write(
        Tabel((Kolom("k"),), (Rij(((one,),), "s1"),), ""),
        Lijst((Punt((Lijst((Punt((Alinea((two,)),)),)),), "w1"),)),
        Alinea((Noot((three,)),)),
        Alinea(tuple(Verwijzing(naam, naam) for naam in ("p1", "p2", "p3", "w1", "s1"))),
    )
    doelen = [link.get(f"{W}anchor") for link in body(blob).iter(f"{W}hyperlink")]
    merken = [*body(blob).iter(f"{W}bookmarkStart"), *voetnoten(blob)["1"].iter(f"{W}bookmarkStart")]
    assert doelen == ["r_p1", "r_p2", "r_p3", "r_w1", "r_s1"]
    assert {one.get(f"{W}name") for one in merken} == set(doelen)
    assert len({one.get(f"{W}id") for one in merken}) == len(merken)


@pytest.mark.parametrize("formaat", ("docx", "md", "txt"))
def test_a_reference_to_what_is_nowhere_is_plain_text_in_every_writer(formaat):
    inhoud = (Tekst("Zie "), Verwijzing("advies 9", "weg"))
    blob, _ = schrijf(Document("t", (Alinea(inhoud),)), formaat)
    getoond = text_of(body(blob)) if formaat == "docx" else blob.decode()
    assert "Zie advies 9" in getoond


def test_the_length_of_a_note_does_not_widen_its_column():
    def grid(cel):
        blob = write(Tabel((Kolom("a"), Kolom("b")), (Rij((cel, tekst("lange tekst " * 30))),), ""))
        return [one.get(f"{W}w") for one in body(blob).iter(f"{W}gridCol")]

    assert grid(with_noot("ja", Tekst("woord " * 80))) == grid(tekst("ja"))
