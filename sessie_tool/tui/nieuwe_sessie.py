"""What is needed for a new session, what was typed for it, and how it is made. Reads and writes files: in Schijf."""

from typing import NamedTuple

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import Bevinding
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, Sjabloon, replace
from sessie_tool.kern.starten import as_sjabloon, start_sessie
from sessie_tool.kern.tijdplan import with_real_minutes
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.eerder import read_eerder
from sessie_tool.opslag.rijen import Rij
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import find_sjablonen


class Aanbod(NamedTuple):
    """What one can choose from.

    Attributes:
        sjablonen: the formats that can be used; `bevindingen` says what is wrong with others.
        opgaven: the werkmap's list.
        zoals: the session to follow, if any.
        sessies: what can be taken over from.
    """

    sjablonen: list[Sjabloon]
    bevindingen: list[Bevinding]
    opgaven: tuple[str, ...]
    zoals: Sessie | None
    sessies: list[Rij]


class Concept(NamedTuple):
    """What stands in the fields, as typed.

    Attributes:
        sjabloon: the title of the one that is chosen.
        bronnen: per title of a sjabloon the ids of the sessions to take over from, where a person chose them.
    """

    sjabloon: str
    velden: dict[str, str]
    gekozen: tuple[str, ...]
    deelnemers: str
    bronnen: dict[str, frozenset[str]]


class Nieuw(NamedTuple):
    """The session to make.

    Attributes:
        bronnen: the sessions that a person chose to take over from, None when nobody did.
        vorige: the session of which it takes along what is parked, if any.
    """

    sjabloon: Sjabloon
    waarden: dict[str, str]
    opgaven: tuple[str, ...]
    deelnemers: tuple[Deelnemer, ...]
    bronnen: frozenset[str] | None = None
    vorige: Sessie | None = None


def read_aanbod(werkmap: Werkmap, zoals: str) -> Aanbod:
    """What one can choose from for a new session, like the one with the id `zoals` unless that is "".

    Raises:
        OpslagError: that session cannot be read.
    """
    sjablonen, bevindingen = find_sjablonen([werkmap.sjablonen, shipped_sjablonen()])
    sessie = werkmap.read(zoals) if zoals else None
    eigen = _like(sessie) if sessie else []
    return Aanbod([*eigen, *sjablonen], bevindingen, werkmap.opgaven(), sessie, werkmap.rows()[0])


def _like(sessie: Sessie) -> list[Sjabloon]:
    """The formats that a session gives: with its planned minutes and, when those are other ones, its real minutes."""
    gepland = as_sjabloon(sessie)
    return list({one.titel: one for one in (gepland, with_real_minutes(gepland, sessie))}.values())


def count_geparkeerd(zoals: Sessie | None) -> int:
    """How many subjects still wait in the session to follow."""
    return sum(not een.opgepakt for een in zoals.parkeerplaats) if zoals else 0


def make_sessie(werkmap: Werkmap, nieuw: Nieuw) -> str:
    """Make and keep the session, with what is still open of earlier ones; gives its id.

    Raises:
        SessieToolError: the sjabloon cannot be used, or the session cannot be written.
    """
    gekozen, datum = nieuw.bronnen, nieuw.waarden["datum"]
    eerder = read_eerder(werkmap, nieuw.sjabloon, datum, nieuw.opgaven, gekozen or frozenset())
    if gekozen is not None:  # what a person took out of the list stays out, also for a step that would take it
        eerder = replace(eerder, bronnen=tuple(one for one in eerder.bronnen if one.id in gekozen))
    eerder = replace(eerder, vorige=nieuw.vorige)
    sessie = start_sessie(
        nieuw.sjabloon,
        new_id=new_id,
        opgaven=nieuw.opgaven,
        deelnemers=nieuw.deelnemers,
        eerder=eerder,
        **nieuw.waarden,
    )
    werkmap.create(sessie, now())
    return sessie.id
