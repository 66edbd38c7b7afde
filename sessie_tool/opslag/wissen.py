"""Taking a whole session away for good, wherever it is: in the list, in the bin, or only in its earlier versions."""

from contextlib import ExitStack
from datetime import datetime
from typing import NamedTuple

from sessie_tool.fouten import OpslagError
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.exports import Export, Exports
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.namen import session_id_of
from sessie_tool.opslag.prullenbak import list_prullenbak
from sessie_tool.opslag.sporen import Sporen, erase, find_sporen
from sessie_tool.opslag.versies import list_ids
from sessie_tool.opslag.werkmap import Werkmap


class Wisplan(NamedTuple):
    """What goes for good, and what was made of it and stays."""

    sessie: str
    titel: str
    sporen: Sporen
    exports: tuple[Export, ...]


def plan_erase(werkmap: Werkmap, gevraagd: str) -> Wisplan:
    """Look what goes; changes nothing.

    Raises:
        OpslagError: nothing is left of this session, or more than one fits.
    """
    sessie_id, titel = _find(werkmap, gevraagd)
    exports = Exports(werkmap.exports).list_of(sessie_id)
    return Wisplan(sessie_id, titel, find_sporen(werkmap, sessie_id), tuple(exports))


def erase_sessie(werkmap: Werkmap, plan: Wisplan, moment: datetime) -> None:
    """Take it away for good.

    Raises:
        BezetError: someone has it open.
        OpslagError: a part of it cannot go; doing it again goes on where it stopped.
    """
    try:
        with ExitStack() as stack:
            for pad in plan.sporen.sessies:
                lease = Lease(pad, moment)
                stack.callback(lease.release)
                lease.take()
            erase(werkmap, plan.sessie, plan.sporen)
    except OSError as error:
        raise OpslagError(f"Nog niet alles is weg: {explain(error)}. Geef de opdracht straks nog eens.") from error


def _find(werkmap: Werkmap, gevraagd: str) -> tuple[str, str]:
    """The id and the title of a session in the list, in the bin or among the versions."""
    weg = {one.id: one.titel for one in reversed(list_prullenbak(werkmap.sessies))}
    weg = {**dict.fromkeys(list_ids(werkmap.sessies), ""), **weg}
    if gevraagd in weg and not any(session_id_of(pad) == gevraagd for pad in werkmap.files()):
        return gevraagd, weg[gevraagd] or gevraagd
    pad = werkmap.find(gevraagd)
    rijen = {rij.naam: rij for rij in werkmap.rows()[0]}
    rij = rijen.get(pad.name)
    return (rij.id, rij.titel) if rij else (session_id_of(pad), pad.name)
