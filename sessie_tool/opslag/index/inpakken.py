"""An uittreksel as the index keeps it: packed, with a checksum, for a disk can turn a bit."""

from functools import cache
from typing import Any, TypeVar
from zlib import crc32

import msgspec

from sessie_tool.opslag.uittreksel import Uittreksel

T = TypeVar("T")


def pack(naam: str, waarde: object) -> bytes:
    """The uittreksel of the file with this name as bytes."""
    data = msgspec.msgpack.encode(waarde)
    return _sum(naam, data) + data


def unpack(uittreksel: Uittreksel[T], naam: str, data: bytes) -> T | None:
    """The uittreksel again.

    Raises:
        ValueError: it is not as it was packed, or of another file.
        msgspec.MsgspecError: it has another shape.
    """
    if data[:4] != _sum(naam, data[4:]):
        raise ValueError("beschadigd")
    waarde: T | None = _decoder(uittreksel.vorm).decode(data[4:])
    return waarde


def _sum(naam: str, data: bytes) -> bytes:
    return crc32(data, crc32(naam.encode(errors="surrogateescape"))).to_bytes(4, "big")


@cache
def _decoder(vorm: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(vorm | None)
