"""`sessies/_werkmap.json`: what belongs to the werkmap as a whole.

Many write it, so every change locks, reads anew, changes and replaces. A copy of the last good one stands beside the
versions of the sessions: a damaged file takes nothing away.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag import bestand
from sessie_tool.opslag.atomair import copy_durable, explain, sweep, write_atomic
from sessie_tool.opslag.lease import Werkmapslot
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.versies import make_versies_folder, versies_folder

NAAM = "_werkmap.json"
KOPIE = "_werkmap"
"""Under this name its copy stands among the versions."""

Rows = list[dict[str, Any]]


def _read(sessies: Path) -> bestand.Tables:
    """The tables; only meta when there is no file yet, those of the copy when the file is damaged.

    Raises:
        OpslagError: the file cannot be read, or is damaged and so is the copy.
    """
    try:
        return _decode(sessies / NAAM) or {"meta": {"1": {"schema": SCHEMA, "revisie": 0}}}
    except bestand.BeschadigdError as error:
        if kopie := _read_kopie(sessies):
            return kopie
        raise OpslagError(
            f"'{NAAM}': {error} Zet een kopie terug, of typ 'sessie controleer --herstel' om opnieuw te beginnen."
        ) from error


def _decode(pad: Path) -> bestand.Tables | None:
    try:
        return bestand.decode(read_own(pad))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OpslagError(f"'{NAAM}' kan niet gelezen worden: {explain(error)}.") from error


def _read_kopie(sessies: Path) -> bestand.Tables | None:
    try:
        return _decode(versies_folder(sessies, KOPIE) / NAAM)
    except OpslagError:
        return None


def is_damaged(sessies: Path) -> bool:
    """Whether the file itself is damaged, also when there is a good copy."""
    try:
        _decode(sessies / NAAM)
    except bestand.BeschadigdError:
        return True
    return False


def read_table(sessies: Path, tabel: str) -> Rows | None:
    """The rows of one table; None when it was never written.

    Raises:
        OpslagError: the file is damaged or cannot be read.
    """
    rows = _read(sessies).get(tabel)
    return None if rows is None else [rij for rij in rows.values() if isinstance(rij, dict)]


def change_table(sessies: Path, tabel: str, change: Callable[[Rows], Rows]) -> None:
    """Change the rows of one table as they are on the disk at this moment; the other tables stay as they are.

    Raises:
        OpslagError: the file is damaged, made by a newer version, locked or cannot be written.
    """
    from sessie_tool.opslag.tinybestand import open_db  # TinyDB costs 25 ms; reading needs none

    with Werkmapslot(sessies):
        tables = _read(sessies)
        meta = tables["meta"]["1"]
        if meta.get("schema", 0) > SCHEMA:
            raise OpslagError("Deze werkmap is gemaakt met een nieuwere versie. Werk het programma bij.")
        rows = change(list(tables.get(tabel, {}).values()))
        tables[tabel] = {str(nummer): rij for nummer, rij in enumerate(rows, 1)}
        tables["meta"] = {"1": {**meta, "revisie": meta.get("revisie", 0) + 1}}
        try:
            _keep_damaged(sessies)
            _keep_older(sessies)
            open_db(sessies / NAAM).storage.write(tables)
            sweep(sessies, NAAM)
            sweep(versies_folder(sessies, KOPIE))
        except OSError as error:
            raise OpslagError(f"De werkmap kan niet gewijzigd worden: {explain(error)}.") from error
        _keep_kopie(sessies)


def restore(sessies: Path) -> bool:
    """Put the last good copy in the place of a damaged file, which is kept; False when there is none: then it goes.

    Raises:
        OpslagError: the file is locked.
        OSError: it cannot be written.
    """
    with Werkmapslot(sessies):
        kopie = _read_kopie(sessies)
        _keep_damaged(sessies)
        if kopie is None:
            (sessies / NAAM).unlink()
        else:
            write_atomic(sessies / NAAM, bestand.encode(bestand.seal(kopie)))
        return kopie is not None


def _keep_damaged(sessies: Path) -> None:
    """Keep a copy of a damaged file; nothing of it is thrown away.

    The file itself stays until it is replaced: whoever is stopped in between must not find a werkmap without a list.
    """
    if is_damaged(sessies):
        som = crc32(read_own(sessies / NAAM))
        copy_durable(sessies / NAAM, versies_folder(sessies, KOPIE) / f"beschadigd-{som:08x}.txt")


def _keep_older(sessies: Path) -> None:
    """Keep the file of an older schema as it was, once."""
    with suppress(FileNotFoundError, bestand.BeschadigdError):
        data = read_own(sessies / NAAM)
        schema = bestand.schema_of(data)
        doel = versies_folder(sessies, KOPIE) / f"schema-{schema}.json"
        if schema < SCHEMA and not doel.exists():
            write_atomic(doel, data, mode=make_versies_folder(sessies, KOPIE).bestand)


def _keep_kopie(sessies: Path) -> None:
    """Keep what was written once more; the change itself is safe, also when there is no room for this."""
    with suppress(OSError):
        rechten = make_versies_folder(sessies, KOPIE)
        write_atomic(versies_folder(sessies, KOPIE) / NAAM, (sessies / NAAM).read_bytes(), mode=rechten.bestand)
