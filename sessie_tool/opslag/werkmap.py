"""Werkmap: the folder with sessies/, sjablonen/ and exports/. Lists, finds, makes and removes sessions.

A list has to come at once, so what only a whole session needs (its values, the journal, the lease: 35 ms) is imported
where it is used.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sessie_tool.fouten import Bevinding, OpslagError, suggest
from sessie_tool.opslag.atomair import explain, make_folder
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.kopieen import Kopieen, find_by_name
from sessie_tool.opslag.namen import file_name, session_id_of, split_kopieen
from sessie_tool.opslag.rijen import KOPPEN, Rij, make_rij
from sessie_tool.opslag.uittreksel import list_names

if TYPE_CHECKING:
    from sessie_tool.kern.huis import Huis
    from sessie_tool.kern.sessie import Sessie

OPGAVEN = ("Inclusief", "Groen en duurzaam", "Aantrekkelijk", "Open")
"""The opgaven of a werkmap that has no list of its own yet."""


class Werkmap:
    """One werkmap. Nothing in it is made before something is written."""

    def __init__(self, pad: Path) -> None:
        """Name the folder."""
        self.pad = pad
        self.sessies = pad / "sessies"
        self.sjablonen = pad / "sjablonen"
        self.exports = pad / "exports"

    def files(self) -> list[Path]:
        """The session files, copies of them not among these, the newest name first."""
        return [self.sessies / naam for naam in reversed(split_kopieen(self._names())[0])]

    def _names(self) -> list[str]:
        """The names of the session files and the copies of them."""
        return list_names(self.sessies)

    def rows(self) -> tuple[list[Rij], list[Bevinding]]:
        """The sessions, newest first, and what is wrong with files in the folder."""
        bevindingen = []
        rijen: dict[str, Rij] = {}
        kopieen = Kopieen(split_kopieen(self._names())[1])
        for naam, kenmerk, kop in read_all(self.sessies, KOPPEN):
            if kop is None:
                bevindingen.append(_unreadable(self.sessies / naam))
                continue
            rij = make_rij(kop, self.sessies, naam, kenmerk[1] / 1e9)
            ander = rijen.setdefault(rij.id, rij)
            if ander is not rij:
                dubbel = rij if session_id_of(rij.pad) != rij.id else ander
                rijen[rij.id] = ander if dubbel is rij else rij
                kopieen.add(rij.id, dubbel.naam)
        rijen = {rij.id: kopieen.note(rij) for rij in rijen.values()}
        bevindingen += kopieen.list_bevindingen()
        return sorted(rijen.values(), key=lambda rij: (rij.datum, rij.naam), reverse=True), bevindingen

    def find(self, sessie_id: str) -> Path:
        """The file of a session; a beginning of its id is enough when it is the only one.

        A copy of it is found by its file name, one of our own also by `<id>-conflict-<token>`.

        Raises:
            OpslagError: there is none, or more than one.
        """
        eigen, kopieen = split_kopieen(self._names())
        bij_naam = find_by_name(sessie_id, [*eigen, *kopieen])
        if bij_naam:
            return self.sessies / bij_naam
        bij_id = {naam[:-5].rpartition("-")[2]: naam for naam in reversed(eigen)}
        passend = [naam for naam in bij_id if sessie_id and naam.startswith(sessie_id)]
        if sessie_id in bij_id or len(passend) == 1:
            return self.sessies / bij_id.get(sessie_id, bij_id[passend[0]])
        if passend:
            raise OpslagError(f"'{sessie_id}' past op meer sessies: {', '.join(sorted(passend))}. Typ meer tekens.")
        return self._find_renamed(sessie_id, list(bij_id))

    def _find_renamed(self, sessie_id: str, namen: list[str]) -> Path:
        """A file that was given another name is found by the id inside it."""
        rijen, _ = self.rows()
        for rij in rijen:
            if rij.id == sessie_id:
                return rij.pad
        if not self.sessies.is_dir():
            raise OpslagError(f"Er is geen map 'sessies' in '{self.pad}'. Kies een andere werkmap met --werkmap.")
        raad = suggest(sessie_id, namen) or "Kijk met 'sessie lijst' welke sessies er zijn."
        raise OpslagError(f"Sessie '{sessie_id}' bestaat niet in deze werkmap. {raad}")

    def read(self, sessie_id: str) -> "Sessie":
        """A session to read, with every acknowledged change.

        Raises:
            OpslagError: it is not there, or nothing good of it is left.
        """
        from sessie_tool.opslag.laden import load

        return load(self.find(sessie_id)).sessie

    def create(self, sessie: "Sessie", moment: datetime) -> Path:
        """Keep a new session.

        Raises:
            OpslagError: it cannot be written, or there is one with this id.
        """
        from sessie_tool.kern.boom import clean, to_tree
        from sessie_tool.opslag.bestand import Meta
        from sessie_tool.opslag.doel import write_sessie
        from sessie_tool.opslag.keten import entry_id

        pad = self.sessies / file_name(sessie)
        try:
            boom = to_tree(sessie)
        except UnicodeEncodeError:
            boom = to_tree(clean(sessie))
        meta = Meta(laatste=entry_id(0, sessie.id), bewaard=moment.isoformat(timespec="seconds"))
        if any(naam.endswith(f"-{sessie.id}.json") for naam in self._names()):
            raise OpslagError(f"Er is al een sessie met id '{sessie.id}'.")
        try:
            make_folder(self.sessies)
            write_sessie(pad, boom, meta)
        except OSError as error:
            raise OpslagError(f"De sessie kan niet bewaard worden in '{self.sessies}': {explain(error)}.") from error
        return pad

    def opgaven(self) -> tuple[str, ...]:
        """The strategische opgaven of this werkmap; the usual ones when its file is damaged."""
        return self.read_opgaven()[0]

    def read_opgaven(self) -> tuple[tuple[str, ...], tuple[Bevinding, ...]]:
        """The strategische opgaven, and what is wrong with the file they stand in; that never stops a session."""
        from sessie_tool.opslag import gedeeld

        try:
            rijen = gedeeld.read_table(self.sessies, "opgaven")
        except OpslagError as error:
            raad = "Het programma gaat verder met de gewone opgaven."
            return OPGAVEN, (Bevinding(str(error), raad, ernst="let op"),)
        return tuple(str(rij.get("naam", "")) for rij in rijen) if rijen is not None else OPGAVEN, ()

    def set_opgaven(self, opgaven: tuple[str, ...]) -> None:
        """Keep another list of opgaven.

        Raises:
            OpslagError: the file is damaged or cannot be written.
        """
        from sessie_tool.opslag import gedeeld

        gedeeld.change_table(self.sessies, "opgaven", lambda _: [{"naam": naam} for naam in opgaven])

    def huis(self) -> "Huis":
        """The huis van sturing; an empty one when there is none or the file is damaged (`read_opgaven` says so)."""
        from sessie_tool.opslag.huis import read_huis

        return read_huis(self.sessies)

    def doelstellingen(self) -> tuple[str, ...]:
        """The names of the doelstellingen in the huis van sturing."""
        return tuple(one.naam for one in self.huis().doelstellingen)

    def remove(self, sessie_id: str, moment: datetime) -> Path:
        """Move a session to the bin; gives where it is now.

        Raises:
            BezetError: someone has it open.
            OpslagError: it cannot be moved.
        """
        from sessie_tool.opslag.lease import Lease
        from sessie_tool.opslag.prullenbak import put_away

        pad = self.find(sessie_id)
        lease = Lease(pad, moment)
        try:
            lease.take()
            return put_away(pad, moment)
        except OSError as error:
            raise OpslagError(f"'{pad.name}' kan niet weg: {explain(error)}.") from error
        finally:
            lease.release()

    def restore(self, sessie_id: str) -> Path:
        """Bring a session back from the bin; gives where it is now.

        Raises:
            OpslagError: it is not in the bin, or its place is taken.
        """
        from sessie_tool.opslag.prullenbak import take_back

        return take_back(self.sessies, sessie_id)


def _unreadable(pad: Path) -> Bevinding:
    raad = f"Open sessie {session_id_of(pad)}: het programma haalt dan de laatste goede versie terug."
    return Bevinding("Dit bestand is beschadigd of is geen sessie.", raad, bron=pad.name)


def default_werkmap() -> Werkmap:
    """The werkmap of SESSIE_WERKMAP, else the current folder if it holds sessies/, else Sessies in the documents."""
    if own := os.environ.get("SESSIE_WERKMAP"):
        return Werkmap(Path(own))
    if Path("sessies").is_dir():
        return Werkmap(Path.cwd())
    from platformdirs import user_documents_path  # costs 27 ms, and is seldom needed

    return Werkmap(user_documents_path() / "Sessies")
