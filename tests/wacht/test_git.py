"""What a person makes with the program never comes into git."""

import shutil
import subprocess
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (WORTEL / ".git").exists(), reason="dit is geen git-map"
)


def git(*args):
    return subprocess.run(["git", *args], cwd=WORTEL, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "pad",
    (
        "sessies/2024-03-21-proef-abc.json",
        "sessies/_werkmap.json",
        "sessies/prullenbak/x.json",
        "exports/verslag.docx",
        "exports/.gemaakt.json",
        "exports/jaar/verslag.md",
        ".venv/bin/python",
    ),
)
def test_git_ignores_what_a_person_makes(pad):
    assert git("check-ignore", "-q", pad).returncode == 0


@pytest.mark.parametrize("pad", ("sessies/LEESMIJ.md", "exports/LEESMIJ.md", "sjablonen/eigen.md"))
def test_git_keeps_what_belongs_to_the_project(pad):
    assert git("check-ignore", "-q", pad).returncode == 1


def test_nothing_else_of_these_folders_is_tracked():
    tracked = git("ls-files", "sessies", "exports").stdout.splitlines()
    assert set(tracked) <= {"sessies/LEESMIJ.md", "exports/LEESMIJ.md"}
