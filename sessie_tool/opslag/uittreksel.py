"""Uittreksel: what is taken out of each session file, such as its row in the list; read straight from the files."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from sessie_tool.opslag.lezen import read_with_stat
from sessie_tool.opslag.namen import split_kopieen

T = TypeVar("T")
Kenmerk = tuple[int, int, int, int]
"""Size, moment of change, moment of the node's change and node of a file: another content has another one."""
GEEN_KENMERK: Kenmerk = (0, 0, 0, 0)
"""Of a file that cannot be read."""
Woorden = tuple[int, str]
_LANGSTE_INT = (1 << 63) - 1
_STUK = (msgspec.DecodeError, UnicodeDecodeError, StopIteration, RecursionError)


class Uittreksel(msgspec.Struct, Generic[T], frozen=True):
    """One thing that is taken out of every session file.

    Attributes:
        naam: how an index keeps it apart from the others.
        versie: one more whenever `lees` or `vorm` changes.
        vorm: what `lees` gives, so that it can be kept and read again.
        lees: the bytes of a file → the uittreksel; what is wrong with the file may be raised as msgspec does.
        woorden: what can be searched in it: the number of each piece of text, given the file's, and its words.
    """

    naam: str
    versie: int
    vorm: Any
    lees: Callable[[bytes], T]
    woorden: Callable[[int, Any], Iterable[Woorden]] = lambda _nr, _waarde: ()


class Gelezen(NamedTuple, Generic[T]):
    """The uittreksel of one file; `waarde` is None when the file is no session or cannot be read."""

    naam: str
    kenmerk: Kenmerk
    waarde: T | None


def list_all(sessies: Path) -> list[str]:
    """The names of all there is in a folder, as text, for 10,000 Paths cost 30 ms; none when it is not there."""
    try:
        return os.listdir(sessies)  # noqa: PTH208  # see above
    except OSError:
        return []


def list_names(sessies: Path) -> list[str]:
    """The names of the session files and the copies of them, the newest first."""
    return sorted(filter(is_session_name, list_all(sessies)), reverse=True)


def is_session_name(naam: str) -> bool:
    """Whether a file in the folder is a session or a copy of one."""
    return naam.endswith(".json") and naam[0] not in "._"


def scan(sessies: Path) -> dict[str, Kenmerk]:
    """The session files, copies of them not among these, each with its kenmerk.

    Raises:
        OSError: the folder cannot be read.
    """
    found = {}
    with os.scandir(sessies) as entries:
        for one in entries:
            if is_session_name(one.name):
                try:
                    found[one.name] = _kenmerk(one.stat())
                except OSError:
                    if one.is_symlink():  # to nowhere, or to itself; else it was removed this moment
                        found[one.name] = GEEN_KENMERK
    for kopie in split_kopieen(found)[1]:
        del found[kopie]
    return found


def read_one(sessies: Path, naam: str, uittreksel: Uittreksel[T]) -> Gelezen[T]:
    """The uittreksel of one file as it is now."""
    try:
        data, stat = read_with_stat(f"{sessies}{os.sep}{naam}")
    except (OSError, ValueError):
        return Gelezen(naam, GEEN_KENMERK, None)
    try:
        return Gelezen(naam, _kenmerk(stat), uittreksel.lees(data))
    except _STUK:
        return Gelezen(naam, _kenmerk(stat), None)


def read_straight(sessies: Path, namen: Iterable[str], uittreksel: Uittreksel[T]) -> Iterator[Gelezen[T]]:
    """The uittreksel of each file."""
    return (read_one(sessies, naam, uittreksel) for naam in namen)


def _kenmerk(stat: os.stat_result) -> Kenmerk:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino & _LANGSTE_INT


def first_row(table: Mapping[str, T]) -> T:
    """The row of a table that holds one.

    Raises:
        StopIteration: it is empty.
    """
    return next(iter(table.values()))
