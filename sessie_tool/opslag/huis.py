"""The huis van sturing in `sessies/_werkmap.json`: one row per perspectief and per contradiction."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.huis import LEEG_HUIS, Huis, Perspectief, Tegenspraak
from sessie_tool.opslag import gedeeld

TABEL = "huis"


def read_huis(sessies: Path) -> Huis:
    """The huis; an empty one when there is none, or when the file is damaged: that never stops a session."""
    try:
        return load_huis(sessies)
    except OpslagError:
        return LEEG_HUIS


def load_huis(sessies: Path) -> Huis:
    """The huis; an empty one when there is none.

    Raises:
        OpslagError: the file is damaged or cannot be read.
    """
    return from_rows(gedeeld.read_table(sessies, TABEL) or [])


def change_huis(sessies: Path, change: Callable[[Huis], Huis]) -> None:
    """Change the huis as it is on the disk at this moment; nobody else writes meanwhile.

    Raises:
        OpslagError: the file is damaged, locked or cannot be written.
    """
    gedeeld.change_table(sessies, TABEL, lambda rows: to_rows(change(from_rows(rows))))


def from_rows(rows: gedeeld.Rows) -> Huis:
    """Rows → huis.

    Raises:
        OpslagError: a row has not the shape of a part of the huis.
    """
    try:
        delen = [msgspec.convert(rij, Perspectief | Tegenspraak) for rij in rows]
    except msgspec.ValidationError as error:
        raise OpslagError(
            f"Het huis van sturing in '{gedeeld.NAAM}' is beschadigd. Zet een kopie van dat bestand terug."
        ) from error
    return Huis(
        tuple(one for one in delen if isinstance(one, Perspectief)),
        tuple(one for one in delen if isinstance(one, Tegenspraak)),
    )


def to_rows(huis: Huis) -> gedeeld.Rows:
    """Huis → rows, the perspectieven first."""
    return [msgspec.to_builtins(one) for one in (*huis.perspectieven, *huis.tegenspraken)]
