"""Files of older and of newer versions of the program."""

import json

import pytest
from zitting_hulp import make_werkmap, open_zitting, texts, use_zitting

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.opslag import bestand
from sessie_tool.opslag.migraties import SCHEMA, migrate


def rewrite(pad, change):
    """Change the tables of a file as another version of the program might have written them."""
    tables = json.loads(pad.read_bytes())
    change(tables)
    pad.write_bytes(bestand.encode(bestand.seal(tables)))
    return pad.read_bytes()


def test_every_step_from_an_older_schema_is_taken_in_order():
    migraties = {0: lambda tables: {**tables, "een": 1}, 1: lambda tables: {**tables, "twee": tables["een"] + 1}}
    assert migrate({}, 0, migraties=migraties, tot=2) == {"een": 1, "twee": 2}


def test_an_older_file_is_migrated_when_it_is_read_and_kept_when_it_is_written(tmp_path, monkeypatch):
    werkmap, pad = make_werkmap(tmp_path)

    def rename(tables):
        sessie = tables["sessie"]["1"]
        sessie["naam"] = sessie.pop("titel")
        tables["meta"]["1"]["schema"] = SCHEMA - 1

    def back(tables):
        sessie = dict(tables["sessie"]["1"])
        sessie["titel"] = sessie.pop("naam")
        return {**tables, "sessie": {"1": sessie}}

    monkeypatch.setitem(bestand.migrate.__kwdefaults__["migraties"], SCHEMA - 1, back)
    oud = rewrite(pad, rename)
    assert open_zitting(werkmap, pad).close().melding == ""
    assert pad.read_bytes() == oud, "only opening it writes nothing"
    use_zitting(werkmap, pad, "Een signaal")
    assert json.loads(pad.read_bytes())["sessie"]["1"]["titel"]
    assert [one.read_bytes() for one in (tmp_path / "sessies/.versies").rglob("*.json")] == [oud]


def test_a_file_of_a_newer_version_opens_only_to_read_and_stays_as_it_is(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)

    def newer(tables):
        tables["meta"]["1"]["schema"] = SCHEMA + 1
        tables["sessie"]["1"]["nieuw_veld"] = "mag niet weg"

    data = rewrite(pad, newer)
    zitting = open_zitting(werkmap, pad)
    assert zitting.alleen_lezen
    assert "nieuwere versie" in str(zitting.bevindingen[0])
    with pytest.raises(OpslagError, match="alleen te lezen"):
        zitting.type_regel(zitting.sessie.stappen[0].id, "Een signaal")
    zitting.close()
    assert pad.read_bytes() == data
    assert not list((tmp_path / "sessies/.bezet").iterdir())


def test_a_kind_of_bouwsteen_that_is_not_known_is_kept_as_it_is(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    vreemd = {"soort": "kristallen_bol", "stand": {"helder": True}, "records": [{"id": "k1", "wat": "iets"}]}
    rewrite(pad, lambda tables: tables["stappen"]["2"].update(bouwsteen=vreemd))
    zitting = use_zitting(werkmap, pad, "Een signaal")
    assert isinstance(zitting.sessie.stappen[1].bouwsteen, OnbekendeBouwsteen)
    assert json.loads(pad.read_bytes())["stappen"]["2"]["bouwsteen"] == vreemd
    assert texts(from_tree(to_tree(werkmap.read(zitting.sessie.id)))) == ["Een signaal"]
