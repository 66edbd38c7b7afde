"""An afweging: weights come before scores, and a line says one score and why."""

import pytest
from afweging_hulp import change, make, ranking, record, type_in, words

from sessie_tool.fouten import RegelError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen.basis import Start
from sessie_tool.kern.bouwstenen.opties import Opties
from sessie_tool.kern.records import remove_records
from sessie_tool.kern.sessie import environment

# weights before scores


def test_a_score_is_refused_until_every_criterium_has_a_weight():
    sessie = make(criteria=("Snel =3", "Duurzaam"), scores=())
    with pytest.raises(RegelError, match=r"Eerst de gewichten.*Criterium 2 \(Duurzaam\)"):
        type_in(sessie, "s3", "A1=2")
    sessie = type_in(change(sessie, record(sessie, "s2", 2), gewicht=1), "s3", "A1=2")
    assert record(sessie, "s3", 1).score == 2


def test_weights_of_nothing_but_zero_are_no_weights():
    with pytest.raises(RegelError, match="boven 0"):
        make(criteria=("Snel =0",), scores=("A1=2",))


def test_the_weights_of_the_first_score_are_kept_and_later_changes_are_said():
    sessie = make()
    assert "afgesproken vóór de eerste score en daarna niet veranderd" in words(sessie)
    later = change(sessie, record(sessie, "s2", 1), gewicht=9)
    later = type_in(later, "s2", "Nieuw =1")
    assert "criterium 1 van 1 naar 9; criterium 4 kwam er later bij (gewicht 1)" in words(later)
    later = remove_records(sessie, [record(sessie, "s2", 2).id])
    assert "1 criterium is verwijderd" in words(later)


def test_with_changed_weights_the_verslag_also_says_who_was_first_before():
    sessie = make()
    assert ranking(sessie)[0][:2] == ("1", "B")
    later = change(sessie, record(sessie, "s2", 2), gewicht=8)
    assert ranking(later)[0][:2] == ("1", "C")
    assert "Met de gewichten van vóór de eerste score staat optie B bovenaan." in words(later)


def test_when_all_scores_are_gone_the_next_one_is_the_first_again():
    sessie = make(scores=("A1=3",))
    sessie = change(sessie, record(sessie, "s2", 1), gewicht=7)
    sessie = remove_records(sessie, [record(sessie, "s3", 1).id])
    sessie = type_in(sessie, "s3", "A1=1")
    assert "niet veranderd" in words(sessie)


def test_the_kept_weights_come_back_from_a_file():
    sessie = make()
    assert from_tree(to_tree(sessie)) == sessie
    assert sessie.stap("s3").bouwsteen.vast


# typing


def test_a_line_gives_a_score_and_its_why_and_a_next_one_changes_it():
    sessie = make(scores=("b2=3 omdat het er al is", "B2=4", "b 2 = 1", "B2= toch niet"))
    (score,) = sessie.stap("s3").bouwsteen.records
    assert (score.score, score.waarom) == (1, "toch niet")
    regel = sessie.stap("s3").bouwsteen.format_record(score, environment(sessie))
    assert regel == "B2=1 toch niet"


def test_a_score_can_be_said_to_be_missing_with_its_why():
    sessie = make(scores=("B2=? de cijfers komen in mei",))
    score = record(sessie, "s3", 1)
    assert (score.score, score.waarom) == (None, "de cijfers komen in mei")


@pytest.mark.parametrize(
    ("regel", "zin"),
    (
        ("B2=5", "0, 1, 2, 3 of 4"),
        ("D1=2", "Optie D is er niet"),
        ("B9=2", "Criterium 9 is er niet"),
        ("heel goed", "A2=3"),
        ("B2", "A2=3"),
    ),
)
def test_a_line_that_is_no_score_is_explained(regel, zin):
    with pytest.raises(RegelError, match=zin):
        type_in(make(scores=()), "s3", regel)


def test_a_new_session_begins_with_the_zero_option():
    opties = Opties().start(Start(), lambda: "n")
    assert [een.nuloptie for een in opties.records] == [True]


def test_an_option_is_called_by_its_capital_which_may_be_typed_small():
    sessie = make(keuzes=("Omdat +b", "Ook +C"))
    assert [environment(sessie).nummer(een.opties[0]) for een in sessie.stap("s4").bouwsteen.records] == ["B", "C"]
    with pytest.raises(RegelError, match=r"\+B"):
        make(keuzes=("Omdat",))


def test_a_line_that_begins_with_a_letter_and_a_colon_adds_to_that_option():
    sessie = make(opties=("Niets", "Helpen", "b: Met een team.", "B: En een bus. !wijk valt_af=ja", "Z: een nieuwe"))
    helpen = record(sessie, "s1", 2)
    assert (helpen.toelichting, helpen.schaal, helpen.valt_af) == ("Met een team.\n\nEn een bus.", "wijk", True)
    assert record(sessie, "s1", 3).titel == "Z: een nieuwe"


def test_a_line_that_begins_with_a_number_fills_in_that_criterium_and_nothing_else():
    sessie = make(criteria=("Snel", "Duurzaam", '#2 =4 anker_4="de hele straat"', "#2 van alle plannen"), scores=())
    duurzaam = record(sessie, "s2", 2)
    assert (duurzaam.titel, duurzaam.gewicht, duurzaam.anker_4) == ("Duurzaam", 4, "de hele straat")
    assert record(sessie, "s2", 3).titel == "#2 van alle plannen"


def test_the_result_can_be_read_by_a_program():
    sessie = make(opties=("Helpen", "Bouwen", "Wachten valt_af=ja"), criteria=("Snel =3", "Duurzaam =2"), scores=())
    sessie = type_in(sessie, "s3", "A1=4", "A2=1", "B1=1", "B2=4")
    een, twee, drie = (optie.id for optie in sessie.stap("s1").bouwsteen.records)
    assert sessie.stap("s3").bouwsteen.summary(environment(sessie)) == {
        "rangorde": [
            {"plaats": 1, "optie": een, "gemiddelde": 2.8},
            {"plaats": 2, "optie": twee, "gemiddelde": 2.2},
        ],
        "kantelpunten": [
            {"criterium": record(sessie, "s2", 1).id, "gewicht": 2.0, "wordt": twee},
            {"criterium": record(sessie, "s2", 2).id, "gewicht": 3.0, "wordt": twee},
        ],
        "valt_af": [drie],
    }


# a line about a criterium


@pytest.mark.parametrize("regel", ("#9 =3", "#1 =2,5", "#1 =-1", "#1 =30%"))
def test_a_weight_that_cannot_be_given_is_refused_and_makes_no_criterium(regel):
    with pytest.raises(RegelError):
        make(criteria=("Snel =3", regel), scores=())


def test_a_line_about_a_criterium_still_takes_any_text():
    sessie = make(criteria=("Snel =3", "#1 =2 ook goed", "=1+1 telt mee"), scores=())
    assert [een.titel for een in sessie.stap("s2").bouwsteen.records][1:] == ["#1 ook goed", "=1+1 telt mee"]
