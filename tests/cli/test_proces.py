"""The program as a process: what it loads, when it answers, how it ends."""

import os
import signal
import subprocess
import sys

import pytest

ZWAAR = {
    "textual",
    "rich",
    "docx",
    "lxml",
    "markdown_it",
    "tinydb",
    "filelock",
    "matplotlib",
    "PIL",
    "platformdirs",
    "asyncio",
}
SESSIE = [sys.executable, "-m", "sessie_tool"]


def start(*woorden, **opties):
    pijpen = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*SESSIE, *woorden], **pijpen | opties)


@pytest.fixture
def in_wortel(wortel, monkeypatch, werkmap):
    """The program of this repository, in the werkmap."""
    monkeypatch.setenv("PYTHONPATH", str(wortel))
    return werkmap


@pytest.mark.parametrize(
    "woorden", (["--help"], ["lijst"], ["lijst", "--json"], ["lijst", "--help"], ["acties"]), ids=" ".join
)
def test_a_light_command_loads_nothing_heavy(woorden, sessie_id, in_wortel):
    code = (
        f"import sys; from sessie_tool.cli.hoofd import main; main({woorden!r}); print(*sys.modules, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ZWAAR.isdisjoint(klaar.stderr.split())


def test_each_line_from_a_slow_pipe_gets_its_id_at_once_and_survives_a_kill(sessie_id, in_wortel, als_json):
    with start("invoer", sessie_id, "--stap", "3") as proces:
        ids = []
        for regel in (b"een\n", b"twee\n", b"drie\n"):
            proces.stdin.write(regel)
            proces.stdin.flush()
            ids.append(proces.stdout.readline().decode().strip())
        proces.kill()
    records = als_json("toon", sessie_id)["stappen"][2]["bouwsteen"]["records"]
    assert [one["id"] for one in records] == ids
    assert [one["tekst"] for one in records] == ["een", "twee", "drie"]


def test_output_is_utf8_whatever_the_locale_says(in_wortel):
    omgeving = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    klaar = subprocess.run([*SESSIE, "--help"], capture_output=True, env=omgeving, check=True)
    assert "[OPDRACHT] …" in klaar.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_error(sessie_id, in_wortel):
    lezen, schrijven = os.pipe()
    os.close(lezen)
    with start("toon", sessie_id, stdout=schrijven) as proces:
        os.close(schrijven)
        _, fout = proces.communicate()
    assert (proces.returncode, fout) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows kent dit signaal niet")
def test_ctrl_c_ends_quietly_and_keeps_what_was_acknowledged(sessie_id, in_wortel, als_json):
    with start("invoer", sessie_id, "--stap", "3") as proces:
        proces.stdin.write(b"een\n")
        proces.stdin.flush()
        proces.stdout.readline()
        proces.send_signal(signal.SIGINT)
        fout = proces.stderr.read()
    assert (proces.returncode, fout) == (130, b"")
    assert als_json("toon", sessie_id)["stappen"][2]["bouwsteen"]["records"][0]["tekst"] == "een"


def test_bytes_in_an_argument_that_are_no_text_here_are_read_as_windows_text(in_wortel, als_json):
    uit = subprocess.run([*SESSIE, "nieuw", "signalensessie", "--titel", b"caf\xe9"], capture_output=True, check=True)
    assert als_json("toon", uit.stdout.decode().strip())["titel"] == "café"


def test_the_screen_without_a_terminal_says_so(in_wortel):
    klaar = subprocess.run(SESSIE, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)
    assert klaar.returncode == 1
    assert klaar.stderr.startswith("Het scherm opent alleen in een terminal.")
