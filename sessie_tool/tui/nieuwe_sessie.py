"""What is needed for a new session, what was typed for it, and how it is made. Reads and writes files: in Schijf."""

from typing import NamedTuple

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import Bevinding
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, Sjabloon
from sessie_tool.kern.starten import as_sjabloon, start_sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.eerder import read_eerder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import find_sjablonen


class Aanbod(NamedTuple):
    """What one can choose from: the sjablonen (and what is wrong with others), the opgaven, the session to follow."""

    sjablonen: list[Sjabloon]
    bevindingen: list[Bevinding]
    opgaven: tuple[str, ...]
    zoals: Sessie | None


class Concept(NamedTuple):
    """What stands in the fields, as typed; `sjabloon` is the title of the one that is chosen."""

    sjabloon: str
    velden: dict[str, str]
    gekozen: tuple[str, ...]
    deelnemers: str


class Nieuw(NamedTuple):
    """The session to make."""

    sjabloon: Sjabloon
    waarden: dict[str, str]
    opgaven: tuple[str, ...]
    deelnemers: tuple[Deelnemer, ...]


def read_aanbod(werkmap: Werkmap, zoals: str) -> Aanbod:
    """What one can choose from for a new session, like the one with the id `zoals` unless that is "".

    Raises:
        OpslagError: that session cannot be read.
    """
    sjablonen, bevindingen = find_sjablonen([werkmap.sjablonen, shipped_sjablonen()])
    sessie = werkmap.read(zoals) if zoals else None
    eigen = [as_sjabloon(sessie)] if sessie else []
    return Aanbod([*eigen, *sjablonen], bevindingen, werkmap.opgaven(), sessie)


def make_sessie(werkmap: Werkmap, nieuw: Nieuw) -> str:
    """Make and keep the session, with what is still open of earlier ones; gives its id.

    Raises:
        SessieToolError: the sjabloon cannot be used, or the session cannot be written.
    """
    sessie = start_sessie(
        nieuw.sjabloon,
        new_id=new_id,
        opgaven=nieuw.opgaven,
        deelnemers=nieuw.deelnemers,
        eerder=read_eerder(werkmap, nieuw.sjabloon, nieuw.waarden["datum"], nieuw.opgaven),
        **nieuw.waarden,
    )
    werkmap.create(sessie, now())
    return sessie.id
