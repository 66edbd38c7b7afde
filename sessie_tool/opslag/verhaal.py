"""What lies below one lijn, read when somebody asks for it: only the sessions that can tell about it."""

from collections.abc import Iterable, Sequence

import msgspec

from sessie_tool.fouten import Bevinding, OpslagError
from sessie_tool.kern.lijnen import Lijn
from sessie_tool.kern.opvolging import fold
from sessie_tool.kern.rondes import Ronde
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.verhaal import Bron, Verhaal, make_bron, tell_verhaal
from sessie_tool.opslag.draden import read_rondes
from sessie_tool.opslag.eerder import read_bronnen
from sessie_tool.opslag.werkmap import Werkmap


class Gelezen(msgspec.Struct, frozen=True):
    """What lies below lijnen, the sessions that tell it, and which of those could not be read."""

    verhalen: tuple[Verhaal, ...]
    sessies: tuple[Sessie, ...]
    bevindingen: tuple[Bevinding, ...] = ()


def read_verhaal(werkmap: Werkmap, lijn: Lijn) -> Verhaal:
    """The signals, questions, koers, advice and actions of a lijn, with what became of them."""
    return read_verhalen(werkmap, (lijn,)).verhalen[0]


def read_verhalen(werkmap: Werkmap, lijnen: Sequence[Lijn]) -> Gelezen:
    """The same of many lijnen; each session is read once, and one that is damaged is passed over."""
    rondes = read_rondes(werkmap)
    standen = {stand.eerste: stand for stand in fold(read_bronnen(werkmap))}
    ids = [find_sessies(lijn, rondes) for lijn in lijnen]
    bronnen: dict[str, Bron] = {}
    bevindingen = []
    for one in sorted(set().union(*ids)):
        try:
            bronnen[one] = make_bron(werkmap.read(one))
        except OpslagError as error:
            bevindingen.append(Bevinding(str(error), "Wat in die sessie staat, ontbreekt hier.", ernst="let op"))
    verhalen = tuple(
        tell_verhaal(lijn, [bronnen[one] for one in nodig if one in bronnen], standen)
        for lijn, nodig in zip(lijnen, ids, strict=True)
    )
    return Gelezen(verhalen, tuple(bron.sessie for bron in bronnen.values()), tuple(bevindingen))


def find_sessies(lijn: Lijn, rondes: Iterable[Ronde]) -> set[str]:
    """The sessions of the draden, what they took over from, and what took over from them and what that led to."""
    bronnen = {ronde.sessie: {bron.partition("/")[0] for bron in ronde.kopieen.values()} for ronde in rondes}
    soorten = {ronde.sessie: ronde.soort for ronde in rondes}
    eigen = {draad.sessie for draad in lijn.draden}
    found = eigen | {bron for one in eigen for bron in bronnen.get(one, ()) if bron in soorten}
    rand = set(eigen)
    while rand:
        later = {one for one, uit in bronnen.items() if uit & rand} - found
        found |= later
        rand = {one for one in later if soorten[one] not in {soorten.get(draad) for draad in eigen}}
    return found
