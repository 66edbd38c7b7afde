"""From a key in the facilitator's terminal to the change in the room's: two processes in real terminals.

Beside it stands how long the facilitator's own screen takes for the same line; the room cannot be sooner.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.inhoud import make_env, make_sessie, with_signalen
from bench.meten import percentiel
from bench.terminal import ENTER, ONGEDAAN, VOLGENDE, Terminal
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap

LAT, DOEL = 150.0, 60.0
TEMPO = 0.35
"""Seconds between two changes, and a bit of a second more each time, so that no timer goes along with them."""
AANTALLEN = (20, 2000)


def main(argv: list[str]) -> int:
    """Measure and print; the first word is how often each change is made (default 60)."""
    keren = int(argv[0]) if argv else 60
    print(f"van toets tot beeld in de zaal, terminals van 120 × 40; lat p99 {LAT:.0f} ms, doel {DOEL:.0f} ms")
    print(f"{'':40}{'keren':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'meest':>8} ms")
    slechtst = 0.0
    for aantal in AANTALLEN:
        for wat, ms in _measure(aantal, keren).items():
            p50, p95, p99 = (percentiel(ms, deel) for deel in (0.5, 0.95, 0.99))
            print(f"{f'{wat}, {aantal} signalen':40}{len(ms):6}{p50:8.1f}{p95:8.1f}{p99:8.1f}{max(ms):8.1f}")
            slechtst = max(slechtst, p99 if "zaal" in wat else 0.0)
    return 0 if slechtst <= LAT else 1


def _measure(aantal: int, keren: int) -> dict[str, list[float]]:
    """Type lines and take them back, and see when the room shows it; and when the facilitator's own screen does."""
    tijden: dict[str, list[float]] = {"toevoegen, zaal": [], "ongedaan, zaal": [], "toevoegen, eigen scherm": []}
    with TemporaryDirectory() as naam:
        map_ = Path(naam)
        sessie = with_signalen(make_sessie("Grote sessie"), aantal, max(1, aantal // 50))
        Werkmap(map_).create(sessie, now())
        python, env = [sys.executable, "-m", "sessie_tool", "--werkmap", naam], make_env(map_)
        with (
            Terminal([*python, "beamer", sessie.id], map_, env) as zaal,
            Terminal([*python, "open", sessie.id], map_, env) as leiding,
        ):
            zaal.wait("beginnen zo")
            leiding.wait("1 · Open acties")
            leiding.press(VOLGENDE, "2 · Welkom")
            leiding.press(VOLGENDE, f"Punt {aantal:04}")
            zaal.wait(f"Punt {aantal:04}")
            for keer in range(keren):
                regel = f"Q{keer:03} wijk"
                leiding.press(regel, regel)
                _pause(leiding, zaal, keer)
                tijden["toevoegen, zaal"].append(zaal.watch(lambda: leiding.send(ENTER), regel))
                _pause(leiding, zaal, keer)
                tijden["ongedaan, zaal"].append(zaal.watch(lambda: leiding.send(ONGEDAAN), rf"\b{aantal} signalen"))
                _pause(leiding, zaal, keer)
                leiding.press(regel, regel)
                _pause(leiding, zaal, keer)
                tijden["toevoegen, eigen scherm"].append(leiding.press(ENTER, f"{aantal + 1} *{regel}"))
                _pause(leiding, zaal, keer)
                leiding.press(ONGEDAAN, "Ongedaan")
                _pause(leiding, zaal, keer)
    return tijden


def _pause(leiding: Terminal, zaal: Terminal, keer: int) -> None:
    leiding.drain((TEMPO + keer % 10 / 100) / 2)
    zaal.drain((TEMPO + keer % 10 / 100) / 2)
