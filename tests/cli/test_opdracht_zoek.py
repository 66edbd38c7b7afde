"""`sessie zoek`: where words stand."""

import pytest


@pytest.fixture
def gevuld(goed, sessie_id):
    goed(
        "invoer",
        sessie_id,
        "--stap",
        "3",
        stdin="De wachtlijst bij het café groeit\nIets heel anders bereik=begeleider\n".encode(),
    )
    return sessie_id


def test_a_find_says_what_it_is_and_where_it_stands(goed, gevuld):
    waar, rond = goed("zoek", "CAFE", "wacht").rstrip("\n").split("\n")
    assert waar == f"signaal 1 · Proef Inclusief, 20 maart 2025 · stap 3 Signalen ophalen · {gevuld}"
    assert rond == "    De wachtlijst bij het café groeit"


def test_what_only_the_facilitator_may_read_is_marked(goed, gevuld):
    assert "alleen begeleider" in goed("zoek", "anders")


def test_other_programs_get_all_there_is(als_json, gevuld):
    (een,) = als_json("zoek", "wachtlijst", "--soort", "signaal", "--jaar", "2025")
    assert een | {"id": ""} == {
        "sessie": gevuld,
        "titel": "Proef Inclusief",
        "datum": "2025-03-20",
        "jaar": 2025,
        "stap": 3,
        "staptitel": "Signalen ophalen",
        "soort": "signaal",
        "nummer": "1",
        "id": "",
        "bereik": "verslag",
        "overgenomen": False,
        "rond": "De wachtlijst bij het café groeit",
        "tekst": "De wachtlijst bij het café groeit",
    }
    assert als_json("zoek", "wachtlijst", "--jaar", "2024") == []
    assert als_json("zoek", "*") == []


@pytest.mark.parametrize("woord", ("*", '"', "", "NEAR(", "bestaatniet"))
def test_what_is_not_there_is_said_in_one_line(goed, gevuld, woord):
    assert goed("zoek", woord).count("\n") == 1


def test_a_soort_that_does_not_exist_gives_the_ones_that_do(sessie, gevuld):
    code, uit, fout = sessie("zoek", "x", "--soort", "sinjaal")
    assert (code, uit) == (2, "")
    assert "Bedoelt u 'signaal'?" in fout
