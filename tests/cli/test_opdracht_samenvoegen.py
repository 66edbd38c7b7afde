"""`sessie samenvoegen`: what differs as plain text or JSON, and one session of what one chooses."""

import shutil

import pytest


@pytest.fixture
def kopie(goed, werkmap, sessie_id):
    """A copy of the session, as a program that keeps folders the same leaves one, in which both went on."""
    [pad] = (werkmap / "sessies").glob("*.json")
    goed("invoer", sessie_id, "--stap", 3, stdin=b"Samen\n")
    ander = pad.with_name(f"{pad.stem} (1).json")
    shutil.copy(pad, ander)
    goed("invoer", sessie_id, "--stap", 3, stdin=b"Links erbij\n")
    goed("invoer", ander.name, "--stap", 3, stdin=b"Rechts erbij\n")
    return ander


def texts(als_json, naam):
    return [one["tekst"] for one in als_json("toon", naam)["stappen"][2]["bouwsteen"]["records"]]


def test_without_a_choice_the_differences_are_told_and_nothing_changes(goed, als_json, sessie_id, kopie):
    uit = goed("samenvoegen", sessie_id)
    assert "1. Stap 3 · Signalen ophalen · signaal 2" in uit
    assert "Rechts erbij" in uit
    assert "sessie samenvoegen" in uit.splitlines()[-1]
    gegeven = als_json("samenvoegen", sessie_id, kopie.name)
    assert gegeven["kopie"] == kopie.name
    assert [(one["nummer"], one["links"], one["rechts"], one["voorstel"]) for one in gegeven["verschillen"]] == [
        (1, "Links erbij", "", "allebei"),
        (2, "", "Rechts erbij", "allebei"),
    ]
    assert texts(als_json, sessie_id) == ["Samen", "Links erbij"]


def test_what_one_chooses_becomes_the_session(goed, als_json, sessie, sessie_id, kopie):
    assert "samengevoegd" in goed("samenvoegen", sessie_id, "1", "--kies", "1=rechts", "allebei")
    assert texts(als_json, sessie_id) == ["Samen", "Rechts erbij"]
    assert not kopie.exists()
    assert sessie("samenvoegen", sessie_id)[0] == 1


def test_the_choices_may_stand_in_a_file(goed, als_json, werkmap, sessie_id, kopie):
    sleutel = als_json("samenvoegen", sessie_id)["verschillen"][0]["sleutel"]
    (werkmap / "keuzes.txt").write_text(f"# mijn keuzes\n{sleutel}=allebei\n2=links\n", encoding="utf-8")
    goed("samenvoegen", sessie_id, "--kies", "keuzes.txt")
    assert texts(als_json, sessie_id) == ["Samen", "Links erbij"]


@pytest.mark.parametrize("keuze", ("7=links", "1=boven", "bestaatniet.txt"))
def test_a_choice_that_is_none_is_refused_and_nothing_changes(sessie, sessie_id, kopie, keuze):
    assert sessie("samenvoegen", sessie_id, "--kies", keuze)[0] == 2
    assert kopie.exists()


def test_controleer_says_how_to_go_on_with_two_versions(sessie, sessie_id, kopie):
    _, uit, fout = sessie("controleer")
    assert f"sessie samenvoegen {sessie_id}" in uit + fout
    assert kopie.name in uit + fout


def test_one_word_for_the_rest_drops_nothing_that_stands_on_one_side_only(goed, als_json, sessie_id, kopie):
    assert "--kies allebei" in goed("samenvoegen", sessie_id).splitlines()[-1]
    goed("samenvoegen", sessie_id, "--kies", "rechts")
    assert texts(als_json, sessie_id) == ["Samen", "Links erbij", "Rechts erbij"]


def test_everything_from_one_side_is_said_in_so_many_words(goed, als_json, sessie_id, kopie):
    goed("samenvoegen", sessie_id, "--kies", "alles=rechts", "1=links")
    assert texts(als_json, sessie_id) == ["Samen", "Links erbij", "Rechts erbij"]
