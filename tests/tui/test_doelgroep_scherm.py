"""Doelgroep on the screen: below the list stands where more work on the same people and where nobody does."""

from scherm_hulp import started

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon

STAP = "Wie doet wat"


def make_werkmap(folder):
    sjabloon = load_sjabloon(shipped_sjablonen() / "doelgroepoverleg.md")
    sessie = start_sessie(sjabloon, titel="Overleg", datum="2026-03-12", new_id=nu.new_id)
    werkmap = Werkmap(folder)
    werkmap.create(sessie, nu.now())
    return werkmap, sessie.id


async def test_overlap_and_gaps_stand_below_the_list_as_they_are_now(tmp_path):
    async with started(*make_werkmap(tmp_path), size=(100, 30)) as wie:
        await wie.to_stap(STAP)
        assert "Overlap:" not in wie.seen()
        await wie.type('Maatjes !netwerk @"[b]Welzijn"')
        assert "Overlap: nergens" in wie.seen()
        await wie.type("Jongerenwerk !netwerk @Jeugd", "Kamers !wonen")
        assert "Overlap: netwerk en vrije tijd (2)" in wie.seen()
        assert "Niemand werkt voor deze mensen aan onderwijs, veiligheid" in wie.seen()
        assert "[b]Welzijn" in wie.seen()
