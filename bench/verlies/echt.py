"""The real thing beside the simulations: signals to the screen in a terminal, and a real disk that is too small.

The small disk is a tmpfs, which only root may mount; without that its row says 0.
"""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from bench.terminal import Terminal
from bench.verlies.doden import make_command, make_env, try_again, type_until_saved
from bench.verlies.kind import Kinderen, Opdracht, promises
from bench.verlies.nazien import Bevonden, inspect
from bench.verlies.plek import Plek
from bench.verlies.stroom import prepare

SIGNALEN = (signal.SIGTERM, signal.SIGHUP)
KLEIN = 256
"""KB of the disk: room for some dozens of lines."""
DUUR = 2.0
"""Seconds that lines are typed on the small disk."""


def end_terminal(plek: Plek, teken: signal.Signals) -> Bevonden:
    """End the screen with a signal right behind a line: it stops by itself, keeps the line and gives the lease back."""
    prepare(plek, "eerste")
    uitleg = teken.name
    with plek.thuis():
        env = {**make_env(), "HOME": str(plek.wortel)}
        with Terminal(make_command(plek, "open"), plek.wortel, env) as terminal:
            terminal.wait("opgeslagen")
            erkend = [type_until_saved(terminal, "rustig getypt")]
            code = terminal.end(teken)
        gevonden = inspect(plek, erkend, uitleg=uitleg)
        if code != 0 or list((plek.werkmap.sessies / ".bezet").iterdir()):
            gevonden.add(Bevonden(onleesbaar=1, voorbeeld=f"{uitleg}: eindigde met {code} of liet het slot staan"))
        gevonden.add(try_again(plek, uitleg))
    return gevonden


@contextmanager
def small_disk(map_: Path) -> Iterator[bool]:
    """A real disk of `KLEIN` KB at this place; False when this user may not make one."""
    map_.mkdir(parents=True, exist_ok=True)
    opdracht = ["mount", "-t", "tmpfs", "-o", f"size={KLEIN}k", "verlies", str(map_)]
    gelukt = os.getuid() == 0 and subprocess.run(opdracht, capture_output=True, check=False).returncode == 0
    try:
        yield gelukt
    finally:
        if gelukt:
            subprocess.run(["umount", "-l", str(map_)], check=True)


def fill_disk(kinderen: Kinderen, schijf: Path) -> Bevonden:
    """Type on a disk until it is full and some more, kill the program, make room and go on."""
    with small_disk(schijf) as gelukt:
        if not gelukt:
            return Bevonden()
        plek = Plek(schijf / "plek")
        prepare(plek, "eerste")
        ballast = schijf / "ballast"
        ballast.write_bytes(b"x" * (KLEIN // 2 * 1024))
        lijnen: list[str] = []
        for lijn in kinderen.start(Opdracht(str(plek.wortel), "typen", geduld=0.3)):
            lijnen.append(lijn)
            if lijn.startswith("pid "):
                Timer(DUUR, os.kill, (int(lijn[4:]), signal.SIGKILL)).start()
        ballast.unlink()
        with plek.thuis():
            gevonden = inspect(plek, promises(lijnen), uitleg="kleine schijf")
            gevonden.add(try_again(plek, "kleine schijf"))
    return gevonden


def measure(rondes: int) -> Iterator[tuple[str, Bevonden]]:
    """Both, some times."""
    with TemporaryDirectory() as map_, Kinderen() as kinderen:
        plek = Plek(Path(map_, "plek").resolve())
        for teken in SIGNALEN:
            gevonden = Bevonden()
            for _ in range(max(1, rondes // 100)):
                gevonden.add(end_terminal(plek, teken))
            yield f"{teken.name} aan het scherm in een terminal", gevonden
        gevonden = Bevonden()
        for _ in range(max(1, rondes // 100)):
            gevonden.add(fill_disk(kinderen, Path(map_, "schijf").resolve()))
        yield f"echte schijf van {KLEIN} KB loopt vol", gevonden
