"""What makes typing quick: the marks of the line before again, a line corrected in its own record, and look-alikes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from sessie_tool.kern.bouwstenen.basis import Bouwsteen, BouwsteenMetRecords
from sessie_tool.kern.gelijkenis_woorden import STOPWOORDEN, fold
from sessie_tool.kern.notatie import format_regel, parse_waarden
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import default_of, holds_many, velden

R = TypeVar("R", bound=Record)
replace = msgspec.structs.replace

HERHAALBAAR = ("keuze", "opgave", "doelstelling", "deelnemer", "datum")
"""The forms of fields whose marks are worth repeating; a link or a text belongs to one record."""

WOORDEN = 2
"""So many words of their own two texts must share before they can be look-alikes."""

DEEL = 0.6
"""So much of the words of the shorter text must stand in the other one."""

MEESTE_TEKENS = 400
"""Of a longer text only the beginning is compared, so that every key stays quick."""

_WOORD = re.compile(r"\w{2,}")


def repeat_marks(regel: str, voorbeeld: Record, omgeving: Omgeving) -> str:
    """A line with the marks of another record behind it, but for what it says already itself."""
    cls = type(voorbeeld)
    eigen = parse_waarden(cls, regel, omgeving)
    over: dict[str, Any] = {}
    for name, veld in velden(cls).items():
        value = getattr(voorbeeld, name)
        if veld.vorm not in HERHAALBAAR or name == cls.hoofdveld() or veld.loopt_door:
            continue
        if holds_many(cls, name):
            over[name] = tuple(one for one in value if one not in eigen.get(name, ()))
        elif name not in eigen:
            over[name] = value
    merken = format_regel(cls(id="", **over), omgeving)
    return " ".join(filter(None, (regel.rstrip(), merken)))


def can_correct(bouwsteen: Bouwsteen, record: Record, omgeving: Omgeving) -> bool:
    """Whether the line of a record reads back as that record: one line makes one record, and no line end is lost."""
    gewoon = isinstance(bouwsteen, BouwsteenMetRecords) and type(record) is bouwsteen.RECORD
    if not gewoon or type(bouwsteen).apply_regel is not BouwsteenMetRecords.apply_regel:
        return False
    return correct(record, format_regel(record, omgeving), omgeving) == record


def correct(record: R, regel: str, omgeving: Omgeving) -> R:
    """The record as a line that was corrected says it; what no line can say stays."""
    cls = type(record)
    leeg = {name: default_of(cls, name) for name in velden(cls)}
    return replace(record, **leeg | parse_waarden(cls, regel, omgeving))


def find_gelijke(tekst: str, records: Iterable[R]) -> R | None:
    """The record whose text says most of the same words; None when there is none that comes near."""
    woorden = _woorden(tekst[:MEESTE_TEKENS])
    if len(woorden) < WOORDEN:
        return None
    beste, hoogste = None, DEEL
    for record in records:
        ander = _woorden(record.hoofdtekst[:MEESTE_TEKENS])
        samen = len(woorden & ander)
        if samen >= WOORDEN and (deel := samen / min(len(woorden), len(ander))) >= hoogste:
            lengte = samen / max(len(woorden), len(ander))
            if beste is None or deel + lengte > hoogste + beste[1]:
                beste, hoogste = (record, lengte), deel
    return beste[0] if beste else None


@lru_cache(maxsize=20_000)
def _woorden(tekst: str) -> frozenset[str]:
    """The words of a text without capitals and accents, but for those that say nothing."""
    return frozenset(woord for woord in _WOORD.findall(fold(tekst)) if woord not in STOPWOORDEN)
