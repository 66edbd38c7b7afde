"""The screen with earlier versions: read them, bring one back, copy one, bring back what was removed."""

from scherm_hulp import make_werkmap, started

from sessie_tool import nu
from sessie_tool.kern.sessie import replace
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.leesblad import Leesblad
from sessie_tool.tui.schermen.overzicht import OverzichtScherm
from sessie_tool.tui.schermen.versies import VersiesScherm
from sessie_tool.zitting import Zitting

STAP = 2


def use_zitting(werkmap, sessie_id, *regels):
    zitting = Zitting.open(werkmap, sessie_id, clock=nu.now, new_id=nu.new_id)
    zitting.type_regels(zitting.sessie.stappen[STAP].id, regels)
    zitting.close()


def texts(werkmap, sessie_id):
    return [one.hoofdtekst for one in werkmap.read(sessie_id).stappen[STAP].bouwsteen.records]


def read_blad(wie):
    """The words of the text beside the list, wherever its lines end."""
    return " ".join(" ".join(regel.plain for regel in wie.app.screen.query_one(Leesblad).tekst.regels).split())


async def wait_blad(wie, woord):
    """Wait until the text beside the list says something; its lines are made in a thread."""
    for _ in range(200):
        if woord in read_blad(wie):
            return
        await wie.pilot.pause(0.01)
    raise AssertionError(read_blad(wie))


async def test_a_version_is_read_brought_back_undone_and_copied(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path, "Signalen [/] Groen")
    use_zitting(werkmap, sessie_id, "Wateroverlast [/]")
    use_zitting(werkmap, sessie_id, "Droogte")
    async with started(werkmap) as wie:
        await wie.press("f3")
        assert len(wie.row_ids("Versielijst")) == 2
        assert "vóór een zitting" in wie.seen()
        await wait_blad(wie, "Staat er nu, en toen nog niet")
        assert "signaal 2: Droogte" in read_blad(wie)
        assert "1. Wateroverlast [/]" in read_blad(wie)
        await wie.press("slash", *"nergens")
        assert "Niets gevonden" in wie.seen()
        await wie.press("escape", "enter")
        assert isinstance(wie.app.screen, OverzichtScherm)
        assert "is weer zoals op" in wie.melding
        assert texts(werkmap, sessie_id) == ["Wateroverlast [/]"]
        await wie.press("enter", "ctrl+z")
        assert [one.hoofdtekst for one in wie.sessie.stappen[STAP].bouwsteen.records] == [
            "Wateroverlast [/]",
            "Droogte",
        ]
        await wie.press("ctrl+o", "f3", "end", "k")
        assert "is gemaakt" in wie.melding
    (kopie,) = [rij.id for rij in werkmap.rows()[0] if rij.id != sessie_id]
    assert (texts(werkmap, kopie), texts(werkmap, sessie_id)) == ([], ["Wateroverlast [/]", "Droogte"])


async def test_what_was_removed_stands_in_the_same_list_and_comes_back_and_an_empty_list_says_what_comes(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path, "Signalensessie Groen")
    async with started(werkmap, size=(160, 45)) as wie:
        await wie.press("f3")
        assert "Versies komen er vanzelf" in wie.seen()
        await wie.press("enter", "escape", "ctrl+d", "f3")
        assert "✗  Signalensessie Groen" in wie.seen()
        assert "verwijderd" in wie.seen()
        await wait_blad(wie, "Zo stond het er")
        await wie.press("enter")
        assert "is terug" in wie.melding
        assert wie.row_ids("#sessies") == [sessie_id]


async def test_of_a_vastgestelde_session_the_screen_offers_a_copy(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    use_zitting(werkmap, sessie_id, "Wateroverlast")
    zitting = Zitting.open(werkmap, sessie_id, clock=nu.now, new_id=nu.new_id)
    zitting.apply("vastgesteld", lambda sessie: replace(sessie, status="vastgesteld"))
    zitting.close()
    async with started(Werkmap(tmp_path)) as wie:
        await wie.press("f3", "enter")
        assert isinstance(wie.app.screen, VersiesScherm)
        assert "vastgesteld en verandert niet meer" in wie.melding
        await wie.press("k")
        assert len(wie.row_ids("#sessies")) == 2
