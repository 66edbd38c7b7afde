"""A dry run: a copy of a session in a werkmap of its own, that is gone afterwards with everything beside it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.gedeeld import NAAM
from sessie_tool.opslag.tijdelijk import temp_folder
from sessie_tool.opslag.werkmap import Werkmap

if TYPE_CHECKING:
    from sessie_tool.kern.sessie import Sessie

MERK = "PROEF"
"""Stands before the title, on the screen and in a verslag, and is the name of the werkmap."""

MEEST = 150
"""So many other sessions come along, the newest; a werkmap of that size needs no index on this computer."""


class Proef(NamedTuple):
    """The werkmap of a dry run, and the session in it."""

    werkmap: Werkmap
    sessie: str


def as_proef(sessie: "Sessie") -> "Sessie":
    """A session as it is tried: not yet begun, and with a title that says what it is."""
    from sessie_tool.kern.sessie import Verloop, replace

    return replace(
        sessie, titel=f"{MERK}: {sessie.titel}", status="voorbereiding", verloop=Verloop(), vaststelling=None
    )


@contextmanager
def open_proef(werkmap: Werkmap, sessie_id: str, moment: datetime) -> Iterator[Proef]:
    """A werkmap to try a session in; when it is left, nothing of it is anywhere.

    Raises:
        OpslagError: the session is not there, or there is no room for a copy.
    """
    sessie = as_proef(werkmap.read(sessie_id))
    with temp_folder("proef-") as folder:
        proef = Werkmap(folder / MERK)
        with _state_in(folder / "staat"):
            try:
                _copy(werkmap, proef, sessie.id)
            except OSError as error:
                raise OpslagError(f"Er is geen plek voor een proef: {explain(error)}.") from error
            proef.create(sessie, moment)
            yield Proef(proef, sessie.id)


def _copy(werkmap: Werkmap, proef: Werkmap, sessie_id: str) -> None:
    """What a session can look up: other sessions, what the werkmap keeps, and its own sjablonen."""
    proef.sessies.mkdir(parents=True)
    paden = [rij.pad for rij in werkmap.rows()[0] if rij.id != sessie_id][:MEEST]
    for pad in (*paden, werkmap.sessies / NAAM):
        if pad.is_file():
            shutil.copyfile(pad, proef.sessies / pad.name)
    if werkmap.sjablonen.is_dir():
        shutil.copytree(werkmap.sjablonen, proef.sjablonen)


@contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    """Keep journals and lines being typed in a folder of their own."""
    before = os.environ.get("SESSIE_STAAT")
    os.environ["SESSIE_STAAT"] = str(folder)
    try:
        yield
    finally:
        del os.environ["SESSIE_STAAT"]
        if before is not None:
            os.environ["SESSIE_STAAT"] = before
