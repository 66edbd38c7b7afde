"""`sessie status … vastgesteld`: when and by whom is kept with the session."""

import json

import pytest

from sessie_tool.opslag import bestand
from sessie_tool.opslag.werkmap import Werkmap


def test_when_and_by_whom_a_verslag_was_vastgesteld_is_kept(sessie_id, goed, als_json):
    assert als_json("toon", sessie_id)["vaststelling"] is None
    goed("status", sessie_id, "vastgesteld", "--door", "de Wetenschappelijke Board", "--datum", "4-4-2025")
    toon = als_json("toon", sessie_id)
    assert toon["vaststelling"] == {"datum": "2025-04-04", "door": "de Wetenschappelijke Board"}
    assert "Status: vastgesteld op 4 april 2025 door de Wetenschappelijke Board" in goed("toon", sessie_id)


def test_a_verslag_cannot_be_vastgesteld_before_its_session(sessie_id, sessie, goed):
    code, _, fout = sessie("status", sessie_id, "vastgesteld", "--datum", "2025-03-19")
    assert code == 2
    assert "20 maart 2025" in fout
    assert goed("status", sessie_id) == "voorbereiding\n"


@pytest.mark.parametrize("woorden", ([], ["afgerond"]))
def test_by_whom_belongs_to_vastgesteld_alone(sessie_id, sessie, woorden):
    code, _, fout = sessie("status", sessie_id, *woorden, "--door", "het college")
    assert code == 2
    assert "horen bij de status vastgesteld" in fout


def test_a_file_from_before_this_was_kept_opens_and_is_simply_vastgesteld(werkmap, sessie_id, goed):
    goed("status", sessie_id, "vastgesteld")
    pad = Werkmap(werkmap).find(sessie_id)
    tables = json.loads(pad.read_bytes())
    del tables["sessie"]["1"]["vaststelling"]
    pad.write_bytes(bestand.encode(bestand.seal(tables)))
    assert "Status: vastgesteld\n" in goed("toon", sessie_id)
