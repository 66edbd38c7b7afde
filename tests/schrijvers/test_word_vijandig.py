"""Hostile content in every place of a document: the file stays good, shows what was typed, and says what it cannot."""

import re
from io import BytesIO

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_hulp import W, audit, body, parts, text_of

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

VIJANDIG = (
    "[b]vet[/b] [/] [@click=app.quit]",
    "\x1b[2J\x00\x07",
    "{{x}} {% y %} =1+1 @SUM(A1)",
    "<w:p/> </w:t> & &amp; ]]> <!-- -->",
    "é ë € 😀 👩‍👩‍👧 \u200f\u05e9\u05dc\u05d5\u05dd مرحبا",
    "\ufffe \uffff \ud83d los \udc00",
    "aan\"halings'tekens",
    "\r\n\r\n\t\x0b\x0c",
    "a" * 100_000,
    " ",
)


def everywhere(woord):
    """A document with a text in every place that can hold one."""
    inhoud = (Tekst(woord, vet=True), Tekst(woord, code=True), Koppeling(woord, f"https://x.example/{woord}"))
    inhoud += (Noot(inhoud), Passage(inhoud, f"a{woord}", woord))
    verwijzing = Alinea((Verwijzing(woord, woord),))
    tabel = Tabel((Kolom(woord), Kolom("x")), (Rij((tekst(woord), inhoud), woord),), woord, woord)
    punten = Lijst((Punt((Alinea(inhoud, anker="p" + woord),)),), "cijfer")
    return Document(
        titel=woord,
        ondertitel=woord,
        onderwerp=woord,
        moment="2024-03-22T10:00:00",
        bron_id=woord,
        blokken=(Kop(1, inhoud), verwijzing, tabel, punten, Alinea(inhoud, "code"), Alinea(inhoud, "citaat")),
    )


@pytest.mark.parametrize("woord", VIJANDIG, ids=range(len(VIJANDIG)))
def test_hostile_text_gives_a_good_file_wherever_it_stands(woord, tmp_path):
    blob, _ = schrijf(everywhere(woord), "docx")
    assert audit(blob, tmp_path) == []
    assert docx.Document(BytesIO(blob)).paragraphs


@pytest.mark.parametrize("woord", (VIJANDIG[0], VIJANDIG[2], VIJANDIG[3], VIJANDIG[4], VIJANDIG[6], VIJANDIG[8]))
def test_text_that_word_can_hold_is_shown_as_typed(woord):
    blob, bevindingen = schrijf(everywhere(woord), "docx")
    assert bevindingen == []
    assert text_of(body(blob)).count(woord) >= 12


def test_what_word_cannot_hold_is_shown_and_told_once_per_sort():
    inhoud = tekst("a\x00b\x00c\x1b[2J \ud83d en \udc00, \ufffe")
    blob, bevindingen = schrijf(Document("t", (Alinea(inhoud), Alinea(inhoud))), "docx")
    assert text_of(body(blob)).endswith("a␀b␀c␛[2J � en �, �")
    assert [een.bericht for een in bevindingen] == [
        "2 tekens (ESC) passen niet in het verslag. Daar staat nu ␛.",
        "4 tekens (NUL) passen niet in het verslag. Daar staat nu ␀.",
        "4 tekens (half teken) passen niet in het verslag. Daar staat nu �.",
        "2 tekens (onzichtbaar teken nummer 65534) passen niet in het verslag. Daar staat nu �.",
    ]
    assert bevindingen[0].advies == "Zoek in het verslag naar ␛ en kijk of de tekst klopt."
    assert {een.ernst for een in bevindingen} == {"let op"}


def test_two_halves_that_belong_together_become_one_character():
    blob, bevindingen = schrijf(Document("t", (Alinea(tekst("\ud83d\ude00 \x01")),)), "docx")
    assert text_of(body(blob)).endswith("😀 ␁")
    assert len(bevindingen) == 1


def test_a_paragraph_of_a_hundred_thousand_characters_is_whole():
    lang = "woord " * 20_000
    blob, _ = schrijf(Document("t", (Alinea(tekst(lang)),)), "docx")
    assert docx.Document(BytesIO(blob)).paragraphs[1].text == lang


def test_an_address_is_never_more_than_an_address():
    adres = 'https://x.example/"><script> é\n&'
    blob, _ = schrijf(Document("t", (Alinea((Koppeling("hier", adres),)),)), "docx")
    assert (
        b'Target="https://x.example/%22%3E%3Cscript%3E%20%C3%A9%0A&amp;"' in parts(blob)["word/_rels/document.xml.rels"]
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(blacklist_categories=()), min_size=1, max_size=60))
def test_every_text_survives_as_far_as_word_can_hold_it(woord):
    blob, _ = schrijf(Document("t", (Alinea(tekst(woord)), Alinea(tekst("einde")))), "docx")
    getoond = [text_of(alinea) for alinea in body(blob).iter(f"{W}p")][1]
    gewoon = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", woord)
    gewoon = gewoon.replace("\r\n", "\n").replace("\r", "\n")
    assert re.sub("[\u2400-\u2421\ufffd\U00010000-\U0010ffff]", "", getoond) == re.sub(
        "[\u2400-\u2421\ufffd\U00010000-\U0010ffff]", "", gewoon
    )
