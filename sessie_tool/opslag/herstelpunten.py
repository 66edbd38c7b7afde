"""Herstelpunten: everything from which a session can come back: its versions, the bin, and this computer's journal."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from sessie_tool.fouten import OpslagError, suggest
from sessie_tool.kern.boom import from_tree
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag import versies
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.bestand import BeschadigdError, Bestand, Meta, read_bestand
from sessie_tool.opslag.doel import write_sessie
from sessie_tool.opslag.journaal import Basis, Journaal
from sessie_tool.opslag.keten import Keten
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.namen import file_name
from sessie_tool.opslag.prullenbak import list_prullenbak, take_back
from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.vertakking import find_best
from sessie_tool.opslag.werkmap import Werkmap

PRULLENBAK, JOURNAAL, VERSIES = "prullenbak", "journaal", "versies"
AANLEIDINGEN = {
    **versies.AANLEIDINGEN,
    PRULLENBAK: "verwijderd, in de prullenbak",
    JOURNAAL: "nog bewaard op deze computer",
}
"""Where a herstelpunt comes from → that in words."""


class Herstelpunt(msgspec.Struct, frozen=True):
    """One value of a session that can come back.

    Attributes:
        naam: by which a person or a script names it: 'prullenbak', 'journaal', or the name of a version.
        aanleiding: see `AANLEIDINGEN`.
        moment: ISO moment of its last change.
        bewaard: ISO moment at which it was kept or removed; "" when that is not known.
        pad: the file that it comes from.
        nummer: of a version: its place in the list, the oldest first; 0 for the others.
    """

    naam: str
    aanleiding: str
    moment: str
    bewaard: str
    titel: str
    datum: str
    pad: Path
    nummer: int = 0

    def read(self) -> Sessie:
        """The session as it was.

        Raises:
            OpslagError: it is gone or damaged meanwhile, or a newer version of the program made it.
        """
        bestand = _read_journal(self.pad) if self.aanleiding == JOURNAAL else _read(self.pad)
        if bestand is None:
            raise OpslagError(f"'{self.naam}' kan niet meer gelezen worden. Kies een andere versie.")
        try:
            return from_tree(bestand.boom)
        except msgspec.ValidationError as error:
            raise OpslagError(f"'{self.naam}' is van een nieuwere versie van het programma. Werk het bij.") from error


class Verdwenen(NamedTuple):
    """A session that is not in the folder any more, but that can come back.

    Attributes:
        waar: 'prullenbak', 'versies' or 'journaal'.
        sinds: ISO moment of its removal; of its last change when nobody removed it here.
        punt: the name of the herstelpunt that brings it back as it was last.
    """

    id: str
    titel: str
    datum: str
    waar: str
    sinds: str
    punt: str


# What there is.


def list_herstelpunten(werkmap: Werkmap, sessie_id: str) -> list[Herstelpunt]:
    """All that a session can come back from, the newest first; what is damaged is passed over."""
    sessies = werkmap.sessies
    eigen = [
        Herstelpunt(one.naam, one.aanleiding, one.moment, one.bewaard, one.titel, one.datum, one.pad, nummer)
        for nummer, one in enumerate(versies.list_versies(sessies, sessie_id), 1)
    ]
    weg = list(_from_bin(sessies, sessie_id))
    journaal = [] if sessie_id in _list_present(werkmap) else _from_journals(sessies, sessie_id)
    nieuwer = [one for one in journaal if one.moment > max((ander.moment for ander in weg), default="")]
    return [*weg, *nieuwer, *reversed(eigen)]


def _from_bin(sessies: Path, sessie_id: str) -> Iterator[Herstelpunt]:
    weg = [one for one in list_prullenbak(sessies) if one.id == sessie_id]
    for plaats, one in enumerate(weg, 1):
        if bestand := _read(one.pad):
            naam = PRULLENBAK if plaats == 1 else f"{PRULLENBAK}-{plaats}"
            yield Herstelpunt(naam, PRULLENBAK, bestand.meta.bewaard, one.verwijderd, one.titel, one.datum, one.pad)


def _read(pad: Path) -> Bestand | None:
    try:
        return read_bestand(read_own(pad))
    except (OSError, BeschadigdError):
        return None


def _from_journals(sessies: Path, sessie_id: str) -> list[Herstelpunt]:
    """What this computer still knows of a session without a file."""
    gelezen = [(pad, bestand) for pad in _find_journals(sessies, sessie_id) if (bestand := _read_journal(pad))]
    if not gelezen:
        return []
    pad, best = max(gelezen, key=lambda one: one[1].meta.revisie)
    titel, datum = (str(best.boom.get(naam, "")) for naam in ("titel", "datum"))
    return [Herstelpunt(JOURNAAL, JOURNAAL, best.meta.bewaard, "", titel, datum, pad)]


def _find_journals(sessies: Path, sessie_id: str = "") -> list[Path]:
    """The journals of a session in this folder, or of all."""
    waar = msgspec.json.encode(str(sessies.resolve()))[1:-1]
    alle = sorted((state_folder() / "journaal").glob("*-*.journaal"))
    return [pad for pad in alle if sessie_id in ("", _id_of(pad)) and _holds(pad, waar)]


def _id_of(journaal: Path) -> str:
    return journaal.stem.rpartition("-")[0]


def _holds(pad: Path, woord: bytes) -> bool:
    try:
        return woord in pad.read_bytes()
    except OSError:
        return False


def _read_journal(pad: Path) -> Bestand | None:
    """The newest value that a journal can make by itself."""
    return find_best(Keten(Journaal(pad).read()[0], {}), [])


def _list_present(werkmap: Werkmap) -> set[str]:
    """The ids of the sessions that have a file, by its name or by what it says."""
    return {pad.stem.rpartition("-")[2] for pad in werkmap.files()} | {rij.id for rij in werkmap.rows()[0]}


def list_verdwenen(werkmap: Werkmap) -> list[Verdwenen]:
    """The sessions that are not in the folder any more, but can come back; the last that went first."""
    gevonden: dict[str, Verdwenen] = {}
    for weg in list_prullenbak(werkmap.sessies):
        gevonden.setdefault(
            weg.id, Verdwenen(weg.id, weg.titel or weg.naam, weg.datum, PRULLENBAK, weg.verwijderd, PRULLENBAK)
        )
    bekend = versies.list_ids(werkmap.sessies)
    bekend += map(_id_of, _find_journals(werkmap.sessies))
    er = _list_present(werkmap)
    for sessie_id in set(bekend) - er - set(gevonden):
        for punt in list_herstelpunten(werkmap, sessie_id)[:1]:
            waar = JOURNAAL if punt.naam == JOURNAAL else VERSIES
            gevonden[sessie_id] = Verdwenen(sessie_id, punt.titel, punt.datum, waar, punt.moment, punt.naam)
    return sorted((one for one in gevonden.values() if one.id not in er), key=lambda one: one.sinds, reverse=True)


def find_sessie_id(werkmap: Werkmap, gevraagd: str) -> str:
    """The whole id of a session, also of one that is not in the folder any more; a beginning is enough.

    Raises:
        OpslagError: there is none, or more than one.
    """
    try:
        return load(werkmap.find(gevraagd)).sessie.id
    except OpslagError as error:
        verdwenen = [one.id for one in list_verdwenen(werkmap)]
        passend = [one for one in verdwenen if one.startswith(gevraagd)] if gevraagd else []
        if gevraagd in verdwenen or len(passend) == 1:
            return gevraagd if gevraagd in verdwenen else passend[0]
        if passend:
            raise OpslagError(f"'{gevraagd}' past op meer sessies: {', '.join(passend)}. Typ meer tekens.") from error
        raise


def find_herstelpunt(punten: Iterable[Herstelpunt], gevraagd: str) -> Herstelpunt:
    """One of them by its number or its name.

    Raises:
        OpslagError: it is not among them.
    """
    alle = {one.naam: one for one in punten} | {str(one.nummer): one for one in punten if one.nummer}
    if gevraagd not in alle:
        raad = suggest(gevraagd, alle) or "Kies een nummer of een naam uit de lijst van 'sessie herstel'."
        raise OpslagError(f"Versie '{gevraagd}' bestaat niet. {raad}")
    return alle[gevraagd]


# Bringing the file itself back.


def bring_back(werkmap: Werkmap, sessie_id: str, moment: datetime) -> bool:
    """Make sure that a session has its file again, as it was last; whether it had none.

    Raises:
        BezetError: somebody has it open.
        OpslagError: there is nothing to make it from, or it cannot be written.
    """
    if sessie_id in _list_present(werkmap):
        return False
    if any(one.id == sessie_id for one in list_prullenbak(werkmap.sessies)):
        take_back(werkmap.sessies, sessie_id)
    else:
        _make_file(werkmap, sessie_id, moment)
    return True


def _make_file(werkmap: Werkmap, sessie_id: str, moment: datetime) -> None:
    """The file anew from the newest value that there is, under its old name where that is known."""
    journalen = _find_journals(werkmap.sessies, sessie_id)
    gelezen = [*map(_read_journal, journalen), *(one for _, one in versies.read_versies(werkmap.sessies, sessie_id))]
    best = max(filter(None, gelezen), key=lambda one: one.meta.revisie, default=None)
    if best is None:
        raise OpslagError(f"Van sessie '{sessie_id}' is niets bewaard om terug te halen.")
    naam = next(filter(None, map(_old_name, journalen)), "") or file_name(from_tree(best.boom))
    _write(werkmap.sessies / naam, best, moment)


def _old_name(journaal: Path) -> str:
    """The name of the file that a journal is of; "" when it does not say."""
    bases = (Path(lijn.bestand).name for lijn in Journaal(journaal).read()[0] if isinstance(lijn, Basis))
    return next(bases, "")


def _write(pad: Path, bestand: Bestand, moment: datetime) -> None:
    lease = Lease(pad, moment)
    meta = Meta(SCHEMA, bestand.meta.revisie, bestand.meta.laatste, bestand.meta.bewaard)
    try:
        lease.take()
        write_sessie(pad, bestand.boom, meta)
    except OSError as error:
        raise OpslagError(f"'{pad.name}' kan niet terug: {explain(error)}.") from error
    finally:
        lease.release()
