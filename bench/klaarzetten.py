"""Fetches the peers into an environment of their own; the program itself never needs them."""

import subprocess
import sys
from pathlib import Path

PLEK = Path(__file__).parents[1] / "build" / "bench"
PYTHON = PLEK / "bin" / "python"
BUREN = ("docxtpl==0.20.2", "pypandoc_binary==1.17", "opendataloader-pdf==2.5.16")


def main(_argv: list[str]) -> int:
    """Make the environment, or bring it up to date."""
    subprocess.run([sys.executable, "-m", "venv", str(PLEK)], check=True)
    subprocess.run([str(PYTHON), "-m", "pip", "install", "--quiet", *BUREN], check=True)
    print(f"Klaar: {', '.join(BUREN)} in {PLEK}")
    return 0


def find_pandoc() -> str:
    """The program pandoc of that environment."""
    vraag = "import pypandoc; print(pypandoc.get_pandoc_path())"
    return subprocess.run([str(PYTHON), "-c", vraag], check=True, capture_output=True, text=True).stdout.strip()
