"""A disk that refuses: full, read-only, broken, at every operation; and a power cut after such a refusal."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.verlies.gevallen import GEVALLEN
from bench.verlies.kind import Kinderen, Opdracht
from bench.verlies.nazien import Bevonden, inspect
from bench.verlies.plek import Plek
from bench.verlies.stroom import record, replay

WAAR = {"journaal": "/staat/", "werkmap": "/werkmap/", "beide": ""}
KEREN = (1, 1000)
"""A moment, for ever."""


def refuse_everywhere(kinderen: Kinderen, plek: Plek, naam: str, doe: str, waar: str, stap: int = 1) -> Bevonden:
    """Refuse each operation of a case, for a moment and for ever, and end the program there."""
    geval = GEVALLEN[naam]
    begin, ops = record(kinderen, plek, naam)
    was_stuk = [data for data in begin.values() if data is not None]
    aantal = sum(op.soort != "erkend" and WAAR[waar] in op.pad for op in ops)
    gevonden = Bevonden()
    for keer in KEREN:
        for nummer in range(1, aantal + 1, stap):
            plek.put_back(begin)
            opdracht = Opdracht(str(plek.wortel), naam, op=nummer, doe=doe, keer=keer, waar=WAAR[waar], geduld=0.08)
            erkend, code = kinderen.run(opdracht)
            uitleg = f"{naam}: {doe} in {waar} bij {nummer}, {keer} keer"
            with plek.thuis():
                gevonden.add(inspect(plek, [*geval.beloofd, *erkend], was_stuk=was_stuk, uitleg=uitleg))
            if code:
                gevonden.add(Bevonden(onleesbaar=1, voorbeeld=f"{uitleg}: het programma viel om"))
    return gevonden


def distrust_sync(kinderen: Kinderen, plek: Plek, naam: str, hoogstens: int = 0) -> Bevonden:
    """Fail each sync once and cut the power at every moment after: the system forgets what such a sync was for."""
    geval = GEVALLEN[naam]
    _, ops = record(kinderen, plek, naam)
    gevonden = Bevonden()
    for nummer in range(1, 1 + sum(op.soort == "sync" for op in ops)):
        begin, gestoord = record(kinderen, plek, naam, op=nummer, doe="EIO", soort="sync")
        gevonden.add(replay(plek, begin, gestoord, geval.beloofd, hoogstens))
    return gevonden


def measure(rondes: int) -> Iterator[tuple[str, Bevonden]]:
    """Every kind of refusal; the line being typed is left out where the disk refuses for ever: nobody promised it."""
    stap = max(1, 2400 // rondes)
    weigeringen = [("ENOSPC", "schijf vol", waar) for waar in WAAR]
    weigeringen += [("EROFS", "schijf alleen-lezen", "beide"), ("EIO", "schijf geeft fouten", "beide")]
    with TemporaryDirectory() as map_, Kinderen() as kinderen:
        plek = Plek(Path(map_, "plek").resolve())
        for doe, wat, waar in weigeringen:
            alle = Bevonden()
            for naam in sorted(GEVALLEN.keys() - {"concept"}):
                alle.add(refuse_everywhere(kinderen, plek, naam, doe, waar, stap))
            yield f"{wat}: {waar}", alle
        alle = Bevonden()
        for naam in GEVALLEN:
            alle.add(distrust_sync(kinderen, plek, naam, rondes // 3))
        yield "fsync mislukt, daarna stroom weg", alle
