"""Huis van sturing: what the werkmap steers on. Perspectief → doelstelling → succesfactor → indicator.

An indicator has no norm: more complaints can be good news. Beside it stand the contradictions between doelstellingen.
Values and pure functions; `huis_tekst.py` reads and writes it as Markdown.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec


class Deel(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the huis.

    Attributes:
        id: unique in the werkmap; it stays when a part gets another place or explanation.
        toelichting: what else one should know; more lines.
    """

    id: str = ""
    naam: str = ""
    toelichting: str = ""


class Indicator(Deel, frozen=True):
    """What one can look at to see how a succesfactor stands.

    Attributes:
        eenheid: in what it is counted: '% van de inwoners'.
        bron: where the figure comes from.
    """

    eenheid: str = ""
    bron: str = ""


class Succesfactor(Deel, frozen=True):
    """What must go well for a doelstelling."""

    indicatoren: tuple[Indicator, ...] = ()


class Doelstelling(Deel, frozen=True):
    """What the city wants to reach; its name is unique in the huis, for people call it by that."""

    succesfactoren: tuple[Succesfactor, ...] = ()


class Perspectief(Deel, frozen=True, tag_field="soort", tag="perspectief"):
    """A way to look at the city, such as that of who lives there."""

    doelstellingen: tuple[Doelstelling, ...] = ()


class Tegenspraak(msgspec.Struct, frozen=True, kw_only=True, tag_field="soort", tag="tegenspraak"):
    """Two doelstellingen that pull against each other, called by their ids.

    Attributes:
        toelichting: what pulls, in one line.
    """

    id: str = ""
    tussen: str
    en: str
    toelichting: str = ""


class Plek(NamedTuple):
    """An indicator with where it stands."""

    perspectief: Perspectief
    doelstelling: Doelstelling
    succesfactor: Succesfactor
    indicator: Indicator


class Huis(msgspec.Struct, frozen=True):
    """The whole huis van sturing of a werkmap."""

    perspectieven: tuple[Perspectief, ...] = ()
    tegenspraken: tuple[Tegenspraak, ...] = ()

    @property
    def doelstellingen(self) -> tuple[Doelstelling, ...]:
        """All doelstellingen, in order."""
        return tuple(doel for perspectief in self.perspectieven for doel in perspectief.doelstellingen)

    @property
    def plekken(self) -> Iterator[Plek]:
        """All indicators, in order."""
        for perspectief in self.perspectieven:
            for doel in perspectief.doelstellingen:
                for factor in doel.succesfactoren:
                    for indicator in factor.indicatoren:
                        yield Plek(perspectief, doel, factor, indicator)

    def noem(self, doel_id: str) -> str:
        """The name of a doelstelling by its id; "" when it is gone."""
        return next((doel.naam for doel in self.doelstellingen if doel.id == doel_id), "")


LEEG_HUIS = Huis()

D = TypeVar("D", bound=Deel)
Pad = tuple[str, ...]
"""Where a part stands: the names from the perspectief down, in small letters."""

_KINDEREN = {Perspectief: "doelstellingen", Doelstelling: "succesfactoren", Succesfactor: "indicatoren"}


def children_of(deel: Deel) -> tuple[Deel, ...]:
    """The parts right below a part."""
    name = _KINDEREN.get(type(deel), "")
    return getattr(deel, name) if name else ()


def walk(delen: Iterable[Deel], pad: Pad = ()) -> Iterator[tuple[Pad, Deel]]:
    """Every part with its place, from top to bottom."""
    for deel in delen:
        hier = (*pad, deel.naam.casefold())
        yield hier, deel
        yield from walk(children_of(deel), hier)


def with_ids(huis: Huis, oud: Huis, new_ids: Iterator[str]) -> Huis:
    """The huis in which every part has an id: the one it has in `oud` when it stands there, else a new one.

    A doelstelling is known by its name wherever it stands; another part by its place.
    """
    bekend = {pad: deel.id for pad, deel in walk(oud.perspectieven)}
    doelen = {doel.naam.casefold(): doel.id for doel in oud.doelstellingen}
    nieuw = {doel.id: doelen.get(doel.naam.casefold()) or next(new_ids) for doel in huis.doelstellingen}
    perspectieven = tuple(_with_ids(one, (), bekend, nieuw, new_ids) for one in huis.perspectieven)
    paren = {(one.tussen, one.en): one.id for one in oud.tegenspraken}
    tegenspraken = []
    for one in huis.tegenspraken:
        tussen, en = nieuw.get(one.tussen, one.tussen), nieuw.get(one.en, one.en)
        paar = paren.get((tussen, en)) or next(new_ids)
        tegenspraken.append(msgspec.structs.replace(one, id=paar, tussen=tussen, en=en))
    return Huis(perspectieven, tuple(tegenspraken))


def _with_ids(deel: D, boven: Pad, bekend: dict[Pad, str], doelen: dict[str, str], new_ids: Iterator[str]) -> D:
    pad = (*boven, deel.naam.casefold())
    is_doel = isinstance(deel, Doelstelling)
    changed = {"id": doelen[deel.id] if is_doel else bekend.get(pad) or next(new_ids)}
    kinderen = {}
    if type(deel) in _KINDEREN:
        lager = tuple(_with_ids(one, pad, bekend, doelen, new_ids) for one in children_of(deel))
        kinderen[_KINDEREN[type(deel)]] = lager
    return msgspec.structs.replace(deel, **changed, **kinderen)


def gone(oud: Huis, nieuw: Huis) -> tuple[Deel, ...]:
    """The parts of `oud` that are not in `nieuw` any more."""
    kept = {deel.id for _, deel in walk(nieuw.perspectieven)}
    return tuple(deel for _, deel in walk(oud.perspectieven) if deel.id not in kept)
