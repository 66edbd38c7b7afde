"""The tree of a session from the tree of the value before it.

Only what changed is made anew, so that a key press in a session with thousands of records stays quick.
"""

from typing import Any

import msgspec

from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.overlap import same_ends
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap

Boom = dict[str, Any]
replace = msgspec.structs.replace


def grow_tree(oud: Sessie, oude_boom: Boom, nieuw: Sessie) -> Boom:
    """What `to_tree(nieuw)` gives; parts are shared with `oude_boom`, so neither may be changed.

    Raises:
        UnicodeEncodeError: a text holds half a character (a lone surrogate).
    """
    bekend = {id(stap): boom for stap, boom in zip(oud.stappen, oude_boom["stappen"], strict=True)}
    eerder = {stap.id: (stap, bekend[id(stap)]) for stap in oud.stappen}
    anders = [stap for stap in nieuw.stappen if id(stap) not in bekend]
    rijen = [_grow_rows(*eerder[stap.id], stap) if stap.id in eerder else None for stap in anders]
    kaal = (stap if rij is None else _emptied(stap) for stap, rij in zip(anders, rijen, strict=True))
    boom = to_tree(replace(nieuw, stappen=tuple(kaal)))
    for stap, tree, rij in zip(anders, boom["stappen"], rijen, strict=True):
        if rij is not None:
            tree["bouwsteen"]["records"] = rij
        bekend[id(stap)] = tree
    boom["stappen"] = [bekend[id(stap)] for stap in nieuw.stappen]
    return boom


def take_fresh(oud: Boom, nieuw: Boom) -> Boom:
    """A tree that grew, with only the steps and records that the one before it did not have: what is to be checked."""
    bekend = {id(stap) for stap in oud["stappen"]}
    rijen = {stap["id"]: _rows(stap) for stap in oud["stappen"]}
    stappen = [stap for stap in nieuw["stappen"] if id(stap) not in bekend]
    return {**nieuw, "stappen": [_without_known(stap, rijen.get(stap["id"], [])) for stap in stappen]}


def _without_known(stap: Boom, eerder: list[Any]) -> Boom:
    rijen = _rows(stap)
    begin, eind = same_ends(eerder, rijen)
    bekend = {id(rij) for rij in eerder[begin : len(eerder) - eind]}
    records = [rij for rij in rijen[begin : len(rijen) - eind] if id(rij) not in bekend]
    return {**stap, "bouwsteen": {**stap["bouwsteen"], "records": records}}


def _rows(stap: Boom) -> list[Any]:
    """The trees of the records; a kind that this version does not know may hold anything there."""
    rows = stap["bouwsteen"].get("records")
    return rows if isinstance(rows, list) else []


def _grow_rows(oud: Stap, boom: Boom, nieuw: Stap) -> list[Boom] | None:
    """The trees of the records of a step; None where making all of them at once is quicker."""
    records, alle = oud.bouwsteen.records, nieuw.bouwsteen.records
    if not records or not alle:
        return None
    rijen: list[Boom] = boom["bouwsteen"]["records"]
    begin, eind = same_ends(records, alle)
    tot = len(records) - eind
    bekend = {id(one): rij for one, rij in zip(records[begin:tot], rijen[begin:tot], strict=True)}
    midden = alle[begin : len(alle) - eind]
    if 2 * sum(id(one) not in bekend for one in midden) >= len(alle):
        return None
    return [*rijen[:begin], *(bekend.get(id(one)) or _tree(one) for one in midden), *rijen[tot:]]


def _emptied(stap: Stap) -> Stap:
    return replace(stap, bouwsteen=stap.bouwsteen.with_records(()))


def _tree(record: Record) -> Boom:
    tree: Boom = msgspec.json.decode(msgspec.json.encode(record))
    return tree
