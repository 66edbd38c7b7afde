"""Accidents: a damaged file, a disk that is full, a folder that goes away. Those by the hundred: tests/verlies."""

import random
import shutil
import signal
import threading
import time

import pytest
from zitting_hulp import make_werkmap, open_zitting, start_python, texts, type_lines, use_zitting

from sessie_tool.fouten import BezetError, OpslagError
from sessie_tool.kern.boom import from_tree
from sessie_tool.opslag import inkorten, lease
from sessie_tool.opslag.bestand import decode, encode, read_bestand, seal
from sessie_tool.opslag.journaal import Journaal
from sessie_tool.opslag.staat import find_staat
from sessie_tool.opslag.versies import list_versies, read_versie, versies_folder


def wait_until(is_so, seconden=8.0):
    eind = time.monotonic() + seconden
    while not is_so():
        assert time.monotonic() < eind, "dit duurt te lang"
        time.sleep(0.01)


@pytest.mark.parametrize("schade", ("half", "leeg", "null", "rommel", "andere letter"))
def test_a_damaged_file_is_recovered_and_kept(tmp_path, schade):
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "een", "twee")
    heel = pad.read_bytes()
    stuk = {
        "half": heel[: len(heel) // 2],
        "leeg": b"",
        "null": b"null",
        "rommel": b"\0" * len(heel),
        "andere letter": heel.replace(b"twee", b"tyee"),
    }[schade]
    pad.write_bytes(stuk)
    zitting = open_zitting(werkmap, pad)
    assert texts(zitting.sessie) == ["een", "twee"]
    assert "hersteld" in zitting.bevindingen[0].bericht
    zitting.close()
    assert in_file(pad) == ["een", "twee"]
    assert [one.read_bytes() for one in versies_folder(werkmap.sessies, zitting.sessie.id).glob("*.txt")] == [stuk]


def test_a_damaged_file_comes_back_from_the_newest_version_when_the_journal_is_gone(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "een")
    zitting = use_zitting(werkmap, pad, "twee")
    find_staat(pad, zitting.sessie.id).journaal.unlink()
    pad.write_bytes(b"")
    assert [one.revisie for one in list_versies(werkmap.sessies, zitting.sessie.id)] == [0, 1]
    zitting = open_zitting(werkmap, pad)
    assert texts(zitting.sessie) == ["een"]
    assert "kijk na of de laatste regels er staan" in zitting.bevindingen[0].advies
    zitting.close()


def test_a_journal_that_cannot_be_read_is_told_and_the_session_opens(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    journaal = find_staat(pad, use_zitting(werkmap, pad, "een").sessie.id).journaal
    journaal.unlink()
    journaal.mkdir()
    zitting = open_zitting(werkmap, pad)
    assert "niet te lezen" in zitting.bevindingen[0].bericht
    type_lines(zitting, "twee")
    zitting.close()
    assert in_file(pad) == ["een", "twee"]


def test_a_damaged_file_without_anything_good_stays_as_it_is_and_the_rest_is_listed(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    slecht = pad.with_name("2024-01-01-slecht-slecht01.json")
    slecht.write_bytes(b"{half")
    with pytest.raises(OpslagError, match="geen goede versie"):
        open_zitting(werkmap, slecht)
    assert slecht.read_bytes() == b"{half"
    rijen, bevindingen = werkmap.rows()
    assert len(rijen) == 1
    assert bevindingen[0].bron == slecht.name
    assert not list((werkmap.sessies / ".bezet").iterdir())


def test_damage_to_the_journal_does_not_reach_the_session(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = use_zitting(werkmap, pad, "een", "twee")
    journaal = find_staat(pad, zitting.sessie.id).journaal
    toeval = random.Random(7)  # noqa: S311  # places to damage, no secret
    for _ in range(20):
        data = bytearray(journaal.read_bytes())
        data[toeval.randrange(len(data))] ^= 1 << toeval.randrange(8)
        journaal.write_bytes(data)
        assert texts(werkmap.read(zitting.sessie.id)) == ["een", "twee"]


def test_a_damaged_line_in_the_journal_makes_no_conflict_of_what_the_file_has(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = use_zitting(werkmap, pad, "een", "twee", "drie")
    journaal = find_staat(pad, zitting.sessie.id).journaal
    lijnen = [lijn for lijn in journaal.read_bytes().split(b"\n") if b'"bewaard"' not in lijn]
    journaal.write_bytes(b"\n".join(lijn.replace(b"twee", b"tyee") for lijn in lijnen))
    zitting = open_zitting(werkmap, pad)
    assert zitting.bevindingen == ()
    assert texts(zitting.sessie) == ["een", "twee", "drie"]
    zitting.close()


def test_entries_that_fit_on_nothing_are_kept_and_told_once(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    begin = pad.read_bytes()
    zitting = use_zitting(werkmap, pad, "een", "twee", "drie")
    journaal = find_staat(pad, zitting.sessie.id).journaal
    lijnen = [lijn for lijn in journaal.read_bytes().split(b"\n") if b'"bewaard"' not in lijn]
    journaal.write_bytes(b"\n".join(lijn.replace(b"twee", b"tyee") for lijn in lijnen))
    pad.write_bytes(begin)  # the file never followed, and the journal is damaged in the middle
    zitting = open_zitting(werkmap, pad)
    assert texts(zitting.sessie) == ["een"]
    assert "past niet meer" in zitting.bevindingen[0].bericht
    zitting.close()
    assert any(b"drie" in one.read_bytes() for one in journaal.parent.glob("*.los"))
    zitting = open_zitting(werkmap, pad)
    assert zitting.bevindingen == ()
    zitting.close()


def test_a_long_journal_is_made_shorter_at_the_end_and_undo_still_works(tmp_path, monkeypatch):
    monkeypatch.setattr(inkorten, "GROOT", 1000)
    monkeypatch.setattr(inkorten, "HOUD", 3)
    werkmap, pad = make_werkmap(tmp_path)
    zitting = use_zitting(werkmap, pad, *(f"regel {nummer}" for nummer in range(20)))
    assert len(Journaal(find_staat(pad, zitting.sessie.id).journaal).read()[0]) == 5
    pad.write_bytes(b"")
    zitting = open_zitting(werkmap, pad)
    assert len(texts(zitting.sessie)) == 20
    assert [zitting.undo() != "" for _ in range(4)] == [True, True, True, False]
    zitting.close()


def test_what_a_crash_in_the_middle_of_a_write_left_is_cleared_away(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    rest = pad.with_name(f".{pad.name}.abc.tmp")
    rest.write_bytes(b"half")
    use_zitting(werkmap, pad, "een")
    assert not rest.exists()


def test_a_whole_file_of_another_shape_is_told_and_left_alone(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    tables = decode(pad.read_bytes())
    tables["sessie"]["1"]["status"] = "onbekend"
    pad.write_bytes(encode(seal(tables)))
    vreemd = pad.read_bytes()
    with pytest.raises(OpslagError, match="waarde die niet kan"):
        open_zitting(werkmap, pad)
    assert pad.read_bytes() == vreemd
    assert len(werkmap.rows()[0]) == 1


def test_a_kept_version_can_be_brought_back_and_that_can_be_undone(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "een")
    zitting = use_zitting(werkmap, pad, "twee")
    versie = list_versies(werkmap.sessies, zitting.sessie.id)[-1]
    zitting = open_zitting(werkmap, pad)
    oud = read_versie(werkmap.sessies, zitting.sessie.id, versie.naam)
    zitting.apply("versie teruggezet", lambda _: oud)
    assert texts(zitting.sessie) == ["een"]
    assert zitting.undo() == "versie teruggezet"
    assert texts(zitting.sessie) == ["een", "twee"]
    zitting.close()
    with pytest.raises(OpslagError, match="bestaat niet"):
        read_versie(werkmap.sessies, zitting.sessie.id, "nooit")


def test_typing_goes_on_while_the_folder_is_gone_and_the_file_catches_up(tmp_path):
    werkmap, pad = make_werkmap(tmp_path / "werk")
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "een")
    (tmp_path / "werk").rename(tmp_path / "weg")
    type_lines(zitting, "twee")
    wait_until(lambda: zitting.stand.achter)
    assert "loopt achter" in zitting.stand.melding
    assert not (tmp_path / "werk").exists()
    (tmp_path / "weg").rename(tmp_path / "werk")
    wait_until(lambda: not zitting.stand.achter)
    assert zitting.stand.melding == ""
    zitting.close()
    assert in_file(pad) == ["een", "twee"]
    assert not list(pad.parent.glob("*-conflict-*"))


def in_file(pad):
    """What the file itself holds, whatever the journal knows."""
    return texts(from_tree(read_bestand(pad.read_bytes()).boom))


def test_a_lease_that_could_not_be_kept_alive_is_taken_again_when_the_folder_is_back(tmp_path, monkeypatch):
    monkeypatch.setattr(lease, "DUUR", 0.3)
    werkmap, pad = make_werkmap(tmp_path / "werk")
    zitting = open_zitting(werkmap, pad)
    (tmp_path / "werk").rename(tmp_path / "weg")
    type_lines(zitting, "een")
    time.sleep(0.6)
    (tmp_path / "weg").rename(tmp_path / "werk")
    wait_until(lambda: not zitting.stand.achter)
    with pytest.raises(BezetError):
        open_zitting(werkmap, pad)
    assert zitting.close().melding == ""
    assert in_file(pad) == ["een"]
    assert not list((werkmap.sessies / ".bezet").iterdir())


def read_session(werkmap, pad):
    return werkmap.read(pad.stem.rpartition("-")[2])


def test_what_was_typed_while_the_folder_was_gone_comes_back_after_a_kill(tmp_path):
    werkmap, pad = make_werkmap(tmp_path / "werk")
    (tmp_path / "weg").mkdir()
    code = """
zitting = open_zitting(Werkmap(Path(sys.argv[1])), Path(sys.argv[2]))
type_lines(zitting, "een")
Path(sys.argv[1]).rename(sys.argv[3])
type_lines(zitting, "twee", "drie")
os.kill(os.getpid(), 9)
"""
    proces = start_python(code, tmp_path / "werk", pad, tmp_path / "weg" / "werk")
    _, fouten = proces.communicate(timeout=30)
    assert proces.returncode == -signal.SIGKILL, fouten
    shutil.move(tmp_path / "weg" / "werk", tmp_path / "werk")
    zitting = open_zitting(werkmap, pad)
    assert texts(zitting.sessie) == ["een", "twee", "drie"]
    assert zitting.undo() == "signaal toegevoegd: drie"
    zitting.close()


def test_a_screen_that_fails_while_it_is_told_something_does_not_stop_the_saving(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = open_zitting(werkmap, pad)
    gemeld = []

    def fail(stand):
        gemeld.append(stand)
        raise RuntimeError("het scherm is weg")

    zitting.on_stand = fail
    type_lines(zitting, "een")
    wait_until(lambda: len(gemeld) > 0)
    type_lines(zitting, "twee")
    assert not zitting.close().achter
    assert texts(read_session(werkmap, pad)) == ["een", "twee"]


def test_a_line_being_typed_right_before_the_end_is_kept(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = open_zitting(werkmap, pad)
    stap, bezig = zitting.sessie.stappen[0].id, threading.Event()

    def hold_up(_):
        """Keep the thread of the journal past its last look at the line until the closing has begun."""
        if threading.current_thread().name == "journaal" and not bezig.is_set():
            bezig.set()
            time.sleep(0.4)

    zitting.on_stand = hold_up
    zitting.type_regel(stap, "een")
    assert bezig.wait(5)
    zitting.keep_concept(stap, "half getypt")
    zitting.close()
    zitting = open_zitting(werkmap, pad)
    assert zitting.concept(stap) == "half getypt"
    zitting.close()


def test_a_file_that_was_made_read_only_is_left_alone_until_it_may_be_written(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    zitting = open_zitting(werkmap, pad)
    pad.chmod(0o444)
    begin = pad.read_bytes()
    type_lines(zitting, "een")
    wait_until(lambda: zitting.stand.achter)
    assert pad.read_bytes() == begin
    pad.chmod(0o644)
    wait_until(lambda: not zitting.stand.achter)
    zitting.close()
    assert in_file(pad) == ["een"]


def test_without_a_journal_the_file_itself_acknowledges(tmp_path, monkeypatch):
    werkmap, pad = make_werkmap(tmp_path)
    (tmp_path / "staat").write_text("een bestand waar een map hoort")
    monkeypatch.setenv("SESSIE_STAAT", str(tmp_path / "staat"))
    zitting = open_zitting(werkmap, pad)
    type_lines(zitting, "een", "twee")
    assert "journaal" in zitting.stand.melding
    assert in_file(pad) == ["een", "twee"]
    (tmp_path / "staat").unlink()
    wait_until(lambda: zitting.stand.melding == "" or type_lines(zitting, "nog een"))
    zitting.close()
    assert texts(read_session(werkmap, pad)) == texts(zitting.sessie)


def test_when_nothing_can_be_written_the_screen_says_so_and_nothing_is_lost(tmp_path, monkeypatch):
    werkmap, pad = make_werkmap(tmp_path / "werk")
    (tmp_path / "staat").write_text("een bestand waar een map hoort")
    monkeypatch.setenv("SESSIE_STAAT", str(tmp_path / "staat"))
    zitting = open_zitting(werkmap, pad)
    (tmp_path / "werk").rename(tmp_path / "weg")
    zitting.type_regel(zitting.sessie.stappen[0].id, "een")
    wait_until(lambda: zitting.stand.melding.startswith("NIET OPGESLAGEN"))
    assert zitting.stand.wachtend == 1
    assert not zitting.wait_saved(0.1)
    (tmp_path / "weg").rename(tmp_path / "werk")
    assert zitting.wait_saved(8)
    zitting.close()
    assert in_file(pad) == ["een"]


def test_a_disk_that_fills_up_loses_nothing(tmp_path):
    werkmap, pad = make_werkmap(tmp_path)
    code = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
zitting = open_zitting(Werkmap(Path(sys.argv[1])), Path(sys.argv[2]))
type_lines(zitting, "een")
journaal = zitting._geladen.staat.journaal.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (journaal + 900, resource.RLIM_INFINITY))
for nummer in range(20):
    zitting.type_regel(zitting.sessie.stappen[0].id, f"vol {nummer} " + "x" * 300)
zitting.wait_saved(1.0)
print(zitting.stand.wachtend, zitting.stand.melding, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert zitting.wait_saved(10)
os.kill(os.getpid(), 9)
"""
    proces = start_python(code, tmp_path, pad)
    uit, fouten = proces.communicate(timeout=30)
    assert proces.returncode == -signal.SIGKILL, fouten
    assert "NIET OPGESLAGEN" in uit
    assert len(texts(read_session(werkmap, pad))) == 21
