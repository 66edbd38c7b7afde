"""What is still open before a session can begin, and where one arranges it."""

from typing import NamedTuple

from sessie_tool.kern.bouwstenen.checklist import Checklist
from sessie_tool.kern.bouwstenen.dilemma import Dilemmas
from sessie_tool.kern.sessie import Sessie, Stap, environment

ROLLEN = ("begeleider", "inbrenger")
"""Roles that somebody must have, where a sjabloon names them."""

GEGEVENS = "gegevens"
DEELNEMERS = "deelnemers"


class Punt(NamedTuple):
    """Something to arrange: in a sentence, and where: GEGEVENS, DEELNEMERS or the id of a step."""

    zin: str
    plek: str


def list_punten(sessie: Sessie) -> list[Punt]:
    """What is not ready yet for the session to begin; what it can do without comes last."""
    punten = []
    if not sessie.plaats.strip():
        punten.append(Punt("De plaats is nog leeg.", GEGEVENS))
    if not sessie.deelnemers:
        punten.append(Punt("Er zijn nog geen deelnemers.", DEELNEMERS))
    rollen = {" ".join(one.rol.casefold().split()) for one in sessie.deelnemers}
    leeg = (rol for rol in ROLLEN if rol in sessie.rollen and rol not in rollen)
    punten += [Punt(f"Niemand heeft nog de rol {rol}.", DEELNEMERS) for rol in leeg]
    vooraf = [stap for stap in sessie.stappen if _is_before(sessie, stap)]
    if vooraf:  # only then is there something to look up
        omgeving = environment(sessie)
        punten += [Punt(zin, stap.id) for stap in vooraf for zin in stap.bouwsteen.missing(omgeving)]
    if not sessie.opgaven:
        punten.append(Punt("Let op: er is nog geen strategische opgave gekozen.", GEGEVENS))
    return punten


def list_open(sessie: Sessie) -> list[str]:
    """The same in sentences alone."""
    return [punt.zin for punt in list_punten(sessie)]


def _is_before(sessie: Sessie, stap: Stap) -> bool:
    """Whether a step is prepared: a dilemma always is, a checklist when it does not come after the meeting."""
    eerder = sessie.stappen[: sessie.nummer(stap.id)]
    is_checklist = isinstance(stap.bouwsteen, Checklist) and not any(one.minuten for one in eerder)
    return is_checklist or isinstance(stap.bouwsteen, Dilemmas)
