r"""The journal: per session one file on this computer, a line per change. What stands here and is synced is safe.

A line is `<CRC-32 of the rest, 8 hex digits> <JSON>\n`. A line that is half or damaged is passed over. Three kinds:
`basis` (the whole session at one moment, from which the lines after it go on), `mutatie` (one change; `na` names the
entry before it, so that the entries form a chain) and `bewaard` (a file holds the session up to this entry).
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from sessie_tool.kern.geschiedenis import Mutatie, Soort
from sessie_tool.opslag.atomair import explain, sync, sync_folder, write_all, write_atomic
from sessie_tool.opslag.rechten import set_rights
from sessie_tool.opslag.staat import BESTAND_MODE, Staat, make_state_folder

_STAART = 512
_BEGIN = re.compile(rb"[0-9a-f]{8} \{")
_BINAIR = getattr(os, "O_BINARY", 0)


class Basis(msgspec.Struct, frozen=True, tag="basis", tag_field="type"):
    """The whole session after entry `laatste`.

    Attributes:
        boom: the tree of the session (kern/boom.py), not decoded yet.
        bestand: the session file; a copy of it elsewhere has a journal of its own.
        schema: the one of `boom`; the first versions of the program did not say so.
    """

    laatste: str
    revisie: int
    boom: msgspec.Raw
    bestand: str = ""
    schema: int = 1


class Regel(msgspec.Struct, frozen=True, tag="mutatie", tag_field="type"):
    """One change.

    Attributes:
        na: id of the entry before this one.
        verschil: the change (kern/verschil.py), not decoded yet.
        schema: that of the value before and after it.
    """

    id: str
    na: str
    revisie: int
    moment: str
    soort: Soort
    omschrijving: str
    verschil: msgspec.Raw
    schema: int = 1

    @property
    def mutatie(self) -> Mutatie:
        """The change as a value; every call gives a new one."""
        return Mutatie(self.soort, self.omschrijving, msgspec.json.decode(self.verschil))


class Bewaard(msgspec.Struct, frozen=True, tag="bewaard", tag_field="type"):
    """A file holds the session up to and including entry `tot`."""

    tot: str


Lijn = Basis | Regel | Bewaard
_DECODER: msgspec.json.Decoder[Lijn] = msgspec.json.Decoder(Lijn)


def as_raw(value: Any) -> msgspec.Raw:
    """A plain value as the JSON that goes into a line."""
    return msgspec.Raw(msgspec.json.encode(value))


def frame(lijn: Lijn) -> bytes:
    """One line of the file."""
    inhoud = msgspec.json.encode(lijn)
    return b"%08x %s\n" % (crc32(inhoud), inhoud)


def read_frames(data: bytes) -> tuple[list[Lijn], int]:
    """The good lines, and how many were passed over; a last line without an end was never acknowledged."""
    lijnen: list[Lijn] = []
    stuk = 0
    for rij in data.split(b"\n"):
        if lijn := _read_frame(rij):
            lijnen.append(lijn)
        elif rij:
            stuk += 1
            lijnen += _read_inside(rij)
    return lijnen, stuk


def _read_inside(rij: bytes) -> Iterator[Lijn]:
    """The good lines in a damaged one: when the line end between two is gone, both are still whole."""
    begins = [match.start() for match in _BEGIN.finditer(rij)]
    for begin, eind in pairwise([*begins, len(rij) + 1]):
        if lijn := _read_frame(rij[begin : eind - 1]) or _read_frame(rij[begin:eind]):
            yield lijn


def _read_frame(rij: bytes) -> Lijn | None:
    try:
        if len(rij) > 9 and int(rij[:8], 16) == crc32(rij[9:]):
            return _DECODER.decode(rij[9:])
    except (ValueError, msgspec.DecodeError):
        pass
    return None


class Journaal:
    """One journal file. Writing is for one thread; it opens itself again after an error.

    Attributes:
        is_zeker: False after a sync that failed: what can be read may not be on the disk, and a later sync does not
            bring it there. Only what is written after that is.
    """

    def __init__(self, pad: Path) -> None:
        """Keep the path; nothing is opened or made before the first line is written."""
        self.pad = pad
        self.is_zeker = True
        self._fd: int | None = None

    def read(self) -> tuple[list[Lijn], int]:
        """All lines that are whole, and how many were not; no lines when there is no journal."""
        try:
            return read_frames(self.pad.read_bytes())
        except OSError:
            return [], 0

    def size(self) -> int:
        """Bytes of the file; 0 when there is none."""
        try:
            return self.pad.stat().st_size
        except OSError:
            return 0

    def why_unreadable(self) -> str:
        """Why a journal that is there cannot be read, as the end of a Dutch sentence, else ""."""
        try:
            with self.pad.open("rb"):
                return ""
        except FileNotFoundError:
            return ""
        except OSError as error:
            return explain(error)

    def ends_with(self, laatste: str) -> bool:
        """Whether the last line says that a file holds everything up to `laatste`: then there is nothing to do."""
        try:
            with self.pad.open("rb") as bestand:
                bestand.seek(max(0, self.size() - _STAART))
                staart = bestand.read()
        except OSError:
            return True
        return not staart or staart.endswith(b"\n" + frame(Bewaard(laatste)))

    def append(self, lijnen: Iterable[Lijn]) -> None:
        """Add lines; when this returns they are safe.

        Raises:
            OSError: it did not succeed. Lines may stand there twice after a second try; that does no harm.
        """
        self._write(b"".join(map(frame, lijnen)), durable=True)

    def mark(self, tot: str) -> None:
        """Note that a file holds everything up to `tot`. Not synced: without it, opening only does more work."""
        self._write(frame(Bewaard(tot)), durable=False)

    def _write(self, data: bytes, *, durable: bool) -> None:
        try:
            fd = self._open()
            write_all(fd, data)
            if durable:
                self._sync(fd)
                self.is_zeker = True
        except OSError:
            self.close()
            raise

    def _sync(self, fd: int) -> None:
        try:
            sync(fd)
        except OSError:
            self.is_zeker = False
            raise

    def goes_on(self) -> bool:
        """Whether the file is open and still the one under its name: then it holds what was added before."""
        try:
            return self._fd is not None and os.path.samestat(os.fstat(self._fd), self.pad.stat())
        except OSError:
            return False

    def _open(self) -> int:
        if self._fd is not None and not self.goes_on():
            self.close()
        if self._fd is None:
            make_state_folder(self.pad.parent)
            self._fd = os.open(self.pad, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINAIR, BESTAND_MODE)
            set_rights(self.pad, BESTAND_MODE)
            sync_folder(self.pad.parent)  # also when it was there: the program may have been stopped right after
            self._end_half_line(self._fd)
        return self._fd

    def _end_half_line(self, fd: int) -> None:
        """A line that was cut off (a crash, a full disk) must not run on into the next one."""
        grootte = os.fstat(fd).st_size
        if grootte:
            os.lseek(fd, grootte - 1, os.SEEK_SET)
            if not self.is_zeker or os.read(fd, 1) != b"\n":
                write_all(fd, b"\n")

    def rewrite(self, lijnen: Iterable[Lijn]) -> None:
        """Replace the whole journal by these lines (to make it shorter).

        Raises:
            OSError: it did not succeed; the journal is as it was.
        """
        self.close()
        write_atomic(self.pad, b"".join(map(frame, lijnen)), mode=BESTAND_MODE)

    def close(self) -> None:
        """Bring the last mark to the disk and let go of the file."""
        fd, self._fd = self._fd, None
        if fd is not None:
            try:
                with suppress(OSError):  # only a mark was not synced yet; see `mark`
                    self._sync(fd)
            finally:
                os.close(fd)


def adopt(staat: Staat) -> None:
    """Take over the journal of a session file that was moved or renamed, when this one has none of its own.

    It is copied, so that nothing is lost when the old place was only away for a while.
    """
    if staat.journaal.exists():
        return
    for ander in sorted(staat.journaal.parent.glob(f"{staat.sessie}-*.journaal")):
        lijnen, _ = Journaal(ander).read()
        oud = next((lijn.bestand for lijn in lijnen if isinstance(lijn, Basis)), staat.bestand)
        if not Path(oud).exists():
            with suppress(OSError):
                write_atomic(staat.journaal, ander.read_bytes(), mode=BESTAND_MODE)
            return
