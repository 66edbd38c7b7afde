"""The wheel: it carries all that the program needs, and the program works from it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wiel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=WORTEL)
    return next(folder.glob("*.whl"))


def run(*command, cwd, **env):
    klaar = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | env,
        capture_output=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout


def test_the_wheel_carries_the_sjablonen_and_the_huisstijl(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {f"sessie_tool/_sjablonen/{pad.name}" for pad in (WORTEL / "sjablonen").iterdir() if pad.is_file()}
    assert shipped <= names
    assert {"sessie_tool/_sjablonen/signalensessie.md", "sessie_tool/_sjablonen/huisstijl.docx"} <= shipped


def test_the_wheel_carries_every_file_of_the_program_and_nothing_else(wheel):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if "/_sjablonen/" not in name}
    own = {
        pad.relative_to(WORTEL).as_posix()
        for pad in (WORTEL / "sessie_tool").rglob("*")
        if pad.is_file() and "__pycache__" not in pad.parts
    }
    assert own <= names
    assert {name.split("/")[0] for name in names - own} == {f"{wheel.name.split('-py3')[0]}.dist-info"}


def test_the_program_works_from_the_wheel(wheel, tmp_path):
    target = tmp_path / "plek"
    run(
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
        cwd=tmp_path,
    )
    code = (
        "import sessie_tool, sys; print(sessie_tool.__file__); from sessie_tool.__main__ import main; sys.exit(main())"
    )
    uit = run(
        sys.executable, "-c", code, "sjablonen", cwd=tmp_path, PYTHONPATH=str(target), SESSIE_WERKMAP=str(tmp_path)
    )
    assert Path(uit.splitlines()[0]).is_relative_to(target)
    assert "signalensessie" in uit
