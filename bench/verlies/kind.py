"""A server that runs a case in a child process of its own, so that a kill costs milliseconds and not a start of Python.

One line of JSON in is one child. Out come its lines (`erkend …`), and last `einde CODE`.
"""

import errno
import os
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from bench.verlies.gevallen import GEVALLEN, hurry, open_zitting, type_regel
from bench.verlies.opname import HalfError, Ingreep, Op, Opname
from bench.verlies.plek import Plek
from sessie_tool.fouten import SessieToolError
from sessie_tool.opslag import lease

MODULE = "bench.verlies.kind"
STIL = "stil"
"""The line of a child that stops until SIGCONT."""
DOORLOPEND = "typen"
"""The case that never ends: typing until the kill."""


class Opdracht(msgspec.Struct):
    """What one child does.

    Attributes:
        wortel: the folder of its Plek.
        geval: a name in GEVALLEN, or DOORLOPEND.
        op: the operation on the disk at which it is disturbed (1 is the first); 0 for never.
        doe: kill, half (half a write, then a kill), stop (a pause until SIGCONT), or an error: ENOSPC, EIO, …
        keer: how many operations in a row are disturbed.
        soort: only operations of this kind count (`sync`, `write`, …); "" for all.
        waar: only operations under this folder count.
        opname: where the recording goes.
        geduld: seconds to wait for a promise.
        lease: seconds that a lease lasts.
    """

    wortel: str
    geval: str
    op: int = 0
    doe: str = "kill"
    keer: int = 1
    soort: str = ""
    waar: str = ""
    opname: str = ""
    geduld: float = 2.0
    lease: float = 30.0


def make_ingreep(opdracht: Opdracht) -> Ingreep:
    """What disturbs the child."""
    teller = 0

    def ingreep(op: Op) -> None:
        nonlocal teller
        if opdracht.soort not in ("", op.soort) or opdracht.waar not in op.pad:
            return
        teller += 1
        if opdracht.op and opdracht.op <= teller < opdracht.op + opdracht.keer:
            _disturb(opdracht.doe, op)

    return ingreep


def _disturb(doe: str, op: Op) -> None:
    if doe == "stop":
        os.write(sys.stdout.fileno(), f"{STIL}\n".encode())
        os.kill(os.getpid(), signal.SIGSTOP)
        return
    if doe in ("kill", "half"):
        if doe == "half" and op.soort == "write":
            raise HalfError(_end)
        _end()
    if doe == "ENOSPC" and op.soort == "write":
        raise HalfError(lambda: _refuse(doe, op))
    _refuse(doe, op)


voor_het_einde: list[Callable[[], None]] = []
"""What a child does right before it kills itself: keep the recording."""


def _end() -> None:
    for doe in voor_het_einde:
        doe()
    os.kill(os.getpid(), signal.SIGKILL)


def _refuse(doe: str, op: Op) -> None:
    nummer = getattr(errno, doe)
    raise OSError(nummer, os.strerror(nummer), op.pad)


def run(opdracht: Opdracht, say: Callable[[str], None]) -> None:
    """Do the case; every promise is one line."""
    plek = Plek(Path(opdracht.wortel))
    opname = Opname(plek.wortel, make_ingreep(opdracht))

    def erken(wat: str) -> None:
        opname.erken(wat)
        say(f"erkend {wat}")

    hurry(opdracht.geduld)
    lease.DUUR = opdracht.lease
    bewaar = partial(_keep, opname, opdracht.opname)
    voor_het_einde.append(bewaar)
    with plek.thuis(), opname.loopt():
        try:
            if opdracht.geval == DOORLOPEND:
                _type_on(plek, erken)
            else:
                GEVALLEN[opdracht.geval].doe(plek, erken)
        except SessieToolError as error:
            say(f"geweigerd {error}")
    bewaar()


def _keep(opname: Opname, waar: str) -> None:
    if waar:
        Path(waar).write_bytes(msgspec.msgpack.encode(opname.ops))


def _type_on(plek: Plek, erken: Callable[[str], None]) -> None:
    zitting = open_zitting(plek)
    begin = len(zitting.sessie.stappen[0].bouwsteen.records)
    for nummer in range(begin, 1_000_000):
        type_regel(zitting, f"regel {nummer}", erken)


def serve() -> None:
    """Run children one after the other, until there are no more lines."""
    uit = sys.stdout.fileno()

    def say(tekst: str) -> None:
        os.write(uit, f"{tekst}\n".encode())

    for lijn in sys.stdin.buffer:
        opdracht = msgspec.json.decode(lijn, type=Opdracht)
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                run(opdracht, say)
                code = 0
            except Exception:  # noqa: BLE001  # a child has to say why before it ends without cleaning up
                traceback.print_exc()
            finally:
                os._exit(code)
        say(f"pid {pid}")
        _, status = os.waitpid(pid, 0)
        say(f"einde {os.waitstatus_to_exitcode(status)}")


class Kinderen:
    """The server as the harness sees it. Use it in a `with`."""

    def __enter__(self) -> Self:
        """Start it."""
        wortel = str(Path(__file__).parents[2])
        env = {**os.environ, "PYTHONPATH": wortel}
        self._proces = subprocess.Popen(
            [sys.executable, "-m", MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, bufsize=0
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """End it."""
        for stroom in (self._proces.stdin, self._proces.stdout):
            if stroom:
                stroom.close()
        self._proces.wait(10)

    def start(self, opdracht: Opdracht) -> Iterator[str]:
        """Run one child; its lines as they come, up to and including `einde CODE`."""
        if self._proces.stdin is None or self._proces.stdout is None:
            raise RuntimeError("de server draait niet")
        self._proces.stdin.write(msgspec.json.encode(opdracht) + b"\n")
        for lijn in iter(self._proces.stdout.readline, b""):
            tekst = lijn.decode().rstrip("\n")
            yield tekst
            if tekst.startswith("einde "):
                return

    def run(self, opdracht: Opdracht) -> tuple[list[str], int]:
        """Run one child to its end; what it promised, and its exit code (below zero: the signal)."""
        lijnen = list(self.start(opdracht))
        return promises(lijnen), int(lijnen[-1].partition(" ")[2])


def promises(lijnen: list[str]) -> list[str]:
    """What a child promised in these lines."""
    return [lijn.partition(" ")[2] for lijn in lijnen if lijn.startswith("erkend ")]


if __name__ == "__main__":
    serve()
