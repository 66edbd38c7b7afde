"""The two threads that keep a session: one acknowledges (the journal), one brings the file up to date.

They are two, so that a slow or missing network folder never holds up the acknowledgement. Nothing here ever waits for
the screen, and the screen never waits for anything here.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from sessie_tool.kern.taal import whole_text
from sessie_tool.opslag.atomair import sweep
from sessie_tool.opslag.bestand import Meta
from sessie_tool.opslag.doel import KIJK, Doel
from sessie_tool.opslag.inkorten import shorten_long
from sessie_tool.opslag.invoer import Invoer
from sessie_tool.opslag.journaal import Basis, Journaal, Lijn, as_raw
from sessie_tool.opslag.keten import Keten
from sessie_tool.opslag.laden import Geladen
from sessie_tool.opslag.proberen import attempt
from sessie_tool.opslag.staat import read_concept, write_concept
from sessie_tool.opslag.stand import Opslagstand, tell
from sessie_tool.opslag.versies import Tevoren

TRAAG = 2.0
"""Seconds after which a file that does not follow is called behind."""
ADEM = 0.004
"""Seconds before the file follows, so that the acknowledgement is told first and a burst becomes one write."""
RUST = 0.15
"""Seconds between two writes of the file while entries stream in."""
OPNIEUW = (0.2, 3.0)
"""Seconds until a failed write is tried again: the first time, and at most."""
PAUZE = 0.25
"""Seconds without a key press after which the line being typed is kept."""


class Schrijver:
    """Keeps what is put in, in order; see the module."""

    def __init__(self, geladen: Geladen, doel: Doel, clock: Callable[[], datetime], *, mark: bool = True) -> None:
        """Start the threads; a file that is behind the journal or damaged is written at once.

        With `mark`, the journal notes what the file holds, so that the next opening is quick.
        """
        self.on_stand: Callable[[Opslagstand], None] | None = None
        self._doel = doel
        self._clock = clock
        self._begin = geladen
        self._journaal = Journaal(geladen.staat.journaal)
        self._cond = threading.Condition()
        self._rij: list[Invoer] = []
        self._tevoren: list[Tevoren] = []
        self._veilig = (geladen.boom, geladen.meta)
        self._in_bestand = geladen.in_bestand.laatste if geladen.in_bestand else None
        self._opgeslagen = geladen.meta.bewaard
        self._achter_sinds = time.monotonic()
        self._fout_journaal = self._fout_bestand = ""
        self._concept = read_concept(geladen.staat.concept)
        self._concept_due = 0.0
        self._stop = False
        self._gemeld: Opslagstand | None = Opslagstand(self._opgeslagen)
        self._meldslot = threading.Lock()
        self._in_journaal: str | None = None
        self._merk = ""
        self._may_mark = mark
        self._haast = False
        self._threads = [
            threading.Thread(target=self._run, args=(stap,), name=naam, daemon=True)
            for naam, stap in (("journaal", self._step_journaal), ("bestand", self._step_bestand))
        ]
        for thread in self._threads:
            thread.start()

    # What the screen calls

    def put(self, invoer: Invoer) -> None:
        """Take in one change; returns at once."""
        with self._cond:
            self._rij.append(invoer)
            self._cond.notify_all()

    def keep_before(self, tevoren: Tevoren) -> None:
        """Take in a value that is kept as a version before the file is written again; returns at once."""
        with self._cond:
            self._tevoren.append(tevoren)

    def keep_concept(self, stap_id: str, tekst: str) -> None:
        """Take in the line being typed; returns at once."""
        with self._cond:
            self._concept = {**self._concept, stap_id: whole_text(tekst)}
            self._concept_due = time.monotonic() + PAUZE
            self._cond.notify_all()

    def concept(self, stap_id: str) -> str:
        """The line that was being typed in a step."""
        return self._concept.get(stap_id, "")

    @property
    def stand(self) -> Opslagstand:
        """How safe the work is now."""
        with self._cond:
            return self._read_stand()

    def wait_saved(self, timeout: float) -> bool:
        """Wait until everything that was put in is acknowledged; False when that takes longer."""
        with self._cond:
            return self._cond.wait_for(lambda: not self._rij, timeout)

    def close(self, timeout: float) -> Opslagstand:
        """Finish within `timeout` seconds; what is acknowledged then is safe, also when the file is behind."""
        with self._cond:
            self._haast = True
            self._cond.notify_all()
            self._cond.wait_for(lambda: not self._rij and not self._file_due(), timeout)
            self._stop = True
            if self._concept_due:
                self._concept_due = time.monotonic()
            self._cond.notify_all()
        for thread in self._threads:
            thread.join(0.5)
        if not self._threads[0].is_alive():
            self._finish_journal()
        if not self._threads[1].is_alive():  # else a network folder does not answer, and the lease must stay
            if not self._file_due():
                attempt(lambda: self._doel.finish(*self._veilig))
            self._doel.release()
        return self.stand

    # What the threads do

    def _run(self, stap: Callable[[], bool]) -> None:
        """Do steps until the end; after one that failed, wait longer every time."""
        wacht = OPNIEUW[0]
        while True:
            goed = stap()
            self._report()
            with self._cond:
                if self._stop:
                    return
                if goed:
                    wacht = OPNIEUW[0]
                else:
                    self._cond.wait_for(lambda: self._stop, wacht)
                    wacht = min(wacht * 2, OPNIEUW[1])

    def _step_journaal(self) -> bool:
        with self._cond:
            while not self._journal_work():
                nap = self._nap()  # asked anew each time: a line that is typed later sets an earlier alarm
                if not self._cond.wait(nap) and nap is not None:
                    break
            rij, veilig = list(self._rij), self._veilig
        self._note_saved()
        if rij and not self._acknowledge(rij, veilig):
            return False
        self._save_concept()
        return True

    def _journal_work(self) -> bool:
        return bool(self._rij or self._merk) or self._stop or (0 < self._concept_due <= time.monotonic())

    def _nap(self) -> float | None:
        if self._concept_due:
            return max(0.01, self._concept_due - time.monotonic())
        return TRAAG / 2 if self._file_due() else None

    def _note_saved(self) -> None:
        """Note in the journal what the file holds, unless newer entries stand there already.

        Opening looks at the last line alone, so a mark may only stand last when nothing before it is newer.
        """
        with self._cond:
            merk, self._merk = self._merk, ""
        if merk and merk == (self._in_journaal or self._begin.meta.laatste):
            attempt(lambda: self._journaal.mark(merk))

    def _acknowledge(self, rij: list[Invoer], voor: tuple[dict[str, Any], Meta]) -> bool:
        """Bring changes into the journal; `voor` is the value before the first of them."""
        fout = attempt(lambda: self._journaal.append(self._lines(rij, *voor)))
        with self._cond:
            self._fout_journaal = fout
            if not fout:
                self._in_journaal = rij[-1].meta.laatste
                self._settle(rij[-1])
            self._cond.notify_all()
        return not fout

    def _lines(self, rij: list[Invoer], boom: dict[str, Any], meta: Meta) -> list[Lijn]:
        """The lines for these changes; with a basis in front when the journal cannot go on from what it has."""
        regels: list[Lijn] = [invoer.as_regel() for invoer in rij]
        if self._holds(meta.laatste):
            return regels
        return [Basis(meta.laatste, meta.revisie, as_raw(boom), self._begin.staat.bestand, meta.schema), *regels]

    def _holds(self, laatste: str) -> bool:
        """Whether this entry surely stands in the journal."""
        if laatste == self._in_journaal and self._journaal.goes_on():
            return True
        return self._journaal.is_zeker and Keten(self._journaal.read()[0], {}).holds(laatste)

    def _settle(self, invoer: Invoer) -> None:
        """Everything up to and including this change is safe. Called with the lock."""
        if invoer.meta.revisie <= self._veilig[1].revisie:
            return
        if not self._file_due():
            self._achter_sinds = time.monotonic()
        self._veilig = (invoer.boom, invoer.meta)
        self._rij = [one for one in self._rij if one.meta.revisie > invoer.meta.revisie]
        self._opgeslagen = self._clock().isoformat(timespec="seconds")
        self._gemeld = None  # an acknowledgement is told, also when it reads the same as the one before

    def _file_due(self) -> bool:
        return self._veilig[1].laatste != self._in_bestand

    def _step_bestand(self) -> bool:
        with self._cond:
            werk = self._cond.wait_for(self._file_work, KIJK)
        if not werk:
            return not attempt(self._look)
        with self._cond:
            self._cond.wait_for(lambda: self._haast, ADEM)
            laatste = self._rij[-1] if self._rij and self._fout_journaal else None
            boom, meta = (laatste.boom, laatste.meta) if laatste else self._veilig
            if meta.laatste == self._in_bestand:
                return True
            tevoren = list(self._tevoren)
        fout = attempt(lambda: self._doel.write(boom, meta, tevoren))
        with self._cond:
            self._fout_bestand = fout
            if not fout:
                self._in_bestand = meta.laatste
                del self._tevoren[: len(tevoren)]
                self._achter_sinds = time.monotonic()
                if laatste:
                    self._settle(laatste)
                self._merk = meta.laatste if self._may_mark else ""
            self._cond.notify_all()
            if not fout:  # give entries that stream in some room
                self._cond.wait_for(lambda: self._haast, RUST)
        return not fout

    def _file_work(self) -> bool:
        return self._file_due() or self._stop or bool(self._fout_journaal and self._rij)

    def _look(self) -> None:
        """See whether someone else changed the file meanwhile; then ours is written beside it."""
        if self._doel.look():
            with self._cond:
                self._in_bestand, self._achter_sinds = None, time.monotonic()

    def _save_concept(self) -> None:
        with self._cond:
            if not self._concept_due or (time.monotonic() < self._concept_due and not self._stop):
                return
            concept, self._concept_due = self._concept, 0.0
        if attempt(lambda: write_concept(self._begin.staat.concept, concept)):
            with self._cond:
                self._concept_due = self._concept_due or time.monotonic() + OPNIEUW[1]

    def _finish_journal(self) -> None:
        """Keep the line being typed; leave the journal tidy: its last mark on the disk, and not too long."""
        boom, meta = self._veilig
        self._save_concept()  # what was typed after the last step of the thread
        self._note_saved()
        if not self._file_due() and not self._rij:
            shorten_long(self._journaal, meta.laatste, boom, self._begin.staat.bestand)
        self._journaal.close()
        sweep(self._begin.staat.journaal.parent, self._begin.staat.journaal.stem)

    # What is told

    def _read_stand(self) -> Opslagstand:
        traag = self._file_due() and time.monotonic() - self._achter_sinds > TRAAG
        achter = bool(self._fout_bestand) or traag
        melding = tell(
            wachtend=len(self._rij),
            achter=achter,
            journaal=self._fout_journaal,
            bestand=self._fout_bestand,
            doel=self._doel.melding,
        )
        return Opslagstand(self._opgeslagen, len(self._rij), achter, melding)

    def _report(self) -> None:
        """Tell what changed; one at a time, so that the last thing told is the newest."""
        with self._meldslot:
            stand = self.stand
            if stand != self._gemeld:
                self._gemeld = stand
                self._tell(stand)

    def _tell(self, stand: Opslagstand) -> None:
        if self.on_stand:
            with suppress(Exception):  # a screen that is going away must not end the thread that saves
                self.on_stand(stand)
