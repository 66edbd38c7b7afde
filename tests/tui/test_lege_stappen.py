"""Never lost: every step of every sjabloon, still empty, says what to do, and always which step comes next."""

import pytest
from scherm_hulp import started
from textual.widgets import Static

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.tui.bouwstenen.editor import Editor


@pytest.mark.parametrize("naam", ("signalensessie", "jaarronde", "incidentmethode"))
async def test_an_empty_step_says_what_to_do_and_what_comes_next(tmp_path, naam):
    werkmap = Werkmap(tmp_path)
    sjabloon = load_sjabloon(shipped_sjablonen() / f"{naam}.md")
    nieuw = start_sessie(sjabloon, titel="Leeg", datum="2026-03-21", new_id=nu.new_id)
    werkmap.create(nieuw, nu.now())
    async with started(werkmap, nieuw.id) as wie:
        for stap, volgende in zip(nieuw.stappen, (*nieuw.stappen[1:], None), strict=True):
            assert wie.scherm.stap.titel == stap.titel
            onder = str(wie.scherm.werkblad.border_subtitle)
            assert (f"hierna: {volgende.titel}" if volgende else "hierna: het verslag") in onder
            leeg = wie.scherm.query_one(Editor).query_one("#leeg", Static)
            assert str(leeg.render()).strip() or not leeg.display
            if stap.titel in ("Open acties", "Vorig jaar", "Rode draden", "Rode draden van het jaar", "Keuze"):
                verwacht = {
                    "Open acties": "ga door met de volgende stap",
                    "Vorig jaar": "Ctrl+T neemt ze over",
                    "Keuze": "Maak eerst",
                }.get(stap.titel, "Ctrl+B")
                assert verwacht in " ".join(str(leeg.render()).split())
            await wie.press("ctrl+n")


async def test_what_is_typed_stands_where_the_next_step_was_named_and_gives_it_back(tmp_path):
    werkmap = Werkmap(tmp_path)
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    nieuw = start_sessie(sjabloon, titel="Leeg", datum="2026-03-21", new_id=nu.new_id)
    werkmap.create(nieuw, nu.now())
    async with started(werkmap, nieuw.id) as wie:
        await wie.to_stap("Signalen ophalen")
        wie.scherm.werkblad.invoer.value = "Het net is vol +buiten"
        await wie.settle()
        assert "buiten" in str(wie.scherm.werkblad.border_subtitle)
        await wie.press("enter")
        assert str(wie.scherm.werkblad.border_subtitle) == "hierna: Rode draden"
        await wie.press("ctrl+e", "escape", "f3")
        assert "Typ hieronder wie er zijn" in wie.seen()
