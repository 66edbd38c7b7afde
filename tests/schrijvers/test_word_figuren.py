"""Figures in the files: a picture with its words in Word, the words alone in text."""

import re

import pytest
from test_libreoffice import SOFFICE, to_pdf_text  # noqa: F401 - a fixture
from word_hulp import audit, body, make_document, parts, style_names, text_of, write_word

from sessie_tool.kern.document import Alinea, Figuur, Kop, Lijst, Punt, tekst
from sessie_tool.kern.tekening import Keten, Pijl, Trede, Vak
from sessie_tool.schrijvers import MET_BEELD, SCHRIJVERS, schrijf
from sessie_tool.tekenen import resolve_figuren

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
KETEN = Keten((Trede("Doelgroep", (Vak("Jongeren", Pijl("omdat")),)), Trede("Doel", (Vak("Geen schuld"),))))
ALTERNATIEF = 'Het pad van "optie a" & <verder>: eerst jongeren, dan geen schuld.'
FIGUUR = Figuur(KETEN, ALTERNATIEF, "Het impactpad van optie a")
HOOG = Figuur(Keten(tuple(Trede(f"Trede {een}", (Vak("iets"),)) for een in range(30))), "Heel hoog.", "Hoog")


def document(*blokken):
    return make_document(blokken=(Kop(1, tekst("Impact")), *blokken, Alinea(tekst("Erna."))))


def word(*blokken):
    return write_word(resolve_figuren(document(*blokken)))


def test_a_figure_is_a_picture_with_its_title_and_its_words_for_who_does_not_see_it():
    blob = word(FIGUUR)
    (prop,) = body(blob).iter(f"{WP}docPr")
    assert prop.get("descr") == ALTERNATIEF
    assert prop.get("title") == "Figuur 1 – Het impactpad van optie a"
    assert parts(blob)["word/media/figuur1.png"].startswith(b"\x89PNG")


def test_the_caption_stands_above_the_picture_and_stays_with_it():
    alineas = list(body(word(FIGUUR)).iter(f"{W}p"))
    plek = next(nummer for nummer, alinea in enumerate(alineas) if alinea.find(f".//{WP}inline") is not None)
    bijschrift, namen = alineas[plek - 1], style_names(word(FIGUUR))
    assert text_of(bijschrift) == "Figuur 1 – Het impactpad van optie a"
    assert namen[bijschrift.find(f"{W}pPr/{W}pStyle").get(f"{W}val")] == "caption"
    assert bijschrift.find(f"{W}pPr/{W}keepNext") is not None


def test_the_same_picture_is_in_the_file_once_and_each_figure_has_its_number():
    blob = word(FIGUUR, Lijst((Punt((Alinea(tekst("x")), FIGUUR)),)), HOOG)
    props = list(body(blob).iter(f"{WP}docPr"))
    assert [prop.get("id") for prop in props] == ["1", "2", "3"]
    assert sum("media/" in naam for naam in parts(blob)) == 2
    embedded = [blip.get(f"{R}embed") for blip in body(blob).iter(f"{A}blip")]
    assert embedded[0] == embedded[1] != embedded[2]


@pytest.mark.parametrize("figuur", (FIGUUR, HOOG))
def test_a_figure_fits_on_the_page_and_keeps_its_shape(figuur):
    blob = word(figuur)
    (maat,) = body(blob).iter(f"{WP}extent")
    breed, hoog = int(maat.get("cx")) / 12_700, int(maat.get("cy")) / 12_700
    assert breed <= 9298 / 20
    assert hoog <= (16838 - 1361 - 1304) / 20
    afbeelding = resolve_figuren(document(figuur)).blokken[1]
    assert breed / hoog == pytest.approx(afbeelding.breedte / afbeelding.hoogte, rel=1e-3)


def test_the_file_is_valid_and_the_same_every_time(tmp_path):
    blob = word(FIGUUR, HOOG, Lijst((Punt((FIGUUR,)),)))
    assert audit(blob, tmp_path) == []
    assert word(FIGUUR, HOOG, Lijst((Punt((FIGUUR,)),))) == blob


def test_a_document_without_figures_holds_nothing_of_them():
    assert not [naam for naam in parts(write_word(make_document())) if "media" in naam]


@pytest.mark.parametrize("formaat", sorted(set(SCHRIJVERS) - MET_BEELD))
def test_text_tells_a_figure_in_words(formaat):
    geschreven = schrijf(document(FIGUUR), formaat)[0].decode()
    assert re.search("Figuur 1(:| –) Het impactpad van optie a", geschreven)
    assert ALTERNATIEF in geschreven.replace("\\", "")
    assert schrijf(resolve_figuren(document(FIGUUR)), formaat)[0].decode() == geschreven


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice staat niet op deze computer (soffice)")
def test_libreoffice_shows_the_caption_and_what_follows(to_pdf_text):  # noqa: F811
    paginas, getoond = to_pdf_text(word(FIGUUR))
    assert paginas == 1
    assert getoond.index("Het impactpad van optie a") < getoond.index("Erna.")
