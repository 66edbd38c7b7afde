"""The rode draden of a werkmap, taken out of the session files with decoders that read no more than that takes."""

from pathlib import Path

from sessie_tool.kern.lijnen import Vergelijking, compare
from sessie_tool.kern.rondes import JAARRONDE, Ronde, Rondes, collect, describe_ronde
from sessie_tool.opslag.banden import read_banden
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.namen import session_id_of
from sessie_tool.opslag.sessiedelen import Recordlezer, read_delen
from sessie_tool.opslag.uittreksel import Uittreksel
from sessie_tool.opslag.werkmap import Werkmap

_SOORTEN = ("signalen", "rode_draden", "eerdere_draden", "stemming", "vragen")
"""The kinds of bouwsteen that tell about rode draden."""


_LEZER = Recordlezer(_SOORTEN)


def _read_ronde(data: bytes) -> Ronde:
    sessie, delen = read_delen(data)
    records = {one.id: one for one in _LEZER.read(delen)}
    kop = Ronde(sessie.id, sessie.titel, sessie.datum, sessie.soort, sessie.opgaven)
    return describe_ronde(kop, records)


RONDES = Uittreksel("ronde", 2, Ronde, _read_ronde)
"""What each session tells about rode draden."""


def read_rondes(werkmap: Werkmap) -> list[Ronde]:
    """What every session tells; of two files of one session the one that has its id in its name."""
    found: dict[str, Ronde] = {}
    for naam, _, ronde in read_all(werkmap.sessies, RONDES):
        if ronde and (ronde.sessie not in found or session_id_of(Path(naam)) == ronde.sessie):
            found[ronde.sessie] = ronde
    return list(found.values())


def read_draden(werkmap: Werkmap, soort: str = JAARRONDE, opgave: str = "") -> Rondes:
    """The draden of the rounds of one soort, of all years, and how many signals each year had.

    With `opgave` a session about other opgaven is no round.
    """
    return collect(read_rondes(werkmap), soort, opgave)


def read_vergelijking(
    werkmap: Werkmap, *, soort: str = JAARRONDE, opgave: str = "", van: int | None = None, tot: int | None = None
) -> Vergelijking:
    """The lijnen through the years with what people decided; the arguments are those of `compare`.

    Raises:
        OpslagError: the file with the decisions is damaged.
    """
    rondes = read_draden(werkmap, soort, opgave)
    banden = read_banden(werkmap.sessies)
    return compare(rondes.draden, rondes.signalen, banden, van=van, tot=tot, opgave=opgave)
