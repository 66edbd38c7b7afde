"""Setting up: what the README says is what works and what the checks run."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from sessie_tool.cli.tabel import OPDRACHTEN

WORTEL = Path(__file__).parents[2]
README = (WORTEL / "README.md").read_text(encoding="utf-8")
CI = (WORTEL / ".ci" / "run").read_text(encoding="utf-8")


def command(naam):
    match = re.search(rf"<!-- opdracht: {naam} -->\n+```\w*\n(.*?)\n```", README, re.DOTALL)
    assert match, f"README.md heeft geen opdracht '{naam}'"
    assert "\n" not in match[1]
    return match[1]


def parts(naam):
    return [shlex.split(deel) for deel in command(naam).split("&&")]


def test_one_command_sets_up_and_opens_the_screen():
    assert parts("gebruiken")[0] == ["python3", "-m", "venv", ".venv"]
    assert parts("gebruiken")[1][:2] == [".venv/bin/pip", "install"]
    assert parts("gebruiken")[1][-1] == "."
    assert parts("gebruiken")[2] == [".venv/bin/sessie", "demo", "--werkmap", "werkmap-demo"]
    assert parts("gebruiken")[3] == [".venv/bin/sessie", "--werkmap", "werkmap-demo"]


def test_one_command_sets_up_and_runs_every_test():
    assert parts("testen")[0] == ["python3", "-m", "venv", ".venv"]
    assert parts("testen")[1][-2:] == ["-e", ".[test]"]
    assert parts("testen")[2] == [".venv/bin/python", "-m", "pytest"]


@pytest.mark.parametrize("naam", ("gebruiken", "testen"))
def test_windows_gets_the_same_steps(naam):
    windows = [shlex.split(deel.replace("\\", "/")) for deel in command(f"{naam}-windows").split(";")]
    own = [[woord.replace(".venv/bin/", ".venv/Scripts/") for woord in deel] for deel in parts(naam)]
    assert windows[0] == ["py", "-3", *own[0][1:]]
    assert windows[1:] == own[1:]


@pytest.mark.skipif(os.name == "nt", reason="de keuring zelf draait in bash")
def test_the_checks_run_the_command_of_the_readme(tmp_path):
    awk = re.search(r"opdracht=\$\((awk .*?README\.md)\)", CI, re.DOTALL)
    assert awk
    uit = subprocess.run(["bash", "-c", awk[1]], cwd=WORTEL, capture_output=True, encoding="utf-8", check=True)
    assert uit.stdout.strip() == command("testen")
    assert os.access(WORTEL / ".ci" / "run", os.X_OK)
    assert "set -euo pipefail" in CI


def test_every_file_that_the_readme_points_at_is_there():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [one for one in targets if not (WORTEL / one).exists()] == []


def test_the_readme_names_every_command_and_no_other():
    rows = re.findall(r"^\| (`sessie.*?) \|", README, re.MULTILINE)
    named = {match for row in rows for match in re.findall(r"`sessie (\w+)", row)}
    assert named == set(OPDRACHTEN)
