"""What two sequences share at both ends."""

from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.overlap import same_ends

LETTERS = st.lists(st.sampled_from("abc"), max_size=6)


@given(LETTERS, LETTERS)
def test_what_two_lists_share_is_the_same_at_both_ends_and_never_counted_twice(een, ander):
    begin, eind = same_ends(een, ander)
    assert een[:begin] == ander[:begin]
    assert een[len(een) - eind :] == ander[len(ander) - eind :]
    assert begin + eind <= min(len(een), len(ander))


@given(LETTERS, LETTERS)
def test_what_lies_between_begins_and_ends_with_something_else(een, ander):
    begin, eind = same_ends(een, ander)
    links, rechts = een[begin : len(een) - eind], ander[begin : len(ander) - eind]
    assert not (links and rechts) or (links[0] is not rechts[0] and links[-1] is not rechts[-1])
