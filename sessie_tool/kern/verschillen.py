"""Verschillen: two versions of one session side by side, as points between which a person chooses.

Compared are every record as a whole, and of the session, its steps and its participants every field. With the version
that both began from, a point also says on which side it was changed. Nothing here chooses.
"""

from collections.abc import Iterator
from typing import Any, Literal, cast

import msgspec

from sessie_tool.kern.bouwstenen.basis import Bouwsteen, BouwsteenMetRecords
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import velden
from sessie_tool.kern.versiebeeld import (
    SAMEN,
    SESSIE,
    STAP,
    Plek,
    Versie,
    describe_klok,
    fields_of,
    list_ids,
    read_versie,
    read_versies,
    rows,
)

Keuze = Literal["links", "rechts", "allebei"]
Kant = Literal["links", "rechts", "beide", "onbekend"]
"""On which side something was changed; "onbekend" when the version that both began from is not there any more."""

KANT: tuple[Keuze, ...] = ("links", "rechts")
ALLE: tuple[Keuze, ...] = ("links", "rechts", "allebei")
KLOK = ("sessie", "verloop")


class Verschilpunt(msgspec.Struct, frozen=True):
    """One thing that differs between two versions.

    Attributes:
        sleutel: names it, also for a script: 'record r5', 'stap s3 titel'.
        plaats: where it stands, in Dutch: 'Stap 3 · Signalen ophalen'.
        wat: what it is: 'signaal 4', 'Titel'.
        links: the left value as a person reads it; "" when it is not there.
        rechts: the same at the right.
        gewijzigd: on which side it was changed since the version that both began from.
        keuzes: what can be chosen.
        voorstel: what is proposed; None where only a person can say.
    """

    sleutel: str
    plaats: str
    wat: str
    links: str
    rechts: str
    gewijzigd: Kant
    keuzes: tuple[Keuze, ...] = KANT
    voorstel: Keuze | None = None


def compare(
    links: Sessie, rechts: Sessie, basis: Sessie | None = None, opgaven: tuple[str, ...] = ()
) -> tuple[Verschilpunt, ...]:
    """Everything that differs, in the order of the session; () when both say the same."""
    een, ander = read_versies(links, rechts, opgaven)
    begin = read_versie(basis, een.open, opgaven) if basis else None
    return tuple(_Vergelijker(een, ander, begin).punten())


class _Vergelijker:
    """Walks through two versions."""

    def __init__(self, een: Versie, ander: Versie, begin: Versie | None) -> None:
        self.een, self.ander, self.begin = een, ander, begin
        self._oud = fields_of(begin) if begin else {}
        ander_heeft = fields_of(ander)
        self._anders: dict[tuple[str, ...], list[tuple[tuple[str, ...], Any, Any]]] = {}
        for pad, waarde in fields_of(een).items():
            if pad in ander_heeft and ander_heeft[pad] != waarde:
                begin_van = pad[:1] if pad[0] == "sessie" else pad[:2]
                self._anders.setdefault(begin_van, []).append((pad, waarde, ander_heeft[pad]))

    def punten(self) -> Iterator[Verschilpunt]:
        """Every point."""
        yield from self._velden(("sessie",), "Sessie")
        yield from self._records("deelnemers", "Deelnemers")
        for stap in self.een.sessie.stappen:
            yield from self._stap(stap)
        for stap in self.ander.sessie.stappen:
            if stap.id not in self.een.stappen:
                yield self._hele_stap(stap, self.ander)
        yield from self._volgorde("stappen", "Sessie", [*self.een.stappen], [*self.ander.stappen])
        yield from self._records("parkeerplaats", "Parkeerplaats")

    def _stap(self, stap: Stap) -> Iterator[Verschilpunt]:
        if stap.id not in self.ander.stappen:
            yield self._hele_stap(stap, self.een)
            return
        plaats = _plaats(self.een, stap)
        yield from self._velden(("stap", stap.id), plaats)
        if stap.id in self.een.open:
            yield from self._records(stap.id, plaats)

    def _hele_stap(self, stap: Stap, waar: Versie) -> Verschilpunt:
        tekst = f"{stap.titel} ({format_aantal(len(rows(stap)), 'regel', 'regels')})"
        oud = self.begin and self.begin.stappen.get(stap.id)
        kant = self._kant(oud, self.een.stappen.get(stap.id), self.ander.stappen.get(stap.id))
        beide = (tekst, "") if waar is self.een else ("", tekst)
        return Verschilpunt(f"stap {stap.id}", _plaats(waar, stap), "hele stap", *beide, kant, ALLE, "allebei")

    # Fields.

    def _velden(self, begin: tuple[str, ...], plaats: str) -> Iterator[Verschilpunt]:
        """The fields whose path begins so."""
        for pad, links, rechts in self._anders.get(begin, ()):
            yield self._veld(pad, plaats, links, rechts)

    def _veld(self, pad: tuple[str, ...], plaats: str, links: Any, rechts: Any) -> Verschilpunt:
        kant = self._kant(self._oud.get(pad), links, rechts)
        keuzes = ALLE if pad[0] == "sessie" and pad[1] in SAMEN else KANT
        sleutel, wat = " ".join(pad), _label(pad, self.een)
        if pad == KLOK:  # no content: time goes on meanwhile
            een, ander = describe_klok(self.een.sessie), describe_klok(self.ander.sessie)
            return Verschilpunt(sleutel, plaats, wat, een, ander, kant, keuzes, "links")
        return Verschilpunt(sleutel, plaats, wat, _tell(links), _tell(rechts), kant, keuzes)

    # Records.

    def _records(self, bak: str, plaats: str) -> Iterator[Verschilpunt]:
        eigen = {key: plek for key, plek in self.een.plekken.items() if plek.bak == bak}
        alleen = {key: plek for key, plek in self.ander.plekken.items() if plek.bak == bak and not self._left(key)}
        for key, plek in (eigen | alleen).items():
            hier, daar = self.een.plekken.get(key), self.ander.plekken.get(key)
            if hier and daar and bak == "deelnemers" and daar.bak == bak:
                yield from self._velden(("deelnemer", key), f"{plaats} · {plek.record.hoofdtekst}")
            elif hier != daar:
                yield self._record(key, plaats, hier, daar)
        yield from self._volgorde(bak, plaats, list_ids(self.een, bak), list_ids(self.ander, bak))

    def _left(self, key: str) -> bool:
        return key in self.een.plekken

    def _record(self, key: str, plaats: str, hier: Plek | None, daar: Plek | None) -> Verschilpunt:
        links, rechts = _line(self.een, hier), _line(self.ander, daar)
        wat = _name(self.een, hier) if hier else _name(self.ander, daar)
        if hier and daar:
            wat += _describe_velden(hier, daar)
        kant = self._kant(self.begin and self.begin.plekken.get(key), hier, daar)
        beide = bool(hier and daar)
        keuzes = ALLE if not beide or _is_free(hier) else KANT
        telt_dubbel = not beide and self._has_twin(hier, daar)
        wat += " (ook aan de andere kant)" if telt_dubbel else ""
        voorstel: Keuze | None = None if beide or telt_dubbel else "allebei"
        return Verschilpunt(f"record {key}", plaats, wat, links, rechts, kant, keuzes, voorstel)

    def _has_twin(self, hier: Plek | None, daar: Plek | None) -> bool:
        """Whether the other side has one of its own about the same thing, such as its dots: both would count."""
        plek, elders = (hier, self.ander) if hier else (daar, self.een)
        if plek is None or _is_free(plek):
            return False
        eigen = (self.een if hier else self.ander).plekken
        anderen = (one.record for key, one in elders.plekken.items() if one.bak == plek.bak and key not in eigen)
        zelfde = _about(plek.record)
        return any(_about(one) == zelfde for one in anderen)

    def _volgorde(self, bak: str, plaats: str, links: list[str], rechts: list[str]) -> Iterator[Verschilpunt]:
        gedeeld = set(links) & set(rechts)
        hier, daar = ([one for one in ids if one in gedeeld] for ids in (links, rechts))
        if hier == daar:
            return
        nummers = {one: str(nummer) for nummer, one in enumerate(links, 1)}
        oud = [one for one in list_ids(self.begin, bak) if one in nummers] if self.begin else None
        kant = self._kant(oud, hier, daar)
        een, ander = (" ".join(nummers[one] for one in kort) for kort in (hier, daar))
        yield Verschilpunt(f"volgorde {bak}", plaats, "volgorde", een, ander, kant)

    def _kant(self, oud: Any, links: Any, rechts: Any) -> Kant:
        if self.begin is None:
            return "onbekend"
        if oud == links:
            return "rechts"
        return "links" if oud == rechts else "beide"


def _about(record: Record) -> tuple[Any, ...]:
    """What a record is about, from whom and in which round."""
    namen = (naam for naam, veld in velden(type(record)).items() if veld.vorm in ("verwijzing", "deelnemer"))
    return type(record), getattr(record, "ronde", None), *(getattr(record, naam) for naam in namen)


def _is_free(plek: Plek | None) -> bool:
    """Whether two of it can stand beside each other: not what is about one other record, such as its dots."""
    if plek is None:
        return True
    enkel = (naam for naam, veld in velden(type(plek.record)).items() if veld.vorm == "verwijzing")
    about = (getattr(plek.record, naam) for naam in enkel)
    return all(plek.record.forget(frozenset({one})) is not None for one in about if isinstance(one, str) and one)


# What a person reads.


def _plaats(versie: Versie, stap: Stap) -> str:
    return f"Stap {versie.sessie.nummer(stap.id)} · {stap.titel}"


def _name(versie: Versie, plek: Plek | None) -> str:
    if plek is None:
        return ""
    nummer = versie.omgeving.nummer(plek.record.id)
    return plek.record.ENKEL if nummer == "?" else f"{plek.record.ENKEL} {nummer}"


def _line(versie: Versie, plek: Plek | None) -> str:
    """A record in one line, as it can be typed."""
    if plek is None:
        return ""
    stap = versie.stappen.get(plek.bak)
    regel = stap.bouwsteen.format_record(plek.record, versie.omgeving) if stap else ""
    return regel or plek.record.hoofdtekst


def _describe_velden(hier: Plek, daar: Plek) -> str:
    """Which fields differ: ': Soort, Opgave'."""
    labels = [
        veld.label
        for naam, veld in velden(type(hier.record)).items()
        if getattr(hier.record, naam) != getattr(daar.record, naam, None)
    ]
    return f": {', '.join(labels)}" if labels else ""


def _label(pad: tuple[str, ...], versie: Versie) -> str:
    naam = pad[-1]
    if pad[0] == "sessie":
        return SESSIE[naam]
    if pad[0] == "deelnemer":
        veld = velden(type(versie.plekken[pad[1]].record)).get(naam)
        return veld.label if veld else naam
    if len(pad) == 3:
        return STAP.get(naam, "Inhoud")
    veld = velden(cast("type[BouwsteenMetRecords]", type(versie.stappen[pad[1]].bouwsteen))).get(naam)
    return veld.label if veld else naam


def _tell(waarde: Any) -> str:
    """A value as a person reads it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Bouwsteen):
        return f"{waarde.soort} ({format_aantal(len(waarde.records), 'regel', 'regels')})"
    if isinstance(waarde, msgspec.Struct):
        return " · ".join(filter(None, (_tell(one) for one in msgspec.structs.astuple(waarde))))
    if isinstance(waarde, (list, tuple)):
        return "; ".join(map(_tell, waarde))
    if isinstance(waarde, dict):
        return "; ".join(f"{naam} {_tell(one)}" for naam, one in waarde.items())
    return "" if waarde is None else str(waarde)
