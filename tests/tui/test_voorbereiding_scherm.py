"""Preparing on the screen: what is open, where one arranges it, and the form that goes out and comes back."""

from scherm_hulp import started
from textual import events

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.tui.schermen.gegevens import GegevensScherm
from sessie_tool.tui.schermen.voorbereiding import VoorbereidingScherm


async def test_what_is_open_is_arranged_from_one_window_and_a_form_goes_out_and_comes_back(tmp_path):
    werkmap = Werkmap(tmp_path)
    sjabloon = load_sjabloon(shipped_sjablonen() / "peer-review.md")
    sessie = start_sessie(sjabloon, titel="Avond [/]", datum="2026-03-21", new_id=nu.new_id)
    werkmap.create(sessie, nu.now())
    async with started(werkmap, sessie.id) as wie:
        begin = wie.sessie
        await wie.press("ctrl+k")
        assert "De plaats is nog leeg." in wie.seen()
        await wie.press("enter")
        assert isinstance(wie.app.screen, GegevensScherm)
        await wie.press("escape", "ctrl+k", "w")
        (pad,) = werkmap.exports.iterdir()
        assert pad.name.endswith("-voorbereiding.md")
        ingevuld = pad.read_text(encoding="utf-8").replace("Plaats:", "Plaats: Café [b]", 1) + "\n## Onbekend\niets\n"
        pad.write_text(ingevuld, encoding="utf-8")
        await wie.press("l", "enter")
        assert wie.sessie.plaats == "Café [b]"
        assert "'Onbekend' hoort bij geen stap" in wie.melding
        assert "De plaats is nog leeg." not in wie.seen()
        await wie.press("ctrl+z")
        assert wie.sessie == begin
        wie.app.post_message(events.Paste(ingevuld))
        await wie.settle()
        assert wie.sessie.plaats == "Café [b]"
        await wie.press("w")
        assert len(list(werkmap.exports.iterdir())) == 2
        assert pad.read_text(encoding="utf-8") == ingevuld
        await wie.press("l", "ctrl+u", *"nergens.md", "enter")
        assert "!" in wie.melding
        assert isinstance(wie.app.screen, VoorbereidingScherm)
        plek = next(nr for nr, een in enumerate(wie.app.screen._punten) if een.plek == sessie.stappen[0].id)
        await wie.press("home", *["down"] * plek, "enter")
        assert wie.scherm.stap.titel == "Voorbereiding"
