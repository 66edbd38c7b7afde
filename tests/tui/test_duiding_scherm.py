"""Duiding on the screen: what is typed goes to the indicator that is chosen, and earlier values stand beside it."""

from scherm_hulp import make_werkmap as make_signalensessie
from scherm_hulp import started

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.demo import load_huis
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.starten import Eerder, start_sessie
from sessie_tool.opslag.huis import change_huis
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.tui.bouwstenen.editor import Editor

STAP = "Duiden per indicator"


def make_werkmap(folder):
    sjabloon = load_sjabloon(shipped_sjablonen() / "duidingssessie.md")
    sessie = start_sessie(
        sjabloon, titel="Duiding", datum="2026-03-12", new_id=nu.new_id, eerder=Eerder(huis=load_huis())
    )
    eerste = next(stap for stap in sessie.stappen if stap.titel == STAP).bouwsteen.records[0]
    vorige = ("12 maart 2024: 410 [b]gezinnen (Duiding 2024)",)
    sessie = replace_records(sessie, [replace(eerste, vorige=vorige)])
    werkmap = Werkmap(folder)
    werkmap.create(sessie, nu.now())
    return werkmap, sessie.id


async def test_a_line_is_about_the_indicator_that_is_chosen(tmp_path):
    async with started(*make_werkmap(tmp_path)) as wie:
        await wie.to_stap(STAP)
        assert "[b]gezinnen" in wie.seen()  # earlier values, as they were typed
        assert "geen waarde" in wie.seen()
        await wie.type("=585 Meer dan eerst ?zij vinden ons", "Vooral in de wijk")
        eerste = wie.records(STAP)[0]
        assert (eerste.waarde, eerste.betekenis) == ("585", "zij vinden ons")
        assert eerste.zien == "Meer dan eerst\n\nVooral in de wijk"
        assert "nu: 585" in wie.seen()


async def test_a_line_may_name_another_indicator_or_be_a_new_one(tmp_path):
    async with started(*make_werkmap(tmp_path)) as wie:
        await wie.to_stap(STAP)
        aantal = len(wie.records(STAP))
        await wie.type("#3 =230", "nieuw: Lege stoelen #groen =7")
        assert wie.records(STAP)[2].waarde == "230"
        nieuw = wie.records(STAP)[aantal]
        assert (nieuw.indicator, nieuw.waarde) == ("Lege stoelen", "7")
        assert nieuw.doelstelling == "Groen en klimaatbestendig"


async def test_a_form_offers_the_doelstellingen_only_where_there_are_any(tmp_path):
    werkmap, sessie_id = make_signalensessie(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Acties")
        await wie.type("Tellen")
        wie.app.screen.query_one(Editor).edit_record(wie.records("Acties")[0])
        await wie.settle()
        assert not wie.app.screen.query("#veld-doel")
    change_huis(werkmap.sessies, lambda _: load_huis())
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Acties")
        wie.app.screen.query_one(Editor).edit_record(wie.records("Acties")[0])
        await wie.settle()
        wie.app.screen.query_one("#veld-doel").focus()
        await wie.press("space", "escape")
        assert wie.records("Acties")[0].doel == (load_huis().doelstellingen[0].naam,)
