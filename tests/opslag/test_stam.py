"""From which sittings a version comes: what two versions share follows from what their files say."""

import pytest
from zitting_hulp import make_werkmap, open_zitting, type_lines, use_zitting

from sessie_tool.opslag.bestand import Meta, read_bestand
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.stam import MEESTE, find_shared, grow_stam


def make(laatste, *stam):
    return Meta(laatste=laatste, stam=stam)


@pytest.mark.parametrize(
    ("een", "ander", "gedeeld"),
    (
        (make("3-a", "1-z"), make("5-b", "1-z"), "1-z"),
        (make("9-a", "1-z", "7-y"), make("6-b", "1-z", "5-y"), "5-y"),
        (make("7-y", "1-z"), make("9-b", "1-z", "7-y"), "7-y"),
        (make("3-a"), make("4-b"), ""),
    ),
)
def test_what_two_versions_share_is_the_last_entry_that_both_hold(een, ander, gedeeld):
    assert find_shared(een, ander) == find_shared(ander, een) == gedeeld


def test_a_file_names_the_sittings_it_comes_from_and_the_journal_tells_the_same(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    begin = pad.read_bytes()
    use_zitting(werkmap, pad, "een", "twee")
    tussen = read_bestand(pad.read_bytes()).meta.laatste
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "drie", "vier")
    zitting.close()
    meta = read_bestand(pad.read_bytes()).meta
    assert meta.stam == (read_bestand(begin).meta.laatste, tussen)
    pad.write_bytes(begin)
    assert (load(pad).meta.laatste, load(pad).meta.stam) == (meta.laatste, meta.stam)


def test_a_file_does_not_grow_with_every_sitting():
    meta = make("0-z")
    for nummer in range(1, 3 * MEESTE):
        meta = Meta(laatste=f"{nummer}-z{nummer}", stam=grow_stam(meta, f"z{nummer}"))
    assert len(meta.stam) == MEESTE
