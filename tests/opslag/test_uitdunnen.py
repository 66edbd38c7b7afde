"""Which kept copies stay, by age and by size."""

import itertools
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.opslag.uitdunnen import PER_DAG, Kopie, choose_kept

NU = datetime(2026, 11, 22, 12)  # noqa: DTZ001
MAAND = timedelta(days=31)
LEEFTIJDEN = st.lists(st.integers(-100_000, 60 * 24 * 800), min_size=1, max_size=40, unique=True)


def kopieen(minuten, grootte=1000):
    """Copies of so many minutes old, the oldest first."""
    momenten = sorted(NU - timedelta(minutes=one) for one in minuten)
    return [Kopie(f"{nummer:04}", moment, grootte) for nummer, moment in enumerate(momenten)]


@given(LEEFTIJDEN)
def test_the_first_and_the_newest_always_stay(minuten):
    rij = kopieen(minuten)
    assert {rij[0].naam, rij[-1].naam} <= choose_kept(rij, NU)


@given(LEEFTIJDEN)
def test_what_stood_there_before_a_month_without_work_stays_however_often_is_thinned(minuten):
    rij = kopieen(minuten)
    voor_een_gat = {een.naam for een, ander in itertools.pairwise(rij) if ander.moment - een.moment >= MAAND}
    over = rij
    for dagen in (0, 40, 400, 4000):
        nu = NU + timedelta(days=dagen)
        over = [one for one in over if one.naam in choose_kept(over, nu)]
    assert voor_een_gat <= {one.naam for one in over}


@given(LEEFTIJDEN, st.integers(1, 60))
def test_the_copies_stay_within_their_room_but_for_the_three_that_always_stay(minuten, ruimte):
    rij = kopieen(minuten)
    nieuw = rij[len(rij) // 2].naam
    blijft = choose_kept(rij, NU, nieuw, ruimte * 1000)
    assert len(blijft) <= max(ruimte, 3)
    assert nieuw in blijft


@given(LEEFTIJDEN)
def test_thinning_twice_takes_nothing_more(minuten):
    rij = kopieen(minuten)
    blijft = choose_kept(rij, NU, ruimte=20_000)
    assert choose_kept([one for one in rij if one.naam in blijft], NU, ruimte=20_000) == blijft


def test_everything_of_today_stays_and_of_a_busy_day_the_newest_and_the_last_of_each_hour():
    assert len(choose_kept(kopieen(range(0, 24 * 60, 30)), NU)) == 48
    blijft = choose_kept(kopieen(range(0, 24 * 60, 5)), NU)
    assert PER_DAG < len(blijft) <= PER_DAG + 26


def test_of_a_year_ago_one_a_week_stays_and_of_long_ago_one_a_month():
    een_per_dag = kopieen(range(0, 60 * 24 * 1000, 60 * 24))
    blijft = choose_kept(een_per_dag, NU)
    ouderdom = [(NU - one.moment).days for one in een_per_dag if one.naam in blijft]
    assert len([dagen for dagen in ouderdom if dagen < 31]) == 31
    assert 46 <= len([dagen for dagen in ouderdom if 31 <= dagen < 366]) <= 50
    assert 20 <= len([dagen for dagen in ouderdom if dagen >= 366]) <= 24


def test_what_was_kept_for_a_rare_reason_outlives_its_age_but_not_the_room():
    rij = kopieen(range(0, 60 * 24 * 1000, 60 * 24))
    zeldzaam = rij[3]._replace(bijzonder=True)
    rij[3] = zeldzaam
    assert zeldzaam.naam in choose_kept(rij, NU)
    assert zeldzaam.naam not in choose_kept(rij, NU, ruimte=2000)
    assert choose_kept([], NU) == set()
