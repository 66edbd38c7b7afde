"""The names of session files: `<datum>-<naam>-<id>.json`, and of the copies that may stand beside one.

A copy is ours (`…-conflict-<token>.json`) or of a program that keeps folders the same on more computers. All of these
keep the name of the file and put something of their own behind it. A copy with another name is found by the id in it.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sessie_tool.kern.taal import slug

if TYPE_CHECKING:  # a list of sessions needs names, not what a session is made of (30 ms)
    from sessie_tool.kern.sessie import Sessie

CONFLICT = "-conflict-"
_LANG = 40
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,63}")
_ERACHTER = re.compile(
    r" ?\([0-9]{1,3}\)"  # Google Drive, a browser: 'naam (1)'
    r"|[ _-]+(?i:kopie|copy)(?: ?\(?[0-9]{1,3}\)?)?"  # Windows, macOS: 'naam - kopie (2)'
    r"|[ _]\([^()]*(?i:conflict|kopie|copy)[^()]*\)"  # Dropbox, Nextcloud: 'naam (conflicted copy 2026-03-21 140731)'
    r"|\.sync-conflict-[0-9]{8}-[0-9]{6}-[A-Z0-9]+"  # Syncthing
    r"|-(?=[^-]*[A-Z])[A-Z0-9][A-Z0-9-]*",  # OneDrive: the name of the computer, in capitals; our ids have none
)
"""What programs that keep folders the same put behind the name of a file, for the copy with the other version."""


def file_name(sessie: "Sessie") -> str:
    """The name under which a new session is kept; it does not change with the title."""
    naam = slug(sessie.titel, _LANG) or "sessie"
    datum = re.sub(r"[^0-9-]", "", sessie.datum)
    return f"{datum}-{naam}-{sessie.id}.json"


def session_id_of(pad: Path) -> str:
    """The id in the name of a session file or of a conflict copy of it."""
    return pad.stem.partition(CONFLICT)[0].rpartition("-")[2]


def is_id(naam: object) -> bool:
    """Whether this can be the id of a session: files and folders are named after it, so it may lead nowhere."""
    return isinstance(naam, str) and _ID.fullmatch(naam) is not None


def conflict_path(pad: Path, token: str) -> Path:
    """Where our version goes when the file itself belongs to someone else's version."""
    return pad.with_name(f"{pad.stem}{CONFLICT}{token}.json")


def split_kopieen(namen: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """The names of session files, and for each name of a copy the name of the file that it is a copy of.

    Both in the order of the alphabet. The file of one of our own copies may be gone.
    """
    eigen: list[str] = []
    kopieen: dict[str, str] = {}
    laatste = "?"  # begins no name of ours
    for stam in sorted([naam.removesuffix(".json") for naam in namen]):
        if stam.startswith(laatste) and _ERACHTER.fullmatch(stam, len(laatste)):
            kopieen[f"{stam}.json"] = f"{laatste}.json"
        elif CONFLICT in stam:
            kopieen[f"{stam}.json"] = f"{stam.partition(CONFLICT)[0]}.json"
        else:
            eigen.append(f"{stam}.json")
            laatste = stam
    return eigen, kopieen
