"""The state folder: what this computer keeps for itself (journals, the line being typed). Only its owner may look."""

import os
from pathlib import Path
from zlib import crc32

import msgspec

from sessie_tool.opslag.atomair import make_folder, write_atomic
from sessie_tool.opslag.rechten import set_rights

MAP_MODE = 0o700
BESTAND_MODE = 0o600


class Staat(msgspec.Struct, frozen=True):
    """Where this computer keeps things for one session in one werkmap.

    Attributes:
        journaal: the journal of the session.
        concept: the lines that were being typed.
        sessie: id of the session.
        bestand: the session file, as the journal names it.
    """

    journaal: Path
    concept: Path
    sessie: str
    bestand: str


def state_folder() -> Path:
    """The folder; SESSIE_STAAT names another one."""
    if own := os.environ.get("SESSIE_STAAT"):
        return Path(own)
    from platformdirs import user_state_path  # costs 27 ms, and tests do not need it

    return user_state_path("sessie_tool", appauthor=False)


def make_state_folder(folder: Path) -> None:
    """Make the folder for its owner only; one that was made with more rights loses them.

    Raises:
        OSError: it cannot be made.
    """
    make_folder(folder, MAP_MODE)
    set_rights(folder, MAP_MODE)


def find_staat(pad: Path, sessie_id: str) -> Staat:
    """The places for the session in the file `pad`. A copy of a werkmap has places of its own."""
    folder = state_folder() / "journaal"
    bestand = str(pad.resolve())
    key = f"{sessie_id}-{crc32(os.fsencode(bestand)):08x}"
    return Staat(folder / f"{key}.journaal", folder / f"{key}.concept", sessie_id, bestand)


def read_concept(pad: Path) -> dict[str, str]:
    """The line that was being typed, per step id; {} when there is none or it cannot be read.

    It stands behind its CRC-32: a line with another letter in it must not come back as what was typed.
    """
    try:
        data = pad.read_bytes()
        if not data.startswith(b"{"):  # as it was kept before there was a checksum
            som, _, data = data.partition(b" ")
            if int(som, 16) != crc32(data):
                return {}
        return msgspec.json.decode(data, type=dict[str, str])
    except (OSError, ValueError, msgspec.DecodeError):
        return {}


def write_concept(pad: Path, concept: dict[str, str]) -> None:
    """Keep the line being typed; an empty concept leaves no file.

    Raises:
        OSError: it did not succeed.
    """
    vol = {stap: tekst for stap, tekst in concept.items() if tekst}
    if vol:
        make_state_folder(pad.parent)
        data = msgspec.json.encode(vol)
        write_atomic(pad, b"%08x %s" % (crc32(data), data), mode=BESTAND_MODE)
    else:
        pad.unlink(missing_ok=True)
