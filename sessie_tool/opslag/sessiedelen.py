"""Sessiedelen: the head of a session file and the records of some kinds, for who needs no more than that.

Reading a whole session takes ten times as long; at a thousand sessions somebody waits for that.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.record import Record
from sessie_tool.opslag.uittreksel import first_row


class Kop(msgspec.Struct):
    """What stands at the top of a session."""

    id: str
    titel: str = ""
    datum: str = ""
    soort: str = ""
    opgaven: tuple[str, ...] = ()


class Deel(msgspec.Struct):
    """The bouwsteen of one step: its kind, and its records as they stand in the file."""

    soort: str = ""
    records: msgspec.Raw = msgspec.Raw(b"[]")


class _Stap(msgspec.Struct):
    bouwsteen: Deel = msgspec.field(default_factory=Deel)


class _Bestand(msgspec.Struct):
    sessie: dict[str, Kop]
    stappen: dict[str, _Stap] = {}


_BESTAND = msgspec.json.Decoder(_Bestand)
_RUW = msgspec.json.Decoder(list[msgspec.Raw])


def read_delen(data: bytes) -> tuple[Kop, list[Deel]]:
    """The head of a session file, and the bouwstenen of its steps in order.

    Raises:
        msgspec.DecodeError: it is no session file.
        StopIteration: there is no session in it.
    """
    bestand = _BESTAND.decode(data)
    return first_row(bestand.sessie), [stap.bouwsteen for stap in bestand.stappen.values()]


class Recordlezer:
    """Reads the records of some kinds of bouwsteen, and passes over the others."""

    def __init__(self, soorten: Iterable[str]) -> None:
        """Read the records of these kinds."""
        self._lezers: dict[str, msgspec.json.Decoder[Any]] = {
            soort: msgspec.json.Decoder(BOUWSTENEN[soort].__annotations__["records"]) for soort in soorten
        }

    def read(self, delen: Iterable[Deel]) -> Iterator[Record]:
        """The records in these bouwstenen; one of a type that only a newer version knows hides no other."""
        for deel in delen:
            lezer = self._lezers.get(deel.soort)
            if lezer is not None:
                yield from _read_each(lezer, deel.records)


def _read_each(lezer: "msgspec.json.Decoder[Any]", records: msgspec.Raw) -> Iterator[Record]:
    """All at once; one by one, which takes longer, only when one of them is odd."""
    try:
        yield from lezer.decode(records)
    except msgspec.ValidationError:
        for ruw in _RUW.decode(records):
            try:
                yield from lezer.decode(b"[%b]" % bytes(ruw))
            except msgspec.ValidationError:
                continue
