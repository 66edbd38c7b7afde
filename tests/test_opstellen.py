"""What the screen shows of a verslag is what its file will have."""

from itertools import count

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.publiceren import INTERN
from sessie_tool.kern.sessie import replace, set_status
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opstellen import STUKKEN, read_stuk
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.verslaglegging import export_verslag

VERSLAG = STUKKEN[0]


def make_sessie(vaststelling):
    teller = count(1)
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    made = start_sessie(sjabloon, titel="Proef", datum="2025-03-20", new_id=lambda: f"id{next(teller)}")
    return set_status(replace(made, plaats="Zaal 1"), "vastgesteld", vaststelling)


def test_the_preview_of_a_vastgesteld_verslag_has_the_moment_of_its_file(tmp_path):
    werkmap = Werkmap(tmp_path)
    met, zonder = make_sessie(Vaststelling("2025-04-04", "het college")), make_sessie(None)
    export_verslag(werkmap, zonder, "2025-05-01T09:00:00", ("md",))
    for sessie, moment in ((met, "2025-04-04"), (zonder, "2025-05-01T09:00:00")):
        document, _ = read_stuk(VERSLAG, werkmap, sessie, "2026-01-01T12:00:00", INTERN)
        assert document.moment == moment
