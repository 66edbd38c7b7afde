"""The program in a real terminal: however it ends, what was typed is there."""

import os
import signal
import time

import pytest
from scherm_hulp import make_werkmap
from terminal_hulp import Terminal


@pytest.fixture
def terminal(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path / "werkmap")
    terminals = []

    def start():
        terminals.append(Terminal(werkmap, sessie_id, tmp_path / "staat"))
        terminals[-1].wait_for("Open acties")
        return terminals[-1]

    start.lees = lambda: werkmap.read(sessie_id)
    start.staat = tmp_path / "staat"
    yield start
    for one in terminals:
        if one.proces.poll() is None:
            one.proces.kill()
            one.proces.wait()


def texts(sessie):
    return [record.hoofdtekst for record in sessie.stappen[0].bouwsteen.records]


@pytest.mark.parametrize("einde", ("SIGTERM", "SIGHUP", "gesloten terminal"))
def test_a_line_typed_right_before_the_end_is_kept_and_nobody_is_shut_out(terminal, monkeypatch, einde):
    scherm = terminal()
    scherm.enter("Dit mag niet weg")
    if einde == "gesloten terminal":
        os.close(scherm.ouder)
        os.killpg(scherm.proces.pid, signal.SIGHUP)
        assert scherm.proces.wait(15) is not None
    else:
        scherm.proces.send_signal(getattr(signal, einde))
        assert scherm.end() == 0
        assert "Traceback" not in scherm.gezien
    monkeypatch.setenv("SESSIE_STAAT", str(terminal.staat))
    assert texts(terminal.lees()) == ["Dit mag niet weg"]
    opnieuw = terminal()
    opnieuw.wait_for("Dit mag niet weg")
    assert "Iemand anders" not in opnieuw.gezien


def test_what_the_screen_called_saved_survives_kill_9_and_can_still_be_undone(terminal, monkeypatch):
    scherm = terminal()
    scherm.enter("Eerste actie")
    scherm.enter("Tweede actie")
    scherm.type("half")
    time.sleep(1)  # by then the screen says that all is saved, and a line being typed is kept after a pause
    scherm.proces.kill()
    scherm.proces.wait()
    monkeypatch.setenv("SESSIE_STAAT", str(terminal.staat))
    assert texts(terminal.lees()) == ["Eerste actie", "Tweede actie"]
    opnieuw = terminal()
    opnieuw.wait_for("half")
    opnieuw.type("\x1a")
    opnieuw.wait_for("Ongedaan")
    opnieuw.type("\x11")
    assert opnieuw.end() == 0
    assert texts(terminal.lees()) == ["Eerste actie"]


@pytest.mark.parametrize(("toets", "daarna"), (("\x0e", "Welkom"), ("\x0f", "Sessies")))
def test_a_key_right_behind_enter_waits_for_the_line(terminal, monkeypatch, toets, daarna):
    scherm = terminal()
    scherm.type(f"Eerst dit\rEn dit{toets}")
    scherm.wait_for(daarna)
    time.sleep(0.5)
    assert scherm.proces.poll() is None
    scherm.proces.send_signal(signal.SIGTERM)
    assert scherm.end() == 0
    monkeypatch.setenv("SESSIE_STAAT", str(terminal.staat))
    assert texts(terminal.lees()) == ["Eerst dit"]
