"""The widths of columns: by share, and bent to what stands in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessie_tool.kern.document import Kolom, Rij, Tabel, tekst
from sessie_tool.schrijvers.docx.breedtes import divide_width

BREEDTE = 9298
LANG = "Ondernemers vragen om een gedeelde batterij op het bedrijventerrein, maar niemand begint"


def make_tabel(kolommen, *rijen):
    return Tabel(tuple(kolommen), tuple(Rij(tuple(tekst(cel) for cel in rij)) for rij in rijen), "")


def test_a_roomy_table_keeps_the_shares():
    tabel = make_tabel((Kolom("a", 1), Kolom("b", 3)), ("x", "y"))
    assert divide_width(tabel, 8000) == [2000, 6000]


def test_a_short_column_gives_its_room_to_the_text():
    tabel = make_tabel((Kolom("Nr.", 2), Kolom("Signaal", 4), Kolom("Status", 2)), ("1", LANG, "open"))
    nummer, signaal, status = divide_width(tabel, BREEDTE)
    assert nummer < status < BREEDTE / 8
    assert signaal > BREEDTE * 0.75


def test_a_date_stays_on_one_line():
    tabel = make_tabel((Kolom("Actie", 4), Kolom("Wanneer", 0.5)), (LANG, "21 september 2024"))
    assert divide_width(tabel, BREEDTE)[1] > 1500


def test_a_long_text_gets_room_before_a_name_stays_on_one_line_but_not_before_a_date():
    kolommen = (Kolom("Actie", 6.5), *(Kolom(naam, 1.3) for naam in ("Wie", "Met wie", "Wanneer", "Status")))
    cellen = (LANG, "Youssef Hypothese", "Youssef Hypothese", "21 september 2024", "open")
    actie, wie, _, wanneer, _ = divide_width(make_tabel(kolommen, cellen), BREEDTE)
    assert wie < 1500 < wanneer
    assert actie > BREEDTE * 0.4


def test_words_stay_whole_when_dates_cannot():
    kolommen = (Kolom("Signaal", 4), *(Kolom("Opgave", 0.1) for _ in range(5)))
    breedtes = divide_width(make_tabel(kolommen, (LANG, *["Aantrekkelijk"] * 5)), BREEDTE)
    assert min(breedtes[1:]) > 1200


def test_a_table_with_too_many_columns_is_divided_by_share():
    tabel = make_tabel([Kolom("Onbegonnenwerk")] * 20, ["Aantrekkelijk"] * 20)
    assert max(divide_width(tabel, BREEDTE)) <= BREEDTE // 20 + 20


CEL = st.text(max_size=30) | st.just("W" * 18) | st.just("woord " * 20)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.floats(-1, 9, allow_nan=False), min_size=1, max_size=8),
    st.data(),
    st.integers(2000, 20000),
)
def test_the_table_is_always_as_wide_as_the_text(shares, data, breedte):
    rijen = data.draw(st.lists(st.lists(CEL, min_size=1, max_size=len(shares)), max_size=4))
    breedtes = divide_width(make_tabel([Kolom("k", share) for share in shares], *rijen), breedte)
    assert sum(breedtes) == breedte
    assert min(breedtes) >= 0


@pytest.mark.parametrize("titel", ("", "x" * 400))
def test_any_header_gets_a_width(titel):
    assert divide_width(make_tabel([Kolom(titel)]), BREEDTE) == [BREEDTE]
