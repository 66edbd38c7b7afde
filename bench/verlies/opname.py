"""Every operation on the disk, written down in order or disturbed, by wrappers around the functions of `os`.

The program reaches the disk through `os` (pathlib does so too), so what is recorded here is what it really does. An
`Ingreep` is asked right before each operation and may raise an error or end the process there.
"""

import os
import threading
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec

Ingreep = Callable[["Op"], None]


class Op(msgspec.Struct):
    """One operation.

    Attributes:
        soort: open, write, sync, rename, unlink, mkdir; `erkend` is no operation but a promise to the user.
        pad: the file or folder; of `erkend` what was promised.
        naar: the new name, of a rename.
        greep: which opening of a file this belongs to.
        is_map: a sync of a folder.
        is_mislukt: the system said no; of a sync, what was written before may or may not be on the disk.
    """

    soort: str
    pad: str
    naar: str = ""
    greep: int = 0
    data: bytes = b""
    is_map: bool = False
    is_mislukt: bool = False


class HalfError(Exception):
    """Raised by an Ingreep at a write: half of it is written, and then `dan` happens."""

    def __init__(self, dan: Callable[[], None]) -> None:
        super().__init__()
        self.dan = dan


class Opname:
    """What was done to the files under one folder; what the leases do is left out, for they hold no work."""

    def __init__(self, wortel: Path, ingreep: Ingreep | None = None) -> None:
        """Name the folder; `ingreep` is called right before each operation."""
        self.ops: list[Op] = []
        self._wortel = f"{wortel}{os.sep}"
        self._ingreep = ingreep
        self._slot = threading.RLock()
        self._grepen: dict[int, tuple[int, str, bool]] = {}
        self._teller = 0

    def erken(self, wat: str) -> None:
        """Note that the user was told that this is safe."""
        with self._slot:
            self.ops.append(Op("erkend", wat))

    @contextmanager
    def loopt(self) -> Any:
        """Record while the block runs."""
        namen = ("open", "write", "fsync", "close", "replace", "rename", "unlink", "mkdir")
        echt = {naam: getattr(os, naam) for naam in namen}
        with ExitStack() as stapel:
            for naam in namen:
                vervanger = getattr(self, f"_{'rename' if naam == 'replace' else naam}")
                stapel.enter_context(patch.object(os, naam, _bind(vervanger, echt[naam])))
            yield self

    def _is_ours(self, pad: Any) -> bool:
        naam = os.fspath(pad) if isinstance(pad, (str, os.PathLike)) else ""
        return isinstance(naam, str) and f"{naam}{os.sep}".startswith(self._wortel) and f"{os.sep}.bezet" not in naam

    def _do(self, op: Op, doe: Callable[[], Any]) -> Any:
        """Ask, do and write down; a refused sync is written down too."""
        with self._slot:
            try:
                if self._ingreep:
                    self._ingreep(op)
                uit = doe()
            except OSError:
                op.is_mislukt = True
                if op.soort == "sync":
                    self.ops.append(op)
                raise
            self.ops.append(op)
            return uit

    def _open(self, echt: Any, pad: Any, flags: int, *rest: Any, **opties: Any) -> int:
        if not self._is_ours(pad) or not flags & (os.O_WRONLY | os.O_RDWR):
            fd = int(echt(pad, flags, *rest, **opties))
            self._grepen.pop(fd, None)  # a number that was closed outside this recording
            if self._is_ours(pad) and Path(pad).is_dir():
                self._grepen[fd] = (0, str(pad), True)
            return fd
        with self._slot:
            self._teller += 1
            greep = self._teller
        fd = int(self._do(Op("open", str(pad), greep=greep), lambda: echt(pad, flags, *rest, **opties)))
        self._grepen[fd] = (greep, str(pad), False)
        return fd

    def _write(self, echt: Any, fd: int, data: Any) -> int:
        if fd not in self._grepen:
            return int(echt(fd, data))
        greep, pad, _ = self._grepen[fd]
        inhoud = bytes(data)
        try:
            return int(self._do(Op("write", pad, greep=greep, data=inhoud), lambda: echt(fd, data)))
        except HalfError as half:
            deel = inhoud[: len(inhoud) // 2]
            with self._slot:
                echt(fd, deel)
                self.ops.append(Op("write", pad, greep=greep, data=deel))
                half.dan()
            raise

    def _fsync(self, echt: Any, fd: int) -> None:
        if fd not in self._grepen:
            echt(fd)
            return
        greep, pad, is_map = self._grepen[fd]
        self._do(Op("sync", pad, greep=greep, is_map=is_map), lambda: None)  # the model decides what it brought

    def _close(self, echt: Any, fd: int) -> None:
        self._grepen.pop(fd, None)
        echt(fd)

    def _rename(self, echt: Any, bron: Any, doel: Any, **opties: Any) -> None:
        if self._is_ours(doel):
            self._do(Op("rename", str(bron), naar=str(doel)), lambda: echt(bron, doel, **opties))
        else:
            echt(bron, doel, **opties)

    def _unlink(self, echt: Any, pad: Any, **opties: Any) -> None:
        self._change(echt, "unlink", pad, **opties)

    def _mkdir(self, echt: Any, pad: Any, *rest: Any, **opties: Any) -> None:
        self._change(echt, "mkdir", pad, *rest, **opties)

    def _change(self, echt: Any, soort: str, pad: Any, *rest: Any, **opties: Any) -> None:
        if self._is_ours(pad):
            self._do(Op(soort, str(pad)), lambda: echt(pad, *rest, **opties))
        else:
            echt(pad, *rest, **opties)


def _bind(vervanger: Callable[..., Any], echt: Callable[..., Any]) -> Callable[..., Any]:
    def roep(*args: Any, **opties: Any) -> Any:
        return vervanger(echt, *args, **opties)

    return roep
