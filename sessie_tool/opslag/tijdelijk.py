"""Folders for a moment, for their owner only; what a killed program left of them goes the next time."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BEGIN = "sessie-"
TEKST = "tekst-"
"""Begins the name of a folder with a text that is open in another program, which goes on when ours was killed."""
_OUD = 86_400.0
"""Seconds after which a folder is left over, where it cannot be asked whether its program still runs."""


@contextmanager
def temp_folder(soort: str = "") -> Iterator[Path]:
    """A folder that is gone afterwards; its name tells the process, and nothing about a session."""
    sweep()
    naam = f"{_BEGIN}{soort}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=naam, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def sweep() -> None:
    """Take away the folders of programs of this user that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_BEGIN}*-*"):
        if _is_left_over(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left_over(folder: Path) -> bool:
    nummers = [deel for deel in folder.name.split("-")[1:-1] if deel.isdecimal()]
    try:
        stat = folder.lstat()
    except OSError:
        return False
    if not nummers or folder.is_symlink() or not folder.is_dir():
        return False
    if os.name == "nt" or folder.name.startswith(_BEGIN + TEKST):  # Windows ends what one asks after
        return time.time() - stat.st_mtime > _OUD
    return stat.st_uid == os.getuid() and not _runs(int(nummers[-1]))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # of another user, so it runs
        return True
    return True
