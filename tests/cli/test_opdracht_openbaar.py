"""`--openbaar`: the version for everyone, beside the one for who was there."""

from pathlib import Path


def test_the_open_version_stands_beside_the_other_one_and_doubt_goes_to_stderr(goed, sessie, sessie_id):
    goed("invoer", sessie_id, "--stap", 3, stdin=b"Voorbeelds idee\nBellen met mevrouw Tsjilp\n")
    intern = Path(goed("verslag", sessie_id, "--formaat", "md").strip())
    code, uit, fout = sessie("verslag", sessie_id, "--formaat", "md", "--openbaar")
    openbaar = Path(uit.strip())
    assert code == 0
    assert openbaar.stem == f"{intern.stem}-openbaar"
    assert "'Tsjilp' lijkt een naam" in fout
    assert "Voorbeelds idee" in intern.read_text(encoding="utf-8")
    tekst = openbaar.read_text(encoding="utf-8")
    assert "Deelnemers idee" in tekst
    assert "Tsjilp" not in tekst


def test_the_page_for_the_board_has_an_open_version_too(goed):
    ronde = goed(
        "nieuw", "jaarronde", "--titel", "Ronde", "--deelnemer", "Xander Quist", "--datum", "2025-06-05"
    ).strip()
    goed("invoer", ronde, "--stap", 6, stdin=b"Het plan van Quist\n")
    goed("invoer", ronde, "--stap", 7, stdin=b"1=3!\n")
    pad = Path(goed("oplegger", ronde, "--openbaar", "--formaat", "txt").strip())
    assert pad.stem.endswith("-oplegger-openbaar")
    assert "Het plan van deelnemer" in pad.read_text(encoding="utf-8")
