"""Names that go for good, from the list: what goes is shown first, and only who types the id does it."""

from scherm_hulp import make_werkmap, started
from textual.widgets import Input, OptionList

from sessie_tool.kern.sessie import set_status
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.bewaartermijn import read_termijnen
from sessie_tool.tui.schermen.namenweg import NamenwegScherm
from sessie_tool.zitting import Zitting


async def test_names_go_only_when_the_id_is_typed_and_the_term_says_which_session(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
    zitting.type_regel(zitting.sessie.stappen[2].id, "Denkbeeld ziet [b]water[/b]")
    zitting.apply("klaar", lambda one: set_status(one, "afgerond"))
    zitting.close()
    async with started(werkmap) as wie:
        await wie.press("f5", "down", "down", "enter")
        wie.app.screen.query_one(Input).value = "1 0"
        await wie.press("enter")
        await wie.settle()
        assert read_termijnen(werkmap.sessies).namen == 1
        await wie.press("f5", "down", "enter")
        await wie.settle()
        await wie.press("enter")
        await wie.settle()
        scherm = wie.app.screen
        assert isinstance(scherm, NamenwegScherm)
        regels = [str(one.prompt) for one in scherm.query_one(OptionList).options]
        assert "  Daan Denkbeeld → Deelnemer 2" in regels
        await wie.press("f3", "f4")
        await wie.settle()
        scherm.query_one(Input).value = "ja"
        await wie.press("enter")
        assert wie.app.screen is scherm
        assert werkmap.read(sessie_id).deelnemers[1].naam == "Daan Denkbeeld"
        scherm.query_one(Input).value = sessie_id
        await wie.press("enter")
        await wie.settle()
        assert "De namen zijn weg" in wie.melding
    sessie = werkmap.read(sessie_id)
    assert [(one.naam, one.rol) for one in sessie.deelnemers] == [(f"Deelnemer {een}", "") for een in (1, 2, 3)]
    assert sessie.stappen[2].bouwsteen.records[0].hoofdtekst == "Deelnemer 2 ziet [b]water[/b]"
