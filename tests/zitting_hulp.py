"""A werkmap with a plainly fictional session, and zittingen on it, for the tests of the storage."""

import os
import subprocess
import sys
from pathlib import Path

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.acties import Acties
from sessie_tool.kern.bouwstenen.signalen import Signalen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sjabloon, Stapvorm
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

SJABLOON = Sjabloon(
    naam="signalensessie",
    titel="Signalensessie",
    soort="signalensessie",
    stappen=(
        Stapvorm(titel="Signalen ophalen", minuten=30, bouwsteen=Signalen()),
        Stapvorm(titel="Acties", minuten=10, bouwsteen=Acties()),
    ),
)
WORTEL = Path(__file__).parent.parent


def make_sessie(titel="Signalensessie Voorbeeldstad", datum="2024-03-21", **anders):
    deelnemers = (Deelnemer(id=nu.new_id(), naam="Jansen", rol="begeleider"),)
    return start_sessie(SJABLOON, titel=titel, datum=datum, new_id=nu.new_id, deelnemers=deelnemers, **anders)


def make_werkmap(folder, *sessies):
    """A werkmap with these sessions, or with one; gives the werkmap and the path of the last one."""
    werkmap = Werkmap(folder)
    paden = [werkmap.create(sessie, nu.now()) for sessie in sessies or (make_sessie(),)]
    return werkmap, paden[-1]


def open_zitting(werkmap, pad, **anders):
    return Zitting.open(werkmap, pad.stem.rpartition("-")[2], clock=nu.now, new_id=nu.new_id, **anders)


def type_lines(zitting, *regels):
    """Type lines into the first step and wait until they are safe."""
    for regel in regels:
        zitting.type_regel(zitting.sessie.stappen[0].id, regel)
    assert zitting.wait_saved(10)


def texts(sessie):
    return [record.hoofdtekst for record in sessie.stappen[0].bouwsteen.records]


def use_zitting(werkmap, pad, *regels):
    """Open, type, close: a whole sitting."""
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, *regels)
    zitting.close()
    return zitting


def start_python(code, *args, invoer=False, **omgeving):
    """A process of its own, with `code` and what stands above at hand; with `invoer` it can be spoken to."""
    env = {**os.environ, "PYTHONPATH": f"{WORTEL}{os.pathsep}{WORTEL / 'tests'}", **omgeving}
    opdracht = [sys.executable, "-c", "import sys\nfrom zitting_hulp import *\n" + code, *map(str, args)]
    stdin = subprocess.PIPE if invoer else None
    return subprocess.Popen(opdracht, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
