"""Rij: what a list shows of one session."""

from pathlib import Path

import msgspec

from sessie_tool.opslag.namen import is_id
from sessie_tool.opslag.uittreksel import Uittreksel, first_row


class Kop(msgspec.Struct, frozen=True, gc=False):
    """What a list takes out of a session file."""

    id: str
    titel: str
    datum: str
    sjabloon: str = ""
    soort: str = ""
    status: str = ""
    opgaven: tuple[str, ...] = ()
    plaats: str = ""


class Rij(Kop, frozen=True, gc=False, kw_only=True):
    """What a list shows of one session.

    Attributes:
        map: the folder that it is in.
        naam: the name of its file.
        gewijzigd: when that was written, in seconds.
        kopieen: the names of other files with a version of this session.
    """

    map: Path
    naam: str
    gewijzigd: float = 0.0
    kopieen: tuple[str, ...] = ()

    @property
    def pad(self) -> Path:
        """The file; made when asked for, as 10,000 Paths cost 30 ms."""
        return self.map / self.naam

    @property
    def jaar(self) -> int:
        """The year of the session; 0 when its date is no date."""
        return int(self.datum[:4]) if self.datum[:4].isdecimal() else 0


class _Bestand(msgspec.Struct):
    sessie: dict[str, Kop]


_BESTAND = msgspec.json.Decoder(_Bestand)


def _read_kop(data: bytes) -> Kop:
    kop = first_row(_BESTAND.decode(data).sessie)
    if not is_id(kop.id):
        raise msgspec.ValidationError("geen id van een sessie")
    return kop


KOPPEN = Uittreksel("kop", 2, Kop, _read_kop)
"""The row of each session."""


def make_rij(kop: Kop, map_: Path, naam: str, gewijzigd: float) -> Rij:
    """The row of a session in a file."""
    return Rij(
        kop.id,
        kop.titel,
        kop.datum,
        kop.sjabloon,
        kop.soort,
        kop.status,
        kop.opgaven,
        kop.plaats,
        map=map_,
        naam=naam,
        gewijzigd=gewijzigd,
    )
