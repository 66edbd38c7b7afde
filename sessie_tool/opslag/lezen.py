"""Reading a file that somebody else may have put there: an ordinary one, not too large, and of this folder.

A pipe would wait for ever, a device has no end, and a link may lead to a file that is nobody's business.
"""

import errno
import os
import stat
from pathlib import Path

GROOTST = 200_000_000
"""Bytes; a session with 5,000 signals takes 3 million."""
_VLAGGEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


class OngewoonError(OSError):
    """A file that is not read; its text is the end of a Dutch sentence."""

    def __init__(self, waarom: str, pad: str) -> None:
        """Say why not."""
        super().__init__(errno.EINVAL, waarom, pad)

    def __str__(self) -> str:
        """Why not."""
        return str(self.strerror)


def read_own(pad: Path, grootst: int = GROOTST) -> bytes:
    """What is in a file of the werkmap.

    Raises:
        FileNotFoundError: it is not there.
        OSError: it cannot be read, or is no ordinary file of this folder.
    """
    return read_with_stat(os.fspath(pad), grootst)[0]


def read_named(pad: Path, grootst: int = GROOTST) -> bytes:
    """What is in a file that a person named; that may be a pipe or a link, but it ends somewhere.

    Raises:
        OSError: it cannot be read, or is too large.
    """
    with pad.open("rb") as bestand:
        data = bestand.read(grootst + 1)
    if len(data) > grootst:
        raise OngewoonError(f"het is groter dan {grootst // 1_000_000} MB", str(pad))
    return data


def read_with_stat(pad: str, grootst: int = GROOTST) -> tuple[bytes, os.stat_result]:
    """As `read_own`, with what the system says of the file at that moment.

    Raises:
        OSError: see `read_own`.
    """
    with open(pad, "rb", opener=_open_ordinary) as bestand:  # a Path for each of 10,000 takes 30 ms
        gegevens = os.fstat(bestand.fileno())
        if gegevens.st_size > grootst:
            raise OngewoonError(f"het is groter dan {grootst // 1_000_000} MB", pad)
        return bestand.read(), gegevens


def _open_ordinary(pad: str, _vlaggen: int) -> int:
    try:
        fd = os.open(pad, _VLAGGEN)
    except OSError as error:
        if os.path.islink(pad):  # noqa: PTH114  # see above
            raise OngewoonError("het is een koppeling naar een andere plaats", pad) from error
        raise
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OngewoonError("het is geen gewoon bestand", pad)
    return fd
