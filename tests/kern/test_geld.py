"""Money: as Dutch people write it, in and out, to the cent."""

from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.bouwstenen.rapport import show_waarde
from sessie_tool.kern.document import plain
from sessie_tool.kern.notatie import format_regel, parse_regel
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_geld, parse_geld
from sessie_tool.kern.veld import Veld, velden


class Rekening(Record, frozen=True):
    """Something that costs money."""

    wat: Annotated[str, Veld("Wat")] = ""
    bedrag: Annotated[int | None, Veld("Bedrag", "geld", merk="€")] = None


@pytest.mark.parametrize(
    ("getypt", "centen"),
    (
        ("€ 60.000", 60_000_00),
        ("€\u00a060.000", 60_000_00),
        ("60.000,50", 60_000_50),
        ("1250", 1_250_00),
        ("€5", 5_00),
        ("€ 5,-", 5_00),
        ("1.250,5", 1_250_50),
        ("0,05", 5),
        ("0", 0),
        ("2,5 miljoen", 2_500_000_00),
        ("€ 1,125 mln", 1_125_000_00),
        ("12 duizend euro", 12_000_00),
    ),
)
def test_an_amount_is_read_as_dutch_people_write_it(getypt, centen):
    assert parse_geld(getypt) == centen


@pytest.mark.parametrize(
    "getypt",
    ("", "€", "-5", "€ -5", "60,000", "60,000 euro", "1.25", "0.500", "1.250 miljoen", "5,0000001 duizend", "60k",
     "vijf", "١٢", "9" * 16, "999999999999999 miljard", "1 250"),
)  # fmt: skip
def test_what_can_mean_two_things_or_less_than_nothing_is_no_amount(getypt):
    assert parse_geld(getypt) is None


@pytest.mark.parametrize(
    ("centen", "getoond"),
    ((60_000_00, "€\u00a060.000"), (1_250_50, "€\u00a01.250,50"), (5, "€\u00a00,05"), (-900_00, "−€\u00a0900")),
)
def test_an_amount_is_shown_with_points_and_no_cents_that_are_not_there(centen, getoond):
    assert format_geld(centen) == getoond


@given(st.integers(0, 10**16))
def test_what_is_shown_can_be_typed_again(centen):
    assert parse_geld(format_geld(centen)) == centen


@pytest.mark.parametrize(
    "regel",
    ("Afbetalen €8.000", "Afbetalen € 8.000", "€ 8.000 Afbetalen", "Afbetalen bedrag=8000", "Afbetalen € 8 duizend"),
)
def test_in_a_line_the_sign_may_stand_apart(regel):
    assert parse_regel(Rekening, regel, Omgeving(), "n") == Rekening(id="n", wat="Afbetalen", bedrag=8_000_00)


@pytest.mark.parametrize(
    ("regel", "tekst"),
    ((r"Kost \€ 5", "Kost € 5"), ("Kost € 1.25", "Kost € 1.25"), ("Kost €5 €6", "Kost €6"), ("€", "€")),
)
def test_what_is_no_amount_stays_text(regel, tekst):
    assert parse_regel(Rekening, regel, Omgeving(), "n").wat == tekst


@given(st.integers(0, 10**16), st.sampled_from(("€ 5", r"\€ 5", "a€5", "€", "€ 2,5 miljoen", "")))
def test_a_line_with_an_amount_reads_back_as_the_same(centen, tekst):
    record = Rekening(id="n", wat=tekst, bedrag=centen)
    assert parse_regel(Rekening, format_regel(record, Omgeving()), Omgeving(), "n") == record


def test_the_verslag_shows_an_amount_and_nothing_where_there_is_none():
    veld = velden(Rekening)["bedrag"]
    assert plain(show_waarde(veld, 1_250_50, Omgeving())) == "€\u00a01.250,50"
    assert show_waarde(veld, None, Omgeving()) == ()
