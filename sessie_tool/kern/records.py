"""Records in a Sessie: add, replace, remove and move them, also those that live inside another record."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, replace, whole, with_bouwsteen
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import velden

R = TypeVar("R", bound=Record)


def _map_records(sessie: Sessie, change: Callable[[tuple[Record, ...]], tuple[Record, ...]]) -> Sessie:
    stappen = []
    for stap in sessie.stappen:
        records = change(stap.bouwsteen.records)
        same = records is stap.bouwsteen.records
        stappen.append(stap if same else replace(stap, bouwsteen=stap.bouwsteen.with_records(records)))
    return replace(sessie, stappen=tuple(stappen))


def add_records(sessie: Sessie, stap_id: str, records: Iterable[Record]) -> Sessie:
    """The session with records added at the end of a step."""
    bouwsteen = sessie.stap(stap_id).bouwsteen
    return with_bouwsteen(sessie, stap_id, bouwsteen.with_records((*bouwsteen.records, *records)))


def add_after(sessie: Sessie, record_id: str, records: Sequence[Record]) -> Sessie:
    """The session with records added right behind another one, in its step."""

    def change(old: tuple[Record, ...]) -> tuple[Record, ...]:
        if record_id not in [one.id for one in old]:
            return old
        return tuple(new for one in old for new in ((one, *records) if one.id == record_id else (one,)))

    return _map_records(sessie, change)


def replace_records(sessie: Sessie, records: Iterable[Record]) -> Sessie:
    """The session with new values for records, each in its own place (found by id), also inside another record."""
    new = {record.id: record for record in records}

    def change(old: tuple[Record, ...]) -> tuple[Record, ...]:
        kept = tuple(_change_delen(new.get(one.id, one), change) for one in old)
        return old if _is_same(kept, old) else kept

    return _map_records(sessie, change)


def _change_delen(record: R, change: Callable[[tuple[Record, ...]], tuple[Record, ...]]) -> R:
    """The record with what lives inside it changed too."""
    old = record.delen()
    new = change(old) if old else old
    return record if new is old else record.with_delen(new)


def _is_same(een: tuple[Record, ...], ander: tuple[Record, ...]) -> bool:
    return len(een) == len(ander) and all(new is old for new, old in zip(een, ander, strict=True))


def remove_records(sessie: Sessie, ids: Iterable[str]) -> Sessie:
    """The session without records and without the links and votes that pointed at them; undo brings all back."""
    gone = frozenset(ids)
    while True:
        before = _ids(sessie)
        sessie = _map_records(sessie, lambda old, gone=gone: _without(old, gone))  # type: ignore[misc]
        after = _ids(sessie)
        if not before - after - gone:
            return sessie
        gone = frozenset(before - after)


def _without(records: tuple[Record, ...], gone: frozenset[str]) -> tuple[Record, ...]:
    """The records that stay, without their links to what is gone; also inside a record."""
    forgotten = (new for old in records if old.id not in gone and (new := old.forget(gone)) is not None)
    kept = tuple(_change_delen(one, lambda delen: _without(delen, gone)) for one in forgotten)
    return records if _is_same(kept, records) else kept


def move_record(sessie: Sessie, record_id: str, plaatsen: int) -> Sessie:
    """The session with a record moved down (or, below 0, up) in its own step, as far as that goes."""

    def change(old: tuple[Record, ...]) -> tuple[Record, ...]:
        index = next((i for i, one in enumerate(old) if one.id == record_id), None)
        if index is None:
            return old
        rest = old[:index] + old[index + 1 :]
        target = min(max(index + plaatsen, 0), len(rest))
        return old if target == index else (*rest[:target], old[index], *rest[target:])

    return _map_records(sessie, change)


def _ids(sessie: Sessie) -> set[str]:
    return {one.id for stap in sessie.stappen for record in stap.bouwsteen.records for one in whole(record)}


def describe_getypt(records: Sequence[Record], eerder: Omgeving) -> str:
    """What was typed, in Dutch words: 'signaal toegevoegd: Netcongestie …'."""
    soort = type(records[0])
    if len(records) > 1:
        return f"{format_aantal(len(records), soort.ENKEL, soort.MEERVOUD)} getypt"
    kop = records[0].hoofdtekst
    if velden(soort)[soort.hoofdveld()].vorm == "verwijzing":
        kop = eerder.noem(kop)
    kort = kop if len(kop) <= 40 else f"{kop[:39]}…"
    return f"{soort.ENKEL} {'aangepast' if records[0].id in eerder.records else 'toegevoegd'}: {kort}"
