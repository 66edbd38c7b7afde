"""A window over the session has its own keys in its foot, its help and its menu; never those of the list below."""

from scherm_hulp import make_werkmap, started

from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.kiesvenster import Kiesvenster


async def test_in_a_window_foot_help_and_menu_tell_the_keys_of_that_window(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Rode draden")
        await wie.type("Het net is vol")
        await wie.press("f6", "tab", "enter")
        assert isinstance(wie.app.screen, Formulier)
        assert "Esc bewaren en sluiten" in wie.voet
        assert "opgeslagen" in wie.voet
        assert "nieuwe draad" not in wie.seen()
        await wie.press("f1")
        assert "sluiten bewaart het" in wie.seen()
        await wie.press("escape", "ctrl+p")
        assert "bewaren en sluiten" in wie.seen()
        assert "volgende" not in wie.seen()
        await wie.press(*"bewaren", "enter")
        assert wie.app.screen is wie.scherm
        wie.app.push_screen(Kiesvenster("Kies", ["Een", "Twee"]))
        await wie.settle()
        assert wie.voet.startswith("Esc terug")
        await wie.press("ctrl+p", *"terug", "enter")
        assert wie.app.screen is wie.scherm
        assert "nieuwe draad" in wie.voet
