"""Writing so that a crash never leaves half a file. The one place that knows how computers differ in this.

A replace needs three syncs: of the new content, of the renaming (the folder), and on macOS a full one, because there
an ordinary fsync stops at the cache of the drive. On Windows a replace fails for moments while a virus scanner or a
sync client looks at the file, so it is tried again for some seconds.
"""

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from sessie_tool.nu import new_id
from sessie_tool.opslag.lezen import OngewoonError

try:
    from fcntl import fcntl as _fcntl
except ImportError:  # Windows has no such module
    _FULL_SYNC: int | None = None
else:
    import fcntl as _fcntl_names

    _FULL_SYNC = getattr(_fcntl_names, "F_FULLFSYNC", None)

EVEN_BEZET = frozenset({5, 32, 33})
"""The Windows errors for 'someone looks at this file now'."""
LANGSTE_NAAM = 220
"""Bytes of a name that still leave room for what comes around it; a disk takes 255."""
GEDULD = 5.0
"""Seconds that a replace is tried again."""


def sync(fd: int) -> None:
    """Bring what was written to a file to the disk itself."""
    if _FULL_SYNC is not None:
        try:
            _fcntl(fd, _FULL_SYNC)
        except OSError:  # not every file system on macOS can
            os.fsync(fd)
    else:
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows does this by itself and cannot open a folder."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network folders cannot
            raise
    finally:
        os.close(fd)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder with the ones above it, and bring its name to the disk.

    Also of one that is there: the program may have been stopped right after making it.
    """
    if folder.is_dir():
        with suppress(OSError):  # the folder above may be somebody else's
            sync_folder(folder.parent)
    else:
        make_folder(folder.parent, mode)
        folder.mkdir(mode=mode, exist_ok=True)
        sync_folder(folder.parent)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, also when the system takes them in pieces."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def write_atomic(
    pad: Path, data: bytes, *, mode: int | None = None, before_replace: Callable[[Path], None] | None = None
) -> None:
    """Replace a file as a whole; when this returns, the new content is on the disk.

    Args:
        pad: the file; its folder exists.
        data: the whole content.
        mode: its rights; by default those of the file that is replaced.
        before_replace: called as late as possible, with what will take the place; when it raises, nothing is replaced.

    Raises:
        OSError: it did not succeed; the file is as it was.
    """
    rights = _rights(pad) if mode is None else mode
    temp = pad.with_name(f"{_begin_of_temp(pad.name)}.{new_id()}.tmp")
    try:
        _write_new(temp, data, rights)
        if before_replace:
            before_replace(temp)
        replace_patiently(temp, pad)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
    sync_folder(pad.parent)


def _begin_of_temp(naam: str) -> str:
    """How the name of a file that is being written begins; a long name would leave no room for the rest."""
    ruw = os.fsencode(naam)
    return f".{naam}" if len(ruw) <= LANGSTE_NAAM else f".{crc32(ruw):08x}"


def _rights(pad: Path) -> int | None:
    """The rights of the file that will be replaced; a replace would go past 'read-only', so that is refused here."""
    try:
        rights = stat.S_IMODE(pad.stat().st_mode)
    except FileNotFoundError:
        return None
    if not rights & 0o222 or not os.access(pad, os.W_OK):
        raise PermissionError(errno.EACCES, "alleen-lezen", str(pad))
    return rights


def _write_new(pad: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    fd = os.open(pad, flags, 0o666 if mode is None else mode)
    try:
        if mode is not None and os.name != "nt":
            os.fchmod(fd, mode)
        write_all(fd, data)
        sync(fd)
    finally:
        os.close(fd)


def replace_patiently(
    bron: Path, doel: Path, *, replace: Callable[[Path, Path], None] | None = None, geduld: float = GEDULD
) -> None:
    """Rename over the target; while Windows says that someone looks at it, try again for `geduld` seconds."""
    eind = time.monotonic() + geduld
    wacht = 0.01
    while True:
        try:
            (replace or os.replace)(bron, doel)
        except OSError as error:
            if getattr(error, "winerror", None) not in EVEN_BEZET or time.monotonic() > eind:
                raise
            time.sleep(wacht)
            wacht = min(wacht * 2, 0.5)
        else:
            return


def sweep(folder: Path, naam: str = "") -> None:
    """Remove what a crash in the middle of `write_atomic` left in a folder, of the files that begin with `naam`.

    Only for whoever is the one writer there: a file that another is making looks the same.
    """
    begin = _begin_of_temp(naam)
    try:
        resten = [one for one in folder.iterdir() if one.name.startswith(begin) and one.suffix == ".tmp"]
    except OSError:
        return
    for rest in resten:
        with suppress(OSError):
            rest.unlink()


def move_durable(bron: Path, doel: Path) -> None:
    """Move a file within one disk; makes the folder it goes to."""
    make_folder(doel.parent)
    replace_patiently(bron, doel)
    sync_folder(doel.parent)
    sync_folder(bron.parent)


def copy_durable(bron: Path, doel: Path) -> None:
    """Copy a file; makes the folder it goes to."""
    make_folder(doel.parent)
    write_atomic(doel, bron.read_bytes())


def explain(error: OSError) -> str:
    """Why something with a file did not succeed, as the end of a Dutch sentence."""
    redenen = {
        errno.ENOSPC: "de schijf is vol",
        errno.EDQUOT: "uw ruimte op de schijf is op",
        errno.EFBIG: "het bestand wordt te groot voor deze schijf",
        errno.EACCES: "u mag daar niet schrijven",
        errno.EPERM: "u mag daar niet schrijven",
        errno.EROFS: "de schijf is alleen-lezen",
        errno.ENOENT: "de map is er niet",
        errno.ENOTDIR: "de map is er niet",
        errno.EIO: "de schijf geeft een fout",
        errno.EISDIR: "het is een map",
        errno.EEXIST: "op die plaats staat iets anders",
        errno.ENAMETOOLONG: "de naam is te lang voor deze schijf",
    }
    if isinstance(error, OngewoonError):
        return str(error)
    return redenen.get(error.errno or 0, f"de computer meldt: {error.strerror or error}")
