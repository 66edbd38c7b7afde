"""`sessie oplegger`: a jaarronde or its Boardsessie gives the same page."""

import pytest


@pytest.fixture
def jaarronde(goed):
    sessie = goed("nieuw", "jaarronde", "--titel", "Ronde", "--datum", "2025-06-05").strip()
    goed("invoer", sessie, "--stap", 6, stdin=b"Het net is vol\n")
    goed("invoer", sessie, "--stap", 7, stdin=b"1=3!\n")
    goed("invoer", sessie, "--stap", 9, stdin=b"Wie gaat er voor? +1\n")
    return sessie


def make_board(goed, datum, advies):
    board = goed("nieuw", "boardsessie", "--titel", "Board", "--datum", datum).strip()
    goed("invoer", board, "--stap", 6, stdin=f"Zo zien wij het. =={advies}== +a\n".encode())
    return board


def test_the_page_of_a_jaarronde_holds_the_advice_of_its_newest_boardsessie(goed, jaarronde, werkmap):
    make_board(goed, "2025-10-09", "Kies eerst.")
    nieuwste = make_board(goed, "2025-11-20", "Kies later.")
    pad = werkmap / "blad.md"
    for sessie in (jaarronde, nieuwste):
        pad.unlink(missing_ok=True)
        assert goed("oplegger", sessie, "--uit", pad).strip() == str(pad)
        tekst = pad.read_text(encoding="utf-8")
        assert "Het net is vol" in tekst
        assert "Kies later." in tekst
        assert "Kies eerst." not in tekst


def test_a_later_decision_is_on_the_page(goed, jaarronde, werkmap):
    make_board(goed, "2025-10-09", "Kies eerst.")
    volgende = goed("nieuw", "jaarronde", "--datum", "2026-06-04").strip()
    goed("invoer", volgende, "--stap", 1, stdin=b'#1 !overgenomen @"het college" >3-2-2026\n')
    goed("oplegger", jaarronde, "--uit", werkmap / "blad.txt")
    assert "Overgenomen door het college op 3 februari 2026." in (werkmap / "blad.txt").read_text(encoding="utf-8")


def test_a_decision_that_the_facilitator_keeps_is_not_on_the_page(goed, jaarronde, werkmap):
    make_board(goed, "2025-10-09", "Kies eerst.")
    volgende = goed("nieuw", "jaarronde", "--datum", "2026-06-04").strip()
    goed("invoer", volgende, "--stap", 1, stdin=b'#1 !overgenomen @"het college" bereik=begeleider\n')
    goed("oplegger", jaarronde, "--uit", werkmap / "blad.txt")
    tekst = (werkmap / "blad.txt").read_text(encoding="utf-8")
    assert "Kies eerst." in tekst
    assert "vergenomen" not in tekst


def test_it_stands_beside_the_verslag_under_a_name_of_its_own(goed, jaarronde):
    assert goed("oplegger", jaarronde).strip().endswith("2025-06-05-ronde-oplegger.docx")
    assert goed("verslag", jaarronde).strip().endswith("2025-06-05-ronde-verslag.docx")


def test_another_session_gets_a_sentence_that_helps(sessie, sessie_id, werkmap):
    code, _, fout = sessie("oplegger", sessie_id)
    assert (code, "van een jaarronde of van een Boardsessie" in fout) == (2, True)
    los = sessie("nieuw", "boardsessie", "--datum", "2025-10-09")[1].strip()
    assert "nam niets over uit een jaarronde" in sessie("oplegger", los)[2]
