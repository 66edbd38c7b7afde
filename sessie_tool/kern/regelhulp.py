"""What makes typing quick: the marks of the line before again, a line corrected in its own record, and look-alikes."""

import re
from collections.abc import Iterable, Iterator
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

PER_KEER = 100
"""So many texts that are new are read at one key."""

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


class Gelijken:
    """Finds the record that says most of the same words; quick at every key, also among thousands."""

    def __init__(self) -> None:
        """Know no text yet."""
        self._bekend: dict[str, frozenset[str]] = {}

    def find(self, tekst: str, records: Iterable[R]) -> R | None:
        """The record whose text comes nearest, the first of equals; None when there is none that comes near.

        Of texts that are new only some are read at a time; the others have their turn at the next keys.
        """
        woorden = _list_woorden(tekst)
        if len(woorden) < WOORDEN:
            return None
        beste, hoogste = None, (0.0, 0.0)
        for record, ander in self._read(records):
            samen = len(woorden & ander)
            if samen >= WOORDEN and (deel := samen / min(len(woorden), len(ander))) >= DEEL:
                gelijk = (deel, samen / max(len(woorden), len(ander)))
                beste, hoogste = (record, gelijk) if gelijk > hoogste else (beste, hoogste)
        return beste

    def _read(self, records: Iterable[R]) -> Iterator[tuple[R, frozenset[str]]]:
        """The records with the words of their text, as far as those are known by now."""
        ruimte = PER_KEER
        for record in records:
            woorden = self._bekend.get(record.hoofdtekst)
            if woorden is None and ruimte:
                ruimte -= 1
                woorden = self._bekend[record.hoofdtekst] = _list_woorden(record.hoofdtekst)
            if woorden:
                yield record, woorden


def _list_woorden(tekst: str) -> frozenset[str]:
    """The words of a text without capitals and accents, but for those that say nothing."""
    gevonden = _WOORD.findall(fold(tekst[:MEESTE_TEKENS]))
    return frozenset(woord for woord in gevonden if woord not in STOPWOORDEN)
