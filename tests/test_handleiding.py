"""The handleiding: what it points at is there, its key card names keys that exist, and in Word it is that card."""

import re
from pathlib import Path

import pytest
from docx import Document

from sessie_tool.keuring import check_docx

DOCS = Path(__file__).parent.parent / "docs"
HANDLEIDING = DOCS / "handleiding"
KAART = HANDLEIDING / "toetsenkaart.md"


@pytest.mark.parametrize("naam", ("begeleider", "secretaris", "strateeg"))
def test_all_that_a_handleiding_points_at_is_there_and_every_picture_is_told_in_words(naam):
    tekst = (HANDLEIDING / f"{naam}.md").read_text(encoding="utf-8")
    for alternatief, doel in re.findall(r"\[([^\]]*)\]\(([^)#]+)\)", tekst):
        assert alternatief
        assert (HANDLEIDING / doel).exists(), doel
    assert tekst.count("![") >= 5
    for kop in ("Vooraf", "Tijdens", "Daarna"):
        assert f"## {kop}" in tekst


def test_the_key_card_names_keys_that_the_list_of_keys_has():
    lijst = (DOCS / "toetsen.md").read_text(encoding="utf-8")
    kaart = KAART.read_text(encoding="utf-8").partition("## Zo typt u")[0]
    toetsen = re.findall(r"^\| ((?:Ctrl|Shift|F|Del|Esc|Enter|Tab|Spatie)\S*)", kaart, re.MULTILINE)
    assert len(toetsen) > 20
    for toets in toetsen:
        assert toets.rstrip(",") in lijst


def test_the_card_in_word_is_the_card_and_everybody_can_read_it():
    ruw = KAART.with_suffix(".docx")
    assert check_docx(ruw.read_bytes()) == []
    document = Document(ruw)
    cellen = [[cel.text for cel in rij.cells] for tabel in document.tables for rij in tabel.rows]
    regels = [
        regel.strip("| ").split(" | ") for regel in KAART.read_text(encoding="utf-8").splitlines() if "|" in regel
    ]
    assert cellen == [regel for regel in regels if not regel[0].startswith("---")]
    assert document.sections[0].page_width > document.sections[0].page_height
