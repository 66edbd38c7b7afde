"""Bijdragescores: differences, means half up, and nothing made of what is missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.bijdragen import Score, by_difference, mean, total_up

SCORES = (
    Score("Park", "Groen", "Meer bomen", 4, 1),
    Score("Park", "Groen", "Minder hitte", 2, 2),
    Score("Park", "Inclusief", "Ontmoeten", 0, 3),
    Score("Park", "Inclusief", "Toegankelijk", None, 3),
    Score("Plein", "Groen", "Meer bomen", 1, None),
)
score = st.none() | st.integers(0, 4)


@pytest.mark.parametrize(
    ("scores", "uitkomst"),
    (((2, 3, 2, 2), "2.3"), ((4, 1), "2.5"), ((1, 1, 2), "1.3"), ((0, 0), "0.0"), ((3, None, 4), "3.5")),
)
def test_a_mean_has_one_decimal_half_up(scores, uitkomst):
    assert mean(scores) == Decimal(uitkomst)


def test_a_mean_of_nothing_is_missing():
    assert mean((None, None)) is None


def test_a_project_tells_its_difference_over_the_statements_that_both_scored():
    park, plein = total_up(SCORES)
    assert (park.project, park.verschil, park.aantal) == ("Park", 6, 3)
    assert [(een.doelstelling, een.opdrachtgever, een.opdrachtnemer) for een in park.gemiddelden] == [
        ("Groen", Decimal("3.0"), Decimal("1.5")),
        ("Inclusief", Decimal("0.0"), Decimal("3.0")),
    ]
    assert (plein.verschil, plein.aantal, plein.gemiddelden[0].opdrachtnemer) == (0, 0, None)


def test_the_largest_difference_comes_first_and_the_missing_ones_not_at_all():
    assert [een.stelling for een in by_difference(SCORES)] == ["Meer bomen", "Ontmoeten", "Minder hitte"]


@given(st.lists(st.builds(Score, st.sampled_from("AB"), st.sampled_from("XY"), st.text(), score, score)))
def test_the_sum_is_the_sum_of_the_statements_and_symmetric(scores):
    for uitslag in total_up(scores):
        verschillen = [een.verschil for een in uitslag.scores if een.verschil is not None]
        assert (uitslag.verschil, uitslag.aantal) == (sum(verschillen), len(verschillen))
    omgekeerd = [
        Score(een.project, een.doelstelling, een.stelling, een.opdrachtnemer, een.opdrachtgever) for een in scores
    ]
    assert [een.verschil for een in total_up(omgekeerd)] == [een.verschil for een in total_up(scores)]
