"""Weighing options on criteria: weighted totals, dominance, and at which weight the ranking flips. Pure and exact.

A total is the weighted sum of scores (simple additive weighting; Department for Communities and Local Government,
"Multi-criteria analysis: a manual", London 2009, chapter 6). Numbers are exact fractions, so equal is equal.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import combinations, pairwise

import msgspec

Getal = int | Fraction
RASTER = 2_000
"""About the most sets of weights that are tried to see how sure the first place is."""


class Tabel(msgspec.Struct, frozen=True):
    """Options × criteria.

    Attributes:
        gewichten: a weight (0 or more) per criterion; only their proportions count.
        scores: per option a score per criterion; None when it is not given.
    """

    gewichten: tuple[Getal, ...]
    scores: tuple[tuple[Getal | None, ...], ...]


class Kantelpunt(msgspec.Struct, frozen=True):
    """Where another option takes over the first place.

    Attributes:
        criterium: index of the criterion whose weight changes; all other weights stay.
        gewicht: the weight at which both are equal.
        wordt: index of the option that is first beyond that weight.
    """

    criterium: int
    gewicht: Fraction
    wordt: int


def total(tabel: Tabel, optie: int) -> Fraction | None:
    """The weighted mean of an option's scores; None when a score with weight is missing, or no weight is given."""
    som = sum(tabel.gewichten)
    paren = [(w, s) for w, s in zip(tabel.gewichten, tabel.scores[optie], strict=True) if w]
    if not som or any(score is None for _, score in paren):
        return None
    return Fraction(sum(w * score for w, score in paren if score is not None)) / Fraction(som)


def rank(tabel: Tabel) -> tuple[tuple[int, Fraction], ...]:
    """The options that have a total, best first; equal ones in their own order: pairs of (index, total)."""
    totals = [(index, total(tabel, index)) for index in range(len(tabel.scores))]
    known = [(index, waarde) for index, waarde in totals if waarde is not None]
    return tuple(sorted(known, key=lambda paar: -paar[1]))


def first(tabel: Tabel) -> tuple[int, ...]:
    """The options with the highest total; more than one when they share the first place."""
    ranked = rank(tabel)
    return tuple(index for index, waarde in ranked if waarde == ranked[0][1])


def dominated(tabel: Tabel) -> tuple[tuple[int, int], ...]:
    """Pairs (a, b) in which a is nowhere worse than b and somewhere better, on the criteria that both have a score."""
    found = []
    for a, een in enumerate(tabel.scores):
        for b, ander in enumerate(tabel.scores):
            paren = [(x, y) for x, y in zip(een, ander, strict=True) if x is not None and y is not None]
            whole = len(paren) == len(tabel.gewichten)
            if whole and all(x >= y for x, y in paren) and any(x > y for x, y in paren):
                found.append((a, b))
    return tuple(found)


def flips(tabel: Tabel) -> tuple[Kantelpunt, ...]:
    """For each criterion the nearest lower and the nearest higher weight at which the first place goes to another.

    One weight changes and the others stay (Triantaphyllou and Sánchez, "A sensitivity analysis approach for some
    deterministic multi-criteria decision-making methods", Decision Sciences 28, 1997). Nothing when the first place
    is shared: then every weight matters.
    """
    winners = first(tabel)
    if len(winners) != 1:
        return ()
    winner, rivals = winners[0], [index for index, _ in rank(tabel) if index != winners[0]]
    found = []
    for criterium, gewicht in enumerate(tabel.gewichten):
        points = [one for rival in rivals if (one := _flip(tabel, winner, rival, criterium))]
        lower = [one for one in points if one.gewicht < gewicht]
        higher = [one for one in points if one.gewicht > gewicht]
        found += [max(lower, key=partial(_beyond, tabel))] if lower else []
        found += [min(higher, key=partial(_beyond, tabel))] if higher else []
    return tuple(found)


def _beyond(tabel: Tabel, punt: Kantelpunt) -> tuple[Fraction, Getal]:
    """By which the points of one criterium are compared: at an equal weight the score says who is first beyond it."""
    return punt.gewicht, -(tabel.scores[punt.wordt][punt.criterium] or 0)


def _flip(tabel: Tabel, winner: int, rival: int, criterium: int) -> Kantelpunt | None:
    """The weight of one criterion at which two options are equal, when there is one of 0 or more."""
    verschillen = [
        Fraction((een or 0) - (ander or 0))
        for een, ander in zip(tabel.scores[winner], tabel.scores[rival], strict=True)
    ]
    eigen = verschillen[criterium]
    if not eigen or tabel.scores[winner][criterium] is None or tabel.scores[rival][criterium] is None:
        return None
    rest = sum(w * d for i, (w, d) in enumerate(zip(tabel.gewichten, verschillen, strict=True)) if i != criterium)
    gewicht = Fraction(-rest) / eigen
    return Kantelpunt(criterium, gewicht, rival) if gewicht >= 0 else None


def acceptance(tabel: Tabel) -> tuple[Fraction, ...]:
    """For each option the share of all possible weights for which it is first; a shared place is divided.

    Weights are tried on an even grid (Lahdelma, Hokkanen and Salminen, "SMAA", European Journal of Operational
    Research 106, 1998, take them at random). Options with a missing score cannot be first.
    """
    shares = [Fraction(0)] * len(tabel.scores)
    complete = [i for i, rij in enumerate(tabel.scores) if rij and None not in rij]
    tried = 0
    for gewichten in grid(len(tabel.gewichten)) if complete else ():
        tried += 1
        winners = first(Tabel(gewichten, tuple(tabel.scores[i] for i in complete)))
        for one in winners:
            shares[complete[one]] += Fraction(1, len(winners))
    return tuple(share / tried if tried else share for share in shares)


def grid(aantal: int) -> Iterator[tuple[int, ...]]:
    """Sets of `aantal` whole weights that add up to the same sum, spread evenly; at most about `RASTER`."""
    fijn = 1
    while aantal > 1 and fijn < RASTER and _count(aantal, fijn + 1) <= RASTER:
        fijn += 1
    for grenzen in combinations(range(fijn + aantal - 1), aantal - 1) if aantal else ():
        plaatsen = (-1, *grenzen, fijn + aantal - 1)
        yield tuple(b - a - 1 for a, b in pairwise(plaatsen))


def _count(aantal: int, fijn: int) -> int:
    """In how many ways `fijn` can be divided over `aantal` weights."""
    uitkomst = Fraction(1)
    for i in range(1, aantal):
        uitkomst = uitkomst * (fijn + i) / i
    return int(uitkomst)


def smallest_change(tabel: Tabel, kantelpunten: Sequence[Kantelpunt]) -> Fraction | None:
    """The smallest change of one weight, as a part of that weight, that flips the first place; None: nothing does."""
    changes = [
        abs(one.gewicht - tabel.gewichten[one.criterium]) / tabel.gewichten[one.criterium]
        for one in kantelpunten
        if tabel.gewichten[one.criterium]
    ]
    return min(changes) if changes else None
