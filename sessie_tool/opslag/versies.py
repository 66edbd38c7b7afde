"""Earlier versions of a session file: whole copies in `sessies/.versies/<id>/`, each with why it was kept."""

import re
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from sessie_tool.fouten import OpslagError, suggest
from sessie_tool.kern.boom import from_tree
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag.atomair import copy_durable, write_atomic
from sessie_tool.opslag.bestand import BeschadigdError, Bestand, Meta, encode, pack, read_bestand, schema_of
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.rechten import Rechten, make_private, set_rights
from sessie_tool.opslag.uitdunnen import RUIMTE, Kopie, choose_kept

MAP = ".versies"
PER_KEER = 3
"""So many versions go at once because of their age: a clock that is years ahead for a day must not empty the folder."""
HOUD_BESCHADIGD = 50
"""So many damaged files of one session are kept, the newest."""

ZITTING, INLEZEN, HERSTEL, MIGRATIE = "zitting", "inlezen", "herstel", "migratie"
AANLEIDINGEN = {
    ZITTING: "vóór een zitting",
    INLEZEN: "vóór het inlezen of overnemen",
    HERSTEL: "vóór het terugzetten van een versie",
    "samenvoegen": "vóór het samenvoegen van twee versies",
    MIGRATIE: "vóór de overgang naar een nieuwe indeling",
}
"""Why a version was kept → that in words. Those that are no `ZITTING` do not go by age alone."""

_VREEMD = re.compile(r"[^A-Za-z0-9_-]")
_NAAM = re.compile(r"(\d{8}T\d{6})-(\d+)(?:-([a-z]+))?")


class Versie(msgspec.Struct, frozen=True):
    """One kept version.

    Attributes:
        naam: by which a person names it: '20240321T140731-12-zitting'.
        moment: ISO moment of its last change.
        revisie: its number.
        aanleiding: why it was kept, see `AANLEIDINGEN`.
        bewaard: ISO moment at which it was kept.
        datum: ISO date of the session.
    """

    naam: str
    moment: str
    revisie: int
    titel: str
    pad: Path
    aanleiding: str = ZITTING
    bewaard: str = ""
    datum: str = ""


class Tevoren(NamedTuple):
    """A value to keep before many records change at once, and why."""

    boom: dict[str, Any]
    meta: Meta
    aanleiding: str

    def as_data(self) -> bytes:
        """The content of a file with this value."""
        return encode(pack(self.boom, self.meta))


def versies_folder(sessies: Path, sessie_id: str) -> Path:
    """The folder with the versions of a session; what stands in a file as its id never leads outside it."""
    return sessies / MAP / _VREEMD.sub("_", sessie_id)


def make_versies_folder(sessies: Path, sessie_id: str) -> Rechten:
    """Make the folder with the versions of a session; gives its rights.

    Raises:
        OSError: it cannot be made.
    """
    return make_private(versies_folder(sessies, sessie_id), sessies)


def keep_versie(
    sessies: Path, sessie_id: str, data: bytes, meta: Meta, moment: datetime, aanleiding: str = ZITTING
) -> Path:
    """Keep the content of a file, as it stood there; what is kept already is not kept twice. Gives where it is.

    Raises:
        OSError: it did not succeed.
    """
    if schema_of(data) < SCHEMA:
        aanleiding = MIGRATIE  # the next write is in the newer layout, whatever else it changes
    rechten = make_versies_folder(sessies, sessie_id)
    folder = versies_folder(sessies, sessie_id)
    bestaand = _files(folder)
    if (zelfde := _find_same(bestaand, meta, data)) is not None:
        return zelfde
    while (pad := folder / f"{moment:%Y%m%dT%H%M%S}-{meta.revisie}-{aanleiding}.json").exists():
        moment += timedelta(seconds=1)  # another content with this number, made elsewhere
    write_atomic(pad, data, mode=rechten.bestand)
    _thin([*bestaand, pad], pad, moment, rechten)
    return pad


def _find_same(paden: list[Path], meta: Meta, data: bytes) -> Path | None:
    """The version that says the same: the newest, or one with the same number."""
    for pad in {*paden[-1:], *(pad for pad in paden if _parse(pad)[1] == meta.revisie)}:
        with suppress(OSError, BeschadigdError):
            bewaard = read_own(pad)
            if bewaard == data or read_bestand(bewaard).boom == read_bestand(data).boom:
                return pad
    return None


def _thin(paden: list[Path], nieuw: Path, moment: datetime, rechten: Rechten) -> None:
    """Take away what `choose_kept` does not choose."""
    kopieen = []
    for pad in paden:
        with suppress(OSError):  # another program took it away
            set_rights(pad, rechten.bestand)
            kopieen.append(_as_kopie(pad))
    blijft = choose_kept(kopieen, moment.replace(tzinfo=None), nieuw.name)
    weg = [kopie.naam for kopie in kopieen if kopie.naam not in blijft]
    past = sum(kopie.grootte for kopie in kopieen) <= RUIMTE
    for naam in weg[:PER_KEER] if past else weg:
        with suppress(OSError):  # the next time, then
            (nieuw.parent / naam).unlink(missing_ok=True)


def _as_kopie(pad: Path) -> Kopie:
    moment, _, aanleiding = _parse(pad)
    return Kopie(pad.name, moment, pad.stat().st_size, aanleiding != ZITTING)


def _parse(pad: Path) -> tuple[datetime, int, str]:
    """When a version was kept, its revision and why, from its name."""
    match = _NAAM.fullmatch(pad.stem)
    with suppress(ValueError):
        if match:
            return datetime.fromisoformat(match[1]), int(match[2]), match[3] or ZITTING
    return datetime(1, 1, 1), 0, ZITTING  # noqa: DTZ001  # the names hold local moments


def keep_damaged(pad: Path, sessie_id: str, moment: datetime) -> Path:
    """Keep a copy of a damaged file; it stays itself until it is replaced, so that there always is a file.

    Raises:
        OSError: it did not succeed.
    """
    rechten = make_versies_folder(pad.parent, sessie_id)
    folder = versies_folder(pad.parent, sessie_id)
    eerder = sorted(folder.glob("beschadigd-*.txt"))
    if eerder and eerder[-1].read_bytes() == pad.read_bytes():  # kept, but it could not be replaced yet
        return eerder[-1]
    doel = folder / f"beschadigd-{moment:%Y%m%dT%H%M%S%f}.txt"
    copy_durable(pad, doel)
    set_rights(doel, rechten.bestand)
    for oud in eerder[: 1 - HOUD_BESCHADIGD]:
        oud.unlink(missing_ok=True)
    return doel


def read_versie(sessies: Path, sessie_id: str, naam: str) -> Sessie:
    """A kept version as a session; to bring it back is one change of the open session, which can be undone.

    Raises:
        OpslagError: there is no such version, or this program cannot read it.
    """
    versies = {pad.stem: bestand for pad, bestand in read_versies(sessies, sessie_id)}
    if naam not in versies:
        raise OpslagError(f"Versie '{naam}' bestaat niet. {suggest(naam, versies)}".rstrip())
    try:
        return from_tree(versies[naam].boom)
    except msgspec.ValidationError as error:
        raise OpslagError(f"Versie '{naam}' is van een nieuwere versie van het programma. Werk het bij.") from error


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("[0-9]*.json"), key=_parse)


def list_versies(sessies: Path, sessie_id: str) -> list[Versie]:
    """The good versions of a session, the newest last; damaged ones are passed over."""
    gevonden = []
    for pad, bestand in read_versies(sessies, sessie_id):
        moment, _, aanleiding = _parse(pad)
        titel, datum = (str(bestand.boom.get(naam, "")) for naam in ("titel", "datum"))
        meta, bewaard = bestand.meta, moment.isoformat(timespec="seconds")
        gevonden.append(Versie(pad.stem, meta.bewaard, meta.revisie, titel, pad, aanleiding, bewaard, datum))
    return gevonden


def read_versies(sessies: Path, sessie_id: str) -> list[tuple[Path, Bestand]]:
    """Every good version with its content, the newest last."""
    gevonden = []
    for pad in _files(versies_folder(sessies, sessie_id)):
        try:
            gevonden.append((pad, read_bestand(read_own(pad))))
        except (BeschadigdError, OSError):
            continue
    return gevonden


def list_ids(sessies: Path) -> list[str]:
    """The ids of the sessions of which there are versions."""
    with suppress(OSError):
        return sorted(one.name for one in (sessies / MAP).iterdir() if one.name[0] not in "._" and _files(one))
    return []
