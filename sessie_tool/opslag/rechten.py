"""Rights of what is put aside within a folder of sessions: earlier versions and the bin. Only their owner may look.

Where others may write in the folder itself (a secretary, in a folder of their own group), they may do so here too: a
session that they save could not be kept safe otherwise. On Windows and on most shares the folder's rights apply.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sessie_tool.opslag.atomair import make_folder

_RECHTEN = 0o777


class Rechten(NamedTuple):
    """The rights of a folder and of the files in it."""

    map: int
    bestand: int


def private_rights(sessies: Path) -> Rechten:
    """The rights of what is put aside: for the owner, and for whoever may write in the folder of sessions.

    Raises:
        OSError: the folder is not there.
    """
    mode = sessies.stat().st_mode
    samen = (0o070 if mode & stat.S_IWGRP else 0) | (0o007 if mode & stat.S_IWOTH else 0)
    return Rechten(0o700 | samen, 0o600 | samen & 0o066)


def folder_rights(sessies: Path) -> int:
    """The rights of a session file: whoever may look into its folder may read it.

    Raises:
        OSError: the folder is not there.
    """
    return 0o600 | sessies.stat().st_mode & 0o066


def set_rights(pad: Path, rechten: int) -> None:
    """Give a file or folder these rights where it has others and that can be done; its owner alone can.

    A link is left alone: it may lead to a folder that is nobody's business.
    """
    if os.name == "nt" or pad.is_symlink():
        return
    with suppress(OSError):
        mode = stat.S_IMODE(pad.stat().st_mode)
        if mode & _RECHTEN != rechten:
            pad.chmod(mode & ~_RECHTEN | rechten)


def make_private(folder: Path, sessies: Path) -> Rechten:
    """Make a folder within that of the sessions in which only those look who may; gives its rights.

    Raises:
        OSError: it cannot be made.
    """
    rechten = private_rights(sessies)
    make_folder(folder, rechten.map)
    while folder != sessies:
        set_rights(folder, rechten.map)  # the user's mask takes rights away, and older folders have too many
        folder = folder.parent
    return rechten
