"""A vastgesteld verslag stays as it is: a later one gets a number, an equal one is not made twice."""

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.fouten import OpslagError
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.sessie import replace, set_status
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.opslag import exports
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.schrijvers.libreoffice import find_libreoffice
from sessie_tool.schrijvers.merk import is_vastgesteld
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.verslaglegging import export_verslag

EERST, LATER = "2025-03-20T16:00:00", "2025-06-01T09:30:00"
BOEK = ".gemaakt.json"


@pytest.fixture
def werkmap(tmp_path):
    return Werkmap(tmp_path / "werkmap")


@pytest.fixture
def sessie():
    teller = count(1)
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    made = start_sessie(sjabloon, titel="Proef", datum="2025-03-20", new_id=lambda: f"id{next(teller)}")
    return set_status(replace(made, plaats="Zaal 1"), "vastgesteld", Vaststelling("2025-04-04", "het college"))


@pytest.fixture
def huisstijl(tmp_path):
    woord = Document()
    woord.styles["Heading 1"].font.color.rgb = RGBColor(0x33, 0, 0)
    pad = tmp_path / "rood.docx"
    woord.save(str(pad))
    return pad


def export(werkmap, sessie, moment=EERST, formaat="docx", **opties):
    (pad,), bevindingen = export_verslag(werkmap, sessie, moment, (formaat,), **opties)
    return pad, " ".join(map(str, bevindingen))


@pytest.mark.parametrize("vaststelling", (Vaststelling("2025-04-04"), None))
@pytest.mark.parametrize("formaat", ("docx", "md"))
def test_the_same_verslag_later_is_the_same_file_and_is_not_made_again(werkmap, sessie, vaststelling, formaat):
    sessie = replace(sessie, vaststelling=vaststelling)
    eerste, _ = export(werkmap, sessie, EERST, formaat)
    inhoud, gemaakt = eerste.read_bytes(), eerste.stat().st_mtime_ns
    weer, gezegd = export(werkmap, sessie, LATER, formaat)
    assert weer == eerste
    assert f"'{eerste.name}' stond er al en is precies gelijk" in gezegd
    assert (eerste.read_bytes(), eerste.stat().st_mtime_ns) == (inhoud, gemaakt)


def test_another_one_gets_a_number_and_says_which_one_there_was(werkmap, sessie, huisstijl):
    eerste, _ = export(werkmap, sessie)
    inhoud = eerste.read_bytes()
    tweede, gezegd = export(werkmap, sessie, huisstijl=huisstijl)
    assert tweede.name == "2025-03-20-proef-verslag-2.docx"
    assert f"Er is al een vastgesteld verslag: '{eerste.name}'. Dat blijft zoals het is." in gezegd
    assert f"'{tweede.name}'" in gezegd
    assert eerste.read_bytes() == inhoud
    assert export(werkmap, sessie)[0] == eerste, "the first one is still there"
    assert export(werkmap, sessie, huisstijl=huisstijl)[0] == tweede


def test_a_concept_makes_room_for_the_vastgesteld_one_and_a_concept_never_replaces_that(werkmap, sessie):
    concept = replace(sessie, status="afgerond", vaststelling=None)
    pad, gezegd = export(werkmap, concept)
    assert (export(werkmap, sessie)[0], gezegd) == (pad, "")
    assert export(werkmap, concept)[0] != pad


def test_the_open_version_has_a_file_of_its_own(werkmap, sessie):
    assert export(werkmap, sessie)[0] != export(werkmap, sessie, versie=OPENBAAR)[0]


@pytest.mark.parametrize("boek", (b"", b"{", b"[1]", b'{"2025-03-20-proef-verslag.docx": 3}', b"\xff\xfe", None))
def test_without_its_bookkeeping_nothing_that_is_there_is_replaced(werkmap, sessie, boek):
    concept = replace(sessie, status="afgerond", vaststelling=None)
    eerste, _ = export(werkmap, concept)
    inhoud = eerste.read_bytes()
    pad = werkmap.exports / BOEK
    pad.unlink() if boek is None else pad.write_bytes(boek)
    tweede, _ = export(werkmap, replace(concept, plaats="Zaal 2"))
    assert tweede.name == "2025-03-20-proef-verslag-2.docx"
    assert eerste.read_bytes() == inhoud
    assert export(werkmap, replace(concept, plaats="Zaal 3"))[0] == tweede, "what was written since is known again"


def test_one_bad_line_in_the_bookkeeping_costs_only_that_line(werkmap, sessie):
    concept = replace(sessie, status="afgerond", vaststelling=None)
    eerste, _ = export(werkmap, concept)
    boek = json.loads((werkmap.exports / BOEK).read_bytes())
    (werkmap.exports / BOEK).write_text(json.dumps({"iets": None, **boek}), encoding="utf-8")
    assert export(werkmap, replace(concept, plaats="Zaal 2"))[0] == eerste


def test_bookkeeping_of_before_is_read(werkmap, sessie):
    concept = replace(sessie, status="afgerond", vaststelling=None)
    eerste, _ = export(werkmap, concept)
    boek = json.loads((werkmap.exports / BOEK).read_bytes())
    oud = {naam: {"sessie": een["sessie"], "som": een["som"]} for naam, een in boek.items()}
    (werkmap.exports / BOEK).write_text(json.dumps(oud), encoding="utf-8")
    assert export(werkmap, replace(concept, plaats="Zaal 2"))[0] == eerste


def test_a_named_file_that_is_vastgesteld_is_not_replaced_by_another(werkmap, sessie, tmp_path):
    pad = tmp_path / "verslag.docx"
    export(werkmap, sessie, uit=pad)
    inhoud = pad.read_bytes()
    assert "precies gelijk" in export(werkmap, sessie, LATER, uit=pad)[1]
    with pytest.raises(OpslagError, match="is een vastgesteld stuk en blijft zoals het is"):
        export(werkmap, replace(sessie, plaats="Zaal 2"), uit=pad)
    assert pad.read_bytes() == inhoud
    in_exports, _ = export(werkmap, sessie, formaat="md")
    with pytest.raises(OpslagError, match="vastgesteld stuk"):
        export(werkmap, replace(sessie, plaats="Zaal 2"), formaat="md", uit=in_exports)


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is er niet")
def test_word_opendocument_and_pdf_say_themselves_that_they_are_vastgesteld(werkmap, sessie):
    for formaat in ("docx", "odt", "pdf"):
        assert is_vastgesteld(export(werkmap, sessie, formaat=formaat)[0].read_bytes()), formaat
    concept = replace(sessie, status="afgerond", vaststelling=None)
    assert not is_vastgesteld(export(werkmap, concept)[0].read_bytes())


@pytest.mark.parametrize("inhoud", (b"", b"PK\x03\x04", b"%PDF-1.7", b"Vastgesteld", b"PK" + b"\x00" * 100))
def test_a_file_that_says_nothing_is_not_vastgesteld(inhoud):
    assert not is_vastgesteld(inhoud)


def test_what_appears_between_looking_and_writing_is_not_lost(werkmap, sessie, monkeypatch):
    eerste, _ = export(werkmap, replace(sessie, status="afgerond", vaststelling=None))
    echt = exports.write_atomic

    def write(pad, data, *, before_replace=None):
        if pad == eerste:
            Path(pad).write_bytes(b"van een ander")
        echt(pad, data, before_replace=before_replace)

    monkeypatch.setattr(exports, "write_atomic", write)
    tweede, _ = export(werkmap, sessie)
    assert eerste.read_bytes() == b"van een ander"
    assert tweede != eerste


def test_two_programs_that_write_at_once_both_keep_their_file(werkmap, sessie):
    andere = [replace(sessie, id=f"s{nummer}", plaats=f"Zaal {nummer}") for nummer in range(4)]
    with ThreadPoolExecutor(4) as samen:
        paden = [pad for pad, _ in samen.map(lambda een: export(werkmap, een, formaat="md"), andere)]
    assert len(set(paden)) == len(paden)
    assert all(f"Zaal {nummer}" in pad.read_text(encoding="utf-8") for nummer, pad in enumerate(paden))
    assert len(json.loads((werkmap.exports / BOEK).read_bytes())) == len(paden)
