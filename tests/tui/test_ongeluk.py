"""Something goes wrong that nobody foresaw: nothing is lost, one screen tells it, and the program goes on."""

import os
import re
import threading
import time
from contextlib import suppress

import pytest
from scherm_hulp import Begeleider, make_werkmap, started
from terminal_hulp import Terminal
from textual.drivers._writer_thread import WriterThread

from sessie_tool.opslag.ongelukken import list_ongelukken
from sessie_tool.tui.app import SessieApp
from sessie_tool.tui.schermen import ongeluk as venster
from sessie_tool.tui.schermen.ongeluk import OngelukVenster
from sessie_tool.tui.schermen.sessie import SessieScherm
from sessie_tool.tui.vangnet import TE_VAAK, Herhaling, _told_to

GEHEIM = "Jansenverhaal"

IN_EEN_TOETS = f"""
import sys
from sessie_tool.tui.schermen.sessie import SessieScherm

def mis(self):
    raise KeyError("{GEHEIM}")

SessieScherm.action_participants = mis
"""
IN_HET_TEKENEN = f"""
import sys
from sessie_tool.tui.onderdelen.stappenlijst import Stappenlijst

def mis(self, *args):
    raise ValueError("{GEHEIM}")

Stappenlijst.show = mis
"""
IN_DE_ZAAL = f"""
import sys
from sessie_tool.tui.beamer.app import ZaalScherm

def mis(self, *args, goed=ZaalScherm.show):
    ZaalScherm.show = goed
    raise ValueError("{GEHEIM}")

ZaalScherm.show = mis
"""
BEGIN = "\nfrom sessie_tool.cli.hoofd import main\nsys.exit(main())\n"


@pytest.fixture
def start(tmp_path):
    """Start the program with a fault planted in it."""
    werkmap, sessie_id = make_werkmap(tmp_path / "werkmap")
    terminals = []

    def begin(planten, opdracht="open"):
        programma = tmp_path / "programma.py"
        programma.write_text(planten + BEGIN, encoding="utf-8")
        terminals.append(Terminal(werkmap, sessie_id, tmp_path / "staat", opdracht, (str(programma),)))
        return terminals[-1]

    begin.lees = lambda: werkmap.read(sessie_id)
    begin.verslagen = lambda: [pad.read_text() for pad in sorted((tmp_path / "staat").glob("ongelukken/*.txt"))]
    yield begin
    for one in terminals:
        if one.proces.poll() is None:
            one.proces.kill()
            one.proces.wait()


def test_after_a_fault_in_a_key_one_goes_on_at_the_same_place_in_the_same_line(start, monkeypatch):
    scherm = start(IN_EEN_TOETS)
    scherm.wait_for("Open acties")
    scherm.enter("Eerste actie")
    scherm.type("halve rgel" + 3 * "\x1b[D")
    scherm.wait_for("rgel")
    scherm.type("\x1bOR")  # F3
    scherm.wait_for("Alles wat u typte")
    scherm.wait_for("opnieuw begonnen")
    time.sleep(venster.RUST + 0.3)
    scherm.type("\r")
    time.sleep(0.3)
    scherm.enter("e")  # the letter comes where the cursor was, and the line is kept
    scherm.type("\x11")
    assert scherm.end() == 0
    (verslag,) = start.verslagen()
    assert "KeyError" in verslag
    assert re.search("Laatst gedaan: .*cursor_left, participants", verslag)
    for woord in (GEHEIM, "Eerste", "halve", "Signalensessie", "werkmap"):
        assert woord not in verslag
    assert GEHEIM not in scherm.gezien
    monkeypatch.setenv("SESSIE_STAAT", str(scherm.staat))
    assert [one.hoofdtekst for one in start.lees().stappen[0].bouwsteen.records] == ["Eerste actie", "halve regel"]


def test_a_fault_that_comes_back_at_once_ends_with_the_place_of_its_report(start):
    scherm = start(IN_HET_TEKENEN)
    scherm.wait_for("verder in het overzicht")  # as the session cannot be shown
    assert len(start.verslagen()) == TE_VAAK
    time.sleep(venster.RUST + 0.3)
    scherm.type("\r")
    time.sleep(0.3)
    scherm.type("\r")  # opens the session again
    assert scherm.end() == 1
    assert "kwam steeds terug" in scherm.gezien
    assert GEHEIM not in scherm.gezien


def test_after_a_fault_the_second_screen_begins_anew_and_the_room_sees_nothing_of_it(start):
    scherm = start(IN_DE_ZAAL, "beamer")
    scherm.wait_for("Signalensessie")
    scherm.type("\x11")
    assert scherm.end() == 0
    (verslag,) = start.verslagen()
    assert "ZaalApp" in verslag or "ZaalScherm" in verslag
    assert GEHEIM not in verslag + scherm.gezien


async def test_a_new_app_begins_at_the_step_the_marks_and_the_place_in_each_list(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    monkeypatch.setattr(venster, "RUST", 0.0)
    with suppress(KeyError):  # the tests of Textual raise at the end what went wrong
        async with started(werkmap, sessie_id, size=(100, 30)) as begeleider:
            await begeleider.to_stap("Signalen ophalen")
            await begeleider.type("Een", "Twee", "Drie")
            await begeleider.press("f5", "b", "f6", "up", "space")
            record = begeleider.scherm.werkblad.editor.tabel.current_id
            begeleider.app._handle_exception(KeyError(GEHEIM))
            app = begeleider.app.begin_anew(begeleider.app.ongeluk, ter_plekke=True)
            zaal = begeleider.app.plek.zaal
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        begeleider = Begeleider(app, pilot)
        await begeleider.settle()
        assert isinstance(app.screen, OngelukVenster)
        assert str(list_ongelukken()[0]) in app.screen.text()
        assert GEHEIM not in app.screen.text()
        await begeleider.press("enter")
        assert begeleider.scherm.stap.titel == "Signalen ophalen"
        tabel = begeleider.scherm.werkblad.editor.tabel
        assert len(tabel.gemerkt) == 1
        assert tabel.current_id == record
        assert app.focused is tabel
        nu = begeleider.scherm.leave_zaal()
        nu.close()
        assert zaal.keuze.stand == "vast"
        assert zaal.schrijver is not None
        assert (nu.keuze, nu.schrijver) == (zaal.keuze, zaal.schrijver)
        await begeleider.press("ctrl+z")
        assert begeleider.texts("Signalen ophalen") == ["Een", "Twee"]
        app.close_all()


async def test_who_is_still_typing_answers_nothing_and_what_was_typed_comes_into_the_line(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    with suppress(KeyError):
        async with started(werkmap, sessie_id) as begeleider:
            await begeleider.to_stap("Signalen ophalen")
            await begeleider.type("Een")
            await begeleider.press("f6", "enter", *" en meer")
            record = begeleider.records("Signalen ophalen")[0]
            begeleider.app._handle_exception(KeyError(GEHEIM))
            assert begeleider.scherm.zitting.concept(f"{record.id}.tekst") == "Een en meer"  # of the window
            app = begeleider.app.begin_anew(begeleider.app.ongeluk, ter_plekke=True)
    async with app.run_test() as pilot:
        begeleider = Begeleider(app, pilot)
        await begeleider.settle()
        monkeypatch.setattr(venster, "RUST", 60.0)
        await begeleider.press("o", "o", "k", "enter")
        assert isinstance(app.screen, OngelukVenster)
        monkeypatch.setattr(venster, "RUST", 0.0)
        await begeleider.press("enter")
        assert begeleider.scherm.werkblad.invoer.value == "ook"
        app.close_all()


@pytest.mark.parametrize("waar", ("toets", "timer", "worker", "later"))
async def test_a_fault_anywhere_ends_the_app_with_a_report_and_where_one_was(tmp_path, waar):
    werkmap, sessie_id = make_werkmap(tmp_path)

    def mis():
        raise LookupError(GEHEIM)

    app = SessieApp(werkmap, sessie_id)
    with pytest.raises(Exception, match=GEHEIM):  # noqa: PT012  # the tests of Textual raise it at the end
        async with app.run_test() as pilot:
            while not isinstance(app.screen, SessieScherm):
                await pilot.pause(0.02)
            scherm = app.screen
            plant = {
                "toets": lambda: setattr(scherm, "action_details", mis),
                "timer": lambda: scherm.set_timer(0.01, mis),
                "worker": lambda: scherm.run_worker(mis, thread=True),
                "later": lambda: scherm.call_later(mis),
            }
            plant[waar]()
            if waar == "toets":
                await pilot.press("f4")
            while app.ongeluk is None:
                await pilot.pause(0.01)
    app.close_all()
    assert app.plek.stap == app.plek.zitting.sessie.stappen[0].id
    (verslag,) = list_ongelukken()
    assert app.ongeluk.verslag == verslag
    assert "LookupError" in verslag.read_text()
    assert GEHEIM not in verslag.read_text()


def test_only_faults_that_follow_each_other_at_once_count_together():
    keren = Herhaling()
    for moment in (0.0, 1.0, 30.0, 31.0, 32.0):
        keren.add(moment)
    assert keren.aantal == 3


def test_a_fault_while_the_program_ends_begins_nothing_anew(tmp_path):
    app = SessieApp(make_werkmap(tmp_path)[0])
    app.exit()
    app._handle_exception(KeyError(GEHEIM))
    assert app.ongeluk is None
    assert len(list_ongelukken()) == 1


def test_a_terminal_that_was_closed_is_no_fault_of_the_program_but_another_thread_is(tmp_path):
    app = SessieApp(make_werkmap(tmp_path)[0])
    lees, schrijf = os.pipe()
    os.close(lees)
    with suppress(BrokenPipeError), os.fdopen(schrijf, "w") as bestand, _told_to(app):
        terminal = WriterThread(bestand)
        terminal.start()
        terminal.write("beeld")
        terminal.join()
        assert list_ongelukken() == []
        ander = threading.Thread(target=int, args=(GEHEIM,))
        ander.start()
        ander.join()
        assert len(list_ongelukken()) == 1
