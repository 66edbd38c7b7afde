"""Where the indexes stand: in the cache folder of this computer, one file per werkmap, only for its owner."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from sessie_tool.opslag.rechten import set_rights
from sessie_tool.opslag.staat import BESTAND_MODE, make_state_folder

BIJ = ("", "-wal", "-shm", "-journal")
"""What SQLite puts behind the name of a database for the files beside it."""


def cache_folder() -> Path:
    """The folder of the indexes."""
    from platformdirs import user_cache_path  # costs 10 ms, and is only needed in a large werkmap

    return user_cache_path("sessie_tool", appauthor=False) / "index"


def find_plek(sessies: Path, versie: int) -> Path:
    """The file of the index of a folder of sessions. A copy of a werkmap, and another version, has one of its own."""
    return cache_folder() / f"{_werkmap_key(sessies)}-{versie:08x}.sqlite3"


def _werkmap_key(sessies: Path) -> str:
    return f"{crc32(os.fsencode(sessies.resolve())):08x}"


def make_plek(pad: Path) -> None:
    """Make the file when it is not there; nobody else may read it, also not one that was made with more rights.

    Raises:
        OSError: it cannot be made.
    """
    if not pad.exists():
        make_state_folder(pad.parent)
        with suppress(FileExistsError):
            os.close(os.open(pad, os.O_CREAT | os.O_EXCL | os.O_WRONLY, BESTAND_MODE))
    for bij in BIJ:
        set_rights(pad.with_name(pad.name + bij), BESTAND_MODE)


def throw_away(pad: Path) -> None:
    """Take an index away, in as far as that succeeds."""
    for bij in BIJ:
        with suppress(OSError):
            pad.with_name(pad.name + bij).unlink()


def forget_werkmap(sessies: Path) -> None:
    """Take every index of a folder of sessions away, of all versions; it comes back when it is needed."""
    for pad in cache_folder().glob(f"{_werkmap_key(sessies)}-*.sqlite3"):
        throw_away(pad)


def list_others(pad: Path) -> Iterator[tuple[Path, bool]]:
    """The other indexes on this computer, and whether each is of the same werkmap in another version."""
    for ander in pad.parent.glob("*.sqlite3"):
        if ander != pad:
            yield ander, ander.name[:8] == pad.name[:8]
