"""Volger: looks along in a session that someone else writes, without ever holding that up."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.laden import Geladen, Kenmerk, load, signature
from sessie_tool.opslag.lease import Eigenaar, Lease


class Blik(NamedTuple):
    """What is new.

    Attributes:
        geladen: the session as it is now; None when it did not change, or cannot be read this moment.
        schrijver: who writes it; None when nobody does.
        is_er: whether the folder can be read.
    """

    geladen: Geladen | None
    schrijver: Eigenaar | None
    is_er: bool = True


class Volger:
    """Follows one session file, and on the computer of its writer the journal too."""

    def __init__(self, pad: Path, geladen: Geladen, moment: datetime) -> None:
        """Begin with the session as it was read."""
        self._pad = pad
        self._journaal = geladen.staat.journaal
        self._lease = Lease(pad, moment)
        self._gezien: tuple[Kenmerk | None, Kenmerk | None] = (geladen.kenmerk, None)
        self._laatste = geladen.meta.laatste

    def kijk(self) -> Blik:
        """Look once; may wait for the disk, so not in the thread of the screen."""
        try:
            schrijver = self._lease.find_writer()
        except OSError:
            return Blik(None, None, is_er=False)
        kenmerk = (signature(self._pad), signature(self._journaal))
        if kenmerk == self._gezien:
            return Blik(None, schrijver)
        try:
            geladen = load(self._pad)
        except (OpslagError, OSError):  # replaced or moved this moment; what is on the screen stays
            return Blik(None, schrijver, is_er=kenmerk[0] is not None)
        if geladen.in_bestand is None:  # half of it is there
            return Blik(None, schrijver)
        self._gezien = kenmerk
        anders = geladen.meta.laatste != self._laatste
        self._laatste = geladen.meta.laatste
        return Blik(geladen if anders else None, schrijver)
