"""Who pays, who gains and over how many years it pays."""

from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.balans import SAMEN, Bedrag, balance

SCHULD = (
    Bedrag("Schuldhulp", 2025, -5_000_00),
    Bedrag("Schuldhulp", 2025, 1_000_00),
    Bedrag("Jeugdzorg", 2026, 2_000_00),
    Bedrag("Jeugdzorg", 2028, 4_000_00),
)
"""Paying a young person's debt early: who pays is not who gains."""

bedragen = st.lists(
    st.builds(Bedrag, st.sampled_from("ABC"), st.integers(2020, 2030), st.integers(-(10**9), 10**9)), max_size=20
)


def test_who_pays_is_not_who_gains():
    balans = balance(SCHULD)
    schuldhulp, jeugdzorg = balans.partijen
    assert (schuldhulp.lasten, schuldhulp.baten, schuldhulp.saldo) == (5_000_00, 1_000_00, -4_000_00)
    assert (jeugdzorg.saldo, jeugdzorg.terugverdiend) == (6_000_00, None)
    assert balans.scheef == 4_000_00
    assert jeugdzorg.per_jaar == ((2025, 0), (2026, 2_000_00), (2027, 0), (2028, 4_000_00))


def test_all_together_it_pays_in_four_years_and_for_who_pays_never():
    balans = balance(SCHULD)
    assert (balans.samen.partij, balans.samen.terugverdiend, balans.jaren) == (SAMEN, 2028, 4)
    assert balans.partijen[0].terugverdiend is None


def test_without_amounts_there_is_nothing_to_tell():
    balans = balance([])
    assert (balans.partijen, balans.scheef, balans.jaren, balans.samen.saldo) == ((), 0, None, 0)


@given(bedragen)
def test_the_parties_together_are_the_whole(bedragen):
    balans = balance(bedragen)
    assert sum(een.saldo for een in balans.partijen) == balans.samen.saldo == sum(een.centen for een in bedragen)
    for een in (*balans.partijen, balans.samen):
        assert sum(saldo for _, saldo in een.per_jaar) == een.saldo
    assert 0 <= balans.scheef <= balans.samen.lasten


@given(bedragen)
def test_money_is_back_in_the_year_in_which_the_sum_turns(bedragen):
    for een in balance(bedragen).partijen:
        if een.terugverdiend is not None:
            tot = sum(saldo for jaar, saldo in een.per_jaar if jaar <= een.terugverdiend)
            assert tot >= 0
