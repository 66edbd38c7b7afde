"""Geschiedenis: undo and redo over the values of one session, as changes that go both ways."""

from collections.abc import Callable
from typing import Literal, Self

import msgspec

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.verschil import Change, Tree, VerschilError, apply_verschil, branch

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

    @property
    def is_besluit(self) -> bool:
        """Whether it changes only what the secretary decided for the open version, and so no content."""
        return all(one["pad"] == ["vervangingen"] for one in self.verschil)


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


def take_back(sessie: Sessie, mutatie: Mutatie, boom: Tree | None = None) -> Sessie:
    """The session without a change; clock and place stay as they are now. `boom` is its tree, when that is known."""
    return _turn(sessie, mutatie, boom or to_tree(sessie), terug=True)


def do_again(sessie: Sessie, mutatie: Mutatie, boom: Tree | None = None) -> Sessie:
    """The session with a change that was taken back; clock and place stay as they are now."""
    return _turn(sessie, mutatie, boom or to_tree(sessie), terug=False)


Turn = Callable[[Sessie, Mutatie, Tree | None], Sessie]
"""`take_back` or `do_again`."""


def turn_with_status(turn: Turn, sessie: Sessie, mutatie: Mutatie, boom: Tree, kant: str) -> Sessie:
    """The session after a turn, also when going to a step changed its status in between: that is no reason to refuse.

    `kant` is the side of the change from which is turned: "na" or "voor".

    Raises:
        SessieToolError: the change does not fit on the session any more.
    """
    try:
        return turn(sessie, mutatie, boom)
    except VerschilError:
        status = next((one[kant] for one in mutatie.verschil if one["pad"] == ["status"]), sessie.status)
    try:
        return turn(replace(sessie, status=status), mutatie, None)
    except VerschilError as error:
        raise SessieToolError(
            f"'{mutatie.omschrijving}' past niet meer op deze sessie. Er is niets veranderd; pas het met de hand aan."
        ) from error


def _turn(sessie: Sessie, mutatie: Mutatie, boom: Tree, *, terug: bool) -> Sessie:
    """The session after a change, one way or the other.

    What stays as it is keeps its very value: it is not read again, and who compares by identity is quick.
    """
    verschil = _without_verloop(mutatie)
    nieuw = apply_verschil(branch(boom, verschil), verschil, terug=terug)
    bekend = {id(tree): stap for stap, tree in zip(sessie.stappen, boom["stappen"], strict=True)}
    records = {
        id(tree): record
        for stap, vorige in zip(sessie.stappen, boom["stappen"], strict=True)
        if stap.bouwsteen.records
        for record, tree in zip(stap.bouwsteen.records, vorige["bouwsteen"]["records"], strict=True)
    }
    anders = [tree for tree in nieuw["stappen"] if id(tree) not in bekend]
    gelezen = from_tree({**nieuw, "stappen": [_only_new(tree, records) for tree in anders]})
    for stap, tree in zip(gelezen.stappen, anders, strict=True):
        bekend[id(tree)] = _with_known(stap, tree, records)
    return replace(gelezen, stappen=tuple(bekend[id(tree)] for tree in nieuw["stappen"]))


def _without_verloop(mutatie: Mutatie) -> list[Change]:
    """What is turned: clock and place went on since then, so their old values fit no more."""
    return [change for change in mutatie.verschil if change["pad"][0] != "verloop"]


def _only_new(stap: Tree, bekend: dict[int, Record]) -> Tree:
    """A step with only the records that are to be read; a kind that this version does not know stays whole."""
    rows = stap["bouwsteen"].get("records")
    if not isinstance(rows, list):
        return stap
    return {**stap, "bouwsteen": {**stap["bouwsteen"], "records": [row for row in rows if id(row) not in bekend]}}


def _with_known(stap: Stap, tree: Tree, bekend: dict[int, Record]) -> Stap:
    """The step as it was read, with the records that were known in their places."""
    rows = tree["bouwsteen"].get("records")
    if not isinstance(rows, list) or not any(id(row) in bekend for row in rows):
        return stap
    nieuw = {record.id: record for record in stap.bouwsteen.records}
    eerder = {record.id: record for record in bekend.values() if record.id in nieuw}
    gelezen = (old if (old := eerder.get(key)) == new else new for key, new in nieuw.items())
    alle = tuple(bekend.get(id(row)) or next(gelezen) for row in rows)
    return replace(stap, bouwsteen=stap.bouwsteen.with_records(alle))
