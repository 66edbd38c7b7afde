"""A program in a real pseudo-terminal: start it, press keys, wait until a text is drawn. Not for Windows."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

BREEDTE, HOOGTE = 120, 40
STURING = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[PX^_\]][^\x1b\x07]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
"""Colours, movements and questions of the program to the terminal."""

OMHOOG, OMLAAG, SCHUIF_OMHOOG, SCHUIF_OMLAAG = "\x1b[A", "\x1b[B", "\x1b[1;2A", "\x1b[1;2B"
ENTER, SPATIE, VOLGENDE, ONGEDAAN, WISSEL = "\r", " ", "\x0e", "\x1a", "\x1b[17~"


class Terminal:
    """One program in a terminal of 120 × 40. Use it in a `with`, so that the program ends."""

    def __init__(self, command: Sequence[str], map_: Path, env: Mapping[str, str]) -> None:
        """Start the program."""
        self._fd, slaaf = os.openpty()
        fcntl.ioctl(slaaf, termios.TIOCSWINSZ, struct.pack("HHHH", HOOGTE, BREEDTE, 0, 0))
        self.begin = perf_counter()
        soort = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self._proces = subprocess.Popen(
            command, cwd=map_, env={**env, **soort}, stdin=slaaf, stdout=slaaf, stderr=slaaf, start_new_session=True
        )
        os.close(slaaf)
        self._uit = b""

    def __enter__(self) -> Self:
        """Give the terminal."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """End the program."""
        if self._proces.returncode is None:
            self.kill()

    def press(self, toetsen: str, zoek: str, geduld: float = 20.0) -> float:
        """Press keys; the milliseconds until the pattern `zoek` is drawn (an earlier drawing does not count).

        Raises:
            TimeoutError: it did not come; the message holds what did.
        """
        return self.watch(lambda: self.send(toetsen), zoek, geduld)

    def send(self, toetsen: str) -> None:
        """Press keys and go on."""
        os.write(self._fd, toetsen.encode())

    def watch(self, doe: Callable[[], None], zoek: str, geduld: float = 20.0) -> float:
        """Do something, here or in another terminal; the milliseconds until the pattern `zoek` is drawn here.

        Raises:
            TimeoutError: it did not come; the message holds what did.
        """
        self.drain(0)
        self._uit = b""
        begin = perf_counter()
        doe()
        return 1000 * (self.wait(zoek, geduld) - begin)

    def wait(self, zoek: str, geduld: float = 20.0) -> float:
        """The moment (perf_counter) at which the pattern `zoek` is drawn.

        Raises:
            TimeoutError: it did not come; the message holds what did.
        """
        eind = perf_counter() + geduld
        while not re.search(zoek, beeld := STURING.sub("", self._uit.decode(errors="ignore"))):
            if perf_counter() > eind or not self._read(eind - perf_counter()):
                raise TimeoutError(f"{zoek!r} kwam niet op het scherm: {' '.join(beeld.split())[-500:]!r}")
        return perf_counter()

    def drain(self, seconden: float) -> None:
        """Let the program draw for a while."""
        eind = perf_counter() + seconden
        while self._read(max(0.0, eind - perf_counter())):
            pass

    def forget(self) -> None:
        """What was drawn so far does not count any more."""
        self._uit = b""

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._proces.pid

    def _read(self, geduld: float) -> bool:
        if not select.select([self._fd], [], [], geduld)[0]:
            return False
        try:
            self._uit += os.read(self._fd, 1 << 16)
        except OSError:  # the program has ended
            return False
        return True

    def end(self, teken: int, geduld: float = 15.0) -> int | None:
        """Send a signal that the program answers; its exit code, None when it does not end."""
        self._proces.send_signal(teken)
        eind = perf_counter() + geduld
        while self._proces.poll() is None and perf_counter() < eind:
            self._read(0.05)
        if self._proces.returncode is not None:
            os.close(self._fd)
        return self._proces.returncode

    def kill(self) -> float:
        """End the program at once; the CPU milliseconds (user and system) that it used."""
        os.kill(self._proces.pid, signal.SIGKILL)
        _, status, gebruik = os.wait4(self._proces.pid, 0)
        self._proces.returncode = os.waitstatus_to_exitcode(status)
        os.close(self._fd)
        return 1000 * (gebruik.ru_utime + gebruik.ru_stime)
