"""Bronrijen: the rows of what can be bundled; a record that is like before keeps its row: thousands stay quick."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sessie_tool.kern.bouwstenen.bundeling import Bundeling
from sessie_tool.kern.omgeving import Omgeving, format_plaats
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import velden
from sessie_tool.tui.onderdelen.groeirijen import Groeirijen
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij


class Bronrijen:
    """Makes the rows of the left list."""

    def __init__(self, origin: Callable[[Record], str]) -> None:
        """Say of a record where it comes from with `origin`."""
        self._origin = origin
        self._rijen = Groeirijen(self._row)

    def make(
        self, bron: Sequence[Record], waar: Mapping[str, str], bundeling: Bundeling, om: Omgeving
    ) -> list[Tabelrij]:
        """The rows of these records, in which `waar` says by id in which bundles each one is."""
        nummers, ids = om.nummers, [one.id for one in bron]
        tekens = {cls: _sign(cls, bundeling) for cls in {type(one) for one in bron}}
        return self._rijen.grow(
            bron, [nummers[one] for one in ids], [waar.get(one, "") for one in ids], [tekens[type(one)] for one in bron]
        )

    def _row(self, record: Record, plaats: int, waar: str, teken: str) -> Tabelrij:
        kenmerken = " · ".join(filter(None, (self._origin(record), waar)))
        return Tabelrij(record.id, f"{teken}{format_plaats(type(record), plaats)}", record.hoofdtekst, kenmerken)


def _sign(soort: type[Record], bundeling: Bundeling) -> str:
    """Stands before the number of what is not the usual content: its sign in the quick notation."""
    bundelt = bundeling.BUNDELT
    tag = soort.type_tag()
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
