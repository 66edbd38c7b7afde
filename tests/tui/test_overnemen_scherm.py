"""Taking over from other sessions: in a step, and when a session is made."""

import pytest
from keten_hulp import make_keten, make_signalensessie
from scherm_hulp import started

from sessie_tool import nu
from sessie_tool.tui.onderdelen.kiesscherm import KiesScherm
from sessie_tool.tui.schermen.sessie import SessieScherm

EIGEN = """---
naam: jaarronde
titel: Mijn ronde
soort: jaarronde
doel: Samen kijken.
duur: 20
rollen: begeleider
versie: 1
---

## Signalen (signalen, 10 minuten)

**Neemt over uit:** signalensessie

## Vorige keer (eerdere_draden, 10 minuten)

**Neemt over uit:** jaarronde

**Periode:** laatste
"""


@pytest.fixture
async def ronde(tmp_path):
    werkmap, sessie_id = make_keten(tmp_path)
    async with started(werkmap, sessie_id, size=(100, 35)) as wie:
        nieuw = make_signalensessie("Aantrekkelijk", "2026-04-01", ["Markt leeg", "Park vol"], "Stad verandert")
        werkmap.create(nieuw, nu.now())
        await wie.to_stap("Signalen")
        yield wie


async def test_what_is_not_there_yet_is_taken_over_as_one_action_in_words(ronde):
    await ronde.press("ctrl+t")
    assert isinstance(ronde.app.screen, KiesScherm)
    assert "al overgenomen" in ronde.seen()
    await ronde.press("enter")
    assert ronde.texts("Signalen")[-2:] == ["Markt leeg", "Park vol"]
    assert ronde.texts("Dit jaar") == ["Loket te ver", "Zorg te laat", "Stad verandert"]
    assert "2 signalen en 1 eerdere draad overgenomen uit 1 sessie" in ronde.melding
    draad = ronde.records("Dit jaar")[-1]
    assert draad.signalen == tuple(one.id for one in ronde.records("Signalen")[-2:])
    await ronde.press("ctrl+z")
    assert len(ronde.texts("Signalen")) == 5
    assert len(ronde.texts("Dit jaar")) == 2


async def test_only_the_chosen_sessions_are_taken_over(ronde):
    await ronde.press("ctrl+z", "ctrl+t", *"aantrek", "down", "space", "escape")
    await ronde.press("ctrl+t", "home", "space", "enter")
    assert "Alles uit deze sessies staat er al" in ronde.melding
    assert len(ronde.texts("Signalen")) == 5


async def test_a_step_that_does_not_take_over_has_no_such_key(ronde):
    await ronde.to_stap("Rode draden")
    await ronde.press("ctrl+t")
    assert isinstance(ronde.app.screen, SessieScherm)
    await ronde.press("ctrl+p")
    assert "overnemen" not in ronde.seen()
    await ronde.press("escape")
    await ronde.to_stap("Signalen")
    await ronde.press("ctrl+p", *"overn", "enter")
    assert isinstance(ronde.app.screen, KiesScherm)


async def test_a_source_that_cannot_be_read_is_said_and_changes_nothing(ronde):
    await ronde.press("ctrl+t")
    for pad in ronde.app.werkmap.files():
        if "aantrek" in pad.name:
            pad.write_text("{", encoding="utf-8")
    await ronde.press("enter")
    assert ronde.melding.startswith("!")
    assert len(ronde.texts("Signalen")) == 5


async def test_a_new_session_says_from_which_it_takes_over_and_lets_one_choose(tmp_path):
    werkmap, _ = make_keten(tmp_path)
    werkmap.sjablonen.mkdir()
    (werkmap.sjablonen / "jaarronde.md").write_text(EIGEN, encoding="utf-8")
    async with started(werkmap, size=(120, 40)) as wie:
        await wie.press("f2")
        lijst = wie.app.screen.query_one("#sjablonen")
        titels = [one.titel for one in wie.app.screen._aanbod.sjablonen]
        lijst.highlighted = titels.index("Mijn ronde")
        wie.app.screen.query_one("#veld-datum").value = "1-6-2026"
        await wie.settle()
        assert "Neemt over uit: 3 sessies" in wie.seen()
        await wie.press(
            "ctrl+t", "home", "space", "down", "space", "enter"
        )  # the newest jaarronde and a signalensessie
        assert "Neemt over uit: 1 sessie" in wie.seen()
        await wie.press("escape", "f2")
        assert "Neemt over uit: 1 sessie" in wie.seen()
        await wie.press("f2")
        while not isinstance(wie.app.screen, SessieScherm):
            await wie.settle()
        assert wie.texts("Signalen") == ["Schuld bij jongeren", "Wachtlijst zorg"]
        assert wie.texts("Vorige keer") == []
