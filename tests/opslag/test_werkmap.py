"""The folder with sessions: list, find, make, remove."""

import shutil
import threading

import pytest
from zitting_hulp import make_sessie, make_werkmap, open_zitting, start_python, use_zitting

from sessie_tool import nu
from sessie_tool.fouten import BezetError, OpslagError
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.werkmap import OPGAVEN, Werkmap, default_werkmap
from sessie_tool.verslaglegging import export_verslag
from sessie_tool.zitting import Zitting


def test_sessions_are_listed_newest_first_with_what_a_list_shows(tmp_path):
    oud = make_sessie("Oud", "2022-05-01", opgaven=("Open",), plaats="Stadhuis")
    nieuw = make_sessie("Nieuw", "2024-05-01")
    werkmap, _ = make_werkmap(tmp_path, oud, nieuw)
    rijen, bevindingen = werkmap.rows()
    assert [(rij.titel, rij.jaar, rij.opgaven, rij.plaats) for rij in rijen] == [
        ("Nieuw", 2024, (), ""),
        ("Oud", 2022, ("Open",), "Stadhuis"),
    ]
    assert bevindingen == []


def test_an_empty_or_missing_werkmap_has_no_sessions_and_nothing_is_made(tmp_path):
    werkmap = Werkmap(tmp_path / "nergens")
    assert werkmap.rows() == ([], [])
    assert werkmap.opgaven() == OPGAVEN
    with pytest.raises(OpslagError, match="--werkmap"):
        werkmap.find("abc")
    assert not (tmp_path / "nergens").exists()


def test_the_beginning_of_an_id_is_enough_when_it_is_the_only_one(tmp_path):
    een, twee = (make_sessie(naam) for naam in ("Een", "Twee"))
    werkmap, _ = make_werkmap(tmp_path, een, twee)
    assert werkmap.read(een.id[:7]).titel == "Een"
    with pytest.raises(OpslagError, match=rf"Bedoelt u '{een.id}'"):
        werkmap.find(f"{een.id[:7]}-")
    with pytest.raises(OpslagError, match="bestaat niet"):
        werkmap.find("")


def test_a_file_with_another_name_is_found_by_the_id_inside(tmp_path):
    sessie = make_sessie("Een")
    werkmap, pad = make_werkmap(tmp_path, sessie)
    ander = pad.rename(pad.with_name("Mijn sessie.json"))
    assert werkmap.find(sessie.id) == ander


def test_a_copy_by_a_sync_folder_is_no_second_session(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    copy = pad.with_name(f"{pad.stem}-LAPTOP12.json")
    shutil.copy(pad, copy)
    rijen, bevindingen = werkmap.rows()
    assert [rij.pad for rij in rijen] == [pad]
    assert [one.bron for one in bevindingen] == [copy.name]


def test_the_name_of_a_file_is_plain_and_does_not_lead_out_of_the_folder(tmp_path):
    sessie = make_sessie("../../Één: [b]\x00 sessie? " + "lang " * 40)
    _, pad = make_werkmap(tmp_path, sessie)
    assert pad.parent == tmp_path / "sessies"
    assert pad.name.startswith("2024-03-21-een-b-sessie-lang")
    assert pad.name.endswith(f"-{sessie.id}.json")


def test_a_session_is_never_made_over_another_one(tmp_path):
    sessie = make_sessie()
    werkmap, _ = make_werkmap(tmp_path, sessie)
    with pytest.raises(OpslagError, match="al een sessie"):
        werkmap.create(sessie, nu.now())


def test_a_werkmap_that_cannot_be_written_gives_one_dutch_sentence(tmp_path):
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(OpslagError, match="kan niet bewaard worden"):
        Werkmap(tmp_path / "bestand").create(make_sessie(), nu.now())


def test_a_removed_session_comes_back_from_the_bin(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = use_zitting(werkmap, pad, "een")
    werkmap.remove(zitting.sessie.id, nu.now())
    assert werkmap.rows() == ([], [])
    assert werkmap.restore(zitting.sessie.id) == pad
    assert werkmap.read(zitting.sessie.id) == zitting.sessie
    with pytest.raises(OpslagError, match="prullenbak"):
        werkmap.restore(zitting.sessie.id)


def test_a_session_that_is_open_is_not_removed(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = open_zitting(werkmap, pad)
    with pytest.raises(BezetError):
        werkmap.remove(zitting.sessie.id, nu.now())
    zitting.close()
    assert pad.exists()


def test_the_list_of_opgaven_belongs_to_the_werkmap(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)
    werkmap.set_opgaven(("Veilig", "Groen [b] é"))
    assert Werkmap(tmp_path).opgaven() == ("Veilig", "Groen [b] é")
    assert werkmap.rows()[1] == []


def test_many_writers_of_the_werkmap_lose_nothing(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)

    def add(naam):
        gedeeld.change_table(werkmap.sessies, "lijst", lambda rows: [*rows, {"naam": naam}])

    code = """
from sessie_tool.opslag import gedeeld
for nummer in range(10):
    rij = {"naam": f"proces {nummer}"}
    gedeeld.change_table(Path(sys.argv[1]) / "sessies", "lijst", lambda rows: [*rows, rij])
"""
    proces = start_python(code, tmp_path)
    threads = [threading.Thread(target=add, args=(f"draad {nummer}",)) for nummer in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _, fouten = proces.communicate(timeout=30)
    assert proces.returncode == 0, fouten
    assert len(gedeeld.read_table(werkmap.sessies, "lijst")) == 15


def test_a_damaged_werkmap_file_is_told_and_not_overwritten(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)
    (werkmap.sessies / "_werkmap.json").write_text("null")
    with pytest.raises(OpslagError, match=r"_werkmap\.json"):
        werkmap.set_opgaven(("Veilig",))
    assert (werkmap.sessies / "_werkmap.json").read_text() == "null"


@pytest.mark.parametrize("inhoud", (b"null", b"", b"\xff\xfe{", b'{"meta": {"1": {"revisie": "x"}}}'))
def test_a_damaged_werkmap_file_stops_no_session(tmp_path, inhoud):
    werkmap, pad = make_werkmap(tmp_path)
    (werkmap.sessies / "_werkmap.json").write_bytes(inhoud)
    assert werkmap.opgaven() == OPGAVEN
    zitting = use_zitting(werkmap, pad, "Netcongestie remt de nieuwbouw")
    assert [one.ernst for one in zitting.bevindingen if "_werkmap.json" in one.bericht] == ["let op"]
    lezer = Zitting.lees(werkmap, zitting.sessie.id, clock=nu.now, new_id=nu.new_id)
    assert (lezer.sessie, lezer.opgaven) == (zitting.sessie, OPGAVEN)
    paden, bevindingen = export_verslag(werkmap, zitting.sessie, "2024-03-21T16:00:00", ["md"])
    assert paden[0].is_file()
    assert "_werkmap.json" in bevindingen[0].bericht
    assert werkmap.create(make_sessie(), nu.now()).is_file()


def test_the_default_werkmap_is_the_named_one_else_here_else_the_documents(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert default_werkmap().pad.name == "Sessies"
    (tmp_path / "sessies").mkdir()
    assert default_werkmap().pad == tmp_path
    monkeypatch.setenv("SESSIE_WERKMAP", str(tmp_path / "anders"))
    assert default_werkmap().pad == tmp_path / "anders"


def test_listing_needs_no_heavy_library(tmp_path):
    make_werkmap(tmp_path)
    code = """
zwaar = {"tinydb", "filelock", "textual", "docx", "markdown_it", "matplotlib", "platformdirs"}
before = set(sys.modules)
assert len(Werkmap(Path(sys.argv[1])).rows()[0]) == 1
print(sorted(zwaar & set(sys.modules)))
"""
    uit, fouten = start_python(code, tmp_path).communicate(timeout=30)
    assert uit.strip() == "[]", fouten
