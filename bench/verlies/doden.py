"""kill -9: the store at every operation on the disk, and store, `sessie invoer` and the screen at random moments."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from bench.terminal import Terminal
from bench.verlies.gevallen import GEVALLEN
from bench.verlies.kind import DOORLOPEND, Kinderen, Opdracht, promises
from bench.verlies.nazien import Bevonden, inspect, reopen
from bench.verlies.plek import Plek
from bench.verlies.stroom import prepare, record
from sessie_tool.nu import now

PER_SESSIE = 25
"""So many kills in one session, then a new one: else the session grows and the kills no longer land in a save."""
ZONDER_SESSIE = frozenset({"nieuw", "bak", "terug", "wissen"})
"""Cases after which there may be no session to open."""


def kill_everywhere(kinderen: Kinderen, plek: Plek, naam: str, *, stap: int = 1) -> Bevonden:
    """Kill a case before each operation on the disk and halfway each write; `stap` 3 takes one in three."""
    geval = GEVALLEN[naam]
    begin, ops = record(kinderen, plek, naam)
    was_stuk = [data for data in begin.values() if data is not None]
    echt = [op for op in ops if op.soort != "erkend"]
    gevonden = Bevonden()
    for nummer, op in list(enumerate(echt, 1))[::stap]:
        for doe in ("kill", "half") if op.soort == "write" else ("kill",):
            plek.put_back(begin)
            erkend, _ = kinderen.run(Opdracht(str(plek.wortel), naam, op=nummer, doe=doe))
            uitleg = f"{naam}: {doe} bij {nummer} ({op.soort} {Path(op.pad).name})"
            with plek.thuis():
                gevonden.add(inspect(plek, [*geval.beloofd, *erkend], was_stuk=was_stuk, uitleg=uitleg))
                if geval.herhaal:
                    gevonden.add(_finish(kinderen, plek, naam, uitleg))
                if naam not in ZONDER_SESSIE:
                    gevonden.add(try_again(plek, uitleg))
    return gevonden


def _finish(kinderen: Kinderen, plek: Plek, naam: str, uitleg: str) -> Bevonden:
    """Whether doing a case again finishes what was begun."""
    erkend, _ = kinderen.run(Opdracht(str(plek.wortel), naam))
    gevonden = inspect(plek, erkend, uitleg=f"{uitleg}, en nog eens")
    return gevonden if erkend else Bevonden(onleesbaar=1, voorbeeld=f"{uitleg}: nog eens lukt niet")


def try_again(plek: Plek, uitleg: str) -> Bevonden:
    """Whether the program goes on after the accident."""
    fout = reopen(plek)
    return Bevonden(onleesbaar=1, voorbeeld=f"{uitleg}: {fout}") if fout else Bevonden()


def kill_store(kinderen: Kinderen, plek: Plek, keren: int, toeval: random.Random) -> Bevonden:
    """Kill the store at random moments while lines come in."""
    gevonden, erkend = Bevonden(), [""]
    for keer in range(keren):
        if keer % PER_SESSIE == 0:
            prepare(plek, "eerste")
            erkend = []
        kind = kinderen.start(Opdracht(str(plek.wortel), DOORLOPEND))
        nieuw = _kill_after(kind, toeval.randint(0, 8), toeval.random() * 0.006)
        erkend += nieuw
        with plek.thuis():
            bevonden = inspect(plek, erkend, uitleg=f"kill {keer}")
            bevonden.erkend = len(nieuw)
            gevonden.add(bevonden)
            if keer % PER_SESSIE == PER_SESSIE - 1:
                gevonden.add(try_again(plek, f"kill {keer}"))
    return gevonden


def _kill_after(kind: Iterator[str], aantal: int, nog: float) -> list[str]:
    """Kill a child after so many promises and a moment more; everything that it promised."""
    lijnen: list[str] = []
    pid, gedood = 0, False
    for lijn in kind:
        lijnen.append(lijn)
        pid = int(lijn[4:]) if lijn.startswith("pid ") else pid
        if pid and not gedood and len(promises(lijnen)) >= aantal:
            sleep(nog)
            os.kill(pid, signal.SIGKILL)
            gedood = True
    return promises(lijnen)


def kill_invoer(plek: Plek, keren: int, toeval: random.Random) -> Bevonden:
    """Kill `sessie invoer` while it reads lines; a printed id is a promise."""
    gevonden = Bevonden()
    erkend: set[str] = set()
    for keer in range(keren):
        if keer % PER_SESSIE == 0:
            prepare(plek, "eerste")
            erkend = set()
        with plek.thuis():
            nieuw = _feed_and_kill(plek, keer, toeval.randint(0, 6), toeval.random() * 0.01)
            erkend |= nieuw
            staan = {record.id for record in plek.werkmap.read(plek.sessie_id).stappen[0].bouwsteen.records}
            weg = erkend - staan
            bevonden = inspect(plek, (), uitleg=f"invoer {keer}")
            bevonden.add(Bevonden(0, len(nieuw), len(weg), 0, f"invoer {keer}: {weg} weg" if weg else ""))
            if keer % PER_SESSIE == PER_SESSIE - 1:
                bevonden.add(try_again(plek, f"invoer {keer}"))
            gevonden.add(bevonden)
    return gevonden


def make_command(plek: Plek, opdracht: str) -> list[str]:
    """A command of the program on this session."""
    return [sys.executable, "-m", "sessie_tool", "--werkmap", str(plek.werkmap.pad), opdracht, plek.sessie_id]


def make_env() -> dict[str, str]:
    """The environment in which this program is found, also when another one is installed."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def _feed_and_kill(plek: Plek, keer: int, aantal: int, nog: float) -> set[str]:
    """The ids that the command printed before it was killed."""
    opdracht = [*make_command(plek, "invoer"), "--stap", "1"]
    proces = subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=make_env(), bufsize=0)
    if proces.stdin is None or proces.stdout is None:
        raise RuntimeError("geen pijp")
    gelezen = b""
    for nummer in range(aantal + 1):
        proces.stdin.write(f"regel {keer}-{nummer}\n".encode())
        if nummer < aantal:
            gelezen += proces.stdout.readline()
    sleep(nog)
    proces.kill()
    gelezen += proces.stdout.read()
    proces.wait()
    proces.stdin.close()
    proces.stdout.close()
    return {regel.decode().strip() for regel in gelezen.splitlines(keepends=True) if regel.endswith(b"\n")}


def kill_terminal(plek: Plek, keren: int, toeval: random.Random) -> Bevonden:
    """Kill the screen in a real terminal; a line is promised when the screen says a moment after it was typed."""
    gevonden, erkend = Bevonden(), [""]
    for keer in range(keren):
        if keer % PER_SESSIE == 0:
            prepare(plek, "eerste")
            erkend = []
        with plek.thuis():
            env = {**make_env(), "HOME": str(plek.wortel)}
            with Terminal(make_command(plek, "open"), plek.wortel, env) as terminal:
                terminal.wait("Ophalen")
                terminal.wait("opgeslagen")
                nieuw = [type_until_saved(terminal, f"regel {keer}-{nummer}") for nummer in range(2)]
                terminal.send("".join(f"regel {keer}-snel-{nummer}\r" for nummer in range(4)))
                sleep(toeval.random() * 0.15)
            erkend += nieuw
            bevonden = inspect(plek, erkend, uitleg=f"terminal {keer}")
            bevonden.erkend = len(nieuw)
            bevonden.add(try_again(plek, f"terminal {keer}"))
            gevonden.add(bevonden)
    return gevonden


def type_until_saved(terminal: Terminal, regel: str) -> str:
    """Type a line in a second of its own; wait until the screen names that second or a later one."""
    sleep(1.02 - now().microsecond / 1e6)  # what the screen said before names an earlier second
    momenten = "|".join(f"{now() + timedelta(seconds=later):%H:%M:%S}" for later in range(30))
    terminal.press(f"{regel}\r", f"opgeslagen (?:{momenten})")
    return f"regel {regel}"


def measure(rondes: int) -> Iterator[tuple[str, Bevonden]]:
    """All of them; `rondes` kills together for the three at random moments."""
    toeval = random.Random(rondes)  # noqa: S311  # moments to kill at, no secret
    with TemporaryDirectory() as map_, Kinderen() as kinderen:
        plek = Plek(Path(map_, "plek").resolve())
        alle = Bevonden()
        for naam in GEVALLEN:
            alle.add(kill_everywhere(kinderen, plek, naam))
        yield "kill -9 bij elke handeling op de schijf", alle
        yield "kill -9 van de opslag, willekeurig", kill_store(kinderen, plek, 2 * rondes // 3, toeval)
        yield "kill -9 van 'sessie invoer'", kill_invoer(plek, max(1, rondes // 5), toeval)
        yield "kill -9 van het scherm in een terminal", kill_terminal(plek, max(1, rondes // 30), toeval)
