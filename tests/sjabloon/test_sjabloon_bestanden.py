"""Sjablonen as files: the own folder wins, a bad file never hides a good one."""

import pytest

from sessie_tool.fouten import SjabloonError
from sessie_tool.sjabloon import check_sjabloon, find_sjablonen, load_sjabloon

GOED = "---\ntitel: {titel}\n---\n## Praten (toelichting, 5 minuten)\n"
FOUT = "---\ntitel: Fout\n---\n## Praten (toelichtng, 5 minuten)\n## Doen (acties)\n"


def write(pad, tekst):
    pad.parent.mkdir(exist_ok=True)
    pad.write_bytes(tekst.encode() if isinstance(tekst, str) else tekst)
    return pad


def test_a_good_file_is_loaded_with_its_name_and_place(tmp_path):
    pad = write(tmp_path / "overleg.md", GOED.format(titel="Overleg"))
    sjabloon = load_sjabloon(pad)
    assert (sjabloon.naam, sjabloon.titel, sjabloon.bron) == ("overleg", "Overleg", str(pad))


def test_a_bad_file_tells_all_that_is_wrong(tmp_path):
    pad = write(tmp_path / "overleg.md", FOUT)
    with pytest.raises(SjabloonError, match=r"heeft 2 fouten.*regel 4") as fout:
        load_sjabloon(pad)
    assert [een.regel for een in fout.value.bevindingen] == [4, 5]


def test_a_file_that_is_not_there_is_a_finding(tmp_path):
    sjabloon, (bevinding,) = check_sjabloon(tmp_path / "weg.md")
    assert sjabloon is None
    assert "kan niet worden gelezen" in bevinding.bericht


def test_a_file_in_another_encoding_says_where_and_what_to_do(tmp_path):
    pad = write(tmp_path / "oud.md", GOED.format(titel="Oud").encode() + "\nEen geëvalueerd plan\n".encode("cp1252"))
    sjabloon, (bevinding,) = check_sjabloon(pad)
    assert sjabloon is None
    assert bevinding.regel == 6
    assert "Windows-1252: 'Een geëvalueerd plan'" in bevinding.bericht
    assert "UTF-8" in bevinding.advies


def test_a_file_in_utf_16_says_so(tmp_path):
    _, (bevinding,) = check_sjabloon(write(tmp_path / "oud.md", GOED.encode("utf-16")))
    assert "UTF-16" in bevinding.bericht


def test_the_first_folder_wins_and_the_list_is_in_order(tmp_path):
    eigen, mee = tmp_path / "eigen", tmp_path / "mee"
    write(eigen / "b.md", GOED.format(titel="Eigen"))
    write(mee / "b.md", GOED.format(titel="Meegeleverd"))
    write(mee / "a.md", GOED.format(titel="A"))
    sjablonen, bevindingen = find_sjablonen([eigen, tmp_path / "bestaat-niet", mee])
    assert [een.titel for een in sjablonen] == ["A", "Eigen"]
    assert bevindingen == []


def test_a_bad_file_gives_findings_and_gives_way(tmp_path):
    eigen, mee = tmp_path / "eigen", tmp_path / "mee"
    write(eigen / "b.md", FOUT)
    write(mee / "b.md", GOED.format(titel="Meegeleverd"))
    sjablonen, bevindingen = find_sjablonen([eigen, mee])
    assert [een.titel for een in sjablonen] == ["Meegeleverd"]
    assert {een.bron for een in bevindingen} == {str(eigen / "b.md")}


def test_a_read_me_or_a_folder_is_no_sjabloon(tmp_path):
    write(tmp_path / "LEESMIJ.md", "Hier staan sjablonen.")
    (tmp_path / "map.md").mkdir()
    assert find_sjablonen([tmp_path]) == ([], [])
