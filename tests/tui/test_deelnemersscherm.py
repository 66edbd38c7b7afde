"""The list of participants: searched like every other list."""

from scherm_hulp import make_werkmap, started

from sessie_tool.tui.schermen.deelnemers import DeelnemersScherm


def names(wie):
    return [rij.tekst for rij in wie.app.screen.tabel._shown]


async def test_a_slash_searches_the_participants_and_esc_shows_all_again(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f3", "up", "slash", *"waterveen secr")
        assert names(wie) == ["Daan Denkbeeld"]
        await wie.press("enter", "a")
        assert [one.aanwezig for one in wie.sessie.deelnemers] == [True, False, True]
        await wie.press("escape")
        assert len(names(wie)) == 3
        assert isinstance(wie.app.screen, DeelnemersScherm)
        await wie.press("escape")
        assert not isinstance(wie.app.screen, DeelnemersScherm)


async def test_a_search_without_result_says_what_to_do(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f3", "up", "slash", *"[/] zwembad")
        assert names(wie) == []
        assert "Niemand gevonden" in wie.seen()


async def test_what_the_search_hides_is_not_changed(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f3", "up", "shift+end", "slash", *"fatima", "enter", "delete", "escape")
        assert [one.naam for one in wie.sessie.deelnemers] == ["Noor Voorbeeld", "Daan Denkbeeld"]


async def test_a_pasted_table_becomes_participants_and_who_was_there_is_said(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f3")
        wie.app.screen.query_one("#invoer").take_paste("Naam\tMag genoemd\nGast Verzonnen\tja\nnoor voorbeeld\tnee\n")
        await wie.settle()
        assert [(one.naam, one.mag_genoemd) for one in wie.sessie.deelnemers[3:]] == [("Gast Verzonnen", True)]
        assert "1 deelnemer toegevoegd. Regel 3: 'noor voorbeeld' staat er al." in wie.melding
        await wie.type("Daan Denkbeeld")
        assert "staat er al" in wie.melding
        await wie.press("ctrl+z")
        assert len(wie.sessie.deelnemers) == 3
