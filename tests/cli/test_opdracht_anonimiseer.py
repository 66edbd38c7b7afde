"""`sessie anonimiseer`: what would go, and that it goes."""

import pytest


@pytest.fixture
def klaar(goed, sessie_id):
    """A closed session with a name in it."""
    goed("invoer", sessie_id, "--stap", "3", stdin=b"Denkbeeldig ziet meer water\n")
    goed("status", sessie_id, "afgerond")
    return sessie_id


def test_it_first_shows_what_would_be_replaced_and_changes_nothing(sessie, goed, als_json, klaar):
    rijen = als_json("anonimiseer", klaar)
    assert [(one["soort"], one["woorden"], one["door"]) for one in rijen] == [
        ("deelnemer", "J. Voorbeeld", "Deelnemer 1"),
        ("deelnemer", "A. Denkbeeldig", "Deelnemer 2"),
        ("vervangen", "Denkbeeldig", "deelnemer 2"),
    ]
    assert f"sessie anonimiseer {klaar} --voorgoed" in goed("anonimiseer", klaar)
    assert "Denkbeeldig ziet meer water" in goed("toon", klaar)


def test_with_voorgoed_the_names_go_and_doing_it_again_is_no_error(sessie, goed, als_json, klaar, werkmap):
    goed("verslag", klaar)
    code, uit, fout = sessie("anonimiseer", klaar, "--voorgoed", "--ook-functies")
    assert (code, "De namen zijn weg uit 'Proef Inclusief'" in uit) == (0, True)
    assert "In exports/2025-03-20-proef-inclusief-verslag.docx kunnen de namen nog staan" in fout
    assert "Deelnemer 2 ziet meer water" in goed("toon", klaar)
    assert [one["rol"] for one in als_json("toon", klaar)["deelnemers"]] == ["", ""]
    assert "1 conceptverslag weggegooid." in goed("anonimiseer", klaar, "--voorgoed", "--ook-exports")
    assert not list((werkmap / "exports").glob("*.docx"))
    assert goed("anonimiseer", klaar) == "In deze sessie staan geen namen die weg moeten.\n"


def test_words_that_stay_are_listed_and_a_damaged_copy_is_told(sessie, goed, als_json, sessie_id, werkmap):
    goed("invoer", sessie_id, "--stap", "3", stdin=b"De Kromme Kolk stroomt over, zegt Denkbeeldig\n")
    goed("vervangingen", sessie_id, "Denkbeeldig", "Denkbeeldig")
    goed("status", sessie_id, "afgerond")
    soorten = {(one["soort"], one["woorden"]) for one in als_json("anonimiseer", sessie_id)}
    assert {("blijft", "Kromme Kolk"), ("blijft", "Denkbeeldig"), ("deelnemer", "A. Denkbeeldig")} <= soorten
    versies = werkmap / "sessies" / ".versies" / sessie_id
    (versies / "beschadigd-1.txt").write_text("Denkbeeldig", encoding="utf-8")
    assert "1 beschadigd bestand weggegooid." in goed("anonimiseer", sessie_id, "--voorgoed", "--ook-vermoedens")
    assert "[naam weggelaten] stroomt over, zegt Denkbeeldig" in goed("toon", sessie_id)
    assert not list(versies.glob("*.txt"))


def test_a_session_that_is_not_closed_and_an_option_without_its_other_half_are_refused(sessie, sessie_id):
    code, _, fout = sessie("anonimiseer", sessie_id, "--voorgoed")
    assert (code, f"sessie status {sessie_id} afgerond" in fout) == (2, True)
    assert sessie("anonimiseer", sessie_id, "--ook-exports")[0] == 2


def test_another_session_with_the_name_is_told(sessie, goed, klaar):
    goed("nieuw", "signalensessie", "--titel", "Bezoek van A. Denkbeeldig", "--datum", "2025-04-20")
    _, _, fout = sessie("anonimiseer", klaar)
    assert "Een van deze namen staat ook in 1 andere sessie: " in fout
