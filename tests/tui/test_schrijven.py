"""Long texts: written with room, seen as they will look, and never lost."""

import asyncio
from contextlib import asynccontextmanager
from time import monotonic

import pytest
from scherm_hulp import VIJANDIG, make_werkmap, started

from sessie_tool.tui.onderdelen.concept import Concept
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.schrijfscherm import SchrijfScherm, write_tekst
from sessie_tool.tui.onderdelen.tekstvak import Tekstvak
from sessie_tool.tui.onderdelen.voorbeeld import Voorbeeld
from sessie_tool.tui.schermen.sessie import SessieScherm


class Geheugen(dict):
    """Keeps texts as an open session does."""

    def keep_concept(self, naam, tekst):
        self[naam] = tekst

    def concept(self, naam):
        return self.get(naam, "")


@asynccontextmanager
async def bij_een_opmerking(folder, size=(80, 24), tekst="Een opmerking"):
    """The app with the form of one opmerking, in its one long text."""
    werkmap, sessie_id = make_werkmap(folder)
    async with started(werkmap, sessie_id, size=size) as wie:
        await wie.to_stap("Welkom")
        await wie.type(tekst)
        await wie.press("f6", "enter")
        assert isinstance(wie.app.screen, Formulier)
        yield wie


async def shows(wie, tekst):
    """Wait until a text stands on the screen."""
    eind = monotonic() + 60
    while tekst not in wie.seen():
        assert monotonic() < eind, f"'{tekst}' kwam niet: {wie.seen()}"
        await wie.pilot.pause(0.05)


async def test_f5_gives_room_and_esc_brings_the_text_back_to_the_form_and_into_the_session(tmp_path):
    async with bij_een_opmerking(tmp_path) as wie:
        await wie.press("f5")
        assert isinstance(wie.app.screen, SchrijfScherm)
        assert "Opmerking 1 · Opmerking" in wie.seen()
        await wie.press(*"!", "enter", "enter", *"Nog", "escape")
        assert wie.app.screen.query_one(Tekstvak).text == "Een opmerking!\n\nNog"
        await wie.press("escape")
        assert wie.texts("Welkom") == ["Een opmerking!\n\nNog"]


async def test_f5_is_offered_in_a_long_text_only(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.type("Een draad")
        wie.scherm.werkblad.editor.edit_record(wie.records("Rode draden")[0])
        await wie.press("f5")
        assert isinstance(wie.app.screen, Formulier)
        await wie.press("tab", "f5")
        assert "Rode draad 1 · Toelichting" in wie.seen()


async def test_on_a_wide_screen_the_example_stands_beside_the_text(tmp_path):
    async with bij_een_opmerking(tmp_path, size=(160, 45)) as wie:
        await wie.press("f5", "enter", *"**vet** en ==raad==^[bron]")
        await shows(wie, "vet en raad[1]")
        await shows(wie, "[1] bron")
        assert "**vet** en ==raad==^[bron]" in wie.seen()
        assert "5 woorden" in wie.seen()


async def test_on_a_small_screen_f6_shows_the_example_and_f6_goes_back_to_typing(tmp_path):
    async with bij_een_opmerking(tmp_path) as wie:
        await wie.press("f5", *" *zo*")
        assert "Voorbeeld" not in wie.seen()
        await wie.press("f6")
        await shows(wie, "Een opmerking zo")
        assert "*zo*" not in wie.seen()
        await wie.press("f6", "x")
        assert wie.app.screen.query_one(Tekstvak).text == "Een opmerking *zo*x"


@pytest.mark.parametrize("wachten", range(4))
async def test_opening_and_closing_faster_than_it_is_drawn_does_no_harm(tmp_path, wachten):
    async with bij_een_opmerking(tmp_path) as wie:
        for key in ("f5", "f6", "x", "escape", "f5", "f6", "escape"):
            wie.app.simulate_key(key)
            for _ in range(wachten):
                await wie.pilot._wait_for_screen()
        await wie.pilot.pause()
        while not isinstance(wie.app.screen, SessieScherm):
            await wie.press("escape")
        assert wie.texts("Welkom")[0].replace("x", "") == "Een opmerking"


async def test_a_screen_that_grows_shows_the_example(tmp_path):
    async with bij_een_opmerking(tmp_path) as wie:
        await wie.press("f5")
        await wie.pilot.resize_terminal(140, 40)
        await shows(wie, "Voorbeeld")


@pytest.mark.parametrize("tekst", VIJANDIG)
async def test_hostile_text_is_written_and_shown_as_typed(tmp_path, tekst):
    async with bij_een_opmerking(tmp_path, size=(140, 40)) as wie:
        await wie.press("f5")
        wie.app.screen.query_one(Tekstvak).change_to(tekst)
        await wie.pilot.pause(0.5)
        await wie.app.workers.wait_for_complete()
        await wie.press("f6")
        assert "\x1b" not in wie.seen()
        await wie.press("escape", "escape")
        assert [len(een) for een in wie.texts("Welkom")] == [len(tekst)]


async def test_a_long_text_is_drawn_while_typing_goes_on(tmp_path):
    alinea = "Dit is **vet** en *cursief* met een ^[noot] en ==advies== erin. " * 8
    async with bij_een_opmerking(tmp_path, size=(160, 45)) as wie:
        await wie.press("f5")
        vak = wie.app.screen.query_one(Tekstvak)
        vak.change_to("\n\n".join([alinea] * 200))
        vak.move_cursor(vak.document.end)
        await wie.pilot.pause(0.4)  # now the example is being made
        traagste = 0.0
        for teken in "Klaar":
            begin = monotonic()
            wie.app.simulate_key(teken)
            while not vak.text.endswith(teken):  # noqa: ASYNC110  # looking any other way would wait for the thread
                await asyncio.sleep(0.001)
            traagste = max(traagste, monotonic() - begin)
        assert vak.text.endswith("Klaar")
        assert traagste < 0.5
        await wie.app.workers.wait_for_complete()
        await shows(wie, "[1599]")
        assert wie.app.screen.query_one(Voorbeeld).scroll_offset.y > 0


async def test_a_pause_in_writing_keeps_the_text_and_closing_the_form_forgets_it(tmp_path):
    async with bij_een_opmerking(tmp_path) as wie:
        naam = f"{wie.records('Welkom')[0].id}.tekst"
        await wie.press("f5", *" half")
        await wie.pilot.pause(0.6)
        assert wie.scherm.zitting.concept(naam) == "Een opmerking half"
        await wie.press("escape", "escape")
        assert wie.scherm.zitting.concept(naam) == ""
        assert wie.texts("Welkom") == ["Een opmerking half"]


async def test_a_text_that_was_not_finished_comes_back_the_next_time_and_undo_shows_the_old_one(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Welkom")
        await wie.type("Een opmerking")
        await wie.press("f6", "enter", "f5", *" half")
        await wie.pilot.pause(0.6)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Welkom")
        await wie.press("f6", "enter")
        vak = wie.app.screen.query_one(Tekstvak)
        assert vak.text == "Een opmerking half"
        await shows(wie, "Nog niet af toen het programma stopte: Opmerking")
        await wie.press("ctrl+z")
        assert vak.text == "Een opmerking"
        await wie.press("ctrl+y", "escape")
        assert wie.texts("Welkom") == ["Een opmerking half"]


async def test_a_text_that_nobody_changed_stays_as_it_was_to_the_letter(tmp_path):
    async with bij_een_opmerking(tmp_path, tekst="a\u2028b\x0bc") as wie:
        await wie.press("f5", "escape", "escape")
        assert wie.texts("Welkom") == ["a\u2028b\x0bc"]


async def test_any_screen_can_have_a_text_written_in_one_call(tmp_path):
    houder, klaar = Geheugen(naam="eerder half"), []
    werkmap, _ = make_werkmap(tmp_path)
    async with started(werkmap) as wie:
        write_tekst(wie.app, "Reflectie 3 · Toelichting", Concept(houder, "naam", "eerder"), klaar.append)
        await wie.pilot.pause()
        assert "Reflectie 3 · Toelichting" in wie.seen()
        assert "Hij staat er weer" in wie.seen()
        await wie.press("!")
        await wie.pilot.pause(0.6)
        assert houder["naam"] == "eerder half!"
        await wie.press("escape")
        assert klaar == ["eerder half!"]
        assert houder["naam"] == ""


async def test_where_no_other_editor_can_run_a_sentence_says_so_and_writing_goes_on(tmp_path, monkeypatch):
    async with bij_een_opmerking(tmp_path) as wie:
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.delenv("EDITOR", raising=False)
        await wie.press("f5", "ctrl+g")
        assert "EDITOR=nano" in wie.seen()
        monkeypatch.setenv("EDITOR", "true")
        await wie.press("ctrl+g", "x")
        assert "Deze terminal kan geen andere editor openen" in wie.seen()
        assert wie.app.screen.query_one(Tekstvak).text == "Een opmerkingx"
