"""One writer at a time: who is first, who died, who may still be there."""

import os
import signal
import subprocess
import sys
import time

import pytest
from zitting_hulp import make_werkmap, open_zitting, start_python, texts, type_lines

from sessie_tool import nu
from sessie_tool.fouten import BezetError
from sessie_tool.opslag.lease import Lease

RONDES = 50
OM_HET_HARDST = """
from sessie_tool.fouten import BezetError
from sessie_tool.opslag.lease import Lease
for _ in sys.stdin:
    lease = Lease(Path(sys.argv[1]), nu.now())
    try:
        lease.take()
        print("ja", flush=True)
    except BezetError:
        print("nee", flush=True)
    sys.stdin.readline()
    lease.release()
    print("los", flush=True)
"""
HOUDER = """
from sessie_tool.opslag.lease import Lease
lease = Lease(Path(sys.argv[1]), nu.now())
lease.take()
print("heeft", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def plek(tmp_path):
    return make_werkmap(tmp_path)


@pytest.fixture
def houder(plek):
    """Another program that holds the lease."""
    proces = start_python(HOUDER, plek[1], invoer=True)
    assert proces.stdout.readline() == "heeft\n"
    yield proces
    proces.send_signal(signal.SIGCONT)
    proces.kill()
    proces.communicate()


def lock_of(pad):
    return pad.parent / ".bezet" / f"{pad.stem}.lock"


def test_of_two_programs_that_start_at_the_same_moment_exactly_one_may_write(plek):
    paar = [start_python(OM_HET_HARDST, plek[1], invoer=True) for _ in range(2)]

    def ask(woord):
        for proces in paar:
            proces.stdin.write(f"{woord}\n")
            proces.stdin.flush()
        return sorted(proces.stdout.readline().strip() for proces in paar)

    try:
        uitkomsten = []
        for _ in range(RONDES):
            uitkomsten.append(ask("nu"))
            assert ask("klaar") == ["los", "los"]
    finally:
        for proces in paar:
            proces.communicate()
    assert uitkomsten == [["ja", "nee"]] * RONDES


def test_a_number_that_another_program_has_by_now_does_not_keep_the_session(plek, houder):
    """After a crash or a restart of the computer the number of the dead program may be in use again."""
    houder.kill()
    houder.wait()
    slot = lock_of(plek[1])
    ander = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        tekst = slot.read_text().replace(f"pid={houder.pid}\n", f"pid={ander.pid}\n")
        assert f"pid={ander.pid}\n" in tekst
        slot.write_text(tekst)
        zitting = open_zitting(*plek)
        type_lines(zitting, "verder")
        zitting.close()
    finally:
        ander.communicate(b"\n")
    assert texts(plek[0].read(zitting.sessie.id)) == ["verder"]


def test_a_program_that_gives_no_sign_of_life_is_told_and_may_be_taken_over(plek, houder):
    houder.send_signal(signal.SIGSTOP)
    os.utime(lock_of(plek[1]), (time.time() - 14.5 * 60,) * 2)
    with pytest.raises(BezetError, match="laatst gezien 14 minuten geleden") as fout:
        open_zitting(*plek)
    assert fout.value.elders
    open_zitting(*plek, overnemen=True).close()


def test_who_writes_is_known_without_taking_it_and_a_dead_program_writes_no_more(plek, houder):
    lease = Lease(plek[1], nu.now())
    assert lease.find_writer().pid == houder.pid
    houder.kill()
    houder.wait()
    assert lease.find_writer() is None
    lease.take()
    lease.release()
    assert lease.find_writer() is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="alleen Linux zegt dat een programma is afgelopen")
def test_a_program_that_is_over_keeps_nobody_out_though_its_parent_did_not_look_yet(plek, houder):
    houder.kill()
    os.waitid(os.P_PID, houder.pid, os.WEXITED | os.WNOWAIT)
    lease = Lease(plek[1], nu.now())
    assert lease.find_writer() is None
    lease.take()
    assert lease.held()
    lease.release()
