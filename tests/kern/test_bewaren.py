"""Terms in months: what is older, from which day, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.bewaren import Bewaard, Termijnen, add_months, list_verlopen


@pytest.mark.parametrize(
    ("datum", "maanden", "later"),
    (
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-11-30", 1, "2024-12-30"),
        ("2024-11-30", 13, "2025-12-30"),
        ("2024-06-01", 0, ""),
        ("geen datum", 5, ""),
        ("9999-12-01", 12, ""),
    ),
)
def test_months_are_counted_by_the_calendar(datum, maanden, later):
    assert add_months(datum, maanden) == later


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 240))
def test_a_later_date_is_in_the_right_month(dag, maanden):
    later = date.fromisoformat(add_months(dag.isoformat(), maanden))
    assert (later.year - dag.year) * 12 + later.month - dag.month == maanden
    assert later.day <= dag.day


def test_what_is_older_is_listed_the_oldest_first_and_a_whole_session_only_once():
    sessies = [
        Bewaard("jong", "Jong", "2026-01-01", "afgerond", noemt=True),
        Bewaard("oud", "Oud", "2024-01-01", "afgerond", noemt=True),
        Bewaard("leeg", "Leeg", "2024-01-01", "afgerond", noemt=False),
        Bewaard("weg", "Weg", "2016-05-31", "vastgesteld", noemt=True),
    ]
    found = list_verlopen(sessies, Termijnen(namen=24, sessies=84), "2026-01-01")
    assert [(one.sessie.id, one.wat, one.sinds) for one in found] == [
        ("weg", "sessie", "2023-05-31"),
        ("oud", "namen", "2026-01-01"),
    ]
    assert list_verlopen(sessies, Termijnen(namen=24), "2025-12-31") == [
        found[0]._replace(wat="namen", sinds="2018-05-31")
    ]
    assert list_verlopen(sessies, Termijnen(), "2026-01-01") == []
