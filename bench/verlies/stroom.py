"""Power cuts: every save recorded once, and then every state looked at in which a disk may be left at any moment."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench.verlies.gevallen import GEVALLEN
from bench.verlies.kind import Kinderen, Opdracht
from bench.verlies.nazien import Bevonden, inspect
from bench.verlies.opname import Op
from bench.verlies.plek import Plek
from bench.verlies.schijfmodel import Boom, Schijf

Zeef = Callable[[Op], bool]


def record(kinderen: Kinderen, plek: Plek, geval: str, **stoornis: str | int) -> tuple[Boom, list[Op]]:
    """Do one case in a child; what stood there before, and every operation with every promise."""
    begin = prepare(plek, geval)
    pad = plek.wortel.with_suffix(".opname")
    kinderen.run(
        msgspec.convert({"wortel": str(plek.wortel), "geval": geval, "opname": str(pad), **stoornis}, Opdracht)
    )
    ops = msgspec.msgpack.decode(pad.read_bytes(), type=list[Op])
    pad.unlink()
    if not stoornis and not any(op.soort == "erkend" for op in ops):
        raise RuntimeError(f"'{geval}' werd nooit bevestigd: dan bewijst het niets")
    return begin, ops


def record_after_kill(kinderen: Kinderen, plek: Plek, naam: str, nummer: int) -> tuple[Boom, list[Op]]:
    """A case that is killed at an operation and done again: names that the first made may not be on the disk yet."""
    begin, eerst = record(kinderen, plek, naam, op=nummer, doe="kill")
    pad = plek.wortel.with_suffix(".opname")
    kinderen.run(Opdracht(str(plek.wortel), naam, opname=str(pad)))
    return begin, [*eerst, *msgspec.msgpack.decode(pad.read_bytes(), type=list[Op])]


def prepare(plek: Plek, geval: str) -> Boom:
    """Make what stands there before."""
    plek.put_back({})
    with plek.thuis():
        GEVALLEN[geval].vooraf(plek)
    return plek.read()


def states(begin: Boom, ops: Sequence[Op], beloofd: tuple[str, ...] = ()) -> Iterator[tuple[Boom, tuple[str, ...]]]:
    """Every folder that the power may leave, each once, with what was promised by then."""
    schijf = Schijf(begin)
    erkend = beloofd
    gezien: set[int] = set()
    for op in [None, *ops]:
        if op is not None:
            schijf.do(op)
            erkend = (*erkend, op.pad) if op.soort == "erkend" else erkend
        for boom in schijf.mogelijk():
            merk = hash((frozenset(boom.items()), erkend))
            if merk not in gezien:
                gezien.add(merk)
                yield boom, erkend


def replay(plek: Plek, begin: Boom, ops: Sequence[Op], beloofd: tuple[str, ...] = (), hoogstens: int = 0) -> Bevonden:
    """Look at every state, or at a random choice of `hoogstens`."""
    was_stuk = [data for data in begin.values() if data is not None]
    alle = list(states(begin, ops, beloofd))
    if hoogstens and len(alle) > hoogstens:
        alle = random.Random(len(alle)).sample(alle, hoogstens)  # noqa: S311  # a choice, no secret
    gevonden = Bevonden()
    with plek.thuis():
        for boom, erkend in alle:
            plek.put_back(boom)
            gevonden.add(inspect(plek, erkend, was_stuk=was_stuk, uitleg=f"erkend {erkend}"))
    return gevonden


def without(ops: Sequence[Op], zeef: Zeef) -> list[Op]:
    """The recording of a program that forgets these operations: it must lose work, else the replay proves nothing."""
    return [op for op in ops if not zeef(op)]


def measure(rondes: int) -> Iterator[tuple[str, Bevonden]]:
    """Every case of every save."""
    with TemporaryDirectory() as map_, Kinderen() as kinderen:
        plek = Plek(Path(map_, "plek").resolve())
        for naam, geval in GEVALLEN.items():
            begin, ops = record(kinderen, plek, naam)
            yield f"stroom weg: {geval.wat}", replay(plek, begin, ops, geval.beloofd, 10 * rondes)
        alle = Bevonden()
        for nummer in range(1, 1 + sum(op.soort != "erkend" for op in record(kinderen, plek, "eerste")[1])):
            begin, ops = record_after_kill(kinderen, plek, "eerste", nummer)
            alle.add(replay(plek, begin, ops, (), rondes))
        yield "eerst kill -9, daarna stroom weg", alle
