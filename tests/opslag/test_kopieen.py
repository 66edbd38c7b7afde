"""Another version of a session in the folder is found, whoever put it there, and is never taken for a session."""

import shutil

import pytest
from zitting_hulp import make_sessie, make_werkmap, texts, use_zitting

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.index import list_session_files
from sessie_tool.opslag.namen import split_kopieen
from sessie_tool.opslag.paar import read_paar

STAM = "2024-03-21-signalensessie-k52cw25c"
KOPIEEN = (
    "-conflict-a1b2c3d4",
    "-LAPTOP-AB12CD3",
    " (1)",
    " (conflicted copy 2026-03-21 140731)",
    " (Conflict van Jansen 2026-03-21)",
    " (Jansen's conflicted copy 2026-03-21)",
    " - kopie",
    " - Kopie (2)",
    " - Copy",
    " copy 2",
    ".sync-conflict-20260101-120000-ABCDEF7",
)


@pytest.mark.parametrize("erachter", KOPIEEN)
def test_what_a_program_puts_behind_the_name_makes_it_a_copy(erachter):
    kopie = f"{STAM}{erachter}.json"
    assert split_kopieen([kopie, f"{STAM}.json"]) == ([f"{STAM}.json"], {kopie: f"{STAM}.json"})


@pytest.mark.parametrize("naam", ("2024-03-21-signalensessie", "2024", "2024-03-21-signalensessie-k52cw25c2"))
def test_a_session_whose_name_begins_like_another_one_stays_a_session(naam):
    assert split_kopieen([f"{STAM}.json", f"{naam}.json"])[1] == {}


def test_a_copy_without_its_file_is_a_session_so_that_it_stays_in_sight(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    pad.rename(pad.with_name(f"{pad.stem} (1).json"))
    rijen, bevindingen = werkmap.rows()
    assert (len(rijen), bevindingen) == (1, [])


@pytest.mark.parametrize("naam", ("{} (1).json", "{}-LAPTOP-12.json", "iets heel anders.json"))
def test_the_row_of_a_session_names_its_copies_and_says_how_to_go_on(tmp_path, naam):
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "in de kopie")
    kopie = pad.with_name(naam.format(pad.stem))
    shutil.copy(pad, kopie)
    [rij], [bevinding] = werkmap.rows()
    assert (rij.naam, rij.kopieen) == (pad.name, (kopie.name,))
    assert f"sessie samenvoegen {rij.id}" in bevinding.advies
    assert werkmap.find(rij.id) == pad
    assert texts(werkmap.read(kopie.name)) == ["in de kopie"]


def test_nothing_reads_a_copy_as_one_more_session(tmp_path):
    werkmap, pad = make_werkmap(tmp_path, make_sessie(), make_sessie("Andere"))
    shutil.copy(pad, pad.with_name(f"{pad.stem} (1).json"))
    assert len(list(list_session_files(werkmap.sessies))) == len(werkmap.files()) == 2


def test_half_a_copy_is_told_and_stops_nothing(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    kopie = pad.with_name(f"{pad.stem} (1).json")
    kopie.write_bytes(pad.read_bytes()[:200])
    [rij], _ = werkmap.rows()
    assert rij.kopieen == (kopie.name,)
    with pytest.raises(OpslagError, match=r"\(1\)"):
        read_paar(werkmap, rij.id)
    use_zitting(werkmap, pad, "gewoon verder")
