"""Weighing at the keyboard: weights first, a digit and a why per cell, and no result before somebody asks."""

from contextlib import asynccontextmanager

from scherm_hulp import started
from textual.widgets import Static

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.sessie import apply_regel
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon

OPTIES, CRITERIA, SCOREN = "Opties", "Criteria en gewichten", "Scoren, criterium voor criterium"
REGELS = {
    OPTIES: ("Vroeg helpen [/] [b]vet[/b] !stad >binnen", "Een vast gezicht !wijk >ongeveer"),
    CRITERIA: (
        'Rust =4 #Inclusief anker_0="niemand merkt iets" anker_4="het is voorbij"',
        'Diploma =3 #Open anker_4="twintig meer"',
    ),
}
ALLE = ("A1=0", "B1=4", "C1=1", "A2=1", "B2=3", "C2=4")


@asynccontextmanager
async def weighing(folder, *scores, criteria=REGELS[CRITERIA], size=(80, 24)):
    """Someone at the scoring step of a session with options, criteria and these scores."""
    werkmap = Werkmap(folder)
    sjabloon = load_sjabloon(shipped_sjablonen() / "afwegingssessie.md")
    sessie = start_sessie(sjabloon, titel="Afweging", datum="2026-03-21", new_id=nu.new_id)
    stappen = {stap.titel: stap.id for stap in sessie.stappen}
    for titel, regels in (REGELS | {CRITERIA: criteria, SCOREN: scores}).items():
        for regel in regels:
            sessie, _ = apply_regel(sessie, stappen[titel], regel, (), nu.new_id())
    werkmap.create(sessie, nu.now())
    async with started(werkmap, sessie.id, size) as wie:
        await wie.to_stap(SCOREN)
        await wie.press("f6")
        yield wie


def cells(wie):
    """What stands in the session: 'B1=4 waarom'."""
    omgeving = wie.scherm.zitting.omgeving
    bouwsteen = wie.scherm.stap.bouwsteen
    return sorted(bouwsteen.format_record(one, omgeving) for one in bouwsteen.records)


async def test_a_digit_scores_and_the_line_that_follows_is_its_why(tmp_path):
    async with weighing(tmp_path) as wie:
        await wie.press("down", *"4 het team is er", "enter", *"1dat duurt te lang", "enter")
        assert cells(wie) == ["B1=4 het team is er", "C1=1 dat duurt te lang"]
        assert wie.scherm.werkblad.editor.plek == "A2"


async def test_scoring_goes_criterium_by_criterium_and_the_anchors_go_along(tmp_path):
    async with weighing(tmp_path) as wie:
        assert "niemand merkt iets" in wie.seen()
        await wie.press("1", "enter", "2", "enter", "3", "enter")
        assert cells(wie) == ["A1=1", "B1=2", "C1=3"]
        gezien = wie.seen()
        assert "twintig meer" in gezien
        assert "niemand merkt iets" not in gezien
        await wie.press("4", "enter", "4", "enter", "4", "enter")
        assert "Druk op u voor de uitslag" in wie.melding


async def test_no_score_is_taken_before_every_criterium_has_a_weight(tmp_path):
    async with weighing(tmp_path, criteria=("Rust", "Diploma =3")) as wie:
        await wie.press("3")
        assert cells(wie) == []
        assert "Eerst de gewichten" in wie.melding
        await wie.to_stap(CRITERIA)
        await wie.press("f6", "home", "5")
        assert wie.records(CRITERIA)[0].gewicht == 5
        await wie.to_stap(SCOREN)
        await wie.press("f6", "3")
        assert cells(wie) == ["A1=3"]


async def test_the_result_is_hidden_until_somebody_asks_and_asks_twice_when_scores_lack(tmp_path):
    async with weighing(tmp_path, *ALLE[:-1]) as wie:
        assert "3,57" not in wie.seen()
        await wie.press("u")
        assert "1 scores ontbreken" not in wie.melding
        assert "Nog 1 score ontbreekt" in wie.melding
        assert "De scores steunen" not in wie.seen()
        await wie.press("u")
        gezien = wie.seen()
        assert "3,57" in gezien
        assert "heeft geen totaal" in gezien
        await wie.press("u")
        assert "3,57" not in wie.seen()


async def test_the_result_says_the_ranking_how_sure_it_is_and_where_it_flips(tmp_path):
    async with weighing(tmp_path, *ALLE, size=(120, 60)) as wie:
        await wie.press("u")
        gezien = wie.seen()
        assert gezien.index("B Vroeg helpen") < gezien.index("De scores steunen het gesprek")
        for deel in ("3,57", "De eerste plaats van optie B", "kantelt bij gewicht", "dient 2 doelen tegelijk"):
            assert deel in gezien
        assert "A   Alles blijft zoals het is" in gezien, "on a high screen the matrix stays in view"


async def test_who_types_while_the_result_is_in_view_sees_the_cell_again(tmp_path):
    async with weighing(tmp_path, *ALLE) as wie:
        await wie.press("u", *"want", "enter")
        assert cells(wie)[0] == "A1=0 want"
        assert not wie.scherm.werkblad.editor.is_getoond


async def test_a_whole_line_names_its_own_cell_and_typing_goes_on(tmp_path):
    async with weighing(tmp_path) as wie:
        await wie.type("C2=4 zo ver is niemand", "b2=3")
        assert cells(wie) == ["B2=3", "C2=4 zo ver is niemand"]
        assert wie.app.screen.focused.id == "invoer"
        await wie.type("B2=9")
        assert "0, 1, 2, 3 of 4" in wie.melding


async def test_a_wrong_digit_is_said_a_minus_takes_the_score_away_and_delete_the_why_too(tmp_path):
    async with weighing(tmp_path, "A1=3 daarom") as wie:
        await wie.press("7")
        assert "Een score is 0, 1, 2, 3 of 4" in wie.melding
        assert "✓" not in wie.melding
        await wie.press("minus")
        assert cells(wie) == ["A1=? daarom"]
        await wie.press("2", "delete")
        assert cells(wie) == []
        await wie.press("ctrl+z")
        assert cells(wie) == ["A1=2 daarom"]


async def test_undo_of_the_first_score_takes_the_kept_weights_back_too(tmp_path):
    async with weighing(tmp_path) as wie:
        await wie.press("3")
        assert wie.scherm.stap.bouwsteen.vast
        await wie.press("ctrl+z")
        assert not wie.scherm.stap.bouwsteen.vast


async def test_weights_are_kept_with_a_key_and_a_later_change_is_seen(tmp_path):
    async with weighing(tmp_path) as wie:
        await wie.to_stap(CRITERIA)
        await wie.press("f6")
        assert "Samen 7" in wie.seen()
        assert "×4 (57%)" in wie.seen()
        await wie.press("v")
        assert "✓ vastgelegd" in wie.seen()
        await wie.press("home", "1")
        assert "▲ veranderd" in wie.seen()


async def test_without_options_the_step_says_what_to_do_first(tmp_path):
    async with weighing(tmp_path, criteria=()) as wie:
        assert "Maak ze eerst in een eerdere stap" in wie.seen()
        await wie.press("3", "u", "enter", "minus")
        assert cells(wie) == []


async def test_hostile_words_stand_on_the_screen_as_they_were_typed(tmp_path):
    async with weighing(tmp_path, "B1=3 [/] [@click=app.quit]x[/]") as wie:
        await wie.press("down")
        assert "[/] [b]vet[/b]" in wie.seen()
        assert "[@click=app.quit]x[/]" in str(wie.app.screen.query_one("#waarom", Static).render())
