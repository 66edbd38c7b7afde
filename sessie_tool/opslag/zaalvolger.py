"""What the room sees of a session that no screen shows: it follows the session's file, as commands leave it.

Nobody chooses then what the room sees, so it sees the least: no names, no result, and only dots that were revealed.
"""

import threading
from contextlib import suppress
from pathlib import Path

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.stemronden import Stemronden
from sessie_tool.kern.sessie import Sessie, environment
from sessie_tool.kern.zaalbeeld import Zaalbeeld, Zaalkeuze, find_nieuw, make_zaalbeeld
from sessie_tool.opslag.laden import Kenmerk, signature
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zaal import Zaallezer

KIJK = 0.1
"""Seconds between two looks at the session's file."""

NALOOP = 5.0
"""Seconds after a screen closed in which what it still brings to the file is no news for the room."""


def choose_keuze(sessie: Sessie) -> Zaalkeuze:
    """What may be seen when nobody chooses it: the dots that were hidden and then revealed."""
    onthuld = (
        stap.id
        for stap in sessie.stappen
        if isinstance(stap.bouwsteen, Stemronden) and stap.bouwsteen.stemmen == "verborgen"
        if not stap.bouwsteen.verborgen
    )
    return Zaalkeuze(stippen=frozenset(onthuld))


class Zaalvolger:
    """Looks at one session file from a thread of its own, and makes the view of a session that runs.

    Attributes:
        beeld: the newest view; None when the session does not run, or a screen shows it.
    """

    def __init__(self, werkmap: Werkmap, sessie_id: str, naloop: float) -> None:
        """Begin to look; see `NALOOP`."""
        self._werkmap, self._sessie_id, self._naloop = werkmap, sessie_id, naloop
        self._pad: Path | None = None
        self._klaar = threading.Event()
        self._rust = 0.0  # seconds in which a change is no news
        self._kenmerk: Kenmerk | None = None
        self._sessie: Sessie | None = None
        self.beeld: Zaalbeeld | None = None
        threading.Thread(target=self._run, name="zaalvolger", daemon=True).start()

    def rest(self) -> None:
        """A screen shows the session: what stands in the file now is no news."""
        self._rust, self.beeld = self._naloop, None

    def close(self) -> None:
        """Look no more."""
        self._klaar.set()

    def _run(self) -> None:
        while not self._klaar.is_set():
            with suppress(SessieToolError, OSError):  # a file that cannot be read now may be read in a moment
                self._look()
            self._klaar.wait(KIJK)

    def _look(self) -> None:
        kenmerk = signature(self._pad) if self._pad else None
        if kenmerk is None:  # not found before, or it has another name now
            self._pad = self._werkmap.find(self._sessie_id)
            kenmerk = signature(self._pad)
        if self._rust > 0:
            self._rust -= KIJK
            self._kenmerk = kenmerk
        elif kenmerk != self._kenmerk:
            before, self._sessie = self._sessie, self._werkmap.read(self._sessie_id)
            self._kenmerk = kenmerk
            self.beeld = _show(before, self._sessie)


def _show(before: Sessie | None, sessie: Sessie) -> Zaalbeeld | None:
    if sessie.status != "lopend":
        return None
    stap = sessie.huidige
    same = before is not None and before.verloop.stap == sessie.verloop.stap
    nieuw = find_nieuw(before.stap(stap.id), stap) if before is not None and same else ""
    return make_zaalbeeld(sessie, environment(sessie), stap.id, choose_keuze(sessie), nieuw)


class Zaalkijker(Zaallezer):
    """Follows the screen that shows a session; while there is none, the file of the session."""

    def __init__(self, werkmap: Werkmap, sessie_id: str, naloop: float = NALOOP) -> None:
        """Look at a session of a werkmap; see `NALOOP`."""
        super().__init__(werkmap.pad, sessie_id)
        self._volger = Zaalvolger(werkmap, sessie_id, naloop)

    def look(self) -> bool:
        """See whether there is something new; True when `beeld` or `verbinding` is another one."""
        before = self.beeld, self.verbinding
        super().look()
        if self.verbinding in ("volgt", "verbroken"):
            self._volger.rest()
        elif self._volger.beeld is not None:
            self.beeld, self.verbinding = self._volger.beeld, "volgt"
        return (self.beeld, self.verbinding) != before

    def leave(self) -> None:
        """Say that nobody looks any more."""
        self._volger.close()
        super().leave()
