"""Keys that come faster than the screen is drawn."""

from typing import get_args, get_type_hints

import pytest
from scherm_hulp import make_werkmap, started

from sessie_tool.kern.bouwstenen import BOUWSTENEN


@pytest.mark.parametrize("wachten", range(4))
async def test_going_through_the_steps_faster_than_they_are_drawn_does_no_harm(tmp_path, wachten):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as begeleider:
        for _ in range(3):
            begeleider.scherm.action_step(1)
            for _ in range(wachten):
                await begeleider.pilot._wait_for_screen()
        begeleider.scherm.action_step(-1)
        await begeleider.pilot.pause()
        assert begeleider.scherm.stap.titel == "Signalen ophalen"
        await begeleider.type("Netcongestie remt de nieuwbouw")
        assert begeleider.row_ids() == [one.id for one in begeleider.records("Signalen ophalen")]


async def test_lines_typed_faster_than_they_are_shown_stay_apart(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as begeleider:
        await begeleider.to_stap("Signalen ophalen")
        for teken in "Een\nTwee\nDrie\nhal":
            begeleider.app.simulate_key("enter" if teken == "\n" else teken)
        await begeleider.press("f")
        assert begeleider.texts("Signalen ophalen") == ["Een", "Twee", "Drie"]
        assert begeleider.app.screen.query_one("#invoer").value == "half"


async def test_thousands_of_records_keep_the_cursor_in_view(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as begeleider:
        await begeleider.to_stap("Signalen ophalen")
        begeleider.scherm.zitting.type_regels(
            begeleider.scherm.stap_id, [f"Punt {nummer:04}" for nummer in range(3000)]
        )
        begeleider.scherm.refresh_sessie()
        await begeleider.press("up", "end")
        assert "3000Punt 2999" in begeleider.seen()
        await begeleider.press("shift+up", "pageup")
        assert "Punt 2999" not in begeleider.seen()
        await begeleider.press("end")
        assert "3000Punt 2998" in begeleider.seen()
        await begeleider.press("home")
        assert " 1   Punt 0000" in begeleider.seen()


@pytest.mark.parametrize("kind", BOUWSTENEN.values(), ids=BOUWSTENEN)
def test_a_list_can_remember_the_row_of_every_kind_of_record(kind):
    een = get_args(get_type_hints(kind)["records"])[0]
    for cls in get_args(een) or (een,):
        assert hash(cls(id="a")) == hash(cls(id="a"))


async def test_keys_right_behind_the_one_that_goes_to_the_list_act_in_the_list(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as begeleider:
        await begeleider.to_stap("Signalen ophalen")
        await begeleider.type("Een", "Twee")
        await begeleider.to_stap("Rode draden")
        for toets in ("f6", "space", "space", "n"):
            begeleider.app.simulate_key(toets)
        await begeleider.pilot.pause()
        await begeleider.press(*"Samen", "enter")
        assert [len(draad.signalen) for draad in begeleider.records("Rode draden")] == [2]
