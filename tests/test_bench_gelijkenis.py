"""The bench of the suggestions: it counts what the program proposes, and says which line of a file is wrong."""

import json

import pytest

from bench.gelijkenis import Uitslag, count_cijfers, find_uitslagen, main, read_regels

SLEUTELS = ["R@1", "R@3", "MRR", "precisie_sterk", "dekking_sterk", "n"]

DRADEN = (
    ("a", 2023, "Wachtlijst voor het stroomnet", "stroom"),
    ("b", 2023, "Starters vinden geen woning", "wonen"),
    ("c", 2024, "Stroomnet vol, wachtlijst groeit", "stroom"),
    ("d", 2024, "Woningnood bij starters", "wonen"),
    ("e", 2024, "Fatbikes op het fietspad", "fiets"),
)


@pytest.fixture
def bestand(tmp_path):
    pad = tmp_path / "draden.jsonl"
    regels = [
        {"taak": "T", "id": id_, "jaar": jaar, "titel": titel, "tekst": "", "signalen": [], "lijn": lijn}
        for id_, jaar, titel, lijn in DRADEN
    ]
    pad.write_text("\n".join(json.dumps(regel) for regel in regels) + "\n\n", encoding="utf-8")
    return pad


def test_every_draad_with_a_year_before_it_is_asked_about(bestand):
    uitslagen = list(find_uitslagen(read_regels(bestand)))
    assert [(een.plaats, een.heeft) for een in uitslagen] == [(1, True), (1, True), (0, False)]


def test_what_came_later_changes_nothing_when_there_is_nothing_later(bestand):
    regels = read_regels(bestand)
    assert list(find_uitslagen(regels)) == list(find_uitslagen(regels, toen=True))


def test_as_json_it_gives_the_six_figures(bestand, capsys):
    assert main([str(bestand), "--json"]) == 0
    cijfers = json.loads(capsys.readouterr().out)
    assert list(cijfers) == SLEUTELS
    assert (cijfers["R@1"], cijfers["n"]) == (1.0, 2)


def test_a_draad_without_a_counterpart_counts_only_for_what_was_called_strong():
    uitslagen = [
        Uitslag(plaats=1, heeft=True, sterk=True),
        Uitslag(plaats=3, heeft=True, sterk=False),
        Uitslag(plaats=0, heeft=True, sterk=False),
        Uitslag(plaats=0, heeft=False, sterk=True),
    ]
    assert count_cijfers(uitslagen) == {
        "R@1": 0.3333,
        "R@3": 0.6667,
        "MRR": 0.4444,
        "precisie_sterk": 0.5,
        "dekking_sterk": 0.3333,
        "n": 3,
    }
    assert set(count_cijfers([]).values()) == {None, 0}


@pytest.mark.parametrize(
    ("regel", "zin"),
    (
        ('["a"]', "mist een veld"),
        ("{", "Regel 7 van draden.jsonl is geen JSON"),
        ('{"taak": "T", "id": "x", "jaar": "2024", "titel": "", "lijn": ""}', "jaar (een getal)"),
        ('{"taak": "T", "id": "a", "jaar": 2024, "titel": "", "lijn": ""}', "id 'a' komt in deze taak twee keer voor"),
    ),
)
def test_a_bad_line_is_named_by_its_number(bestand, capsys, regel, zin):
    bestand.write_text(bestand.read_text(encoding="utf-8") + regel, encoding="utf-8")
    assert main([str(bestand)]) == 2
    fout = capsys.readouterr().err
    assert zin in fout
    assert "Regel 7" in fout


def test_without_a_file_it_says_how_to_use_it(tmp_path, capsys):
    assert main([]) == 2
    assert "BESTAND.jsonl" in capsys.readouterr().err
    assert main([str(tmp_path / "weg.jsonl")]) == 2
    assert "weg.jsonl" in capsys.readouterr().err
    leeg = tmp_path / "leeg.jsonl"
    leeg.write_text("\n", encoding="utf-8")
    assert main([str(leeg)]) == 2
    assert "geen enkele draad" in capsys.readouterr().err
