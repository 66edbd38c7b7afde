"""The bijdragescores of a project through the years on the screen."""

from keten_hulp import make_sessie
from scherm_hulp import VIJANDIG, started

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.bijdrage import Bijdrage, Stelling
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.opslag.werkmap import Werkmap


def make_scores(werkmap, datum, project, tekst, gever, nemer):
    stelling = Stelling(id=nu.new_id(), tekst=tekst, doelstelling="Groen")
    score = Bijdrage(id=nu.new_id(), stelling=stelling.id, project=project, opdrachtgever=gever, opdrachtnemer=nemer)
    stap = ("Scores", Bijdragescore(records=(stelling, score)))
    werkmap.create(make_sessie("bijdragescore", f"Scores {datum}", datum, stap), nu.now())


async def test_a_key_on_the_overview_shows_the_years_of_a_project_side_by_side_and_hostile_names_as_text(tmp_path):
    werkmap = Werkmap(tmp_path)
    make_scores(werkmap, "2025-06-01", "Park", "Koeler", 1, 4)
    make_scores(werkmap, "2026-06-01", "park", "Koeler", 4, 4)
    make_scores(werkmap, "2024-06-01", VIJANDIG[0], VIJANDIG[0], 4, 4)
    make_scores(werkmap, "2026-06-02", VIJANDIG[0], VIJANDIG[0], 1, 4)
    async with started(werkmap) as wie:
        await wie.press("f7")
        assert "[@click=app.quit]" in wie.seen()
        await wie.press("end")
        assert "1 → 4" in wie.seen()
        await wie.press("escape")
        assert "4 sessies" in wie.seen()
