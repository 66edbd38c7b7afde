"""The index: never another answer than the files give, whatever happens to it or to them."""

import os
import random
import sqlite3
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from index_hulp import Altijd, age, change, index_files, make_oud, make_vol

from sessie_tool.kern.bouwstenen.acties import Actie, Opvolging
from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviesopvolging
from sessie_tool.kern.opvolging import Opvolgbaar
from sessie_tool.kern.zoekwoorden import parse_zoekvraag
from sessie_tool.nu import now
from sessie_tool.opslag.draden import read_rondes
from sessie_tool.opslag.eerder import read_bronnen
from sessie_tool.opslag.index import databank
from sessie_tool.opslag.index.databank import Databank
from sessie_tool.opslag.index.plek import cache_folder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zoeken import search


@pytest.fixture
def altijd(monkeypatch):
    altijd = Altijd(monkeypatch)
    altijd.index()
    return altijd


def find(werkmap, woorden):
    return [one.vind.tekst for one in search(werkmap.sessies, parse_zoekvraag(woorden)).vondsten]


def read_everything(werkmap, *woorden):
    return (
        werkmap.rows(),
        read_bronnen(werkmap),
        read_rondes(werkmap),
        [search(werkmap.sessies, parse_zoekvraag(one)) for one in woorden],
    )


def assert_the_same(altijd, werkmap, *woorden):
    altijd.bestanden()
    straight = read_everything(werkmap, *woorden)
    altijd.index()
    assert read_everything(werkmap, *woorden) == straight
    assert read_everything(werkmap, *woorden) == straight


teksten = st.text(alphabet=st.sampled_from("aàb1 -\"'·中ß\u0301"), max_size=8)
sessies = st.lists(
    st.tuples(teksten, st.lists(teksten, max_size=3), st.sampled_from(["2024-01-01", "2025-05-05"])), max_size=4
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(eerst=sessies, later=sessies, woorden=st.lists(teksten, min_size=1, max_size=4), weg=st.integers(0, 4))
def test_the_index_gives_what_the_files_give(altijd, eerst, later, woorden, weg):
    with tempfile.TemporaryDirectory() as naam:
        werkmap = make_oud(
            Path(naam), *(make_vol(titel or "x", *regels, datum=datum) for titel, regels, datum in eerst)
        )
        assert_the_same(altijd, werkmap, *woorden)
        for pad in werkmap.files()[:weg]:
            pad.unlink()
        for titel, regels, datum in later:
            werkmap.create(make_vol(titel or "x", *regels, acties=regels, datum=datum), now())
        assert_the_same(altijd, werkmap, *woorden)
        age(werkmap)
        assert_the_same(altijd, werkmap, *woorden)


def test_a_change_is_seen_at_once_even_when_size_and_time_stay(altijd, tmp_path):
    werkmap = make_oud(tmp_path, make_vol("Een", "Het loket is dicht"), make_vol("Twee", "Iets anders"))
    assert find(werkmap, "dicht") == ["Het loket is dicht"]
    pad = next(pad for pad in werkmap.files() if b"dicht" in pad.read_bytes())
    toen = pad.stat()
    change(pad, "dicht", "leeg!")
    os.utime(pad, ns=(toen.st_atime_ns, toen.st_mtime_ns))
    assert pad.stat().st_size == toen.st_size
    assert find(werkmap, "dicht") == []
    assert find(werkmap, "leeg") == ["Het loket is leeg!"]
    change(pad, "Een", "Nul")
    assert {rij.titel for rij in werkmap.rows()[0]} == {"Nul", "Twee"}


def test_a_few_changed_files_are_read_and_the_index_is_not_written(altijd, tmp_path, monkeypatch):
    werkmap = make_oud(tmp_path, *(make_vol(f"Sessie {one}", f"Punt {one} is dicht") for one in range(12)))
    find(werkmap, "dicht")
    monkeypatch.setattr(databank, "WEINIG", 2)
    paden = werkmap.files()
    before = index_files()[0].read_bytes()
    change(paden[0], "dicht", "leeg")
    change(paden[1], "dicht", "leeg")
    for _ in range(2):
        assert (len(find(werkmap, "dicht")), len(find(werkmap, "leeg"))) == (10, 2)
    assert index_files()[0].read_bytes() == before
    change(paden[2], "dicht", "leeg")
    assert (len(find(werkmap, "dicht")), len(find(werkmap, "leeg"))) == (9, 3)
    assert index_files()[0].read_bytes() != before
    assert_the_same(altijd, werkmap, "dicht", "leeg")


def test_what_was_written_just_now_is_read_each_time(altijd, tmp_path):
    werkmap = make_oud(tmp_path, make_vol("Een", "Het loket is dicht"))
    pad = werkmap.files()[0]
    for woord in ("leeg!", "klaar", "weg  "):
        inhoud, moment = pad.read_bytes(), now().timestamp()
        with pad.open("r+b") as bestand:  # in place, as a sync folder does, and at the same moment
            bestand.write(inhoud.replace(b"dicht", woord.encode()))
        os.utime(pad, (moment, moment))
        assert len(find(werkmap, woord)) == 1
        with pad.open("r+b") as bestand:
            bestand.write(inhoud)


def test_a_removed_session_is_gone_from_the_index_with_its_texts(altijd, tmp_path):
    geheim = "Vertrouwelijk punt over Zwiqxozw"
    weg = make_vol("Weg", geheim)
    werkmap = make_oud(tmp_path, weg, make_vol("Blijft", "Iets gewoons"))
    assert find(werkmap, "vertrouw") == [geheim]
    assert geheim.encode() in index_files()[0].read_bytes()
    werkmap.remove(weg.id, now())
    werkmap.rows()
    over = b"".join(pad.read_bytes() for pad in cache_folder().iterdir()).lower()
    assert [woord for woord in (b"vertrouwelijk", b"zwiqxozw") if woord in over] == []
    assert find(werkmap, "vertrouw") == []
    werkmap.restore(weg.id)
    assert find(werkmap, "vertrouw") == [geheim]


def empty(pad):
    pad.write_bytes(b"")


def cut_off(pad):
    os.truncate(pad, pad.stat().st_size // 2)


def overwrite(pad):
    pad.write_bytes(b"dit is geen databank" * 500)


def take_tables(pad):
    with sqlite3.connect(pad) as db:
        db.execute("DROP TABLE uittreksel")


def mix_up(pad):
    with sqlite3.connect(pad) as db:
        db.execute("UPDATE uittreksel SET waarde = (SELECT max(waarde) FROM uittreksel)")


def lose_a_file(pad):
    with sqlite3.connect(pad) as db:
        db.execute("DELETE FROM bestand WHERE nr = 1")


def give_another_shape(pad):
    with sqlite3.connect(pad) as db:
        db.execute("UPDATE uittreksel SET waarde = ?", (b"\x00\x00\x00\x00\x01",))


@pytest.mark.parametrize(
    "schade", (Path.unlink, empty, cut_off, overwrite, take_tables, mix_up, lose_a_file, give_another_shape)
)
def test_a_damaged_index_gives_no_fault_and_no_other_answer(altijd, tmp_path, schade):
    werkmap = make_oud(tmp_path, *(make_vol(f"Sessie {one}", f"Signaal {one}", acties=["Bel"]) for one in range(5)))
    assert_the_same(altijd, werkmap, "signaal")
    schade(index_files()[0])
    assert_the_same(altijd, werkmap, "signaal")
    assert len(index_files()) == 1


def test_a_turned_bit_never_changes_a_row(altijd, tmp_path):
    werkmap = make_oud(tmp_path, *(make_vol(f"Sessie {one}", f"Signaal {one}") for one in range(5)))
    straight = werkmap.rows()
    heel = index_files()[0].read_bytes()
    kans = random.Random(5)  # noqa: S311  # the same damage each time
    for _ in range(25):
        stuk = bytearray(heel)
        stuk[kans.randrange(100, len(heel))] ^= 1 << kans.randrange(8)
        for pad in cache_folder().iterdir():
            pad.unlink()
        assert werkmap.rows() == straight
        index_files()[0].write_bytes(stuk)
        assert werkmap.rows() == straight


@pytest.mark.parametrize("slot", ("IMMEDIATE", "EXCLUSIVE"))
def test_a_locked_index_is_passed_by(altijd, tmp_path, monkeypatch, slot):
    monkeypatch.setattr("sessie_tool.opslag.index.databank.GEDULD", 0.01)
    werkmap = make_oud(tmp_path, make_vol("Een", "Het loket is dicht"), make_vol("Twee"))
    werkmap.rows()
    find(werkmap, "dicht")
    ander = sqlite3.connect(index_files()[0], isolation_level=None)
    ander.execute(f"BEGIN {slot}")
    change(werkmap.files()[0], "2024-03-21", "2025-03-21")
    werkmap.create(make_vol("Drie", "Het loket is open"), now())
    age(werkmap)
    assert_the_same(altijd, werkmap, "loket", "dicht")
    assert len(find(werkmap, "loket")) == 2
    ander.execute("ROLLBACK")
    ander.close()
    assert_the_same(altijd, werkmap, "loket", "dicht")


def test_many_at_once_with_files_that_change_all_see_the_right_thing(altijd, tmp_path):
    werkmap = make_oud(tmp_path, *(make_vol(f"Sessie {one}", f"Signaal nul {one}") for one in range(12)))
    fouten = []

    def look():
        try:
            for _ in range(6):
                rijen, bevindingen = werkmap.rows()
                assert (len(rijen), bevindingen) == (12, [])
                assert len(find(werkmap, "signaal")) == 12
        except BaseException as fout:  # noqa: BLE001 - told below
            fouten.append(fout)

    kijkers = [threading.Thread(target=look) for _ in range(4)]
    for kijker in kijkers:
        kijker.start()
    for pad in werkmap.files():
        tijdelijk = pad.with_suffix(".tmp")
        tijdelijk.write_bytes(pad.read_bytes().replace(b"Signaal nul", b"Signaal een"))
        os.utime(tijdelijk, (1e9, 1e9))
        tijdelijk.replace(pad)
    for kijker in kijkers:
        kijker.join()
    assert fouten == []
    assert_the_same(altijd, werkmap, "nul", "een", "signaal")


@pytest.mark.parametrize("is_jong", (False, True))
def test_a_file_that_another_takes_out_of_the_index_during_a_search_is_found(altijd, tmp_path, monkeypatch, is_jong):
    werkmap = make_oud(tmp_path, *(make_vol(f"Sessie {one}", f"Signaal {one}") for one in range(3)))
    assert len(find(werkmap, "signaal")) == 3
    update = Databank.update

    def update_and_then_another(databank, uittreksel, *rest):
        los = update(databank, uittreksel, *rest)
        monkeypatch.setattr(Databank, "update", update)
        pad = werkmap.files()[0]
        change(pad, "Signaal", "Het signaal")
        if is_jong:
            os.utime(pad)
        werkmap.rows()  # the list of another process: it keeps the row of the file, and not what can be searched
        return los

    monkeypatch.setattr(Databank, "update", update_and_then_another)
    gevonden = find(werkmap, "signaal")
    assert len(gevonden) == 3
    assert sum(tekst.startswith("Het") for tekst in gevonden) == 1
    assert_the_same(altijd, werkmap, "signaal")


def test_the_index_is_only_for_its_owner_and_not_in_the_werkmap(altijd, tmp_path):
    werkmap = make_oud(tmp_path / "werk", make_vol("Een", "Het loket is dicht"))
    before = sorted(werkmap.pad.rglob("*"))
    find(werkmap, "loket")
    assert sorted(werkmap.pad.rglob("*")) == before
    if sys.platform != "win32":
        assert cache_folder().stat().st_mode & 0o777 == 0o700
        assert {pad.stat().st_mode & 0o777 for pad in cache_folder().iterdir()} == {0o600}


def test_a_small_werkmap_needs_no_index(tmp_path):
    werkmap = make_oud(tmp_path, make_vol("Een", "Het loket is dicht"))
    assert len(find(werkmap, "loket")) == len(werkmap.rows()[0]) == 1
    assert not cache_folder().exists()


def test_without_a_place_for_an_index_the_files_are_read(altijd, tmp_path):
    werkmap = make_oud(tmp_path, make_vol("Een", "Het loket is dicht"))
    cache_folder().parent.mkdir(parents=True)
    cache_folder().write_text("geen map")
    assert_the_same(altijd, werkmap, "loket")


def test_each_werkmap_has_its_own_index_and_that_of_a_werkmap_that_is_gone_is_thrown_away(altijd, tmp_path):
    een, twee = (make_oud(tmp_path / naam, make_vol(naam)) for naam in ("een", "twee"))
    assert [rij.titel for werkmap in (een, twee) for rij in werkmap.rows()[0]] == ["een", "twee"]
    assert len(index_files()) == 2
    een.pad.rename(tmp_path / "drie")
    assert [rij.titel for rij in Werkmap(tmp_path / "drie").rows()[0]] == ["een"]
    assert len(index_files()) == 2


def test_a_file_that_is_no_session_is_told_of_each_time(altijd, tmp_path):
    werkmap = make_oud(tmp_path, make_vol("Een"))
    (werkmap.sessies / "2024-01-01-stuk-x.json").write_text("{")
    age(werkmap)
    for _ in range(2):
        rijen, bevindingen = werkmap.rows()
        assert [rij.titel for rij in rijen] == ["Een"]
        assert [one.bron for one in bevindingen] == ["2024-01-01-stuk-x.json"]
    assert_the_same(altijd, werkmap, "een")


def test_the_index_knows_every_class_of_what_can_be_followed_up():
    def subs(cls):
        return {cls, *(one for sub in cls.__subclasses__() for one in subs(sub))}

    own = {one for one in subs(Opvolgbaar) if one.__module__.startswith("sessie_tool.")} - {Opvolgbaar}
    assert own == {Actie, Opvolging, Advies, Adviesopvolging}
