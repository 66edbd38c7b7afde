"""A new session: letters find the sjabloon, and no pasted word gets lost."""

from hypothesis import given
from hypothesis import strategies as st
from scherm_hulp import make_werkmap, started
from textual import events
from textual.widgets import Input, OptionList

from sessie_tool.kern.parkeerplaats import describe_geparkeerd
from sessie_tool.kern.sessie import replace
from sessie_tool.nu import new_id, now
from sessie_tool.tui.nieuw_hulp import Letters, find_next, sort_geplakt
from sessie_tool.tui.parkeren import keep, park
from sessie_tool.zitting import Zitting


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
    assert [find_next(["aa", "ab", "abc"], "ab", nu) for nu in (None, 0, 1, 2)] == [1, 1, 1, 2]
    letters, titels = Letters(), ["jaarronde", "peer-review", "pilot", "wijkronde"]
    getypt = (("w", 5.0), ("i", 5.2), ("j", 5.4), ("p", 5.6), ("p", 5.8), ("i", 6.0), ("p", 9.0), ("i", 11.0))
    assert [letters.add(een, titels, moment) for een, moment in getypt] == ["w", "wi", "wij", "p", "p", "pi", "p", "i"]


async def test_what_is_parked_comes_along_to_a_session_like_an_earlier_one_unless_one_leaves_it(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
    park(zitting, ["Wie betaalt de bomen?", "En het water?"], "Welkom")
    keep(zitting, replace(zitting.sessie.parkeerplaats[1], opgepakt=True))
    zitting.close()
    async with started(werkmap) as wie:
        await wie.press("ctrl+k")
        assert "1 onderwerp van de parkeerplaats gaat mee" in str(wie.app.screen.query_one("#parkeerplaats").render())
        await wie.press("ctrl+g", "f2")
        assert wie.sessie.parkeerplaats == ()
        await wie.press("ctrl+o")
        wie.app.screen.query_one("#sessies").move_to(sessie_id)
        await wie.press("ctrl+k", "f2")
        (een,) = wie.sessie.parkeerplaats
        assert describe_geparkeerd(een).startswith("Wie betaalt de bomen? (tijdens Welkom; uit Signalensessie")
        assert [one.opgepakt for one in werkmap.read(sessie_id).parkeerplaats] == [False, True]
