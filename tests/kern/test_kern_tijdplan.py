"""The time that is left: the proposal for the later steps always fits, and the plan of the sjabloon stays known."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern import klok
from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.bouwstenen.toelichting import Toelichting
from sessie_tool.kern.geschiedenis import Mutatie, do_again, take_back
from sessie_tool.kern.sessie import Sessie, Stap, replace, set_status
from sessie_tool.kern.starten import as_sjabloon
from sessie_tool.kern.tijdplan import make_tijdplan, share, with_real_minutes
from sessie_tool.kern.verschil import diff

BEGIN = datetime(2025, 3, 21, 14, 0, tzinfo=UTC)


def make(*minuten):
    stappen = (
        Stap(id=f"s{een}", titel=f"Stap {een}", minuten=duur, bouwsteen=Toelichting())
        for een, duur in enumerate(minuten)
    )
    return Sessie(id="x", titel="Proef", datum="2025-03-21", sjabloon="p", soort="p", stappen=tuple(stappen))


def after(minuten):
    return BEGIN + timedelta(minutes=minuten)


def plan_at(sessie, minuten):
    return make_tijdplan(sessie, after(minuten))


def test_on_schedule_it_ends_when_the_plan_says():
    sessie = klok.start(make(10, 20, 30), "s0", BEGIN)
    plan = plan_at(sessie, 4)
    assert (plan.rest, plan.nog, plan.voorsprong, plan.uitloop) == (360.0, 3360.0, 0.0, 0.0)
    assert plan.einde == after(60)
    assert plan.voorstel == {"s1": 20, "s2": 30}


def test_a_step_that_runs_over_takes_its_time_from_the_later_ones_in_proportion():
    plan = plan_at(klok.start(make(10, 20, 30), "s0", BEGIN), 20)
    assert plan.sein == "over"
    assert plan.voorstel == {"s1": 16, "s2": 24}
    assert (plan.voorsprong, plan.einde) == (-600.0, after(60))


def test_a_later_step_never_gets_less_than_half_and_then_the_end_moves():
    plan = plan_at(klok.start(make(10, 20, 30), "s0", BEGIN), 50)
    assert plan.voorstel == {"s1": 10, "s2": 15}
    assert (plan.uitloop, plan.einde) == (900.0, after(75))


def test_a_minute_more_now_is_a_minute_less_later():
    sessie = klok.stretch(klok.start(make(10, 20, 30), "s0", BEGIN), "s0", 5)
    plan = plan_at(sessie, 0)
    assert (sum(plan.voorstel.values()), plan.einde, plan.voorsprong) == (45, after(60), -300.0)
    assert [stap.minuten for stap in sessie.stappen] == [10, 20, 30]


def test_a_minute_less_now_ends_earlier_and_makes_nothing_longer():
    plan = plan_at(klok.stretch(klok.start(make(10, 20, 30), "s0", BEGIN), "s0", -4), 0)
    assert (plan.voorstel, plan.einde, plan.voorsprong) == ({"s1": 20, "s2": 30}, after(56), 240.0)


@pytest.mark.parametrize(
    ("minuten", "sein"),
    ((0, ""), (15.9, ""), (16, "bijna"), (18.9, "bijna"), (19, "afronden"), (20, "afronden"), (20.1, "over")),
)
def test_a_fifth_and_a_twentieth_of_a_step_are_signed(minuten, sein):
    assert plan_at(klok.start(make(20, 10), "s0", BEGIN), minuten).sein == sein


def test_a_step_without_minutes_gives_no_sign_and_costs_no_time():
    plan = plan_at(klok.start(make(0, 10), "s0", BEGIN), 500)
    assert (plan.sein, plan.rest, plan.voorsprong, plan.voorstel) == ("", 0.0, 0.0, {"s1": 10})


def test_a_break_moves_the_end_and_is_time_of_no_step():
    sessie = klok.pause(klok.start(make(10, 20), "s0", BEGIN), after(4))
    assert plan_at(sessie, 49).einde == after(75)
    assert klok.break_length(sessie, after(49)) == 2700.0
    verder = klok.start(sessie, "s0", after(49))
    assert (verder.verloop.pauze, verder.verloop.pauze_sinds) == (2700.0, "")
    assert klok.spent(verder, "s0", after(50)) == 300.0


def test_a_break_that_was_none_becomes_time_of_the_step():
    sessie = klok.count_break(klok.pause(klok.start(make(10), "s0", BEGIN), after(4)), after(9))
    assert klok.spent(sessie, "s0", after(10)) == 600.0
    assert sessie.verloop.pauze_sinds == ""


def test_the_end_of_a_session_and_a_night_are_no_break():
    sessie = klok.start(make(10), "s0", BEGIN)
    assert klok.pause(set_status(sessie, "afgerond"), after(9)).verloop.pauze_sinds == ""
    nacht = klok.start(klok.pause(sessie, after(9)), "s0", after(15 * 60))
    assert nacht.verloop.pauze == 0.0


@pytest.mark.parametrize("terug", (-3600, -5, 7200))
def test_a_clock_that_was_set_keeps_what_was_counted_and_goes_on(terug):
    nieuw = after(6) + timedelta(seconds=terug)
    sessie = klok.shift(klok.start(make(10), "s0", BEGIN), after(6), nieuw)
    assert klok.spent(sessie, "s0", nieuw + timedelta(minutes=1)) == 420.0
    pauze = klok.shift(klok.pause(sessie, nieuw), nieuw, BEGIN)
    assert klok.break_length(pauze, after(2)) == 120.0


def held():
    sessie = klok.start(make(10, 20, 30), "s0", BEGIN)
    sessie = klok.go_to_stap(sessie, "s1", after(14))
    return klok.pause(klok.go_to_stap(sessie, "s2", after(34)), after(34.2))


def test_a_next_session_can_take_the_real_minutes_and_says_which():
    sjabloon = with_real_minutes(as_sjabloon(held()), held())
    assert [stap.minuten for stap in sjabloon.stappen] == [14, 20, 30]
    assert sjabloon.titel == "Zoals Proef, met de werkelijke tijden"
    assert sjabloon.doel == "Werkelijke minuten (gepland): Stap 0 14 (10)."


def test_a_session_without_a_clock_proposes_no_other_minutes():
    sjabloon = as_sjabloon(make(10, 20))
    assert with_real_minutes(sjabloon, make(10, 20)) is sjabloon


MINUTEN = st.lists(st.integers(0, 90), min_size=1, max_size=8)


@given(MINUTEN, st.integers(-500, 500))
def test_what_is_shared_fits_and_stays_between_half_and_all(nodig, ruimte):
    minuten = share(nodig, ruimte)
    vloer = [-(-een // 2) for een in nodig]
    assert all(half <= een <= heel for half, een, heel in zip(vloer, minuten, nodig, strict=True))
    assert sum(minuten) == max(sum(vloer), min(sum(nodig), ruimte))


STAPPEN = st.tuples(
    st.sampled_from(("ga", "pauze", "start", "tijd", "telt", "verzet")), st.integers(0, 7), st.integers(-30, 90)
)


def wander(sessie, loop):
    """The session after a walk through its steps, with the moment at which it is then."""
    nu = BEGIN
    for wat, nummer, minuten in loop:
        stap_id = sessie.stappen[nummer % len(sessie.stappen)].id
        oud, nu = nu, nu + timedelta(minutes=minuten)
        sessie = {
            "ga": lambda one, stap_id=stap_id, nu=nu: klok.go_to_stap(one, stap_id, nu),
            "pauze": lambda one, nu=nu: klok.pause(one, nu),
            "start": lambda one, stap_id=stap_id, nu=nu: klok.start(one, stap_id, nu),
            "tijd": lambda one, stap_id=stap_id, minuten=minuten: klok.stretch(one, stap_id, minuten),
            "telt": lambda one, nu=nu: klok.count_break(one, nu),
            "verzet": lambda one, oud=oud, nu=nu: klok.shift(one, oud, nu),
        }[wat](sessie)
    return sessie, nu


@given(MINUTEN, st.lists(STAPPEN, max_size=12))
def test_whatever_happens_no_time_is_negative_and_the_proposal_fits_what_is_left(minuten, loop):
    sessie, nu = wander(make(*minuten), loop)
    plan = make_tijdplan(sessie, nu)
    assert (
        min([plan.nog, plan.uitloop, sessie.verloop.pauze, *plan.voorstel.values(), *sessie.verloop.besteed.values()])
        >= 0
    )
    assert plan.einde >= nu
    gepland = sum(60 * stap.minuten - klok.spent(sessie, stap.id, nu) for stap in sessie.stappen if stap.minuten)
    assert plan.nog <= max(0.0, gepland) + plan.uitloop + 30
    assert [stap.minuten for stap in sessie.stappen] == minuten


@given(MINUTEN, st.lists(STAPPEN, max_size=8), st.lists(STAPPEN, max_size=8))
def test_undo_and_redo_leave_the_clock_alone(minuten, eerst, daarna):
    voor, _ = wander(make(*minuten), eerst)
    na = replace(voor, titel="Anders")
    mutatie = Mutatie("doe", "titel", diff(to_tree(voor), to_tree(na)))
    verder, _ = wander(na, daarna)
    terug = take_back(verder, mutatie)
    assert (terug.titel, terug.verloop) == ("Proef", verder.verloop)
    assert do_again(terug, mutatie) == verder
