"""What earlier sessions of a werkmap leave to a later one: what is open, and the sessions it takes over from."""

from typing import Any

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.acties import Actie, Opvolging
from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviesopvolging
from sessie_tool.kern.bouwstenen.vrijgave import VRAAGT, is_vrij
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.opvolging import Bron, Stand, fold, openstaand
from sessie_tool.kern.overnemen import choose_bronnen
from sessie_tool.kern.sessie import Sjabloon, environment, whole
from sessie_tool.kern.starten import Eerder
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.sessiedelen import Recordlezer, read_delen
from sessie_tool.opslag.uittreksel import Uittreksel
from sessie_tool.opslag.werkmap import Werkmap

_LEZER = Recordlezer(soort for soort, kind in BOUWSTENEN.items() if kind.OPVOLGBAAR)
"""Reads what can be followed up."""


class _Bron(Bron, frozen=True):
    """A Bron that can be read back: every class of what can be followed up is named."""

    records: tuple[Actie | Opvolging | Advies | Adviesopvolging, ...] = ()


def _read_bron(data: bytes) -> _Bron:
    sessie, delen = read_delen(data)
    records = tuple(one for record in _LEZER.read(delen) for one in whole(record) if isinstance(one, (Actie, Advies)))
    kinds = frozenset(deel.soort for deel in delen)
    return _Bron(sessie.id, sessie.titel, sessie.datum, sessie.opgaven, records, sessie.soort, kinds)


BRONNEN = Uittreksel("bron", 1, _Bron, _read_bron)
"""What can be followed up in each session."""


def read_bronnen(werkmap: Werkmap) -> list[Bron]:
    """What can be followed up, per session."""
    bronnen = {bron.sessie: bron for _, _, bron in read_all(werkmap.sessies, BRONNEN) if bron}
    return list(bronnen.values())


def acties_over(werkmap: Werkmap) -> list[Stand[Actie]]:
    """Every action over all sessions, as it stands now."""
    return [stand for stand in fold(read_bronnen(werkmap)) if isinstance(stand.record, Actie)]


def adviezen_over(werkmap: Werkmap) -> list[Stand[Advies]]:
    """Every advies over all sessions, as it stands now."""
    return [stand for stand in fold(read_bronnen(werkmap)) if isinstance(stand.record, Advies)]


def read_eerder(
    werkmap: Werkmap, sjabloon: Sjabloon, datum: str, opgaven: tuple[str, ...], gekozen: frozenset[str] = frozenset()
) -> Eerder:
    """What earlier sessions leave to a new one on `datum` about `opgaven`.

    `gekozen` are the ids of the sessions that it takes over from; without any, its steps say from which.

    Raises:
        SessieToolError: a session that it takes over from cannot be read.
    """
    rijen, _ = werkmap.rows()
    bronnen = choose_bronnen(sjabloon.stappen, rijen, datum, gekozen)
    opvolgbaar = read_bronnen(werkmap)
    return Eerder(
        openstaand=_released(werkmap, openstaand(opvolgbaar, opgaven, sjabloon.soort, datum), opvolgbaar, sjabloon),
        bronnen=tuple(werkmap.read(rij.id) for rij in bronnen),
        gekozen=gekozen,
        opgaven=werkmap.opgaven(),
        huis=werkmap.huis(),
    )


def _released(
    werkmap: Werkmap, standen: tuple[Stand[Any], ...], bronnen: list[Bron], sjabloon: Sjabloon
) -> tuple[Stand[Any], ...]:
    """What may go on to a session of this sjabloon; of another soort that asks for release, only what was released."""
    vragen = {bron.sessie for bron in bronnen if VRAAGT in bron.bouwstenen and bron.soort != sjabloon.soort}
    omgevingen = {one: environment(werkmap.read(one)) for one in vragen & {stand.sessie for stand in standen}}
    return tuple(
        stand for stand in standen if stand.sessie not in omgevingen or _is_vrij(stand, omgevingen[stand.sessie])
    )


def _is_vrij(stand: Stand[Any], omgeving: Omgeving) -> bool:
    record = omgeving.records.get(stand.eerste)
    return record is not None and is_vrij(record, omgeving)
