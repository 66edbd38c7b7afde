"""Stam: from which sittings a version comes, so that of two versions one can tell what they both began from.

Within one sitting every entry builds on all before it. So the last entries of the earlier sittings, and the last one of
all, say of every entry whether a version holds it.
"""

from collections.abc import Iterable

import msgspec

from sessie_tool.opslag.bestand import Meta
from sessie_tool.opslag.journaal import Regel
from sessie_tool.opslag.keten import entry_id, split_entry

MEESTE = 60
"""So many earlier sittings a file names."""


def grow_stam(meta: Meta, zitting: str) -> tuple[str, ...]:
    """The earlier sittings of a version to which a sitting adds an entry."""
    if not meta.laatste or split_entry(meta.laatste)[1] == zitting:
        return meta.stam
    return (*meta.stam, meta.laatste)[-MEESTE:]


def trace_stam(begin: Meta, regels: Iterable[Regel]) -> tuple[str, ...]:
    """The earlier sittings of a version made from `begin` by these entries of the journal, the oldest first."""
    meta = begin
    for regel in regels:
        vorige = Meta(laatste=regel.na, stam=meta.stam)
        meta = Meta(laatste=regel.id, stam=grow_stam(vorige, split_entry(regel.id)[1]))
    return meta.stam


def find_shared(een: Meta, ander: Meta) -> str:
    """The last entry that both versions hold; "" when that is not known."""
    links, rechts = _tot(een), _tot(ander)
    gedeeld = [(min(links[zitting], rechts[zitting]), zitting) for zitting in links.keys() & rechts.keys()]
    if not gedeeld:
        return ""
    revisie, zitting = max(gedeeld)
    return entry_id(revisie, zitting)


def put_apart(meta: Meta, laatste: Iterable[str]) -> Meta:
    """A version that knows of others which were put beside it."""
    apart = tuple(dict.fromkeys((*meta.apart, *laatste)))
    return msgspec.structs.replace(meta, apart=apart[-MEESTE:])


def holds(meta: Meta, entry: str) -> bool:
    """Whether a version holds an entry."""
    revisie, zitting = split_entry(entry)
    return revisie <= _tot(meta).get(zitting, -1)


def has_lost(meta: Meta, entry: str) -> bool:
    """Whether a version certainly does not hold an entry, which was not put beside it either."""
    revisie, zitting = split_entry(entry)
    tot = _tot(meta)
    if entry in meta.apart or not meta.stam:
        return False
    if zitting in tot:
        return revisie > tot[zitting]
    return revisie > min(split_entry(one)[0] for one in meta.stam)  # what is older, the stam does not tell


def _tot(meta: Meta) -> dict[str, int]:
    """For each sitting up to which revision it is in a version."""
    tot: dict[str, int] = {}
    for entry in filter(None, (*meta.stam, meta.laatste)):
        revisie, zitting = split_entry(entry)
        tot[zitting] = max(revisie, tot.get(zitting, revisie))
    return tot
