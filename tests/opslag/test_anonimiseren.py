"""Names that go for good: no byte of the werkmap and of this computer holds them, and the content stays."""

import errno
import io
import os
import shutil
import tempfile
import zipfile
from itertools import count
from pathlib import Path

import pytest
from zitting_hulp import make_sessie, open_zitting, texts, type_lines

from sessie_tool.fouten import BezetError, GebruikError, OpslagError
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamloos import Verzoek
from sessie_tool.kern.publiceren import OPENBAAR
from sessie_tool.kern.record import Overname
from sessie_tool.kern.sessie import replace, set_status
from sessie_tool.kern.zoekwoorden import parse_zoekvraag
from sessie_tool.nu import new_id, now
from sessie_tool.opslag import anonimiseren
from sessie_tool.opslag.anonimiseren import Nu, anonimiseer, list_begonnen, make_plan, remove_exports
from sessie_tool.opslag.elders import find_elders, tell_elders
from sessie_tool.opslag.index import databank, plek
from sessie_tool.opslag.namen import conflict_path
from sessie_tool.opslag.sporen import erase, find_sporen
from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.versies import list_versies, versies_folder
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zaal import find_plek
from sessie_tool.opslag.zoeken import search
from sessie_tool.verslaglegging import export_verslag
from sessie_tool.zitting import Zitting

NU = Nu(now, new_id)
XANDER = Deelnemer(id="d1", naam="Xander Zwiqxozw", rol="adviseur")
TSJONK = Deelnemer(id="d2", naam="Gnyp Tsjonk", rol="secretaris", mag_genoemd=True)
GEHEIM = ("zwiqxozw", "xander", "wrokk")


def find_names(*folders, namen=GEHEIM):
    """Every file in which, or in whose name, one of the names stands; a zip is looked into."""
    found = []
    for pad in (pad for folder in folders for pad in Path(folder).rglob("*") if pad.is_file()):
        delen = [os.fsencode(pad.name), data := pad.read_bytes()]
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(pad) as archief:
                delen += map(archief.read, archief.namelist())
        if any(naam.encode() in deel.lower() for deel in delen for naam in namen):
            found.append(pad)
    return found


@pytest.fixture
def leven(tmp_path, own_home, monkeypatch):
    """A werkmap with a closed session that left names everywhere, and where all of that can be."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    werkmap = Werkmap(tmp_path / "werkmap")
    sessie = replace(
        make_sessie("Afscheid van Zwiqxozw"), deelnemers=(XANDER, TSJONK, Deelnemer(id="d3", naam="Brumm Wrokk"))
    )
    pad = werkmap.create(sessie, now())
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, 'Zwiqxozw wil meer groen @"Xander Zwiqxozw"', "Tsjonk ziet minder water", "WROKK: kan het?")
    zitting.keep_concept(sessie.stappen[0].id, "Xander zei nog")
    zitting.close()
    zitting = open_zitting(werkmap, pad)
    zitting.apply("weg", lambda one: replace(one, deelnemers=(XANDER, TSJONK)))
    zitting.apply("klaar", lambda one: set_status(one, "afgerond"))
    zitting.close()
    data = pad.read_bytes()
    werkmap.remove(sessie.id, now())
    for one in (pad, conflict_path(pad, "abc")):
        one.write_bytes(data)
    (versies_folder(werkmap.sessies, sessie.id) / "beschadigd-1.txt").write_text("Xander Zwiqxo", encoding="utf-8")
    (werkmap.sessies / f".{pad.name}.abcd.tmp").write_text("Xander", encoding="utf-8")
    beeld = find_plek(werkmap.pad, sessie.id).beeld
    beeld.parent.mkdir(parents=True)
    beeld.write_text("Zwiqxozw", encoding="utf-8")
    los = next(beeld.parent.parent.glob("journaal/*.journaal")).with_suffix(".abc.los")
    los.write_text("Wrokk", encoding="utf-8")
    monkeypatch.setattr("sessie_tool.opslag.index.KLEIN", 0)
    monkeypatch.setattr(databank, "JONG", 0)
    search(werkmap.sessies, parse_zoekvraag("Zwiqxozw"))  # so there is an index
    assert list(plek.cache_folder().glob("*.sqlite3"))
    (tmp_path / "tmp" / "sessie-proef-999999999-x").mkdir()
    (tmp_path / "tmp" / "sessie-proef-999999999-x" / "kopie.json").write_text("Wrokk", encoding="utf-8")
    return werkmap, sessie.id, (werkmap.pad, own_home, tmp_path / "tmp")


def test_no_byte_holds_a_name_and_what_was_said_stays_in_every_version(leven):
    werkmap, sessie_id, overal = leven
    export_verslag(werkmap, werkmap.read(sessie_id), now().isoformat(), ("docx", "md"))
    export_verslag(werkmap, werkmap.read(sessie_id), now().isoformat(), ("docx",), versie=OPENBAAR)
    next(werkmap.exports.glob("*.md")).unlink()  # its name is still in the bookkeeping
    assert len(find_names(*overal)) > 10
    plan = anonimiseer(werkmap, sessie_id, Verzoek(), NU)
    assert [one.pad for one in plan.exports] == sorted(werkmap.exports.glob("*.docx"))
    remove_exports(werkmap, plan)
    assert find_names(*overal) == []
    sessie = werkmap.read(sessie_id)
    assert (sessie.titel, sessie.status) == ("Afscheid van deelnemer 1", "afgerond")
    assert texts(sessie) == ["Deelnemer 1 wil meer groen", "Tsjonk ziet minder water", "Deelnemer 3: kan het?"]
    assert [one.naam for one in sessie.deelnemers] == ["Deelnemer 1", "Gnyp Tsjonk"]
    assert list_versies(werkmap.sessies, sessie_id)
    assert len(find_sporen(werkmap, sessie_id).sessies) == 2
    assert len(find_sporen(werkmap, sessie_id).prullenbak) == 1
    zitting = open_zitting(werkmap, werkmap.find(sessie_id))
    assert (zitting.undo(), zitting.bevindingen) == ("", ())
    zitting.close()
    assert find_names(*overal) == []


class Stop(BaseException):
    """The power goes."""


@pytest.mark.parametrize("stap", (0, 2, 4, 7, 11, 16))
def test_who_is_stopped_halfway_finishes_it_by_doing_it_again(leven, monkeypatch, stap):
    werkmap, sessie_id, overal = leven
    beurten = count()

    def stop_at(doe):
        def do(*args, **anders):
            if next(beurten) == stap:
                raise Stop
            return doe(*args, **anders)

        return do

    echt = anonimiseren._carry_out

    def carry_out(*args):
        with monkeypatch.context() as patch:
            for naam in ("replace", "unlink"):
                patch.setattr(os, naam, stop_at(getattr(os, naam)))
            return echt(*args)

    with monkeypatch.context() as patch:
        patch.setattr(anonimiseren, "_carry_out", carry_out)
        with pytest.raises(Stop):
            anonimiseer(werkmap, sessie_id, Verzoek(allen=True), NU)
    assert len(texts(werkmap.read(sessie_id))) == 3
    if stap:
        assert sessie_id in str(list_begonnen(werkmap)[0])
        assert list_begonnen(Werkmap(werkmap.pad.parent)) == []
        assert make_plan(werkmap, sessie_id, Verzoek()).is_begonnen
    anonimiseer(werkmap, sessie_id, Verzoek(allen=stap == 0), NU)
    assert find_names(*overal, namen=(*GEHEIM, "tsjonk")) == []
    assert [one.split()[0] for one in texts(werkmap.read(sessie_id))] == ["Deelnemer"] * 3
    assert (list_begonnen(werkmap), len(find_sporen(werkmap, sessie_id).sessies)) == ([], 2)


def test_the_journal_on_another_computer_brings_no_name_back(leven, tmp_path, monkeypatch):
    werkmap, sessie_id, overal = leven
    elders = tmp_path / "andere computer"
    shutil.copytree(state_folder(), elders)
    anonimiseer(werkmap, sessie_id, Verzoek(), NU)
    monkeypatch.setenv("SESSIE_STAAT", str(elders))
    zitting = open_zitting(werkmap, werkmap.find(sessie_id))
    assert (zitting.undo(), zitting.bevindingen) == ("", ())
    zitting.apply("verder", lambda one: replace(one, plaats="Stadhuis"))
    zitting.close()
    assert find_names(werkmap.pad) == []
    assert anonimiseer(werkmap, sessie_id, Verzoek(), NU).naamloos.namen == {}
    assert find_names(*overal, elders) == []


def test_a_full_disk_is_told_and_nothing_is_called_done(leven, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "vol")

    werkmap, sessie_id, _ = leven
    monkeypatch.setattr(anonimiseren, "write_sessie", full)
    with pytest.raises(OpslagError, match="Nog niet alle namen zijn weg: de schijf is vol"):
        anonimiseer(werkmap, sessie_id, Verzoek(), NU)
    assert len(list_begonnen(werkmap)) == 1


def test_a_session_that_runs_or_that_someone_has_open_is_refused_and_nothing_changes(leven):
    werkmap, sessie_id, overal = leven
    lopend = replace(make_sessie(), status="lopend")
    werkmap.create(lopend, now())
    with pytest.raises(GebruikError, match="Rond de sessie eerst af"):
        make_plan(werkmap, lopend.id, Verzoek())
    before = find_names(*overal)
    zitting = open_zitting(werkmap, werkmap.find(sessie_id))
    with pytest.raises(BezetError):
        anonimiseer(werkmap, sessie_id, Verzoek(), NU)
    zitting.close()
    assert set(before) <= set(find_names(*overal))


def test_another_session_with_the_name_and_a_copy_of_the_werkmap_are_told_and_left_alone(leven, tmp_path):
    werkmap, sessie_id, _ = leven
    ander = replace(make_sessie("Vervolg"), aanleiding="Vraag van Xander Zwiqxozw")
    werkmap.create(ander, now())
    kopie = Werkmap(tmp_path / "kopie")
    kopie.sessies.mkdir(parents=True)
    pad = werkmap.find(sessie_id)
    (kopie.sessies / pad.name).write_bytes(pad.read_bytes())
    zitting = open_zitting(kopie, kopie.find(sessie_id))
    zitting.apply("open", lambda one: set_status(one, "lopend"))
    zitting.close()
    plan = make_plan(werkmap, sessie_id, Verzoek())
    assert find_elders(werkmap, sessie_id, plan.naamloos) == [ander.id]
    assert plan.sporen.elders == (str(kopie.find(sessie_id).resolve()),)
    anonimiseer(werkmap, sessie_id, Verzoek(), NU)
    assert open_zitting(kopie, kopie.find(sessie_id)).undo() == "open"


def test_a_session_whose_id_is_a_part_of_another_ones_leaves_that_alone(tmp_path):
    werkmap = Werkmap(tmp_path)
    kort, lang = (replace(make_sessie(one), id=one) for one in ("x004", "uw-x004"))
    for one in (kort, lang):
        pad = werkmap.create(one, now())
        zitting = (
            open_zitting(werkmap, pad) if one is kort else Zitting.open(werkmap, "uw-x004", clock=now, new_id=new_id)
        )
        type_lines(zitting, "Een signaal")
        zitting.close()
        werkmap.sessies.joinpath(f".{pad.name}.k3j2.tmp").write_bytes(b"half")
    sporen = [find_sporen(werkmap, one.id) for one in (kort, lang)]
    alle = [{pad for deel in one[:-1] for pad in deel} for one in sporen]
    assert not alle[0] & alle[1]
    assert [len(one) for one in alle] == [4, 4]
    erase(werkmap, "x004", sporen[0])
    assert texts(werkmap.read("uw-x004")) == ["Een signaal"]


def test_a_session_that_goes_for_good_leaves_nothing(leven):
    werkmap, sessie_id, overal = leven
    erase(werkmap, sessie_id, find_sporen(werkmap, sessie_id))
    assert find_names(*overal, namen=(*GEHEIM, "tsjonk", sessie_id)) == [
        overal[2] / "sessie-proef-999999999-x" / "kopie.json"
    ]


def test_a_last_name_and_the_title_of_where_it_was_taken_over_from_are_told_and_a_street_or_a_first_name_is_not(leven):
    werkmap, sessie_id, _ = leven
    van = Overname("x", sessie_id, "Afscheid van Zwiqxozw, 21 maart 2024")
    bron = make_sessie("Overgenomen")
    stap, *rest = bron.stappen
    signaal = Signaal(id="s1", tekst="meer groen", overgenomen=van)
    over = replace(bron, stappen=(replace(stap, bouwsteen=replace(stap.bouwsteen, records=(signaal,))), *rest))
    zegt = ("WROKKS plan", "De Zwiqxozwkade", "Wrokkig of gnyp", "Tsjonk is er ook")
    achternaam, *anderen = (replace(make_sessie(one), aanleiding=one) for one in zegt)
    for one in (over, achternaam, *anderen):
        werkmap.create(one, now())
    elders = find_elders(werkmap, sessie_id, make_plan(werkmap, sessie_id, Verzoek()).naamloos)
    assert set(elders) == {over.id, achternaam.id}
    assert tell_elders(elders).startswith("Een van deze namen staat ook in 2 andere sessies: ")
    assert (tell_elders(()), "ook in 3 andere sessies: a en nog 2." in tell_elders("abc", 1)) == ("", True)
