"""How long until the screen can be used: real terminal, 200 sessions, beside an empty Textual program."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.inhoud import fill_werkmap, make_env
from bench.meten import print_naast
from bench.terminal import Terminal
from sessie_tool.opslag.werkmap import Werkmap

SESSIES = 200
LAT, DOEL = 2.0, 1.6


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of rounds (default 15)."""
    rondes = int(argv[0]) if argv else 15
    tijden: dict[str, list[tuple[float, float, float]]] = {"leeg Textual-scherm": [], "sessie": []}
    with TemporaryDirectory() as naam:
        werkmap = Path(naam)
        nieuwste = fill_werkmap(Werkmap(werkmap), SESSIES)
        programma = {
            "leeg Textual-scherm": (["-m", "bench.buren.leeg_scherm"], "leeg scherm"),
            "sessie": (["-m", "sessie_tool", "--werkmap", naam], nieuwste),
        }
        for ronde in range(rondes + 1):
            for wat, (woorden, eerste) in programma.items():
                gemeten = start_once([sys.executable, *woorden], eerste, werkmap)
                if ronde:
                    tijden[wat].append(gemeten)
    print(f"{SESSIES} sessies, terminal van 120 × 40, kleinste van {rondes} rondes om en om")
    vloer, sessie = (
        dict(zip(("beeld", "klok", "cpu"), map(min, zip(*tijden[wat], strict=True)), strict=True)) for wat in tijden
    )
    goed = True
    for kolom, uitleg in (("beeld", "eerste beeld"), ("klok", "toets werkt"), ("cpu", "CPU tot de toets werkt")):
        goed &= print_naast(uitleg, sessie[kolom], "leeg scherm", vloer[kolom], lat=LAT, doel=DOEL)
    return 0 if goed else 1


def start_once(command: list[str], eerste: str, map_: Path) -> tuple[float, float, float]:
    """Milliseconds to the frame with `eerste`, to the effect of a key, and of CPU until then."""
    with Terminal(command, map_, make_env(map_)) as terminal:
        beeld = terminal.wait(eerste)
        klok = beeld + terminal.press("q", "Niets gevonden") / 1000
        cpu = terminal.kill()
    return 1000 * (beeld - terminal.begin), 1000 * (klok - terminal.begin), cpu
