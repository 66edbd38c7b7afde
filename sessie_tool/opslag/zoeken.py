"""Search over everything in a werkmap: where it stands, what was made of a session first, then the newest first."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import msgspec

from sessie_tool.kern.zoekwoorden import Zoekvraag, fold_woorden
from sessie_tool.opslag.index import is_large, list_session_files
from sessie_tool.opslag.uittreksel import Gelezen, read_one, read_straight, scan
from sessie_tool.opslag.vindplaatsen import (
    NAMEN,
    VINDPLAATSEN,
    Filter,
    Vindbaar,
    Vindplaats,
    make_number,
    read_number,
)

HOEVEEL = 100
"""More finds help nobody; another word does."""
ALLES = Filter()


class Vondst(msgspec.Struct, frozen=True):
    """A piece of text that fits, and where it stands.

    Attributes:
        sessie: id of the session.
        titel: its title.
        datum: its ISO date.
        stap: title of the step; "" for what a session says of itself.
        vind: the piece of text.
    """

    sessie: str
    titel: str
    datum: str
    stap: str
    vind: Vindplaats


def name_plek(vind: Vindplaats) -> str:
    """'signaal 3': what people call it."""
    return f"{NAMEN[vind.soort]} {vind.nummer}".rstrip()


class Uitkomst(msgspec.Struct, frozen=True):
    """What was found, the best first, and whether there is more than that."""

    vondsten: tuple[Vondst, ...] = ()
    is_meer: bool = False


_Treffer = tuple[int, str, int, Vondst]
"""What finds are put in order by, and the find."""


def search(sessies: Path, vraag: Zoekvraag, eis: Filter = ALLES, hoeveel: int = HOEVEEL) -> Uitkomst:
    """Find the pieces of text in a folder of sessions that have all of `vraag`, as the files are now."""
    if not vraag.delen:
        return Uitkomst()
    treffers = sorted(_find(sessies, vraag, eis, hoeveel + 1), key=lambda one: (one[1], -one[2]), reverse=True)
    treffers.sort(key=lambda one: one[0], reverse=True)
    found = {(one.sessie, one.vind): one for *_, one in treffers}
    return Uitkomst(tuple(found.values())[:hoeveel], len(found) > hoeveel)


def _find(sessies: Path, vraag: Zoekvraag, eis: Filter, hoeveel: int) -> list[_Treffer]:
    if is_large(sessies):
        from sessie_tool.opslag.index.databank import OnbruikbaarError

        try:
            return _find_kept(sessies, vraag, eis, hoeveel)
        except (OnbruikbaarError, OSError):
            pass
    return _find_in(read_straight(sessies, list_session_files(sessies), VINDPLAATSEN), vraag, eis)


def _find_in(gelezen: Iterable[Gelezen[Vindbaar]], vraag: Zoekvraag, eis: Filter) -> list[_Treffer]:
    """The finds in files that were read."""
    treffers: list[_Treffer] = []
    for naam, _, vindbaar in gelezen:
        for plaats, vind in enumerate(vindbaar.plaatsen if vindbaar else ()):
            if vindbaar and eis.fits(make_number(0, plaats, vind, vindbaar.datum)):
                treffers += _check(naam, vindbaar, plaats, vraag)
    return treffers


def _check(naam: str, vindbaar: Vindbaar, plaats: int, vraag: Zoekvraag) -> Iterator[_Treffer]:
    """The piece at this place, when it fits."""
    vind = vindbaar.plaatsen[plaats]
    if vraag.fits(fold_woorden(vind.tekst)):
        stap = vindbaar.stappen[vind.stap - 1] if vind.stap else ""
        vondst = Vondst(vindbaar.sessie, vindbaar.titel, vindbaar.datum, stap, vind)
        yield make_number(0, 0, vind, vindbaar.datum), naam, plaats, vondst


def _find_kept(sessies: Path, vraag: Zoekvraag, eis: Filter, hoeveel: int) -> list[_Treffer]:
    """The first so many finds of the index, and those in files that it could not keep.

    Raises:
        OnbruikbaarError: the index cannot be used.
    """
    from sessie_tool.opslag.index.databank import open_databank

    lees: Callable[[str], Gelezen[Vindbaar]] = partial(read_one, sessies, uittreksel=VINDPLAATSEN)
    with open_databank(sessies) as databank:
        gezien = scan(sessies)
        los = databank.update(VINDPLAATSEN, gezien, lees)
        los |= {naam: lees(naam) for naam in databank.hold(VINDPLAATSEN, gezien) if naam not in los}
        treffers: list[_Treffer] = []
        bestand = cache(partial(databank.read_number, VINDPLAATSEN))
        for nummer in databank.find(_to_fts(vraag), *eis.nummers, eis.dagen):
            nr, plaats = read_number(nummer)
            naam, vindbaar = bestand(nr)
            if naam in gezien and naam not in los and vindbaar and plaats < len(vindbaar.plaatsen):
                treffers += _check(naam, vindbaar, plaats, vraag)
            if len(treffers) >= hoeveel:
                break
        return treffers + _find_in(los.values(), vraag, eis)


def _to_fts(vraag: Zoekvraag) -> str:
    """The question in the language of FTS5; words hold letters and digits only, so nothing in them means more."""
    return " ".join(f'"{deel}" *' for deel in vraag.delen)
