"""Rows that grow from those before are the rows that would be made anew."""

from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.tui.onderdelen.groeirijen import Groeirijen
from sessie_tool.tui.onderdelen.recordtabel import Tabelrij

SIGNALEN = [Signaal(id=naam, tekst=naam) for naam in "abcd"]
LIJST = st.lists(st.tuples(st.sampled_from(SIGNALEN), st.integers(1, 3), st.sampled_from(["", "→ 1"])), max_size=5)


def make(record, plaats, waar):
    return Tabelrij(record.id, str(plaats), record.tekst, waar)


@given(st.lists(LIJST, max_size=5))
def test_rows_that_grow_are_those_made_anew(reeks):
    groei = Groeirijen(make)
    for lijst in reeks:
        kolommen = [[rij[kolom] for rij in lijst] for kolom in range(3)]
        assert groei.grow(*kolommen) == [make(*rij) for rij in lijst]


def test_a_row_that_is_like_before_is_the_same_row():
    groei = Groeirijen(make)
    eerst = groei.grow(SIGNALEN, [1, 2, 3, 4], [""] * 4)
    daarna = groei.grow(SIGNALEN, [1, 2, 3, 4], ["", "→ 1", "", ""])
    assert [oud is nieuw for oud, nieuw in zip(eerst, daarna, strict=True)] == [True, False, True, True]
