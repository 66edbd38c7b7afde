"""Gang: the whole course of an actie or advies, session by session, and how often it was postponed. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec

from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.opvolging import Bron, Opvolgbaar, Stand, order_followups
from sessie_tool.kern.taal import format_datum, join_woorden

_WELK = re.compile(r"(\d{4})(?:[./-](\d{1,4}))?")


class Keer(msgspec.Struct, frozen=True):
    """One session in which something was said about it.

    Attributes:
        sessie: its id.
        datum: ISO date of the session.
        titel: of the session.
        record: what was said there.
        eerder: the date that was agreed before, when this time a later one was agreed; else "".
    """

    sessie: str
    datum: str
    titel: str
    record: Opvolgbaar
    eerder: str = ""

    @property
    def uit(self) -> str:
        """The session in words."""
        return f"{self.titel}, {format_datum(self.datum)}"


Gang = tuple[Keer, ...]
"""Everything that was said about one actie or advies, oldest first."""


def tell_gangen(bronnen: Iterable[Bron]) -> dict[str, Gang]:
    """The course of everything, by the id of its first record; a follow-up that nobody touched says nothing."""
    volgorde = sorted(bronnen, key=lambda bron: (bron.datum, bron.sessie))
    gangen: dict[str, Gang] = {}
    eerst = ((bron, record) for bron in volgorde for record in bron.records if not record.volgt)
    for bron, record in chain(eerst, order_followups(volgorde)):
        gang = gangen.get(record.volgt or record.id, ())
        if not gang or record.is_touched:
            vorige = gang[-1].record if gang else None
            keer = Keer(bron.sessie, bron.datum, bron.titel, record, _postponed_from(record, vorige))
            gangen[record.volgt or record.id] = (*gang, keer)
    return gangen


def _postponed_from(record: Opvolgbaar, vorige: Opvolgbaar | None) -> str:
    if not record.postpones(vorige):
        return ""
    return str(getattr(vorige or record, "wanneer" if vorige else "eerder"))


def earlier_dates(gang: Gang) -> tuple[str, ...]:
    """The dates that were agreed before, oldest first: each was postponed."""
    return tuple(keer.eerder for keer in gang if keer.eerder)


def most_postponed(standen: Iterable[Stand[Actie]]) -> list[Stand[Actie]]:
    """What was postponed, most often first; then what was agreed longest ago."""
    uitgesteld = [stand for stand in standen if stand.uitgesteld]
    return sorted(uitgesteld, key=lambda stand: (-stand.uitgesteld, stand.datum))


def parse_welk(tekst: str) -> tuple[int, int] | None:
    """'2024.3' → (2024, 3): advies 3 of that year; '2024' → (2024, 0): all of that year; None when it is neither."""
    match = _WELK.fullmatch(tekst.strip())
    return (int(match[1]), int(match[2] or 0)) if match else None


def find_uitvoering(gang: Gang, standen: Iterable[Stand[Any]], gangen: Mapping[str, Gang]) -> list[Stand[Actie]]:
    """The actions that carry out an advies: at its first record, or at one of its follow-ups."""
    ids = {keer.record.id for keer in gang} | {keer.record.volgt for keer in gang}
    return [
        stand
        for stand in standen
        if isinstance(stand.record, Actie)
        and any(
            not ids.isdisjoint(keer.record.adviezen)
            for keer in gangen.get(stand.eerste, ())
            if isinstance(keer.record, Actie)
        )
    ]


def describe_keer(keer: Keer, eerste: Opvolgbaar | None) -> str:
    """What was said in one session: of the first one that it was agreed or given there."""
    record = keer.record
    if isinstance(record, Advies):
        delen = _describe_advies(record) or (["gegeven"] if keer.record is eerste else ["geen besluit"])
    elif isinstance(record, Actie):
        delen = _describe_actie(record, keer, is_eerste=record is eerste)
    else:
        delen = []
    return "; ".join(delen)


def _describe_advies(advies: Advies) -> list[str]:
    door = f"door {advies.wie_besluit}" if advies.wie_besluit.strip() else ""
    op = f"op {format_datum(advies.wanneer)}" if advies.wanneer else ""
    besluit = " ".join(filter(None, (advies.besluit or ("besluit" if door or op else ""), door, op)))
    return [*filter(None, [besluit]), *([f"resultaat: {advies.resultaat}"] if advies.resultaat.strip() else [])]


def _describe_actie(actie: Actie, keer: Keer, *, is_eerste: bool) -> list[str]:
    wie = f"door {join_woorden(actie.wie)}" if actie.wie else ""
    delen = [" ".join(filter(None, ("afgesproken" if is_eerste else actie.status, wie)))]
    if keer.eerder:
        delen.append(f"uitgesteld van {format_datum(keer.eerder)} naar {format_datum(actie.wanneer)}")
    elif actie.wanneer and actie.is_open:
        delen.append(f"klaar op {format_datum(actie.wanneer)}")
    return [*delen, *([f"geleerd: {actie.geleerd}"] if actie.geleerd.strip() else [])]


def tell_gang(stand: Stand[Any], gang: Gang, uitvoering: Sequence[Stand[Actie]] = ()) -> list[str]:
    """The course as lines of plain text: what it is, each session, the actions, and how it stands now."""
    soort = "Advies" if isinstance(stand.record, Advies) else "Actie"
    eerste = gang[0].record if gang else None
    kop = f"{soort} {stand.nummer} van {stand.afspraak}" if stand.nummer else f"{soort} van {stand.afspraak}"
    regels = [kop, stand.record.hoofdtekst, ""]
    van = getattr(stand.record, "van", ())
    regels += [f"Gegeven door {join_woorden(van)}.", ""] if van else []
    regels += ["Het verloop:", *(f"- {keer.uit}: {describe_keer(keer, eerste)}" for keer in gang), ""]
    if uitvoering:
        regels += ["Acties hierbij:", *(f"- {one.record.wat} ({one.record.status})" for one in uitvoering), ""]
    regels += [f"Uitgesteld: {stand.uitgesteld} keer."] if stand.uitgesteld else []
    return [*regels, "Nu: nog open." if stand.is_open else "Nu: afgerond."]
