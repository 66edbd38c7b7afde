"""Databank: the file of an index. Everything in it comes from the session files, so it may be thrown away at any time.

Whatever is wrong with it (damaged, locked, no room, no SQLite) is one `OnbruikbaarError`: who asked then reads the
session files themselves. What is kept of a file counts only as long as the file has the kenmerk that it had then.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

import msgspec

from sessie_tool import __version__
from sessie_tool.nu import now
from sessie_tool.opslag.index.inpakken import pack, unpack
from sessie_tool.opslag.index.nummers import Nummers
from sessie_tool.opslag.index.plek import find_plek, list_others, make_plek, throw_away
from sessie_tool.opslag.uittreksel import Gelezen, Kenmerk, Uittreksel, Woorden

T = TypeVar("T")

INDELING = (
    "CREATE TABLE werkmap (map TEXT)",
    "CREATE TABLE bestand (nr INTEGER PRIMARY KEY, naam TEXT UNIQUE, grootte INT, gewijzigd INT, ctime INT, knoop INT)",
    "CREATE TABLE uittreksel (soort TEXT, nr INTEGER, waarde BLOB)",
    "CREATE UNIQUE INDEX uittreksel_van ON uittreksel (soort, nr)",
    "CREATE VIRTUAL TABLE woorden USING fts5(tekst, content='', columnsize=0, tokenize='ascii')",
    "INSERT INTO woorden(woorden, rank) VALUES ('hashsize', 16000000)",
    "PRAGMA user_version = 1",
)
"""Files, what was taken out of each, and the words of what can be searched. The words are kept without their texts,
which stand in the uittreksel; the tokenizer parts them at spaces only, for they were made to be so."""
VERSIE = crc32(f"{__version__} {INDELING}".encode())
GEDULD = 0.1
"""Seconds to wait for another process that changes the index."""
GEHEUGEN = 64_000
"""KiB in which the index is made; with SQLite's own 2,000 that takes half as long again."""
JONG = 2.0
"""Seconds in which a file may change again without another moment of change (on FAT); so long it is not kept."""
WEINIG = 8
"""Up to so many changed files are read each time: that takes less than to write, which waits for the disk."""
BROK = 1000
"""Files of which the words are written together: 10,000 sessions need not stand in memory at once."""
_VOORBIJGAAND = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN")


class OnbruikbaarError(Exception):
    """The index cannot be used now; read the files."""


@contextmanager
def open_databank(sessies: Path) -> Iterator["Databank"]:
    """The index of a folder of sessions, made when it is not there.

    Raises:
        OnbruikbaarError: it cannot be used; a damaged one was thrown away.
    """
    try:
        pad = find_plek(sessies, VERSIE)
        make_plek(pad)
    except OSError as error:
        raise OnbruikbaarError from error
    try:
        with closing(sqlite3.connect(pad, timeout=GEDULD, isolation_level=None)) as db:
            if _prepare(db, sessies):
                _clear_others(pad)
            yield Databank(db)
    except (sqlite3.Error, msgspec.MsgspecError, ValueError) as error:
        if not getattr(error, "sqlite_errorname", "").startswith(_VOORBIJGAAND):
            throw_away(pad)
        raise OnbruikbaarError from error


def _prepare(db: sqlite3.Connection, sessies: Path) -> bool:
    """Make the tables; False when they are there."""
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(f"PRAGMA cache_size = -{GEHEUGEN}")
    if _one(db, "PRAGMA user_version"):
        db.execute("PRAGMA secure_delete = ON")  # what was removed does not stay behind in the file
        return False
    db.execute("PRAGMA journal_mode = WAL")
    with _write(db):
        is_new = not _one(db, "PRAGMA user_version")  # another process may have been first
        if is_new:
            for zin in INDELING:
                db.execute(zin)
            db.execute("INSERT INTO werkmap VALUES (?)", (str(sessies.resolve()),))
    return is_new


def _clear_others(pad: Path) -> None:
    """Throw away what another version left of this werkmap, and the indexes of werkmappen that are gone."""
    for ander, is_same in list_others(pad):
        with suppress(sqlite3.Error, TypeError), closing(sqlite3.connect(ander, timeout=GEDULD)) as db:
            if is_same or not Path(_one(db, "SELECT map FROM werkmap")).exists():
                throw_away(ander)


def _one(db: sqlite3.Connection, vraag: str, *waarden: object) -> Any:
    rij = db.execute(vraag, waarden).fetchone()
    return rij and rij[0]


@contextmanager
def _write(db: sqlite3.Connection) -> Iterator[None]:
    """Change all or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


class _Verschil(NamedTuple):
    """How the files differ from the index.

    Attributes:
        weg: the numbers of the files that are gone or changed.
        nieuw: the names of those to read.
        is_klein: whether writing can wait.
        verdwenen: whether a file is gone.
    """

    weg: list[int]
    nieuw: list[str]
    is_klein: bool
    verdwenen: bool


class Databank:
    """An open index."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Work on a connection."""
        self._db = db
        self._toen = 0

    # Bring up to date.

    def update(
        self,
        uittreksel: Uittreksel[T],
        gezien: Mapping[str, Kenmerk],
        lees: Callable[[str], Gelezen[T]],
    ) -> dict[str, Gelezen[T]]:
        """Keep the uittreksel of each file as it is now, and forget what is gone.

        Args:
            uittreksel: what is asked for.
            gezien: the files that there are.
            lees: reads it from one of them.

        Returns:
            By name what was read but not kept; it counts instead of what the index has of that file.
        """
        self._toen, verschil = self._moment(), self._compare(uittreksel, gezien)
        if verschil.is_klein:
            return {naam: lees(naam) for naam in verschil.nieuw}
        try:
            with _write(self._db):
                if self._is_changed():
                    self._toen, verschil = self._moment(), self._compare(uittreksel, gezien)
                self._forget(verschil.weg)
                if verschil.verdwenen:
                    self._scrub()
                return self._keep(uittreksel, verschil.nieuw, lees)
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            return {naam: lees(naam) for naam in verschil.nieuw}

    def _moment(self) -> int:
        """Another number once another process has changed the index."""
        return int(_one(self._db, "PRAGMA data_version"))

    def _is_changed(self) -> bool:
        return self._moment() != self._toen

    def _compare(self, uittreksel: Uittreksel[T], gezien: Mapping[str, Kenmerk]) -> _Verschil:
        """What is other in the files than in the index."""
        weg, goed, verdwenen = [], set(), False
        vraag = (
            "SELECT bestand.*, uittreksel.nr FROM bestand "
            "LEFT JOIN uittreksel ON uittreksel.nr = bestand.nr AND uittreksel.soort = ?"
        )
        for nr, naam, *kenmerk, found in self._db.execute(vraag, (_soort(uittreksel),)):
            if gezien.get(naam) != tuple(kenmerk):
                weg.append(nr)
                verdwenen |= naam not in gezien
            elif found is not None:
                goed.add(naam)
        nieuw = [naam for naam in gezien if naam not in goed]
        return _Verschil(weg, nieuw, bool(goed) and not verdwenen and len(nieuw) <= WEINIG, verdwenen)

    def _keep(
        self, uittreksel: Uittreksel[T], namen: Sequence[str], lees: Callable[[str], Gelezen[T]]
    ) -> dict[str, Gelezen[T]]:
        """Write what is read; gives what may not be kept."""
        los = {}
        nummers = Nummers(self._db.execute("SELECT * FROM bestand"))
        for begin in range(0, len(namen), BROK):
            grens = (now().timestamp() - JONG) * 1e9
            rijen: list[tuple[str, int, bytes]] = []
            woorden: list[Woorden] = []
            for gelezen in map(lees, namen[begin : begin + BROK]):
                if 0 < gelezen.kenmerk[1] < grens:
                    nr, oud = nummers.give(gelezen)
                    self._forget(oud)
                    rijen.append((_soort(uittreksel), nr, pack(gelezen.naam, gelezen.waarde)))
                    woorden += () if gelezen.waarde is None else uittreksel.woorden(nr, gelezen.waarde)
                else:
                    los[gelezen.naam] = gelezen
            self._db.executemany("INSERT INTO bestand VALUES (?, ?, ?, ?, ?, ?)", nummers.take_new())
            self._db.executemany("INSERT INTO uittreksel VALUES (?, ?, ?)", rijen)
            self._db.executemany("INSERT INTO woorden(rowid, tekst) VALUES (?, ?)", sorted(woorden))
        return los

    def _forget(self, nummers: Iterable[int]) -> None:
        """Take everything of these files away; the words too."""
        from sessie_tool.opslag.vindplaatsen import VINDPLAATSEN  # not to import for a list in which nothing changed

        for nr in nummers:
            naam = _one(self._db, "SELECT naam FROM bestand WHERE nr = ?", nr)
            vraag = "SELECT waarde FROM uittreksel WHERE soort = ? AND nr = ?"
            data = _one(self._db, vraag, _soort(VINDPLAATSEN), nr)
            waarde = unpack(VINDPLAATSEN, naam, data) if data else None
            woorden = () if waarde is None else VINDPLAATSEN.woorden(nr, waarde)
            self._db.executemany("INSERT INTO woorden(woorden, rowid, tekst) VALUES ('delete', ?, ?)", sorted(woorden))
            self._db.execute("DELETE FROM uittreksel WHERE nr = ?", (nr,))
            self._db.execute("DELETE FROM bestand WHERE nr = ?", (nr,))

    def _scrub(self) -> None:
        """Let the words of what is gone leave the file: FTS5 only notes them as gone until it writes them anew."""
        self._db.execute("INSERT INTO woorden(woorden) VALUES ('optimize')")

    # Read.

    def hold(self, uittreksel: Uittreksel[Any], gezien: Mapping[str, Kenmerk]) -> list[str]:
        """Read all that follows as it is at one moment; gives the names of what another changed since `update`.

        Who updates another uittreksel of a file that changed takes this one out of the index.
        """
        self._db.execute("BEGIN")
        return self._compare(uittreksel, gezien).nieuw if self._is_changed() else []

    def read(self, uittreksel: Uittreksel[T]) -> Iterator[tuple[str, T | None]]:
        """Every file's name and uittreksel, as they are kept."""
        vraag = "SELECT naam, waarde FROM bestand JOIN uittreksel USING (nr) WHERE soort = ?"
        for naam, data in self._db.execute(vraag, (_soort(uittreksel),)):
            yield naam, unpack(uittreksel, naam, data)

    def read_number(self, uittreksel: Uittreksel[T], nr: int) -> tuple[str, T | None]:
        """The name and uittreksel of the file with a number.

        Raises:
            ValueError: there is no such file, so the words do not fit the rest.
        """
        vraag = "SELECT naam, waarde FROM bestand JOIN uittreksel USING (nr) WHERE soort = ? AND nr = ?"
        for naam, data in self._db.execute(vraag, (_soort(uittreksel), nr)):
            return naam, unpack(uittreksel, naam, data)
        raise ValueError("onbekend bestand")

    def find(self, vraag: str, van: int, tot: int, eis: tuple[int, int, int, int]) -> Iterator[int]:
        """The numbers of the pieces of text that fit, from the highest down.

        Args:
            vraag: what to search, in the language of FTS5.
            van: the lowest number.
            tot: the highest number.
            eis: what must lie in a part of the number: how far to shift it, its mask, the least and the most.
        """
        zin = (
            "SELECT rowid FROM woorden WHERE woorden MATCH ? AND rowid BETWEEN ? AND ? "
            "AND (rowid >> ?) & ? BETWEEN ? AND ? ORDER BY rowid DESC"
        )
        return (rij[0] for rij in self._db.execute(zin, (vraag, van, tot, *eis)))


def _soort(uittreksel: Uittreksel[Any]) -> str:
    return f"{uittreksel.naam} {uittreksel.versie}"
