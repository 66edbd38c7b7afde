"""The terms of a werkmap in `sessies/_werkmap.json` (table `termijnen`, one row), and what is older than they say."""

from pathlib import Path
from typing import Any

import msgspec

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.bewaren import Bewaard, Termijnen, Verlopen, list_verlopen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamnummer import is_nummer
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.atomair import explain, make_folder
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.uittreksel import Uittreksel, first_row

TABEL = "termijnen"


class _Kop(msgspec.Struct):
    id: str
    titel: str
    datum: str
    status: str = ""


class _Bestand(msgspec.Struct):
    sessie: dict[str, _Kop]
    deelnemers: dict[str, Deelnemer]


_BESTAND = msgspec.json.Decoder(_Bestand)


def _read(data: bytes) -> Bewaard:
    bestand = _BESTAND.decode(data)
    kop = first_row(bestand.sessie)
    noemt = any(
        one.naam.strip() and not one.mag_genoemd and not is_nummer(one.naam) for one in bestand.deelnemers.values()
    )
    return Bewaard(kop.id, kop.titel, kop.datum, kop.status, noemt)


BEWAARD = Uittreksel("bewaard", 1, Bewaard, _read)
"""What the terms need to know of each session."""


def read_termijnen(sessies: Path) -> Termijnen:
    """The terms; none when they were never set.

    Raises:
        OpslagError: the file is damaged or cannot be read.
    """
    rijen: list[dict[str, Any]] = gedeeld.read_table(sessies, TABEL) or [{}]
    try:
        return msgspec.convert(rijen[0], Termijnen) if rijen else Termijnen()
    except msgspec.ValidationError:
        return Termijnen()


def set_termijnen(sessies: Path, termijnen: Termijnen) -> None:
    """Keep other terms.

    Raises:
        OpslagError: the file is damaged, locked or cannot be written.
    """
    try:
        make_folder(sessies)
    except OSError as error:
        raise OpslagError(f"De map '{sessies}' kan niet gemaakt worden: {explain(error)}.") from error
    gedeeld.change_table(sessies, TABEL, lambda _: [msgspec.to_builtins(termijnen)])


def read_verlopen(sessies: Path, vandaag: str) -> list[Verlopen]:
    """What is older than the terms of a folder of sessions.

    Raises:
        OpslagError: the file with the terms is damaged or cannot be read.
    """
    termijnen = read_termijnen(sessies)
    if termijnen == Termijnen():
        return []
    gelezen = (one.waarde for one in read_all(sessies, BEWAARD))
    return list_verlopen((one for one in gelezen if one), termijnen, vandaag)
