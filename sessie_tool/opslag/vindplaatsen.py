"""Vindplaatsen: everything in a session file that can be searched, piece by piece, with where it stands.

What is the facilitator's own is among it and says so. A kind that this version does not know is searched as one piece.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any, NamedTuple
from zlib import crc32

import msgspec

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.ruw import texts_of
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.omgeving import format_plaats
from sessie_tool.kern.parkeerplaats import Geparkeerd
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import velden
from sessie_tool.kern.zoekwoorden import fold_woorden
from sessie_tool.opslag.uittreksel import Uittreksel, Woorden, first_row

SESSIE, ONBEKEND = "sessie", "onbekend"
"""The soort of what a session says of itself, and of what this version does not know."""
_VOORAAN = (SESSIE, "rode_draad", "advies", "actie", "vraag")
_ACHTERAAN = (
    "opvolging",
    "adviesopvolging",
    "eerdere_draad",
    "notitie",
    Geparkeerd.type_tag(),
    Deelnemer.type_tag(),
    ONBEKEND,
)
_VORMEN = ("regel", "tekst", "deelnemer")
"""The forms of a field that holds words of its own; the others choose, count or point."""


def _list_records(cls: type[Record]) -> Iterator[type[Record]]:
    for sub in cls.__subclasses__():
        if sub.ENKEL != Record.ENKEL and sub.__module__.startswith("sessie_tool."):
            yield sub
        yield from _list_records(sub)


RECORDS = {cls.type_tag(): cls for cls in _list_records(Record)} if BOUWSTENEN else {}
"""The kinds of record, by the name that they have in a file."""
SOORTEN = (*_VOORAAN, *sorted({*RECORDS} - {*_VOORAAN, *_ACHTERAAN}), *_ACHTERAAN)
"""The soorten of what can be found, what was made of a session before what was said in it."""

NAMEN = {soort: RECORDS[soort].ENKEL if soort in RECORDS else soort for soort in SOORTEN}
"""What a person calls each."""
RANGEN = {soort: rang for rang, soort in enumerate(reversed(SOORTEN))}


class Vindplaats(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A piece of text.

    Attributes:
        record: id of the record; "" for what a session says of itself.
        soort: one of `SOORTEN`.
        nummer: the number or letter by which people call it.
        stap: number of the step; 0 for none.
        eigen: whether it is only for the facilitator.
        over: whether it was taken over from another session.
    """

    record: str
    soort: str
    nummer: str
    stap: int
    eigen: bool
    over: bool
    tekst: str


class Vindbaar(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """All that can be found in a session, and what to call the session and its steps."""

    sessie: str
    titel: str
    datum: str
    stappen: tuple[str, ...]
    plaatsen: tuple[Vindplaats, ...]


# Reading a file.


class _Sessie(msgspec.Struct):
    id: str
    titel: str
    datum: str
    plaats: str = ""
    aanleiding: str = ""
    niet_geplaatst: str = ""
    parkeerplaats: tuple[Any, ...] = ()


class _Stap(msgspec.Struct):
    titel: str = ""
    bouwsteen: dict[str, Any] = {}


class _Bestand(msgspec.Struct):
    sessie: dict[str, _Sessie]
    deelnemers: dict[str, Any] = {}
    stappen: dict[str, _Stap] = {}


_BESTAND = msgspec.json.Decoder(_Bestand)


def _read(data: bytes) -> Vindbaar:
    bestand = _BESTAND.decode(data)
    sessie = first_row(bestand.sessie)
    stappen = list(bestand.stappen.values())
    over_zichzelf = _join([sessie.titel, sessie.plaats, sessie.aanleiding, sessie.niet_geplaatst])
    lezer = _Lezer()
    lezer.add(Vindplaats("", SESSIE, "", 0, eigen=False, over=False, tekst=over_zichzelf))
    lezer.read(list(bestand.deelnemers.values()), 0)
    lezer.read(list(sessie.parkeerplaats), 0)
    for nummer, stap in enumerate(stappen, 1):
        if stap.bouwsteen.get("soort") in BOUWSTENEN:
            lezer.read(stap.bouwsteen.get("records"), nummer)
        else:
            onbekend = _join(texts_of(stap.bouwsteen))
            lezer.add(Vindplaats("", ONBEKEND, "", nummer, eigen=False, over=False, tekst=onbekend))
    titels = tuple(stap.titel for stap in stappen)
    return Vindbaar(sessie.id, sessie.titel, sessie.datum, titels, tuple(lezer.plaatsen))


class _Lezer:
    """Goes through stored records, and counts them as `kern.sessie.environment` does."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.plaatsen: list[Vindplaats] = []
        self._tellers: dict[str, int] = {}

    def read(self, tree: Any, stap: int, *, eigen: bool = False) -> None:
        """Take the records of a list in, each before those inside it."""
        for one in tree if isinstance(tree, list) else ():
            tag = one.get("type") if isinstance(one, dict) else None
            if isinstance(tag, str) and tag in RECORDS:
                self._read_record(one, _kind(tag), stap, eigen=eigen or one.get("bereik") == "begeleider")
            else:
                self.add(Vindplaats("", ONBEKEND, "", stap, eigen, over=False, tekst=_join(texts_of(one))))

    def _read_record(self, one: dict[str, Any], kind: "_Soort", stap: int, *, eigen: bool) -> None:
        cls, tag, teller, gewoon, eigen_velden, delen = kind
        if cls.PER_STAP:
            teller = f"{stap} {tag}"
        plaats = self._tellers[teller] = self._tellers.get(teller, 0) + 1
        wie = str(one.get("id", "")), tag, format_plaats(cls, plaats), stap
        over = one.get("overgenomen") is not None
        self.add(Vindplaats(*wie, eigen, over, _join([one.get(name) for name in gewoon])))
        if any(one.get(name) for name in eigen_velden):
            self.add(Vindplaats(*wie, eigen=True, over=over, tekst=_join([one.get(name) for name in eigen_velden])))
        for name in delen:
            self.read(one.get(name), stap, eigen=eigen)

    def add(self, vind: Vindplaats) -> None:
        """Keep a piece of text, when there is any."""
        if vind.tekst:
            self.plaatsen.append(vind)


class _Soort(NamedTuple):
    """A kind of record, and its fields: with words for all, for the facilitator, and those that may hold records."""

    cls: type[Record]
    tag: str
    teller: str
    gewoon: tuple[str, ...]
    eigen: tuple[str, ...]
    delen: tuple[str, ...]


@cache
def _kind(tag: str) -> _Soort:
    cls = RECORDS[tag]
    alle = velden(cls)
    met_tekst = [name for name, veld in alle.items() if veld.vorm in _VORMEN]
    return _Soort(
        cls,
        tag,
        cls.TELT_MET or tag,
        tuple(name for name in met_tekst if alle[name].bereik == "verslag"),
        tuple(name for name in met_tekst if alle[name].bereik != "verslag"),
        tuple(name for name in cls.__struct_fields__ if name not in {*alle, "id", "bereik", "overgenomen"}),
    )


def _join(waarden: list[Any]) -> str:
    """The texts among values, one after another."""
    try:
        return " · ".join(filter(None, waarden))
    except TypeError:  # a field with more of them, or a value that is no text
        delen = [one for waarde in waarden for one in (waarde if isinstance(waarde, list) else [waarde])]
        return " · ".join(one for one in delen if one and isinstance(one, str))


# The number of a piece of text in an index: what comes first in a list of finds has the highest.

DAG_BITS, NR_BITS, PLAATS_BITS = 16, 20, 20
_RANG, _OVER, _DAG, _NR = 57, 56, 40, 20
DAGEN = (1 << DAG_BITS) - 1
_LAATSTE = (1 << PLAATS_BITS) - 1
_BEGIN = date(1950, 1, 1).toordinal()


class Nummer(NamedTuple):
    """What a number says: the file, and the place of the piece among those of that file."""

    bestand: int
    plaats: int


def make_number(bestand: int, plaats: int, vind: Vindplaats, datum: str) -> int:
    """The number of a piece of text: by soort, the session's own before what it took over, then the newest session."""
    return _rank(vind) | day_of(datum) << _DAG | bestand << _NR | _LAATSTE - min(plaats, _LAATSTE)


def _rank(vind: Vindplaats) -> int:
    return (RANGEN[vind.soort] << 1 | (not vind.over)) << _OVER


def read_number(nummer: int) -> Nummer:
    """The file and the place in a number."""
    return Nummer(nummer >> _NR & (1 << NR_BITS) - 1, _LAATSTE - (nummer & _LAATSTE))


@lru_cache(1000)
def day_of(datum: str) -> int:
    """The place of a date in a number; 0 for a date that is none."""
    try:
        return max(1, min(DAGEN, date.fromisoformat(datum).toordinal() - _BEGIN))
    except ValueError:
        return 0


class Filter(msgspec.Struct, frozen=True):
    """Which pieces of text are wanted.

    Attributes:
        soort: one of `SOORTEN`, or "" for all.
        jaar: the year of the session, or 0 for all.
    """

    soort: str = ""
    jaar: int = 0

    @property
    def nummers(self) -> tuple[int, int]:
        """The lowest and highest number of the soort."""
        if not self.soort:
            return 0, (1 << 63) - 1
        rang = RANGEN[self.soort]
        return rang << _RANG, (rang + 1 << _RANG) - 1

    @property
    def dagen(self) -> tuple[int, int, int, int]:
        """Where the date stands in a number (how far to shift it, its mask), and the first and last that will do."""
        van, tot = (day_of(f"{self.jaar:04d}-{dag}") for dag in ("01-01", "12-31")) if self.jaar else (0, DAGEN)
        return _DAG, DAGEN, van, tot

    def fits(self, nummer: int) -> bool:
        """Whether the piece with this number is wanted."""
        (laag, hoog), (shift, mask, van, tot) = self.nummers, self.dagen
        return laag <= nummer <= hoog and van <= (nummer >> shift & mask) <= tot


def _list_woorden(bestand: int, vindbaar: Vindbaar) -> Iterator[Woorden]:
    laatste = day_of(vindbaar.datum) << _DAG | bestand << _NR | _LAATSTE
    for plaats, vind in enumerate(vindbaar.plaatsen[:_LAATSTE]):
        yield _rank(vind) | laatste - plaats, fold_woorden(vind.tekst)


VINDPLAATSEN = Uittreksel(
    "vind", crc32(f"{SOORTEN} {unicodedata.unidata_version}".encode()), Vindbaar, _read, _list_woorden
)
"""All that can be searched. Another Python may know other letters, so that its words are others."""
