"""The layout of a session file: tables of TinyDB as bytes, with a checksum, and back. Knows no disk.

A file is JSON in UTF-8: `{"meta": {"1": {…}}, "sessie": {"1": {…}}, "deelnemers": {"1": {…}, …}, "stappen": {…}}`.
The checksum is the CRC-32 of the same tables without white space, with sorted keys and an empty checksum,
in every schema, so that damage is never taken for a newer version.
"""

from typing import Any
from zlib import crc32

import msgspec

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.migraties import SCHEMA, migrate

Tables = dict[str, Any]
Boom = dict[str, Any]
_EIGEN = ("deelnemers", "stappen")


class BeschadigdError(OpslagError):
    """A file is not whole, or not a file of ours."""


class Meta(msgspec.Struct, frozen=True):
    """What a file says about itself.

    Attributes:
        schema: the version of the layout.
        revisie: counts every change since the session was made.
        laatste: id of the last journal entry that is in this file.
        bewaard: ISO moment of that entry.
        checksum: see the module.
    """

    schema: int = SCHEMA
    revisie: int = 0
    laatste: str = ""
    bewaard: str = ""
    checksum: str = ""

    @property
    def kenmerk(self) -> tuple[int, str, str]:
        """What tells two contents of one file apart."""
        return self.revisie, self.laatste, self.checksum


class Bestand(msgspec.Struct, frozen=True):
    """A session file that was read: what it says about itself, and the tree of the session (kern/boom.py)."""

    meta: Meta
    boom: Boom


def checksum(tables: Tables) -> str:
    """The checksum of tables, whatever they say it is."""
    meta = {**tables["meta"]["1"], "checksum": ""}
    data = msgspec.json.encode({**tables, "meta": {"1": meta}}, order="deterministic")
    return f"{crc32(data):08x}"


def pack(boom: Boom, meta: Meta) -> Tables:
    """The tree of a session → tables; lists become rows '1', '2', ….  The checksum is filled in."""
    rows = {naam: {str(nummer): rij for nummer, rij in enumerate(boom[naam], 1)} for naam in _EIGEN}
    sessie = {naam: waarde for naam, waarde in boom.items() if naam not in _EIGEN}
    return seal({"meta": {"1": msgspec.to_builtins(meta)}, "sessie": {"1": sessie}, **rows})


def unpack(tables: Tables) -> Bestand:
    """Tables → session.

    Raises:
        BeschadigdError: a table is missing or has another shape.
    """
    try:
        meta = msgspec.convert(tables["meta"]["1"], Meta)
        rows = {naam: list(tables[naam].values()) for naam in _EIGEN}
        return Bestand(meta, {**tables["sessie"]["1"], **rows})
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
        raise BeschadigdError("Dit is geen sessiebestand: er ontbreekt een tabel.") from error


def seal(tables: Tables) -> Tables:
    """The tables with the right checksum."""
    meta = {**tables["meta"]["1"], "checksum": checksum(tables)}
    return {**tables, "meta": {"1": meta}}


def encode(tables: Tables) -> bytes:
    """Tables → the bytes of a file that a person can read."""
    return msgspec.json.format(msgspec.json.encode(tables), indent=1) + b"\n"


def decode(data: bytes) -> Tables:
    """The bytes of a file → tables of this version's schema, or of a newer one as they are.

    Raises:
        BeschadigdError: empty, half, changed or something else.
    """
    try:
        tables = msgspec.json.decode(data, type=dict[str, dict[str, Any]])
        meta = msgspec.convert(tables["meta"]["1"], Meta)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError) as error:
        raise BeschadigdError("Het bestand is leeg, half of beschadigd.") from error
    if checksum(tables) != meta.checksum:
        raise BeschadigdError("Het bestand is beschadigd of buiten het programma veranderd.")
    return migrate(tables, meta.schema)


def read_bestand(data: bytes) -> Bestand:
    """The bytes of a session file → session.

    Raises:
        BeschadigdError: empty, half, changed or something else.
    """
    return unpack(decode(data))
