"""What was agreed or advised before, over many sessions: each as it stands now, by its newest follow-up. Pure."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Generic, TypeVar
from zlib import crc32

import msgspec

from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_datum

KRINGEN = {
    "incidentmethode": "intervisie",
    "roddelmethode": "intervisie",
    "consultancy": "intervisie",
    "peer-review": "peer-review",
    "oogstsessie": "peer-review",
    "bijdragescore": "bijdragescore",
}
"""Soorten of sessions whose people form a circle of their own: what is open there comes back only there."""


class Opvolgbaar(Record, frozen=True):
    """A record that later sessions follow up: an actie, an advies."""

    GAAT_MEE: ClassVar[tuple[str, ...]] = ()
    """The fields with which a follow-up begins."""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether there is still something to do or to decide."""

    @property
    def volgt(self) -> str:
        """The id of what it follows up; "" for what was said first."""
        return ""

    @property
    def van_sessie(self) -> str:
        """The id of the session of what it follows up; "" when it follows up nothing."""
        return ""

    @property
    def vorige(self) -> str:
        """The id of the record that was the newest one when this follow-up began."""
        return ""

    @property
    def begin(self) -> str:
        """The `mark` of what this follow-up began with."""
        return ""

    @property
    def uitgesteld(self) -> int:
        """How many times a later date was agreed before this record."""
        return 0

    @property
    def is_touched(self) -> bool:
        """Whether a follow-up says more than what it began with."""
        return self.begin != mark(self)

    def postpones(self, vorige: "Opvolgbaar | None") -> bool:  # noqa: ARG002 - for those that have a date
        """Whether it agrees on a later date than the record before it, or than it began with when that is gone."""
        return False

    @abstractmethod
    def follow_up(self, nieuw_id: str, stand: "Stand[Any]") -> "Opvolgbaar":
        """The record with which a later session starts."""


def mark(record: Opvolgbaar) -> str:
    """A checksum of what goes along to a later session, to see whether anybody changed it there."""
    waarden = [getattr(record, name) for name in record.GAAT_MEE]
    return f"{crc32(msgspec.json.encode(waarden)):08x}"


R = TypeVar("R", bound=Opvolgbaar)


class Bron(msgspec.Struct, frozen=True):
    """What can be followed up in one session.

    Attributes:
        sessie: its id.
        datum: ISO date.
        soort: what the session counts as.
        bouwstenen: the kinds of bouwsteen that it has.
    """

    sessie: str
    titel: str
    datum: str
    opgaven: tuple[str, ...]
    records: tuple[Opvolgbaar, ...]
    soort: str = ""
    bouwstenen: frozenset[str] = frozenset()


class Stand(msgspec.Struct, Generic[R], frozen=True):
    """One actie or advies as it stands now.

    Attributes:
        record: the newest record about it: itself or a follow-up.
        eerste: its id in the session where it was said first.
        sessie: id of that session.
        datum: ISO date of that session.
        titel: title of that session.
        opgaven: the opgaven of that session.
        soort: what that session counts as.
        uitgesteld: how many times a later date was agreed.
        nummer: its place (from 1) among those of its type in that session; 0 when that session is gone.
    """

    record: R
    eerste: str
    sessie: str
    datum: str
    titel: str
    opgaven: tuple[str, ...]
    soort: str = ""
    uitgesteld: int = 0
    nummer: int = 0

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.record.is_open

    @property
    def afspraak(self) -> str:
        """Where it was said, in words: 'Signalensessie Open, 21 maart 2024'."""
        return f"{self.titel}, {format_datum(self.datum)}"


def fold(bronnen: Iterable[Bron]) -> tuple[Stand[Any], ...]:
    """Everything of these sessions as it stands now, in the order in which it was said.

    A follow-up that nobody touched says nothing: its session may have been prepared before another one went on.
    """
    sorted_bronnen = sorted(bronnen, key=lambda bron: (bron.datum, bron.sessie))
    known = {record.id for bron in sorted_bronnen for record in bron.records}
    standen = {stand.eerste: stand for bron in sorted_bronnen for stand in _first(bron)}
    for bron, record in order_followups(sorted_bronnen):
        stand = standen.get(record.volgt)
        if stand is None or record.is_touched:
            standen[record.volgt] = _follow(stand, record, bron, is_whole=record.vorige in known)
    return tuple(standen.values())


def order_followups(bronnen: Iterable[Bron]) -> list[tuple[Bron, Opvolgbaar]]:
    """The follow-ups in the order in which they came about, each with its session; `bronnen` are oldest first."""
    paren = [(bron, record) for bron in bronnen for record in bron.records]
    known = {record.id: record for _, record in paren}
    later = [(bron, record) for bron, record in paren if record.volgt]
    return sorted(later, key=lambda paar: (paar[0].datum, _count_before(paar[1], known)))


def _count_before(record: Opvolgbaar, known: Mapping[str, Opvolgbaar]) -> int:
    """How many records came before this one: sessions of one day have no other order."""
    aantal, vorige = 0, known.get(record.vorige)
    while vorige and aantal < len(known):
        aantal, vorige = aantal + 1, known.get(vorige.vorige)
    return aantal


def _first(bron: Bron) -> Iterable[Stand[Any]]:
    """What was said first in a session, each with its number there."""
    tellers: dict[str, int] = {}
    for record in bron.records:
        tag = record.type_tag()
        tellers[tag] = tellers.get(tag, 0) + 1
        if not record.volgt:
            yield Stand(
                record, record.id, bron.sessie, bron.datum, bron.titel, bron.opgaven, bron.soort, nummer=tellers[tag]
            )


def _follow(oud: Stand[Any] | None, record: Opvolgbaar, bron: Bron, *, is_whole: bool) -> Stand[Any]:
    """The stand after a follow-up, which may be all that is left of it when the earlier session is gone.

    `is_whole` tells whether the record that it goes on from is there; if not, it counts for what came before.
    """
    vorige = oud.record if oud else None
    if oud is None:
        sessie = record.van_sessie or bron.sessie
        oud = Stand(record, record.volgt, sessie, bron.datum, bron.titel, bron.opgaven, bron.soort)
    eerder = oud.uitgesteld if is_whole else max(oud.uitgesteld, record.uitgesteld)
    return msgspec.structs.replace(oud, record=record, uitgesteld=eerder + record.postpones(vorige))


def concerns(stand: Stand[Any], opgaven: tuple[str, ...], soort: str) -> bool:
    """Whether what was said concerns a session about these opgaven and of this soort.

    Opgaven on both sides decide. Without them a circle follows up its own, and all other sessions each other.
    """
    if opgaven and stand.opgaven:
        return not set(opgaven).isdisjoint(stand.opgaven)
    return KRINGEN.get(soort) == KRINGEN.get(stand.soort)


def openstaand(bronnen: Iterable[Bron], opgaven: tuple[str, ...], soort: str, datum: str) -> tuple[Stand[Any], ...]:
    """What is still open from sessions up to a date and concerns a session of this soort."""
    eerder = [bron for bron in bronnen if bron.datum <= datum]
    return tuple(stand for stand in fold(eerder) if stand.is_open and concerns(stand, opgaven, soort))
