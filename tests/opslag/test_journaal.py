"""The journal: what stands in it is safe, and damage stays where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zitting_hulp import make_werkmap, open_zitting, texts, type_lines, use_zitting

from sessie_tool.kern.verschil import apply_verschil
from sessie_tool.opslag.bestand import Anker
from sessie_tool.opslag.journaal import Basis, Bewaard, Journaal, Regel, as_raw, frame, read_frames
from sessie_tool.opslag.keten import Keten, shorten
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.staat import find_staat


def regel(nummer, na=None):
    verschil = [{"pad": ["titel"], "voor": str(nummer - 1), "na": str(nummer)}]
    return Regel(str(nummer), na or str(nummer - 1), nummer, "", "doe", f"stap {nummer}", as_raw(verschil), SCHEMA)


BASIS = Basis("0", 0, as_raw({"titel": "0"}), schema=SCHEMA)


@given(st.lists(st.integers(1, 9)), st.binary(max_size=40).filter(lambda rommel: b"\n" not in rommel))
def test_lines_come_back_as_written_and_a_torn_last_line_is_passed_over(nummers, rommel):
    lijnen = [BASIS, *map(regel, nummers), Bewaard("3")]
    data = b"".join(map(frame, lijnen))
    assert read_frames(data + rommel) == (lijnen, 1 if rommel else 0)


def test_every_cut_of_the_file_keeps_the_whole_lines_before_it():
    lijnen = [BASIS, regel(1), regel(2)]
    data = b"".join(map(frame, lijnen))
    for eind in range(len(data)):
        gelezen, _ = read_frames(data[:eind])
        assert gelezen == lijnen[: len(gelezen)]
        assert len(gelezen) >= data[:eind].count(b"\n")


@given(st.integers(0), st.integers(0, 7))
def test_one_wrong_bit_anywhere_costs_one_line_at_most(plek, bit):
    lijnen = [BASIS, regel(1), regel(2), Bewaard("2"), regel(3)]
    data = bytearray(b"".join(map(frame, lijnen)))
    data[plek % len(data)] ^= 1 << bit
    gelezen, stuk = read_frames(bytes(data))
    assert stuk <= 2
    assert [lijn for lijn in lijnen if lijn in gelezen] == gelezen
    assert len(gelezen) >= len(lijnen) - 1


def test_a_line_behind_a_half_one_is_read():
    assert read_frames(frame(regel(1))[:30] + frame(regel(2))) == ([regel(2)], 1)


def test_a_new_line_never_runs_on_into_a_torn_one(tmp_path):
    pad = tmp_path / "map" / "x.journaal"
    journaal = Journaal(pad)
    journaal.append([BASIS, regel(1)])
    journaal.close()
    pad.write_bytes(pad.read_bytes()[:-5])
    journaal.append([regel(1), regel(2)])
    journaal.close()
    assert Journaal(pad).read() == ([BASIS, regel(1), regel(2)], 1)


def test_only_the_owner_may_read_the_journal(tmp_path):
    journaal = Journaal(tmp_path / "map" / "x.journaal")
    journaal.append([BASIS])
    journaal.close()
    assert journaal.pad.stat().st_mode & 0o777 == 0o600
    assert journaal.pad.parent.stat().st_mode & 0o777 == 0o700


def test_a_chain_is_followed_from_the_entry_that_the_file_has():
    keten = Keten([BASIS, regel(1), regel(2), Bewaard("1"), regel(3)], {"2": Anker({"titel": "2"})})
    assert keten.follow("2") == "3"
    assert keten.value("3") == {"titel": "3"}
    assert keten.unsaved_ends(behalve="3") == []


def test_a_branch_that_was_never_in_a_file_is_found():
    ander = Regel("9", "1", 2, "", "doe", "", as_raw([{"pad": ["titel"], "voor": "1", "na": "9"}]), SCHEMA)
    keten = Keten([BASIS, regel(1), ander, regel(2)], {"2": Anker({"titel": "2"})})
    assert keten.unsaved_ends(behalve="2") == ["9"]
    assert keten.value("9") == {"titel": "9"}
    assert Keten([BASIS, regel(1), ander, regel(2), Bewaard("9")], {"2": Anker({})}).unsaved_ends(behalve="2") == []


@pytest.mark.parametrize("houd", (1, 2, 5, 99))
def test_a_journal_that_is_made_shorter_gives_the_same_value_and_the_last_changes(houd):
    keten = Keten([BASIS, *map(regel, range(1, 6))], {"5": Anker({"titel": "5"})})
    korter = shorten(keten, "5", {"titel": "5"}, houd, "")
    nieuw = Keten(korter, {})
    assert nieuw.value("5") == {"titel": "5"}
    assert len(nieuw.history("5").gedaan) == min(houd, 5)


def test_a_journal_is_not_made_shorter_while_something_in_it_is_in_no_file():
    ander = regel(9, na="1")
    assert shorten(Keten([BASIS, regel(1), regel(2), ander], {}), "2", {"titel": "2"}, 1, "") is None


def test_a_change_goes_back_and_forth():
    verschil = regel(1).mutatie.verschil
    boom = apply_verschil({"titel": "0"}, verschil)
    assert apply_verschil(boom, verschil, terug=True) == {"titel": "0"}


def test_a_torn_last_line_costs_only_what_was_never_acknowledged(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    oud = pad.read_bytes()
    zitting = use_zitting(werkmap, pad, "een", "twee", "drie")
    pad.write_bytes(oud)  # the file never followed
    journaal = find_staat(pad, zitting.sessie.id).journaal
    lijnen = journaal.read_bytes().split(b"\n")
    tot_drie = next(i for i, lijn in enumerate(lijnen) if b'"drie"' in lijn)
    journaal.write_bytes(b"\n".join(lijnen[: tot_drie + 1])[:-30])
    assert texts(werkmap.read(zitting.sessie.id)) == ["een", "twee"]
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "vier")
    zitting.close()
    assert texts(werkmap.read(zitting.sessie.id)) == ["een", "twee", "vier"]


def test_a_mark_never_hides_an_entry_that_came_after_what_the_file_holds(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = open_zitting(werkmap, pad)
    stap = zitting.sessie.stappen[0].id
    for nummer in range(40):
        zitting.type_regel(stap, f"regel {nummer}")
        if nummer % 4 == 0:
            zitting.wait_saved(10)
            journaal = Journaal(find_staat(pad, zitting.sessie.id).journaal)
            gezien: list[str] = []
            for lijn in journaal.read()[0]:
                if isinstance(lijn, Regel):
                    gezien.append(lijn.id)
                elif isinstance(lijn, Bewaard):
                    assert lijn.tot == gezien[-1]
    zitting.close()


def test_a_werkmap_that_was_moved_keeps_its_journal(tmp_path):
    werkmap, pad = make_werkmap(tmp_path / "oud")
    begin = pad.read_bytes()
    zitting = use_zitting(werkmap, pad, "een", "twee")
    pad.write_bytes(begin)
    (tmp_path / "oud").rename(tmp_path / "nieuw")
    verhuisd = type(werkmap)(tmp_path / "nieuw")
    assert texts(verhuisd.read(zitting.sessie.id)) == ["een", "twee"]
