"""Looking along in a session that someone else writes: every acknowledged word, and never half a file."""

import pytest
from zitting_hulp import make_werkmap, open_zitting, texts, type_lines, use_zitting

from sessie_tool import nu
from sessie_tool.zitting import Zitting


@pytest.fixture
def plek(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "begin")
    return werkmap, pad


def read_along(werkmap, pad):
    return Zitting.lees(werkmap, pad.stem.rpartition("-")[2], clock=nu.now, new_id=nu.new_id)


def test_a_reader_sees_every_acknowledged_word_and_who_writes(plek):
    lezer, schrijver = read_along(*plek), open_zitting(*plek)
    assert lezer.volger.kijk().schrijver.naam
    type_lines(schrijver, "bevestigd")
    blik = lezer.volger.kijk()
    lezer.follow(blik.geladen)
    assert texts(lezer.sessie) == ["begin", "bevestigd"]
    schrijver.close()
    assert lezer.volger.kijk()[:2] == (None, None)
    assert texts(plek[0].read(lezer.sessie.id)) == ["begin", "bevestigd"]


def test_without_a_change_there_is_nothing_new(plek):
    lezer = read_along(*plek)
    assert [lezer.volger.kijk().geladen for _ in range(3)] == [None, None, None]


def test_half_a_file_or_a_folder_that_is_away_leaves_what_is_on_the_screen(plek):
    werkmap, pad = plek
    lezer, heel = read_along(werkmap, pad), pad.read_bytes()
    pad.write_bytes(heel[: len(heel) // 2])
    assert lezer.volger.kijk().geladen is None
    pad.write_bytes(heel)
    weg = werkmap.sessies.with_name("weg")
    werkmap.sessies.rename(weg)
    assert lezer.volger.kijk() == (None, None, False)
    weg.rename(werkmap.sessies)
    use_zitting(werkmap, pad, "erna")
    lezer.follow(lezer.volger.kijk().geladen)
    assert texts(lezer.sessie) == ["begin", "erna"]
