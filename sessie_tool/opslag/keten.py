"""The entries of a journal as chains: which value follows from which. Pure; knows no disk.

An entry fits on a value of its own schema: on the way to a newer one, the value is migrated between two entries.
"""

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

import msgspec

from sessie_tool.kern.geschiedenis import Geschiedenis
from sessie_tool.kern.verschil import VerschilError, apply_verschil
from sessie_tool.opslag.bestand import Anker, BeschadigdError, upgrade
from sessie_tool.opslag.journaal import Basis, Bewaard, Lijn, Regel, as_raw
from sessie_tool.opslag.migraties import SCHEMA

Boom = dict[str, Any]


class Keten:
    """The entries of one journal.

    Two entries may follow the same one (two writers, a file that was put back): then there is more than one end.
    """

    def __init__(self, lijnen: Iterable[Lijn], ankers: Mapping[str, Anker]) -> None:
        """Read the lines; `ankers` are values from files, by the id of the last entry that is in them."""
        self._regels: dict[str, Regel] = {}
        self._ankers: dict[str, Anker] = {}
        self._bases: list[Basis] = []
        marks: set[str] = set(ankers)
        for lijn in lijnen:
            if isinstance(lijn, Basis):
                self._ankers[lijn.laatste] = Anker(lijn.boom, lijn.schema)
                self._bases.append(lijn)
            elif isinstance(lijn, Bewaard):
                marks.add(lijn.tot)
            else:
                self._regels[lijn.id] = lijn
        self._ankers.update(ankers)
        self._bewaard = marks | {regel.id for mark in marks for regel in self.back_from(mark)}

    def holds(self, laatste: str) -> bool:
        """Whether new entries can follow this one in the journal."""
        return laatste in self._regels or laatste in self._ankers

    def back_from(self, laatste: str) -> list[Regel]:
        """The entries from `laatste` back to the oldest one that is known, the newest first."""
        gevonden: dict[str, Regel] = {}
        while (regel := self._regels.get(laatste)) and laatste not in gevonden:
            gevonden[laatste] = regel
            laatste = regel.na
        return list(gevonden.values())

    def ends(self) -> list[str]:
        """The ids of the entries that nothing follows, the newest last."""
        vervolgd = {regel.na for regel in self._regels.values()}
        return [entry for entry in self._regels if entry not in vervolgd]

    def follow(self, laatste: str) -> str:
        """The newest end that goes on from entry `laatste`; `laatste` itself when there is none."""
        for eind in reversed(self.ends()):
            if any(regel.na == laatste for regel in self.back_from(eind)):
                return eind
        return laatste

    def unsaved_ends(self, behalve: str) -> list[str]:
        """The ends that were never in a file, but for one.

        Within one sitting every entry builds on all before it, so what comes before a saved one of the same sitting is
        saved too, also when a damaged line stands between them.
        """
        tot = self._saved()
        return [eind for eind in self.ends() if eind != behalve and not _is_covered(eind, tot)]

    def saved_ends(self, behalve: str) -> list[str]:
        """The ends that were in a file once, but for one."""
        tot = self._saved()
        return [eind for eind in self.ends() if eind != behalve and _is_covered(eind, tot)]

    def _saved(self) -> dict[str, int]:
        """For each sitting up to which revision it was in a file."""
        tot: dict[str, int] = {}
        for entry in self._bewaard:
            revisie, zitting = split_entry(entry)
            tot[zitting] = max(revisie, tot.get(zitting, revisie))
        return tot

    def known(self) -> list[tuple[str, tuple[int, str]]]:
        """Every end and every basis, with revision and ISO moment."""
        ends = [(eind, (self._regels[eind].revisie, self._regels[eind].moment)) for eind in self.ends()]
        return ends + [(basis.laatste, (basis.revisie, "")) for basis in self._bases]

    def value(self, laatste: str) -> Boom | None:
        """The tree of the session after an entry; None when it cannot be made from what there is."""
        weg: list[Regel] = []
        for regel in [None, *self.back_from(laatste)]:
            plek = laatste if regel is None else regel.na
            if regel is not None:
                weg.append(regel)
            if plek in self._ankers:
                return _replay(self._ankers[plek], weg)
        return None

    def moment(self, laatste: str) -> tuple[int, str] | None:
        """Revision and ISO moment of an entry; None when it is not in the journal."""
        regel = self._regels.get(laatste)
        return None if regel is None else (regel.revisie, regel.moment)

    def is_newer(self, laatste: str) -> bool:
        """Whether a newer version of the program wrote an entry or one before it."""
        return any(regel.schema > SCHEMA for regel in self.back_from(laatste))

    def own(self, laatste: str) -> list[Regel]:
        """As `back_from`, as far as the entries are of the schema of this version: those fit on its values."""
        return list(takewhile(lambda regel: regel.schema == SCHEMA, self.back_from(laatste)))

    def history(self, laatste: str) -> Geschiedenis:
        """What can be undone and redone after an entry, as far back as the journal goes in this schema."""
        geschiedenis = Geschiedenis()
        for regel in reversed(self.own(laatste)):
            geschiedenis = geschiedenis.push(regel.mutatie)
        return geschiedenis


def entry_id(revisie: int, zitting: str) -> str:
    """The id of a journal entry: its revision and the sitting in which it was made."""
    return f"{revisie}-{zitting}"


def split_entry(entry: str) -> tuple[int, str]:
    """The revision and the sitting of a journal entry."""
    revisie, _, zitting = entry.partition("-")
    return (int(revisie), zitting) if revisie.isdecimal() else (0, entry)


def _is_covered(entry: str, tot: dict[str, int]) -> bool:
    revisie, zitting = split_entry(entry)
    return revisie <= tot.get(zitting, -1)


def _replay(anker: Anker, weg: list[Regel]) -> Boom | None:
    """The changes of `weg` (the newest first) carried out on a copy of a value, in the schema of this version."""
    ruw = anker.boom if isinstance(anker.boom, msgspec.Raw) else msgspec.json.encode(anker.boom)
    boom: Boom = msgspec.json.decode(ruw)
    schema = anker.schema
    try:
        for regel in reversed(weg):
            boom, schema = upgrade(boom, schema, regel.schema), max(schema, regel.schema)
            apply_verschil(boom, regel.mutatie.verschil)
        return upgrade(boom, schema)
    except (VerschilError, BeschadigdError):
        return None


def shorten(keten: Keten, laatste: str, boom: Boom, houd: int, bestand: str) -> list[Lijn] | None:
    """The lines of a shorter journal: the last `houd` entries and the value before them.

    None when that cannot be done without losing something that is in no file.
    """
    kept = keten.own(laatste)[:houd]
    if not kept or keten.unsaved_ends(laatste):
        return None
    oud: Boom = msgspec.json.decode(msgspec.json.encode(boom))
    try:
        for regel in kept:
            apply_verschil(oud, regel.mutatie.verschil, terug=True)
    except VerschilError:
        return None
    eerste = kept[-1]
    basis = Basis(eerste.na, eerste.revisie - 1, as_raw(oud), bestand, SCHEMA)
    return [basis, *reversed(kept), Bewaard(laatste)]
