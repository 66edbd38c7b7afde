"""The checks of other tools: style, types, the direction of imports."""

import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]

KEURINGEN = {
    "ruff check": ("-m", "ruff", "check", "--no-cache", "."),
    "ruff format": ("-m", "ruff", "format", "--no-cache", "--check", "."),
    "mypy": ("-m", "mypy"),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"),
}


@pytest.mark.parametrize("naam", KEURINGEN)
def test_the_tools_that_check_the_house_find_nothing(naam):
    klaar = subprocess.run(
        [sys.executable, *KEURINGEN[naam]], cwd=WORTEL, capture_output=True, encoding="utf-8", check=False
    )
    assert klaar.returncode == 0, f"{klaar.stdout}\n{klaar.stderr}"
