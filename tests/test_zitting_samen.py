"""More than one person: one writer at a time, and nobody's work is lost when that goes wrong."""

import json
import os
import signal
import time

import pytest
from zitting_hulp import make_werkmap, open_zitting, start_python, texts, type_lines, use_zitting

from sessie_tool import nu
from sessie_tool.fouten import BezetError
from sessie_tool.opslag import atomair
from sessie_tool.opslag.bestand import read_bestand
from sessie_tool.opslag.doel import write_sessie
from sessie_tool.opslag.lease import Lease, current_user
from sessie_tool.opslag.namen import CONFLICT
from sessie_tool.zitting import Zitting

HOLDER = """
zitting = open_zitting(Werkmap(Path(sys.argv[1])), Path(sys.argv[2]))
type_lines(zitting, "van de ander")
print("open", flush=True)
sys.stdin.read() if len(sys.argv) > 3 else __import__("time").sleep(60)
"""


@pytest.fixture
def plek(tmp_path):
    return make_werkmap(tmp_path)


@pytest.fixture
def ander(plek, tmp_path):
    """Another program that has the session open."""
    proces = start_python(HOLDER, tmp_path, plek[1])
    assert proces.stdout.readline() == "open\n", proces.stderr.read()
    yield proces
    proces.kill()
    proces.communicate()


def conflicts(pad):
    return [one for one in pad.parent.glob("*.json") if CONFLICT in one.name]


def change_outside(pad, titel):
    """Another computer writes the session: a good file, with an entry that our journal does not know."""
    bestand = read_bestand(pad.read_bytes())
    meta = type(bestand.meta)(revisie=bestand.meta.revisie + 1, laatste=f"{nu.new_id()}-elders")
    write_sessie(pad, {**bestand.boom, "titel": titel}, meta)


def test_a_second_writer_is_refused_with_the_name_of_the_first(plek, ander):
    with pytest.raises(BezetError, match=current_user()) as fout:
        open_zitting(*plek)
    assert not fout.value.elders


def test_the_same_program_cannot_open_a_session_twice(plek):
    zitting = open_zitting(*plek)
    with pytest.raises(BezetError):
        open_zitting(*plek)
    zitting.close()
    open_zitting(*plek).close()


def test_the_lease_of_a_program_that_died_is_taken_over_at_once(plek, ander):
    os.kill(ander.pid, signal.SIGKILL)
    ander.wait()
    zitting = open_zitting(*plek)
    assert texts(zitting.sessie) == ["van de ander"]
    zitting.close()


def test_a_lease_of_another_computer_is_only_taken_over_when_a_person_says_so(plek):
    werkmap, pad = plek
    bezet = werkmap.sessies / ".bezet"
    bezet.mkdir()
    slot = "filelock/2\npid=5\nhost=laptop-12\nmode=lease\ntoken=abc\nduration=30.0\n"
    (bezet / f"{pad.stem}.lock").write_text(slot)
    os.utime(bezet / f"{pad.stem}.lock", (1, 1))
    eigenaar = {"wie": "de Boer", "computer": "laptop-12", "pid": 5, "sinds": "2024-03-21T14:07:00+01:00"}
    (bezet / f"{pad.stem}.json").write_text(json.dumps(eigenaar))
    with pytest.raises(BezetError, match=r"de Boer op laptop-12, sinds 21-03-2024 14:07") as fout:
        open_zitting(werkmap, pad)
    assert fout.value.elders
    zitting = open_zitting(werkmap, pad, overnemen=True)
    type_lines(zitting, "overgenomen")
    zitting.close()
    assert not list(bezet.iterdir())


def test_overnemen_works_also_when_nobody_has_it(plek):
    open_zitting(*plek, overnemen=True).close()


def test_leases_do_not_get_in_the_way_of_the_list(plek):
    zitting = open_zitting(*plek)
    rijen, bevindingen = plek[0].rows()
    assert (len(rijen), bevindingen) == (1, [])
    zitting.close()


def test_whoever_loses_the_lease_keeps_typing_and_both_versions_are_kept(plek):
    werkmap, pad = plek
    verliezer = open_zitting(werkmap, pad)
    type_lines(verliezer, "samen")
    verliezer.close()
    verliezer = open_zitting(werkmap, pad)
    winnaar = open_zitting(werkmap, pad, overnemen=True)
    type_lines(winnaar, "van de winnaar")
    type_lines(verliezer, "van de verliezer")
    stand = verliezer.close()
    assert "overgenomen" in stand.melding
    winnaar.close()
    assert texts(werkmap.read(winnaar.sessie.id)) == ["samen", "van de winnaar"]
    [copy] = conflicts(pad)
    assert [one["tekst"] for one in read_bestand(copy.read_bytes()).boom["stappen"][0]["bouwsteen"]["records"]] == [
        "samen",
        "van de verliezer",
    ]
    opnieuw = open_zitting(werkmap, pad)
    assert opnieuw.bevindingen == ()
    opnieuw.close()
    assert len(conflicts(pad)) == 1


def test_a_file_that_someone_else_changed_is_not_touched_and_ours_stands_beside_it(plek):
    werkmap, pad = plek
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "een")
    zitting.close()
    zitting = open_zitting(werkmap, pad)
    change_outside(pad, "Van buiten")
    van_buiten = pad.read_bytes()
    type_lines(zitting, "twee")
    stand = zitting.close()
    assert "Iemand anders" in stand.melding
    assert pad.read_bytes() == van_buiten
    [copy] = conflicts(pad)
    rijen, bevindingen = werkmap.rows()
    assert [rij.titel for rij in rijen] == ["Van buiten"]
    assert [one.bron for one in bevindingen] == [copy.name]
    assert rijen[0].kopieen == (copy.name,)
    assert texts(werkmap.read(copy.name)) == ["een", "twee"]


def test_what_is_only_in_the_journal_becomes_a_copy_when_the_file_went_another_way(plek):
    werkmap, pad = plek
    use_zitting(werkmap, pad, "een")
    begin = pad.read_bytes()
    use_zitting(werkmap, pad, "nooit in een bestand")
    journaal = next(iter(read_journal(pad)))
    journaal.write_bytes(journaal.read_bytes().rpartition(b'{"type":"bewaard"')[0][:-9])
    pad.write_bytes(begin)
    change_outside(pad, "Van buiten")
    zitting = open_zitting(werkmap, pad)
    assert zitting.sessie.titel == "Van buiten"
    assert "ergens anders veranderd" in zitting.bevindingen[0].bericht
    zitting.close()
    [copy] = conflicts(pad)
    assert b"nooit in een bestand" in copy.read_bytes()
    zitting = open_zitting(werkmap, pad)
    assert zitting.bevindingen == ()
    zitting.close()


def read_journal(pad):
    from sessie_tool.opslag.staat import find_staat

    return [find_staat(pad, pad.stem.rpartition("-")[2]).journaal]


def test_a_lease_is_given_back_only_by_whoever_has_it(plek):
    _, pad = plek
    een, ander = Lease(pad, nu.now()), Lease(pad, nu.now())
    een.take()
    ander.take(overnemen=True)
    assert not een.held()
    een.release()
    assert ander.held()
    ander.release()
    een.ensure()
    assert een.held()
    een.release()


def wait_told(zitting, woord):
    """Wait until the one who types is told; a look at the file takes a second at most."""
    for _ in range(200):
        if woord in zitting.stand.melding:
            return zitting.stand.melding
        time.sleep(0.02)
    return zitting.stand.melding


def test_who_is_taken_over_hears_it_without_typing_and_where_the_next_words_go(plek):
    verliezer = open_zitting(*plek)
    type_lines(verliezer, "in het bestand")
    verliezer.close()
    verliezer = open_zitting(*plek)
    winnaar = open_zitting(*plek, overnemen=True)
    assert "komt in een kopie" in wait_told(verliezer, "overgenomen")
    assert conflicts(plek[1]) == []
    type_lines(verliezer, "nog een")
    [copy] = wait_for_conflict(plek[1])
    assert copy.name in wait_told(verliezer, copy.name)
    verliezer.close()
    winnaar.close()


def wait_for_conflict(pad):
    for _ in range(200):
        if found := conflicts(pad):
            return found
        time.sleep(0.02)
    return []


def test_a_file_replaced_while_nobody_types_is_told_and_what_it_lost_is_put_beside_it(plek):
    werkmap, pad = plek
    zitting = open_zitting(werkmap, pad)
    begin = pad.read_bytes()
    type_lines(zitting, "alleen hier")
    wait_in_file(pad, "alleen hier")
    ander = pad.with_suffix(".nieuw")
    ander.write_bytes(begin)
    ander.replace(pad)
    assert "Iemand anders" in wait_told(zitting, "Iemand anders")
    [copy] = wait_for_conflict(pad)
    zitting.close()
    assert pad.read_bytes() == begin
    assert texts(werkmap.read(copy.name)) == ["alleen hier"]


def wait_in_file(pad, woord):
    for _ in range(200):
        if woord.encode() in pad.read_bytes():
            return
        time.sleep(0.02)


def test_a_file_that_is_only_touched_is_still_ours(plek):
    werkmap, pad = plek
    zitting = open_zitting(werkmap, pad)
    os.utime(pad, (1, 1))
    time.sleep(1)
    type_lines(zitting, "gewoon verder")
    assert zitting.close().melding == ""
    assert conflicts(pad) == []


def test_a_file_put_over_ours_the_moment_after_we_wrote_it_is_not_taken_for_ours(plek, monkeypatch):
    werkmap, pad = plek
    begin = pad.read_bytes()
    echt = atomair.replace_patiently

    def replace_twice(bron, doel, **anders):
        echt(bron, doel, **anders)
        if doel == pad and b"een" in pad.read_bytes():
            pad.with_suffix(".nieuw").write_bytes(begin)
            pad.with_suffix(".nieuw").replace(pad)

    zitting = open_zitting(werkmap, pad)
    monkeypatch.setattr(atomair, "replace_patiently", replace_twice)
    type_lines(zitting, "een")
    [copy] = wait_for_conflict(pad)
    type_lines(zitting, "twee")
    zitting.close()
    assert pad.read_bytes() == begin
    assert texts(werkmap.read(copy.name)) == ["een", "twee"]


def test_a_folder_that_is_away_for_a_while_loses_nothing_of_who_types_and_who_reads_along(plek):
    werkmap, pad = plek
    lezer = Zitting.lees(werkmap, pad.stem.rpartition("-")[2], clock=nu.now, new_id=nu.new_id)
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "voor")
    weg = werkmap.sessies.with_name("weg")
    werkmap.sessies.rename(weg)
    type_lines(zitting, "tijdens")
    assert not lezer.volger.kijk().is_er
    weg.rename(werkmap.sessies)
    assert zitting.close().melding == ""
    lezer.follow(lezer.volger.kijk().geladen)
    assert texts(lezer.sessie) == ["voor", "tijdens"]
    assert conflicts(pad) == []


def replace_from_elsewhere(pad, begin):
    """Another computer went on from `begin`, and what keeps the folders the same lets the last one win."""
    bestand = read_bestand(begin)
    meta = type(bestand.meta)(
        revisie=bestand.meta.revisie + 9,
        laatste=f"{bestand.meta.revisie + 9}-elders",
        stam=(*bestand.meta.stam, bestand.meta.laatste),
    )
    pad.unlink()
    write_sessie(pad, {**bestand.boom, "titel": "Van elders"}, meta)


def test_what_a_synced_folder_threw_over_between_two_sittings_comes_back_as_a_copy_once(plek):
    werkmap, pad = plek
    use_zitting(werkmap, pad, "samen")
    begin = pad.read_bytes()
    use_zitting(werkmap, pad, "alleen hier")
    replace_from_elsewhere(pad, begin)
    zitting = open_zitting(werkmap, pad)
    assert zitting.sessie.titel == "Van elders"
    assert "ergens anders veranderd" in zitting.bevindingen[0].bericht
    [copy] = conflicts(pad)
    assert texts(werkmap.read(copy.name)) == ["samen", "alleen hier"]
    zitting.close()
    zitting = open_zitting(werkmap, pad)
    assert (zitting.bevindingen, conflicts(pad)) == ((), [copy])
    type_lines(zitting, "verder")
    zitting.close()
    copy.unlink()  # somebody looked at it and threw it away
    zitting = open_zitting(werkmap, pad)
    assert (zitting.bevindingen, conflicts(pad)) == ((), [])
    zitting.close()


def test_a_file_that_goes_on_from_ours_has_lost_nothing(plek):
    werkmap, pad = plek
    use_zitting(werkmap, pad, "samen")
    replace_from_elsewhere(pad, pad.read_bytes())
    zitting = open_zitting(werkmap, pad)
    assert (zitting.bevindingen, conflicts(pad)) == ((), [])
    zitting.close()
