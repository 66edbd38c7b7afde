"""Verenigen: the session that comes out of what a person chose between two versions.

What was chosen is there, and nothing else: but for what a chosen record cannot do without, which comes along and is
told. Links to what was not chosen are cut, as when a person removes it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar, cast

import msgspec

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, BouwsteenMetRecords, NewId
from sessie_tool.kern.omgeving import references
from sessie_tool.kern.record import Record
from sessie_tool.kern.records import remove_records
from sessie_tool.kern.sessie import Sessie, Stap, replace, whole
from sessie_tool.kern.verschillen import Keuze, Verschilpunt
from sessie_tool.kern.versiebeeld import LOSSE, Plek, Versie, fields_of, list_ids, read_versies, rows

Keuzes = Mapping[str, Keuze]
R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)


class Vereniging(NamedTuple):
    """What came of the choices.

    Attributes:
        meegekomen: the texts of records that were not chosen, but that a chosen one cannot do without.
        vervallen: the texts of records that were chosen, but are about something that cannot be there.
    """

    sessie: Sessie
    meegekomen: tuple[str, ...] = ()
    vervallen: tuple[str, ...] = ()


def complete(punten: Iterable[Verschilpunt], keuzes: Keuzes) -> dict[str, Keuze]:
    """The choices with what is proposed for the other points.

    Raises:
        SessieToolError: a choice that cannot be made, or a point without one.
    """
    alle: dict[str, Keuze] = {}
    for punt in punten:
        keuze = keuzes.get(punt.sleutel, punt.voorstel)
        if keuze is None:
            raise SessieToolError(f"Kies nog bij '{punt.plaats}, {punt.wat}': {', '.join(punt.keuzes)}.")
        if keuze not in punt.keuzes:
            raise SessieToolError(
                f"Bij '{punt.plaats}, {punt.wat}' kunt u alleen kiezen uit: {', '.join(punt.keuzes)}."
            )
        alle[punt.sleutel] = keuze
    return alle


def unite(links: Sessie, rechts: Sessie, keuzes: Keuzes, new_id: NewId) -> Vereniging:
    """The session with what was chosen (`complete`) of both; what is the same in both stays as it is."""
    return _Vereniger(*read_versies(links, rechts), keuzes, new_id).make()


class _Vereniger:
    """Puts one session together."""

    def __init__(self, een: Versie, ander: Versie, keuzes: Keuzes, new_id: NewId) -> None:
        self.een, self.ander, self.keuzes, self.new_id = een, ander, keuzes, new_id
        self.achter: dict[str, str] = {}
        self.gekozen = self._choose_records()
        self.stappen = {key for key in een.stappen | ander.stappen if self._keeps_stap(key)}
        self.velden = self._choose_fields()
        self.mee: list[str] = []

    def make(self) -> Vereniging:
        """The outcome."""
        gekozen = set(self.gekozen)
        self._bring_along()
        sessie = self._build()
        bekend = {*_find_all(self.een), *_find_all(self.ander)}
        sessie = remove_records(sessie, _find_dangling(sessie) & bekend)
        over = {one.id for record in _tops(sessie) for one in whole(record)}
        weg = (self.gekozen[key].record.toontekst for key in sorted(gekozen - over))
        return Vereniging(sessie, tuple(self.mee), tuple(weg))

    # What is chosen.

    def _choose_records(self) -> dict[str, Plek]:
        gekozen = {}
        for key in self.een.plekken | self.ander.plekken:
            hier, daar = self.een.plekken.get(key), self.ander.plekken.get(key)
            keuze = self.keuzes.get(f"record {key}", "links" if hier else "rechts")
            plek = {"links": hier, "rechts": daar, "allebei": hier or daar}[keuze]
            if plek:
                gekozen[key] = plek
            if keuze == "allebei" and hier and daar:
                extra = with_new_ids(daar.record, self.new_id)
                gekozen[extra.id] = Plek(daar.bak, extra)
                self.achter[extra.id] = key
        return gekozen

    def _keeps_stap(self, key: str) -> bool:
        keuze = self.keuzes.get(f"stap {key}", "allebei")
        return keuze == "allebei" or key in (self.een if keuze == "links" else self.ander).stappen

    def _choose_fields(self) -> dict[tuple[str, ...], Any]:
        een, ander = fields_of(self.een), fields_of(self.ander)
        gekozen = {**ander, **een}
        for pad in gekozen:
            keuze = self.keuzes.get(" ".join(pad), "links")
            if keuze == "rechts" and pad in ander:
                gekozen[pad] = ander[pad]
            elif keuze == "allebei":
                gekozen[pad] = _join(een[pad], ander[pad])
        return gekozen

    def _bring_along(self) -> None:
        """Take in what a chosen record cannot do without, and what that cannot do without, and so on."""
        waar = _find_all(self.ander) | _find_all(self.een)
        gevraagd: set[str] = set()
        while True:
            records = self._chosen()
            er_is = {one.id for record in records for one in whole(record)}
            nodig = {one for record in records for one in _needs(record, er_is)} & waar.keys() - gevraagd
            if not nodig:
                return
            gevraagd |= nodig
            for one in sorted(nodig):
                self._take(waar[one])

    def _take(self, plek: Plek) -> None:
        if plek.bak in LOSSE or plek.bak in self.een.open:
            self.gekozen.setdefault(plek.record.id, plek)
        else:
            self.stappen.add(plek.bak)
        self.mee.append(plek.record.toontekst)

    def _chosen(self) -> list[Record]:
        """Every record that will be there."""
        dicht = self.stappen - self.een.open
        return [*(plek.record for plek in self.gekozen.values()), *(one for key in dicht for one in self._rows(key))]

    def _rows(self, key: str) -> tuple[Record, ...]:
        """The records of a step that is taken as a whole."""
        bouwsteen: Bouwsteen = self.velden["stap", key, "bouwsteen"]
        return bouwsteen.records

    # Putting it together.

    def _build(self) -> Sessie:
        stappen = tuple(self._stap(key) for key in _in_order(self.stappen, *self._orders("stappen")))
        deelnemers = (self._with_fields(one, ("deelnemer", one.id)) for one in self._records("deelnemers"))
        eigen = {pad[1]: waarde for pad, waarde in self.velden.items() if pad[0] == "sessie"}
        status, vaststelling = eigen.pop("status")
        verloop = eigen.pop("verloop")
        return replace(
            self.een.sessie,
            **eigen,
            status=status,
            vaststelling=vaststelling,
            verloop=verloop if verloop.stap in {"", *self.stappen} else replace(verloop, stap="", sinds=""),
            deelnemers=tuple(deelnemers),
            stappen=_renew_doubles(stappen, self.new_id),
            parkeerplaats=tuple(self._records("parkeerplaats")),
        )

    def _stap(self, key: str) -> Stap:
        stap = self._with_fields(self.een.stappen.get(key) or self.ander.stappen[key], ("stap", key))
        if key not in self.een.open:
            return replace(stap, bouwsteen=self.velden["stap", key, "bouwsteen"])
        inhoud = self._with_fields(cast("BouwsteenMetRecords", stap.bouwsteen), ("stap", key, "bouwsteen"))
        return replace(stap, bouwsteen=inhoud.with_records(self._records(key)))

    def _with_fields(self, waarde: S, begin: tuple[str, ...]) -> S:
        """A value with the fields that were chosen."""
        diepte = len(begin)
        gekozen = {pad[-1]: one for pad, one in self.velden.items() if pad[:-1] == begin and len(pad) == diepte + 1}
        gekozen.pop("bouwsteen", None)
        return replace(waarde, **gekozen)

    def _records(self, bak: str) -> list[Any]:
        """The records of one list, in their order."""
        hier = {key for key, plek in self.gekozen.items() if plek.bak == bak}
        order = _in_order(hier - self.achter.keys(), *self._orders(bak))
        for extra in (key for key in self.achter if key in hier):
            naast = self.achter[extra]
            order.insert(order.index(naast) + 1 if naast in order else len(order), extra)
        return [self.gekozen[key].record for key in order]

    def _orders(self, bak: str) -> tuple[list[str], list[str]]:
        """The order that leads, and the other one."""
        orders = list_ids(self.een, bak), list_ids(self.ander, bak)
        return orders[::-1] if self.keuzes.get(f"volgorde {bak}") == "rechts" else orders


def _in_order(ids: Collection[str], eerst: list[str], dan: list[str]) -> list[str]:
    """The ids as they stand in the first list; what only the second has comes behind what stands before it there."""
    order = [one for one in eerst if one in ids]
    er_is, gedeeld = set(order), set(dan)
    achter: dict[str, list[str]] = {"": []}
    vorige = ""
    for one in (one for one in dan if one in ids):
        if one in er_is:
            vorige = one
        else:
            achter.setdefault(vorige, []).append(one)
    uit: list[str] = []
    wacht = achter[""]
    for one in order:
        if one in gedeeld:  # what only the first list has stays together, before what only the second has
            uit += wacht
            wacht = achter.get(one, [])
        uit.append(one)
    return uit + wacht


def _join(links: Any, rechts: Any) -> Any:
    """Both values of a field of the session."""
    if isinstance(links, str):
        return "\n\n".join(dict.fromkeys(filter(str.strip, (links, rechts))))
    sleutels = {getattr(one, "sleutel", one) for one in links}
    return (*links, *(one for one in rechts if getattr(one, "sleutel", one) not in sleutels))


def _tops(sessie: Sessie) -> Iterator[Record]:
    """Every record that lives in no other one."""
    yield from sessie.deelnemers
    yield from sessie.parkeerplaats
    for stap in sessie.stappen:
        yield from rows(stap)


def _find_all(versie: Versie) -> dict[str, Plek]:
    """Where every record stands, also one that lives inside another: that other one then."""
    sessie = versie.sessie
    bakken: list[tuple[str, Iterable[Record]]] = [(bak, getattr(sessie, bak)) for bak in LOSSE]
    bakken += [(stap.id, rows(stap)) for stap in sessie.stappen]
    return {one.id: Plek(bak, record) for bak, records in bakken for record in records for one in whole(record)}


def _needs(record: Record, er_is: Collection[str]) -> Iterator[str]:
    """What is not there, and what the record, or one inside it, cannot do without."""
    for one in whole(record):
        for ander in references(one):
            if ander and ander not in er_is and one.forget(frozenset({ander})) is None:
                yield ander


def _find_dangling(sessie: Sessie) -> set[str]:
    """What links point at and is not there."""
    alle = [one for record in _tops(sessie) for one in whole(record)]
    return {ander for one in alle for ander in references(one)} - {one.id for one in alle} - {""}


def with_new_ids(record: R, new_id: NewId) -> R:
    """The same record once more, as another one; what lives inside it is another one too."""
    eigen = {one.id for one in whole(record)}
    boom = _renew(msgspec.to_builtins(record), {one: new_id() for one in eigen})
    return msgspec.convert(boom, type(record))


def _renew(boom: Any, nieuw: Mapping[str, str]) -> Any:
    if isinstance(boom, dict):
        return {naam: nieuw.get(one, one) if naam == "id" else _renew(one, nieuw) for naam, one in boom.items()}
    return [_renew(one, nieuw) for one in boom] if isinstance(boom, (list, tuple)) else boom


def _renew_doubles(stappen: tuple[Stap, ...], new_id: NewId) -> tuple[Stap, ...]:
    """The steps with a new id for a record whose id stood in an earlier step already: it moved on one side only."""
    gezien: set[str] = set()
    anders = []
    for stap in stappen:
        records = []
        for one in rows(stap):
            ids = {deel.id for deel in whole(one)}
            records.append(with_new_ids(one, new_id) if ids & gezien else one)
            gezien |= ids
        zelfde = all(new is old for new, old in zip(records, rows(stap), strict=True))
        anders.append(stap if zelfde else replace(stap, bouwsteen=stap.bouwsteen.with_records(records)))
    return tuple(anders)
