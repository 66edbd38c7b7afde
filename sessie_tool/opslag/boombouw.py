"""The tree of a session from the tree of the value before it.

Only what changed is made anew, so that a key press in a session with thousands of records stays quick.
"""

from typing import Any

import msgspec

from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap

Boom = dict[str, Any]
replace = msgspec.structs.replace


def grow_tree(oud: Sessie, oude_boom: Boom, nieuw: Sessie) -> Boom:
    """What `to_tree(nieuw)` gives; parts are shared with `oude_boom`, so neither may be changed.

    Raises:
        UnicodeEncodeError: a text holds half a character (a lone surrogate).
    """
    paren = list(zip(oud.stappen, oude_boom["stappen"], strict=True))
    stappen = {id(stap): tree for stap, tree in paren}
    records = {id(record): tree for stap, boom in paren for record, tree in _records(stap, boom)}
    anders = [stap for stap in nieuw.stappen if id(stap) not in stappen]
    groeit = {id(stap) for stap in anders if _mostly_known(stap, records)}
    boom = to_tree(replace(nieuw, stappen=tuple(_emptied(stap) if id(stap) in groeit else stap for stap in anders)))
    for stap, tree in zip(anders, boom["stappen"], strict=True):
        if id(stap) in groeit:
            tree["bouwsteen"]["records"] = [records.get(id(one)) or _tree(one) for one in stap.bouwsteen.records]
        stappen[id(stap)] = tree
    boom["stappen"] = [stappen[id(stap)] for stap in nieuw.stappen]
    return boom


def take_fresh(oud: Boom, nieuw: Boom) -> Boom:
    """A tree that grew, with only the steps and records that the one before it did not have: what is to be checked."""
    bekend = {id(stap) for stap in oud["stappen"]}
    records = {id(record) for stap in oud["stappen"] for record in _rows(stap)}
    stappen = [stap for stap in nieuw["stappen"] if id(stap) not in bekend]
    return {**nieuw, "stappen": [_without_known(stap, records) for stap in stappen]}


def _without_known(stap: Boom, bekend: set[int]) -> Boom:
    records = [record for record in _rows(stap) if id(record) not in bekend]
    return {**stap, "bouwsteen": {**stap["bouwsteen"], "records": records}}


def _rows(stap: Boom) -> list[Any]:
    """The trees of the records; a kind that this version does not know may hold anything there."""
    rows = stap["bouwsteen"].get("records")
    return rows if isinstance(rows, list) else []


def _mostly_known(stap: Stap, records: dict[int, Boom]) -> bool:
    """Whether making the few new records one by one is quicker than all of them at once."""
    alle = stap.bouwsteen.records
    return bool(alle) and 2 * sum(id(one) in records for one in alle) > len(alle)


def _records(stap: Stap, boom: Boom) -> list[tuple[Record, Boom]]:
    if not stap.bouwsteen.records:
        return []
    return list(zip(stap.bouwsteen.records, boom["bouwsteen"]["records"], strict=True))


def _emptied(stap: Stap) -> Stap:
    return replace(stap, bouwsteen=stap.bouwsteen.with_records(()))


def _tree(record: Record) -> Boom:
    tree: Boom = msgspec.json.decode(msgspec.json.encode(record))
    return tree
