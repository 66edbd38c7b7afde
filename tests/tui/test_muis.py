"""The mouse: a click goes to a row, a double click opens it, and signals are dragged or clicked into threads."""

import pytest
from scherm_hulp import make_werkmap, started
from textual import events

from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.recordtabel import RecordTabel


@pytest.fixture
async def klikker(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(100, 30)) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eén", "Twee", "Drie", "Vier")
        await wie.to_stap("Rode draden")
        await wie.type("Draad A", "Draad B")
        yield wie


def content(wie):
    """The numbers of the signals in each thread."""
    omgeving = wie.scherm.zitting.omgeving
    return ["".join(omgeving.nummer(one) for one in draad.signalen) for draad in wie.records("Rode draden")]


async def drag(wie, van, naar):
    await wie.pilot.mouse_down("#bron", offset=(8, van))
    plek = wie.app.screen.query_one("#records").region
    x, y = plek.x + 8, plek.y + naar
    wie.app.screen._forward_event(events.MouseMove(None, x, y, 0, 0, 1, False, False, False, x, y))
    await wie.pilot.pause()
    await wie.pilot.mouse_up("#records", offset=(8, naar))
    await wie.pilot.pause()


async def test_a_signal_is_dragged_into_a_thread_and_undone_with_one_key(klikker):
    await drag(klikker, 2, 1)
    assert content(klikker) == ["", "3"]
    assert klikker.app.screen.query_one("#records", RecordTabel).cursor_row == 1
    await drag(klikker, 2, 0)
    assert content(klikker) == ["3", ""]
    await klikker.press("ctrl+z")
    assert content(klikker) == ["", "3"]


async def test_one_click_selects_and_changes_nothing(klikker):
    for row in (0, 2, 2):
        await klikker.pilot.click("#bron", offset=(8, row))
    await klikker.pilot.click("#records", offset=(8, 1))
    assert content(klikker) == ["", ""]
    assert klikker.app.screen.query_one("#bron", RecordTabel).cursor_row == 2
    assert klikker.app.screen is klikker.scherm


async def test_clicked_numbers_go_together_into_the_thread_that_is_clicked(klikker):
    for row in (0, 1, 3, 1):
        await klikker.pilot.click("#bron", offset=(2, row))
    await klikker.pilot.click("#bron", offset=(8, 2), control=True)
    await klikker.pilot.click("#records", offset=(8, 1))
    assert content(klikker) == ["", "134"]
    assert klikker.app.screen is klikker.scherm


async def test_dragging_one_of_the_marked_signals_takes_all_of_them_along(klikker):
    for row in (0, 1):
        await klikker.pilot.click("#bron", offset=(2, row))
    await drag(klikker, 1, 0)
    assert content(klikker) == ["12", ""]


async def test_a_drag_that_ends_elsewhere_moves_nothing(klikker):
    await klikker.pilot.mouse_down("#bron", offset=(8, 0))
    await klikker.pilot.mouse_up("#invoer")
    await klikker.pilot.mouse_down("#kop-bundels")
    await klikker.pilot.mouse_up("#records", offset=(8, 0))
    await drag(klikker, 0, 8)
    assert content(klikker) == ["", ""]


@pytest.mark.parametrize("lijst", ("#bron", "#records"))
async def test_a_double_click_edits(klikker, lijst):
    await klikker.pilot.double_click(lijst, offset=(8, 0))
    await klikker.pilot.pause()
    assert isinstance(klikker.app.screen, Formulier)
