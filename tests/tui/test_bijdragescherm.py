"""bijdragescore on the screen: each party scores alone with the number keys, then both look at the differences."""

import pytest
from scherm_hulp import started

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.sessie import apply_regel
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.tui.onderdelen.matrix import Matrix

STAP = "Scores en verschillen"
STELLINGEN = ("Koeler #Groene stad", "Dieren #Groene stad", "Iedereen [b]mee #Inclusieve stad")


@pytest.fixture
def klaar(tmp_path):
    """A session with three statements; gives the werkmap and the id."""

    def make(*regels):
        sessie = start_sessie(
            load_sjabloon(shipped_sjablonen() / "bijdragescore.md"),
            titel="Bijdrage",
            datum="2026-03-21",
            new_id=nu.new_id,
        )
        stap = next(een.id for een in sessie.stappen if een.titel == STAP)
        for regel in (*STELLINGEN, *regels):
            sessie, _ = apply_regel(sessie, stap, regel, (), nu.new_id())
        werkmap = Werkmap(tmp_path)
        werkmap.create(sessie, nu.now())
        return werkmap, sessie.id

    return make


def scores(b):
    bouwsteen = next(een for een in b.sessie.stappen if een.titel == STAP).bouwsteen
    return [(een.project, een.opdrachtgever, een.opdrachtnemer) for een in bouwsteen.bijdragen]


async def test_number_keys_score_and_go_on_and_the_other_party_sees_nothing_of_it(klaar):
    async with started(*klaar("#1 Park =-/-")) as b:
        await b.to_stap(STAP)
        await b.press("f6", "4", "3", "2", "-", "1")
        assert scores(b) == [("Park", 4, None), ("Park", 3, None), ("Park", 1, None)]
        await b.press("p")
        assert "OPDRACHTNEMER scoort · 0 van 3" in b.seen()
        assert "scores opdrachtgever verborgen" in b.seen()
        await b.press("up", "up", "up")
        matrix = b.app.screen.query_one(Matrix)
        assert all("4" not in rij.kenmerken for rij in matrix._shown)
        await b.press("v")
        assert "Nog niet alle scores zijn er" in b.melding
        await b.press("2", "2", "2")
        assert scores(b) == [("Park", 4, 2), ("Park", 3, 2), ("Park", 1, 2)]
        assert "opdrachtgever en opdrachtnemer" in b.seen()


async def test_the_differences_stand_largest_first_and_enter_gives_reason_and_agreement(klaar):
    async with started(*klaar("#1 Park =2/2", "#2 Park =0/4", "#3 Park =1/2")) as b:
        await b.to_stap(STAP)
        await b.press("f6", "v")
        assert "Park: Verschil 5 over 3 stellingen." in b.seen()
        assert [rij.nummer for rij in b.app.screen.query_one("#records")._shown] == ["4", "1", "0"]
        await b.press("enter")
        assert "weinig overleg" not in b.seen()
        assert b.app.focused.id == "veld-reden"
        await b.press("escape", "v")
        assert "OPDRACHTGEVER scoort" in b.seen()


async def test_the_facilitator_can_ask_to_see_scores_that_are_not_complete(klaar):
    async with started(*klaar("#1 Park =2/0")) as b:
        await b.to_stap(STAP)
        await b.press("f6", "v", "v")
        assert "Verschil 2 over 1 stelling." in b.seen()


async def test_a_project_is_made_by_key_and_tab_goes_to_the_next(klaar):
    async with started(*klaar("#1 Park =-/-")) as b:
        await b.to_stap(STAP)
        await b.press("f6", "n", *"Plein", "enter", "3", "shift+tab", "2")
        assert scores(b)[-2:] == [("Plein", 3, None), ("Park", 2, None)]
        assert "Park" in b.seen()
        assert "Plein" in b.seen()
        await b.press("7")
        assert "0 tot en met 4" in b.melding


@pytest.mark.parametrize("maat", ((80, 24), (160, 45)))
async def test_many_projects_scroll_sideways_and_markup_is_text(klaar, maat):
    regels = [f"#1 Project-{letter} =1/2" for letter in "ABCDEFGHIJKLMNOP"]
    async with started(*klaar(*regels), size=maat) as b:
        await b.to_stap(STAP)
        await b.press("f6", *["tab"] * 20)
        assert "Project-P" in b.seen()
        assert "[b]mee" in b.seen()
        await b.press("4")
        assert scores(b)[-1] == ("Project-P", 4, 2)
        await b.press(*["shift+tab"] * 20)
        assert "Project-A" in b.seen()


async def test_a_statement_moves_among_the_statements_and_takes_its_scores_along(klaar):
    async with started(*klaar("#1 Park =2/0", "Vierde #Groene stad", "#4 Park =1/1")) as b:
        await b.to_stap(STAP)
        await b.press("f6", "end", "shift+up", "shift+up", "shift+up", "shift+up")
        bouwsteen = next(een for een in b.sessie.stappen if een.titel == STAP).bouwsteen
        assert [een.tekst for een in bouwsteen.stellingen][:2] == ["Vierde", "Koeler"]
        assert bouwsteen.find(bouwsteen.stellingen[0].id, "Park").opdrachtnemer == 1
