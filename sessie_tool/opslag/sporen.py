"""Sporen: every place on this computer and in the werkmap where something of one session stands.

Who adds a place where the program keeps something of a session adds it here too: names that go for good, and a session
that goes for good, must go from all of them.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sessie_tool.opslag.atomair import sync_folder
from sessie_tool.opslag.banden import forget_sessie
from sessie_tool.opslag.exports import Exports
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.index.plek import forget_werkmap
from sessie_tool.opslag.journaal import Basis, Journaal
from sessie_tool.opslag.lease import MAP as BEZET
from sessie_tool.opslag.namen import session_id_of, split_kopieen
from sessie_tool.opslag.prullenbak import MAP as PRULLENBAK
from sessie_tool.opslag.rijen import KOPPEN, Kop
from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.uittreksel import Gelezen, list_names, read_one, read_straight
from sessie_tool.opslag.versies import versies_folder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zaal import find_plek


class Sporen(NamedTuple):
    """Where something of one session stands.

    Attributes:
        sessies: the files in the folder of sessions: its own, and copies beside it.
        prullenbak: the same in the bin.
        versies: what is kept of it, good and damaged.
        staat: journals, lines being typed and what the room sees, on this computer.
        rest: what a crash left half written.
        elders: session files of the same session in another werkmap, which keep what this computer has of them.
    """

    sessies: tuple[Path, ...]
    prullenbak: tuple[Path, ...]
    versies: tuple[Path, ...]
    staat: tuple[Path, ...]
    rest: tuple[Path, ...]
    elders: tuple[str, ...] = ()

    @property
    def kopieen(self) -> tuple[Path, ...]:
        """Every file that can hold a version of the session."""
        return (*self.sessies, *self.prullenbak, *self.versies)


def find_sporen(werkmap: Werkmap, sessie_id: str) -> Sporen:
    """Every place; an id that is known nowhere gives none."""
    bak = werkmap.sessies / PRULLENBAK
    folder = versies_folder(werkmap.sessies, sessie_id)
    staat, elders = _find_staat(werkmap, sessie_id)
    eigen = _list_own(werkmap.sessies, sessie_id, read_all(werkmap.sessies, KOPPEN))
    weg = _list_own(bak, sessie_id, read_straight(bak, list_names(bak), KOPPEN))
    namen = {pad.name for pad in (*eigen, *weg)}
    half = [pad for map_ in (werkmap.sessies, bak) for pad in _files(map_, ".*.tmp") if _target(pad) in namen]
    return Sporen(eigen, weg, tuple(_files(folder, "*")), tuple(staat), tuple(half), tuple(elders))


def _list_own(folder: Path, sessie_id: str, gelezen: Iterable[Gelezen[Kop]]) -> tuple[Path, ...]:
    """The files of a session in a folder, its own first: by the id inside, or by the name when it cannot be read."""
    kopieen = split_kopieen(list_names(folder))[1]
    alle = {one.naam: one for one in gelezen} | {naam: read_one(folder, naam, KOPPEN) for naam in kopieen}
    van_haar = {naam for naam, one in alle.items() if _id_in(one, kopieen.get(naam, naam)) == sessie_id}
    return tuple(folder / naam for naam in (*sorted(van_haar - kopieen.keys()), *sorted(van_haar & kopieen.keys())))


def _id_in(gelezen: Gelezen[Kop], naam: str) -> str:
    return gelezen.waarde.id if gelezen.waarde else session_id_of(Path(naam))


def _target(temp: Path) -> str:
    """The name of the file for which one was half written: '.naam.json.k3j2.tmp'."""
    return temp.name[1:].rsplit(".", 2)[0]


def _find_staat(werkmap: Werkmap, sessie_id: str) -> tuple[list[Path], list[str]]:
    """What this computer keeps of the session in this werkmap, and the files elsewhere for which it keeps things."""
    plek = find_plek(werkmap.pad, sessie_id)
    staat = [pad for pad in (plek.beeld, plek.kijkt) if pad.exists()]
    elders = []
    eigen = str(werkmap.sessies.resolve())
    for pad in _files(state_folder() / "journaal", "*"):
        sleutel = pad.name.lstrip(".").partition(".")[0]
        if sleutel.rpartition("-")[0] != sessie_id:
            continue
        bestand = _read_bestand(pad.with_name(f"{sleutel}.journaal"))
        if bestand and Path(bestand).exists() and str(Path(bestand).parent) != eigen:
            elders.append(bestand)
        else:
            staat.append(pad)
    return staat, list(dict.fromkeys(elders))


def _read_bestand(journaal: Path) -> str:
    """The session file that a journal is of; "" when it does not say."""
    bases = (lijn.bestand for lijn in Journaal(journaal).read()[0] if isinstance(lijn, Basis))
    return next(bases, "")


def _files(folder: Path, patroon: str) -> Iterator[Path]:
    return (pad for pad in sorted(folder.glob(patroon)) if pad.is_file())


def remove(paden: Iterable[Path]) -> None:
    """Take files away so that a power cut does not bring them back; one that is gone already is no error.

    Raises:
        OSError: one cannot be taken away.
    """
    weg = [pad for pad in paden if pad.exists()]
    for pad in weg:
        pad.unlink(missing_ok=True)
    for map_ in {pad.parent for pad in weg}:
        sync_folder(map_)


def forget_elsewhere(werkmap: Werkmap, sessie_id: str) -> None:
    """Take away what is made of session files: the index of this werkmap, and who had files open that are gone.

    It all comes back by itself, without what is no longer in the files.

    Raises:
        OSError: a file cannot be taken away.
    """
    forget_werkmap(werkmap.sessies)
    bezet = _files(werkmap.sessies / BEZET, f"*{sessie_id}*")
    remove(pad for pad in bezet if not (werkmap.sessies / f"{pad.stem}.json").exists())


def erase(werkmap: Werkmap, sessie_id: str, sporen: Sporen) -> None:
    """Take a whole session away for good. Its own file goes last: who is stopped on the way can do it again.

    Raises:
        OpslagError: the werkmap's own file cannot be changed.
        OSError: a file cannot be taken away.
    """
    remove((*sporen.staat, *sporen.rest, *sporen.versies))
    with suppress(OSError):
        versies_folder(werkmap.sessies, sessie_id).rmdir()
    forget_sessie(werkmap.sessies, sessie_id)
    remove(sporen.prullenbak)
    remove(reversed(sporen.sessies))
    forget_elsewhere(werkmap, sessie_id)
    Exports(werkmap.exports).forget_gone(sessie_id)
