"""One writer per session: a lease in the werkmap, with a small file beside it that says who holds it.

A lease that is left by a crash on this computer is taken over at once. One of another computer never goes by itself:
only a person knows whether that computer still works on the session.
"""

import errno
import getpass
import os
import platform
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sessie_tool.fouten import BezetError, OpslagError
from sessie_tool.kern.taal import format_aantal
from sessie_tool.opslag.atomair import explain, write_atomic
from sessie_tool.opslag.lezen import read_own

if TYPE_CHECKING:
    from filelock import SoftFileLease

MAP = ".bezet"
DUUR = 30.0
STIL = 2 * DUUR
"""Seconds without a sign of life after which one may ask whether the other is still there."""
WERKMAP_DUUR = 10.0


VERS = 2.0
"""Seconds in which a lease without content may still be being made."""
_LEVEND: set[str] = set()
"""The tokens of the leases that this program holds now."""


class Eigenaar(msgspec.Struct, frozen=True):
    """Who holds a session.

    Attributes:
        sinds: ISO moment.
        stil: seconds since the last sign of life, as far as the clock of the folder tells.
    """

    wie: str = "iemand anders"
    computer: str = ""
    pid: int = 0
    sinds: str = ""
    stil: float = 0.0

    def __str__(self) -> str:
        """'Jansen op laptop-12, sinds 14:07, laatst gezien 14 minuten geleden'."""
        sinds = f", sinds {_klok(self.sinds)}" if self.sinds else ""
        stil = f", laatst gezien {_duur(self.stil)} geleden" if self.is_stil else ""
        return f"{self.naam}{sinds}{stil}"

    @property
    def naam(self) -> str:
        """'Jansen op laptop-12'."""
        return f"{self.wie} op {self.computer}" if self.computer else self.wie

    @property
    def is_stil(self) -> bool:
        """Whether there was no sign of life for so long that the other may be gone."""
        return self.stil > STIL


def _klok(iso: str) -> str:
    try:
        return f"{datetime.fromisoformat(iso):%d-%m-%Y %H:%M}"
    except ValueError:
        return iso


def _duur(seconden: float) -> str:
    """'14 minuten', '3 uur', '2 dagen'."""
    minuten = int(seconden // 60)
    if minuten < 120:
        return format_aantal(minuten, "minuut", "minuten")
    uren = minuten // 60
    return f"{uren} uur" if uren < 48 else f"{uren // 24} dagen"


def current_user() -> str:
    """The name under which the user is known to this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekende gebruiker"


def _is_running(pid: int) -> bool:
    """Whether a program on this computer still runs, as far as that can be asked without touching it."""
    if os.name == "nt" or pid <= 0:  # there is no harmless signal on Windows
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _has_ended(pid)


def _has_ended(pid: int) -> bool:
    """Whether a program is over, and only waits for its parent to ask how it went; Linux alone tells."""
    try:
        staat = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return False
    return staat.rpartition(b")")[2].split()[:1] == [b"Z"]


def _new_lock(pad: Path, duur: float) -> "SoftFileLease":
    from filelock import SoftFileLease  # costs 50 ms, and only writing needs it

    return SoftFileLease(pad, timeout=0, lease_duration=duur, thread_local=False)


class Lease:
    """The right to write one session."""

    def __init__(self, pad: Path, moment: datetime) -> None:
        """Name the lease of the session file `pad`; nothing is taken yet."""
        self._slot = pad.parent / MAP / f"{pad.stem}.lock"
        self._naam = pad.parent / MAP / f"{pad.stem}.json"
        self._ik = Eigenaar(current_user(), platform.node(), os.getpid(), moment.isoformat(timespec="seconds"))
        self._lock: SoftFileLease | None = None
        self._token = ""

    def take(self, *, overnemen: bool = False) -> None:
        """Take the lease; `overnemen` takes it from whoever has it.

        Raises:
            BezetError: someone else has it.
            OSError: the folder cannot be written.
        """
        from filelock import LeaseSettingsMismatch, Timeout  # see `_new_lock`

        self._slot.parent.mkdir(exist_ok=True)
        lock = _new_lock(self._slot, DUUR)
        if overnemen or self._is_ours(lock) or self._is_rubble(lock):
            lock.force_break()
        try:
            lock.acquire()
        except (Timeout, LeaseSettingsMismatch) as error:
            raise self._busy() from error
        self._lock, self._token = lock, lock.token or ""
        _LEVEND.add(self._token)
        write_atomic(self._naam, msgspec.json.encode(self._ik))

    def _busy(self) -> BezetError:
        eigenaar = self.owner()
        vraag = eigenaar.is_stil or eigenaar.computer not in ("", self._ik.computer)
        raad = (
            "Werkt daar niemand meer? Dan kunt u de sessie overnemen."
            if vraag
            else "Sluit daar het programma, of open de sessie om alleen te lezen."
        )
        return BezetError(f"Deze sessie is al open bij {eigenaar}. {raad}", elders=vraag)

    def owner(self) -> Eigenaar:
        """Who holds the lease now, as far as that can be read."""
        try:
            eigenaar = msgspec.json.decode(read_own(self._naam), type=Eigenaar)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            eigenaar = Eigenaar()
        merk = _new_lock(self._slot, DUUR).owner
        if merk is not None and merk.pid != eigenaar.pid:
            eigenaar = Eigenaar(computer=merk.hostname.partition("?")[0], pid=merk.pid)
        return msgspec.structs.replace(eigenaar, stil=self._read_stil())

    def _read_stil(self) -> float:
        """Seconds since the heartbeat of whoever holds it."""
        try:
            return max(0.0, time.time() - self._slot.stat().st_mtime)
        except OSError:
            return 0.0

    def find_writer(self) -> Eigenaar | None:
        """Who writes the session now; None when nobody does, or when that program on this computer died.

        Raises:
            OSError: the folder cannot be read.
        """
        if not self._slot.exists():
            if not self._slot.parent.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, "de map is er niet", str(self._slot))
            return None
        eigenaar = self.owner()
        gone = eigenaar.computer == self._ik.computer and not _is_running(eigenaar.pid)
        return None if gone else eigenaar

    def held(self) -> bool:
        """Whether the lease on the disk is still ours (reads it) and kept alive."""
        return self._lock is not None and self._lock.compromise is None and self._is_ours(self._lock)

    def is_lost(self) -> bool:
        """Whether someone else took the lease that we had; not when it cannot be read now."""
        if self._lock is None:
            return False
        merk = self._lock.owner
        return merk is not None and merk.token != self._token

    def _is_ours(self, lock: "SoftFileLease") -> bool:
        merk = lock.owner
        return merk is not None and merk.token == self._token

    def _is_rubble(self, lock: "SoftFileLease") -> bool:
        """Whether nobody can hold what stands there.

        That is: this program left it in a folder that was away when the session was closed, the program that had it
        is over, or a power cut took its content (nothing of it is synced) and whoever had it gives no sign of life.
        """
        merk = lock.owner
        if merk is not None:
            if merk.hostname.partition("?")[0] != self._ik.computer:
                return False
            return _has_ended(merk.pid) or (merk.pid == os.getpid() and merk.token not in _LEVEND)
        if not self._slot.exists():
            return False
        eigenaar = self.owner()
        if eigenaar.computer == self._ik.computer:
            return not _is_running(eigenaar.pid)
        return not eigenaar.computer and eigenaar.stil > VERS

    def ensure(self) -> None:
        """Make sure that the lease is ours; takes it again when nobody has it.

        Raises:
            BezetError: someone else took it over.
            OSError: the folder cannot be written.
        """
        if self.held():
            return
        if not self._slot.parent.parent.is_dir():  # away, and the lease with it: it is ours when the folder is back
            raise FileNotFoundError(errno.ENOENT, "de map is er niet", str(self._slot))
        self._drop()
        self.take()

    def _drop(self) -> None:
        lock, self._lock = self._lock, None
        _LEVEND.discard(self._token)
        if lock is not None:
            with suppress(OSError):
                lock.release(force=True)

    def release(self) -> None:
        """Give the lease back, when it is still ours."""
        if self.held():
            with suppress(OSError):
                self._naam.unlink(missing_ok=True)
        self._drop()


class Werkmapslot:
    """A short lock around a change of `_werkmap.json`, which has many writers."""

    def __init__(self, sessies: Path) -> None:
        """Name the lock."""
        self._pad = sessies / MAP / "_werkmap.lock"
        self._lock: SoftFileLease | None = None

    def __enter__(self) -> None:
        """Wait for it, some seconds at most."""
        from filelock import Timeout  # see `_new_lock`

        try:
            self._pad.parent.mkdir(parents=True, exist_ok=True)
            self._lock = _new_lock(self._pad, WERKMAP_DUUR)
            self._lock.acquire(timeout=2 * WERKMAP_DUUR)
        except Timeout as error:
            raise OpslagError("De werkmap is bezet door een ander. Probeer het zo nog eens.") from error
        except OSError as error:
            raise OpslagError(f"De werkmap kan niet gewijzigd worden: {explain(error)}.") from error

    def __exit__(self, *_: object) -> None:
        """Give it back."""
        if self._lock is not None:
            self._lock.release()
