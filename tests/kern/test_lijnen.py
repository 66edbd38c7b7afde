"""Lijnen: what people tied over the years, with a state for every year; whatever the links are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern import beslissen
from sessie_tool.kern.banden import Band, newest
from sessie_tool.kern.lijnen import Draad, compare
from sessie_tool.kern.staten import TEKENS, measure_groei


def draad(naam, jaar, gewicht=5, vervolg_op=(), **velden):
    return Draad(id=naam, sessie=f"s{jaar}", jaar=jaar, titel=naam, gewicht=gewicht, vervolg_op=vervolg_op, **velden)


def sleutel(naam, jaar):
    return f"s{jaar}/{naam}"


def vervolg(later, eerder, moment="1", besluit="vervolg"):
    return Band(later, eerder, besluit, moment)


RONDES = {2023: 100, 2024: 100, 2025: 100, 2026: 100}


def staten(draden, banden=(), rondes=RONDES, **vraag):
    """The states per lijn, by its title."""
    return {lijn.titel: lijn.staten for lijn in compare(draden, rondes, banden, **vraag).lijnen}


def test_a_draad_of_the_first_round_is_new_and_a_later_one_waits_until_a_person_decides():
    draden = [draad("a", 2023), draad("b", 2024)]
    assert staten(draden, rondes={2023: 9, 2024: 9}) == {
        "b": {2024: "nog niet beoordeeld"},
        "a": {2023: "nieuw", 2024: "nog niet beoordeeld"},
    }


def test_when_every_draad_of_a_year_is_judged_what_was_not_followed_up_has_vanished():
    draden = [draad("a", 2023), draad("b", 2024)]
    besluit = Band(sleutel("b", 2024), besluit="nieuw")
    assert staten(draden, [besluit], {2023: 9, 2024: 9}) == {
        "b": {2024: "nieuw"},
        "a": {2023: "nieuw", 2024: "verdwenen"},
    }


def test_a_person_can_say_that_a_lijn_vanished_while_others_still_wait():
    draden = [draad("a", 2023), draad("b", 2024)]
    weg = Band(sleutel("a", 2023), besluit="verdwenen")
    assert staten(draden, [weg])["a"] == {2023: "nieuw", 2024: "verdwenen", 2025: "verdwenen", 2026: "verdwenen"}


def test_a_lijn_comes_back_after_a_round_without_it_and_not_after_a_year_without_a_round():
    draden = [draad("a", 2023), draad("x", 2024), draad("b", 2026, vervolg_op=(sleutel("a", 2023),))]
    met_ronde = {2023: 100, 2024: 100, 2026: 100}
    assert staten(draden, [Band(sleutel("x", 2024), besluit="nieuw")], met_ronde)["b"] == {
        2023: "nieuw",
        2024: "verdwenen",
        2025: "geen ronde",
        2026: "terug",
    }
    zonder = [draden[0], draden[2]]
    assert staten(zonder, rondes={2023: 100, 2026: 100})["b"] == {
        2023: "nieuw",
        2024: "geen ronde",
        2025: "geen ronde",
        2026: "blijvend",
    }


@pytest.mark.parametrize(
    ("toen", "nu", "nu_alle", "staat"),
    (
        (8, 10, 100, "gegroeid"),
        (8, 9, 100, "blijvend"),
        (10, 8, 100, "gekrompen"),
        (10, 9, 100, "blijvend"),
        (1, 2, 100, "blijvend"),  # one signal more says nothing
        (0, 2, 100, "gegroeid"),
        (2, 0, 100, "gekrompen"),
        (10, 20, 200, "blijvend"),  # twice as many signals, of twice as many
        (10, 10, 50, "gegroeid"),
        (10, 10, 0, "blijvend"),
    ),
)
def test_growth_is_measured_by_share_and_one_signal_more_or_less_is_no_growth(toen, nu, nu_alle, staat):
    assert measure_groei(toen, 100, nu, nu_alle) == staat


def test_one_draad_can_go_on_in_two_and_two_can_become_one():
    draden = [
        draad("bouwen", 2023),
        draad("energie", 2023),
        draad("huis", 2024, vervolg_op=(sleutel("bouwen", 2023), sleutel("energie", 2023))),
        draad("huur", 2025, 6, vervolg_op=(sleutel("huis", 2024),)),
        draad("koop", 2025, 3, vervolg_op=(sleutel("huis", 2024),)),
    ]
    (lijn,) = compare(draden, RONDES).lijnen
    assert [one.titel for one in lijn.draden] == ["bouwen", "energie", "huis", "huur", "koop"]
    assert (lijn.id, lijn.titel, lijn.gewichten) == (sleutel("bouwen", 2023), "huur", {2023: 10, 2024: 5, 2025: 9})


def test_a_signal_in_two_draden_of_a_lijn_counts_once():
    draden = [
        draad("a", 2023, 2, dragers={"x": 1, "y": 1}, stippen=3),
        draad("b", 2023, 2, dragers={"y": 1, "z": 1}),
        draad("c", 2024, 2, vervolg_op=(sleutel("a", 2023), sleutel("b", 2023))),
    ]
    (lijn,) = compare(draden, {2023: 10, 2024: 0}).lijnen
    assert (lijn.gewichten[2023], lijn.aandelen, lijn.stippen) == (3, {2023: 0.3, 2024: None}, {2023: 3, 2024: None})


def test_what_was_untied_is_untied_also_when_the_session_says_otherwise_and_can_be_tied_again():
    draden = [draad("a", 2023), draad("b", 2024, vervolg_op=(sleutel("a", 2023),))]
    los = vervolg(sleutel("b", 2024), sleutel("a", 2023), "1", "los")
    assert len(compare(draden, RONDES, [los]).lijnen) == 2
    assert len(compare(draden, RONDES, [vervolg(los.later, los.eerder, "2"), los]).lijnen) == 1


def test_who_said_last_that_a_draad_is_new_or_goes_on_is_right_also_when_the_other_was_not_known():
    draden = [draad("a", 2023), draad("b", 2024)]
    nieuw = Band(sleutel("b", 2024), "", "nieuw", "2")
    for moment, linked in (("1", False), ("3", True)):
        beeld = compare(draden, RONDES, [nieuw, vervolg(sleutel("b", 2024), sleutel("a", 2023), moment)])
        assert bool(beeld.links) == linked
        assert not beeld.onbeoordeeld


def test_a_link_that_goes_forward_in_time_or_to_what_is_gone_is_none():
    draden = [
        draad("a", 2023, vervolg_op=(sleutel("b", 2024), "weg/weg", sleutel("a", 2023))),
        draad("b", 2024),
        draad("c", 2024, vervolg_op=(sleutel("b", 2024),)),
    ]
    assert len(compare(draden, RONDES).lijnen) == 3


def test_the_years_that_are_asked_for_are_shown_and_earlier_ones_still_decide():
    draden = [draad("a", 2023), draad("b", 2024, 20, vervolg_op=(sleutel("a", 2023),)), draad("oud", 2023)]
    beeld = compare(draden, {2023: 100, 2024: 100, 2025: 9}, van=2024, tot=2024)
    assert beeld.jaren == (2024,)
    assert {lijn.titel: lijn.staten for lijn in beeld.lijnen} == {"b": {2024: "gegroeid"}, "oud": {2024: "verdwenen"}}
    assert compare(draden, RONDES, van=2030, tot=2031).lijnen == ()
    assert compare([], {}).jaren == ()


def test_only_the_lijnen_in_which_an_opgave_was_ever_seen():
    draden = [
        draad("a", 2023, opgaven=("Open",)),
        draad("b", 2024, vervolg_op=(sleutel("a", 2023),)),
        draad("c", 2024),
    ]
    assert list(staten(draden, opgave="Open")) == ["b"]


def test_a_date_of_ages_ago_gives_no_list_of_a_thousand_years():
    assert compare([draad("a", 24), draad("b", 2024)], {}).jaren == (24, 2024)


NAMEN = st.sampled_from("abcd")
JAREN = st.integers(2021, 2025)
SLEUTELS = st.builds(sleutel, NAMEN, JAREN)
BANDEN = st.lists(
    st.builds(
        Band,
        SLEUTELS,
        st.one_of(SLEUTELS, st.just("")),
        st.sampled_from(["vervolg", "los", "afgewezen", "nieuw", "verdwenen"]),
        st.sampled_from(["1", "2", "3"]),
    ),
    max_size=12,
)
DRADEN = st.lists(
    st.builds(draad, NAMEN, JAREN, st.integers(0, 30), st.lists(SLEUTELS, max_size=3).map(tuple)),
    max_size=12,
    unique_by=lambda one: one.sleutel,
)
TELLINGEN = st.dictionaries(JAREN, st.integers(0, 60), max_size=5)


@given(DRADEN, TELLINGEN, BANDEN, st.randoms(use_true_random=False))
def test_every_draad_is_in_one_lijn_every_year_has_a_state_and_no_order_matters(draden, rondes, banden, toeval):
    beeld = compare(draden, rondes, banden)
    assert sorted(one.sleutel for lijn in beeld.lijnen for one in lijn.draden) == sorted(one.sleutel for one in draden)
    for lijn in beeld.lijnen:
        assert list(lijn.staten) == [jaar for jaar in beeld.jaren if jaar >= lijn.draden[0].jaar]
        assert set(lijn.staten.values()) <= set(TEKENS)
        assert beeld.lijn_of(lijn.draden[-1].sleutel) == lijn
        for jaar, staat in lijn.staten.items():
            assert (staat == "geen ronde") == (jaar not in beeld.signalen)
            assert jaar not in lijn.gewichten or staat != "verdwenen"
    anders = [toeval.sample(rij, len(rij)) for rij in (draden, banden)]
    assert compare(anders[0], dict(reversed(rondes.items())), anders[1]) == beeld


@given(BANDEN)
def test_of_decisions_on_one_pair_the_newest_counts(banden):
    for paar, band in newest(banden).items():
        assert band.moment == max(one.moment for one in banden if one.paar == paar)


@given(DRADEN, TELLINGEN, BANDEN, st.data())
def test_a_decision_does_what_it_says(draden, rondes, banden, data):
    beeld = compare(draden, rondes, banden)
    for one in draden[:2]:
        na = compare(draden, rondes, [*banden, *beslissen.mark_nieuw(beeld, one.sleutel, "9")])
        assert one.sleutel not in na.links
        assert one not in na.onbeoordeeld
    if len({one.jaar for one in draden}) > 1:
        een, ander = data.draw(st.permutations(draden))[:2]
        if een.jaar != ander.jaar:
            na = compare(draden, rondes, [*banden, *beslissen.link(beeld, een.sleutel, ander.sleutel, "9")])
            assert na.lijn_of(een.sleutel) == na.lijn_of(ander.sleutel)
            weer = compare(draden, rondes, [*banden, *beslissen.unlink(na, een.sleutel, ander.sleutel, "9")])
            later, eerder = sorted((een, ander), key=lambda one: -one.jaar)
            assert eerder.sleutel not in weer.links.get(later.sleutel, ())


def test_a_decision_that_cannot_be_is_refused_in_words():
    draden = [draad("a", 2023), draad("b", 2023), draad("c", 2024, vervolg_op=(sleutel("a", 2023),))]
    beeld = compare(draden, RONDES)
    a, b, c = (one.sleutel for one in draden)
    with pytest.raises(SessieToolError, match=r"2023\.1 en 2023\.2 zijn van hetzelfde jaar"):
        beslissen.link(beeld, a, b, "9")
    with pytest.raises(SessieToolError, match=r"2024\.1 is geen vervolg op 2023\.2"):
        beslissen.unlink(beeld, c, b, "9")
    with pytest.raises(SessieToolError, match="Maak ze eerst los"):
        beslissen.reject(beeld, c, a, "9")
    with pytest.raises(SessieToolError, match=r"2023\.1 loopt door in 2024"):
        beslissen.mark_verdwenen(beeld, a, "9")
    with pytest.raises(SessieToolError, match="Na 2024 was er nog geen ronde"):
        beslissen.mark_verdwenen(compare(draden, {2023: 1, 2024: 1}), c, "9")
    assert beslissen.mark_verdwenen(beeld, b, "9") == (Band(b, "", "verdwenen", "9"),)
    assert beslissen.reject(beeld, b, c, "9") == (Band(c, b, "afgewezen", "9"),)
