"""The clock of a session never blocks and never runs backwards."""

from datetime import UTC, datetime, timedelta

import pytest

from sessie_tool.kern.bouwstenen.toelichting import Toelichting
from sessie_tool.kern.klok import Klokstand, go_to_stap, pause, planned, read_klok, resume, spent, start, stretch
from sessie_tool.kern.sessie import Sessie, Stap, replace

BEGIN = datetime(2025, 3, 21, 14, 0, tzinfo=UTC)
SESSIE = Sessie(
    id="x",
    titel="Proef",
    datum="2025-03-21",
    sjabloon="p",
    soort="p",
    stappen=tuple(Stap(id=een, titel=een, minuten=10, bouwsteen=Toelichting()) for een in "abc"),
)


def after(minuten):
    return BEGIN + timedelta(minutes=minuten)


def test_a_session_that_has_not_begun_stands_still():
    assert read_klok(SESSIE, BEGIN) == Klokstand(0.0, 600.0, 0.0, loopt=False)


def test_starting_at_a_step_starts_the_session_and_its_clock():
    sessie = start(SESSIE, "a", BEGIN)
    assert sessie.status == "lopend"
    assert sessie.huidige.id == "a"
    assert read_klok(sessie, after(4)) == Klokstand(240.0, 600.0, 0.0, loopt=True)


def test_a_step_that_is_done_early_puts_the_session_ahead():
    sessie = go_to_stap(start(SESSIE, "a", BEGIN), "b", after(7))
    assert read_klok(sessie, after(8)).voorsprong == 180.0


def test_a_step_that_runs_over_puts_the_session_behind():
    sessie = start(SESSIE, "a", BEGIN)
    assert read_klok(sessie, after(12)).voorsprong == -120.0


def test_a_break_costs_no_time():
    sessie = pause(start(SESSIE, "a", BEGIN), after(3))
    assert not read_klok(sessie, after(60)).loopt
    assert spent(sessie, "a", after(60)) == 180.0
    assert spent(resume(sessie, after(60)), "a", after(62)) == 300.0


def test_going_back_to_a_step_keeps_the_time_spent_there():
    sessie = go_to_stap(go_to_stap(start(SESSIE, "a", BEGIN), "b", after(5)), "a", after(6))
    assert spent(sessie, "a", after(8)) == 420.0
    assert spent(sessie, "b", after(8)) == 60.0


def test_a_clock_that_was_set_back_counts_as_no_time():
    assert spent(start(SESSIE, "a", BEGIN), "a", after(-30)) == 0.0


def test_going_to_the_next_step_in_a_break_keeps_the_break_until_the_clock_is_started():
    sessie = go_to_stap(pause(start(SESSIE, "a", BEGIN), after(3)), "b", after(20))
    assert sessie.huidige.id == "b"
    assert (spent(sessie, "a", after(60)), spent(sessie, "b", after(60))) == (180.0, 0.0)
    assert not read_klok(sessie, after(60)).loopt
    assert spent(resume(sessie, after(60)), "b", after(62)) == 120.0


def test_going_to_a_step_before_the_beginning_starts_nothing():
    sessie = go_to_stap(SESSIE, "b", BEGIN)
    assert (sessie.huidige.id, sessie.status, read_klok(sessie, after(5)).loopt) == ("b", "voorbereiding", False)


@pytest.mark.parametrize("ga", (go_to_stap, start))
@pytest.mark.parametrize("status", ("afgerond", "vastgesteld"))
def test_looking_at_a_finished_session_starts_no_clock(status, ga):
    sessie = ga(Sessie(**{**fields(SESSIE), "status": status}), "b", BEGIN)
    assert sessie.status == status
    assert not read_klok(sessie, after(5)).loopt


def fields(sessie):
    return {naam: getattr(sessie, naam) for naam in sessie.__struct_fields__}


def test_minutes_can_be_added_and_taken_off_but_never_below_nothing():
    sessie = stretch(stretch(SESSIE, "a", 1), "a", 1)
    assert planned(sessie, "a") == 720.0
    assert planned(stretch(sessie, "a", -60), "a") == 0.0


def test_a_pause_before_the_beginning_changes_nothing():
    assert pause(SESSIE, BEGIN) == SESSIE


def test_a_step_without_minutes_does_not_put_the_session_behind():
    vooraf = replace(SESSIE, stappen=(replace(SESSIE.stappen[0], minuten=0), *SESSIE.stappen[1:]))
    sessie = start(vooraf, "a", BEGIN)
    assert read_klok(sessie, after(30)).voorsprong == 0.0
    assert read_klok(go_to_stap(sessie, "b", after(30)), after(35)).voorsprong == 0.0


def test_the_order_of_the_steps_is_kept_but_not_of_a_step_that_was_only_looked_at():
    sessie = go_to_stap(start(SESSIE, "a", BEGIN), "c", after(5))
    sessie = go_to_stap(sessie, "b", after(5.1))
    sessie = pause(go_to_stap(sessie, "c", after(9)), after(12))
    assert sessie.verloop.gedaan == ("a", "b", "c")
    assert pause(resume(sessie, after(13)), after(14)).verloop.gedaan == ("a", "b", "c")
