"""`sessie voorbereiding`: a form goes out, comes back filled in, and what is still open is said."""

import pytest


@pytest.fixture
def avond(goed):
    return goed("nieuw", "peer-review", "--datum", "2026-03-21").strip()


def test_the_form_goes_out_and_comes_back_filled_in(werkmap, avond, goed, sessie):
    assert "De plaats is nog leeg." in goed("voorbereiding", avond)
    formulier = werkmap / "form.md"
    assert goed("voorbereiding", avond, "--uit", formulier) == f"{formulier}\n"
    tekst = formulier.read_text(encoding="utf-8").replace("Plaats:", "Plaats: Café", 1) + "\n## Onbekend\niets\n"
    formulier.write_bytes(tekst.encode("cp1252"))
    code, uit, fout = sessie("voorbereiding", avond, "--lees", formulier)
    assert (code, "De plaats" in uit) == (0, False)
    assert "De kop 'Onbekend' hoort bij geen stap. De tekst staat bij Niet geplaatst." in fout
    toon = goed("toon", avond)
    assert "Plaats: Café" in toon
    assert "Niet geplaatst\nOnbekend\niets" in toon


def test_a_form_that_is_there_already_is_not_written_over(werkmap, avond, sessie):
    (werkmap / "form.md").write_text("van mij", encoding="utf-8")
    sessie("voorbereiding", avond, "--uit", werkmap / "form.md")
    assert (werkmap / "form.md").read_text(encoding="utf-8") == "van mij"
