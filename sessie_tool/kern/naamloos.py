"""Naamloos: a session without the names of its people, for good. What was said stays; who said it becomes a number.

It is the open version's way of finding names, on the session itself instead of on a document that is made of it. So
what a secretary sees and decides there (`vervangingen`) is what happens here.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from sessie_tool.kern.boom import texts_in, to_tree
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamnummer import is_nummer, make_nummer
from sessie_tool.kern.namen import Namen
from sessie_tool.kern.openbaar import Schoonmaker, known_words
from sessie_tool.kern.personen import Persoon, list_genoemd, list_personen
from sessie_tool.kern.publiceren import list_geen_namen
from sessie_tool.kern.record import Overname
from sessie_tool.kern.sessie import Sessie, environment
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.kern.veld import Veld, velden
from sessie_tool.kern.vermoedens import keep_weak
from sessie_tool.kern.vervanging import Twijfel, Vervanging
from sessie_tool.kern.vouwen import fold

S = TypeVar("S", bound=msgspec.Struct)
Lees = Callable[[str], str]
"""What a text says once its marks (Markdown) are read: a name can have a mark in the middle."""

_VAST = frozenset(
    {
        "id",
        "datum",
        "sjabloon",
        "soort",
        "status",
        "verloop",
        "bereik",
        "record",
        "sessie",
        "type",
        "deelnemers",
        "vervangingen",
    }
)
"""Fields without words of people: ids, and what the program chose."""
_APART = frozenset({"deelnemers", "vervangingen"})
"""Fields of a session with a way of their own."""
_GETYPT = (Sessie, Vaststelling, Overname)
"""What holds typed words in fields that are no Veld."""
_ONTHOUD = 20_000
_GEEN_TEKST = frozenset({"datum", "verwijzing", "getal", "geld", "janee"})


class Verzoek(msgspec.Struct, frozen=True):
    """Whose names go, and what of them.

    Attributes:
        allen: also those of people who may be named.
        functies: the rol and the organisatie of these people go too.
        vermoedens: words that may be a name of somebody who is not known go too.
    """

    allen: bool = False
    functies: bool = False
    vermoedens: bool = False

    def __or__(self, ander: "Verzoek") -> "Verzoek":
        """What either of the two asks."""
        paren = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(ander), strict=True)
        return Verzoek(*(een or twee for een, twee in paren))


class Mensen(NamedTuple):
    """Everyone who stands in some versions of one session, each once, and what was decided about their names."""

    deelnemers: tuple[Deelnemer, ...]
    genoemd: tuple[str, ...]
    vervangingen: tuple[Vervanging, ...]
    woorden: frozenset[str]

    @property
    def namen(self) -> tuple[str, ...]:
        """The names that go."""
        weg = (one.naam for one in self.deelnemers if not one.mag_genoemd and not is_nummer(one.naam))
        return tuple(dict.fromkeys((*weg, *self.genoemd)))

    def add(self, namen: Iterable[str], genoemd: Iterable[str]) -> "Mensen":
        """These people with others, whose names go too."""
        weg = {_key(naam): naam for naam in namen}
        bekend = {_key(one.naam) for one in self.deelnemers}
        eigen = (
            msgspec.structs.replace(one, mag_genoemd=one.mag_genoemd and _key(one.naam) not in weg)
            for one in self.deelnemers
        )
        nieuw = (Deelnemer(id="", naam=naam) for sleutel, naam in weg.items() if sleutel not in bekend)
        return self._replace(deelnemers=(*eigen, *nieuw), genoemd=tuple(dict.fromkeys((*self.genoemd, *genoemd))))


def list_mensen(sessies: Sequence[Sessie], verzoek: Verzoek = Verzoek()) -> Mensen:
    """The people of a session and of other versions of it; the numbers follow the list of the first one."""
    deelnemers: dict[str, Deelnemer] = {}
    for one in (een for sessie in sessies for een in sessie.deelnemers if een.naam.strip()):
        sleutel = _key(one.naam)
        mag = one.mag_genoemd and not verzoek.allen and deelnemers.get(sleutel, one).mag_genoemd
        deelnemers[sleutel] = msgspec.structs.replace(deelnemers.get(sleutel, one), mag_genoemd=mag)
    genoemd = [naam for one in sessies for naam in list_genoemd(environment(one).records.values())]
    besloten = {one.sleutel: one for sessie in reversed(sessies) for one in sessie.vervangingen}
    geen = [tekst for sessie in sessies for tekst in list_geen_namen(sessie)]
    woorden = known_words((tekst for one in sessies for tekst in texts_in(to_tree(one))), geen)
    nieuw = (naam for naam in genoemd if not is_nummer(naam) and _key(naam) not in deelnemers)
    return Mensen(tuple(deelnemers.values()), tuple(dict.fromkeys(nieuw)), tuple(besloten.values()), woorden)


class Naamloos:
    """Takes the names out of versions of one session.

    Attributes:
        mensen: everyone in it.
        namen: per participant whose name goes, what the list shows instead.
        kenmerken: what few others are called than those whose name goes.
    """

    def __init__(self, mensen: Mensen, verzoek: Verzoek, vast: Iterable[str] = (), lees: Lees = str) -> None:
        """Know the people.

        Args:
            mensen: everyone in it.
            verzoek: what is asked.
            vast: texts that stay as they are, as the opgaven of the werkmap do.
            lees: reads the marks in a text.
        """
        self.mensen = mensen
        self.namen = {
            one.naam: make_nummer(nummer)
            for nummer, one in enumerate(mensen.deelnemers, 1)
            if not one.mag_genoemd and not is_nummer(one.naam)
        }
        self._bij_sleutel = {_key(naam): door for naam, door in self.namen.items()}
        personen = list_personen(mensen.deelnemers, mensen.genoemd, mensen.woorden)
        gezocht = [self._number(one) for one in personen if not is_nummer(one.naam)]
        self.kenmerken = frozenset(kenmerk for one in gezocht if not one.blijft for kenmerk in one.kenmerken)
        self._schoon = Schoonmaker(
            Namen(gezocht), mensen.vervangingen, mensen.woorden, iter if verzoek.vermoedens else keep_weak
        )
        self._functies = verzoek.functies
        self._vast = frozenset(vast)
        self._lees = lees
        self._tekst = lru_cache(_ONTHOUD)(self._clean_tekst)  # most texts stand in every version
        self._rand = lru_cache(_ONTHOUD)(self._clean_rand)

    @property
    def plekken(self) -> tuple[Twijfel, ...]:
        """What was replaced or is doubtful, each once."""
        return tuple(self._schoon.plekken.values())

    def is_clean(self, tekst: str) -> bool:
        """Whether no known person stands in a text."""
        return self._rand(tekst) == tekst

    def clean(self, sessie: Sessie) -> Sessie:
        """A version of the session without the names."""
        return msgspec.structs.replace(
            self._struct(sessie),
            deelnemers=tuple(self._deelnemer(one) for one in sessie.deelnemers),
            vervangingen=tuple(one for one in sessie.vervangingen if one.blijft),
        )

    def _number(self, persoon: Persoon) -> Persoon:
        door = self._bij_sleutel.get(_key(persoon.naam))
        return persoon._replace(door=f"d{door[1:]}") if door else persoon

    def _deelnemer(self, deelnemer: Deelnemer) -> Deelnemer:
        door = self._bij_sleutel.get(_key(deelnemer.naam))
        weg = bool(door) and self._functies
        return msgspec.structs.replace(
            deelnemer,
            naam=door or deelnemer.naam,
            rol="" if weg else self._rand(deelnemer.rol),
            organisatie="" if weg else self._rand(deelnemer.organisatie),
            mag_genoemd=deelnemer.mag_genoemd and not door,
        )

    def _struct(self, waarde: S) -> S:
        """A value with every text in it cleaned, also one of a kind to come.

        What a sjabloon says, and ids, are no one's words: there only the names of known people are looked for.
        """
        los = self._tekst if isinstance(waarde, _GETYPT) else self._rand
        soorten = velden(type(waarde))
        changed = {}
        for naam in waarde.__struct_fields__:
            oud = getattr(waarde, naam)
            nieuw = oud if naam in _VAST | _APART else self._waarde(oud, soorten.get(naam), los)
            if nieuw is not oud:
                changed[naam] = nieuw
        return msgspec.structs.replace(waarde, **changed) if changed else waarde

    def _waarde(self, waarde: Any, veld: Veld | None, schoon: Lees) -> Any:
        if isinstance(waarde, str):
            return self._clean(waarde, veld, schoon)
        if isinstance(waarde, tuple):
            return tuple(self._waarde(one, veld, schoon) for one in waarde)
        if isinstance(waarde, msgspec.Struct):
            return self._struct(waarde)
        if isinstance(waarde, OnbekendeBouwsteen):
            return OnbekendeBouwsteen(self._ruw(waarde.ruw))
        return {self._rand(naam): one for naam, one in waarde.items()} if isinstance(waarde, dict) else waarde

    def _ruw(self, waarde: Any) -> Any:
        """A tree of a kind that this version does not know; without knowing what is text, only known people go."""
        if isinstance(waarde, str):
            return self._rand(waarde)
        if isinstance(waarde, list):
            return [self._ruw(one) for one in waarde]
        if isinstance(waarde, dict):
            return {naam: one if naam in _VAST else self._ruw(one) for naam, one in waarde.items()}
        return waarde

    def _clean(self, tekst: str, veld: Veld | None, schoon: Lees) -> str:
        if not tekst or tekst in self._vast:
            return tekst
        if veld is None:
            return schoon(tekst)
        if veld.vorm in _GEEN_TEKST or tekst in veld.keuzes:
            return tekst
        return self._persoon(tekst) if veld.vorm == "deelnemer" else self._tekst(tekst)

    def _persoon(self, naam: str) -> str:
        """A name in a field for a person: as the list has it, so that the two stay tied."""
        if door := self._bij_sleutel.get(_key(naam)):
            return door
        nieuw = self._schoon.clean_tekst(naam)
        return nieuw if nieuw == naam else f"{nieuw[:1].upper()}{nieuw[1:]}"

    def _clean_tekst(self, tekst: str) -> str:
        nieuw = self._schoon.clean_tekst(tekst)
        gelezen = self._lees(nieuw)
        return self._schoon.clean_tekst(gelezen) if self._rand(gelezen) != gelezen else nieuw

    def _clean_rand(self, tekst: str) -> str:
        return tekst if tekst in self._vast else self._schoon.clean_rand(tekst)


def _key(naam: str) -> str:
    return " ".join(fold(naam).tekst.split())
