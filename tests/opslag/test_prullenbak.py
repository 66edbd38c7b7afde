"""The bin: what is removed stays, with when, as often as it is removed."""

import os
import stat
from datetime import timedelta

import pytest
from zitting_hulp import make_werkmap, texts, use_zitting

from sessie_tool import nu
from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.prullenbak import MAP, list_prullenbak

MOMENT = nu.now().replace(microsecond=0)


@pytest.fixture
def werk(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    return werkmap, pad, pad.stem.rpartition("-")[2]


def test_the_bin_tells_what_was_removed_and_when(werk):
    werkmap, pad, sessie_id = werk
    werkmap.remove(sessie_id, MOMENT)
    (weg,) = list_prullenbak(werkmap.sessies)
    assert (weg.id, weg.titel, weg.datum, weg.naam) == (
        sessie_id,
        "Signalensessie Voorbeeldstad",
        "2024-03-21",
        pad.name,
    )
    assert weg.verwijderd == MOMENT.replace(tzinfo=None).isoformat()


def test_a_session_that_is_removed_twice_overwrites_nothing_in_the_bin(werk):
    werkmap, pad, sessie_id = werk
    heel = pad.read_bytes()
    werkmap.remove(sessie_id, MOMENT)
    pad.write_bytes(heel)
    use_zitting(werkmap, pad, "een")
    werkmap.remove(sessie_id, MOMENT + timedelta(hours=1))
    assert len(list_prullenbak(werkmap.sessies)) == 2
    werkmap.restore(sessie_id)
    assert texts(werkmap.read(sessie_id)) == ["een"]
    with pytest.raises(OpslagError, match="al een bestand"):
        werkmap.restore(sessie_id)
    assert len(list_prullenbak(werkmap.sessies)) == 1


def test_the_copies_beside_a_session_go_and_come_with_it(werk):
    werkmap, pad, sessie_id = werk
    kopieen = [pad.with_name(f"{pad.stem}{einde}.json") for einde in ("-conflict-abc", " (1)")]
    for kopie in kopieen:
        kopie.write_bytes(pad.read_bytes())
    werkmap.remove(sessie_id, MOMENT)
    assert werkmap.rows() == ([], [])
    assert len(list_prullenbak(werkmap.sessies)) == 1
    werkmap.restore(sessie_id)
    assert all(one.exists() for one in (pad, *kopieen))


def test_a_session_that_an_older_program_removed_comes_back_too_and_a_damaged_one_is_listed(werk):
    werkmap, pad, sessie_id = werk
    bak = werkmap.sessies / MAP
    bak.mkdir()
    pad.rename(bak / pad.name)
    (bak / "20260101T000000000000_2024-01-01-stuk-stuk0001.json").write_bytes(b"{")
    assert [(one.id, one.titel) for one in list_prullenbak(werkmap.sessies)] == [
        ("stuk0001", ""),
        (sessie_id, "Signalensessie Voorbeeldstad"),
    ]
    werkmap.restore(sessie_id)
    assert pad.exists()


@pytest.mark.skipif(os.name == "nt", reason="op Windows gelden de rechten van de map")
def test_only_its_owner_looks_into_the_bin_and_what_comes_back_has_the_rights_of_its_folder(werk):
    werkmap, pad, sessie_id = werk
    werkmap.sessies.chmod(0o755)
    weg = werkmap.remove(sessie_id, MOMENT)
    assert stat.S_IMODE(weg.stat().st_mode) == 0o600
    assert stat.S_IMODE(weg.parent.stat().st_mode) == 0o700
    werkmap.restore(sessie_id)
    assert stat.S_IMODE(pad.stat().st_mode) == 0o644
