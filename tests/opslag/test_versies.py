"""Earlier versions: why each was kept, what is not kept twice, who may look, and how they are thinned."""

import os
import stat
from datetime import timedelta
from functools import partial

import pytest
from zitting_hulp import make_werkmap, open_zitting, texts, type_lines, use_zitting

from sessie_tool import nu
from sessie_tool.opslag import bestand, versies
from sessie_tool.opslag.migraties import SCHEMA
from sessie_tool.opslag.versies import INLEZEN, MIGRATIE, ZITTING, keep_versie, list_versies, read_versie


@pytest.fixture
def werk(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    return werkmap, pad, pad.stem.rpartition("-")[2]


def reasons(werkmap, sessie_id):
    return [one.aanleiding for one in list_versies(werkmap.sessies, sessie_id)]


def rights(pad):
    return stat.S_IMODE(pad.stat().st_mode)


def test_a_version_says_why_it_was_kept_in_its_name(werk):
    werkmap, pad, sessie_id = werk
    use_zitting(werkmap, pad, "een")
    zitting = open_zitting(werkmap, pad)
    zitting.keep_versie(INLEZEN)
    type_lines(zitting, "twee")
    zitting.close()
    assert reasons(werkmap, sessie_id) == [ZITTING, INLEZEN]  # the start of the second sitting says the same
    laatste = list_versies(werkmap.sessies, sessie_id)[-1]
    assert laatste.naam.endswith(f"-1-{INLEZEN}")
    assert texts(read_versie(werkmap.sessies, sessie_id, laatste.naam)) == ["een"]


def test_many_pasted_lines_are_preceded_by_a_version(werk):
    werkmap, pad, sessie_id = werk
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "een")
    zitting.type_regels(zitting.sessie.stappen[0].id, [f"regel {nummer}" for nummer in range(30)])
    zitting.close()
    assert sorted(reasons(werkmap, sessie_id)) == [INLEZEN, ZITTING]


def test_a_file_of_an_older_layout_is_kept_as_it_was_also_when_little_else_changes(werk):
    werkmap, pad, sessie_id = werk
    tables = bestand.decode(pad.read_bytes())
    tables["meta"]["1"]["schema"] = SCHEMA - 1
    pad.write_bytes(bestand.encode(bestand.seal(tables)))
    oud = pad.read_bytes()
    use_zitting(werkmap, pad, "een")
    versie = list_versies(werkmap.sessies, sessie_id)[0]
    assert versie.aanleiding == MIGRATIE
    assert versie.pad.read_bytes() == oud


def test_the_same_content_is_kept_once(werk):
    werkmap, pad, sessie_id = werk
    meta = bestand.read_bestand(pad.read_bytes()).meta
    keep = partial(keep_versie, werkmap.sessies, sessie_id, pad.read_bytes(), meta)
    eerste = keep(nu.now())
    assert keep(nu.now() + timedelta(days=1), INLEZEN) == eerste
    assert reasons(werkmap, sessie_id) == [ZITTING]


def test_another_content_with_the_same_number_stands_beside_the_first(werk):
    werkmap, pad, sessie_id = werk
    een = bestand.read_bestand(pad.read_bytes())
    ander = bestand.encode(bestand.pack(een.boom | {"titel": "Anders"}, een.meta))
    moment = nu.now()
    for data in (pad.read_bytes(), ander):
        keep_versie(werkmap.sessies, sessie_id, data, een.meta, moment)
    assert [one.titel for one in list_versies(werkmap.sessies, sessie_id)][1] == "Anders"


def test_versions_stay_within_their_room_and_the_one_just_made_is_among_them(werk, monkeypatch):
    werkmap, pad, sessie_id = werk
    een = bestand.read_bestand(pad.read_bytes())
    kies = versies.choose_kept
    ruimte = 5 * len(pad.read_bytes())
    monkeypatch.setattr(versies, "RUIMTE", ruimte)
    monkeypatch.setattr(versies, "choose_kept", lambda *args: kies(*args, ruimte=ruimte))
    begin = nu.now()
    for nummer in range(1, 12):
        meta = bestand.Meta(revisie=nummer)
        data = bestand.encode(bestand.pack(een.boom | {"plaats": f"zaal {nummer}"}, meta))
        keep_versie(werkmap.sessies, sessie_id, data, meta, begin + timedelta(days=nummer))
    over = [one.revisie for one in list_versies(werkmap.sessies, sessie_id)]
    assert len(over) <= 5
    assert (over[0], over[-1]) == (1, 11)
    meta = bestand.Meta(revisie=12)  # the clock jumped back a year
    data = bestand.encode(bestand.pack(een.boom | {"plaats": "zaal 12"}, meta))
    assert keep_versie(werkmap.sessies, sessie_id, data, meta, begin - timedelta(days=366)).exists()


@pytest.mark.skipif(os.name == "nt", reason="op Windows gelden de rechten van de map")
def test_only_their_owner_reads_versions_and_damaged_files(werk):
    werkmap, pad, sessie_id = werk
    werkmap.sessies.chmod(0o755)
    folder = werkmap.sessies / versies.MAP / sessie_id
    folder.mkdir(parents=True, mode=0o755)
    oud = folder / "20200101T000000-0.json"
    oud.write_bytes(pad.read_bytes())
    use_zitting(werkmap, pad, "een")
    use_zitting(werkmap, pad, "twee")
    pad.write_bytes(b"half")
    use_zitting(werkmap, pad, "drie")
    assert {rights(one) for one in (folder, folder.parent)} == {0o700}
    assert len(list(folder.iterdir())) >= 3
    assert {rights(one) for one in folder.iterdir()} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="op Windows gelden de rechten van de map")
def test_who_may_write_in_a_shared_folder_may_keep_versions_there(werk):
    werkmap, pad, sessie_id = werk
    werkmap.sessies.chmod(0o2770)
    use_zitting(werkmap, pad, "een")
    folder = werkmap.sessies / versies.MAP / sessie_id
    assert rights(folder) & 0o777 == 0o770
    assert {rights(one) for one in folder.iterdir()} == {0o660}


def test_an_id_in_a_file_never_leads_out_of_the_folder(werk):
    werkmap, _, _ = werk
    folder = versies.versies_folder(werkmap.sessies, "../../weg")
    assert folder.parent == werkmap.sessies / versies.MAP
    assert versies.versies_folder(werkmap.sessies, "..").name == "__"


def test_a_damaged_file_that_cannot_be_replaced_yet_is_kept_once(werk):
    werkmap, pad, sessie_id = werk
    for inhoud in (b"half", b"half", b"anders", b"half"):
        pad.write_bytes(inhoud)
        versies.keep_damaged(pad, sessie_id, nu.now())
    folder = versies.versies_folder(werkmap.sessies, sessie_id)
    assert [one.read_bytes() for one in sorted(folder.glob("*.txt"))] == [b"half", b"anders", b"half"]


def test_a_clock_that_is_years_ahead_for_a_day_empties_nothing(werk):
    werkmap, pad, sessie_id = werk
    een = bestand.read_bestand(pad.read_bytes())
    begin = nu.now()
    for nummer in range(1, 21):
        meta = bestand.Meta(revisie=nummer)
        data = bestand.encode(bestand.pack(een.boom | {"plaats": f"zaal {nummer}"}, meta))
        keep_versie(werkmap.sessies, sessie_id, data, meta, begin + timedelta(hours=nummer))
    vooruit = begin + timedelta(days=4000)
    keep_versie(werkmap.sessies, sessie_id, pad.read_bytes(), een.meta, vooruit)
    assert len(list_versies(werkmap.sessies, sessie_id)) == 21 - versies.PER_KEER


@pytest.mark.skipif(os.name == "nt", reason="koppelingen vragen op Windows een beheerder")
def test_a_link_among_the_versions_is_not_followed_and_what_it_leads_to_keeps_its_rights(werk, tmp_path):
    werkmap, pad, sessie_id = werk
    use_zitting(werkmap, pad, "een")
    elders = tmp_path / "elders"
    elders.mkdir(mode=0o755)
    buiten = elders / "buiten.json"
    buiten.write_bytes(pad.read_bytes())
    buiten.chmod(0o644)
    folder = versies.versies_folder(werkmap.sessies, sessie_id)
    (folder / "20200101T000000-0-zitting.json").symlink_to(buiten)
    use_zitting(werkmap, pad, "twee")
    assert "20200101T000000-0-zitting" not in [one.naam for one in list_versies(werkmap.sessies, sessie_id)]
    assert rights(buiten) == 0o644
