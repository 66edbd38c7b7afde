"""The folder in which things go wrong: a werkmap and the state folder beside it, kept and put back as a whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.verlies.schijfmodel import Boom
from sessie_tool.kern.bouwstenen.acties import Acties
from sessie_tool.kern.bouwstenen.signalen import Signalen
from sessie_tool.kern.sessie import Sessie, Sjabloon, Stapvorm
from sessie_tool.kern.starten import start_sessie
from sessie_tool.nu import new_id
from sessie_tool.opslag.werkmap import Werkmap

SJABLOON = Sjabloon(
    naam="verlies",
    titel="Verlies",
    soort="verlies",
    stappen=(
        Stapvorm(titel="Ophalen", minuten=30, bouwsteen=Signalen()),
        Stapvorm(titel="Acties", minuten=10, bouwsteen=Acties()),
    ),
)
OMGEVING = "SESSIE_STAAT"


class Plek:
    """One werkmap with one session in it."""

    def __init__(self, wortel: Path, sessie_id: str = "ver00001") -> None:
        """Name the folder that holds both."""
        self.wortel = wortel
        self.werkmap = Werkmap(wortel / "werkmap")
        self.staat = wortel / "staat"
        self.sessie_id = sessie_id

    @property
    def bestand(self) -> Path:
        """The session file."""
        return self.werkmap.find(self.sessie_id)

    @contextmanager
    def thuis(self) -> Iterator["Plek"]:
        """Let the program keep its state here."""
        eerder = os.environ.get(OMGEVING)
        os.environ[OMGEVING] = str(self.staat)
        try:
            yield self
        finally:
            if eerder is None:
                os.environ.pop(OMGEVING, None)
            else:
                os.environ[OMGEVING] = eerder

    def read(self) -> Boom:
        """Everything in the folder, but for the leases."""
        paden = [self.wortel, *(pad for pad in self.wortel.rglob("*") if ".bezet" not in pad.parts)]
        return {str(pad): None if pad.is_dir() else pad.read_bytes() for pad in paden}

    def put_back(self, boom: Boom) -> None:
        """Make the folder what `read` gave, or what the disk may hold after the power went."""
        shutil.rmtree(self.wortel, ignore_errors=True)
        self.wortel.mkdir(parents=True)
        for pad in sorted(pad for pad, data in boom.items() if data is None):
            Path(pad).mkdir(exist_ok=True)
        for pad, data in boom.items():
            if data is not None:
                Path(pad).write_bytes(data)


def make_sessie(sessie_id: str) -> Sessie:
    """An empty session with this id."""
    ids = iter([sessie_id])
    return start_sessie(SJABLOON, titel="Verlies", datum="2026-03-21", new_id=lambda: next(ids, None) or new_id())
