"""What a session can come back from, also when parts of it are damaged or belong elsewhere."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zitting_hulp import make_sessie, make_werkmap, open_zitting, texts, use_zitting

from sessie_tool import nu
from sessie_tool.fouten import BezetError, OpslagError
from sessie_tool.herstelling import restore
from sessie_tool.opslag.herstelpunten import (
    bring_back,
    find_herstelpunt,
    find_sessie_id,
    list_herstelpunten,
    list_verdwenen,
)
from sessie_tool.opslag.staat import find_staat
from sessie_tool.opslag.versies import versies_folder


@pytest.fixture
def werk(tmp_path):
    werkmap, pad = make_werkmap(tmp_path / "een")
    use_zitting(werkmap, pad, "een")
    use_zitting(werkmap, pad, "twee")
    return werkmap, pad, pad.stem.rpartition("-")[2]


def put_back(werkmap, sessie_id, naam):
    return restore(werkmap, sessie_id, naam, clock=nu.now, new_id=nu.new_id)


def test_a_damaged_version_is_passed_over_and_the_others_keep_their_place(werk):
    werkmap, _, sessie_id = werk
    eerste = list_herstelpunten(werkmap, sessie_id)[-1]
    eerste.pad.write_bytes(b"half")
    assert [one.nummer for one in list_herstelpunten(werkmap, sessie_id)] == [1]
    with pytest.raises(OpslagError, match="niet meer gelezen"):
        eerste.read()


def test_a_damaged_file_in_the_bin_comes_back_with_the_last_good_value(werk):
    werkmap, _, sessie_id = werk
    werkmap.remove(sessie_id, nu.now()).write_bytes(b"half")
    assert [one.waar for one in list_verdwenen(werkmap)] == ["prullenbak"]
    put_back(werkmap, sessie_id, "prullenbak")
    assert texts(werkmap.read(sessie_id)) == ["een", "twee"]


def test_a_journal_of_another_werkmap_brings_nothing_back_here(werk, tmp_path):
    werkmap, pad, _ = werk
    andere, _ = make_werkmap(tmp_path / "ander")
    pad.unlink()
    assert list_verdwenen(andere) == []
    assert [one.waar for one in list_verdwenen(werkmap)] == ["journaal"]


def test_the_newest_of_journal_and_versions_comes_back_and_undo_goes_on(werk):
    werkmap, pad, sessie_id = werk
    pad.unlink()
    assert bring_back(werkmap, sessie_id, nu.now())
    assert not bring_back(werkmap, sessie_id, nu.now())
    assert texts(werkmap.read(sessie_id)) == ["een", "twee"]
    pad.unlink()
    find_staat(pad, sessie_id).journaal.unlink()
    assert bring_back(werkmap, sessie_id, nu.now())
    assert texts(werkmap.read(sessie_id)) == ["een"]


def test_of_a_session_without_anything_left_nothing_is_promised(werk):
    werkmap, pad, sessie_id = werk
    pad.unlink()
    find_staat(pad, sessie_id).journaal.unlink()
    for versie in versies_folder(werkmap.sessies, sessie_id).iterdir():
        versie.unlink()
    assert list_verdwenen(werkmap) == []
    with pytest.raises(OpslagError, match="niets bewaard"):
        bring_back(werkmap, sessie_id, nu.now())
    with pytest.raises(OpslagError, match="bestaat niet"):
        find_sessie_id(werkmap, sessie_id)


def test_a_version_that_says_what_stands_there_changes_nothing(werk):
    werkmap, _, sessie_id = werk
    put_back(werkmap, sessie_id, "1")
    aantal = len(list_herstelpunten(werkmap, sessie_id))
    assert "niets veranderd" in put_back(werkmap, sessie_id, "1").melding
    assert len(list_herstelpunten(werkmap, sessie_id)) == aantal


def test_a_session_is_found_by_the_beginning_of_its_id_also_when_it_is_gone(werk):
    werkmap, _, sessie_id = werk
    werkmap.create(make_sessie("Een andere"), nu.now())
    werkmap.remove(sessie_id, nu.now())
    assert find_sessie_id(werkmap, sessie_id[:6]) == sessie_id
    with pytest.raises(OpslagError, match="bestaat niet"):
        find_herstelpunt(list_herstelpunten(werkmap, sessie_id), "prullenbak-9")


def test_a_session_that_somebody_works_in_is_left_alone_and_says_who(werk):
    werkmap, pad, sessie_id = werk
    zitting = open_zitting(werkmap, pad)
    with pytest.raises(BezetError, match="al open bij"):
        put_back(werkmap, sessie_id, "1")
    assert texts(zitting.sessie) == ["een", "twee"]
    zitting.close()


NAMEN = st.sampled_from(
    (
        "20260101T000000-0-zitting.json", "99999999T999999-1-zitting.json", "1.json", "20260101T000000-x.json",
        "20260101T000000000000_2024-01-01-x-abcdefgh.json", "99999999T999999999999_x.json", "x.json", "-.json",
    )
)  # fmt: skip
INHOUD = st.one_of(
    st.binary(max_size=40),
    st.sampled_from((b"", b"null", b"{}", b"[" * 5000, b'{"meta":{"1":{}}}', b'{"sessie":{"1":{"id":"../../x"}}}')),
)


@given(st.lists(st.tuples(st.sampled_from((".versies/abcdefgh", ".prullenbak")), NAMEN, INHOUD), max_size=4))
def test_whatever_stands_among_the_versions_and_in_the_bin_the_lists_come(tmp_path_factory, bestanden):
    werkmap, pad = make_werkmap(tmp_path_factory.mktemp("werk"))
    for map_, naam, inhoud in bestanden:
        (werkmap.sessies / map_).mkdir(parents=True, exist_ok=True)
        (werkmap.sessies / map_ / naam).write_bytes(inhoud)
    assert list_herstelpunten(werkmap, "abcdefgh") == []
    assert all(one.waar == "prullenbak" for one in list_verdwenen(werkmap))
    weg = werkmap.remove(pad.stem.rpartition("-")[2], nu.now())
    assert weg.parent == werkmap.sessies / ".prullenbak"
    for one in list_verdwenen(werkmap):
        with contextlib.suppress(OpslagError):
            bring_back(werkmap, one.id, nu.now())
    assert pad.exists()
    assert {one.name for one in werkmap.pad.iterdir()} == {"sessies"}
