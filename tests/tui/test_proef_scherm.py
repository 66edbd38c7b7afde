"""A dry run from the overview: the screen goes on in a copy, says so, and comes back."""

from scherm_hulp import make_werkmap, started

from sessie_tool.nu import now
from sessie_tool.opslag.proef import open_proef


async def test_f8_in_the_overview_asks_for_a_dry_run_and_only_there(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap) as wie:
        await wie.press("ctrl+p", *"proef")
        assert "proefdraaien" in wie.seen()
        await wie.press("escape", "f8")
        assert wie.app.proef == sessie_id
    with open_proef(werkmap, sessie_id, now()) as proef:
        async with started(proef.werkmap, proef.sessie) as wie:
            assert "PROEF: Signalensessie Inclusief" in wie.seen()
            await wie.press("f9", "f8", "ctrl+o", "f8")
            assert wie.app.proef == ""
            assert "Dit is al een proef" in wie.melding
