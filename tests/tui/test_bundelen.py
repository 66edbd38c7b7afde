"""Clustering across sessions: threads and signals with where they come from, and of which thread one is the vervolg."""

import pytest
from keten_hulp import make_keten, make_sessie
from scherm_hulp import VIJANDIG, make_werkmap, started

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.opbrengsten import Opbrengst, Opbrengsten
from sessie_tool.kern.bouwstenen.patronen import Patronen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm


@pytest.fixture
async def ronde(tmp_path):
    werkmap, sessie_id = make_keten(tmp_path)
    async with started(werkmap, sessie_id, size=(160, 45)) as wie:
        await wie.to_stap("Rode draden")
        yield wie


def left(wie):
    return [(rij.nummer, rij.tekst, rij.kenmerken) for rij in wie.app.screen.query_one("#bron")._shown]


async def test_threads_of_this_year_come_first_then_loose_signals_each_with_its_opgave(ronde):
    rijen = left(ronde)
    assert [nummer for nummer, *_ in rijen] == ["~2", "~3", "3", "1", "2", "4", "5"]
    assert rijen[:3] == [
        ("~2", "Loket te ver", "Open"),
        ("~3", "Zorg te laat", "Inclusief"),
        ("3", "App werkt", "Open"),
    ]
    assert "7 om te bundelen · nog 7 los" in ronde.seen()


async def test_a_bundle_counts_the_signals_of_the_threads_in_it(ronde):
    await ronde.press("f6", "space", "space", "n", *"Nabij", "enter")
    assert "2 draden · 4 signalen" in [rij.kenmerken for rij in ronde.app.screen.query_one("#records")._shown]
    assert "nog 1 los" in ronde.seen()
    assert [kenmerken for *_, kenmerken in left(ronde)][:4] == ["Open · → 1", "Inclusief · → 1", "Open", "Open · → 1"]


async def test_a_thread_is_tied_to_the_one_of_last_year_and_shows_its_course(ronde):
    await ronde.press("f6", "n", *"Nabij", "enter", "tab", "v")
    assert isinstance(ronde.app.screen, KiesScherm)
    assert "Waarvan is 'Nabij' het vervolg?" in ronde.seen()
    assert ronde.row_ids("RecordTabel") == [ronde.records("Vorig jaar")[0].id]
    await ronde.press("enter")
    (draad,) = ronde.records("Rode draden")
    assert draad.vervolg_op == (ronde.records("Vorig jaar")[0].id,)
    assert "vervolg op Het net zit vol" in ronde.seen()
    assert (
        "\nin 1 van 4 opgaven, vorig jaar in 1\n↳ vervolg op Het net zit vol"
        in ronde.app.screen.query_one("#records")._shown[0].tekst
    )
    await ronde.press("v", "enter")
    assert ronde.records("Rode draden")[0].vervolg_op == ()
    await ronde.press("ctrl+z")
    assert ronde.records("Rode draden")[0].vervolg_op == draad.vervolg_op


async def test_a_thread_that_resembles_one_of_last_year_says_so_until_somebody_decides(ronde):
    await ronde.press("f6", "n", *"Volle netten", "enter")
    assert "lijkt op" not in ronde.seen()  # nothing in common: no suggestion
    await ronde.press("ctrl+z", "n", *"Net te vol, zit nog vol", "enter")
    tekst = ronde.app.screen.query_one("#records")._shown[0].tekst
    assert "? lijkt op 'Het net zit vol' (2025) (deelt 'Net'" in tekst
    await ronde.press("tab", "v")
    assert "deelt 'Net'" in ronde.seen()
    await ronde.press("enter")
    assert "lijkt op" not in ronde.app.screen.query_one("#records")._shown[0].tekst


async def test_who_asks_for_a_vervolg_in_the_wrong_place_hears_what_to_do(ronde, tmp_path):
    await ronde.press("f6", "v")
    assert "Ga met Tab naar een rode draad" in ronde.melding
    werkmap, sessie_id = make_werkmap(tmp_path / "zonder")
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.type("Draad")
        await wie.press("f6", "tab", "v")
        assert "geen draden van een vorige keer" in wie.melding


async def test_what_is_chosen_stays_chosen_while_one_searches_on(ronde):
    await ronde.to_stap("Vorig jaar")
    await ronde.type("Wachten duurt lang", "Jeugd trekt weg")
    await ronde.to_stap("Rode draden")
    await ronde.type("Nabij")
    await ronde.press("f6", "tab", "v", "home", "space", *"jeugd", "down", "space", "enter")
    eerdere = [one.id for one in ronde.records("Vorig jaar")]
    assert ronde.records("Rode draden")[0].vervolg_op == (eerdere[0], eerdere[2])


async def test_patronen_are_clustered_with_the_words_of_their_own_kind(tmp_path):
    records = tuple(Opbrengst(id=nu.new_id(), tekst=tekst) for tekst in ("Te laat gekozen", "Wie beslist er?"))
    stappen = (("Opbrengsten", Opbrengsten(records=records)), ("Patronen", Patronen()))
    sessie = make_sessie("oogstsessie", "Oogst", "2026-06-01", *stappen)
    Werkmap(tmp_path).create(sessie, nu.now())
    async with started(Werkmap(tmp_path), sessie.id) as wie:
        await wie.to_stap("Patronen")
        assert "2 opbrengsten · nog 2 los" in wie.seen()
        assert "Kies opbrengsten" in wie.seen()
        assert not [woord for woord in ("signal", "draad", "draden") if woord in wie.seen()]
        await wie.press("f6", "space", "space", "n", *"Laat", "enter", "0", "1")
        (patroon,) = wie.records("Patronen")
        assert set(patroon.bewijs) == {one.id for one in records}
        await wie.press("9")
        assert "Patroon 9 is er niet" in wie.melding
        await wie.press("g")
        assert "Kies een patroon" in wie.seen()


async def test_hostile_text_in_threads_is_shown_and_tied_as_text(tmp_path):
    werkmap, sessie_id = make_keten(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Vorig jaar")
        await wie.type(*VIJANDIG)
        await wie.to_stap("Rode draden")
        await wie.type(*VIJANDIG)
        await wie.press("f6", "tab", "home", "v", "shift+end", "enter")
        assert len(wie.records("Rode draden")[0].vervolg_op) == len(wie.records("Vorig jaar"))
        assert "[Jan]" in wie.seen()


async def test_two_thousand_signals_can_be_put_into_threads(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        wie.scherm.zitting.type_regels(wie.scherm.stap_id, [f"Signaal {nummer:04}" for nummer in range(2000)])
        await wie.to_stap("Rode draden")
        await wie.type("Draad")
        await wie.press("f6", "1")
        for _ in range(10):
            wie.scherm.werkblad.editor._assign(wie.records("Rode draden")[0].id)
        assert len(wie.records("Rode draden")[0].signalen) == 11


async def test_the_foot_of_a_small_screen_tells_how_to_choose_before_how_to_bundle(tmp_path):
    werkmap, sessie_id = make_keten(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.press("up")
        assert "Spatie kies" in wie.voet
        assert "n nieuwe draad" in wie.voet
