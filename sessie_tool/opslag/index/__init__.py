"""The index: what is taken out of the session files, kept on this computer so that a large werkmap is there at once.

In a small werkmap, and whenever the index cannot be used, the files themselves are read; the answer is the same.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from sessie_tool.opslag.namen import split_kopieen
from sessie_tool.opslag.uittreksel import Gelezen, Uittreksel, list_all, list_names, read_one, read_straight, scan

T = TypeVar("T")

KLEIN = 200
"""Up to so many sessions the files are as fast as an index, and it needs no SQLite."""


def is_large(sessies: Path) -> bool:
    """Whether a folder of sessions is worth an index."""
    return len(list_all(sessies)) > KLEIN


def read_all(sessies: Path, uittreksel: Uittreksel[T]) -> list[Gelezen[T]]:
    """The uittreksel of every session file as it is now, copies not among them, the newest name first."""
    if is_large(sessies):
        from sessie_tool.opslag.index.databank import OnbruikbaarError

        try:
            return sorted(_read_kept(sessies, uittreksel), key=lambda one: one.naam, reverse=True)
        except (OnbruikbaarError, OSError):
            pass
    return list(read_straight(sessies, list_session_files(sessies), uittreksel))


def list_session_files(sessies: Path) -> Iterator[str]:
    """The names of the session files, copies of them not among these, the newest first."""
    return reversed(split_kopieen(list_names(sessies))[0])


def _read_kept(sessies: Path, uittreksel: Uittreksel[T]) -> list[Gelezen[T]]:
    """The same from the index, in any order.

    Raises:
        OnbruikbaarError: the index cannot be used.
    """
    from sessie_tool.opslag.index.databank import open_databank

    lees = partial(read_one, sessies, uittreksel=uittreksel)
    with open_databank(sessies) as databank:
        gezien = scan(sessies)
        los = databank.update(uittreksel, gezien, lees)
        kept = {naam: Gelezen(naam, gezien[naam], one) for naam, one in databank.read(uittreksel) if naam in gezien}
        kept |= los
        return [kept[naam] if naam in kept else lees(naam) for naam in gezien]  # another process may have taken one out
