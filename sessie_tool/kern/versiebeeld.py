"""Versiebeeld: one version of a session, laid out so that it can be compared with another one, piece by piece."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from sessie_tool.kern.bouwstenen.basis import Bouwsteen, OnbekendeBouwsteen
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie, Stap, environment
from sessie_tool.kern.veld import velden

SESSIE = {
    "titel": "Titel",
    "datum": "Datum",
    "plaats": "Plaats",
    "aanleiding": "Aanleiding",
    "inleiding": "Inleiding",
    "status": "Status",
    "sjabloon": "Sjabloon",
    "soort": "Soort",
    "opgaven": "Opgaven",
    "rollen": "Rollen",
    "niet_geplaatst": "Niet geplaatst",
    "vervangingen": "Besluiten over namen",
    "verloop": "Klok",
}
SAMEN = frozenset({"aanleiding", "inleiding", "niet_geplaatst", "opgaven", "rollen", "vervangingen"})
"""The fields of a session of which both values can be kept."""
STAP = {
    "titel": "Titel",
    "minuten": "Minuten",
    "doel": "Doel",
    "uitleg": "Uitleg",
    "zeg": "Wat u kunt zeggen",
    "let_op": "Let op",
    "als_het_stilvalt": "Als het stilvalt",
    "regels": "Regels",
    "vragen": "Vragen",
}
LOSSE = ("deelnemers", "parkeerplaats")
"""The records of a session that stand in no step."""


class Plek(NamedTuple):
    """A record and the list that it stands in: 'deelnemers', 'parkeerplaats' or the id of a step."""

    bak: str
    record: Record


class Versie(NamedTuple):
    """One version, for looking up.

    Attributes:
        open: the ids of the steps whose content is compared record by record.
        plekken: every record in these steps and outside the steps, by id.
    """

    sessie: Sessie
    omgeving: Omgeving
    stappen: dict[str, Stap]
    open: frozenset[str]
    plekken: dict[str, Plek]


def read_versies(links: Sessie, rechts: Sessie, opgaven: tuple[str, ...] = ()) -> tuple[Versie, Versie]:
    """Two versions for looking up."""
    eigen = {stap.id: stap.bouwsteen for stap in links.stappen}
    samen = (stap for stap in rechts.stappen if _is_alike(eigen.get(stap.id), stap.bouwsteen))
    shared = frozenset(stap.id for stap in samen)
    return read_versie(links, shared, opgaven), read_versie(rechts, shared, opgaven)


def _is_alike(een: Bouwsteen | None, ander: Bouwsteen) -> bool:
    """Whether two contents of one step can be compared record by record."""
    return type(een) is type(ander) and not isinstance(ander, OnbekendeBouwsteen)


def read_versie(sessie: Sessie, shared: frozenset[str], opgaven: tuple[str, ...]) -> Versie:
    """One version for looking up; `shared` are the steps that are compared record by record."""
    plekken = {one.id: Plek(bak, one) for bak in LOSSE for one in getattr(sessie, bak)}
    plekken |= {one.id: Plek(stap.id, one) for stap in sessie.stappen if stap.id in shared for one in rows(stap)}
    return Versie(sessie, environment(sessie, opgaven), {one.id: one for one in sessie.stappen}, shared, plekken)


def rows(stap: Stap) -> tuple[Record, ...]:
    """The records of a step."""
    return stap.bouwsteen.records


def fields_of(versie: Versie) -> Mapping[tuple[str, ...], Any]:
    """Every value that is compared by itself, by its path."""
    velden_van: dict[tuple[str, ...], Any] = {("sessie", naam): getattr(versie.sessie, naam) for naam in SESSIE}
    velden_van["sessie", "status"] = (versie.sessie.status, versie.sessie.vaststelling)
    for een in versie.sessie.deelnemers:
        velden_van |= {("deelnemer", een.id, naam): getattr(een, naam) for naam in velden(type(een))}
    for stap in versie.sessie.stappen:
        velden_van |= {("stap", stap.id, naam): getattr(stap, naam) for naam in STAP}
        bouwsteen = stap.bouwsteen
        if stap.id in versie.open and isinstance(bouwsteen, msgspec.Struct):
            namen = (naam for naam in bouwsteen.__struct_fields__ if naam != "records")
            velden_van |= {("stap", stap.id, "bouwsteen", naam): getattr(bouwsteen, naam) for naam in namen}
        else:
            velden_van["stap", stap.id, "bouwsteen"] = bouwsteen
    return velden_van


def describe_klok(sessie: Sessie) -> str:
    """Where a session is and how its time went: 'stap 2 Signalen · de klok staat stil · besteed: stap 1 9 min'."""
    verloop = sessie.verloop
    stappen = [(f"stap {nummer}", stap.id) for nummer, stap in enumerate(sessie.stappen, 1)]
    besteed = [f"{naam} {verloop.besteed[key] / 60:.0f} min" for naam, key in stappen if verloop.besteed.get(key)]
    extra = [f"{naam} {verloop.extra[key]:+d} min" for naam, key in stappen if verloop.extra.get(key)]
    delen = (
        f"stap {sessie.nummer(sessie.huidige.id)} {sessie.huidige.titel}",
        "de klok loopt" if verloop.sinds else "de klok staat stil",
        besteed and f"besteed: {', '.join(besteed)}",
        extra and f"meer of minder: {', '.join(extra)}",
        verloop.pauze and f"pauze {verloop.pauze / 60:.0f} min",
    )
    return " · ".join(deel for deel in delen if deel)


def list_ids(versie: Versie, bak: str) -> list[str]:
    """The ids of the records in a list, or of the steps, in their order."""
    if bak == "stappen":
        return [*versie.stappen]
    return [key for key, plek in versie.plekken.items() if plek.bak == bak]
