"""Open a file or a folder with the program that this computer has for it: the one place where that is done."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from sessie_tool.fouten import OpslagError

_OPENERS = {"darwin": "open", "linux": "xdg-open"}


def toon_bestand(pad: Path) -> None:
    """Open a file or a folder; does not wait for the program that shows it.

    Raises:
        OpslagError: it is not there, or this computer has nothing to open it with.
    """
    if not pad.exists():
        raise OpslagError(f"'{pad}' is er niet meer. Maak het verslag opnieuw met W.")
    start = getattr(os, "startfile", None)
    try:
        if start is not None:  # Windows
            start(pad)
            return
        _run_opener(pad)
    except OSError as fout:
        raise _kan_niet(pad) from fout


def _run_opener(pad: Path) -> None:
    opener = shutil.which(_OPENERS.get(sys.platform, "xdg-open"))
    heeft_scherm = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if opener is None or not heeft_scherm:
        raise _kan_niet(pad)
    stil = subprocess.DEVNULL
    proces = subprocess.Popen(  # noqa: S603 - a program of the computer itself, with one path
        [opener, str(pad)], stdin=stil, stdout=stil, stderr=stil, start_new_session=True
    )
    threading.Thread(target=proces.wait, daemon=True).start()  # it may go on for as long as the file is open


def _kan_niet(pad: Path) -> OpslagError:
    return OpslagError(f"Openen lukt op deze computer niet vanuit het programma. Open zelf: {pad}")
