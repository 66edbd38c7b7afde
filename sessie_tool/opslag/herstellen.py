"""Repair: every damaged file of a werkmap from the newest good value that there still is, one by one.

What was damaged is kept among the versions. A session of which nothing good is left becomes a new one with every text
that can still be read. What is done is told per file; a second time there is nothing left to do.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from sessie_tool.fouten import BezetError, OpslagError
from sessie_tool.kern.geschiedenis import Mutatie
from sessie_tool.kern.redden import make_geredde_sessie, read_teksten
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.atomair import explain, write_atomic
from sessie_tool.opslag.bestand import BeschadigdError, Meta, read_bestand, reseal
from sessie_tool.opslag.hulpmappen import find_blocked, move_aside
from sessie_tool.opslag.invoer import Invoer
from sessie_tool.opslag.keten import entry_id
from sessie_tool.opslag.laden import GEBREK, Geladen, read_sound
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.lezen import OngewoonError, read_own
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.namen import session_id_of
from sessie_tool.opslag.openen import open_sessie
from sessie_tool.opslag.schrijver import Schrijver
from sessie_tool.opslag.versies import MAP, keep_damaged
from sessie_tool.opslag.werkmap import Werkmap

Soort = Literal["hersteld", "gered", "opgeruimd", "overgeslagen", "niet gelukt"]
WACHT = 60.0
"""Seconds for a file to come on a slow disk."""
OUD = 3600.0
"""Seconds after which what a write left behind is of no running program."""


class Hersteld(msgspec.Struct, frozen=True):
    """What was done to one file: a word for it, and one Dutch sentence."""

    bestand: str
    soort: Soort
    wat: str


class Hersteller:
    """Repairs the files of one werkmap."""

    def __init__(self, werkmap: Werkmap, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        """Repair in this werkmap; nothing is done yet."""
        self._werkmap = werkmap
        self._clock = clock
        self._new_id = new_id

    def repair(self, paden: Iterable[Path]) -> Iterator[Hersteld]:
        """Repair these files where that is needed; tells what was done as it goes."""
        yield from self._unblock()
        for pad in paden:
            try:
                yield from self._repair_one(pad)
            except BezetError as fout:
                yield Hersteld(pad.name, "overgeslagen", f"{fout} Probeer het later nog eens.")
            except OpslagError as fout:
                yield Hersteld(pad.name, "niet gelukt", str(fout))
            except OSError as fout:
                yield Hersteld(pad.name, "niet gelukt", f"Dit is niet gelukt: {explain(fout)}.")
        yield from self._sweep()

    def _unblock(self) -> Iterator[Hersteld]:
        """Make room for the folders without which nothing can be written."""
        for pad in find_blocked(self._werkmap.sessies):
            try:
                nieuw = move_aside(pad, self._clock())
            except OSError as fout:
                yield Hersteld(pad.name, "niet gelukt", f"Hier hoort een map: {explain(fout)}. Haal het zelf weg.")
            else:
                yield Hersteld(pad.name, "hersteld", f"Hier hoort een map. Wat er stond, heet nu '{nieuw.name}'.")

    def _repair_one(self, pad: Path) -> Iterator[Hersteld]:
        if pad.name == gedeeld.NAAM:
            return self._repair_werkmap()
        return self._repair_sessie(pad)

    def _repair_werkmap(self) -> Iterator[Hersteld]:
        sessies = self._werkmap.sessies
        if not gedeeld.is_damaged(sessies):
            return
        waar = f"Het beschadigde bestand blijft bewaard in {MAP}/{gedeeld.KOPIE}."
        if gedeeld.restore(sessies):
            yield Hersteld(gedeeld.NAAM, "hersteld", f"De laatste goede kopie is terug. {waar}")
        else:
            zin = "Er was geen goede kopie. Leg de opgaven en het huis van sturing opnieuw vast."
            yield Hersteld(gedeeld.NAAM, "gered", f"{zin} {waar}")

    def _repair_sessie(self, pad: Path) -> Iterator[Hersteld]:
        try:
            data = read_own(pad)
        except OngewoonError as fout:
            yield Hersteld(pad.name, "niet gelukt", f"Dit is niet te herstellen: {fout}. Haal het weg uit de map.")
            return
        try:
            geladen, schrijver = self._open(pad)
        except BezetError:
            raise
        except OpslagError as fout:
            if _is_newer(data):
                yield Hersteld(pad.name, "overgeslagen", str(fout))
                return
            yield self._save_texts(pad, data)
            if not pad.exists():
                return
            geladen, schrijver = self._open(pad)  # it is whole again, but a value in it may be one that cannot be
        if schrijver is not None:
            was_behind = geladen.in_bestand is not None and geladen.in_bestand.laatste != geladen.meta.laatste
            self._write(geladen, schrijver, pad)
            yield from _tell(pad, geladen, was_behind=was_behind)

    def _open(self, pad: Path) -> tuple[Geladen, Schrijver | None]:
        return open_sessie(pad, clock=self._clock, new_id=self._new_id, overnemen=False)

    def _write(self, geladen: Geladen, schrijver: Schrijver, pad: Path) -> None:
        """Bring the value to the file; a damaged file and one that is behind are written by opening alone.

        Raises:
            OpslagError: it did not succeed.
        """
        if any(one.code == GEBREK for one in geladen.bevindingen):
            revisie = geladen.meta.revisie + 1
            moment = self._clock().isoformat(timespec="seconds")
            meta = Meta(revisie=revisie, laatste=entry_id(revisie, self._new_id()), bewaard=moment)
            mutatie = Mutatie("verloop", "waarden hersteld die niet konden", [])
            schrijver.put(Invoer(geladen.meta.laatste, meta, mutatie, geladen.boom))
        stand = schrijver.close(WACHT)
        if stand.achter or stand.wachtend:
            raise OpslagError(stand.melding or f"'{pad.name}' kan nu niet geschreven worden.")

    def _save_texts(self, pad: Path, data: bytes) -> Hersteld:
        """A new session of what can still be read; the damaged file goes to the versions.

        Raises:
            OSError: it did not succeed; the file stays.
            OpslagError: the new session cannot be written; the file stays.
        """
        lease = Lease(pad, self._clock())
        lease.take()
        try:
            waar = f"Het beschadigde bestand blijft bewaard in {MAP}/{session_id_of(pad)}."
            if heel := _find_whole(data):
                keep_damaged(pad, session_id_of(pad), self._clock())
                write_atomic(pad, heel)
                gered = "Iets anders veranderde het bestand. De sessie is weer te openen; kijk na of alles klopt."
                return Hersteld(pad.name, "gered", f"{gered} {waar}")
            teksten = read_teksten(data)
            gered = "Er was niets meer in te lezen."
            if teksten:
                datum = self._clock().date().isoformat()
                sessie = make_geredde_sessie(teksten, datum=datum, bron=pad.name, new_id=self._new_id)
                self._werkmap.create(sessie, self._clock())
                gered = f"Alles wat nog te lezen was, staat in de nieuwe sessie {sessie.id}, bij 'Niet geplaatst' (F4)."
            keep_damaged(pad, session_id_of(pad), self._clock())
            pad.unlink()
        finally:
            lease.release()
        return Hersteld(pad.name, "gered", f"{gered} {waar}")

    def _sweep(self) -> Iterator[Hersteld]:
        """Remove what a crash in the middle of a write left behind."""
        grens = self._clock().timestamp() - OUD
        for rest in sorted(self._werkmap.sessies.glob(".*.tmp")):
            with suppress(OSError):
                if rest.lstat().st_mtime < grens:
                    rest.unlink()
                    yield Hersteld(rest.name, "opgeruimd", "Dit was een half geschreven bestand; het echte is heel.")


def _find_whole(data: bytes) -> bytes | None:
    """The file of a session of which only the checksum is wrong, with the right one; None when more is wrong."""
    try:
        heel = reseal(data)
        read_sound(heel)
    except BeschadigdError:
        return None
    return heel


def _is_newer(data: bytes) -> bool:
    """Whether a newer version made this file, so that what is strange in it is no damage."""
    try:
        return read_bestand(data).schema > SCHEMA
    except BeschadigdError:
        return False


def _tell(pad: Path, geladen: Geladen, *, was_behind: bool) -> Iterator[Hersteld]:
    if geladen.in_bestand is None:
        zin = "De sessie is terug tot en met de laatste wijziging die bewaard was."
        yield Hersteld(
            pad.name, "hersteld", f"{zin} Het beschadigde bestand blijft bewaard in {MAP}/{geladen.sessie.id}."
        )
    elif any(one.code == GEBREK for one in geladen.bevindingen):
        zinnen = " ".join(one.bericht for one in geladen.bevindingen if one.code == GEBREK)
        yield Hersteld(pad.name, "hersteld", f"{zinnen} Het bestand van daarvoor staat bij de versies.")
    elif was_behind:
        yield Hersteld(pad.name, "hersteld", "Het bestand liep achter en is bijgewerkt uit het journaal.")
