"""Known examples of the literature come out of an afweging: lines in, ranking and sentences out."""

import pytest
from afweging_hulp import make, ranking, weigh
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern import afwegen
from sessie_tool.kern.bouwstenen.weegzinnen import describe_flips

# known examples


TRIANTAPHYLLOU = (
    (3277, 3058, 2876, 790),
    (
        (3088, 2897, 3867, 1922),
        (2163, 3458, 1755, 6288),
        (4509, 2473, 1194, 575),
        (240, 1172, 3184, 1215),
    ),
)
"""Triantaphyllou and Sánchez (Decision Sciences 28, 1997), weights and scores in ten-thousandths."""


def cut(waarde):
    """A whole number as its six digits in base 5, the last first: each is a score of 0 to 4."""
    return [waarde // 5**plaats % 5 for plaats in range(6)]


def as_lines(gewichten, scores):
    """The same table in criteria and scores that one can type.

    A criterium becomes six, one per digit in base 5, each five times as heavy as the one before: the weighted sum is
    the same to the last digit.
    """
    criteria = [f"c ={gewicht * 5**plaats}" for gewicht in gewichten for plaats in range(6)]
    regels = [
        f"{'ABCD'[optie]}{1 + plek}={cijfer}"
        for optie, rij in enumerate(scores)
        for plek, cijfer in enumerate(cijfer for waarde in rij for cijfer in cut(waarde))
    ]
    return make(opties=("A1", "A2", "A3", "A4")[: len(scores)], criteria=criteria, scores=regels)


def test_the_known_example_of_the_literature_gives_its_ranking_through_the_kinds():
    gewichten, scores = TRIANTAPHYLLOU
    sessie = as_lines(gewichten, scores)
    assert [rij[1] for rij in ranking(sessie)] == ["A", "B", "C", "D"]
    sommen = [plaats.gemiddelde * sum(weigh(sessie).tabel.gewichten) / 10**8 for plaats in weigh(sessie).places()]
    assert [float(som) for som in sommen] == pytest.approx([0.3162, 0.2768, 0.2621, 0.1449], abs=2e-4)


@pytest.mark.parametrize(("deel", "eerste"), ((0.64, "A"), (0.66, "B")))
def test_the_known_example_flips_where_the_article_says_through_the_kinds(deel, eerste):
    """The article: the third weight must fall by 64.8% before the second alternative is first."""
    gewichten, scores = TRIANTAPHYLLOU
    anders = (*gewichten[:2], round(gewichten[2] * (1 - deel)), gewichten[3])
    assert ranking(as_lines(anders, scores))[0][1] == eerste


def test_two_alternatives_of_a_second_known_example_share_their_place():
    """Triantaphyllou, "Multi-criteria decision making methods: a comparative study" (Dordrecht 2000), chapter 2.

    The weighted sum model there gives A2 and A3 both 22.00; here scores and totals are divided by ten.
    """
    sessie = make(
        opties=("A2", "A3"),
        criteria=("C1 =20", "C2 =15", "C3 =40", "C4 =25"),
        scores=("A1=1", "A2=3", "A3=2", "A4=3", "B1=3", "B2=1", "B3=3", "B4=1"),
    )
    assert ranking(sessie) == [("1", "A", "2,20"), ("1", "B", "2,20")]


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=2, max_size=4), st.tuples(*[st.integers(1, 9)] * 3))
def test_what_is_typed_gives_the_ranking_and_the_flips_of_the_sums(scores, gewichten):
    regels = [
        f"{'ABCD'[optie]}{plek}={cijfer}" for optie, rij in enumerate(scores) for plek, cijfer in enumerate(rij, 1)
    ]
    sessie = make(opties=["x"] * len(scores), criteria=[f"c ={een}" for een in gewichten], scores=regels)
    tabel = afwegen.Tabel(gewichten, tuple(scores))
    assert weigh(sessie).tabel == tabel
    assert [rij[1] for rij in ranking(sessie)] == ["ABCD"[index] for index, _ in afwegen.rank(tabel)]
    if len(afwegen.first(tabel)) == 1:
        zinnen = list(describe_flips(weigh(sessie)))
        punten = afwegen.flips(tabel)
        assert sum("kantelt bij" in zin for zin in zinnen) == sum(punt.gewicht > 0 for punt in punten)
        assert sum("hooguit ernaast" in zin for zin in zinnen) == sum(punt.gewicht == 0 for punt in punten)
