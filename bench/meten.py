"""CPU time of whole processes, run in turns so that a busy moment hits all of them alike."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median


def cpu_of(command: Sequence[str], map_: Path, env: Mapping[str, str]) -> float:
    """CPU milliseconds (user and system) of one run of a command.

    Raises:
        RuntimeError: the command failed.
    """
    with subprocess.Popen(command, cwd=map_, env=env, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as proces:
        _, status, gebruik = os.wait4(proces.pid, 0)
        proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        raise RuntimeError(f"{' '.join(command)} eindigde met {proces.returncode}")
    return 1000 * (gebruik.ru_utime + gebruik.ru_stime)


def compare(commands: Mapping[str, Sequence[str]], map_: Path, rondes: int) -> dict[str, float]:
    """Median CPU milliseconds of each command over interleaved runs, after one run to warm up."""
    wortel = str(Path(__file__).parents[1])
    env = {**os.environ, "HOME": str(map_), "XDG_STATE_HOME": str(map_ / "staat"), "PYTHONPATH": wortel}
    tijden: dict[str, list[float]] = {naam: [] for naam in commands}
    for ronde in range(rondes + 1):
        for naam, command in commands.items():
            tijd = cpu_of(command, map_, env)
            if ronde:
                tijden[naam].append(tijd)
    return {naam: median(gemeten) for naam, gemeten in tijden.items()}


def print_naast(
    wat: str, tijd: float, naast: str, vloer: float, *, lat: float | None = None, doel: float | None = None
) -> bool:
    """One line: a time beside its peer or floor, and the ratio; whether it reaches the bar, when there is one."""
    deel = tijd / vloer
    grens = " ".join(f"{woord} {waarde:g} ×" for woord, waarde in (("lat", lat), ("doel", doel)) if waarde is not None)
    oordeel = ""
    if grens:
        gehaald = [woord for woord, waarde in (("doel", doel), ("lat", lat)) if waarde is not None and deel <= waarde]
        oordeel = f"  {grens}: {gehaald[0]} gehaald" if gehaald else f"  {grens}: NIET GEHAALD"
    print(f"{wat:34}{tijd:9.2f} ms {deel:7.2f} × {naast} ({vloer:.2f} ms){oordeel}")
    return lat is None or deel <= lat


def percentiel(tijden: Sequence[float], deel: float) -> float:
    """The time within which this part (0 to 1) of the measurements lies."""
    return sorted(tijden)[min(len(tijden) - 1, int(deel * len(tijden)))]
