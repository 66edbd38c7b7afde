"""What happens around the program: a folder that goes away, another stick, another writer, a clock that jumps, a pause.

Every case types lines, lets it happen, and then looks in all versions of the session that stand there for every line
that was promised: a version beside it (a conflict copy) is kept work too, a line that stands nowhere is lost.
"""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, sleep, time
from unittest.mock import patch

from bench.verlies.gevallen import GEDULD, open_zitting, type_regel
from bench.verlies.kind import DOORLOPEND, STIL, Kinderen, Opdracht, promises
from bench.verlies.nazien import Bevonden, inspect
from bench.verlies.plek import Plek
from bench.verlies.stroom import prepare
from sessie_tool.fouten import BezetError
from sessie_tool.kern.boom import from_tree
from sessie_tool.nu import new_id, now
from sessie_tool.opslag import lease, schrijver
from sessie_tool.opslag.bestand import decode, encode, read_bestand, seal
from sessie_tool.zitting import Zitting

LEASE = 0.4
Ramp = Callable[[Plek, Kinderen], list[str]]
"""Lets it happen; gives every promise."""


def _folder_away(plek: Plek, _: Kinderen) -> list[str]:
    """The folder goes and comes back while lines come in."""
    erkend: list[str] = []
    with _zitting(plek) as zitting:
        type_regel(zitting, "voor", erkend.append)
        weg = plek.werkmap.pad.rename(plek.wortel / "weg")
        type_regel(zitting, "terwijl de map weg is", erkend.append)
        weg.rename(plek.werkmap.pad)
        type_regel(zitting, "na", erkend.append)
    return erkend


def _other_folder(plek: Plek, _: Kinderen) -> list[str]:
    """Another, empty folder comes in its place: nothing of the session may be written there."""
    erkend: list[str] = []
    with _zitting(plek) as zitting:
        _type_to_file(plek, zitting, "voor", erkend)
        weg = plek.werkmap.pad.rename(plek.wortel / "weg")
        plek.werkmap.sessies.mkdir(parents=True)
        type_regel(zitting, "op een andere stick", erkend.append)
        sleep(0.05)
        vreemd = [pad.name for pad in plek.werkmap.sessies.rglob("*")]
        shutil.rmtree(plek.werkmap.pad)
        weg.rename(plek.werkmap.pad)
        type_regel(zitting, "na", erkend.append)
    return [*erkend, *(f"regel {naam} hoort niet op een andere stick" for naam in vreemd)]


def _state_away(plek: Plek, _: Kinderen) -> list[str]:
    """Somebody clears the state folder while lines come in, with the folder of the sessions away."""
    erkend: list[str] = []
    zitting = open_zitting(plek)
    _type_to_file(plek, zitting, "voor", erkend)
    shutil.rmtree(plek.staat)
    weg = plek.werkmap.pad.rename(plek.wortel / "weg")
    type_regel(zitting, "in een nieuw journaal", erkend.append)
    zitting.close(0.1)
    weg.rename(plek.werkmap.pad)
    return erkend


def _outside(plek: Plek, _: Kinderen) -> list[str]:
    """Another computer puts its version in the place of the file, before a line and after the last one."""
    erkend: list[str] = []
    tables = decode(plek.bestand.read_bytes())
    tables["sessie"]["1"]["titel"] = "Van een andere computer"
    tables["meta"]["1"] |= {"revisie": 1, "laatste": "1-anders"}
    ander = encode(seal(tables))
    for nummer in range(2):
        with _zitting(plek) as zitting:
            _type_to_file(plek, zitting, f"voor {nummer}", erkend)
            plek.bestand.write_bytes(ander)
            if nummer:
                type_regel(zitting, f"na {nummer}", erkend.append)
    return erkend


def _clock(plek: Plek, _: Kinderen) -> list[str]:
    """The clock goes back two hours, and forward a day."""
    erkend: list[str] = []
    for nummer, sprong in enumerate((timedelta(), timedelta(hours=-2), timedelta(days=1), timedelta(hours=-5))):
        clock = lambda: now() + sprong  # noqa: B023, E731  # called within this round
        zitting = Zitting.open(plek.werkmap, plek.sessie_id, clock=clock, new_id=new_id)
        type_regel(zitting, f"sprong {nummer}", erkend.append)
        zitting.close(GEDULD)
    return erkend


def _pause(plek: Plek, kinderen: Kinderen) -> list[str]:
    """The laptop sleeps longer than the lease lasts, and wakes."""
    return _sleep_while(plek, kinderen, list)


def _taken_over(plek: Plek, kinderen: Kinderen) -> list[str]:
    """The laptop sleeps longer than the lease lasts; another takes the session over and works on, and it wakes."""
    return _sleep_while(plek, kinderen, lambda: _take_over(plek))


def _take_over(plek: Plek) -> list[str]:
    erkend: list[str] = []
    zitting = Zitting.open(plek.werkmap, plek.sessie_id, clock=now, new_id=new_id, overnemen=True)
    for nummer in range(3):
        type_regel(zitting, f"van de ander {nummer}", erkend.append)
    zitting.close(GEDULD)
    return erkend


def _sleep_while(plek: Plek, kinderen: Kinderen, doe: Callable[[], list[str]]) -> list[str]:
    lijnen: list[str] = []
    ander: list[str] = []
    wakker = 0
    for lijn in kinderen.start(Opdracht(str(plek.wortel), DOORLOPEND, lease=LEASE)):
        lijnen.append(lijn)
        pid = next((int(one[4:]) for one in lijnen if one.startswith("pid ")), 0)
        if pid and not wakker and len(promises(lijnen)) > 2:
            os.kill(pid, signal.SIGSTOP)
            sleep(LEASE * 1.5)
            ander = doe()
            os.kill(pid, signal.SIGCONT)
            wakker = len(lijnen)
        if wakker and len(lijnen) == wakker + 6:
            os.kill(pid, signal.SIGKILL)
    return promises(lijnen) + ander


def _taken_over_halfway(plek: Plek, kinderen: Kinderen) -> list[str]:
    """As above, but the sleep begins between the last look at the file and its replacing, where no look helps."""
    slaap = Opdracht(str(plek.wortel), DOORLOPEND, lease=LEASE, op=3, doe="stop", soort="rename", waar="/werkmap/")
    lijnen: list[str] = []
    ander: list[str] = []
    nog = 8
    for lijn in kinderen.start(slaap):
        lijnen.append(lijn)
        pid = next((int(one[4:]) for one in lijnen if one.startswith("pid ")), 0)
        if lijn == STIL:
            Thread(target=_work_and_wake, args=(plek, pid, ander)).start()
        if ander and (nog := nog - 1) == 0:
            os.kill(pid, signal.SIGKILL)
    return promises(lijnen) + ander


def _work_and_wake(plek: Plek, pid: int, erkend: list[str]) -> None:
    """Work on in the place of a program that sleeps, and wake it."""
    sleep(LEASE)
    erkend += _take_over(plek)
    os.kill(pid, signal.SIGCONT)


def _empty_lease(plek: Plek, kinderen: Kinderen) -> list[str]:
    """The power goes and takes the content of the lease, that nobody syncs; a minute later somebody opens it."""
    lijnen: list[str] = []
    for lijn in kinderen.start(Opdracht(str(plek.wortel), DOORLOPEND, lease=LEASE)):
        lijnen.append(lijn)
        if len(lijnen) == 4:
            os.kill(next(int(one[4:]) for one in lijnen if one.startswith("pid ")), signal.SIGKILL)
    for pad in (plek.werkmap.sessies / ".bezet").iterdir():
        pad.write_bytes(b"")
        os.utime(pad, (time() - 100, time() - 100))
    return promises(lijnen)


RAMPEN: dict[str, tuple[str, Ramp]] = {
    "map weg": ("map weg en weer terug", _folder_away),
    "andere map": ("andere stick op dezelfde plaats", _other_folder),
    "staat weg": ("statusmap gewist, map weg", _state_away),
    "van buiten": ("bestand van buiten vervangen", _outside),
    "klok": ("klok springt terug en vooruit", _clock),
    "slot leeg": ("stroom weg, het slot is leeg", _empty_lease),
    "slaap": ("slaapstand langer dan het slot", _pause),
    "overgenomen": ("slaapstand, een ander neemt over", _taken_over),
    "halverwege": ("slaapstand midden in het vervangen", _taken_over_halfway),
}


@contextmanager
def _zitting(plek: Plek) -> Iterator[Zitting]:
    zitting = open_zitting(plek)
    try:
        yield zitting
    finally:
        zitting.close(GEDULD)


def _type_to_file(plek: Plek, zitting: Zitting, regel: str, erkend: list[str]) -> None:
    """A line that is also in the file of the session, and of which the journal notes that."""
    type_regel(zitting, regel, erkend.append)
    eind = monotonic() + 4
    while regel.encode() not in plek.bestand.read_bytes() and monotonic() < eind:
        sleep(0.005)
    sleep(0.05)


def let_happen(plek: Plek, kinderen: Kinderen, naam: str) -> Bevonden:
    """One disaster in a new session; what was promised and stands nowhere is lost."""
    prepare(plek, "eerste")
    haast = (patch.object(schrijver, "OPNIEUW", (0.01, 0.05)), patch.object(schrijver, "RUST", 0.0))
    with plek.thuis(), haast[0], haast[1], patch.object(lease, "DUUR", LEASE):
        erkend = RAMPEN[naam][1](plek, kinderen)
        try:
            _open_again(plek)
        except BezetError as error:
            return Bevonden(1, len(erkend), 0, 1, f"{naam}: {error}")
        gevonden = inspect(plek, (), uitleg=naam)
        staan = set(_standing_anywhere(plek))
    weg = [one for one in erkend if one.removeprefix("regel ") not in staan]
    gevonden.add(Bevonden(0, len(erkend), len(weg), 0, f"{naam}: {weg} weg" if weg else ""))
    return gevonden


def _open_again(plek: Plek) -> None:
    """A next sitting brings what only the journal has, and what the accident left shuts it out for seconds at most."""
    for keer in range(4):
        try:
            open_zitting(plek).close(GEDULD)
        except BezetError:
            if keer == 3:
                raise
            sleep(lease.VERS / 2)
        else:
            return


def _standing_anywhere(plek: Plek) -> Iterator[str]:
    """Every line in the session and in the versions beside it."""
    yield from (one.hoofdtekst for one in plek.werkmap.read(plek.sessie_id).stappen[0].bouwsteen.records)
    for pad in plek.werkmap.sessies.glob("[!_]*.json"):
        sessie = from_tree(read_bestand(pad.read_bytes()).boom)
        yield from (one.hoofdtekst for one in sessie.stappen[0].bouwsteen.records)


def measure(rondes: int) -> Iterator[tuple[str, Bevonden]]:
    """Every disaster some times."""
    with TemporaryDirectory() as map_, Kinderen() as kinderen:
        plek = Plek(Path(map_, "plek").resolve())
        for naam, (wat, _) in RAMPEN.items():
            gevonden = Bevonden()
            for _ in range(max(1, rondes // 30)):
                gevonden.add(let_happen(plek, kinderen, naam))
            yield wat, gevonden
