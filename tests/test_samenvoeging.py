"""Two versions of one session become one: as one change, with the copy kept, and nothing lost half-way."""

import shutil
import signal

import msgspec
import pytest
from zitting_hulp import make_werkmap, open_zitting, start_python, texts, type_lines, use_zitting

from sessie_tool import nu
from sessie_tool.fouten import BezetError, OpslagError, SessieToolError
from sessie_tool.kern.records import remove_records
from sessie_tool.opslag.paar import Kopieslot, read_paar
from sessie_tool.opslag.versies import list_versies
from sessie_tool.samenvoeging import carry_out, describe, list_punten
from sessie_tool.zitting import Zitting


@pytest.fixture
def twee(tmp_path):
    """A werkmap in which the winner of a session and its loser both typed."""
    werkmap, pad = make_werkmap(tmp_path)
    use_zitting(werkmap, pad, "samen")
    verliezer = open_zitting(werkmap, pad)
    winnaar = open_zitting(werkmap, pad, overnemen=True)
    type_lines(winnaar, "van de winnaar")
    type_lines(verliezer, "van de verliezer")
    verliezer.apply("titel", lambda sessie: msgspec.structs.replace(sessie, titel="Anders"))
    verliezer.close()
    winnaar.close()
    return werkmap, pad


def join(werkmap, pad, **keuzes):
    """Bring both together with these choices."""
    paar = read_paar(werkmap, pad.stem.rpartition("-")[2])
    zitting = open_zitting(werkmap, pad)
    try:
        return paar, carry_out(zitting, paar, {"sessie titel": "links", **keuzes}, nu.now(), nu.new_id)
    finally:
        zitting.close()


def test_what_differs_says_on_which_side_it_was_changed(twee):
    werkmap, pad = twee
    punten = list_punten(read_paar(werkmap, pad.stem.rpartition("-")[2]))
    assert [(one.links, one.rechts, one.gewijzigd, one.voorstel) for one in punten] == [
        ("Signalensessie Voorbeeldstad", "Anders", "rechts", None),
        ("van de winnaar", "", "links", "allebei"),
        ("", "van de verliezer", "rechts", "allebei"),
    ]


def test_both_come_together_and_the_copy_stays_among_the_versions(twee):
    werkmap, pad = twee
    paar, samen = join(werkmap, pad)
    assert "samengevoegd" in describe(samen)
    sessie = werkmap.read(paar.links.sessie.id)
    assert texts(sessie) == ["samen", "van de winnaar", "van de verliezer"]
    assert not paar.kopie.exists()
    assert [(rij.kopieen, rij.titel) for rij in werkmap.rows()[0]] == [((), "Signalensessie Voorbeeldstad")]
    versies = list_versies(werkmap.sessies, sessie.id)
    assert {one.titel for one in versies} == {"Signalensessie Voorbeeldstad", "Anders"}
    assert werkmap.rows()[1] == []


def test_one_undo_takes_the_whole_joining_back(twee):
    werkmap, pad = twee
    join(werkmap, pad)
    zitting = open_zitting(werkmap, pad)
    assert zitting.undo() == "twee versies samengevoegd"
    assert texts(zitting.sessie) == ["samen", "van de winnaar"]
    zitting.close()


def test_without_every_choice_nothing_is_changed(twee):
    werkmap, pad = twee
    paar = read_paar(werkmap, pad.stem.rpartition("-")[2])
    zitting = open_zitting(werkmap, pad)
    with pytest.raises(SessieToolError, match="Titel"):
        carry_out(zitting, paar, {}, nu.now(), nu.new_id)
    assert zitting.sessie == paar.links.sessie
    zitting.close()
    assert paar.kopie.exists()


def test_a_copy_that_someone_has_open_stays(twee):
    werkmap, pad = twee
    paar = read_paar(werkmap, pad.stem.rpartition("-")[2])
    bezig = Zitting.open(werkmap, paar.kopie.name, clock=nu.now, new_id=nu.new_id)
    with pytest.raises(BezetError), Kopieslot(paar, nu.now()):
        pass
    bezig.close()


def test_a_copy_that_changed_since_it_was_read_stays(twee):
    werkmap, pad = twee
    paar = read_paar(werkmap, pad.stem.rpartition("-")[2])
    shutil.copy(pad, paar.kopie)
    zitting = open_zitting(werkmap, pad)
    with pytest.raises(BezetError, match="zojuist veranderd"):
        carry_out(zitting, paar, {"sessie titel": "links"}, nu.now(), nu.new_id)
    zitting.close()
    assert paar.kopie.exists()


def test_a_session_that_changed_since_it_was_compared_is_compared_anew(twee):
    werkmap, pad = twee
    paar = read_paar(werkmap, pad.stem.rpartition("-")[2])
    zitting = open_zitting(werkmap, pad)
    eerste = zitting.sessie.stappen[0].bouwsteen.records[0].id
    zitting.apply("weg", lambda sessie: remove_records(sessie, [eerste]))
    with pytest.raises(OpslagError, match="opnieuw naast elkaar"):
        carry_out(zitting, paar, {"sessie titel": "links"}, nu.now(), nu.new_id)
    zitting.close()


def test_stopped_before_the_copy_goes_all_is_still_there(twee, monkeypatch):
    def die(_self):
        raise KeyboardInterrupt

    werkmap, pad = twee
    monkeypatch.setattr(Kopieslot, "remove", die)
    with pytest.raises(KeyboardInterrupt):
        join(werkmap, pad)
    monkeypatch.undo()
    paar, _ = join(werkmap, pad)
    assert texts(werkmap.read(paar.links.sessie.id)) == ["samen", "van de winnaar", "van de verliezer"]


def test_of_more_copies_one_is_named(twee):
    werkmap, pad = twee
    tweede = pad.with_name(f"{pad.stem} (1).json")
    shutil.copy(pad, tweede)
    sessie_id = pad.stem.rpartition("-")[2]
    with pytest.raises(OpslagError, match="2 kopieën"):
        read_paar(werkmap, sessie_id)
    assert read_paar(werkmap, sessie_id, "(1)").kopie == tweede
    assert list_punten(read_paar(werkmap, sessie_id, tweede.name)) == ()
    with pytest.raises(OpslagError, match="is er niet"):
        read_paar(werkmap, sessie_id, "9")


def test_also_of_a_copy_from_another_computer_one_sees_on_which_side_it_was_changed(tmp_path, monkeypatch):
    """What both began from is in neither journal as a whole, but both files say from which sittings they come."""
    werkmap, pad = make_werkmap(tmp_path / "map")
    use_zitting(werkmap, pad, "samen", "ook samen")
    kopie = pad.with_name(f"{pad.stem}-LAPTOP-12.json")
    shutil.copy(pad, kopie)
    use_zitting(werkmap, pad, "hier")
    use_zitting(werkmap, pad, "nog eens hier")
    monkeypatch.setenv("SESSIE_STAAT", str(tmp_path / "andere computer"))
    zitting = Zitting.open(werkmap, kopie.name, clock=nu.now, new_id=nu.new_id)
    eerste = zitting.sessie.stappen[0].bouwsteen.records[0].id
    zitting.apply("weg", lambda sessie: remove_records(sessie, [eerste]))
    zitting.close()
    punten = list_punten(read_paar(werkmap, pad.stem.rpartition("-")[2]))
    assert [(one.links, one.rechts, one.gewijzigd) for one in punten] == [
        ("samen", "", "rechts"),
        ("hier", "", "links"),
        ("nog eens hier", "", "links"),
    ]


STERFT = """
import os, signal
from sessie_tool.opslag import paar as module
from sessie_tool.samenvoeging import carry_out

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

werkmap, plek = Werkmap(Path(sys.argv[1])), sys.argv[3]
if plek == "bewaren":
    module.keep_versie = die
elif plek == "weghalen":
    module.Kopieslot.remove = die
elif plek == "wijzigen":
    Zitting.apply = die
else:
    Path.unlink = die
zitting = Zitting.open(werkmap, sys.argv[2], clock=nu.now, new_id=nu.new_id)
carry_out(zitting, module.read_paar(werkmap, sys.argv[2]), {"sessie titel": "links"}, nu.now(), nu.new_id)
"""


@pytest.mark.parametrize("plek", ("bewaren", "wijzigen", "weghalen", "het laatste"))
def test_killed_anywhere_in_the_joining_nothing_is_lost_and_it_can_be_done_again(twee, plek):
    werkmap, pad = twee
    sessie_id = pad.stem.rpartition("-")[2]
    proces = start_python(STERFT, werkmap.pad, sessie_id, plek)
    _, fout = proces.communicate(timeout=30)
    assert proces.returncode == -signal.SIGKILL, fout
    assert werkmap.rows()[0][0].kopieen
    _, samen = join(werkmap, pad)
    assert texts(samen.sessie) == ["samen", "van de winnaar", "van de verliezer"]
    assert texts(werkmap.read(sessie_id)) == texts(samen.sessie)
