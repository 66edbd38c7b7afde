"""A werkmap on a slow or broken disk: no key waits for it, and the screen stays right."""

import os
import threading
import time
from functools import partial

import pytest
from scherm_hulp import make_werkmap, started

from sessie_tool.fouten import OpslagError
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.app import SessieApp
from sessie_tool.tui.onderdelen.wachtvenster import Wachtvenster
from sessie_tool.tui.schermen.acties import ActiesScherm
from sessie_tool.tui.schermen.nieuw import NieuwScherm
from sessie_tool.tui.schermen.overzicht import OverzichtScherm
from sessie_tool.tui.schermen.sessie import SessieScherm

TRAAG, KORT = 1.0, 0.2
TRAGE_MAPPEN = []


@pytest.fixture(autouse=True)
def slow_disk(monkeypatch):
    """Listing the files of a slow folder waits, wherever the program does it."""
    TRAGE_MAPPEN.clear()
    for naam in ("listdir", "scandir"):
        monkeypatch.setattr(os, naam, partial(_list_slowly, getattr(os, naam)))


def _list_slowly(echt, pad="."):
    for trage in TRAGE_MAPPEN:
        if str(pad) == str(trage.sessies):
            trage._wait()
    return echt(pad)


class TrageMap(Werkmap):
    """A folder that takes its time, whoever lists its files."""

    def __init__(self, pad):
        super().__init__(pad)
        self.wacht, self.draden = 0.0, set()
        TRAGE_MAPPEN.append(self)

    def _wait(self):
        self.draden.add(threading.get_ident())
        time.sleep(self.wacht)

    def read_opgaven(self):
        self._wait()
        return super().read_opgaven()

    def set_opgaven(self, opgaven):
        self._wait()
        super().set_opgaven(opgaven)

    def restore(self, sessie_id):
        self._wait()
        return super().restore(sessie_id)


class VolleMap(Werkmap):
    """A folder that takes nothing any more, and does not say so in the words of the program."""

    def create(self, sessie, moment):
        raise OpslagError("De sessie kan niet bewaard worden: de schijf is vol.")

    def remove(self, sessie_id, moment):
        raise PermissionError(13, "Permission denied")

    def set_opgaven(self, opgaven):
        raise OpslagError("De opgaven kunnen niet bewaard worden: de schijf is vol.")


async def pressed(wie, *keys):
    """Press keys as fast as they come, and wait for all that follows from them."""
    for key in keys:
        wie.app.simulate_key(key)
    await wie.settle()


@pytest.mark.parametrize(
    ("keys", "scherm"),
    (
        (("enter",), SessieScherm),
        (("f2",), NieuwScherm),
        (("ctrl+k",), NieuwScherm),
        (("ctrl+t",), ActiesScherm),
        (("ctrl+l",), OverzichtScherm),
        (("ctrl+d", "ctrl+z"), OverzichtScherm),
    ),
)
async def test_no_key_of_the_overview_waits_for_a_slow_folder(tmp_path, keys, scherm):
    werkmap, sessie_id = make_werkmap(tmp_path)
    traag = TrageMap(werkmap.pad)
    async with started(traag) as wie:
        traag.wacht = 0.2
        await pressed(wie, *keys)
        assert isinstance(wie.app.screen, scherm)
        traag.wacht = 0.0
    assert traag.draden
    assert threading.get_ident() not in traag.draden
    assert [rij.id for rij in werkmap.rows()[0]] == [sessie_id]


async def test_a_session_is_made_in_a_slow_folder_without_a_key_that_waits(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)
    traag = TrageMap(werkmap.pad)
    async with started(traag) as wie:
        await wie.press("f2", "enter", *"Wijk")
        traag.wacht = TRAAG
        wie.app.simulate_key("f2")
        await wie.pilot.pause(0.1)
        assert isinstance(wie.app.screen, Wachtvenster)
        traag.wacht = 0.0
        await pressed(wie, *"Eerste")
        assert wie.sessie.titel == "Wijk"
        assert wie.app.screen.query_one("#invoer").value == "Eerste"


async def test_a_list_that_is_still_being_read_says_so_and_enter_waits_for_it(tmp_path):
    werkmap, _ = make_werkmap(tmp_path, "Signalensessie Groen")
    traag = TrageMap(werkmap.pad)
    traag.wacht = TRAAG
    app = SessieApp(traag)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "worden gelezen" in str(app.screen.query_one("#leeg").render())
        await pilot.press(*"groen", "enter")
        traag.wacht = 0.0
        while app.schijf._rij or not isinstance(app.screen, SessieScherm):
            await pilot.pause(0.02)
        await pilot.pause()
        assert app.screen.zitting.sessie.titel == "Signalensessie Groen"
        app.close_all()


async def test_a_removed_session_goes_from_the_list_at_once_and_the_next_key_is_for_the_next(tmp_path):
    werkmap, _ = make_werkmap(tmp_path, "Eerste")
    make_werkmap(tmp_path, "Tweede")
    traag = TrageMap(werkmap.pad)
    async with started(traag) as wie:
        traag.wacht = TRAAG
        wie.app.simulate_key("ctrl+d")
        await wie.pilot.pause()
        assert len(wie.row_ids("#sessies")) == 1
        traag.wacht = 0.0
        await pressed(wie, "ctrl+d")
        assert wie.row_ids("#sessies") == []
        await pressed(wie, "ctrl+z", "ctrl+z")
        assert len(wie.row_ids("#sessies")) == 2


async def test_who_goes_back_while_a_session_is_opened_finds_it_closed(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    traag = TrageMap(werkmap.pad)
    async with started(traag) as wie:
        traag.wacht = KORT
        wie.app.simulate_key("enter")
        await wie.pilot.pause(0.05)
        await pressed(wie, "escape")
        assert isinstance(wie.app.screen, OverzichtScherm)
        traag.wacht = 0.0
        werkmap.remove(sessie_id, now())  # nobody has it open


async def test_leaving_does_not_wait_for_a_folder_that_is_being_read(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)
    traag = TrageMap(werkmap.pad)
    async with started(traag) as wie:
        traag.wacht = 30.0
        wie.app.simulate_key("ctrl+l")
        await wie.pilot.pause()
        begin = time.monotonic()
        wie.app.close_all()
        assert time.monotonic() - begin < 1


async def test_leaving_waits_for_a_change_that_was_asked(tmp_path):
    werkmap, _ = make_werkmap(tmp_path)
    traag = TrageMap(werkmap.pad)
    async with started(traag) as wie:
        traag.wacht = KORT
        wie.app.simulate_key("ctrl+d")
        await wie.pilot.pause()
        wie.app.close_all()
        assert werkmap.rows() == ([], [])


async def test_a_session_that_cannot_go_comes_back_in_the_list_with_the_reason(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(VolleMap(werkmap.pad)) as wie:
        await wie.press("ctrl+d")
        assert wie.row_ids("#sessies") == [sessie_id]
        assert "u mag daar niet schrijven" in wie.melding
        await wie.press("ctrl+z")
        assert "u mag daar niet" in wie.melding


async def test_a_session_that_cannot_be_made_comes_back_as_it_was_typed(tmp_path):
    async with started(VolleMap(tmp_path), size=(120, 40)) as wie:
        await wie.press("f2", "enter", *"Wijk", "f2")
        assert "de schijf is vol" in wie.seen()
        assert wie.app.screen.query_one("#veld-titel").value == "Wijk"


async def test_opgaven_that_cannot_be_kept_come_back_once_with_the_reason(tmp_path):
    async with started(VolleMap(tmp_path), size=(120, 40)) as wie:
        await wie.press("f4")
        wie.app.screen.query_one("Tekstvak").text = "Wonen"
        await wie.press("escape")
        assert "de schijf is vol" in wie.seen()
        await wie.press("escape")
        assert isinstance(wie.app.screen, OverzichtScherm)
