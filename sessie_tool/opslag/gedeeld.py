"""`sessies/_werkmap.json`: what belongs to the werkmap as a whole.

Many write it, so every change locks, reads anew, changes and replaces.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag import bestand
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.lease import Werkmapslot
from sessie_tool.opslag.migraties import SCHEMA

NAAM = "_werkmap.json"
Rows = list[dict[str, Any]]


def _read(sessies: Path) -> bestand.Tables:
    """The tables; only meta when there is no file yet.

    Raises:
        OpslagError: the file is damaged or cannot be read.
    """
    try:
        return bestand.decode((sessies / NAAM).read_bytes())
    except FileNotFoundError:
        return {"meta": {"1": {"schema": SCHEMA, "revisie": 0}}}
    except OSError as error:
        raise OpslagError(f"'{NAAM}' kan niet gelezen worden: {explain(error)}.") from error
    except bestand.BeschadigdError as error:
        raise OpslagError(
            f"'{NAAM}': {error} Zet een kopie terug, of haal het bestand weg om opnieuw te beginnen."
        ) from error


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
            open_db(sessies / NAAM).storage.write(tables)
        except OSError as error:
            raise OpslagError(f"De werkmap kan niet gewijzigd worden: {explain(error)}.") from error
