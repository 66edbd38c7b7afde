"""The layout of a session file: tables of TinyDB as bytes, with a checksum, and back. Knows no disk.

A file is JSON in UTF-8: `{"meta": {"1": {…}}, "sessie": {"1": {…}}, "deelnemers": {"1": {…}, …}, "stappen": {…}}`.
The checksum is the CRC-32 of the same tables without white space, with sorted keys and an empty checksum,
in every schema, so that damage is never taken for a newer version.
"""

import json
from codecs import BOM_UTF8
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.gebreken import mend
from sessie_tool.opslag.migraties import SCHEMA, migrate
from sessie_tool.opslag.namen import is_id

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
        stam: the last entries of the earlier sittings that are in it, the oldest first (opslag/stam.py).
        apart: the last entries of other versions that were put beside it as a copy, or brought together with it.
    """

    schema: int = SCHEMA
    revisie: int = 0
    laatste: str = ""
    bewaard: str = ""
    checksum: str = ""
    stam: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def kenmerk(self) -> tuple[int, str, str]:
        """What tells two contents of one file apart."""
        return self.revisie, self.laatste, self.checksum


class Anker(NamedTuple):
    """A value from which the journal goes on: a tree in the schema of the program that wrote it."""

    boom: Boom | msgspec.Raw
    schema: int = SCHEMA


class Bestand(msgspec.Struct, frozen=True):
    """A session file that was read.

    Attributes:
        meta: what it says about itself; of an older file, with the schema of this version.
        boom: the tree of the session (kern/boom.py), in that schema.
        origineel: the tree as it stands in an older file, else None.
        schema: the schema of the file.
        gebreken: what was wrong with values in it (kern/gebreken.py), as Dutch sentences.
    """

    meta: Meta
    boom: Boom
    origineel: Boom | None = None
    schema: int = SCHEMA
    gebreken: tuple[str, ...] = ()

    @property
    def anker(self) -> Anker:
        """The value from which the journal goes on."""
        return Anker(self.boom if self.origineel is None else self.origineel, self.schema)


def checksum(tables: Tables) -> str:
    """The checksum of tables, whatever they say it is."""
    meta = {**tables["meta"]["1"], "checksum": ""}
    data = msgspec.json.encode({**tables, "meta": {"1": meta}}, order="deterministic")
    return f"{crc32(data):08x}"


def lay_out(boom: Boom, meta: Meta) -> Tables:
    """The tree of a session → tables; lists become rows '1', '2', ….  The checksum is still to come."""
    return {"meta": {"1": msgspec.to_builtins(meta)}, **_to_tables(boom)}


def pack(boom: Boom, meta: Meta) -> Tables:
    """The tree of a session → tables with their checksum."""
    return seal(lay_out(boom, meta))


def _to_tables(boom: Boom) -> Tables:
    rows = {naam: {str(nummer): rij for nummer, rij in enumerate(boom[naam], 1)} for naam in _EIGEN}
    return {"sessie": {"1": {naam: waarde for naam, waarde in boom.items() if naam not in _EIGEN}}, **rows}


def _to_boom(tables: Tables) -> Boom:
    return {**tables["sessie"]["1"], **{naam: list(tables[naam].values()) for naam in _EIGEN}}


def upgrade(boom: Boom, schema: int, tot: int = SCHEMA) -> Boom:
    """The tree of a session of an older schema as a later one would have written it; the given one may be changed.

    Raises:
        BeschadigdError: it is not the tree of a session.
    """
    if schema >= tot:
        return boom
    try:
        nieuw = _to_boom(migrate(_to_tables(boom), schema, tot=tot))
    except (KeyError, TypeError, AttributeError) as error:
        raise BeschadigdError("Dit is geen sessie.") from error
    mend(nieuw)
    return nieuw


def unpack(tables: Tables) -> Bestand:
    """Tables → session.

    Raises:
        BeschadigdError: a table is missing or has another shape.
    """
    try:
        bestand = Bestand(msgspec.convert(tables["meta"]["1"], Meta), _to_boom(tables))
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
        raise BeschadigdError("Dit is geen sessiebestand: er ontbreekt een tabel.") from error
    if not is_id(bestand.boom.get("id")):
        raise BeschadigdError("Het id van de sessie in dit bestand kan niet.")
    return bestand


def seal(tables: Tables) -> Tables:
    """The tables with the right checksum."""
    meta = {**tables["meta"]["1"], "checksum": checksum(tables)}
    return {**tables, "meta": {"1": meta}}


def encode(tables: Tables) -> bytes:
    """Tables → the bytes of a file that a person can read."""
    return msgspec.json.format(msgspec.json.encode(tables), indent=1) + b"\n"


def reseal(data: bytes) -> bytes:
    """A file that was changed outside the program, with the checksum of what stands in it now.

    Raises:
        BeschadigdError: it holds no tables.
    """
    try:
        return encode(seal(msgspec.json.decode(data.removeprefix(BOM_UTF8), type=dict[str, dict[str, Any]])))
    except (msgspec.DecodeError, KeyError, TypeError, UnicodeDecodeError, RecursionError) as error:
        raise BeschadigdError("Het bestand is leeg, half of beschadigd.") from error


def decode(data: bytes) -> Tables:
    """The bytes of a file → tables of this version's schema, or of a newer one as they are.

    Raises:
        BeschadigdError: empty, half, changed or something else.
    """
    return _migrate(*_decode(data))


def _decode(data: bytes) -> tuple[Tables, int]:
    """The bytes of a file → its tables as they stand there, and their schema.

    Raises:
        BeschadigdError: see `decode`.
    """
    try:
        tables = msgspec.json.decode(data, type=dict[str, dict[str, Any]])
        meta = msgspec.convert(tables["meta"]["1"], Meta)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError, RecursionError) as error:
        raise BeschadigdError("Het bestand is leeg, half of beschadigd.") from error
    if _has_double_names(data, tables):
        raise BeschadigdError("In het bestand staat een naam twee keer, dus niet vast staat wat geldt.")
    if checksum(tables) != meta.checksum:
        raise BeschadigdError("Het bestand is beschadigd of buiten het programma veranderd.")
    if meta.schema < 1:
        raise BeschadigdError("Het bestand zegt niet goed van welke versie van het programma het is.")
    return tables, meta.schema


def _has_double_names(data: bytes, tables: Tables) -> bool:
    """Whether an object in a file has a name twice; reading would keep the last one without a word.

    Without white space a file is as long as what was read, unless signs are written in another way; only then each
    object is looked at, which takes a hundred times as long.
    """
    if len(msgspec.json.format(data.strip(), indent=-1)) == len(msgspec.json.encode(tables)):
        return False
    try:
        json.loads(data, object_pairs_hook=_require_single)
    except _DubbelError:
        return True
    return False


class _DubbelError(Exception):
    """A name that an object has twice."""


def _require_single(paren: list[tuple[str, Any]]) -> None:
    if len({naam for naam, _ in paren}) < len(paren):
        raise _DubbelError


def _migrate(tables: Tables, schema: int) -> Tables:
    if schema >= SCHEMA:
        return tables
    nieuw = migrate(tables, schema)
    return {**nieuw, "meta": {"1": {**nieuw["meta"]["1"], "schema": SCHEMA}}}


def schema_of(data: bytes) -> int:
    """The schema in which the bytes of a file are written.

    Raises:
        BeschadigdError: empty, half, changed or something else.
    """
    return _decode(data)[1]


def read_bestand(data: bytes) -> Bestand:
    """The bytes of a session file → session.

    Raises:
        BeschadigdError: empty, half, changed or something else.
    """
    tables, schema = _decode(data)
    bestand = msgspec.structs.replace(unpack(_migrate(tables, schema)), schema=schema)
    if schema < SCHEMA:
        origineel = unpack(_decode(data)[0]).boom  # read anew, for a migration may change what it is given
        bestand = msgspec.structs.replace(bestand, origineel=origineel)
    return msgspec.structs.replace(bestand, gebreken=tuple(mend(bestand.boom)) if schema <= SCHEMA else ())
