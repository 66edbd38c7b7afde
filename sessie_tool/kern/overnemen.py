"""Taking over from earlier sessions: what a step begins with, each record with where it comes from. Pure.

A step of a sjabloon says from which soort of sessions it takes over ('Neemt over uit: signalensessie'). The records are
copies: the session stands alone, and the earlier file stays as it is.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Protocol, TypeVar

import msgspec

from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords, NewId
from sessie_tool.kern.bouwstenen.kader import Kader
from sessie_tool.kern.bouwstenen.vrijgave import VRAAGT, is_vrij
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.parkeerplaats import Geparkeerd
from sessie_tool.kern.record import Overname, Record
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import Sessie, Stap, Stapvorm, environment, with_bouwsteen
from sessie_tool.kern.taal import format_datum
from sessie_tool.kern.veld import velden


class Bronrij(Protocol):
    """What is known of a session without reading it whole; a Sessie has it too."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def soort(self) -> str:
        """What it counts as."""

    @property
    def datum(self) -> str:
        """ISO date."""


B = TypeVar("B", bound=Bronrij)


def choose_bronnen(
    stappen: Iterable[Stapvorm], sessies: Iterable[B], datum: str, gekozen: Iterable[str] = ()
) -> tuple[B, ...]:
    """The sessions that a new one takes over from, oldest first.

    Args:
        stappen: the steps of the new session, or of its sjabloon.
        sessies: all sessions that there are.
        datum: ISO date of the new session.
        gekozen: ids of sessions that a person chose; for their soort they replace what the steps say.
    """
    known = tuple(sessies)
    ids = frozenset(gekozen)
    wanted = {one.id for stap in stappen for one in bronnen_of(stap, known, datum, ids)}
    return tuple(sorted((one for one in known if one.id in wanted), key=_order))


def bronnen_of(
    stap: Stapvorm, sessies: Iterable[B], datum: str, gekozen: frozenset[str] = frozenset()
) -> tuple[B, ...]:
    """The sessions that one step takes over from, oldest first."""
    bouwsteen = stap.bouwsteen
    if not isinstance(bouwsteen, BouwsteenMetRecords):
        return ()
    soort = sorted((one for one in sessies if one.soort in bouwsteen.soorten), key=_order)
    chosen = tuple(one for one in soort if one.id in gekozen)
    if chosen:
        return chosen
    eerder = tuple(one for one in soort if one.datum <= datum)
    if bouwsteen.periode == "laatste":
        return eerder[-1:]
    if bouwsteen.periode == "alle" or not eerder:
        return eerder
    jaar = eerder[-1].datum[:4]  # a session in January looks back on the year before
    return tuple(one for one in eerder if one.datum[:4] == jaar and int(jaar) >= int(datum[:4]) - 1)


def _order(sessie: Bronrij) -> tuple[str, str]:
    return (sessie.datum, sessie.id)


def take_over(
    sessie: Sessie,
    bronnen: Sequence[Sessie],
    new_id: NewId,
    gekozen: frozenset[str] = frozenset(),
    opgaven: tuple[str, ...] = (),
) -> Sessie:
    """The session with what its steps take over from `bronnen`; what was taken over before stays as it is.

    `opgaven` is the werkmap's list; `gekozen` as in `choose_bronnen`.

    Links between records that were both taken over are kept; other links would point outside the session.
    """
    nieuw: list[Record] = []
    for stap in sessie.stappen:
        records = _take_stap(stap, sessie, [one for one in bronnen if one.id != sessie.id], new_id, gekozen, opgaven)
        sessie = _take_in(sessie, stap, records) if records else sessie
        nieuw += records
    if not nieuw:
        return sessie
    ids = {
        one.overgenomen.record: one.id for stap in sessie.stappen for one in stap.bouwsteen.records if one.overgenomen
    }
    return replace_records(sessie, [_relink(record, ids) for record in nieuw])


def _take_in(sessie: Sessie, stap: Stap, records: list[Record]) -> Sessie:
    bouwsteen = stap.bouwsteen
    taken = bouwsteen.take_in(records) if isinstance(bouwsteen, BouwsteenMetRecords) else bouwsteen
    return with_bouwsteen(sessie, stap.id, taken)


def _take_stap(
    stap: Stap,
    sessie: Sessie,
    bronnen: Sequence[Sessie],
    new_id: NewId,
    gekozen: frozenset[str],
    opgaven: tuple[str, ...],
) -> list[Record]:
    bouwsteen = stap.bouwsteen
    if not isinstance(bouwsteen, BouwsteenMetRecords):
        return []
    known = {one.overgenomen.record for one in bouwsteen.records if one.overgenomen}
    kader = Kader(sessie.opgaven, f"{sessie.titel}\n{sessie.plaats}\n{sessie.aanleiding}")
    found: list[Record] = []
    for bron in bronnen_of(stap, bronnen, sessie.datum, gekozen):
        eerder = environment(bron, opgaven)
        taken = bouwsteen.take_over(eerder, partial(describe_overname, bron=bron))
        found += [
            msgspec.structs.replace(one, id=new_id())
            for one in taken
            if one.overgenomen and one.overgenomen.record not in known and _may_go(one.overgenomen, eerder)
            if bron.id in gekozen or bouwsteen.is_about(one, eerder, kader)
        ]
    return found


def take_geparkeerd(bron: Sessie, sessie: Sessie, new_id: NewId) -> tuple[Geparkeerd, ...]:
    """What still waits on the parkeerplaats of a session, for the one that goes on from it; `bron` stays as it is.

    What people must release first does not go to a session of another soort.
    """
    if bron.soort != sessie.soort and any(stap.bouwsteen.soort == VRAAGT for stap in bron.stappen):
        return ()
    wachtend = (een for een in bron.parkeerplaats if not een.opgepakt)
    return tuple(
        msgspec.structs.replace(een, id=new_id(), overgenomen=describe_overname(een, bron)) for een in wachtend
    )


def _may_go(herkomst: Overname, eerder: Omgeving) -> bool:
    """Whether who said it let it go to others; a kind may bring what is no record there, such as a count."""
    record = eerder.records.get(herkomst.record)
    return record is None or is_vrij(record, eerder)


def describe_overname(record: Record, bron: Sessie) -> Overname:
    """Where a record comes from."""
    uit = f"{bron.titel}, {format_datum(bron.datum)}"
    return Overname(record=record.id, sessie=bron.id, uit=uit, opgaven=bron.opgaven, jaar=bron.jaar, soort=bron.soort)


def _relink(record: Record, ids: dict[str, str]) -> Record:
    """The record with its links to what was taken over with it."""
    changed: dict[str, Any] = {}
    for name, veld in velden(type(record)).items():
        value = getattr(record, name)
        if veld.vorm != "verwijzing" or not value:
            continue
        changed[name] = ids.get(value, "") if isinstance(value, str) else tuple(ids[one] for one in value if one in ids)
    return msgspec.structs.replace(record, **changed) if changed else record
