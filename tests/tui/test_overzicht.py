"""The overview: find a session, make one, remove one and bring it back."""

from pathlib import Path

from scherm_hulp import make_werkmap, started

from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schermen.overzicht import OverzichtScherm
from sessie_tool.tui.schermen.sessie import SessieScherm


async def test_an_empty_werkmap_says_what_to_do(tmp_path):
    async with started(Werkmap(tmp_path)) as wie:
        assert "Sessies" in wie.seen()
        assert "Druk op F2" in wie.seen()


async def test_a_session_is_made_from_its_sjabloon_and_opens_at_once(tmp_path):
    werkmap = Werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("f2", "enter", *"Signalen [/]", "enter")
        wie.app.screen.query_one("#deelnemers").text = "Noor Voorbeeld; begeleider\n\nDaan Denkbeeld; secretaris"
        wie.app.screen.query_one("#veld-opgaven").focus()
        await wie.press("down", "space", "f2")
        assert isinstance(wie.app.screen, SessieScherm)
        assert wie.sessie.titel == "Signalen [/]"
        assert len(wie.sessie.opgaven) == 1
        assert [one.naam for one in wie.sessie.deelnemers] == ["Noor Voorbeeld", "Daan Denkbeeld"]
    assert len(werkmap.rows()[0]) == 1


async def test_a_new_session_with_a_wrong_date_is_not_made_and_nothing_is_lost(tmp_path):
    werkmap = Werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("f2", "enter", *"Proef")
        wie.app.screen.query_one("#veld-datum").value = "morgen"
        await wie.press("f2")
        assert "'morgen' is geen datum" in wie.seen()
        assert wie.app.screen.query_one("#veld-titel").value == "Proef"
    assert werkmap.rows() == ([], [])


async def test_searching_finds_a_session_and_enter_opens_it(tmp_path):
    make_werkmap(tmp_path, "Signalensessie Groen")
    werkmap, _ = make_werkmap(tmp_path, "Signalensessie Wonen")
    async with started(werkmap) as wie:
        await wie.press(*"groen")
        assert len(wie.row_ids("#sessies")) == 1
        await wie.press("enter")
        assert wie.sessie.titel == "Signalensessie Groen"
        await wie.press("ctrl+o")
        assert isinstance(wie.app.screen, OverzichtScherm)


async def test_a_removed_session_comes_back_with_undo(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("ctrl+d")
        assert wie.row_ids("#sessies") == []
        await wie.press("ctrl+z")
        assert wie.row_ids("#sessies") == [sessie_id]


async def test_a_damaged_file_is_said_and_the_rest_is_shown(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    kapot = tmp_path / "sessies" / "2020-01-01-kapot-abcdefgh.json"
    kapot.write_text('{"meta": ', encoding="utf-8")
    async with started(werkmap) as wie:
        assert wie.row_ids("#sessies") == [sessie_id]
        assert "beschadigd" in wie.melding
    assert kapot.read_text(encoding="utf-8") == '{"meta": '


async def test_a_bad_sjabloon_is_said_and_the_good_ones_stay_usable(tmp_path):
    (tmp_path / "sjablonen").mkdir(parents=True)
    (tmp_path / "sjablonen" / "eigen.md").write_text("geen kop", encoding="utf-8")
    async with started(Werkmap(tmp_path), size=(120, 40)) as wie:
        await wie.press("f2")
        assert wie.app.screen.query_one("#sjablonen").option_count >= 1
        assert "eigen" in wie.seen()


async def test_the_werkmap_has_its_own_opgaven(tmp_path):
    werkmap = Werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("f4")
        wie.app.screen.query_one("Tekstvak").text = "Wonen [/]\n\nZorg\nWonen [/]"
        await wie.press("escape")
    assert Werkmap(Path(tmp_path)).opgaven() == ("Wonen [/]", "Zorg")


async def test_a_session_gets_another_title_from_the_overview(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("ctrl+r")
        wie.app.screen.query_one("Input").value = "Andere [titel]"
        await wie.press("enter")
        assert "Andere [titel]" in wie.seen()
    assert werkmap.read(sessie_id).titel == "Andere [titel]"


async def test_a_new_session_can_begin_like_an_earlier_one_without_its_content(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("enter")
        await wie.type("Een opmerking")
        await wie.press("f3", "f6", "a", "m", "escape")
        afwezig = [one.naam for one in wie.sessie.deelnemers if not one.aanwezig]
        await wie.press("ctrl+o", "ctrl+k", "f2")
        assert wie.sessie.id != sessie_id
        assert len(afwezig) == 1
        assert all(one.aanwezig for one in wie.sessie.deelnemers)
        assert [one.naam for one in wie.sessie.deelnemers if one.mag_genoemd] == afwezig
        assert [stap.titel for stap in wie.sessie.stappen] == [s.titel for s in werkmap.read(sessie_id).stappen]
        assert [one.naam for one in wie.sessie.deelnemers] == [one.naam for one in werkmap.read(sessie_id).deelnemers]
        assert wie.texts("Welkom") == []


async def test_the_open_actions_of_all_sessions_lead_to_their_session(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Acties")
        await wie.type("Bellen met de buurt @Daan >1-6", "Al klaar [/] @Noor !gedaan")
        await wie.press("ctrl+o", "ctrl+t")
        await wie.app.workers.wait_for_complete()
        await wie.pilot.pause()
        assert "Bellen met de buurt" in wie.seen()
        assert "Al klaar" not in wie.seen()
        await wie.press("ctrl+t")
        assert "Al klaar [/]" in wie.seen()
        await wie.press(*"bellen", "enter")
        assert wie.sessie.id == sessie_id


async def test_the_cursor_begins_at_the_session_that_was_worked_on_last(tmp_path):
    werkmap, eerste = make_werkmap(tmp_path, "Eerste")
    make_werkmap(tmp_path, "Tweede")
    async with started(werkmap, eerste) as wie:
        await wie.type("Hier werk ik aan")
        await wie.press("ctrl+o")
    async with started(werkmap) as wie:
        await wie.press("enter")
        assert wie.sessie.id == eerste


async def test_the_cursor_stays_at_the_session_one_comes_back_from(tmp_path):
    werkmap, eerste = make_werkmap(tmp_path, "Eerste")
    _, tweede = make_werkmap(tmp_path, "Tweede")
    async with started(werkmap, eerste) as wie:
        await wie.press("ctrl+o", "ctrl+d")
        assert "'Eerste' ligt in de prullenbak" in wie.melding
        assert wie.row_ids("#sessies") == [tweede]


async def test_space_ticks_the_first_opgave_at_once(tmp_path):
    async with started(Werkmap(tmp_path)) as wie:
        await wie.press("f2")
        wie.app.screen.query_one("#veld-opgaven").focus()
        await wie.press("space", "f2")
        assert len(wie.sessie.opgaven) == 1


async def test_what_was_typed_for_a_new_session_is_there_when_one_opens_it_again(tmp_path):
    async with started(Werkmap(tmp_path)) as wie:
        await wie.press("f2", "enter", *"Wijk [/]")
        wie.app.screen.query_one("#veld-datum").value = "morgen"
        wie.app.screen.query_one("#deelnemers").text = "Noor Voorbeeld\nDaan"
        wie.app.screen.query_one("#veld-opgaven").focus()
        await wie.press("space", "escape", "f2")
        nieuw = wie.app.screen
        assert nieuw.query_one("#veld-titel").value == "Wijk [/]"
        assert nieuw.query_one("#veld-datum").value == "morgen"
        assert nieuw.query_one("#deelnemers").text == "Noor Voorbeeld\nDaan"
        assert len(nieuw.query_one("#veld-opgaven").gekozen) == 1


async def test_a_new_session_can_begin_clean_and_what_was_typed_can_come_back(tmp_path):
    async with started(Werkmap(tmp_path)) as wie:
        await wie.press("f2", "enter", *"Wijk", "escape", "f2", "f5")
        assert wie.app.screen.query_one("#veld-titel").value == ""
        await wie.press("f5")
        assert wie.app.screen.query_one("#veld-titel").value == "Wijk"
        await wie.press("f5", "escape", "f2")
        assert wie.app.screen.query_one("#veld-titel").value == ""


async def test_what_was_typed_for_a_session_that_was_made_does_not_come_back(tmp_path):
    async with started(Werkmap(tmp_path)) as wie:
        await wie.press("f2", "enter", *"Wijk", "f2", "ctrl+o", "f2")
        assert wie.app.screen.query_one("#veld-titel").value == ""


async def test_a_session_like_an_earlier_one_keeps_its_own_typed_values(tmp_path):
    werkmap, _ = make_werkmap(tmp_path, "Groen")
    async with started(werkmap) as wie:
        await wie.press("ctrl+k", "down", "enter", "end", *" 2", "escape", "f2")
        assert wie.app.screen.query_one("#veld-titel").value == ""
        await wie.press("escape", "ctrl+k")
        assert wie.app.screen.query_one("#veld-titel").value == "Groen 2"
        assert wie.app.screen.query_one("#sjablonen").highlighted == 1


async def test_the_participant_that_one_types_is_in_view_on_a_low_screen(tmp_path):
    async with started(Werkmap(tmp_path), size=(80, 24)) as wie:
        await wie.press("f2", "enter", *["tab"] * 5)
        assert wie.app.screen.focused.id == "deelnemers"
        for naam in ("noor", "daan", "fatima", "lotte", "karim"):
            await wie.press(*naam, *"; rol", "enter")
            await wie.press(*"x", "backspace")
            assert naam in wie.seen()
