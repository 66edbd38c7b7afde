"""Dictation as fast as keys can come: nothing that is typed gets lost or runs together, wherever the keys are."""

import pytest
from scherm_hulp import make_werkmap, started


@pytest.fixture
async def typist(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eerst dit")
        yield wie


async def hammer(wie, *toetsen):
    """All keys at once, before the screen has dealt with the first."""
    for toets in toetsen:
        wie.app.simulate_key(toets)
    for _ in range(3):
        await wie.pilot.pause()


async def test_a_sentence_typed_in_the_list_keeps_its_spaces_its_end_and_its_corrections(typist):
    await hammer(typist, "f6", *"Een zin in de lijstt", "backspace", "enter", *"En nog een", "enter")
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "Een zin in de lijst", "En nog een"]


async def test_going_to_the_list_and_back_faster_than_it_is_drawn_ends_at_typing(typist):
    await hammer(typist, "f6", "down", "up", "f6", *"Weer hier", "enter", "f6", "f6", *"En hier", "enter")
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "Weer hier", "En hier"]


async def test_characters_without_a_shape_of_their_own_are_kept(typist):
    teksten = ("a\u200db", "vast\u00a0aan", "\u200fعربي\u200e", "zacht\u00adteken", "👩‍👧")
    for tekst in teksten:
        await hammer(typist, *tekst, "enter")
        await hammer(typist, "f6", *tekst, "enter")
    assert typist.texts("Signalen ophalen") == ["Eerst dit", *(tekst for tekst in teksten for _ in range(2))]


async def test_corrections_come_before_the_enter_behind_them(typist):
    await hammer(
        typist, *"Netx", "backspace", "enter", *"bc", "home", "a", "end", "d", "enter", *"weg", "ctrl+u", *"ok", "enter"
    )
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "Net", "abcd", "ok"]


async def test_going_to_the_list_does_not_overtake_the_corrections_before_it(typist):
    await hammer(typist, *"Netx", "backspace", "f6", "f6", *"!", "enter")
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "Net!"]


async def test_a_control_character_gives_no_text(typist):
    await hammer(typist, "a", "\x1b", "\x07", "b", "enter")
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "ab"]


async def test_a_small_digit_in_the_list_of_dots_is_text_and_does_no_harm(typist):
    await typist.to_stap("Rode draden")
    await typist.type("Draad")
    await typist.to_stap("Kiezen")
    await hammer(typist, "f6", "3", "²", "enter")
    assert typist.records("Kiezen") == ()
    assert typist.app.screen.query_one("#invoer").value == "3²"
    assert "is geen telling" in typist.melding


@pytest.mark.parametrize("toets", ("f1", "f3"))
async def test_what_is_typed_right_behind_the_esc_that_closes_a_screen_is_for_the_session(typist, toets):
    await hammer(typist, toets, "escape", *"Daarna dit", "enter")
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "Daarna dit"]


async def test_a_participant_typed_right_before_esc_is_kept(typist):
    await typist.press("f3")
    await hammer(typist, *"Gast Verzonnen", "enter", "escape", *"Daarna dit", "enter")
    assert typist.sessie.deelnemers[-1].naam == "Gast Verzonnen"
    assert typist.texts("Signalen ophalen") == ["Eerst dit", "Daarna dit"]
