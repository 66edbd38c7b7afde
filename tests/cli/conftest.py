"""A werkmap and the program in it, as a person types it."""

import io
import json
import sys

import pytest

from sessie_tool.cli.hoofd import main


class Invoer(io.TextIOWrapper):
    """What stands for the keyboard."""


@pytest.fixture
def werkmap(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SESSIE_WERKMAP", str(tmp_path))
    return tmp_path


@pytest.fixture
def sessie(werkmap, capsys, monkeypatch):
    """Run `sessie …`; gives (exit code, output, complaints)."""

    def run(*woorden, stdin=b""):
        monkeypatch.setattr(sys, "stdin", Invoer(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(woord) for woord in woorden])
        return (code, *capsys.readouterr())

    return run


@pytest.fixture
def goed(sessie):
    """Run `sessie …` that has to succeed without a complaint; gives the output."""

    def run(*woorden, stdin=b""):
        code, uit, fout = sessie(*woorden, stdin=stdin)
        assert (code, fout) == (0, "")
        return uit

    return run


@pytest.fixture
def als_json(goed):
    """Run `sessie … --json`; gives what it means."""

    def run(*woorden):
        return json.loads(goed(*woorden, "--json"))

    return run


@pytest.fixture
def sessie_id(goed):
    """A signalensessie."""
    return goed(
        "nieuw", "signalensessie", "--titel", "Proef Inclusief", "--datum", "2025-03-20", "--opgave", "Inclusief",
        "--deelnemer", "J. Voorbeeld; begeleider; Gemeente Voorbeeldstad", "--deelnemer", "A. Denkbeeldig",
    ).strip()  # fmt: skip
