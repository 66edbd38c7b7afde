"""The bin, `sessies/.prullenbak`: sessions that were removed, as `<moment>_<name of the file>`. Nothing goes by itself.

The copies that stand beside a session go and come with it. An older program put the file there under its own name.
"""

import re
from datetime import datetime
from pathlib import Path

import msgspec

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.atomair import explain, move_durable
from sessie_tool.opslag.namen import session_id_of, split_kopieen
from sessie_tool.opslag.rechten import folder_rights, make_private, set_rights
from sessie_tool.opslag.rijen import KOPPEN
from sessie_tool.opslag.uittreksel import list_names, read_one

MAP = ".prullenbak"
_NAAM = re.compile(r"(\d{8}T\d{6})(?:\d{6})_(.+)")


class Weggelegd(msgspec.Struct, frozen=True):
    """One removed session.

    Attributes:
        id: of the session; that in the name of its file when it cannot be read.
        titel: "" when the file cannot be read.
        verwijderd: ISO moment at which it was removed; "" when that was not kept.
        naam: the name of its file.
        pad: where that is now.
    """

    id: str
    titel: str
    datum: str
    verwijderd: str
    naam: str
    pad: Path


def put_away(pad: Path, moment: datetime) -> Path:
    """Move a session file to the bin with its copies; gives where it is now.

    Raises:
        OSError: it did not succeed.
    """
    sessies = pad.parent
    rechten = make_private(sessies / MAP, sessies)
    kopieen = [sessies / naam for naam, van in split_kopieen(list_names(sessies))[1].items() if van == pad.name]
    for one in (*kopieen, pad):
        doel = sessies / MAP / f"{moment:%Y%m%dT%H%M%S%f}_{one.name}"
        move_durable(one, doel)
        set_rights(doel, rechten.bestand)
    return doel


def list_prullenbak(sessies: Path) -> list[Weggelegd]:
    """The removed sessions, the last one first."""
    folder = sessies / MAP
    gevonden = []
    for opgeborgen in split_kopieen(list_names(folder))[0]:
        verwijderd, naam = _split(opgeborgen)
        kop = read_one(folder, opgeborgen, KOPPEN).waarde
        sessie_id, titel, datum = (kop.id, kop.titel, kop.datum) if kop else (session_id_of(Path(naam)), "", "")
        gevonden.append(Weggelegd(sessie_id, titel, datum, verwijderd, naam, folder / opgeborgen))
    return sorted(gevonden, key=lambda one: (one.verwijderd, one.pad.name), reverse=True)


def _split(naam: str) -> tuple[str, str]:
    """When a file was removed, and its name before that."""
    match = _NAAM.fullmatch(naam)
    try:
        return (datetime.fromisoformat(match[1]).isoformat(), match[2]) if match else ("", naam)
    except ValueError:
        return "", naam


def take_back(sessies: Path, sessie_id: str) -> Path:
    """Bring a session back as it was when it was removed last, with its copies; gives where it is now.

    Raises:
        OpslagError: it is not in the bin, or its place is taken.
    """
    weg = next((one for one in list_prullenbak(sessies) if one.id == sessie_id), None)
    if weg is None:
        raise OpslagError(f"Sessie '{sessie_id}' staat niet in de prullenbak van deze werkmap.")
    doel = sessies / weg.naam
    if doel.exists():
        raise OpslagError(f"Er is al een bestand '{weg.naam}'. Haal de sessie uit de prullenbak terug als kopie.")
    try:
        _return(weg, doel)
    except OSError as error:
        raise OpslagError(f"'{weg.naam}' kan niet terug: {explain(error)}.") from error
    return doel


def _return(weg: Weggelegd, doel: Path) -> None:
    """Move a session and its copies out of the bin, the session last: then it is there with all that belongs to it."""
    kopieen = [naam for naam, van in split_kopieen(list_names(weg.pad.parent))[1].items() if van == weg.pad.name]
    for naam in (*kopieen, weg.pad.name):
        plaats = doel.parent / _split(naam)[1]
        move_durable(weg.pad.parent / naam, plaats)
        set_rights(plaats, folder_rights(doel.parent))
