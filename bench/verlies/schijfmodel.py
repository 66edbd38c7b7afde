"""What a disk may hold after the power went, according to what POSIX promises and not to what one disk happens to do.

The rules:
- What was written and not synced may be there, not be there, or be there in part: per page of 4096 bytes, cut at a
  sector of 512, with the length of before, of after, or with zeros where nothing came.
- A name (made, renamed, removed) is on the disk once its folder was synced; before that it may be, each apart from the
  others. A rename is never half.
- A sync that failed brought nothing for sure, and a later one does not bring it either: the system takes those pages
  for clean. Only writing them anew helps.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import combinations

from bench.verlies.opname import Op

BLAD, SECTOR = 4096, 512
VEEL = 6
"""Up to so many names that are not synced every combination is tried."""

Boom = dict[str, bytes | None]
"""Path → content; None for a folder."""


class Inode:
    """One file: what programs see of it, and what of it is surely on the disk."""

    def __init__(self, data: bytes = b"") -> None:
        """Start with a content that is on the disk."""
        self.gezien = bytearray(data)
        self._vast = data
        self._vuil: set[int] = set()
        self._twijfel: set[int] = set()

    def write(self, data: bytes) -> None:
        """Add at the end: all writing of the program is into a new file or at the end of the journal."""
        begin = len(self.gezien)
        self.gezien += data
        bladen = set(range(begin // BLAD, (begin + len(data) - 1) // BLAD + 1)) if data else set()
        self._vuil |= bladen
        self._twijfel -= bladen

    def sync(self, *, lukt: bool) -> None:
        """Bring what was written to the disk, or fail to."""
        if lukt:
            self._vast = self._make(self._vuil, len(self.gezien))
        else:
            self._twijfel |= self._vuil
        self._vuil = set()

    def _make(self, bladen: Iterable[int], lengte: int) -> bytes:
        """The content when these pages came and the length is this."""
        uit = bytearray(self._vast[:lengte].ljust(lengte, b"\0"))
        for blad in bladen:
            stuk = self.gezien[blad * BLAD : (blad + 1) * BLAD]
            uit[blad * BLAD : blad * BLAD + len(stuk)] = stuk
        return bytes(uit[:lengte])

    def mogelijk(self) -> list[bytes]:
        """Every content that the disk may have."""
        los = sorted(self._vuil | self._twijfel)
        if not los:
            return [self._vast]
        heel = len(self.gezien)
        uit = [self._vast, self._make(los, heel), self._make((), heel)]
        for nummer, blad in enumerate(los):
            eind = min((blad + 1) * BLAD, heel)
            uit.append(self._make(los[: nummer + 1], max(eind, len(self._vast))))
            uit.append(self._make(los[:nummer], heel))
            uit.append(self._make([one for one in los if one != blad], heel))
        begin = max(len(self._vast), los[-1] * BLAD)
        uit += [self._make(los, sector) for sector in range(begin - begin % SECTOR + SECTOR, heel, SECTOR)]
        return list(dict.fromkeys(uit))


class _Naam:
    """A change of names that its folder was not synced for yet."""

    def __init__(self, map_: str, weg: str, komt: str, inode: Inode | None) -> None:
        self.map, self.weg, self.komt, self.inode = map_, weg, komt, inode


class Schijf:
    """The disk while operations come in."""

    def __init__(self, begin: Boom) -> None:
        """Start with what is surely there."""
        self._vast: dict[str, Inode | None] = {
            pad: None if data is None else Inode(data) for pad, data in begin.items()
        }
        self._gezien = dict(self._vast)
        self._los: list[_Naam] = []
        self._grepen: dict[int, Inode] = {}

    def do(self, op: Op) -> None:
        """Take in one operation."""
        if op.soort == "sync":
            self._sync(op)
        elif not op.is_mislukt and op.soort != "erkend":
            getattr(self, f"_do_{op.soort}")(op)

    def _sync(self, op: Op) -> None:
        if op.greep:
            self._grepen[op.greep].sync(lukt=not op.is_mislukt)
        elif not op.is_mislukt:
            for naam in [naam for naam in self._los if naam.map == op.pad]:
                _apply(self._vast, naam)
                self._los.remove(naam)

    def _do_open(self, op: Op) -> None:
        inode = self._gezien.get(op.pad)
        if inode is None:
            inode = Inode()
            self._change(_Naam(os.path.dirname(op.pad), "", op.pad, inode))  # noqa: PTH120  # a text, not a file
        self._grepen[op.greep] = inode

    def _do_write(self, op: Op) -> None:
        self._grepen[op.greep].write(op.data)

    def _do_rename(self, op: Op) -> None:
        self._change(_Naam(os.path.dirname(op.naar), op.pad, op.naar, self._gezien[op.pad]))  # noqa: PTH120  # a text

    def _do_unlink(self, op: Op) -> None:
        self._change(_Naam(os.path.dirname(op.pad), op.pad, "", None))  # noqa: PTH120  # a text

    def _do_mkdir(self, op: Op) -> None:
        self._change(_Naam(os.path.dirname(op.pad), "", op.pad, None))  # noqa: PTH120  # a text

    def _change(self, naam: _Naam) -> None:
        _apply(self._gezien, naam)
        self._los.append(naam)

    def mogelijk(self) -> Iterator[Boom]:
        """Every folder that may be found after the power went now."""
        for keuze in self._choices():
            namen = dict(self._vast)
            for naam in self._los:
                if naam in keuze:
                    _apply(namen, naam)
            yield from _contents(_reachable(namen))

    def _choices(self) -> list[tuple[_Naam, ...]]:
        los = self._los
        if len(los) <= VEEL:
            return [keuze for aantal in range(len(los) + 1) for keuze in combinations(los, aantal)]
        voor = [tuple(los[:eind]) for eind in range(len(los) + 1)]
        zonder = [tuple(one for one in los if one is not weg) for weg in los]
        return voor + zonder + [(one,) for one in los]


def _apply(namen: dict[str, Inode | None], naam: _Naam) -> None:
    if naam.weg:
        namen.pop(naam.weg, None)
    if naam.komt:
        namen[naam.komt] = naam.inode


def _reachable(namen: dict[str, Inode | None]) -> dict[str, Inode | None]:
    """Without what stands in a folder that is not there."""
    mappen = {pad for pad, inode in namen.items() if inode is None}
    wortel = min(mappen, key=len)

    def is_there(pad: str) -> bool:
        while pad != wortel:
            pad = os.path.dirname(pad)  # noqa: PTH120  # a text, not a file
            if pad not in mappen:
                return False
        return True

    return {pad: inode for pad, inode in namen.items() if is_there(pad)}


def _contents(namen: dict[str, Inode | None]) -> Iterator[Boom]:
    """One file at a time in every state it may have, with the others as old and as new as they may be."""
    keuzes = {pad: inode.mogelijk() for pad, inode in namen.items() if inode is not None}
    for kant in (0, min(1, max(map(len, keuzes.values()), default=1) - 1)):
        vast: Boom = dict.fromkeys(namen)
        vast |= {pad: inhoud[min(kant, len(inhoud) - 1)] for pad, inhoud in keuzes.items()}
        yield vast
        for pad, inhoud in keuzes.items():
            for one in inhoud[1:] if len(inhoud) > 1 else ():
                yield {**vast, pad: one}
