"""Capture as fast as people talk: the last line comes back, its marks are repeated, look-alikes are said."""

from scherm_hulp import make_werkmap, started

from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.kern.zoekwoorden import parse_zoekvraag
from sessie_tool.opslag.zoeken import search


async def test_the_arrow_up_corrects_the_last_line_in_its_own_record_and_ctrl_r_repeats_its_marks(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Het net is vol", "De huur stijgt +buiten !trend #Inclusief @Noor")
        eerst = wie.records("Signalen ophalen")
        await wie.press("up", "home", *"Nu: ", "enter")
        nu = wie.records("Signalen ophalen")
        assert [one.id for one in nu] == [one.id for one in eerst]
        assert wie.texts("Signalen ophalen") == ["Het net is vol", "Nu: De huur stijgt"]
        assert (nu[1].soort, nu[1].ingebracht_door) == ("trend", "Noor Voorbeeld")
        await wie.press("ctrl+z")
        assert wie.texts("Signalen ophalen") == ["Het net is vol", "De huur stijgt"]
        # The marks of the line before, but for what the line says itself.
        await wie.press(*"Jeugd trekt weg +binnen", "ctrl+r", "enter")
        nieuw = wie.records("Signalen ophalen")[2]
        assert (nieuw.tekst, nieuw.herkomst, nieuw.soort) == ("Jeugd trekt weg", "binnen", "trend")
        assert (nieuw.opgaven, nieuw.ingebracht_door) == (("Inclusief",), "Noor Voorbeeld")
        # A line that came back and stays as it is goes back, and the second arrow goes to the list.
        await wie.press("up")
        assert "verbetert signaal 3" in wie.seen()
        await wie.press("up", "home", "delete")
        assert wie.texts("Signalen ophalen") == ["De huur stijgt", "Jeugd trekt weg"]
        assert wie.scherm.werkblad.invoer.value == ""
        # A look-alike is said while one types, and never in the way.
        await wie.press("f6", *"De huur stijgt hard")
        assert "lijkt op signaal 1: De huur stijgt" in wie.seen()
        await wie.press("enter")
        assert wie.texts("Signalen ophalen")[-1] == "De huur stijgt hard"
        # A line that was cleared is corrected no longer.
        await wie.press("up", "ctrl+u", *"Iets nieuws", "enter")
        assert wie.texts("Signalen ophalen")[-2:] == ["De huur stijgt hard", "Iets nieuws"]


async def test_in_a_step_where_nothing_was_typed_the_arrow_up_goes_to_the_list(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Het net is vol")
        await wie.to_stap("Kiezen")
        await wie.press("up")
        assert not wie.scherm.werkblad.invoer.has_focus


async def test_a_subject_is_parked_from_any_step_with_one_key_and_taken_up_again(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.press(*"Wie [/] betaalt de bomen?", "f2")
        assert wie.texts("Signalen ophalen") == []
        assert "Geparkeerd" in wie.melding
        await wie.press("f2", *"En het water?", "enter")
        assert [een.tekst for een in wie.sessie.parkeerplaats] == ["Wie [/] betaalt de bomen?", "En het water?"]
        await wie.press("f6", "home", "o", "enter")
        assert wie.texts("Signalen ophalen") == ["Wie [/] betaalt de bomen?"]
        assert [een.opgepakt for een in wie.sessie.parkeerplaats] == [True, False]
        await wie.press("up", "f2", "f6", "end", "o", "ctrl+u")
        assert wie.texts("Signalen ophalen") == ["Wie [/] betaalt de bomen?"]
        await wie.press("ctrl+z", "f2", "f6", "end", "delete", "ctrl+z", "escape")
        assert len(wie.sessie.parkeerplaats) == 2
        verslag = repr(make_verslag(wie.sessie, "2026-03-21T12:00:00"))
        assert "Wie [/] betaalt de bomen? (tijdens Signalen ophalen; weer opgepakt)" in verslag
        assert "- En het water? (tijdens Signalen ophalen)" in list(describe_sessie(wie.sessie))
    gevonden = search(werkmap.sessies, parse_zoekvraag("water")).vondsten
    assert gevonden[0].vind.soort == "geparkeerd"


async def test_voting_is_hidden_and_revealed_goes_in_rounds_and_is_taken_back_with_undo(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.type("Het net", "De jeugd", "Het water")
        await wie.to_stap("Kiezen")
        begin = wie.sessie.stappen
        await wie.type("1=4", "2=4", "3=1")
        assert "●●●●" in wie.seen()
        await wie.press("f6", "v")
        assert "verborgen" in wie.seen()
        await wie.press("g")
        assert "! De stippen zijn nog verborgen. Onthul ze eerst met v." in wie.seen()
        await wie.press("home", "+")
        assert "●" not in wie.seen()
        assert "5" not in wie.melding
        await wie.press("ctrl+n")
        assert "●" not in wie.seen()
        await wie.press("ctrl+b", "f6", "home")
        await wie.press("-", "v")
        assert "●●●●" in wie.seen()
        assert "g: ronde tussen 1 en 2" in wie.seen()
        await wie.press("g")
        assert "Het water" not in wie.seen()
        await wie.type("2=7!")
        stemming = wie.scherm.stap.bouwsteen
        assert (stemming.ronde, stemming.verborgen, len(stemming.records)) == (2, True, 5)
        assert "Stippen in ronde 1: 9 stippen" in repr(make_verslag(wie.sessie, "2026-03-21T12:00:00"))
        for _ in range(9):
            await wie.press("ctrl+z")
        assert wie.sessie.stappen == begin


async def test_what_is_typed_in_the_list_of_dots_goes_to_the_line_and_a_number_counts_the_chosen_option(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.type("Het net", "De jeugd", "Het water")
        await wie.to_stap("Kiezen")
        begin = wie.sessie.stappen
        await wie.press("f6", *"2=5")
        assert wie.sessie.stappen == begin
        assert wie.scherm.werkblad.invoer.value == "2=5"
        await wie.press("enter", "f6", "home", *"12")
        assert "keuze 1: 12 stippen" in wie.seen()
        await wie.press("enter", *"3", "enter", *"4", "enter")
        ids = [one.id for one in wie.records("Rode draden")]
        assert [wie.scherm.stap.bouwsteen.count(one) for one in ids] == [12, 3, 4]
        await wie.press("up", "6", "enter")
        assert [wie.scherm.stap.bouwsteen.count(one) for one in ids] == [12, 3, 6]
        await wie.press(*"@noor 3=1")
        assert "Noor Voorbeeld: 1 van 1 stip, nog 0" in wie.seen()
        await wie.press("enter", "f6", "minus", "minus", "minus", "minus", "minus", "minus")
        assert wie.scherm.stap.bouwsteen.count(ids[2]) == 1
        await wie.type("3=9")
        await wie.type("@noor 2=1")
        assert "Noor Voorbeeld heeft 1 stip" in wie.melding
        assert wie.scherm.werkblad.invoer.value == "@noor 2=1"


async def test_signals_are_joined_split_and_quoted_in_the_list_and_undo_takes_it_back(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Het net is vol", "De stroom is op", "Jeugd trekt weg. Ouderen blijven")
        begin = wie.sessie.stappen
        await wie.press("f6", "home", "space", "space", "ampersand")
        assert wie.texts("Signalen ophalen") == ["Het net is vol; De stroom is op", "Jeugd trekt weg. Ouderen blijven"]
        await wie.press("end", "vertical_line", *(["left"] * len("Ouderen blijven")), "|", "enter")
        assert wie.texts("Signalen ophalen")[1:] == ["Jeugd trekt weg.", "Ouderen blijven"]
        await wie.press("end", "quotation_mark")
        assert "“Ouderen blijven”" in wie.seen()
        await wie.press("ampersand")
        assert "Kies twee of meer" in wie.seen()
        for _ in range(3):
            await wie.press("ctrl+z")
        assert wie.sessie.stappen == begin
