"""Verschil: what changed between two values of one session, small enough for one line in the journal.

A verschil is a list of changes on the tree of `boom.to_tree`. Each has a `pad` (names of fields; '@id' for the element
of a list with that id) and either one value (`voor`, `na`) or a piece of a list (`start`, `voor` and `na` as lists).
It goes both ways: forward for redo and after a crash, backward for undo.
"""

from itertools import compress, count
from operator import is_not
from typing import Any

import msgspec

Tree = dict[str, Any]
Change = dict[str, Any]


class VerschilError(ValueError):
    """A verschil does not fit on this session."""


def diff(oud: Tree, nieuw: Tree) -> list[Change]:
    """The changes from one tree to the other."""
    changes: list[Change] = []
    _diff_dict(oud, nieuw, [], changes)
    return changes


def _diff_dict(oud: Tree, nieuw: Tree, pad: list[str], changes: list[Change]) -> None:
    for name in {**oud, **nieuw}:
        _diff_value(oud.get(name), nieuw.get(name), [*pad, name], changes)


def _diff_value(oud: Any, nieuw: Any, pad: list[str], changes: list[Change]) -> None:
    if oud is nieuw or oud == nieuw:
        return
    if isinstance(oud, list) and isinstance(nieuw, list):
        _diff_list(oud, nieuw, pad, changes)
    elif isinstance(oud, dict) and isinstance(nieuw, dict) and pad[-1] == "bouwsteen":
        _diff_dict(oud, nieuw, pad, changes)
    else:
        changes.append({"pad": pad, "voor": oud, "na": nieuw})


def _diff_list(oud: list[Any], nieuw: list[Any], pad: list[str], changes: list[Change]) -> None:
    begin = _shared(oud, nieuw)
    eind = _shared(oud[begin:][::-1], nieuw[begin:][::-1])
    voor, na = oud[begin : len(oud) - eind], nieuw[begin : len(nieuw) - eind]
    if not _has_ids(voor) or not _has_ids(na):
        changes.append({"pad": pad, "voor": oud, "na": nieuw})
    elif [one["id"] for one in voor] == [one["id"] for one in na]:
        for old, new in zip(voor, na, strict=True):
            if old is not new and old != new:
                _diff_dict(old, new, [*pad, f"@{old['id']}"], changes)
    else:
        changes.append({"pad": pad, "start": begin, "voor": voor, "na": na})


def _has_ids(rijen: list[Any]) -> bool:
    return all(isinstance(one, dict) and "id" in one for one in rijen)


def _shared(een: list[Any], ander: list[Any]) -> int:
    """How many equal elements two lists have at the beginning."""
    zelfde = min(len(een), len(ander))
    anders = compress(count(), map(is_not, een, ander))  # among thousands of the same objects quicker than comparing
    return next((index for index in anders if een[index] != ander[index]), zelfde)


def apply_verschil(tree: Tree, changes: list[Change], *, terug: bool = False) -> Tree:
    """The tree with the changes carried out (`terug`: taken back). The given tree is changed and returned.

    It holds copies of the values in `changes`, so a later change to the tree leaves these as they are.

    Raises:
        VerschilError: a change does not fit; the tree may be half changed, so throw it away.
    """
    try:
        for change in reversed(changes) if terug else changes:
            voor, na = (change["na"], change["voor"]) if terug else (change["voor"], change["na"])
            _apply_change(tree, change, voor, na)
    except VerschilError:
        raise
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise VerschilError(f"dit is geen verschil: {error}") from error
    return tree


def _apply_change(tree: Tree, change: Change, voor: Any, na: Any) -> None:
    *weg, laatste = change["pad"]
    doel: Any = tree
    for deel in weg:
        doel = _step(doel, deel)
    if not isinstance(doel, dict):
        raise VerschilError(f"geen plaats voor {change['pad']}")
    if "start" in change:
        lijst, start = doel.get(laatste), change["start"]
        if not isinstance(lijst, list) or lijst[start : start + len(voor)] != voor:
            raise VerschilError(f"{change['pad']} is anders dan verwacht")
        lijst[start : start + len(voor)] = msgspec.to_builtins(na)
        return
    if doel.get(laatste) != voor:
        raise VerschilError(f"{change['pad']} is anders dan verwacht")
    doel[laatste] = msgspec.to_builtins(na)


def branch(tree: Tree, changes: list[Change]) -> Tree:
    """A tree that `apply_verschil` may change: new along the paths of the changes, all else shared with `tree`."""
    nieuw = dict(tree)
    eigen: set[int] = set()
    for change in changes:
        doel: Any = nieuw
        for deel in change["pad"]:
            verder = _step(doel, deel)
            if not isinstance(verder, dict | list):
                break  # a value, or a path that does not fit, which `apply_verschil` will say
            if id(verder) not in eigen:
                verder = _replace(doel, deel, verder)
                eigen.add(id(verder))
            doel = verder
    return nieuw


def _replace(doel: Any, deel: str, oud: Any) -> Any:
    """Put a copy in the place of a part; gives the copy."""
    plaats = next(index for index, one in enumerate(doel) if one is oud) if isinstance(doel, list) else deel
    doel[plaats] = oud.copy()
    return doel[plaats]


def _step(doel: Any, deel: str) -> Any:
    if isinstance(doel, list) and deel.startswith("@"):
        return next((one for one in doel if isinstance(one, dict) and one.get("id") == deel[1:]), None)
    return doel.get(deel) if isinstance(doel, dict) else None
