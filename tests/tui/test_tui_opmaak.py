"""Guidance in Markdown is shown whole: bold, lists with their numbers, links with their address, tables as lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessie_tool.tui.opmaak import format_opmaak, format_voorbeeld, wrap_voorbeeld


def test_markdown_is_shown_as_lines_without_its_signs():
    tekst = "Eén **vet** woord.\n\n3. drie\n4. vier\n\n- punt\n  - onder\n\n[site](https://voorbeeld.nl)"
    gezien = format_opmaak(tekst).plain.split("\n")
    assert gezien[:4] == ["Eén vet woord.", "3. drie", "4. vier", "• punt"]
    assert "onder" in gezien[4]
    assert gezien[5] == "site (https://voorbeeld.nl)"


def test_a_table_is_shown_row_by_row():
    assert format_opmaak("| wat | wie |\n|---|---|\n| bellen | Noor |").plain == "wat: bellen; wie: Noor"


def test_markup_of_the_screen_is_text():
    assert format_opmaak("[/] [b]x[/b] \x1b[2J").plain == "[/] [b]x[/b] ␛[2J"


def test_the_example_shows_notes_as_numbers_and_passages_bold():
    voorbeeld = format_voorbeeld("Zie dit.^[Bron: *hier*.] En ==doe dit== nu.\n\n- punt^[Twee]\n- meer")
    assert voorbeeld.plain == "Zie dit.[1] En doe dit nu.\n\n• punt[2]\n• meer\n\n───\n[1] Bron: hier.\n[2] Twee"
    assert styled(voorbeeld, "bold") == ["[1]", "doe dit", "[2]", "[1]", "[2]"]
    assert styled(voorbeeld, "italic") == ["hier"]


@pytest.mark.parametrize("tekst", ("a == b == c", "==", "====", "== a==", "==a\n\nb==", "^[open", "x^[]", "^[a ^[b]"))
def test_signs_that_mean_nothing_stay_as_they_are(tekst):
    zichtbaar = [teken for teken in format_voorbeeld(tekst).plain if teken.isalnum()]
    assert [teken for teken in tekst if teken.isalnum()] == [teken for teken in zichtbaar if teken not in "0123456789"]


OPMAAK = st.lists(
    st.sampled_from(
        (
            "**",
            "*",
            "_",
            "==",
            "^[",
            "]",
            "[",
            "](",
            ")",
            "`",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "# ",
            "> ",
            "|",
            "|-|",
            "~~",
            "\\",
            "[^1]",
            "[^1]: ",
            "日本",
            "👩‍👩‍👧",
            "\x1b[2J",
            "\ud83d",
            "[b]",
            "[/]",
            "\t",
            "\r",
            "\u2028",
            "a",
            " ",
        )
    )
).map("".join)


@settings(deadline=None, max_examples=300)
@given(tekst=OPMAAK | st.text(st.characters(codec=None)), breedte=st.integers(1, 60))
def test_every_text_has_an_example_that_fits_and_steers_nothing(tekst, breedte):
    regels = wrap_voorbeeld(format_voorbeeld(tekst), breedte)
    assert all(regel.cell_length <= max(2, breedte) for regel in regels)
    assert not any(teken in regel.plain for regel in regels for teken in "\x1b\x07\x00")


@given(tekst=st.text(st.sampled_from("ab[]/@=(). \n"), max_size=60))
def test_the_words_of_a_text_are_all_in_its_example(tekst):
    def letters(deel):
        return sorted(teken for teken in deel if teken.isalpha())

    assert letters(format_voorbeeld(tekst).plain) == letters(tekst)


def styled(content, stijl):
    return [content.plain[span.start : span.end] for span in content.spans if span.style == stijl]


def test_an_item_that_does_not_fit_goes_on_below_its_words():
    regels = wrap_voorbeeld(format_voorbeeld("- een twee drie\n  - vier vijf zes\n- zeven\nacht"), 12)
    assert [regel.plain.rstrip() for regel in regels] == [
        "• een twee",
        "  drie",
        "  • vier",
        "    vijf zes",
        "• zeven",
        "  acht",
    ]
