"""The names of session files: `<datum>-<naam>-<id>.json`, and of the copy that a conflict leaves beside one."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sessie_tool.kern.taal import slug

if TYPE_CHECKING:  # a list of sessions needs names, not what a session is made of (30 ms)
    from sessie_tool.kern.sessie import Sessie

CONFLICT = "-conflict-"
_LANG = 40


def file_name(sessie: "Sessie") -> str:
    """The name under which a new session is kept; it does not change with the title."""
    naam = slug(sessie.titel, _LANG) or "sessie"
    datum = re.sub(r"[^0-9-]", "", sessie.datum)
    return f"{datum}-{naam}-{sessie.id}.json"


def session_id_of(pad: Path) -> str:
    """The id in the name of a session file or of a conflict copy of it."""
    return pad.stem.partition(CONFLICT)[0].rpartition("-")[2]


def conflict_path(pad: Path, token: str) -> Path:
    """Where our version goes when the file itself belongs to someone else's version."""
    return pad.with_name(f"{pad.stem}{CONFLICT}{token}.json")
