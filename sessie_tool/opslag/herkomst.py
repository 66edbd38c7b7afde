"""Herkomst: the people of the sessions that others took over from; what was said of them came along."""

from collections.abc import Sequence
from contextlib import suppress

import msgspec

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.oplegger import list_bronnen
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag.werkmap import Werkmap


def add_herkomst(werkmap: Werkmap, sessies: Sequence[Sessie]) -> list[Sessie]:
    """These sessions, and of each that they took over from only those who may not be named and are on no list of these.

    A function that one of these people has tells nothing of the functions here, so it does not come along.
    """
    bekend = {one.naam for sessie in sessies for one in sessie.deelnemers}
    eigen = {one.id for one in sessies}
    bronnen: dict[str, Sessie] = {}
    wacht = [bron for one in sessies for bron in list_bronnen(one)]
    while wacht:
        if (naam := wacht.pop()) in eigen | bronnen.keys():
            continue
        with suppress(OpslagError):  # not in this werkmap, or not to be read: then nobody knows who was there
            bronnen[naam] = werkmap.read(naam)
            wacht += list_bronnen(bronnen[naam])
    return [*sessies, *(_keep_geheim(bronnen[naam], bekend) for naam in sorted(bronnen))]


def _keep_geheim(sessie: Sessie, bekend: set[str]) -> Sessie:
    geheim = tuple(
        msgspec.structs.replace(one, rol="", organisatie="")
        for one in sessie.deelnemers
        if not one.mag_genoemd and one.naam not in bekend
    )
    return msgspec.structs.replace(sessie, deelnemers=geheim, stappen=(), vervangingen=())
