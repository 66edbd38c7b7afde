"""A session is led on the screen by keyboard alone, and nothing that is typed is lost."""

import pytest
from scherm_hulp import make_werkmap, started
from textual import events

from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_datum
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer
from sessie_tool.tui.schermen.deelnemers import DeelnemersScherm
from sessie_tool.tui.schermen.sessie import SessieScherm
from sessie_tool.tui.schermen.verslag import VerslagScherm


async def test_every_step_of_a_signalensessie_is_workable_by_keyboard_alone(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f9")
        await wie.to_stap("Signalen ophalen")
        await wie.type("Stroomnet vol +buiten !trend")
        await wie.type("Scholen zoeken leraren +buiten")
        await wie.type("Geen beeld van de wijk +binnen")
        await wie.to_stap("Rode draden")
        await wie.press("f6", "space", "space", "n", *"Schaarste", "enter")
        await wie.press("down", "down", "n", *"Weten", "enter")
        await wie.to_stap("Kiezen")
        await wie.press("f6", "+", "+", "x", "down", "+")
        await wie.to_stap("Koers per draad")
        await wie.type("Eerst het net !ja")
        await wie.to_stap("Vragen voor de Board")
        await wie.type("Wat gaat voor? +1")
        await wie.to_stap("Acties")
        await wie.type("Pilot @Daan >1-6 ?of het werkt")
        await wie.to_stap("Afronding")
        await wie.type("Een goed gesprek")
        signalen, (schaarste, weten) = wie.records("Signalen ophalen"), wie.records("Rode draden")
        assert [one.herkomst for one in signalen] == ["buiten", "buiten", "binnen"]
        assert schaarste.signalen == tuple(one.id for one in signalen[:2])
        assert weten.signalen == (signalen[2].id,)
        stemmen = {one.onderwerp: (one.stippen, one.gekozen) for one in wie.records("Kiezen")}
        assert stemmen == {schaarste.id: (2, True), weten.id: (1, False)}
        assert wie.records("Koers per draad")[0].draden == (schaarste.id,)
        assert wie.records("Vragen voor de Board")[0].draden == (schaarste.id,)
        actie = wie.records("Acties")[0]
        assert (actie.wie, actie.wanneer, actie.leren) == (("Daan Denkbeeld",), "2026-06-01", "of het werkt")
        assert wie.records("Afronding")[0].antwoord == "Een goed gesprek"
        assert wie.sessie.status == "lopend"


async def test_what_was_typed_is_in_the_file_after_the_program_stopped(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eerste signaal +buiten", "Tweede signaal")
        await wie.press("ctrl+o")
        assert wie.app.screen.query("#sessies")
    sessie = Werkmap(tmp_path).read(sessie_id)
    assert [one.hoofdtekst for one in sessie.stappen[2].bouwsteen.records] == ["Eerste signaal", "Tweede signaal"]


async def test_the_screen_says_since_when_everything_is_safe(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.type("Een opmerking over eerder")
        assert wie.scherm.zitting.wait_saved(5)
        await wie.pilot.pause(0.1)
        assert "opgeslagen " in wie.voet
        assert wie.scherm.zitting.stand.opgeslagen[11:19] in wie.voet


async def test_many_pasted_lines_become_many_records_and_one_undo_takes_them_back(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.press(*"begin ")
        regels = [f"regel {nummer} [/]" for nummer in range(60)]
        wie.app.screen.query_one(RegelInvoer).post_message(events.Paste("\r\n".join(regels)))
        await wie.pilot.pause()
        await wie.pilot.pause()
        assert wie.texts("Signalen ophalen") == ["begin regel 0 [/]", *regels[1:]]
        await wie.press("ctrl+z")
        assert wie.texts("Signalen ophalen") == []
        await wie.press("ctrl+y")
        assert len(wie.texts("Signalen ophalen")) == 60


async def test_undo_says_in_words_what_it_undid_and_goes_back_to_the_beginning(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        begin = wie.sessie
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eén", "Twee", "Drie")
        await wie.press("f6", "delete")
        assert wie.texts("Signalen ophalen") == ["Eén", "Twee"]
        await wie.press("ctrl+z")
        assert "1 signaal verwijderd" in wie.melding
        assert wie.texts("Signalen ophalen") == ["Eén", "Twee", "Drie"]
        for _ in range(3):
            await wie.press("ctrl+z")
        assert wie.sessie.stappen == begin.stappen
        await wie.press("ctrl+z")
        assert "niets om ongedaan te maken" in wie.melding


async def test_a_record_is_edited_moved_and_marked_in_the_list(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eén", "Twee", "Drie")
        await wie.press("f6", "shift+up")
        assert wie.texts("Signalen ophalen") == ["Eén", "Drie", "Twee"]
        await wie.press("enter", *" keer", "escape")
        assert wie.texts("Signalen ophalen")[1] == "Drie keer"  # opened by mistake and typed on: no word is lost
        await wie.press("shift+end", "!", "+")
        assert {(one.soort, one.herkomst) for one in wie.records("Signalen ophalen")} == {("signaal", "buiten")}


async def test_searching_a_list_shows_only_what_fits_and_escape_shows_all(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Appels en peren", "Bomen in de wijk", "Peren voor de dorst")
        await wie.press("f6", "slash", *"peren")
        assert len(wie.row_ids()) == 2
        await wie.press("enter", "escape")
        assert len(wie.row_ids()) == 3


async def test_the_line_that_was_being_typed_comes_back_after_a_restart(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press(*"half getypt")
    async with started(werkmap, sessie_id) as wie:
        assert wie.app.screen.query_one(RegelInvoer).value == "half getypt"


async def test_a_refused_line_stays_in_the_input_with_the_reason(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Kiezen")
        await wie.type("zomaar iets")
        assert wie.app.screen.query_one(RegelInvoer).value == "zomaar iets"
        assert "2=5" in wie.melding


async def test_looking_at_another_step_leaves_the_clock_where_it_is(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f9")
        stappen = wie.scherm.query_one("#stappen")
        stappen.focus()
        await wie.press("down", "down", "enter")
        assert wie.scherm.stap.titel == "Signalen ophalen"
        assert wie.sessie.huidige.titel == "Open acties"
        assert "klok op stap 1" in wie.seen()
        await wie.press("f8", "f8", "f7")
        assert wie.sessie.verloop.extra == {wie.sessie.stappen[0].id: 1}
        await wie.press("f9")
        assert wie.sessie.verloop.sinds == ""


async def test_participants_are_typed_pasted_and_marked(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f3")
        assert isinstance(wie.app.screen, DeelnemersScherm)
        await wie.type("Ravi [Exempel]; deelnemer; Wijkraad")
        await wie.press("up", "m", "a", "escape")
        ravi = wie.sessie.deelnemers[-1]
        assert (ravi.naam, ravi.rol, ravi.organisatie) == ("Ravi [Exempel]", "deelnemer", "Wijkraad")
        assert ravi.mag_genoemd
        assert not ravi.aanwezig
        assert not any(one.mag_genoemd for one in wie.sessie.deelnemers[:-1])


async def test_details_of_the_session_are_changed_and_a_wrong_date_is_said(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f4")
        wie.app.screen.query_one("#veld-datum").value = "31-2-2026"
        await wie.press("escape")
        assert "geen datum" in wie.seen()
        wie.app.screen.query_one("#veld-datum").value = "1-4-2026"
        wie.app.screen.query_one("#veld-titel").value = "Nieuwe [titel]"
        await wie.press("escape")
        assert isinstance(wie.app.screen, SessieScherm)
        assert (wie.sessie.datum, wie.sessie.titel) == ("2026-04-01", "Nieuwe [titel]")
        assert format_datum("2026-04-01") in wie.seen()


async def test_what_found_no_place_when_a_report_was_read_is_there_to_move_and_to_take_away(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        wie.app.screen.zitting.apply("inlezen", lambda sessie: replace(sessie, niet_geplaatst="Losse [/] zin"))
        await wie.press("f4")
        vak = wie.app.screen.query_one("#veld-niet-geplaatst")
        assert vak.text == "Losse [/] zin"
        vak.text = ""
        await wie.press("escape")
        assert wie.sessie.niet_geplaatst == ""
        await wie.press("ctrl+z")
        assert wie.sessie.niet_geplaatst == "Losse [/] zin"


async def test_minutes_can_be_made_halfway_and_what_is_missing_leads_to_its_step(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Een signaal [/]")
        await wie.press("ctrl+e", "w")
        assert wie.app.screen.werk.wait(30)
        await wie.settle()
        assert len(list((tmp_path / "exports").glob("*.docx"))) == 1
        assert "Het verslag staat in" in wie.seen()
        await wie.press("home", "enter")
        assert isinstance(wie.app.screen, SessieScherm)


async def test_a_vastgestelde_session_does_not_change_any_more(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+e", "a")
        assert wie.sessie.status == "afgerond"
        await wie.press("v", "tab", *"nee", "enter", "escape")
        assert wie.sessie.status == "afgerond"
        await wie.press("v", "enter", *"ja", "enter")
        assert isinstance(wie.app.screen, VerslagScherm)
        assert wie.sessie.status == "vastgesteld"
        await wie.press("escape")
        await wie.type("Dit komt te laat")
        assert wie.texts("Open acties") == []
        assert "vastgesteld" in wie.melding
        assert wie.app.screen.query_one(RegelInvoer).value == "Dit komt te laat"


async def test_a_second_program_may_read_and_says_who_is_writing(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as eerste:
        await eerste.type("Iets om te lezen")
        assert eerste.scherm.zitting.wait_saved(5)
        async with started(werkmap, sessie_id) as tweede:
            assert "Iemand anders werkt hierin" in tweede.seen()
            await tweede.press("enter")
            assert "alleen lezen" in tweede.voet
            assert tweede.app.screen.query_one(RegelInvoer).disabled
            await tweede.press("ctrl+z")
            assert "alleen te lezen" in tweede.melding


@pytest.mark.parametrize("size", ((80, 24), (60, 15), (160, 45), (200, 60)))
async def test_the_session_fits_every_size_and_a_resize_at_any_moment(tmp_path, size):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(80, 24)) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Een signaal dat op elk scherm te lezen is")
        await wie.pilot.resize_terminal(*size)
        await wie.pilot.pause()
        assert "Een signaal dat op elk" in wie.seen()
        assert wie.app.screen.query_one(RegelInvoer).region.height == 1
        assert "opgeslagen" in wie.seen()


async def test_while_typing_one_sees_how_the_marks_are_understood(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(120, 34)) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.press(*"Net vol +bui")
        assert wie.app.screen.query_one(RegelInvoer)._suggestion == "Net vol +buiten"
        await wie.press("right", *" #groen #1")
        assert "Herkomst: buiten · Opgave: Groen en duurzaam" in wie.seen()
        await wie.press("enter")
        assert wie.texts("Signalen ophalen") == ["Net vol #1"]
        assert "Herkomst: buiten" not in wie.seen()


async def test_marked_signals_go_into_the_thread_on_which_one_presses_enter(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eén", "Twee", "Drie")
        await wie.to_stap("Rode draden")
        await wie.type("Draad A", "Draad B")
        wie.app.screen.query_one("#bron").focus()
        await wie.press("home", "space", "space", "tab", "end", "enter")
        assert [len(draad.signalen) for draad in wie.records("Rode draden")] == [0, 2]
        await wie.press("ctrl+z")
        assert [len(draad.signalen) for draad in wie.records("Rode draden")] == [0, 0]


@pytest.mark.parametrize("titel", ("Signalen ophalen", "Rode draden", "Vragen voor de Board"))
async def test_the_input_is_ready_in_every_step_and_typing_in_a_list_goes_on_there(tmp_path, titel):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap(titel)
        await wie.press(*"Meteen typen", "enter", "f6", *"Dit ook", "enter")
        assert wie.texts(titel) == ["Meteen typen", "Dit ook"]


async def test_a_paste_in_the_list_is_not_lost(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Eén")
        await wie.press("f6")
        wie.app.screen.focused.post_message(events.Paste("Twee\nDrie"))
        await wie.pilot.pause()
        await wie.pilot.pause()
        assert wie.texts("Signalen ophalen") == ["Eén", "Twee", "Drie"]


async def test_undo_shows_the_step_in_which_something_changed(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Een signaal")
        await wie.press("ctrl+n", "ctrl+n", "ctrl+z")
        assert wie.scherm.stap.titel == "Signalen ophalen"
        assert wie.texts("Signalen ophalen") == []


async def test_a_word_that_looks_like_a_mark_but_is_none_is_kept_and_said(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Acties")
        await wie.type("Bellen met de buurt >morgen")
        assert wie.texts("Acties") == ["Bellen met de buurt >morgen"]
        assert "Bewaard als tekst: >morgen" in wie.melding


async def test_a_number_without_a_thread_says_so_and_moves_nothing(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Een signaal")
        await wie.to_stap("Rode draden")
        await wie.type("Draad met 9 erin")
        await wie.press("f6", "9")
        assert wie.records("Rode draden")[0].signalen == ()
        assert "Rode draad 9 is er niet" in wie.melding


async def test_a_choice_that_must_have_a_value_cannot_be_left_empty(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Alleen voor mij")
        await wie.press("f6", "enter")
        keuze = wie.app.screen.query_one("#veld-bereik")
        keuze.clear() if keuze._allow_blank else None
        keuze.value = "begeleider"
        await wie.press("escape")
        assert wie.records("Signalen ophalen")[0].bereik == "begeleider"
        assert not keuze._allow_blank
    assert Werkmap(tmp_path).read(sessie_id).stappen[2].bouwsteen.records[0].bereik == "begeleider"


async def test_participants_of_a_vastgestelde_session_stay_and_what_was_typed_comes_back(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+e", "v", "enter", *"ja", "enter", "escape", "f3")
        await wie.type("Te laat; deelnemer")
        assert wie.app.screen.query_one(RegelInvoer).value == "Te laat; deelnemer"
        await wie.press("escape", "f4")
        wie.app.screen.query_one("#veld-titel").value = "Anders"
        await wie.press("escape")
        assert "Nog eens Esc" in wie.seen()
        await wie.press("escape")
        assert isinstance(wie.app.screen, SessieScherm)
        assert wie.sessie.titel == "Signalensessie Inclusief"


async def test_several_quick_enters_in_a_question_do_no_harm(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.press("f6", "n", *"Draad")
        for _ in range(3):
            wie.app.simulate_key("enter")
        await wie.pilot.pause()
        assert wie.texts("Rode draden") == ["Draad"]


async def test_refused_lines_of_a_paste_come_back_one_by_one(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Kiezen")
        wie.app.screen.query_one(RegelInvoer).take_paste("eerste\ntweede")
        await wie.pilot.pause()
        invoer = wie.app.screen.query_one(RegelInvoer)
        assert invoer.value == "eerste"
        invoer.value = ""
        await wie.press("enter")
        assert invoer.value == "tweede"


async def test_a_record_of_a_vastgestelde_session_is_only_read_so_that_nothing_is_typed_in_vain(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Een signaal")
        await wie.press("ctrl+e", "v", "enter", *"ja", "enter", "escape", "f6", "enter")
        assert "alleen lezen" in wie.seen()
        await wie.press(*"te laat", "down", "escape")
        assert isinstance(wie.app.screen, SessieScherm)
        assert wie.texts("Signalen ophalen") == ["Een signaal"]


async def test_on_a_high_screen_a_message_moves_nothing(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(120, 40)) as wie:
        await wie.to_stap("Signalen ophalen")
        hoogte = wie.scherm.query_one("#midden").size.height
        await wie.type("Een", "Twee")
        await wie.press("f6", "shift+up")
        assert "Ctrl+Z maakt dit ongedaan" in wie.melding
        assert wie.scherm.query_one("#midden").size.height == hoogte
        wie.scherm.query_one("Meldregel").hide()
        await wie.settle()
        assert "Ctrl+Z maakt dit ongedaan" not in wie.seen()
        assert wie.scherm.query_one("#midden").size.height == hoogte


async def test_on_a_low_screen_a_message_gives_its_line_back(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        hoogte = wie.scherm.query_one("#midden").size.height
        await wie.press("ctrl+z", "ctrl+z")
        assert "Er is niets om ongedaan te maken" in wie.seen()
        wie.scherm.query_one("Meldregel").hide()
        await wie.settle()
        assert wie.scherm.query_one("#midden").size.height == hoogte


async def test_what_was_typed_last_in_an_answer_is_in_view_however_long_it_is(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Afronding")
        for nummer in range(1, 6):
            await wie.type(
                f"Antwoord {nummer} waarin de groep heel precies zegt wat er morgen anders gaat, en door wie"
            )
            assert f"Antwoord {nummer}" in wie.seen()
        assert "Antwoord 2" not in wie.seen()
        assert wie.records("Afronding")[0].antwoord.count("Antwoord") == 5


async def test_the_guidance_begins_with_the_session_at_its_first_step_and_with_the_step_at_every_other(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(160, 45)) as wie:
        assert "Over deze sessie" in wie.seen()
        await wie.to_stap("Signalen ophalen")
        assert wie.sessie.status == "voorbereiding"
        assert "Over deze sessie" not in wie.seen()
        assert "Zeg" in wie.seen()
