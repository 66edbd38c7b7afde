"""How a session starts: from a sjabloon, or like an earlier session."""

from typing import Any

import msgspec

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, NewId, OnbekendeBouwsteen, Start
from sessie_tool.kern.bouwstenen.toelichting import Toelichting
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.huis import LEEG_HUIS, Huis
from sessie_tool.kern.opvolging import Opvolgbaar, Stand
from sessie_tool.kern.overnemen import take_geparkeerd, take_over
from sessie_tool.kern.sessie import Sessie, Sjabloon, Stap, Stapvorm, replace


class Eerder(msgspec.Struct, frozen=True):
    """What earlier sessions leave to a new one.

    Attributes:
        openstaand: what is still open and concerns it.
        bronnen: the sessions that its steps can take over from (`overnemen.choose_bronnen`).
        gekozen: ids of those among them that a person chose.
        opgaven: the werkmap's list.
        huis: the werkmap's huis van sturing.
        vorige: the session that the new one goes on from, of which it takes what is parked.
    """

    openstaand: tuple[Stand[Any], ...] = ()
    bronnen: tuple[Sessie, ...] = ()
    gekozen: frozenset[str] = frozenset()
    opgaven: tuple[str, ...] = ()
    huis: Huis = LEEG_HUIS
    vorige: Sessie | None = None


NIETS_EERDER = Eerder()


def start_sessie(
    sjabloon: Sjabloon,
    *,
    titel: str,
    datum: str,
    new_id: NewId,
    plaats: str = "",
    aanleiding: str = "",
    opgaven: tuple[str, ...] = (),
    deelnemers: tuple[Deelnemer, ...] = (),
    eerder: Eerder = NIETS_EERDER,
) -> Sessie:
    """A new session from a sjabloon, with what earlier sessions leave to it."""
    if not sjabloon.stappen:
        raise SessieToolError(f"Het sjabloon '{sjabloon.naam}' heeft geen stappen. Voeg er minstens één toe.")
    sessie_id, openstaand = new_id(), eerder.openstaand
    stappen: list[Stap] = []
    for vorm in sjabloon.stappen:
        stap = _start_stap(vorm, Start(vorm.vragen, openstaand, deelnemers, eerder.huis), new_id)
        taken = {record.volgt for record in stap.bouwsteen.records if isinstance(record, Opvolgbaar)}
        openstaand = tuple(stand for stand in openstaand if stand.eerste not in taken)
        stappen.append(stap)
    sessie = Sessie(
        id=sessie_id,
        titel=titel or sjabloon.titel,
        datum=datum,
        sjabloon=sjabloon.naam,
        soort=sjabloon.soort,
        plaats=plaats,
        aanleiding=aanleiding,
        inleiding=sjabloon.inleiding,
        opgaven=opgaven,
        rollen=sjabloon.rollen,
        deelnemers=deelnemers,
        stappen=tuple(stappen),
    )
    if eerder.vorige is not None:
        sessie = replace(sessie, parkeerplaats=take_geparkeerd(eerder.vorige, sessie, new_id))
    return take_over(sessie, eerder.bronnen, new_id, eerder.gekozen, eerder.opgaven)


def _start_stap(vorm: Stapvorm, start: Start, new_id: NewId) -> Stap:
    values = {name: getattr(vorm, name) for name in vorm.__struct_fields__}
    return Stap(id=new_id(), **values | {"bouwsteen": vorm.bouwsteen.start(start, new_id)})


def as_sjabloon(sessie: Sessie) -> Sjabloon:
    """A session as the format for a next one: its own steps, without what was written down in them.

    A step of an unknown kind becomes a toelichting: nobody can tell what of it was written down.
    """
    vormen = []
    for stap in sessie.stappen:
        values = {name: getattr(stap, name) for name in Stapvorm.__struct_fields__}
        vormen.append(Stapvorm(**values | {"bouwsteen": _emptied(stap.bouwsteen)}))
    return Sjabloon(
        naam=sessie.sjabloon,
        titel=f"Zoals {sessie.titel}",
        soort=sessie.soort,
        doel="De stappen van deze sessie, nog leeg.",
        rollen=sessie.rollen,
        inleiding=sessie.inleiding,
        stappen=tuple(vormen),
    )


def _emptied(bouwsteen: Bouwsteen) -> Bouwsteen:
    return Toelichting() if isinstance(bouwsteen, OnbekendeBouwsteen) else bouwsteen.with_records(())
