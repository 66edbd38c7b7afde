"""Two hours of steady use at full speed in a real terminal: do memory, threads and open files stay as they are?

The facilitator types, marks, regroups, votes, takes back, walks through the steps and opens windows, thousands of
times. What undo needs is kept while the session is open, so memory may grow by what a change takes, and no more.
"""

import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.inhoud import make_env, make_sessie, with_deelnemers, with_signalen
from bench.terminal import ONGEDAAN, SPATIE, VOLGENDE, WISSEL, Terminal
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap

HANDELINGEN = 5_000
"""As many as a quick pair makes in two hours: one every one and a half seconds."""
METINGEN = 10
OPWARMEN = 2
"""The first measurements do not count: what is used for the first time is loaded then."""
LAT = 20.0
"""KB that one action may add: a hundred megabytes in two hours. Undo and the caches of Textual, which have an end."""
ESC, HULP, LIJST, ZAAL, VERSLAG, TERUG = "\x1b", "\x1bOP", "\x1bOR", "\x1b[15~", "\x05", "\x02"
PAUZE = 0.03
"""Seconds between two actions."""
RUST = 22.0
"""Seconds of rest before one looks: long enough for the program to tidy up."""
NA_ESC = 0.2
"""A key right behind Esc would be one with Alt."""


class Stand:
    """What a process uses now."""

    def __init__(self, pid: int) -> None:
        """Look."""
        map_ = Path(f"/proc/{pid}")
        velden = dict(regel.split(":", 1) for regel in (map_ / "status").read_text().splitlines())
        self.kilobytes = int(velden["VmRSS"].split()[0])
        self.threads = int(velden["Threads"])
        self.bestanden = sum(1 for _ in (map_ / "fd").iterdir())


def main(argv: list[str]) -> int:
    """Use the program and print what it takes; the first word is the number of actions."""
    aantal = int(argv[0]) if argv else HANDELINGEN
    with TemporaryDirectory() as naam:
        map_ = Path(naam)
        sessie = with_deelnemers(with_signalen(make_sessie("Lange sessie"), 200, 20), 30)
        Werkmap(map_).create(sessie, now())
        command = [sys.executable, "-m", "sessie_tool", "--werkmap", naam, "open", sessie.id]
        with Terminal(command, map_, make_env(map_)) as scherm:
            scherm.wait("1 · Open acties")
            begin = perf_counter()
            standen = list(_use(scherm, aantal))
            duur = perf_counter() - begin
        ongelukken = [pad.read_text(encoding="utf-8") for pad in map_.glob("staat/ongelukken/*")]
    print(f"{aantal} handelingen in {duur:.0f} seconden; {len(ongelukken)} fouten van het programma")
    print(*ongelukken, sep="\n")
    return _tell(standen) or min(1, len(ongelukken))


def _use(scherm: Terminal, aantal: int) -> Iterator[tuple[int, Stand]]:
    """Do so many actions, and look how it is ten times."""
    for nummer, toetsen in zip(range(1, aantal + 1), cycle(_round()), strict=False):
        scherm.send(toetsen)
        scherm.drain(NA_ESC if toetsen == ESC else PAUZE)
        scherm.forget()
        if nummer % (aantal // METINGEN) == 0:
            scherm.drain(RUST)  # a break, as there is in every session; what was asked is done then
            yield nummer, Stand(scherm.pid)


def _round() -> list[str]:
    """One way through the session and back: what a facilitator and a secretary do, in keys."""
    regel = [f"Wat bewoners zeggen over het loket {een}\r" for een in range(6)]
    signalen = [VOLGENDE, VOLGENDE, *regel, ONGEDAAN, "\x19", WISSEL, "\x1b[A", SPATIE, SPATIE, ESC, "/", "loket", ESC]
    ruim_op = ["\x1b[1;2A", "\x1b[1;2B", *4 * ["\x1b[3~"]]
    draden = [VOLGENDE, WISSEL, SPATIE, SPATIE, "3", "5", ONGEDAAN, ONGEDAAN, *3 * ["\x1b[B"]]
    kiezen = [VOLGENDE, WISSEL, "+", "+", "\x1b[B", "+", "-", *3 * [ONGEDAAN]]
    vensters = [LIJST, ESC, HULP, HULP, ZAAL, ESC, VERSLAG, ESC, "\x10", ESC]
    return [*signalen, *ruim_op, *draden, *kiezen, *vensters, *4 * [TERUG]]


def _tell(standen: list[tuple[int, Stand]]) -> int:
    """Print the table; 1 when it grew by more than the bar."""
    print(f"{'handelingen':>12}{'geheugen':>12}{'threads':>9}{'bestanden':>11}")
    for nummer, stand in standen:
        print(f"{nummer:12}{stand.kilobytes / 1024:9.1f} MB{stand.threads:9}{stand.bestanden:11}")
    (eerste, begin), (laatste, einde) = standen[OPWARMEN - 1], standen[-1]
    groei = (einde.kilobytes - begin.kilobytes) / (laatste - eerste)
    print(f"na het opwarmen {groei:.2f} KB per handeling erbij (lat {LAT:.0f} KB)")
    gelijk = einde.threads <= begin.threads and einde.bestanden <= begin.bestanden
    return 0 if groei <= LAT and gelijk else 1
