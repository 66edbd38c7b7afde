"""Bundeling: what the kinds share in which records are put together in bundles (rode draden, patronen)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, ClassVar, Self

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, Zaalregel, cut, list_regels, show_record
from sessie_tool.kern.document import Alinea, Lijst, Punt, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal

_MEESTE = 20
"""So many links are shown with their text."""
_LAATSTE = 8
"""So many of what is in a bundle the room sees."""


class Bundeling(BouwsteenMetRecords, frozen=True):
    """A kind whose records are bundles of records from other steps.

    A bundle holds the ids of what is in it, in a field per type: see `BUNDELT`.
    """

    BUNDELT: ClassVar[dict[str, str]] = {}
    """The types of record that can be bundled → the field of the bundle that holds their ids."""
    INHOUD: ClassVar[tuple[str, str]] = ("regel", "regels")
    """What is bundled, one and many, for counting."""

    def pool(self, omgeving: Omgeving) -> Iterator[Record]:
        """The records that can be bundled, type by type."""
        for tag in self.BUNDELT:
            yield from omgeving.of_type(tag)

    def held(self, bundel: Record, omgeving: Omgeving) -> tuple[str, ...]:
        """The ids of what is in a bundle."""
        return tuple(one for veld in self.BUNDELT.values() for one in getattr(bundel, veld))

    def unclustered(self, omgeving: Omgeving) -> Iterator[Record]:
        """What can be bundled and is in no bundle of this step."""
        used = {one for bundel in self.records for one in self.held(bundel, omgeving)}
        return (record for record in self.pool(omgeving) if record.id not in used)

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """Each bundle with how much is in it and what came last; what is in none is counted."""
        regels: list[Zaalregel] = []
        for bundel in self.shown(omgeving):
            ids = dict.fromkeys(self.held(bundel, omgeving))
            inhoud = [omgeving.records[one] for one in ids if omgeving.is_printed(one)]
            kop = show_record(bundel, omgeving, blik)
            regels.append(msgspec.structs.replace(kop, bij=format_aantal(len(inhoud), *self.INHOUD)))
            regels += [Zaalregel(cut(one.hoofdtekst), diep=True, id=one.id) for one in inhoud[-_LAATSTE:]]
            meer = len(inhoud) - _LAATSTE
            regels += [Zaalregel(f"en nog {meer}", diep=True)] if meer > 0 else []
        los = sum(one.bereik == "verslag" for one in self.unclustered(omgeving))
        telling = list_regels(self.shown(omgeving), omgeving, blik).kop
        return Zaallijst(" · ".join(filter(None, (telling, f"{los} nog niet ingedeeld" if los else ""))), tuple(regels))

    def assign(self, records: Iterable[Record], bundel_id: str) -> Self:
        """Put records into one bundle and out of the others ("" for `bundel_id`: out of all)."""
        moved: dict[str, list[str]] = {veld: [] for veld in self.BUNDELT.values()}
        for record in records:
            moved[self.BUNDELT[record.type_tag()]].append(record.id)

        def change(bundel: Record) -> Record:
            changed: dict[str, Any] = {}
            for veld, ids in moved.items():
                kept = tuple(one for one in getattr(bundel, veld) if one not in ids)
                changed[veld] = (*kept, *ids) if bundel.id == bundel_id else kept
            return msgspec.structs.replace(bundel, **changed)

        return self.with_records(change(bundel) for bundel in self.records)


def list_references(ids: Sequence[str], omgeving: Omgeving) -> Lijst | Alinea:
    """Links to records: a list with the number and text of each, or only the numbers when there are many.

    Their texts stand in full where they were written down; a page full of them here hides what the bundle says.
    """
    if len(ids) <= _MEESTE:
        return Lijst(tuple(Punt((Alinea((Verwijzing(omgeving.noem(one), one),)),)) for one in ids))
    links = ((*tekst(", " if plaats else ""), Verwijzing(omgeving.nummer(one), one)) for plaats, one in enumerate(ids))
    return Alinea(tuple(chain.from_iterable(links)))
