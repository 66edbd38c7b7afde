"""`sessie herstel` and `sessie verwijder`: what was comes back, whatever happened to it."""

import json

import pytest

from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.werkmap import Werkmap


@pytest.fixture
def typ(goed, sessie_id):
    """Type lines into the signalen of the session, in a sitting of its own."""

    def type_lines(*regels):
        return goed("invoer", sessie_id, "--stap", "3", stdin="\n".join(regels).encode()).split()

    return type_lines


@pytest.fixture
def signalen(als_json):
    def read(sessie_id):
        stappen = als_json("toon", sessie_id)["stappen"]
        return [record["tekst"] for record in stappen[2]["bouwsteen"]["records"]]

    return read


def test_the_versions_of_a_session_are_listed_with_what_changed_since(typ, goed, als_json, sessie_id):
    assert "nog geen eerdere versies" in goed("herstel", sessie_id)
    typ("Wateroverlast", "Hitte")
    typ("Droogte")
    laatste, eerste = als_json("herstel", sessie_id)
    assert (laatste["nummer"], laatste["aanleiding"], laatste["erbij"], laatste["weg"]) == (2, "zitting", 1, 0)
    assert (eerste["nummer"], eerste["erbij"]) == (1, 3)
    assert laatste["regels"] == eerste["regels"] + 2
    tekst = goed("herstel", sessie_id[:5])
    assert "vóór een zitting" in tekst
    assert "1 erbij" in tekst


def test_a_version_comes_back_as_one_change_and_what_stood_there_is_a_version_too(
    typ, sessie, goed, als_json, signalen, sessie_id
):
    typ("Wateroverlast")
    typ("Droogte")
    code, uit, fout = sessie("herstel", sessie_id, "2")
    assert (code, uit) == (0, f"{sessie_id}\n")
    assert "Ctrl+Z" in fout
    assert signalen(sessie_id) == ["Wateroverlast"]
    assert als_json("herstel", sessie_id)[0]["aanleiding"] == "herstel"
    goed("regel", sessie_id, "--ongedaan")
    assert signalen(sessie_id) == ["Wateroverlast", "Droogte"]
    naam = als_json("herstel", sessie_id)[0]["naam"]
    assert sessie("herstel", sessie_id, naam)[0] == 0


def test_a_version_can_be_read_before_it_comes_back(typ, goed, sessie_id):
    typ("Wateroverlast")
    typ("Droogte")
    tekst = goed("herstel", sessie_id, "2", "--toon")
    assert tekst.index("Staat er nu, en toen nog niet") < tekst.index("Droogte") < tekst.index("Proef Inclusief")
    assert "1. Wateroverlast" in tekst


def test_a_removed_session_is_found_listed_and_brought_back_by_commands_alone(
    typ, sessie, goed, als_json, signalen, sessie_id
):
    assert goed("herstel").startswith("Er is niets weg")
    typ("Wateroverlast")
    code, uit, fout = sessie("verwijder", sessie_id)
    assert (code, uit) == (0, f"{sessie_id}\n")
    assert f"sessie herstel {sessie_id} prullenbak" in fout
    (weg,) = als_json("herstel")
    assert (weg["id"], weg["titel"], weg["waar"]) == (sessie_id, "Proef Inclusief", "prullenbak")
    assert "in de prullenbak" in sessie("herstel")[1]
    assert next(one["naam"] for one in als_json("herstel", sessie_id[:4])) == "prullenbak"
    assert sessie("herstel", sessie_id[:4], "prullenbak")[0] == 0
    assert signalen(sessie_id) == ["Wateroverlast"]
    assert als_json("herstel") == []


def test_an_earlier_version_of_a_removed_session_comes_back_in_one_go(typ, sessie, goed, signalen, sessie_id):
    typ("Wateroverlast")
    typ("Droogte")
    sessie("verwijder", sessie_id)
    assert sessie("herstel", sessie_id, "2")[0] == 0
    assert signalen(sessie_id) == ["Wateroverlast"]
    goed("regel", sessie_id, "--ongedaan")
    assert signalen(sessie_id) == ["Wateroverlast", "Droogte"]


def test_a_session_whose_file_is_gone_comes_back_from_this_computer_or_from_its_versions(
    werkmap, typ, sessie, als_json, signalen, sessie_id
):
    typ("Wateroverlast")
    typ("Droogte")
    pad = Werkmap(werkmap).find(sessie_id)
    pad.unlink()
    assert [(one["id"], one["waar"]) for one in als_json("herstel")] == [(sessie_id, "journaal")]
    assert sessie("herstel", sessie_id, "journaal")[0] == 0
    assert signalen(sessie_id) == ["Wateroverlast", "Droogte"]
    assert pad.exists()
    pad.unlink()
    for journaal in (state_folder() / "journaal").iterdir():
        journaal.unlink()
    (weg,) = als_json("herstel")
    assert (weg["id"], weg["waar"]) == (sessie_id, "versies")
    assert f"sessie herstel {sessie_id} {weg['punt']}\n" in sessie("herstel")[2]
    assert "is terug." in sessie("herstel", sessie_id, weg["punt"])[2]
    assert "er is niets veranderd" in sessie("herstel", sessie_id, weg["punt"])[2]
    assert sessie("herstel", sessie_id, "1")[0] == 0
    assert signalen(sessie_id) == []


def test_of_a_vastgestelde_session_only_a_copy_comes_back(typ, sessie, goed, als_json, signalen, sessie_id):
    typ("Wateroverlast")
    goed("status", sessie_id, "vastgesteld")
    code, _, fout = sessie("herstel", sessie_id, "1")
    assert code == 1
    assert "vastgesteld" in fout
    assert "--kopie" in fout
    code, uit, _ = sessie("herstel", sessie_id, "2", "--kopie")
    kopie = als_json("toon", uit.strip())
    assert code == 0
    assert kopie["titel"].startswith("Proef Inclusief (versie van ")
    assert (kopie["id"] != sessie_id, kopie["status"]) == (True, "voorbereiding")
    assert signalen(kopie["id"]) == signalen(sessie_id) == ["Wateroverlast"]


@pytest.mark.parametrize("woorden", (["--kopie"], ["ID", "--toon"]))
def test_a_copy_and_a_look_are_of_a_version(sessie, sessie_id, woorden):
    code, _, fout = sessie("herstel", *(sessie_id if one == "ID" else one for one in woorden))
    assert code == 2
    assert "nummer" in fout


def test_what_is_not_there_is_said(sessie, sessie_id):
    assert "bestaat niet" in sessie("herstel", sessie_id, "7")[2]
    assert "bestaat niet" in sessie("herstel", "nooit")[2]
    assert "bestaat niet" in sessie("verwijder", "nooit")[2]


def test_the_list_for_programs_has_keys_that_stay(typ, goed, sessie_id):
    typ("Wateroverlast")
    (rij,) = json.loads(goed("herstel", sessie_id, "--json"))
    assert set(rij) == {
        "nummer", "naam", "moment", "aanleiding", "bewaard", "titel", "datum", "regels", "erbij", "weg", "anders",
    }  # fmt: skip


def test_before_much_comes_in_from_outside_the_session_is_kept_as_it_was(werkmap, typ, sessie, als_json, sessie_id):
    typ("Wateroverlast")
    lijst = werkmap / "lijst.csv"
    lijst.write_text("Fatima Fictie;secretaris\nBo Bedacht;begeleider\n", encoding="utf-8")
    assert sessie("deelnemers", sessie_id, lijst)[0] == 0
    formulier = werkmap / "formulier.md"
    sessie("voorbereiding", sessie_id, "--uit", formulier)
    tekst = formulier.read_text(encoding="utf-8").replace("Plaats: ", "Plaats: Waterveen")
    formulier.write_text(tekst, encoding="utf-8")
    assert sessie("voorbereiding", sessie_id, "--lees", formulier)[0] == 0
    punten = als_json("herstel", sessie_id)
    assert [one["aanleiding"] for one in punten] == ["inlezen", "inlezen", "zitting"]
    assert (punten[1]["erbij"], punten[1]["anders"]) == (2, 1)
