"""`sessie controleer --herstel`: what is damaged comes back from the newest good value, and nothing is thrown away."""

import json
import os
import shutil

import pytest
from schade_hulp import PLAATS, STUK, VREEMD
from zitting_hulp import make_sessie, make_werkmap, open_zitting, texts, use_zitting

from sessie_tool import nu
from sessie_tool.cli.hoofd import main
from sessie_tool.kern.redden import TITEL, read_teksten
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.bestand import encode, seal
from sessie_tool.opslag.herstellen import Hersteller
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.staat import find_staat, state_folder

TEKSTEN = ["Netcongestie remt de nieuwbouw", 'Een tweede signaal met "aanhaling" en é']


@pytest.fixture
def werkmap(tmp_path):
    werkmap, pad = make_werkmap(tmp_path, make_sessie("Een die heel is"), make_sessie("De andere"))
    use_zitting(werkmap, pad, *TEKSTEN)
    return werkmap


@pytest.fixture
def pad(werkmap):
    return next(pad for pad in werkmap.files() if "de-andere" in pad.name)


def repair(werkmap):
    hersteller = Hersteller(werkmap, clock=nu.now, new_id=nu.new_id)
    return [een.soort for een in hersteller.repair([*werkmap.files(), werkmap.sessies / gedeeld.NAAM])]


def kept(werkmap):
    return [een.read_bytes() for een in (werkmap.sessies / ".versies").rglob("beschadigd-*")]


@pytest.mark.parametrize("schade", STUK)
def test_a_damaged_session_comes_back_whole_and_a_second_time_nothing_is_left_to_do(werkmap, pad, schade):
    was = load(pad).sessie
    stuk = STUK[schade](pad.read_bytes())
    pad.write_bytes(stuk)
    assert repair(werkmap) == ["hersteld"]
    assert load(pad).sessie == was
    assert load(pad).bevindingen == ()
    assert stuk in kept(werkmap)
    assert repair(werkmap) == []


def test_a_damaged_session_under_another_name_comes_back_by_the_id_inside_it(werkmap, pad):
    was = load(pad).sessie
    ander = pad.rename(pad.with_name("Mijn sessie.json"))
    ander.write_bytes(STUK["afgekapt op 70%"](ander.read_bytes()))
    assert repair(werkmap) == ["hersteld"]
    assert load(ander).sessie == was
    assert repair(werkmap) == []


@pytest.mark.parametrize("schade", ("een letter anders", "twee keer dezelfde naam", "merk voor UTF-8"))
def test_a_file_that_was_only_changed_outside_the_program_opens_again_as_it_stands(werkmap, pad, schade):
    stuk = STUK[schade](pad.read_bytes())
    pad.write_bytes(stuk)
    shutil.rmtree(werkmap.sessies / ".versies")
    shutil.rmtree(state_folder())
    assert repair(werkmap) == ["gered"]
    assert len(texts(load(pad).sessie)) == len(TEKSTEN)
    assert stuk in kept(werkmap)
    assert repair(werkmap) == []


def test_what_was_changed_outside_the_program_into_what_cannot_be_is_mended_at_once(werkmap, pad):
    pad.write_bytes(pad.read_bytes().replace(b'"minuten": 30', b'"minuten": -30'))
    shutil.rmtree(werkmap.sessies / ".versies")
    shutil.rmtree(state_folder())
    assert repair(werkmap) == ["gered", "hersteld"]
    assert (load(pad).sessie.stappen[0].minuten, load(pad).bevindingen) == (0, ())
    assert repair(werkmap) == []


@pytest.mark.parametrize("schade", ("afgekapt op 70%", "status bestaat niet", "UTF-16", "leeg"))
def test_when_nothing_good_is_left_every_text_that_can_be_read_is_saved(werkmap, pad, schade):
    stuk = STUK[schade](pad.read_bytes())
    pad.write_bytes(stuk)
    shutil.rmtree(werkmap.sessies / ".versies")
    shutil.rmtree(state_folder())
    assert repair(werkmap) == ["gered"]
    assert stuk in kept(werkmap)
    gered = [werkmap.read(rij.id) for rij in werkmap.rows()[0] if rij.titel == TITEL]
    assert [all(tekst in een.niet_geplaatst for tekst in TEKSTEN) for een in gered] == (
        [] if schade == "leeg" else [True]
    )
    assert repair(werkmap) == []


@pytest.mark.parametrize("schade", VREEMD)
def test_a_value_that_cannot_be_is_mended_in_the_file_and_the_older_file_is_kept(werkmap, pad, schade):
    vreemd = VREEMD[schade](pad.read_bytes())
    pad.write_bytes(vreemd)
    was = load(pad).sessie
    assert repair(werkmap) == ["hersteld"]
    assert load(pad).sessie == was
    assert load(pad).bevindingen == ()
    assert vreemd in [een.read_bytes() for een in (werkmap.sessies / ".versies").rglob("*.json")]
    assert repair(werkmap) == []


def test_a_file_that_is_behind_its_journal_is_brought_up_to_date(werkmap, pad):
    oud = pad.read_bytes()
    zitting = use_zitting(werkmap, pad, "Een derde")
    pad.write_bytes(oud)
    assert repair(werkmap) == ["hersteld"]
    shutil.rmtree(find_staat(pad, zitting.sessie.id).journaal.parent)
    assert texts(load(pad).sessie)[-1] == "Een derde"


def test_a_session_that_somebody_has_open_is_passed_over(werkmap, pad):
    zitting = open_zitting(werkmap, pad)
    pad.write_bytes(b"stuk")
    assert repair(werkmap) == ["overgeslagen"]
    assert pad.read_bytes() == b"stuk"
    zitting.close()
    repair(werkmap)
    assert texts(load(pad).sessie) == TEKSTEN


def test_the_file_of_the_werkmap_comes_back_from_its_copy_else_begins_anew(werkmap):
    bestand = werkmap.sessies / gedeeld.NAAM
    werkmap.set_opgaven(("Veilig",))
    goed = gedeeld.read_table(werkmap.sessies, "opgaven")
    bestand.write_bytes(b"stuk")
    assert repair(werkmap) == ["hersteld"]
    assert gedeeld.read_table(werkmap.sessies, "opgaven") == goed
    assert not gedeeld.is_damaged(werkmap.sessies)
    bestand.write_bytes(b"weer stuk")
    (werkmap.sessies / ".versies" / gedeeld.KOPIE / gedeeld.NAAM).write_bytes(b"ook stuk")
    assert repair(werkmap) == ["gered"]
    assert repair(werkmap) == []
    assert {b"stuk", b"weer stuk"} <= set(kept(werkmap))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="op Windows zijn er geen pijpen")
@pytest.mark.parametrize("schade", PLAATS)
def test_what_is_no_file_is_told_and_left_alone(werkmap, pad, schade):
    PLAATS[schade](pad)
    was = pad.lstat()
    assert repair(werkmap) == ["niet gelukt"]
    assert pad.lstat().st_ino == was.st_ino


def test_what_a_crash_left_long_ago_is_swept_and_what_is_being_written_stays(werkmap, pad):
    oud, nieuw = (pad.with_name(f".{pad.name}.{naam}.tmp") for naam in ("oud", "nieuw"))
    oud.write_bytes(b"half")
    nieuw.write_bytes(b"half")
    os.utime(oud, (0, 0))
    assert repair(werkmap) == ["opgeruimd"]
    assert (oud.exists(), nieuw.exists()) == (False, True)


def test_a_session_of_a_newer_version_with_a_shape_of_its_own_is_left_as_it_is(werkmap, pad):
    tabellen = json.loads(pad.read_bytes())
    tabellen["meta"]["1"]["schema"] = SCHEMA + 1
    tabellen["sessie"]["1"]["titel"] = {"nl": "Een titel per taal"}
    data = encode(seal(tabellen))
    pad.write_bytes(data)
    shutil.rmtree(werkmap.sessies / ".versies")
    assert repair(werkmap) == repair(werkmap) == ["overgeslagen"]
    assert (pad.read_bytes(), kept(werkmap)) == (data, [])


def test_a_file_where_a_folder_of_the_program_belongs_is_told_and_makes_room(werkmap, pad, capsys):
    shutil.rmtree(werkmap.sessies / ".versies")
    (werkmap.sessies / ".versies").write_bytes(b"van een ander")
    assert main(["controleer", "--werkmap", str(werkmap.pad)]) == 1
    assert ".versies: Hier hoort een map te staan." in capsys.readouterr().out
    assert repair(werkmap) == ["hersteld"]
    use_zitting(werkmap, pad, "nog een")
    assert {een.read_bytes() for een in werkmap.sessies.glob(".versies-*")} == {b"van een ander"}
    assert list((werkmap.sessies / ".versies").rglob("*-zitting.json"))
    assert repair(werkmap) == []


def test_the_command_tells_what_it_did_per_file_and_what_is_left(werkmap, pad, capsys):
    pad.write_bytes(b"stuk")
    (werkmap.sjablonen).mkdir()
    (werkmap.sjablonen / "signalensesie.md").write_text("---\nnaam\n")
    opdracht = ["controleer", "--herstel", "--werkmap", str(werkmap.pad)]
    assert main(opdracht) == 1
    uit = capsys.readouterr().out
    assert f"{pad.name}: hersteld. De sessie is terug" in uit
    assert "Kijk hoe het in 'signalensessie' staat" in uit
    (werkmap.sjablonen / "signalensesie.md").unlink()
    assert main([*opdracht, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"bestanden": 2, "hersteld": [], "bevindingen": []}


def test_texts_are_read_from_any_bytes():
    data = b'\xff{"id": "abc12", "tekst": "Een \\"citaat\\" met \\u00e9", "vragen": ["Wat nu?", "Een half'
    assert read_teksten(data) == ['Een "citaat" met é', "Wat nu?", "Een half"]
