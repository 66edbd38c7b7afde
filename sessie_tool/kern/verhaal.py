"""Verhaal: what lies below a lijn, per year: its signals, questions, koers, advice, actions, what came of it. Pure.

A record belongs to a draad when it points at it, or at something that belongs to it, in any session: a Boardsessie
holds copies of draden and vragen, and each copy says what it was copied from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviesopvolging
from sessie_tool.kern.bouwstenen.draad import RodeDraad, find_draden, signals_of
from sessie_tool.kern.bouwstenen.koers import Koersbepaling
from sessie_tool.kern.bouwstenen.reflecties import Reflectie
from sessie_tool.kern.lijnen import Draad, Lijn
from sessie_tool.kern.omgeving import Omgeving, references
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, environment
from sessie_tool.kern.taal import format_datum, join_woorden

Vondstsoort = Literal["signaal", "vraag", "koers", "advies", "actie", "geleerd"]
VONDSTSOORTEN: dict[Vondstsoort, str] = {
    "signaal": "Signalen",
    "vraag": "Vragen",
    "koers": "Koers",
    "advies": "Adviezen",
    "actie": "Acties",
    "geleerd": "Wat we leerden",
}
"""In the order in which they come about, with the word above them."""


class Vondst(msgspec.Struct, frozen=True):
    """One thing below a draad.

    Attributes:
        sessie: id of the session where it was said first.
        record: its id there, to jump to.
        uit: that session in words: 'Jaarronde 2025, 12 juni 2025'.
        verloop: what became of it, in words; "" when nothing is known.
    """

    soort: Vondstsoort
    tekst: str
    sessie: str
    record: str
    uit: str
    verloop: str = ""


class Verhaal(msgspec.Struct, frozen=True):
    """Everything below one lijn, per year of its draden."""

    lijn: str
    jaren: dict[int, tuple[Vondst, ...]]

    def of(self, jaar: int, soort: Vondstsoort) -> tuple[Vondst, ...]:
        """What there is of one kind in one year."""
        return tuple(one for one in self.jaren.get(jaar, ()) if one.soort == soort)


def make_bron(sessie: Sessie) -> "Bron":
    """A session as `tell_verhaal` takes it."""
    return Bron(sessie, environment(sessie))


Standen = Mapping[str, Stand[Any]]


def tell_verhaal(lijn: Lijn, bronnen: Iterable["Bron"], standen: Standen) -> Verhaal:
    """What lies below a lijn.

    Args:
        lijn: with its draden.
        bronnen: the sessions of the draden, those that they took over from, and those that took over from them.
        standen: what was agreed or advised, by the id under which it was said first, as it stands now.
    """
    gesorteerd = sorted(bronnen, key=lambda one: (one.sessie.datum, one.sessie.id))
    jaren = sorted({draad.jaar for draad in lijn.draden})
    return Verhaal(lijn.id, {jaar: tuple(_tell_jaar(lijn.of_year(jaar), gesorteerd, standen)) for jaar in jaren})


class Bron(msgspec.Struct, frozen=True):
    """A session, ready to be searched for many lijnen."""

    sessie: Sessie
    omgeving: Omgeving

    @property
    def uit(self) -> str:
        """The session in words."""
        return f"{self.sessie.titel}, {format_datum(self.sessie.datum)}"

    def key(self, record_id: str) -> str:
        """What a record is called over all sessions."""
        return f"{self.sessie.id}/{record_id}"

    def known(self, record: Record, sleutels: set[str]) -> bool:
        """Whether a record is one of these, or a copy of one."""
        return not sleutels.isdisjoint((self.key(record.id), _origin(self, record)))


def _origin(bron: Bron, record: Record) -> str:
    uit = record.overgenomen
    return f"{uit.sessie}/{uit.record}" if uit else bron.key(record.id)


def _tell_jaar(draden: Sequence[Draad], bronnen: Sequence[Bron], standen: Standen) -> Iterator[Vondst]:
    sleutels = {draad.sleutel for draad in draden}
    found: dict[str, Vondst] = {}
    for bron in bronnen:
        for record in bron.omgeving.of_type("rode_draad"):
            if isinstance(record, RodeDraad) and bron.key(record.id) in sleutels:
                sleutels |= _find_bundled(record, bron)
                found |= _list_signalen(record, bron)
    for bron in bronnen:
        found |= {sleutel: one for sleutel, one in _Zoeker(bron, sleutels, standen).find() if sleutel not in found}
    volgorde = list(VONDSTSOORTEN)
    yield from sorted(found.values(), key=lambda one: volgorde.index(one.soort))


def _find_bundled(draad: RodeDraad, bron: Bron) -> set[str]:
    """The draden that it bundles, here and where they come from: what was said there belongs to it."""
    copies = list(find_draden(draad.draden, bron.omgeving))
    return {bron.key(one.id) for one in copies} | {_origin(bron, one) for one in copies}


def _list_signalen(draad: RodeDraad, bron: Bron) -> dict[str, Vondst]:
    found = {}
    for one in signals_of(draad, bron.omgeving):
        if bron.omgeving.is_printed(one):
            record = bron.omgeving.records[one]
            sleutel = _origin(bron, record)
            sessie, _, eigen = sleutel.partition("/")
            uit = record.overgenomen.uit if record.overgenomen else bron.uit
            found[sleutel] = Vondst("signaal", record.hoofdtekst, sessie, eigen, uit)
    return found


class _Zoeker:
    """Finds in one session what belongs to draden; `sleutels` grows with the copies that it sees."""

    def __init__(self, bron: Bron, sleutels: set[str], standen: Standen) -> None:
        self._bron = bron
        self._sleutels = sleutels
        self._standen = standen
        self._records = [one for one in bron.omgeving.records.values() if one.bereik == "verslag"]
        self._ids: set[str] = set()

    def find(self) -> Iterator[tuple[str, Vondst]]:
        """What there is, by its sleutel, in the order in which one thing leads to the next."""
        for tag in ("rode_draad", "eerdere_draad"):
            self._take(one for one in self._of(tag) if self._bron.known(one, self._sleutels))
        for tag, show in (("vraag", self._vraag), ("thema", None), ("koersbepaling", self._koers)):
            for record in self._of(tag):
                if self._points(record) or self._bron.known(record, self._sleutels):
                    self._take((record,))
                    if show:
                        yield _origin(self._bron, record), show(record)
        yield from self._find_adviezen()
        for record in self._of("actie"):
            if self._points(record):
                yield from self._opvolgbaar("actie", record)

    def _of(self, tag: str) -> Iterator[Record]:
        return (one for one in self._records if one.type_tag() == tag)

    def _take(self, records: Iterable[Record]) -> None:
        for record in records:
            self._ids.add(record.id)
            self._sleutels.update((self._bron.key(record.id), _origin(self._bron, record)))

    def _points(self, record: Record) -> bool:
        return not self._ids.isdisjoint(references(record))

    def _find_adviezen(self) -> Iterator[tuple[str, Vondst]]:
        """Advice on the questions; a reflectie that names questions is about those, else about its thema."""
        for record in self._records:
            if isinstance(record, Reflectie):
                is_ours = not self._ids.isdisjoint(record.vragen or (record.thema,))
                adviezen: tuple[Record, ...] = record.adviezen if is_ours else ()
            elif isinstance(record, Adviesopvolging):
                adviezen = ()
                if self._bron_of(record) in self._sleutels:
                    self._ids.add(record.id)
            else:
                adviezen = (record,) if isinstance(record, Advies) and self._points(record) else ()
            for advies in adviezen:
                self._take((advies,))
                yield from self._opvolgbaar("advies", advies)

    def _bron_of(self, record: Adviesopvolging) -> str:
        return f"{record.sessie}/{record.advies}"

    def _vraag(self, record: Record) -> Vondst:
        return self._make("vraag", record, "")

    def _koers(self, record: Record) -> Vondst:
        return self._make("koers", record, describe_koers(record) if isinstance(record, Koersbepaling) else "")

    def _make(self, soort: Vondstsoort, record: Record, verloop: str) -> Vondst:
        sessie, _, eigen = _origin(self._bron, record).partition("/")
        uit = record.overgenomen.uit if record.overgenomen else self._bron.uit
        return Vondst(soort, record.hoofdtekst, sessie, eigen, uit, verloop)

    def _opvolgbaar(self, soort: Literal["advies", "actie"], record: Record) -> Iterator[tuple[str, Vondst]]:
        """An advies or actie with what became of it, and what was learned from it."""
        stand = self._standen.get(record.id)
        nu = stand.record if stand and stand.record.bereik == "verslag" else record
        sleutel = self._bron.key(record.id)
        if isinstance(nu, Advies):
            yield sleutel, self._make(soort, record, describe_advies(nu))
        elif isinstance(nu, Actie):
            yield sleutel, self._make(soort, record, describe_actie(nu, stand.uitgesteld if stand else 0))
            if nu.geleerd.strip():
                les = Vondst("geleerd", nu.geleerd, self._bron.sessie.id, record.id, self._bron.uit, record.hoofdtekst)
                yield f"{sleutel} geleerd", les


def describe_koers(koers: Koersbepaling) -> str:
    """'koers bijstellen: ja; ambitie: …; waarom: …; wie besluit: …'."""
    delen = (
        ("koers bijstellen", koers.bijstellen),
        ("ambitie", koers.ambitie),
        ("waarom", koers.waarom),
        ("wie besluit", koers.wie_besluit),
    )
    return "; ".join(f"{label}: {waarde.rstrip(' .')}" for label, waarde in delen if waarde.strip())


def describe_advies(advies: Advies) -> str:
    """'overgenomen, het college, 3 februari 2026; resultaat: …'."""
    besluit = ", ".join(filter(None, (advies.besluit, advies.wie_besluit, format_datum(advies.wanneer))))
    resultaat = f"resultaat: {advies.resultaat}" if advies.resultaat.strip() else ""
    return "; ".join(filter(None, (besluit, resultaat)))


def describe_actie(actie: Actie, uitgesteld: int) -> str:
    """'gedaan; door Jansen; 1 keer uitgesteld'."""
    keer = f"{uitgesteld} keer uitgesteld" if uitgesteld else ""
    wanneer = f"klaar op {format_datum(actie.wanneer)}" if actie.wanneer and actie.is_open else ""
    wie = f"door {join_woorden(actie.wie)}" if actie.wie else ""
    return "; ".join(filter(None, (actie.status, wie, wanneer, keer)))
