"""Rondes: what is read of each session to compare the years, and from them the draden to compare. Pure."""

from collections.abc import Iterable, Mapping

import msgspec

from sessie_tool.kern.bouwstenen.draad import RodeDraad, find_draden, opgaven_of, signals_of, weigh
from sessie_tool.kern.bouwstenen.stem import standing
from sessie_tool.kern.lijnen import Draad, share, weigh_samen
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record

JAARRONDE = "jaarronde"
"""The soort of sessions that are compared when nobody asks for another."""


class Ronde(msgspec.Struct, frozen=True):
    """What one session tells about rode draden; small, so that an index can keep it.

    Attributes:
        sessie: its id.
        draden: without their share; `vervolg_op` names copies in this session.
        dragers: every signal that is printed, by where it was said first, → 1; as in `Draad.dragers`.
        kopieen: sleutel of a draad or vraag that was taken over → sleutel of what it was copied from.
    """

    sessie: str
    titel: str
    datum: str
    soort: str
    opgaven: tuple[str, ...] = ()
    draden: tuple[Draad, ...] = ()
    dragers: dict[str, int] = {}
    kopieen: dict[str, str] = {}

    @property
    def jaar(self) -> int:
        """The year of the session; 0 when its date is no date."""
        return int(self.datum[:4]) if self.datum[:4].isdecimal() else 0


class Rondes(msgspec.Struct, frozen=True):
    """The draden to compare, and per year with a round how many signals there were."""

    draden: tuple[Draad, ...]
    signalen: dict[int, int]


def describe_ronde(sessie: Ronde, records: Mapping[str, Record]) -> Ronde:
    """A session with what its records tell; `sessie` holds its head."""
    omgeving = Omgeving(datum=sessie.datum, soort=sessie.soort, opgaven=sessie.opgaven, records=dict(records))
    stippen: dict[str, int] = {}
    for stem in standing(omgeving):
        stippen[stem.onderwerp] = stippen.get(stem.onderwerp, 0) + stem.stippen
    draden = [one for one in records.values() if isinstance(one, RodeDraad)]
    return msgspec.structs.replace(
        sessie,
        draden=tuple(
            _describe(one, nummer, sessie, omgeving, stippen.get(one.id) if stippen else None)
            for nummer, one in enumerate(draden, 1)
            if one.bereik == "verslag"
        ),
        dragers={_origin(one, sessie.sessie): 1 for one in omgeving.of_type("signaal") if one.bereik == "verslag"},
        kopieen={
            f"{sessie.sessie}/{one.id}": f"{one.overgenomen.sessie}/{one.overgenomen.record}"
            for one in records.values()
            if one.overgenomen and one.type_tag() in ("eerdere_draad", "vraag")
        },
    )


def _describe(draad: RodeDraad, nummer: int, sessie: Ronde, omgeving: Omgeving, stippen: int | None) -> Draad:
    signalen = [one for one in signals_of(draad, omgeving) if omgeving.is_printed(one)]
    return Draad(
        id=draad.id,
        sessie=sessie.sessie,
        jaar=sessie.jaar,
        titel=draad.titel,
        toelichting=draad.toelichting,
        opgaven=_find_opgaven(draad, sessie, omgeving),
        gewicht=weigh(draad, omgeving),
        stippen=stippen,
        signalen=tuple(omgeving.records[one].hoofdtekst for one in signalen),
        vervolg_op=tuple(f"{sessie.sessie}/{one}" for one in draad.vervolg_op),
        dragers=_find_dragers(draad, sessie.sessie, omgeving),
        datum=sessie.datum,
        nummer=nummer,
    )


def _find_opgaven(draad: RodeDraad, sessie: Ronde, omgeving: Omgeving) -> tuple[str, ...]:
    """Where a draad plays: a session about one opgave is about that one; of one about more, what its signals say."""
    eigen = opgaven_of(draad, omgeving)
    alle = sessie.opgaven if len(sessie.opgaven) == 1 or not eigen else ()
    return tuple(dict.fromkeys((*alle, *eigen)))


def _find_dragers(draad: RodeDraad, sessie: str, omgeving: Omgeving) -> dict[str, int]:
    """What `weigh` counts, each by where it was said first."""
    bundled = [one for one in find_draden(draad.draden, omgeving) if one.bereik == "verslag"]
    signalen = dict.fromkeys((*draad.signalen, *(signaal for one in bundled for signaal in one.signalen)))
    dragers = {
        _origin(omgeving.records[one], sessie) if one in omgeving.records else f"{sessie}/{one}": 1
        for one in signalen
        if not omgeving.is_hidden(one)
    }
    return dragers | {_origin(one, sessie): one.gewicht for one in bundled if one.gewicht and not one.signalen}


def _origin(record: Record, sessie: str) -> str:
    bron = record.overgenomen
    return f"{bron.sessie}/{bron.record}" if bron else f"{sessie}/{record.id}"


def is_about(ronde: Ronde, soort: str, opgave: str) -> bool:
    """Whether a session is a round of this soort, about this opgave when it is about some, with draden to compare."""
    if ronde.soort != soort or not ronde.draden or not ronde.jaar:
        return False
    return not opgave or not ronde.opgaven or opgave in ronde.opgaven


def collect(rondes: Iterable[Ronde], soort: str = JAARRONDE, opgave: str = "") -> Rondes:
    """The draden of the rounds of one soort, with their share and with links to what they were copied from."""
    alle = sorted(rondes, key=lambda one: (one.datum, one.sessie))
    kopieen = {kopie: bron for ronde in alle for kopie, bron in ronde.kopieen.items()}
    gekozen = [ronde for ronde in alle if is_about(ronde, soort, opgave)]
    per_jaar: dict[int, dict[str, int]] = {}
    for ronde in gekozen:
        samen = per_jaar.setdefault(ronde.jaar, {})
        for dragers in (ronde.dragers, *(draad.dragers for draad in ronde.draden)):
            samen |= dragers
    signalen = {jaar: sum(samen.values()) for jaar, samen in per_jaar.items()}
    draden = (
        msgspec.structs.replace(
            draad,
            aandeel=share(weigh_samen((draad,)), signalen[draad.jaar]),
            vervolg_op=tuple(dict.fromkeys(find_origin(one, kopieen) for one in draad.vervolg_op)),
        )
        for ronde in gekozen
        for draad in ronde.draden
    )
    return Rondes(tuple(draden), signalen)


def find_origin(sleutel: str, kopieen: Mapping[str, str]) -> str:
    """What a copy was copied from, however many times."""
    gezien = {sleutel}
    while (bron := kopieen.get(sleutel)) and bron not in gezien:
        gezien.add(bron)
        sleutel = bron
    return sleutel
