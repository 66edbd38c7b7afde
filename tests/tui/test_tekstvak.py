"""Undo and redo in a text, whatever was pasted: the program goes on and every text comes back."""

import random

import pytest
from textual import events
from textual.app import App

from sessie_tool.tui.onderdelen.tekstvak import Tekstvak


class EenVak(App):
    def compose(self):
        yield Tekstvak("oud\ntekst")


def regels(aantal):
    return "\n".join(f"regel {nummer} met woorden" for nummer in range(aantal))


@pytest.mark.parametrize("aantal", (5, 48, 500))
async def test_a_large_paste_is_undone_and_done_again(aantal):
    async with EenVak().run_test(size=(60, 20)) as pilot:
        vak = pilot.app.query_one(Tekstvak)
        vak.move_cursor(vak.document.end)
        pilot.app.post_message(events.Paste(regels(aantal)))
        await pilot.pause()
        await pilot.press("ctrl+z")
        assert vak.text == "oud\ntekst"
        await pilot.press("ctrl+y")
        assert vak.text == f"oud\ntekst{regels(aantal)}"
        await pilot.press("ctrl+z", "x")
        assert vak.text == "oud\ntekstx"


async def test_another_text_is_one_thing_to_undo():
    async with EenVak().run_test(size=(60, 20)) as pilot:
        vak = pilot.app.query_one(Tekstvak)
        await pilot.press("a")
        vak.change_to(regels(300))
        await pilot.press("b", "ctrl+z", "ctrl+z")
        assert vak.text == "aoud\ntekst"
        vak.change_to("")
        await pilot.press("ctrl+z")
        assert vak.text == "aoud\ntekst"


@pytest.mark.parametrize("zaad", range(12))
async def test_whatever_is_pasted_undone_and_moved_the_program_goes_on(zaad):
    loting = random.Random(zaad)  # noqa: S311  # no secret is made with it
    async with EenVak().run_test(size=(40, 12)) as pilot:
        vak = pilot.app.query_one(Tekstvak)
        for _ in range(25):
            keuze = loting.randrange(5)
            if keuze == 0:
                erachter = loting.choice(("", "\n", "\x0b", "日本"))
                pilot.app.post_message(events.Paste(regels(loting.choice((1, 3, 60))) + erachter))
            elif keuze == 1:
                vak.change_to(regels(loting.choice((0, 1, 80))))
            elif keuze == 2:
                vak.select_all()
            else:
                await pilot.press(loting.choice(("ctrl+z", "ctrl+z", "ctrl+y", "enter", "backspace", "pageup")))
        await pilot.pause()
        vak.move_cursor(vak.document.end)
        await pilot.press("x")
        assert vak.text.endswith("x")


async def test_the_keys_of_other_screens_select_nothing_that_the_next_letter_would_replace():
    async with EenVak().run_test(size=(40, 12)) as pilot:
        await pilot.press("f6", "x", "f7", "y")
        assert pilot.app.query_one(Tekstvak).text == "xyoud\ntekst"
