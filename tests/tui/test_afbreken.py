"""Breaking text into lines for the lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sessie_tool.tui.onderdelen.afbreken import wrap, wrap_parts


@pytest.mark.parametrize(
    ("tekst", "regels"),
    (
        ("", [""]),
        ("kort", ["kort"]),
        ("precies 10", ["precies 10"]),
        ("een twee drie vier", ["een twee", "drie vier"]),
        ("eerste\nregel", ["eerste", "regel"]),
        ("onafgebrokenwoord", ["onafgebrok", "enwoord"]),
        ("aan onafgebrokenwoord", ["aan", "onafgebrok", "enwoord"]),
        ("日本語日本語", ["日本語日本", "語"]),
        ("een twee drie vier vijf zes zeven acht", ["een twee", "drie vier", "vijf zes…"]),
        ("a\nb\nc\nd", ["a", "b", "c…"]),
    ),
)
def test_lines_break_between_words_and_a_cut_is_shown(tekst, regels):
    assert wrap(tekst, 10, 3) == regels


@given(st.text(max_size=200), st.integers(8, 40))
def test_no_line_is_too_wide_and_no_word_gets_lost(tekst, breedte):
    regels = wrap(tekst, breedte, 1000)
    assert all(cell_len(regel) <= breedte for regel in regels)
    assert "".join("".join(regels).split()) == "".join(tekst.split())


def test_a_very_long_text_takes_no_more_lines_than_are_shown():
    assert wrap("a" * 100_000, 20, 4) == ["a" * 20] * 3 + ["a" * 19 + "…"]


@pytest.mark.parametrize(
    ("tekst", "regels"),
    (
        ("", [""]),
        ("ja · nee", ["ja · nee"]),
        ("bezig · 1 juni 2026", ["bezig", "1 juni 2026"]),
        ("Henk · bezig · 1 juni 2026", ["Henk", "bezig", "1 juni 2026"]),
        ("een heel lange organisatie · nee", ["een heel", "lange", "organisatie", "nee"]),
    ),
)
def test_values_beside_a_row_stay_whole_where_they_can(tekst, regels):
    assert wrap_parts(tekst, 11, 4) == regels
