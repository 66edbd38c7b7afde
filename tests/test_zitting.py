"""An open session: change, undo, redo, keep."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from zitting_hulp import make_werkmap, open_zitting, texts, type_lines, use_zitting

from sessie_tool import nu
from sessie_tool.fouten import OpslagError, RegelError, SessieToolError, VastgesteldError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.klok import go_to_stap, resume, start
from sessie_tool.kern.records import add_records, move_record, remove_records, replace_records
from sessie_tool.kern.sessie import replace, set_status
from sessie_tool.opslag.bestand import read_bestand
from sessie_tool.opslag.boombouw import grow_tree
from sessie_tool.zitting import Zitting


@pytest.fixture
def plek(tmp_path):
    return make_werkmap(tmp_path)


@pytest.fixture
def zitting(plek):
    zitting = open_zitting(*plek)
    yield zitting
    zitting.close()


def first(zitting):
    return zitting.sessie.stappen[0].id


def test_what_is_typed_is_in_the_file_after_closing(plek):
    zitting = use_zitting(*plek, "Netcongestie remt de nieuwbouw +buiten")
    assert from_tree(read_bestand(plek[1].read_bytes()).boom) == zitting.sessie
    assert texts(zitting.sessie) == ["Netcongestie remt de nieuwbouw"]


def test_a_change_is_there_at_once_and_acknowledged_soon(zitting):
    gemeld = []
    zitting.on_stand = gemeld.append
    begin = time.perf_counter()
    zitting.type_regel(first(zitting), "een")
    assert time.perf_counter() - begin < 0.2
    assert texts(zitting.sessie) == ["een"]
    assert zitting.wait_saved(5)
    assert zitting.stand.wachtend == 0
    assert zitting.stand.opgeslagen
    deadline = time.monotonic() + 5
    while not gemeld and time.monotonic() < deadline:
        time.sleep(0.01)
    assert gemeld[-1].melding == ""


def test_many_lines_are_one_change_and_refused_lines_come_back_with_the_reason(zitting):
    records, geweigerd = zitting.type_regels(first(zitting), ["een", "", "twee +binnen", "drie"])
    assert [record.hoofdtekst for record in records] == ["een", "twee", "drie"]
    assert geweigerd == []
    assert zitting.undo() == "3 signalen getypt"
    assert texts(zitting.sessie) == []


def test_an_empty_line_is_refused_with_a_sentence(zitting):
    with pytest.raises(RegelError, match="Typ eerst"):
        zitting.type_regel(first(zitting), "  ")


def test_undo_and_redo_tell_what_they_did_and_nothing_when_there_is_nothing(zitting):
    assert zitting.undo() == ""
    assert zitting.redo() == ""
    zitting.type_regel(first(zitting), "een")
    assert zitting.undo() == "signaal toegevoegd: een"
    assert zitting.redo() == "signaal toegevoegd: een"
    assert texts(zitting.sessie) == ["een"]


def test_undo_works_after_a_restart_of_the_program(plek):
    use_zitting(*plek, "een", "twee")
    zitting = open_zitting(*plek)
    assert zitting.undo() == "signaal toegevoegd: twee"
    zitting.close()
    zitting = open_zitting(*plek)
    assert zitting.redo() == "signaal toegevoegd: twee"
    zitting.undo()
    zitting.undo()
    assert texts(zitting.sessie) == []
    zitting.close()


def test_undo_leaves_the_clock_and_the_place_alone(zitting):
    zitting.apply("status", lambda sessie: set_status(sessie, "afgerond"))
    zitting.apply("terug", lambda sessie: set_status(sessie, "voorbereiding"))
    tweede = zitting.sessie.stappen[1].id
    zitting.apply("naar stap 2", lambda sessie: start(sessie, tweede, nu.now()), "verloop")
    assert zitting.undo() == "terug"
    assert zitting.sessie.verloop.stap == tweede
    assert zitting.sessie.status == "afgerond"
    assert zitting.redo() == "terug"
    assert zitting.sessie.status == "voorbereiding"


def test_vaststellen_can_be_undone_in_this_sitting_and_not_in_a_later_one(plek):
    zitting = open_zitting(*plek)
    zitting.apply("vastgesteld", lambda sessie: set_status(sessie, "vastgesteld"))
    with pytest.raises(VastgesteldError):
        zitting.type_regel(first(zitting), "te laat")
    zitting.undo()
    zitting.redo()
    zitting.close()
    zitting = open_zitting(*plek)
    with pytest.raises(VastgesteldError):
        zitting.undo()
    zitting.close()


def test_a_change_that_changes_nothing_is_no_change(zitting):
    zitting.apply("niets", lambda sessie: sessie)
    assert zitting.undo() == ""


def test_half_a_character_is_shown_and_kept_as_a_replacement_sign(plek):
    zitting = open_zitting(*plek)
    record = zitting.type_regel(first(zitting), "half \ud800 teken")
    assert record.hoofdtekst == "half \ufffd teken"
    zitting.close()
    assert texts(plek[0].read(zitting.sessie.id)) == ["half \ufffd teken"]


def test_the_line_being_typed_is_kept_and_forgotten_when_it_is_empty(plek):
    zitting = open_zitting(*plek)
    zitting.keep_concept(first(zitting), "half get")
    zitting.keep_concept(first(zitting), "half getypt [/] \ud83d")
    zitting.close()
    zitting = open_zitting(*plek)
    assert zitting.concept(first(zitting)) == "half getypt [/] \ufffd"
    zitting.keep_concept(first(zitting), "")
    zitting.close()
    zitting = open_zitting(*plek)
    assert zitting.concept(first(zitting)) == ""
    assert zitting.concept("andere stap") == ""
    zitting.close()


def test_reading_changes_nothing_and_needs_no_lease(plek):
    werkmap, pad = plek
    schrijver = open_zitting(werkmap, pad)
    type_lines(schrijver, "een")
    lezer = Zitting.lees(werkmap, schrijver.sessie.id, clock=nu.now, new_id=nu.new_id)
    assert lezer.alleen_lezen
    assert texts(lezer.sessie) == ["een"]
    with pytest.raises(OpslagError):
        lezer.undo()
    assert lezer.close().melding == ""
    schrijver.close()


def test_the_omgeving_is_made_once_per_value(zitting):
    assert zitting.omgeving is zitting.omgeving
    zitting.type_regel(first(zitting), "een")
    assert len(zitting.omgeving.records) == 1


def edits(sessie, actie, getal):
    """One of a few changes that a user can make; the numbers choose which and where."""
    stap = sessie.stappen[0]
    records = stap.bouwsteen.records
    if actie == "typ" or not records:
        cls = type(stap.bouwsteen).RECORD
        return add_records(sessie, stap.id, [cls(id=nu.new_id(), tekst=f"signaal {getal} [/] é")])
    record = records[getal % len(records)]
    if actie == "weg":
        return remove_records(sessie, [record.id])
    return move_record(sessie, record.id, getal - 5)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
@given(st.lists(st.tuples(st.sampled_from(["typ", "typ", "weg", "schuif"]), st.integers(0, 9)), max_size=15))
def test_any_edits_come_back_from_the_journal_and_undo_all_gives_the_first_value(tmp_path_factory, acties):
    werkmap, pad = make_werkmap(tmp_path_factory.mktemp("werk"))
    oud = pad.read_bytes()
    zitting = open_zitting(werkmap, pad)
    eerste = zitting.sessie
    for actie, getal in acties:
        voor = zitting.sessie
        zitting.apply(actie, lambda sessie, a=actie, g=getal: edits(sessie, a, g))
        assert grow_tree(voor, to_tree(voor), zitting.sessie) == to_tree(zitting.sessie)
    zitting.close()
    pad.write_bytes(oud)  # as if the file never followed
    assert werkmap.read(eerste.id) == zitting.sessie
    zitting = open_zitting(werkmap, pad)
    while zitting.undo():
        pass
    assert zitting.sessie == eerste
    zitting.close()
    assert werkmap.read(eerste.id) == eerste


def test_a_status_that_also_moved_the_clock_can_be_undone_after_the_clock_went_on(zitting):
    zitting.apply("status lopend", lambda sessie: resume(set_status(sessie, "lopend"), nu.now()))
    tweede = zitting.sessie.stappen[1].id
    zitting.apply("naar stap 2", lambda sessie: go_to_stap(sessie, tweede, nu.now()), "verloop")
    assert zitting.undo() == "status lopend"
    assert (zitting.sessie.status, zitting.sessie.verloop.stap) == ("voorbereiding", tweede)
    assert zitting.redo() == "status lopend"
    assert (zitting.sessie.status, zitting.sessie.verloop.stap) == ("lopend", tweede)


def test_a_change_that_fits_no_more_is_refused_in_dutch_and_changes_nothing(zitting):
    zitting.apply("andere titel", lambda sessie: replace(sessie, titel="Een"))
    zitting.apply("van buiten", lambda sessie: replace(sessie, titel="Twee"), "verloop")
    with pytest.raises(SessieToolError, match="'andere titel' past niet meer"):
        zitting.undo()
    assert zitting.sessie.titel == "Twee"


def with_bereik(bereik, waar):
    """The change that gives a record, or a participant, this bereik."""
    if waar == "deelnemer":
        return lambda oud: replace(oud, deelnemers=tuple(replace(een, bereik=bereik) for een in oud.deelnemers))
    return lambda oud: replace_records(oud, [replace(oud.stappen[0].bouwsteen.records[1], bereik=bereik)])


@pytest.mark.parametrize("waar", ("record", "deelnemer"))
@pytest.mark.parametrize("tekst", ("gewoon", "half \ud800 teken"))
def test_a_value_that_no_file_can_give_back_is_refused_and_changes_nothing(plek, waar, tekst):
    zitting = open_zitting(*plek)
    type_lines(zitting, "een", "twee", "drie", "vier")
    eerder = zitting.sessie
    with pytest.raises(SessieToolError, match="niets veranderd"):
        zitting.apply("fout", lambda oud: replace(with_bereik("", waar)(oud), titel=tekst))
    assert zitting.sessie is eerder
    zitting.apply("goed", with_bereik("begeleider", waar))
    zitting.close()
    assert plek[0].read(eerder.id) == zitting.sessie
