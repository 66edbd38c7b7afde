"""Sjabloon, Sessie and Stap, and the transitions between their values. Knows what a bouwsteen is, not which kinds."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from sessie_tool.fouten import VastgesteldError
from sessie_tool.kern.bouwstenen.basis import Bouwsteen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.omgeving import Omgeving, list_doelen
from sessie_tool.kern.parkeerplaats import Geparkeerd
from sessie_tool.kern.record import Record
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.kern.vervanging import Vervanging

replace = msgspec.structs.replace

Status = Literal["voorbereiding", "lopend", "afgerond", "vastgesteld"]
STATUSSEN: tuple[Status, ...] = ("voorbereiding", "lopend", "afgerond", "vastgesteld")


class Regel(msgspec.Struct, frozen=True):
    """A rule of the method: what a role may do now ('inbrenger', 'luistert en zwijgt')."""

    rol: str
    tekst: str


class Stapvorm(msgspec.Struct, frozen=True, kw_only=True):
    """A step as a sjabloon describes it.

    Attributes:
        minuten: planned length.
        doel: what the step is for, one sentence.
        uitleg: guidance for the facilitator, Markdown.
        zeg: what the facilitator can say.
        let_op: what to watch.
        als_het_stilvalt: what to do when nobody speaks.
        regels: the rules per role.
        vragen: the questions of the step.
        bouwsteen: the kind of content, with its settings.
    """

    titel: str
    minuten: int
    bouwsteen: Bouwsteen
    doel: str = ""
    uitleg: str = ""
    zeg: str = ""
    let_op: str = ""
    als_het_stilvalt: str = ""
    regels: tuple[Regel, ...] = ()
    vragen: tuple[str, ...] = ()


class Stap(Stapvorm, frozen=True, kw_only=True):
    """A step of a session: as it was in the sjabloon when the session started, with its content."""

    id: str


class Sjabloon(msgspec.Struct, frozen=True, kw_only=True):
    """A session format.

    Attributes:
        naam: the name in the command line and the file: 'signalensessie'.
        soort: what its sessions count as in the flow of the year (a format of one's own may have soort signalensessie).
        rollen: the roles that participants can have.
        bron: the file it was read from.
    """

    naam: str
    titel: str
    soort: str
    doel: str = ""
    rollen: tuple[str, ...] = ()
    versie: str = ""
    inleiding: str = ""
    stappen: tuple[Stapvorm, ...] = ()
    bron: str = ""

    @property
    def minuten(self) -> int:
        """The planned length of the whole session."""
        return sum(stap.minuten for stap in self.stappen)


class Verloop(msgspec.Struct, frozen=True):
    """Where the session is and how the time went; undo leaves this alone.

    Attributes:
        stap: id of the current step.
        sinds: ISO moment from which the clock of that step runs; "" when it stands still.
        besteed: seconds spent per step id, up to `sinds`.
        extra: minutes added (or, below 0, taken off) per step id by the facilitator.
        gedaan: ids of the steps that took some time, in the order in which they first did.
        pauze_sinds: ISO moment from which a break lasts; "" when there is none.
        pauze: seconds that all earlier breaks took together.
    """

    stap: str = ""
    sinds: str = ""
    besteed: dict[str, float] = {}
    extra: dict[str, int] = {}
    gedaan: tuple[str, ...] = ()
    pauze_sinds: str = ""
    pauze: float = 0.0


class Sessie(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting. It stands alone: it carries its steps as they were when it started.

    Attributes:
        datum: ISO date.
        sjabloon: name of the format it was started with.
        soort: see `Sjabloon.soort`.
        inleiding: what the facilitator reads before it begins.
        niet_geplaatst: text that came in from a file and found no place.
        vervangingen: what the secretary decided about names in the open version.
        parkeerplaats: what waits for a better moment.
        vaststelling: when it became vastgesteld and by whom; None until then, and where that was never kept.
    """

    id: str
    titel: str
    datum: str
    sjabloon: str
    soort: str
    plaats: str = ""
    aanleiding: str = ""
    inleiding: str = ""
    status: Status = "voorbereiding"
    opgaven: tuple[str, ...] = ()
    rollen: tuple[str, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    stappen: tuple[Stap, ...] = ()
    verloop: Verloop = Verloop()
    niet_geplaatst: str = ""
    vervangingen: tuple[Vervanging, ...] = ()
    vaststelling: Vaststelling | None = None
    parkeerplaats: tuple[Geparkeerd, ...] = ()

    @property
    def jaar(self) -> int:
        """The year of the session."""
        return int(self.datum[:4])

    def stap(self, stap_id: str) -> Stap:
        """The step with this id (KeyError when there is none)."""
        return self.stappen[self.nummer(stap_id) - 1]

    def nummer(self, stap_id: str) -> int:
        """The number (from 1) of the step with this id."""
        for nummer, stap in enumerate(self.stappen, 1):
            if stap.id == stap_id:
                return nummer
        raise KeyError(stap_id)

    @property
    def huidige(self) -> Stap:
        """The current step; the first one when the session has not begun."""
        return self.stap(self.verloop.stap) if self.verloop.stap else self.stappen[0]


def environment(
    sessie: Sessie, opgaven: tuple[str, ...] = (), moment: str = "", doelstellingen: tuple[str, ...] = ()
) -> Omgeving:
    """What its bouwstenen can look up; `opgaven` and `doelstellingen` are the werkmap's, `moment` is that of typing."""
    records: dict[str, Record] = {}
    nummers: dict[str, int] = {}
    tellers: dict[str, int] = {}
    for stap in sessie.stappen:
        alle = _with_delen(stap.bouwsteen.records)
        soorten = {type(one) for one in alle}
        namen = {cls: f"{stap.id} {counts_in(cls)}" if cls.PER_STAP else counts_in(cls) for cls in soorten}
        ids = [one.id for one in alle]
        nummers.update(zip(ids, _count_on(alle, namen, tellers), strict=True))
        records.update(zip(ids, alle, strict=True))
    all_opgaven = tuple(dict.fromkeys((*opgaven, *sessie.opgaven)))
    kinds = frozenset(stap.bouwsteen.soort for stap in sessie.stappen)
    doelen = tuple(dict.fromkeys((*doelstellingen, *list_doelen(records.values()))))
    return Omgeving(sessie.datum, all_opgaven, sessie.deelnemers, records, nummers, sessie.soort, moment, kinds, doelen)


def _count_on(alle: Sequence[Record], namen: dict[type[Record], str], tellers: dict[str, int]) -> Iterable[int]:
    """The number of each record, counted on in `tellers`; at once for thousands of one kind."""
    if len(namen) == 1:
        naam = next(iter(namen.values()))
        eerst = tellers.get(naam, 0) + 1
        tellers[naam] = eerst + len(alle) - 1
        return range(eerst, eerst + len(alle))
    nummers = []
    for one in alle:
        naam = namen[type(one)]
        tellers[naam] = tellers.get(naam, 0) + 1
        nummers.append(tellers[naam])
    return nummers


def counts_in(record: Record | type[Record]) -> str:
    """The type of record with which this one (or this kind) shares its numbers."""
    return record.TELT_MET or record.type_tag()


def _with_delen(records: Sequence[Record]) -> Sequence[Record]:
    """Records, each followed by those that live inside it; the same ones where that happens in none of these kinds."""
    if all(cls.delen is Record.delen for cls in {type(one) for one in records}):
        return records
    return [one for record in records for one in whole(record)]


def whole(record: Record) -> tuple[Record, ...]:
    """A record and the records that live inside it."""
    return (record, *record.delen())


def find_kernvraag(sessie: Sessie, stap_id: str, omgeving: Omgeving) -> str:
    """The question that a step keeps in view: that of the nearest step before it that gives one; "" without any."""
    eerder = sessie.stappen[: sessie.nummer(stap_id) - 1]
    return next(filter(None, (stap.bouwsteen.kernvraag(omgeving) for stap in reversed(eerder))), "")


def require_open(sessie: Sessie) -> None:
    """Refuse a change to a vastgestelde session."""
    if sessie.status == "vastgesteld":
        raise VastgesteldError(
            f"'{sessie.titel}' is vastgesteld en verandert niet meer. Leg wat nieuw is vast in een volgende sessie."
        )


def with_bouwsteen(sessie: Sessie, stap_id: str, bouwsteen: Bouwsteen) -> Sessie:
    """The session with another content of one step."""
    stappen = (replace(stap, bouwsteen=bouwsteen) if stap.id == stap_id else stap for stap in sessie.stappen)
    return replace(sessie, stappen=tuple(stappen))


def apply_regel(
    sessie: Sessie,
    stap_id: str,
    regel: str,
    opgaven: tuple[str, ...],
    nieuw_id: str,
    moment: str = "",
    doelstellingen: tuple[str, ...] = (),
) -> tuple[Sessie, Record]:
    """Take one line, typed at a moment, into a step; gives the session and the record that was made or changed.

    Raises:
        RegelError: the line cannot be understood.
    """
    omgeving = environment(sessie, opgaven, moment, doelstellingen)
    bouwsteen, record = sessie.stap(stap_id).bouwsteen.apply_regel(regel, omgeving, nieuw_id)
    return with_bouwsteen(sessie, stap_id, bouwsteen), record


def set_status(sessie: Sessie, status: Status, vaststelling: Vaststelling | None = None) -> Sessie:
    """The session with another status; vastgesteld is the end, and only there a `vaststelling` is kept."""
    require_open(sessie)
    return replace(sessie, status=status, vaststelling=vaststelling if status == "vastgesteld" else None)
