"""A new session: letters find the sjabloon, and no pasted word gets lost."""

from hypothesis import given
from hypothesis import strategies as st
from scherm_hulp import make_werkmap, started
from textual import events
from textual.widgets import Input, OptionList

from sessie_tool.tui.schermen.nieuw import find_next, sort_geplakt


async def test_letters_find_a_sjabloon_and_a_paste_in_the_list_goes_to_the_fields(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("f2", "j")
        scherm = wie.app.screen
        assert scherm.sjabloon.naam == "jaarronde"
        await wie.press("p")
        eerste = scherm.sjabloon.naam
        await wie.press("p")
        assert {eerste, scherm.sjabloon.naam} == {"peer-review", "pilot"}
        await wie.press("x")
        assert scherm.query_one("#sjablonen", OptionList).has_focus
        wie.app.post_message(events.Paste("[/] Avond in maart\nWe zien veel meldingen\nNoor Voorbeeld; begeleider\n"))
        await wie.settle()
        assert scherm.query_one("#veld-titel", Input).value == "[/] Avond in maart"
        assert scherm.query_one("#veld-aanleiding", Input).value == "We zien veel meldingen"
        assert "Geplakt bij Titel, Aanleiding en Deelnemers" in wie.seen()
        await wie.press("f2")
        assert [one.naam for one in wie.sessie.deelnemers] == ["Noor Voorbeeld"]
        assert wie.sessie.titel == "[/] Avond in maart"


@given(st.text(max_size=80), st.booleans())
def test_every_word_that_is_pasted_stands_somewhere(tekst, met_titel):
    titel, mensen, rest = sort_geplakt(tekst, met_titel=met_titel)
    samen = " ".join((titel, *mensen, *rest))
    assert sorted(samen.replace(";", " ").split()) == sorted(tekst.replace(";", " ").split())
    assert met_titel or not titel


def test_a_letter_that_begins_no_title_moves_nothing():
    assert find_next(["aa", "bb"], "x", 1) == 1
    assert find_next([], "x", None) is None
    assert [find_next(["aa", "ab", "b"], "a", nu) for nu in (None, 0, 1, 2)] == [0, 1, 0, 0]
