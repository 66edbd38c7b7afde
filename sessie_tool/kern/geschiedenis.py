"""Geschiedenis: undo and redo over the values of one session, as changes that go both ways."""

from typing import Literal, Self

import msgspec

from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.verschil import Change, apply_verschil

Soort = Literal["doe", "ongedaan", "opnieuw", "verloop"]
"""doe: something the user did; ongedaan, opnieuw: taken back, done again; verloop: clock and place, not undone."""

replace = msgspec.structs.replace


class Mutatie(msgspec.Struct, frozen=True):
    """One change to a session.

    Attributes:
        soort: see `Soort`.
        omschrijving: what was done, in Dutch words: '3 signalen verplaatst'.
        verschil: the change itself (kern/verschil.py).
    """

    soort: Soort
    omschrijving: str
    verschil: list[Change]


class Geschiedenis(msgspec.Struct, frozen=True):
    """What can be undone and what can be redone, the newest last."""

    gedaan: tuple[Mutatie, ...] = ()
    teruggenomen: tuple[Mutatie, ...] = ()

    def push(self, mutatie: Mutatie) -> Self:
        """The history after a change; also rebuilds it from a journal, change by change."""
        if mutatie.soort == "verloop":
            return self
        if mutatie.soort == "ongedaan":
            return replace(self, gedaan=self.gedaan[:-1], teruggenomen=(*self.teruggenomen, *self.gedaan[-1:]))
        if mutatie.soort == "opnieuw":
            gedaan = (*self.gedaan, *self.teruggenomen[-1:])
            return replace(self, gedaan=gedaan, teruggenomen=self.teruggenomen[:-1])
        return replace(self, gedaan=(*self.gedaan, mutatie), teruggenomen=())


def apply_mutatie(sessie: Sessie, mutatie: Mutatie) -> Sessie:
    """The session after a change (from the journal).

    Raises:
        VerschilError: the change does not fit on this session.
    """
    return from_tree(apply_verschil(to_tree(sessie), mutatie.verschil))


def take_back(sessie: Sessie, mutatie: Mutatie) -> Sessie:
    """The session without a change; clock and place stay as they are now."""
    oud = from_tree(apply_verschil(to_tree(sessie), _without_verloop(mutatie), terug=True))
    return _share(sessie, oud)


def do_again(sessie: Sessie, mutatie: Mutatie) -> Sessie:
    """The session with a change that was taken back; clock and place stay as they are now."""
    return _share(sessie, from_tree(apply_verschil(to_tree(sessie), _without_verloop(mutatie))))


def _without_verloop(mutatie: Mutatie) -> list[Change]:
    """What is turned: clock and place went on since then, so their old values fit no more."""
    return [change for change in mutatie.verschil if change["pad"][0] != "verloop"]


def _share(oud: Sessie, nieuw: Sessie) -> Sessie:
    """The new value, with the parts that are equal taken from the old one: who compares them by identity is quick."""
    bekend = {stap.id: stap for stap in oud.stappen}
    return replace(nieuw, stappen=tuple(_share_stap(bekend.get(stap.id, stap), stap) for stap in nieuw.stappen))


def _share_stap(oud: Stap, nieuw: Stap) -> Stap:
    if oud == nieuw:
        return oud
    bekend = {record.id: record for record in oud.bouwsteen.records}
    paren = ((bekend.get(record.id, record), record) for record in nieuw.bouwsteen.records)
    return replace(nieuw, bouwsteen=nieuw.bouwsteen.with_records(old if old == new else new for old, new in paren))
