"""Earlier versions of a session file: copies in `sessies/.versies/<id>/`, one per sitting that changed something."""

from datetime import datetime
from pathlib import Path

import msgspec

from sessie_tool.fouten import OpslagError, suggest
from sessie_tool.kern.boom import from_tree
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag.atomair import make_folder, move_durable, write_atomic
from sessie_tool.opslag.bestand import BeschadigdError, Bestand, Meta, read_bestand

MAP = ".versies"
HOUD = 50
"""So many of the newest versions are kept, and always the first one."""


class Versie(msgspec.Struct, frozen=True):
    """One kept version.

    Attributes:
        naam: by which a person names it: '20240321T140731-12'.
        moment: ISO moment of its last change.
        revisie: its number.
    """

    naam: str
    moment: str
    revisie: int
    titel: str
    pad: Path


def versies_folder(sessies: Path, sessie_id: str) -> Path:
    """The folder with the versions of a session."""
    return sessies / MAP / sessie_id


def keep_versie(sessies: Path, sessie_id: str, data: bytes, meta: Meta, moment: datetime) -> Path:
    """Keep the content of a file, as it stood there.

    Raises:
        OSError: it did not succeed.
    """
    folder = versies_folder(sessies, sessie_id)
    make_folder(folder)
    pad = folder / f"{moment:%Y%m%dT%H%M%S}-{meta.revisie}.json"
    write_atomic(pad, data)
    for oud in _files(folder)[1:-HOUD]:
        oud.unlink(missing_ok=True)
    return pad


def keep_damaged(pad: Path, sessie_id: str, moment: datetime) -> Path:
    """Move a damaged file aside; nothing of it is thrown away.

    Raises:
        OSError: it did not succeed.
    """
    doel = versies_folder(pad.parent, sessie_id) / f"beschadigd-{moment:%Y%m%dT%H%M%S%f}.txt"
    move_durable(pad, doel)
    return doel


def read_versie(sessies: Path, sessie_id: str, naam: str) -> Sessie:
    """A kept version as a session; to bring it back is one change of the open session, which can be undone.

    Raises:
        OpslagError: there is no such version.
    """
    versies = {pad.stem: bestand for pad, bestand in read_versies(sessies, sessie_id)}
    if naam not in versies:
        raise OpslagError(f"Versie '{naam}' bestaat niet. {suggest(naam, versies)}".rstrip())
    return from_tree(versies[naam].boom)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.json"))


def list_versies(sessies: Path, sessie_id: str) -> list[Versie]:
    """The good versions of a session, the newest last; damaged ones are passed over."""
    return [
        Versie(pad.stem, bestand.meta.bewaard, bestand.meta.revisie, bestand.boom["titel"], pad)
        for pad, bestand in read_versies(sessies, sessie_id)
    ]


def read_versies(sessies: Path, sessie_id: str) -> list[tuple[Path, Bestand]]:
    """Every good version with its content, the newest last."""
    gevonden = []
    for pad in _files(versies_folder(sessies, sessie_id)):
        try:
            gevonden.append((pad, read_bestand(pad.read_bytes())))
        except (BeschadigdError, OSError):
            continue
    return gevonden
