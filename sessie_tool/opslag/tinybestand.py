"""The Storage under TinyDB: a file that is always whole. The only module that knows TinyDB.

TinyDB's own storage writes in place, takes an empty file for an empty database and makes a file of a mistyped path;
this one replaces the file atomically, refuses what is not whole and makes nothing by reading.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag import bestand
from sessie_tool.opslag.atomair import explain, write_atomic
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.migraties import SCHEMA


class TinyBestand(Storage):
    """Tables of TinyDB in one file, replaced as a whole at every write.

    Attributes:
        meta: what the file says about itself since the last write.
    """

    def __init__(self, pad: str | Path, before_replace: Callable[[Path], None] | None = None) -> None:
        """Keep the path; `before_replace` is called right before the file is replaced and may refuse."""
        self._pad = Path(pad)
        self._before_replace = before_replace
        self.meta: dict[str, Any] = {}

    def read(self) -> dict[str, dict[str, Any]]:
        """The tables.

        Raises:
            BeschadigdError: the file is not whole.
            OpslagError: the file cannot be read.
        """
        try:
            data = read_own(self._pad)
        except OSError as error:
            raise OpslagError(f"'{self._pad.name}' kan niet gelezen worden: {explain(error)}.") from error
        return bestand.decode(data)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file by these tables, with a fresh checksum.

        Raises:
            OSError: it did not succeed; the file is as it was.
        """
        meta = {"1": {**data["meta"]["1"]}} if data.get("meta") else {"1": {"schema": SCHEMA}}
        sealed = bestand.seal({**data, "meta": meta})
        write_atomic(self._pad, bestand.encode(sealed), before_replace=self._before_replace)
        self.meta = sealed["meta"]["1"]


def open_db(pad: Path) -> TinyDB:
    """A session file or _werkmap.json as a TinyDB database. Write whole trees with `db.storage.write`."""
    return TinyDB(pad, storage=TinyBestand)
