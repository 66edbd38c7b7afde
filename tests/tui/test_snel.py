"""Keys that come faster than the screen is drawn."""

import pytest
from scherm_hulp import make_werkmap, started


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
