"""The file through which the room follows: small, whole, for its owner, and gone when the session is."""

import os
import stat
import threading
import time

import pytest

from sessie_tool.kern.bouwstenen.zaal import Zaallijst, Zaalregel
from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.opslag.zaal import STIL, Zaallezer, Zaalschrijver, find_plek


def wait_until(waar):
    """A thread does it; on a busy computer that takes a moment."""
    eind = time.monotonic() + 10
    while not waar():
        assert time.monotonic() < eind
        time.sleep(0.005)


@pytest.fixture
def zaal(tmp_path):
    """A writer of which the last view is known to be on the disk, and where it is."""
    standen = []
    schrijver = Zaalschrijver(tmp_path, "x1", standen.append)
    plek = find_plek(tmp_path, "x1")
    yield schrijver, plek, standen
    schrijver.close()
    wait_until(lambda: not plek.beeld.exists())


def test_the_room_waits_follows_and_says_when_the_session_closed(tmp_path, zaal):
    schrijver, plek, _ = zaal
    lezer = Zaallezer(tmp_path, "x1")
    assert not lezer.look()
    assert lezer.verbinding == "wacht"
    vijandig = Zaalbeeld("Proef", lijst=Zaallijst(regels=(Zaalregel("[/] \x1b[2J {{x}}"),)))
    schrijver.put(lambda: vijandig)
    wait_until(lezer.look)
    assert (lezer.beeld, lezer.verbinding) == (vijandig, "volgt")
    assert not lezer.look()
    if os.name != "nt":
        assert stat.S_IMODE(plek.beeld.stat().st_mode) == 0o600
        assert stat.S_IMODE(plek.beeld.parent.stat().st_mode) == 0o700
    schrijver.close()
    wait_until(lezer.look)
    assert (lezer.beeld, lezer.verbinding) == (vijandig, "gesloten")
    assert [pad.name for pad in plek.beeld.parent.iterdir()] == []


def test_only_the_newest_view_is_written_and_who_changes_it_never_waits(tmp_path, zaal):
    schrijver, _plek, _ = zaal
    begonnen, verder = threading.Event(), threading.Event()
    gemaakt = []

    def slow():
        begonnen.set()
        verder.wait(10)
        return Zaalbeeld("eerste")

    schrijver.put(slow)
    begonnen.wait(10)
    for nummer in range(100):
        schrijver.put(lambda nummer=nummer: gemaakt.append(nummer) or Zaalbeeld(f"beeld {nummer}"))
    verder.set()
    lezer = Zaallezer(tmp_path, "x1")
    wait_until(lambda: lezer.look() and lezer.beeld.titel == "beeld 99")
    assert gemaakt == [99]


def test_a_program_that_was_killed_is_noticed_and_one_that_comes_back_too(tmp_path, zaal):
    schrijver, plek, _ = zaal
    schrijver.put(lambda: Zaalbeeld("Proef"))
    lezer = Zaallezer(tmp_path, "x1")
    wait_until(lezer.look)
    oud = time.time() - 2 * STIL
    later = Zaallezer(tmp_path, "x1")
    os.utime(plek.beeld, (oud, oud))
    later.look()
    assert (later.beeld, later.verbinding) == (Zaalbeeld("Proef"), "verbroken")
    schrijver.put(lambda: Zaalbeeld("Proef 2"))
    wait_until(later.look)
    assert later.verbinding == "volgt"


def test_the_facilitator_knows_whether_anybody_looks(tmp_path, zaal):
    schrijver, _plek, standen = zaal
    lezer = Zaallezer(tmp_path, "x1")
    lezer.beat()
    schrijver.put(lambda: Zaalbeeld("Proef"))
    wait_until(lambda: standen)
    assert (standen[-1].kijkt, standen[-1].fout) == (True, "")
    lezer.leave()
    schrijver.put(lambda: Zaalbeeld("Proef 2"))
    wait_until(lambda: not standen[-1].kijkt)


def test_what_cannot_be_written_is_said_and_the_room_keeps_what_it_has(tmp_path, zaal):
    schrijver, plek, standen = zaal
    schrijver.put(lambda: Zaalbeeld("Proef"))
    lezer = Zaallezer(tmp_path, "x1")
    wait_until(lezer.look)
    schrijver.put(lambda: Zaalbeeld(1 / 0))
    wait_until(lambda: standen and standen[-1].fout)
    plek.beeld.write_bytes(b"{half")
    lezer.look()
    assert lezer.beeld == Zaalbeeld("Proef")


def test_what_could_not_be_written_comes_as_soon_as_it_can(tmp_path, zaal):
    schrijver, plek, standen = zaal
    plek.beeld.mkdir(parents=True)
    schrijver.put(lambda: Zaalbeeld("Proef"))
    wait_until(lambda: standen and standen[-1].fout)
    plek.beeld.rmdir()
    lezer = Zaallezer(tmp_path, "x1")
    wait_until(lezer.look)
    assert lezer.beeld == Zaalbeeld("Proef")
    wait_until(lambda: not standen[-1].fout)
