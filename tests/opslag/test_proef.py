"""A dry run has everything a session has, and leaves nothing behind."""

import os
from pathlib import Path

import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import OpslagError
from sessie_tool.kern.sessie import replace, set_status
from sessie_tool.kern.starten import start_sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.proef import open_proef
from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.zitting import Zitting


@pytest.fixture
def werkmap(tmp_path):
    werkmap = Werkmap(tmp_path / "werkmap")
    sjabloon = load_sjabloon(shipped_sjablonen() / "peer-review.md")
    for titel in ("Avond", "Andere avond"):
        sessie = start_sessie(sjabloon, titel=titel, datum="2026-03-21", new_id=new_id)
        werkmap.create(set_status(sessie, "vastgesteld"), now())
    werkmap.set_opgaven(("Open",))
    return werkmap


def everything(*folders):
    return {pad: pad.read_bytes() for folder in folders for pad in Path(folder).rglob("*") if pad.is_file()}


def test_all_works_in_it_and_afterwards_everything_is_as_it_was(werkmap):
    before, staat = everything(werkmap.pad, state_folder()), state_folder()
    sessie_id = werkmap.rows()[0][0].id
    with open_proef(werkmap, sessie_id, now()) as proef:
        assert (len(proef.werkmap.rows()[0]), proef.werkmap.opgaven()) == (2, ("Open",))
        zitting = Zitting.open(proef.werkmap, proef.sessie, clock=now, new_id=new_id)
        assert zitting.sessie.titel.startswith("PROEF: ")
        zitting.apply("plaats", lambda een: replace(een, plaats="Zaal"))
        zitting.keep_concept(zitting.sessie.stappen[0].id, "half getypt")
        zitting.close()
        assert proef.werkmap.read(proef.sessie).plaats == "Zaal"
        plek = proef.werkmap.pad.parent
    assert not plek.exists()
    assert state_folder() == staat
    assert everything(werkmap.pad, state_folder()) == before


def test_a_session_that_is_not_there_cannot_be_tried_and_the_state_stays_where_it_was(werkmap):
    staat = os.environ.get("SESSIE_STAAT")
    with pytest.raises(OpslagError, match="bestaat niet"), open_proef(werkmap, "zzzz", now()):
        pass
    assert os.environ.get("SESSIE_STAAT") == staat
