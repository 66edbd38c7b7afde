"""Weighing options: known examples from the literature, and what holds for every table."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sessie_tool.kern.afwegen import (
    RASTER,
    Tabel,
    acceptance,
    dominated,
    first,
    flips,
    grid,
    rank,
    smallest_change,
    total,
)


def decimal(*getallen):
    return tuple(Fraction(str(een)) for een in getallen)


MEETKUNDE = 30
"""Examples of what reckons with every possible weight: each takes a third of a second."""

TRIANTAPHYLLOU = Tabel(
    decimal(0.3277, 0.3058, 0.2876, 0.0790),
    (
        decimal(0.3088, 0.2897, 0.3867, 0.1922),
        decimal(0.2163, 0.3458, 0.1755, 0.6288),
        decimal(0.4509, 0.2473, 0.1194, 0.0575),
        decimal(0.0240, 0.1172, 0.3184, 0.1215),
    ),
)
"""The example of Triantaphyllou and Sánchez (1997): four alternatives, four criteria."""


@st.composite
def tabellen(draw, missend=False):
    opties, criteria = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    score = st.integers(0, 4) if not missend else st.none() | st.integers(0, 4)
    scores = draw(st.lists(st.tuples(*[score] * criteria), min_size=opties, max_size=opties))
    return Tabel(tuple(draw(st.lists(st.integers(0, 9), min_size=criteria, max_size=criteria))), tuple(scores))


def with_weight(tabel, criterium, gewicht):
    gewichten = list(tabel.gewichten)
    gewichten[criterium] = gewicht
    return Tabel(tuple(gewichten), tabel.scores)


def test_the_known_example_has_its_known_ranking():
    ranked = rank(TRIANTAPHYLLOU)
    assert [index for index, _ in ranked] == [0, 1, 2, 3]
    assert [round(float(waarde), 4) for _, waarde in ranked] == pytest.approx(
        [0.3162, 0.2768, 0.2621, 0.1449], abs=2e-4
    )


def test_the_known_example_flips_where_the_article_says():
    punten = flips(TRIANTAPHYLLOU)
    derde = next(een for een in punten if een.criterium == 2)
    assert derde.wordt == 1
    procent = abs(derde.gewicht - TRIANTAPHYLLOU.gewichten[2]) / TRIANTAPHYLLOU.gewichten[2]
    assert float(procent) == pytest.approx(0.648, abs=2e-3)
    assert smallest_change(TRIANTAPHYLLOU, punten) == min(
        abs(een.gewicht - TRIANTAPHYLLOU.gewichten[een.criterium]) / TRIANTAPHYLLOU.gewichten[een.criterium]
        for een in punten
    )


@given(tabellen())
def test_beyond_a_flip_another_option_is_first_and_before_it_the_same_one(tabel):
    for punt in flips(tabel):
        winnaar = first(tabel)[0]
        nu = Fraction(tabel.gewichten[punt.criterium])
        gelijk = with_weight(tabel, punt.criterium, punt.gewicht)
        if sum(gelijk.gewichten):
            assert {winnaar, punt.wordt} <= set(first(gelijk))
        halverwege = with_weight(tabel, punt.criterium, (nu + punt.gewicht) / 2)
        assert first(halverwege) == (winnaar,)
        verder = punt.gewicht + (punt.gewicht - nu) / 10**6
        if verder >= 0:
            daarna = first(with_weight(tabel, punt.criterium, verder))
            assert winnaar not in daarna
            assert punt.wordt in daarna


@settings(max_examples=MEETKUNDE)
@given(tabellen(), st.integers(2, 9))
def test_only_the_proportions_of_the_weights_count(tabel, factor):
    groter = Tabel(tuple(factor * een for een in tabel.gewichten), tabel.scores)
    assert rank(groter) == rank(tabel)
    assert acceptance(groter) == acceptance(tabel)


@given(tabellen())
def test_an_option_that_is_dominated_is_never_better(tabel):
    assume(sum(tabel.gewichten))
    for beter, slechter in dominated(tabel):
        assert total(tabel, beter) >= total(tabel, slechter)


@settings(max_examples=MEETKUNDE)
@given(tabellen())
def test_the_shares_of_the_first_place_add_up_to_one(tabel):
    shares = acceptance(tabel)
    assert sum(shares) == 1
    for beter, slechter in dominated(tabel):
        assert shares[beter] >= shares[slechter]


@given(tabellen(missend=True))
def test_a_missing_score_stays_missing(tabel):
    for index, rij in enumerate(tabel.scores):
        nodig = [score for score, gewicht in zip(rij, tabel.gewichten, strict=True) if gewicht]
        assert (total(tabel, index) is None) == (not nodig or None in nodig)
        assert all(not (index in paar and None in rij) for paar in dominated(tabel))


@pytest.mark.parametrize("aantal", (1, 2, 3, 5, 10, 40))
def test_the_grid_of_weights_is_even_and_bounded(aantal):
    raster = list(grid(aantal))
    assert 1 <= len(raster) <= max(RASTER, aantal)
    assert len(set(raster)) == len(raster)
    assert len({sum(een) for een in raster}) == 1
    assert {tuple(reversed(een)) for een in raster} == set(raster)


def test_a_shared_first_place_is_said_and_has_no_flip():
    tabel = Tabel((1, 1), ((4, 0), (0, 4), (1, 1)))
    assert first(tabel) == (0, 1)
    assert flips(tabel) == ()
    assert acceptance(tabel) == (Fraction(1, 2), Fraction(1, 2), 0)


def test_without_options_or_weights_there_is_no_first_place():
    assert first(Tabel((), ())) == ()
    assert rank(Tabel((0, 0), ((1, 2),))) == ()
    assert smallest_change(Tabel((1,), ((1,),)), ()) is None


def test_where_more_options_catch_up_at_one_weight_the_one_that_is_first_beyond_it_is_named():
    tabel = Tabel((6, 3), ((3, 2), (4, 1), (1, 4), (3, 0)))
    lager, hoger = flips(tabel)
    assert (lager.criterium, lager.gewicht, lager.wordt) == (0, 3, 2)
    assert first(with_weight(tabel, 0, 2)) == (2,)
    assert (hoger.criterium, hoger.gewicht, hoger.wordt) == (1, 6, 2)
    assert first(with_weight(tabel, 1, 7)) == (2,)
