"""The decisions on lijnen in `sessies/_werkmap.json`: one row per pair of draden; many people write it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from sessie_tool.kern.banden import Band
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.atomair import make_folder

TABEL = "banden"


class Wijziging(msgspec.Struct, frozen=True):
    """What was decided, and what stood there before on the same pairs: enough to take it back."""

    nieuw: tuple[Band, ...]
    oud: tuple[Band, ...]


def read_banden(sessies: Path) -> tuple[Band, ...]:
    """All decisions; a row that only a newer version knows is passed over.

    Raises:
        OpslagError: the file is damaged or cannot be read.
    """
    rows = gedeeld.read_table(sessies, TABEL) or []
    return tuple(band for rij in rows if (band := _from_row(rij)))


def decide(sessies: Path, banden: Iterable[Band]) -> Wijziging:
    """Keep decisions, each in place of what stood on the same pair; on its draad it is the newest, by whatever clock.

    Raises:
        OpslagError: the file is damaged, locked or cannot be written.
    """
    nieuw = {band.paar: band for band in banden}
    oud: list[Band] = []

    def change(rows: gedeeld.Rows) -> gedeeld.Rows:
        laatst: dict[str, str] = {}
        kept = []
        for rij in rows:
            band = _from_row(rij)
            if band:
                laatst[band.later] = max(band.moment, laatst.get(band.later, ""))
            if band is None or band.paar not in nieuw:
                kept.append(rij)
            else:
                oud.append(band)
        for paar, een in nieuw.items():
            nieuw[paar] = msgspec.structs.replace(een, moment=max(een.moment, laatst.get(een.later, "")))
        return [*kept, *(msgspec.to_builtins(band) for band in nieuw.values())]

    if nieuw:
        make_folder(sessies)
        gedeeld.change_table(sessies, TABEL, change)
    return Wijziging(tuple(nieuw.values()), tuple(oud))


def take_back(sessies: Path, wijziging: Wijziging) -> tuple[Band, ...]:
    """Put back what stood there before; gives the decisions that were taken back.

    What somebody else decided since on the same pair stays.

    Raises:
        OpslagError: the file is damaged, locked or cannot be written.
    """
    eigen = {band.paar: band for band in wijziging.nieuw}
    oud = {band.paar: band for band in wijziging.oud}
    terug: list[Band] = []

    def change(rows: gedeeld.Rows) -> gedeeld.Rows:
        kept: gedeeld.Rows = []
        for rij in rows:
            band = _from_row(rij)
            if band is None or eigen.get(band.paar) != band:
                kept.append(rij)
                continue
            terug.append(band)
            kept += [msgspec.to_builtins(oud[band.paar])] if band.paar in oud else []
        return kept

    if eigen:
        gedeeld.change_table(sessies, TABEL, change)
    return tuple(terug)


def forget(sessies: Path, sleutel: str, ander: str = "") -> Wijziging:
    """Take every decision on a draad away, or only those between it and another; gives what was taken away as `oud`.

    Raises:
        OpslagError: the file is damaged, locked or cannot be written.
    """
    weg: list[Band] = []

    def change(rows: gedeeld.Rows) -> gedeeld.Rows:
        kept = []
        for rij in rows:
            band = _from_row(rij)
            if band is not None and sleutel in (band.later, band.eerder) and (not ander or ander in band.paar):
                weg.append(band)
            else:
                kept.append(rij)
        return kept

    if (sessies / gedeeld.NAAM).exists():
        gedeeld.change_table(sessies, TABEL, change)
    return Wijziging((), tuple(weg))


def forget_sessie(sessies: Path, sessie_id: str) -> None:
    """Take every decision on a draad of this session away.

    Raises:
        OpslagError: the file is damaged, locked or cannot be written.
    """
    eigen = f"{sessie_id}/"

    def is_of(rij: dict[str, Any]) -> bool:
        band = _from_row(rij)
        return band is not None and (band.later.startswith(eigen) or band.eerder.startswith(eigen))

    if any(map(is_of, gedeeld.read_table(sessies, TABEL) or [])):
        gedeeld.change_table(sessies, TABEL, lambda rows: [rij for rij in rows if not is_of(rij)])


def _from_row(rij: dict[str, Any]) -> Band | None:
    try:
        return msgspec.convert(rij, Band)
    except msgspec.ValidationError:
        return None
