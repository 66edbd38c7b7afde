"""Words to search: whatever the capitals and accents, by their beginning, all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.zoekwoorden import fold_woorden, parse_zoekvraag, show_around


def fits(vraag, tekst):
    return parse_zoekvraag(vraag).fits(fold_woorden(tekst))


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    (
        ("cafe", "Het CAFÉ op de hoek"),
        ("Café", "cafe\u0301"),
        ("wacht", "de wachtlijst"),
        ("lijst wacht", "wachttijd en lijst"),
        ('"groen en"', "Groen en duurzaam"),
        ('"groen en', "Groen: én duurzaam"),
        ("co-creatie", "Cocktails en co-creaties"),
        ("strasse", "Straße"),
        ("2026", "in 2026"),
        ("ﬁets", "fietsen"),
    ),
)
def test_a_search_finds(vraag, tekst):
    assert fits(vraag, tekst)


@pytest.mark.parametrize(
    ("vraag", "tekst"),
    (
        ("lijst", "wachtlijst"),
        ("wachttijd loket", "wachttijd"),
        ('"en groen"', "groen en"),
        ("co-creatie", "creatie van co"),
        ("", "alles"),
        ('"', "alles"),
        ("* ( ^", "alles"),
    ),
)
def test_a_search_does_not_find(vraag, tekst):
    assert not fits(vraag, tekst)


@given(st.text())
def test_every_text_is_found_by_its_own_words_and_folds_the_same_twice(tekst):
    woorden = fold_woorden(tekst)
    assert fold_woorden(woorden) == woorden
    assert fits(tekst.replace('"', " "), tekst) == bool(woorden)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_the_quick_way_for_usual_letters_gives_the_same(tekst):
    assert fold_woorden(tekst) == fold_woorden(f"{tekst} 中")[: -len(" 中")]


@given(st.text(), st.text(), st.integers(1, 200))
def test_what_stands_around_a_find_is_a_piece_of_the_text(tekst, vraag, breedte):
    voor, woord, na = show_around(tekst, parse_zoekvraag(vraag), breedte)
    assert voor.removeprefix("…") + woord + na.removesuffix("…") in tekst


def test_the_words_around_a_find_show_the_find():
    tekst = (
        "Eerst een lange aanloop naar waar het over gaat: de Wachtlijst voor het net, en daarna nog veel meer woorden."
    )
    assert show_around(tekst, parse_zoekvraag("wachtl"), 40) == ("…over gaat: de ", "Wachtlijst", " voor het net,…")
    assert show_around("kort", parse_zoekvraag("anders"), 40) == ("", "", "kort")
