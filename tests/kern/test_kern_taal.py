"""Dutch wording of dates, numbers and lists."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.taal import (
    format_aantal,
    format_datum,
    join_woorden,
    letter,
    letter_number,
    parse_datum,
    slug,
    whole_text,
)

DAGEN = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_a_date_is_written_out():
    assert format_datum("2024-03-21") == "21 maart 2024"


def test_what_is_no_date_comes_back_as_it_is():
    assert format_datum("binnenkort") == "binnenkort"


@pytest.mark.parametrize(
    ("tekst", "iso"),
    (
        ("21-3-2024", "2024-03-21"),
        ("21/3/24", "2024-03-21"),
        ("2024-03-21", "2024-03-21"),
        ("21-3", "2025-03-21"),
        ("20-3", "2026-03-20"),
        ("29-2", "2028-02-29"),
        ("31-2-2024", None),
        ("31-2", None),
        ("0-0-0000", None),
        ("1-6-205", None),
        ("1-6-2", None),
        ("1-2-3-4", None),
        ("morgen", None),
        ("²-3-2024", None),
        (f"1-{'1' * 5000}", None),
        ("", None),
    ),
)
def test_a_date_is_read_only_when_it_is_unmistakable(tekst, iso):
    assert parse_datum(tekst, "2025-03-21") == iso


def test_a_date_without_a_year_needs_a_date_to_count_from():
    assert parse_datum("21-3") is None


@given(DAGEN)
def test_a_date_comes_back_from_how_people_type_it(dag):
    assert parse_datum(f"{dag.day}-{dag.month}-{dag.year}") == dag.isoformat()
    assert parse_datum(dag.isoformat()) == dag.isoformat()


@given(DAGEN, DAGEN)
def test_a_date_without_a_year_is_never_before_the_session(dag, vanaf):
    gelezen = parse_datum(f"{dag.day}-{dag.month}", vanaf.isoformat())
    assert gelezen is not None
    assert gelezen >= vanaf.isoformat()
    assert gelezen[5:] == dag.isoformat()[5:]


@given(st.integers(1, 400_000))
def test_letters_count_on_after_z(nummer):
    assert letter_number(letter(nummer)) == nummer


def test_letters_are_known():
    assert [letter(nummer) for nummer in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]


@pytest.mark.parametrize("tekens", ("", "A", "1", "é", "a b", "a" * 100_000))
def test_other_text_is_no_letter(tekens):
    assert letter_number(tekens) is None


def test_numbers_and_lists_read_as_dutch():
    assert format_aantal(1, "signaal", "signalen") == "1 signaal"
    assert format_aantal(0, "signaal", "signalen") == "0 signalen"
    assert [join_woorden(["a", "b", "c"][:aantal]) for aantal in range(4)] == ["", "a", "a en b", "a, b en c"]


@pytest.mark.parametrize(
    ("tekst", "naam"),
    (
        ("Één / twee: «proef»", "een-twee-proef"),
        ("../../etc", "etc"),
        ("שלום", ""),
        ("- a -", "a"),
        ("aaaaa bb", "aaaaa"),
    ),
)
def test_a_title_becomes_a_name_that_every_system_takes(tekst, naam):
    assert slug(tekst, 6 if tekst == "aaaaa bb" else 40) == naam


@given(st.text(st.characters(categories=("L", "Cs"))))
def test_half_a_character_never_reaches_a_file(tekst):
    whole_text(tekst).encode()
