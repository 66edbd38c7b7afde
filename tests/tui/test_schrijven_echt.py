"""Writing in a real terminal: the own editor takes it over and gives it back, and kill -9 loses a pause at most."""

import os
import signal
import time

import pytest
from scherm_hulp import make_werkmap
from terminal_hulp import Terminal

F5, CTRL_G, CTRL_N, F6, END, ESC = "\x1b[15~", "\x07", "\x0e", "\x1b[17~", "\x1b[F", "\x1b"


@pytest.fixture
def schrijf(tmp_path, monkeypatch):
    """Starts the program at the text of an opmerking, with an editor made of a line for the shell."""
    werkmap, sessie_id = make_werkmap(tmp_path / "werkmap")
    monkeypatch.setenv("SESSIE_STAAT", str(tmp_path / "staat"))
    terminals = []

    def start(programma="", nieuw="Een opmerking"):
        script = tmp_path / "editor.sh"
        script.write_text(f"#!/bin/sh\n{programma}\n", encoding="utf-8")
        script.chmod(0o700)
        terminal = Terminal(werkmap, sessie_id, tmp_path / "staat", EDITOR=str(script), VISUAL="", TMPDIR=str(tmp_path))
        terminals.append(terminal)
        terminal.wait_for("Open acties")
        terminal.type(CTRL_N)
        terminal.wait_for("Welkom")
        time.sleep(0.5)
        if nieuw:
            terminal.enter(nieuw)
        terminal.type(F6)
        time.sleep(0.3)
        terminal.type("\r")
        terminal.wait_for("groot schrijven")
        return terminal

    start.tekst = lambda: werkmap.read(sessie_id).stappen[1].bouwsteen.records[0].hoofdtekst
    yield start
    for one in terminals:
        if one.proces.poll() is None:
            one.proces.kill()
            one.proces.wait()


def close(terminal):
    """Keep and close both screens, then the program."""
    for _ in range(2):
        terminal.type(ESC)
        time.sleep(0.6)
        terminal.read()
    terminal.type("\x11")
    assert terminal.end() == 0


def test_the_own_editor_has_the_terminal_and_its_text_comes_back(schrijf):
    terminal = schrijf('test -t 0 && printf " en uit de terminal" >> "$1" && echo Ik ben de editor && sleep 1')
    terminal.type(F5)
    terminal.wait_for("eigen editor")
    terminal.type(CTRL_G)
    terminal.wait_for("Ik ben de editor")
    os.killpg(terminal.proces.pid, signal.SIGINT)  # a person who presses Ctrl+C there means the editor
    terminal.wait_for("uit de terminal")
    close(terminal)
    assert schrijf.tekst() == "Een opmerking en uit de terminal"


def test_an_editor_that_goes_wrong_leaves_text_and_program_as_they_were(schrijf):
    terminal = schrijf(': > "$1"; kill -9 $$')
    terminal.type(F5)
    terminal.wait_for("eigen editor")
    terminal.type(CTRL_G)
    terminal.wait_for("lege tekst")
    terminal.type(" gaat door")
    terminal.wait_for("door")
    close(terminal)
    assert schrijf.tekst() == "Een opmerking gaat door"


@pytest.mark.parametrize("einde", ("kill -9", "SIGTERM", "Ctrl+Q"))
@pytest.mark.parametrize("groot", (False, True), ids=("in het formulier", "groot"))
def test_however_the_program_ends_the_text_that_was_written_comes_back(schrijf, einde, groot):
    terminal = schrijf()
    if groot:
        terminal.type(F5)
        terminal.wait_for("eigen editor")
    terminal.type(END)
    time.sleep(0.5)
    terminal.type(" en half geschreven")
    if einde == "kill -9":
        time.sleep(1.5)  # a pause in typing
        terminal.proces.kill()
        terminal.proces.wait()
    elif einde == "SIGTERM":
        time.sleep(0.3)  # by then the program has the keys
        terminal.proces.send_signal(signal.SIGTERM)
        assert terminal.end() == 0
    else:
        time.sleep(0.3)
        terminal.type("\x11")
        assert terminal.end() == 0
    opnieuw = schrijf(nieuw="")
    opnieuw.wait_for("Nog niet af")
    close(opnieuw)
    assert schrijf.tekst() == "Een opmerking en half geschreven"


def test_what_was_kept_in_the_own_editor_survives_kill_9_of_the_program(schrijf):
    terminal = schrijf('printf " en buiten" >> "$1"; echo Ik ben de editor; sleep 30')
    terminal.type(F5)
    terminal.wait_for("eigen editor")
    terminal.type(CTRL_G)
    terminal.wait_for("Ik ben de editor")
    time.sleep(2)
    os.killpg(terminal.proces.pid, signal.SIGKILL)
    terminal.proces.wait()
    opnieuw = schrijf(nieuw="")
    opnieuw.wait_for("Nog niet af")
    close(opnieuw)
    assert schrijf.tekst() == "Een opmerking en buiten"
