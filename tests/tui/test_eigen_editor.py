"""The person's own editor: the text goes out safely, comes back whole, and is never lost whatever the editor does."""

import os
import stat
import sys
from pathlib import Path

import pytest

from sessie_tool.fouten import SessieToolError
from sessie_tool.tui.eigen_editor import edit_outside, find_editor


@pytest.fixture
def editor(tmp_path):
    """Makes an editor out of a few lines of Python; `pad` is the file it is given."""

    def make(programma):
        script = tmp_path / "editor.py"
        begin = "import os, sys, time, signal, pathlib\npad = pathlib.Path(sys.argv[1])\n"
        script.write_text(begin + programma, encoding="utf-8")
        return [sys.executable, str(script)]

    return make


def edit(opdracht, tekst="oude tekst"):
    bewaard = []
    terug = edit_outside(opdracht, tekst, bewaard.append)
    return terug, bewaard


def test_what_was_written_outside_comes_back_without_the_line_end_that_editors_add(editor):
    terug, _ = edit(editor("pad.write_bytes(pad.read_bytes() + b' en meer\\r\\nregel \\xe2\\x82\\xac\\n')"))
    assert terug == ("oude tekst en meer\nregel €", "")


def test_the_editor_gets_the_text_as_typed_in_a_markdown_file(editor, tmp_path):
    gezien = tmp_path / "gezien"
    edit(editor(f"open({str(gezien)!r}, 'w').write(ascii(pad.read_text('utf-8')) + pad.suffix)"), "é [/] \ud83d\n")
    assert gezien.read_text() == ascii("é [/] \ufffd\n") + ".md"


@pytest.mark.skipif(os.name == "nt", reason="Windows kent deze rechten niet")
def test_only_its_owner_can_read_the_file_and_nothing_of_it_stays_behind(editor, tmp_path):
    gezien = tmp_path / "gezien"
    noteer = "f'{pad}\\n{pad.stat().st_mode}\\n{pad.parent.stat().st_mode}'"
    edit(editor(f"open({str(gezien)!r}, 'w').write({noteer})"))
    pad, bestand, folder = gezien.read_text().split("\n")
    assert (stat.S_IMODE(int(bestand)), stat.S_IMODE(int(folder))) == (0o600, 0o700)
    assert not Path(pad).parent.exists()


@pytest.mark.parametrize("leeg", ("pad.write_text('')", "pad.unlink()", "pad.write_text(' \\n')"))
def test_an_editor_that_empties_the_file_loses_nothing(editor, leeg):
    terug, _ = edit(editor(leeg))
    assert terug.tekst == "oude tekst"
    assert "lege tekst" in terug.melding


@pytest.mark.parametrize("einde", ("sys.exit(3)", "os.kill(os.getpid(), 9 if os.name != 'nt' else 15)"))
def test_an_editor_that_fails_says_so_and_what_was_kept_in_it_is_there(editor, einde):
    terug, _ = edit(editor(einde))
    assert terug.tekst == "oude tekst"
    assert "fout" in terug.melding
    terug, _ = edit(editor(f"pad.write_text('half'); {einde}"))
    assert terug.tekst == "half"
    assert "Ctrl+Z" in terug.melding


def test_an_editor_that_does_not_exist_says_so(tmp_path):
    terug, _ = edit([str(tmp_path / "bestaat-niet")])
    assert terug.tekst == "oude tekst"
    assert "start niet" in terug.melding


def test_what_the_editor_keeps_meanwhile_is_safe_at_once(editor):
    terug, bewaard = edit(editor("pad.write_text('tussendoor'); time.sleep(1.3); pad.write_text('klaar')"))
    assert "tussendoor" in bewaard
    assert terug.tekst == "klaar"


def test_bytes_that_are_no_text_do_no_harm(editor):
    terug, _ = edit(editor("pad.write_bytes(b'caf\\xe9 \\x00\\xff')"))
    assert terug.tekst == "café \x00ÿ"


def test_an_editor_with_a_window_of_its_own_is_told_to_wait(editor):
    assert "code --wait" in edit(editor(""))[0].melding


def test_visual_goes_before_editor_and_may_have_options():
    assert find_editor({"VISUAL": "code --wait", "EDITOR": "nano"}) == ["code", "--wait"]
    assert find_editor({"VISUAL": " ", "EDITOR": "nano"}) == ["nano"]


@pytest.mark.parametrize("omgeving", ({}, {"EDITOR": "  "}, {"EDITOR": "'nano"}))
def test_without_an_editor_a_sentence_says_what_to_do(omgeving):
    with pytest.raises(SessieToolError, match="Zet "):
        find_editor(omgeving)


def test_without_room_for_a_file_a_sentence_says_so_and_the_text_stays(editor, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "bestaat-niet"))
    terug, _ = edit(editor("pad.write_text('x')"))
    assert terug.tekst == "oude tekst"
    assert "tijdelijk bestand" in terug.melding
