"""`sessie inlezen`: from files to sessions, one id a line, and one line for what could not be read."""

import re

VERSLAG = (
    "Verslag Boardsessie\n\nDatum: 21 maart 2024\n\nInleiding\n\nWe spraken over de stad.\n\nBijlage\n\nEen lijst.\n"
)


def test_a_report_becomes_a_session_and_its_minutes_hold_all_of_it(sessie, goed, werkmap):
    (werkmap / "oud.txt").write_text(VERSLAG, encoding="utf-8")
    code, uit, fout = sessie("inlezen", werkmap / "oud.txt")
    assert (code, len(uit.splitlines())) == (0, 1)
    assert fout == "oud.txt: Niet geplaatst (Bijlage): 'Een lijst.' Zet het zelf op zijn plek, of laat het staan.\n"
    pad = goed("verslag", uit.strip(), "--formaat", "md", "--uit", werkmap / "uit.md").strip()
    tekst = (werkmap / "uit.md").read_text(encoding="utf-8")
    assert pad.endswith("uit.md")
    volgorde = [tekst.index(deel) for deel in ("# Verslag Boardsessie", "21 maart 2024", "We spraken", "Een lijst.")]
    assert volgorde == sorted(volgorde)


def test_what_cannot_be_read_is_said_and_the_others_go_in(sessie, werkmap):
    (werkmap / "goed.md").write_text("# Jaarronde 2024\n\nDatum: 3 april 2024\n", encoding="utf-8")
    (werkmap / "kapot.docx").write_bytes(b"geen zip")
    (werkmap / "leeg.txt").write_bytes(b"")
    (werkmap / "plaat.png").write_bytes(b"\x89PNG")
    (werkmap / "binair.txt").write_bytes(b"a\0b")
    namen = ["weg.docx", "kapot.docx", "leeg.txt", "plaat.png", "binair.txt", "goed.md", "."]
    code, uit, fout = sessie("inlezen", *(werkmap / naam for naam in namen))
    assert (code, len(uit.splitlines())) == (1, 1)
    regels = fout.splitlines()
    assert len(regels) == len(namen) - 1
    assert all(re.search(r"niet|kan", regel) and "programma zelf" not in regel for regel in regels)


def test_the_sjabloon_and_the_date_that_are_given_go_before_what_the_report_says(goed, als_json, werkmap):
    (werkmap / "a.txt").write_text("Verslag\n\nDatum: 21 maart 2024\n", encoding="utf-8")
    uit = goed("inlezen", werkmap / "a.txt", "--sjabloon", "jaarronde", "--datum", "2023-05-06").strip()
    gelezen = als_json("toon", uit)
    assert (gelezen["sjabloon"], gelezen["datum"]) == ("jaarronde", "2023-05-06")


def test_a_sjabloon_that_is_not_there_stops_before_anything_is_read(sessie, werkmap):
    (werkmap / "a.txt").write_text(VERSLAG, encoding="utf-8")
    code, uit, fout = sessie("inlezen", werkmap / "a.txt", "--sjabloon", "bordsessie")
    assert (code, uit) == (1, "")
    assert "Bedoelt u 'boardsessie'?" in fout


def test_a_report_without_a_date_gets_that_of_today_and_says_so(sessie, werkmap):
    (werkmap / "a.txt").write_text("Verslag\n\nEr was een gesprek.\n", encoding="utf-8")
    code, _, fout = sessie("inlezen", werkmap / "a.txt")
    assert code == 0
    assert "--datum" in fout
