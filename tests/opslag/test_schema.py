"""A file of every schema that the program ever wrote keeps opening, with every word that was acknowledged.

In `tests/golden/schema/<schema>` stand session files, the file of a werkmap and journals as that version left them;
two sessions have changes that only the journal knows. `toon.json` is what `sessie toon --json` said of them then.
"""

import json
import shutil
from pathlib import Path

import pytest
from zitting_hulp import open_zitting, texts, use_zitting

from sessie_tool.cli.opdrachten.toon import number_stappen
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.bestand import decode, read_bestand, schema_of
from sessie_tool.opslag.huis import load_huis
from sessie_tool.opslag.journaal import Journaal, Regel
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.staat import find_staat
from sessie_tool.opslag.versies import list_versies
from sessie_tool.opslag.werkmap import Werkmap

GOLDEN = Path(__file__).parent.parent / "golden" / "schema"
ALLE = sorted(pad.name for pad in GOLDEN.iterdir() if pad.is_dir())
ACHTER = [(schema, pad.stem) for schema in ALLE for pad in sorted((GOLDEN / schema / "journaal").iterdir())]
VROEG, PILOT = "vroeg002", "pil25x009"


def lay_out(folder, schema):
    """The werkmap of a schema, with its journals where this computer keeps them."""
    werkmap = Werkmap(folder / "werkmap")
    shutil.copytree(GOLDEN / schema / "sessies", werkmap.sessies)
    for pad in werkmap.files():
        staat = find_staat(pad, pad.stem.rpartition("-")[2])
        journaal = GOLDEN / schema / "journaal" / f"{staat.sessie}.journaal"
        if journaal.exists():
            staat.journaal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(journaal, staat.journaal)
    return werkmap


def lacks(heel, deel, pad=""):
    """Where `heel` does not say what `deel` says; a newer version may say more."""
    if isinstance(deel, dict) and isinstance(heel, dict):
        return [een for naam in deel for een in lacks(heel.get(naam), deel[naam], f"{pad}.{naam}")]
    if isinstance(deel, list) and isinstance(heel, list) and len(heel) == len(deel):
        return [een for nr, waarde in enumerate(deel) for een in lacks(heel[nr], waarde, f"{pad}.{nr}")]
    return [] if heel == deel else [f"{pad}: {deel!r} werd {heel!r}"]


@pytest.mark.parametrize("schema", ALLE)
def test_files_of_every_schema_open_and_show_what_they_showed_then(tmp_path, schema):
    werkmap = lay_out(tmp_path, schema)
    toen = json.loads((GOLDEN / schema / "toon.json").read_bytes())
    rijen, bevindingen = werkmap.rows()
    assert (sorted(rij.id for rij in rijen), bevindingen) == (sorted(toen), [])
    for sessie_id, getoond in toen.items():
        nu_getoond = number_stappen(werkmap.read(sessie_id), werkmap.opgaven())
        assert lacks(json.loads(json.dumps(nu_getoond)), getoond) == []
    assert load_huis(werkmap.sessies).doelstellingen
    assert len(gedeeld.read_table(werkmap.sessies, "banden")) > 1
    assert list_versies(werkmap.sessies, PILOT)


@pytest.mark.parametrize("schema", ALLE)
def test_a_migrated_file_is_what_this_version_would_have_written(schema):
    for pad in sorted((GOLDEN / schema / "sessies").rglob("*.json")):
        if pad.name != gedeeld.NAAM:
            boom = read_bestand(pad.read_bytes()).boom
            ontbreekt = lacks(boom, to_tree(from_tree(boom)))
            assert ontbreekt == [], f"'{pad.name}': geef deze velden hun waarde in opslag/migraties.py"


@pytest.mark.parametrize(("schema", "sessie_id"), ACHTER)
def test_the_first_change_after_an_upgrade_keeps_the_older_file_and_every_word(tmp_path, schema, sessie_id):
    werkmap = lay_out(tmp_path, schema)
    pad = werkmap.find(sessie_id)
    toen = pad.read_bytes()
    voor = werkmap.read(sessie_id)
    zitting = use_zitting(werkmap, pad, "Na het bijwerken")
    assert schema_of(pad.read_bytes()) == SCHEMA
    assert toen in [een.read_bytes() for een in (werkmap.sessies / ".versies" / sessie_id).iterdir()]
    assert werkmap.read(sessie_id) == zitting.sessie
    assert texts(zitting.sessie) == [*texts(voor), "Na het bijwerken"]


def test_what_was_typed_before_and_after_an_upgrade_comes_back_from_the_journal_on_the_older_file(tmp_path):
    werkmap = lay_out(tmp_path, "1")
    pad = werkmap.find(VROEG)
    oud = pad.read_bytes()
    zitting = use_zitting(werkmap, pad, "Na het bijwerken")
    pad.write_bytes(oud)  # a file that was put back
    assert texts(load(pad).sessie)[-3:] == [
        "De zomers worden droger",
        "Wijkcentra worden drukker bezocht",
        "Na het bijwerken",
    ]
    pad.write_bytes(b"stuk")
    shutil.rmtree(werkmap.sessies / ".versies")
    assert load(pad).sessie == zitting.sessie


def test_undo_goes_back_to_the_upgrade_and_no_further(tmp_path):
    werkmap = lay_out(tmp_path, "1")
    pad = werkmap.find(VROEG)
    use_zitting(werkmap, pad, "Na het bijwerken")
    zitting = open_zitting(werkmap, pad)
    assert "Na het bijwerken" in zitting.undo()
    assert zitting.undo() == ""
    zitting.close()
    assert "Na het bijwerken" not in texts(werkmap.read(VROEG))


def test_a_journal_of_a_newer_version_is_left_alone(tmp_path):
    werkmap = lay_out(tmp_path, "1")
    pad = werkmap.find(PILOT)
    staat = find_staat(pad, PILOT)
    journaal = Journaal(staat.journaal)
    journaal.append([Regel("5-later", "4-nieuw005", 5, "", "doe", "iets nieuws", b"[]", SCHEMA + 1)])
    journaal.close()
    inhoud = staat.journaal.read_bytes()
    zitting = open_zitting(werkmap, pad)
    zitting.close()
    assert zitting.alleen_lezen
    assert "nieuwere versie" in str(zitting.bevindingen[0])
    assert staat.journaal.read_bytes() == inhoud


def test_the_werkmap_of_an_older_schema_is_kept_when_it_is_changed(tmp_path):
    werkmap = lay_out(tmp_path, "1")
    oud = (werkmap.sessies / gedeeld.NAAM).read_bytes()
    werkmap.set_opgaven(("Veilig",))
    werkmap.set_opgaven(("Veilig", "Open"))
    assert decode((werkmap.sessies / gedeeld.NAAM).read_bytes())["meta"]["1"]["schema"] == SCHEMA
    assert (werkmap.sessies / ".versies" / gedeeld.KOPIE / "schema-1.json").read_bytes() == oud
    assert load_huis(werkmap.sessies).doelstellingen
