"""The file through which the second screen follows a session, on this computer, for its owner only.

It is no record: it is replaced as a whole but not synced, and it goes when the session closes. Who shows the session
touches it every second, so that the room knows when that program is gone; who looks leaves a file of its own, so that
the facilitator knows that somebody does.
"""

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal
from zlib import crc32

import msgspec

from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.atomair import replace_patiently, write_all
from sessie_tool.opslag.proberen import attempt
from sessie_tool.opslag.staat import BESTAND_MODE, make_state_folder, state_folder

HARTSLAG = 1.0
"""Seconds after which who shows and who looks say that they are still there."""
STIL = 6.0
"""Seconds without a sign after which they are gone."""
RUST = 0.2
"""While nobody looks the view is made once nothing new came for so long: it would only delay the facilitator's keys."""

Maak = Callable[[], Zaalbeeld]
Verbinding = Literal["wacht", "volgt", "verbroken", "gesloten"]
"""What the room knows of the session: not open yet, open, its program does not answer, closed."""


class Zaalplek(msgspec.Struct, frozen=True):
    """Where the room's view of one session is, and where a room says that it looks."""

    beeld: Path
    kijkt: Path


class Zaalstand(msgspec.Struct, frozen=True):
    """How it is with the room.

    Attributes:
        kijkt: whether anybody looks.
        fout: why the room's view could not be written; "" when it could.
        bleef_leeg: whether the program was killed while the room saw nothing; nothing is written then until `release`.
    """

    kijkt: bool = False
    fout: str = ""
    bleef_leeg: bool = False


def find_plek(werkmap: Path, sessie_id: str) -> Zaalplek:
    """The places for a session; a copy of the werkmap has places of its own."""
    folder = state_folder() / "zaal"
    naam = f"{sessie_id}-{crc32(os.fsencode(str(werkmap.resolve()))):08x}"
    return Zaalplek(folder / f"{naam}.beeld", folder / f"{naam}.kijkt")


class Zaalschrijver:
    """Brings the newest view to the room from a thread of its own; nobody waits for it."""

    def __init__(self, werkmap: Path, sessie_id: str, on_stand: Callable[[Zaalstand], None]) -> None:
        """Begin; `on_stand` is called from the thread when that changes."""
        self._werkmap, self._sessie_id, self.on_stand = werkmap, sessie_id, on_stand
        self._cond = threading.Condition()
        self._maak: Maak | None = None
        self._klaar = False
        self._mag = True
        self._beeld = self._geschreven = b""
        self._stand = Zaalstand()
        threading.Thread(target=self._run, name="zaal", daemon=True).start()

    def put(self, maak: Maak) -> None:
        """Show what `maak` gives, unless something newer comes first; it runs in the thread."""
        with self._cond:
            self._maak = maak
            self._cond.notify()

    def release(self) -> None:
        """Write again what is put from now on."""
        with self._cond:
            self._maak, self._mag = None, True

    def close(self) -> None:
        """Stop; the room sees that the session is closed."""
        with self._cond:
            self._klaar = True
            self._cond.notify()

    def _run(self) -> None:
        plek = find_plek(self._werkmap, self._sessie_id)
        if _is_blank(plek.beeld):
            self._mag = False
            self._tell(Zaalstand(bleef_leeg=True))
        while True:
            with self._cond:
                if self._cond.wait_for(lambda: self._maak is not None or self._klaar, HARTSLAG):
                    self._rest()
                klaar, mag, maak, self._maak = self._klaar, self._mag, self._maak, None
            if klaar:
                break
            if mag:
                fout = attempt(lambda maak=maak: self._bring(plek, maak))  # type: ignore[misc]
                self._tell(Zaalstand(_age(plek.kijkt) < STIL, fout))
        with suppress(OSError):
            plek.beeld.unlink(missing_ok=True)

    def _rest(self) -> None:
        """While nobody looks, wait until nothing new came for a moment, a heartbeat at most. Called with the lock."""
        eind = time.monotonic() + HARTSLAG
        maak: Maak | None = None
        while not self._klaar and not self._stand.kijkt and maak is not self._maak and time.monotonic() < eind:
            maak = self._maak
            self._cond.wait_for(lambda seen=maak: self._klaar or self._maak is not seen, RUST)  # type: ignore[misc]

    def _bring(self, plek: Zaalplek, maak: Maak | None) -> None:
        """Write the view when it is another one, or did not succeed before; else say that we are still there."""
        if maak is not None:
            self._beeld = msgspec.json.encode(maak())
        if self._beeld == self._geschreven and plek.beeld.exists():
            os.utime(plek.beeld)
        elif self._beeld:
            _replace(plek.beeld, self._beeld)
            self._geschreven = self._beeld

    def _tell(self, stand: Zaalstand) -> None:
        if stand != self._stand:
            self._stand = stand
            self.on_stand(stand)


def _replace(pad: Path, data: bytes) -> None:
    """Replace a file as a whole, without waiting for the disk."""
    make_state_folder(pad.parent)
    temp = pad.with_name(f".{pad.name}.{new_id()}.tmp")
    fd = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), BESTAND_MODE)
    try:
        try:
            write_all(fd, data)
        finally:
            os.close(fd)
        replace_patiently(temp, pad, geduld=1.0)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise


def _is_blank(pad: Path) -> bool:
    """Whether a program that was killed left the room with nothing to see."""
    try:
        return not msgspec.json.decode(pad.read_bytes(), type=Zaalbeeld).stap
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False


def _age(pad: Path) -> float:
    """Seconds since a file was touched; endless when it is not there."""
    try:
        return abs(now().timestamp() - pad.stat().st_mtime)
    except OSError:
        return float("inf")


class Zaallezer:
    """Follows the room's view of one session; looks only, and never at the session itself."""

    def __init__(self, werkmap: Path, sessie_id: str) -> None:
        """Look at a session of a werkmap."""
        self._plek = find_plek(werkmap, sessie_id)
        self._gezien: tuple[int, int] | None = None
        self._sinds = self._gemeld = 0.0
        self.beeld: Zaalbeeld | None = None
        self.verbinding: Verbinding = "wacht"

    def look(self) -> bool:
        """See whether there is something new; True when `beeld` or `verbinding` is another one."""
        before = self.beeld, self.verbinding
        try:
            stat = self._plek.beeld.stat()
        except OSError:
            self._gezien = None
            self.verbinding = "wacht" if self.beeld is None else "gesloten"
        else:
            self._follow((stat.st_mtime_ns, stat.st_ino))
        return (self.beeld, self.verbinding) != before

    def _follow(self, kenmerk: tuple[int, int]) -> None:
        if kenmerk != self._gezien:
            ouderdom = _age(self._plek.beeld) if self._gezien is None else 0.0
            self._gezien, self._sinds = kenmerk, time.monotonic() - ouderdom
            with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
                self.beeld = msgspec.json.decode(self._plek.beeld.read_bytes(), type=Zaalbeeld)
        if self.beeld is not None:
            self.verbinding = "volgt" if time.monotonic() - self._sinds < STIL else "verbroken"

    def beat(self) -> None:
        """Say that somebody looks; a folder that cannot be written keeps nobody from looking."""
        if time.monotonic() - self._gemeld >= HARTSLAG:
            self._gemeld = time.monotonic()
            with suppress(OSError):
                make_state_folder(self._plek.kijkt.parent)
                self._plek.kijkt.touch(BESTAND_MODE)

    def leave(self) -> None:
        """Say that nobody looks any more."""
        with suppress(OSError):
            self._plek.kijkt.unlink(missing_ok=True)
