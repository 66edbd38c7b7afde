"""Weging: what is on the table in an afweging, ready for the sums of kern.afwegen."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, ClassVar

import msgspec

from sessie_tool.kern import afwegen
from sessie_tool.kern.bouwstenen.criteria import SCORES, Criterium
from sessie_tool.kern.bouwstenen.opties import Optie
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import Veld

HOOG = 3
"""From this score on an option serves the goal of a criterium."""


class Score(Record, frozen=True):
    """What one option scores on one criterium, and why."""

    ENKEL: ClassVar[str] = "score"
    MEERVOUD: ClassVar[str] = "scores"
    BIJ_NUMMER: ClassVar[bool] = False

    waarom: Annotated[str, Veld("Waarom", hulp="Waarom deze score?", kolom=True)] = ""
    optie: Annotated[str, Veld("Optie", "verwijzing", "Welke optie?", naar="optie")] = ""
    criterium: Annotated[str, Veld("Criterium", "verwijzing", "Op welk criterium?", naar="criterium")] = ""
    score: Annotated[
        int | None, Veld("Score", "getal", "Van 0 tot en met 4.", keuzes=tuple(map(str, SCORES)), kolom=True)
    ] = None

    @property
    def waarde(self) -> int | None:
        """The score as it counts: None when it is not given, or is none of 0 to 4."""
        return self.score if self.score in SCORES else None


class Plaats(msgspec.Struct, frozen=True):
    """One option in the ranking; equal ones share a number."""

    nummer: int
    optie: Optie
    gemiddelde: Fraction


class Weging(msgspec.Struct, frozen=True):
    """Options × criteria with their scores.

    Attributes:
        opties: all of them, also those that are ruled out.
        cellen: the score per (id of the option, id of the criterium).
        omgeving: for the letters and numbers by which people call them.
    """

    opties: tuple[Optie, ...]
    criteria: tuple[Criterium, ...]
    cellen: dict[tuple[str, str], Score]
    omgeving: Omgeving

    @property
    def mee(self) -> tuple[Optie, ...]:
        """The options that take part in the ranking."""
        return tuple(one for one in self.opties if not one.valt_af)

    @property
    def tabel(self) -> afwegen.Tabel:
        """The options that take part, as the sums want them; a criterium without a weight counts as 0."""
        return self.with_gewichten([one.gewicht or 0 for one in self.criteria])

    def with_gewichten(self, gewichten: Iterable[int]) -> afwegen.Tabel:
        """The options that take part, with other weights."""
        rijen = (tuple(self.waarde(optie, criterium) for criterium in self.criteria) for optie in self.mee)
        return afwegen.Tabel(tuple(gewichten), tuple(rijen))

    def waarde(self, optie: Optie, criterium: Criterium) -> int | None:
        """One score; None when it is missing."""
        cel = self.cellen.get((optie.id, criterium.id))
        return cel.waarde if cel else None

    def lacking(self, optie: Optie) -> tuple[Criterium, ...]:
        """The criteria on which an option has no score."""
        return tuple(one for one in self.criteria if self.waarde(optie, one) is None)

    def places(self) -> tuple[Plaats, ...]:
        """The options that have a total, best first."""
        ranked = afwegen.rank(self.tabel)
        hoger = [gemiddelde for _, gemiddelde in ranked]
        return tuple(Plaats(hoger.index(waarde) + 1, self.mee[index], waarde) for index, waarde in ranked)

    def without_total(self) -> tuple[Optie, ...]:
        """The options that take part but have no total, because scores are missing."""
        ranked = {plaats.optie.id for plaats in self.places()}
        return tuple(one for one in self.mee if one.id not in ranked)

    def doelen(self, optie: Optie) -> dict[str, list[Criterium]]:
        """The goals that an option serves with a high score, each with the criteria that show it."""
        found: dict[str, list[Criterium]] = {}
        namen: dict[str, str] = {}
        for criterium in self.criteria:
            if criterium.doel.strip() and (self.waarde(optie, criterium) or 0) >= HOOG:
                naam = namen.setdefault(criterium.doel.strip().casefold(), criterium.doel.strip())
                found.setdefault(naam, []).append(criterium)
        return found

    def letter(self, optie: Optie) -> str:
        """'B'."""
        return self.omgeving.nummer(optie.id)


def make_weging(scores: Iterable[Score], omgeving: Omgeving, bereiken: tuple[str, ...]) -> Weging:
    """Weigh what the session has, as far as it may be read by who reads this: of one of these `bereiken`."""
    cellen: dict[tuple[str, str], Score] = {}
    for one in scores:
        if one.bereik in bereiken:
            cellen.setdefault((one.optie, one.criterium), one)
    opties = [one for one in omgeving.of_type("optie") if isinstance(one, Optie) and one.bereik in bereiken]
    criteria = [one for one in omgeving.of_type("criterium") if isinstance(one, Criterium) and one.bereik in bereiken]
    return Weging(tuple(opties), tuple(criteria), cellen, omgeving)


@lru_cache(8)
def accept(tabel: afwegen.Tabel) -> tuple[Fraction, ...]:
    """`afwegen.acceptance`, kept: the screen and the verslag ask for the same table again and again."""
    return afwegen.acceptance(tabel)
