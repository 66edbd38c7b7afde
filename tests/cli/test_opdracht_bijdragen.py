"""`sessie bijdragen`: the same project in two sessions, as text, JSON, CSV and a document."""

import pytest

KOP = "doelstelling;stelling;project;opdrachtgever;opdrachtnemer\n"


@pytest.fixture
def jaren(goed, werkmap):
    for jaar, rijen in ((2025, "Groen;Koeler;Park;1;4\nGroen;Dieren;Plein;2;2\n"), (2026, "Groen;Koeler;park;4;3\n")):
        (werkmap / f"scores-{jaar}.csv").write_text(KOP + rijen, encoding="utf-8")
        goed("inlezen", werkmap / f"scores-{jaar}.csv", "--datum", f"{jaar}-06-01")
    return werkmap


def test_a_project_of_two_years_is_shown_side_by_side(goed, als_json, jaren):
    tekst = goed("bijdragen", "--project", "par")
    assert "1,0 → 4,0 (+3,0)" in tekst
    assert "Plein" not in tekst
    assert "Eén keer gescoord: Plein (2025)." in goed("bijdragen")
    assert [(een["project"], len(een["metingen"])) for een in als_json("bijdragen")] == [("park", 2), ("Plein", 1)]
    assert "park;Groen;2026;2026-06-01;" in goed("bijdragen", "--csv")
    assert goed("bijdragen", "--van", "2027") == "Er zijn nog geen bijdragescores in deze jaren.\n"


def test_it_becomes_a_document_and_what_cannot_be_is_said(goed, sessie, jaren):
    goed("bijdragen", "--uit", jaren / "uit.md")
    assert "1,0 → 4,0 (+3,0)" in (jaren / "uit.md").read_text(encoding="utf-8")
    assert goed("bijdragen", "--uit", jaren / "uit.docx").strip().endswith("uit.docx")
    for opties in (
        ("--project", "Haven"),
        ("--van", "2026", "--uit", jaren / "x.md"),
        ("--van", "2026", "--tot", "2025"),
    ):
        code, uit, fout = sessie("bijdragen", *opties)
        assert (code, uit, len(fout.splitlines())) == (2, "", 1)
