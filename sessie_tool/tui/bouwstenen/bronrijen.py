"""Bronrijen: the rows of what can be bundled; a record that is like before keeps its row: thousands stay quick."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sessie_tool.kern.bouwstenen.bundeling import Bundeling
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import velden
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class _Bekend(NamedTuple):
    """A row, and what it was made from."""

    record: Record
    plaats: int
    waar: str
    rij: Tabelrij


class Bronrijen:
    """Makes the rows of the left list.

    Looking whether a record is the same one costs half of looking whether it is equal to one, and a key press in a
    session changes a few of thousands.
    """

    def __init__(self, origin: Callable[[Record], str]) -> None:
        """Say of a record where it comes from with `origin`."""
        self._origin = origin
        self._bekend: dict[str, _Bekend] = {}

    def make(
        self, bron: Sequence[Record], waar: Mapping[str, str], bundeling: Bundeling, om: Omgeving
    ) -> list[Tabelrij]:
        """The rows of these records, in which `waar` says by id in which bundles each one is."""
        before, nummers = self._bekend, om.nummers
        bekend: dict[str, _Bekend] = {}
        for record in bron:
            key = record.id
            oud, plek, plaats = before.get(key), waar.get(key, ""), nummers[key]
            if oud is None or oud[0] is not record or oud[1] != plaats or oud[2] != plek:
                oud = _Bekend(record, plaats, plek, self._row(record, plek, bundeling, om))
            bekend[key] = oud
        self._bekend = bekend
        return [one.rij for one in bekend.values()]

    def _row(self, record: Record, waar: str, bundeling: Bundeling, omgeving: Omgeving) -> Tabelrij:
        kenmerken = " · ".join(filter(None, (self._origin(record), waar)))
        nummer = f"{_sign(record, bundeling)}{omgeving.nummer(record.id)}"
        return Tabelrij(record.id, nummer, record.hoofdtekst, kenmerken)


def _sign(record: Record, bundeling: Bundeling) -> str:
    """Stands before the number of what is not the usual content: its sign in the quick notation."""
    bundelt = bundeling.BUNDELT
    tag = record.type_tag()
    return "" if tag == list(bundelt)[-1] else velden(bundeling.RECORD)[bundelt[tag]].merk


def find_plekken(bundeling: Bundeling, omgeving: Omgeving) -> dict[str, str]:
    """By id of what is in a bundle, in which: '→ 3, 7'."""
    plek: dict[str, list[str]] = {}
    for bundel in bundeling.records:
        nummer = omgeving.nummer(bundel.id)
        for one in dict.fromkeys(bundeling.held(bundel, omgeving)):
            plek.setdefault(one, []).append(nummer)
    return {one: f"→ {', '.join(nummers)}" for one, nummers in plek.items()}


def count_loose(bron: Iterable[Record], plekken: Mapping[str, str]) -> int:
    """How many are in no bundle."""
    return sum(one.id not in plekken for one in bron)
