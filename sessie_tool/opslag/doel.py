"""The session's file in the werkmap as its one writer sees it: lease, check, replace, and the copy for a conflict."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from sessie_tool.fouten import BezetError, OpslagError
from sessie_tool.opslag.atomair import sweep
from sessie_tool.opslag.bestand import BeschadigdError, Meta, lay_out
from sessie_tool.opslag.laden import Geladen, Kenmerk, read_sound, signature
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.namen import conflict_path
from sessie_tool.opslag.stam import find_shared
from sessie_tool.opslag.versies import ZITTING, Tevoren, keep_damaged, keep_versie, versies_folder


def write_sessie(
    pad: Path, boom: dict[str, Any], meta: Meta, before_replace: Callable[[Path], None] | None = None
) -> Meta:
    """Replace a session file as a whole, through TinyDB's storage; gives what the file now says about itself.

    Raises:
        OSError: it did not succeed; the file is as it was.
    """
    from sessie_tool.opslag.tinybestand import TinyBestand  # TinyDB costs 25 ms; reading needs none

    opslag = TinyBestand(pad, before_replace)
    opslag.write(lay_out(boom, meta))
    return msgspec.convert(opslag.meta, Meta)


def _identify(folder: Path) -> tuple[int, int] | None:
    """What tells this folder from another one under the same name; None when it is not there."""
    try:
        stat = folder.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


KIJK = 0.8
"""Seconds between two looks at the file while there is nothing to write."""
SAMEN = "F9 in de lijst legt de twee versies naast elkaar."


class _AndersError(OpslagError):
    """The file on the disk is not the one that we read or wrote last."""


class Doel:
    """Writes one session file. For one thread.

    Attributes:
        pad: the file; another one after a conflict.
        melding: one Dutch sentence when the user must know something, else "".
    """

    def __init__(self, pad: Path, geladen: Geladen, lease: Lease, *, token: str, clock: Callable[[], datetime]) -> None:
        """Start from the file as it was read; `token` makes the name of a conflict copy."""
        self.pad = pad
        self.melding = ""
        self._sessies = pad.parent
        self._id = geladen.sessie.id
        self._meta = geladen.in_bestand
        self._kenmerk = geladen.kenmerk
        self._origineel = geladen.data if geladen.in_bestand else None
        self._poging: str | None = None
        self._stam = pad.stem
        self._lease = lease
        self._map = _identify(self._sessies)
        self._conflict = conflict_path(pad, token)
        self._clock = clock
        self._straks: Kenmerk | None = None
        self._waarom = ""
        self._vermist = 0

    def write(self, boom: dict[str, Any], meta: Meta, tevoren: Iterable[Tevoren] = ()) -> None:
        """Bring this value into the file, or into a conflict copy when someone else changed the file.

        The values `tevoren` are kept as versions first.

        Raises:
            OSError: it did not succeed; the file is as it was.
        """
        self._require_folder()
        if self.pad != self._conflict:
            try:
                self._lease.ensure()
                self._replace(boom, meta, tevoren)
            except BezetError:
                self._divert(f"Deze sessie is overgenomen door {self._lease.owner().naam}.")
            except _AndersError:
                self._divert("Iemand anders heeft het bestand van deze sessie veranderd.")
            else:
                return
        self._replace(boom, meta, tevoren)
        self.melding = f"{self._waarom} Wat u typt staat veilig in '{self.pad.name}'. {SAMEN}"

    def look(self) -> bool:
        """See, while there is nothing to write, whether the session is ours still; `melding` tells when it is not.

        Gives whether our version must be written again because the file has lost it.

        Raises:
            OSError: the folder cannot be read now.
        """
        if self.pad == self._conflict:
            return False
        self._vermist = self._vermist + 1 if self._lease.is_lost() else 0
        if self._vermist > 1:  # a program that asks for the lease moves it aside for a moment
            self._divert(f"Deze sessie is overgenomen door {self._lease.owner().naam}.")
            return False
        nu = signature(self.pad)
        if nu is None or nu == self._kenmerk or self._meta is None:
            return False
        return self._look_into(nu)

    def _look_into(self, nu: Kenmerk) -> bool:
        """The file is not as we left it: only touched, or changed by someone else."""
        try:
            meta = read_sound(read_own(self.pad)).meta
        except BeschadigdError:  # half of it is there, or it is for the next write to judge
            return False
        if self._meta is not None and meta.kenmerk == self._meta.kenmerk:
            self._kenmerk = nu
            return False
        kwijt = (
            self._origineel is None and self._meta is not None and find_shared(meta, self._meta) != self._meta.laatste
        )
        self._divert("Iemand anders heeft het bestand van deze sessie veranderd.")
        return kwijt

    def _require_folder(self) -> None:
        """Refuse another folder with the same name (another stick, another share): the session is not written there."""
        if not self._sessies.is_dir():
            raise FileNotFoundError(2, "de map is er niet", str(self._sessies))
        if self._kenmerk and not self.pad.exists() and _identify(self._sessies) != self._map:
            raise OpslagError("dit is een andere map dan die waarin de sessie stond")

    def finish(self, boom: dict[str, Any], meta: Meta) -> None:
        """Look once more at the end: what someone put over our last write makes a conflict copy too.

        Raises:
            OSError: the copy could not be written.
        """
        if self._lease.held() and signature(self.pad) not in (None, self._kenmerk):
            self.write(boom, meta)

    def release(self) -> None:
        """Let others write the session."""
        self._lease.release()

    def _divert(self, waarom: str) -> None:
        self.pad = self._conflict
        self._meta = self._kenmerk = self._origineel = None
        self._waarom = waarom
        self.melding = f"{waarom} Wat u nu nog typt, komt in een kopie ernaast. {SAMEN}"

    def _replace(self, boom: dict[str, Any], meta: Meta, tevoren: Iterable[Tevoren]) -> None:
        if self._meta is None or self._origineel is not None:
            self._sweep()
        if self._origineel is not None and self._meta is not None:
            self._check()  # a file that someone else changed is no version of ours
        for one in tevoren:  # before the start of the sitting: of two that are the same the rarer reason is told
            self._keep(one.as_data(), one.meta, one.aanleiding)
        if self._origineel is not None and self._meta is not None:
            self._keep(self._origineel, self._meta, ZITTING)
            self._origineel = None
        self._poging = meta.laatste  # a write may fail after the replacing: what stands there then is ours
        self._meta = write_sessie(self.pad, boom, meta, self._check_for)
        self._kenmerk = self._straks

    def _keep(self, data: bytes, meta: Meta, aanleiding: str) -> None:
        """Keep a version; where somebody else's rights forbid that, the session itself is saved all the same."""
        with suppress(PermissionError):
            keep_versie(self._sessies, self._id, data, meta, self._clock(), aanleiding)

    def _sweep(self) -> None:
        """Remove what a crash in the middle of an earlier write left behind."""
        sweep(self._sessies, self._stam)  # also of a copy beside it
        sweep(versies_folder(self._sessies, self._id))

    def _check_for(self, nieuw: Path) -> None:
        """Check, and know what takes the place: asked afterwards, it could be somebody else's file already."""
        self._check()
        self._straks = signature(nieuw)

    def _check(self) -> None:
        """Refuse when the file is not the one we know; called right before it is replaced."""
        nu = signature(self.pad)
        if nu is None or (nu == self._kenmerk and self._meta is not None):
            return
        try:
            meta = read_sound(read_own(self.pad)).meta
        except BeschadigdError:
            keep_damaged(self.pad, self._id, self._clock())
            return
        if meta.laatste != self._poging and (self._meta is None or meta.kenmerk != self._meta.kenmerk):
            raise _AndersError("het bestand is veranderd")
