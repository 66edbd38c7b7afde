"""The first session of a newcomer: what its own steps say to press leads from the overview to a verslag."""

from scherm_hulp import started

from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer


async def test_a_newcomer_is_led_from_the_overview_to_a_verslag(tmp_path):
    werkmap = Werkmap(tmp_path / "werkmap-demo")
    fill_werkmap(werkmap)
    async with started(werkmap) as wie:
        await wie.press("enter")
        while len(wie.app.screen_stack) < 3:
            await wie.settle()
        assert wie.sessie.titel == "Uw eerste sessie"
        assert wie.sessie.status == "voorbereiding"
        assert "F9 start de klok" in wie.seen()
        await wie.press("f9")
        await wie.type("De trein was op tijd", "De bus ook +buiten")
        assert wie.records("Typen")[-1].herkomst == "buiten"

        await wie.press("ctrl+n")
        assert "Enter opent" in wie.seen()
        assert "gekozen vraag" not in wie.scherm.query_one(RegelInvoer).placeholder  # this step asks none
        await wie.press("f6", "up", "enter", *"Goed", "space", "escape")
        await wie.press("down", "delete")
        assert wie.texts("Verbeteren") == ["Goed In deze regel zit een tikfuot."]
        await wie.press("ctrl+z")
        assert len(wie.texts("Verbeteren")) == 2

        await wie.press("ctrl+n")
        assert "Kies twee signalen" in wie.seen()
        await wie.press("f6", "space", "down", "space", "n", *"Reizen", "enter")
        assert len(wie.records("Bundelen")[-1].signalen) == 2

        await wie.press("ctrl+n")
        assert "stippen met +" in wie.seen()
        await wie.press("f6", "+", "x")
        (stem,) = wie.records("Kiezen")
        assert (stem.stippen, stem.gekozen) == (1, True)

        await wie.press("ctrl+n")
        assert "Ctrl+E rondt af" in wie.seen()
        await wie.type("Een eigen sessie klaarzetten @Noor >1-2-2027")
        (actie,) = wie.records("Afspreken en afronden")
        assert (actie.wie, actie.wanneer) == (("Noor Voorbeeld",), "2027-02-01")
        await wie.press("ctrl+e")
        assert "w maken" in wie.seen()


async def test_help_shows_what_to_say_to_watch_and_to_do_when_it_falls_silent_at_every_width(tmp_path):
    werkmap = Werkmap(tmp_path / "werkmap-demo")
    fill_werkmap(werkmap)
    eerste = next(rij.id for rij in werkmap.rows()[0] if rij.titel == "Uw eerste sessie")
    for size in ((80, 24), (120, 34), (160, 45)):
        async with started(werkmap, eerste, size=size) as wie:
            stap = wie.scherm.stap
            await wie.press("f1")
            gids = str(wie.app.screen.query("#venster Static").last().render())
            for tekst in (stap.zeg, stap.let_op, stap.als_het_stilvalt):
                assert tekst
                assert tekst in gids
            assert "Hierna" in gids
            await wie.press("escape")
