"""Accidents in small doses; `python -m bench verlies` does the same by the hundred."""

import random

import pytest

pytest.importorskip("fcntl", reason="dit werkt met fork en een echte terminal, die er op Windows niet zijn")

from bench.verlies import doden, fouten, rampen, schade, stroom
from bench.verlies.gevallen import GEVALLEN
from bench.verlies.kind import Kinderen
from bench.verlies.opname import Op
from bench.verlies.plek import Plek
from bench.verlies.schijfmodel import BLAD, Schijf
from sessie_tool.opslag.doel import Doel
from sessie_tool.opslag.journaal import Journaal
from sessie_tool.opslag.lease import Lease


@pytest.fixture(scope="module")
def kinderen():
    with Kinderen() as server:
        yield server


@pytest.fixture
def plek(tmp_path):
    return Plek((tmp_path / "plek").resolve())


@pytest.fixture
def toeval():
    return random.Random(20240321)  # noqa: S311  # moments to kill at, no secret


def expect_nothing_lost(gevonden, minstens=1):
    assert gevonden.is_goed, gevonden.voorbeeld
    assert gevonden.aantal >= minstens


# kill -9


@pytest.mark.parametrize(
    ("naam", "stap"),
    (("volgende", 7), ("inkorten", 6), ("concept", 3), ("opgaven", 6), ("opgaven stuk", 4), ("sessie stuk", 4)),
)
def test_a_kill_at_an_operation_on_the_disk_loses_nothing_and_leaves_nothing_behind(kinderen, plek, naam, stap):
    expect_nothing_lost(doden.kill_everywhere(kinderen, plek, naam, stap=stap), 2)


@pytest.mark.parametrize("naam", ("nieuw", "bak", "terug"))
def test_a_session_that_is_made_removed_or_brought_back_is_always_somewhere(kinderen, plek, naam):
    expect_nothing_lost(doden.kill_everywhere(kinderen, plek, naam), 3)


def test_a_kill_at_a_random_moment_loses_nothing_and_undo_still_works(kinderen, plek, toeval):
    gevonden = doden.kill_store(kinderen, plek, 25, toeval)
    expect_nothing_lost(gevonden, 25)
    assert gevonden.erkend > 25


def test_an_id_that_invoer_printed_is_there_after_a_kill(plek, toeval):
    gevonden = doden.kill_invoer(plek, 2, toeval)
    expect_nothing_lost(gevonden, 2)
    assert gevonden.erkend


def test_a_line_that_the_screen_called_saved_is_there_after_a_kill(plek, toeval):
    expect_nothing_lost(doden.kill_terminal(plek, 1, toeval))


# The power goes


@pytest.mark.parametrize("naam", GEVALLEN)
def test_whatever_the_disk_kept_when_the_power_went_nothing_promised_is_lost(kinderen, plek, naam):
    begin, ops = stroom.record(kinderen, plek, naam)
    expect_nothing_lost(stroom.replay(plek, begin, ops, GEVALLEN[naam].beloofd, 40), 3)


@pytest.mark.parametrize(
    ("vergeet", "waaraan"),
    ((lambda op: op.is_map, "verloren"), (lambda op: op.soort == "sync" and not op.is_map, "onleesbaar")),
    ids=("de map", "het bestand"),
)
def test_a_program_that_forgets_a_sync_is_caught(kinderen, plek, vergeet, waaraan):
    begin, ops = stroom.record(kinderen, plek, "eerste")
    assert getattr(stroom.replay(plek, begin, stroom.without(ops, vergeet)), waaraan) > 0


def test_a_sync_that_failed_is_never_trusted(kinderen, plek):
    expect_nothing_lost(fouten.distrust_sync(kinderen, plek, "eerste", 25), 50)


def test_a_journal_that_trusts_what_it_reads_after_a_failed_sync_is_caught(plek):
    begin = {"/w": None, "/w/j": b"een\n"}
    schijf = Schijf(begin)
    schijf.do(Op("open", "/w/j", greep=1))
    for op in (Op("write", "/w/j", greep=1, data=b"x" * BLAD), Op("sync", "/w/j", greep=1, is_mislukt=True)):
        schijf.do(op)
    for op in (Op("write", "/w/j", greep=1, data=b"twee\n"), Op("sync", "/w/j", greep=1)):
        schijf.do(op)
    gevonden = {boom["/w/j"] for boom in schijf.mogelijk()}
    assert all(data.endswith(b"twee\n") for data in gevonden)
    assert any(b"\0" in data for data in gevonden)


def test_a_name_is_only_on_the_disk_when_its_folder_was_synced():
    schijf = Schijf({"/w": None})
    schijf.do(Op("open", "/w/nieuw", greep=1))
    assert {"/w/nieuw" in boom for boom in schijf.mogelijk()} == {True, False}
    schijf.do(Op("sync", "/w", is_map=True))
    assert {"/w/nieuw" in boom for boom in schijf.mogelijk()} == {True}


# The disk refuses


@pytest.mark.parametrize(
    ("naam", "doe", "waar", "stap"),
    (
        ("eerste", "ENOSPC", "journaal", 3),
        ("eerste", "ENOSPC", "werkmap", 6),
        ("volgende", "EIO", "beide", 15),
        ("inkorten", "EROFS", "beide", 9),
        ("opgaven stuk", "ENOSPC", "werkmap", 4),
        ("nieuw", "EACCES", "werkmap", 3),
        ("bak", "EIO", "werkmap", 2),
    ),
)
def test_a_disk_that_refuses_takes_nothing_away(kinderen, plek, naam, doe, waar, stap):
    expect_nothing_lost(fouten.refuse_everywhere(kinderen, plek, naam, doe, waar, stap), 3)


# What happens around the program


@pytest.mark.parametrize("naam", rampen.RAMPEN)
def test_after_a_disaster_every_promised_line_stands_somewhere(kinderen, plek, naam):
    gevonden = rampen.let_happen(plek, kinderen, naam)
    expect_nothing_lost(gevonden)
    assert gevonden.erkend > 1


@pytest.mark.parametrize(
    ("naam", "klasse", "vergeet", "anders"),
    (
        ("staat weg", Journaal, "goes_on", lambda journaal: journaal._fd is not None),
        ("van buiten", Doel, "finish", lambda *_: None),
        ("andere map", Doel, "_require_folder", lambda *_: None),
        ("slot leeg", Lease, "_is_rubble", lambda *_: False),
        ("staat weg", Lease, "_is_rubble", lambda *_: False),
    ),
)
def test_a_program_that_does_not_look_around_is_caught(kinderen, plek, monkeypatch, naam, klasse, vergeet, anders):
    monkeypatch.setattr(klasse, vergeet, anders)
    assert not rampen.let_happen(plek, kinderen, naam).is_goed


# Damage


def test_damage_to_any_file_is_never_silent(plek, toeval):
    proef = schade.Proef(plek)
    for doelwit in schade.targets(proef):
        for soort in (*schade.SCHADE, "één bit"):
            expect_nothing_lost(proef.damage(doelwit, soort, toeval))
