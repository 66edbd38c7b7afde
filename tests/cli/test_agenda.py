"""Actions as tasks for a calendar program, read back by the library that others use."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from sessie_tool.cli.agenda import STATUSSEN, write_agenda
from sessie_tool.kern.bouwstenen.acties import STATUSSEN as ALLE
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.zichtbaar import show_tekst

MOMENT = datetime(2025, 3, 21, 14, 0, tzinfo=UTC)


def read_tasks(*acties):
    standen = [Stand(actie, actie.id, "s1", "2025-01-15", "Sessie Open", ()) for actie in acties]
    return Calendar.from_ical(write_agenda(standen, MOMENT)).walk("VTODO")


def test_an_action_is_a_task_with_its_day_and_all_that_is_known():
    [taak] = read_tasks(Actie(id="a1", wat="Bellen", wie=("Jansen",), wanneer="2025-06-01", leren="of het werkt"))
    assert (taak["summary"], taak["uid"], taak["due"].dt) == ("Bellen", "a1@sessie_tool", date(2025, 6, 1))
    for woord in ("Wie: Jansen", "Wat willen we leren: of het werkt", "Afgesproken op: Sessie Open, 15 januari 2025"):
        assert woord in taak["description"]


def test_an_action_without_a_real_date_is_a_task_without_a_day():
    een, twee = read_tasks(Actie(id="a1", wat="Ooit"), Actie(id="a2", wat="Fout", wanneer="ooit"))
    assert "due" not in een
    assert "due" not in twee


@pytest.mark.parametrize("status", ALLE)
def test_every_status_has_its_word_in_the_calendar(status):
    [taak] = read_tasks(Actie(id="a1", wat="Bellen", status=status))
    assert taak["status"] == STATUSSEN[status]


@given(tekst=st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_text_comes_back_as_it_is_shown(tekst):
    [taak] = read_tasks(Actie(id="a1", wat=tekst))
    assert taak["summary"] == show_tekst(tekst)
