"""Undo and redo reach every change, and a change fits in one line of the journal."""

import itertools
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import one_line, sessies

from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.geschiedenis import (
    Geschiedenis,
    Mutatie,
    apply_mutatie,
    do_again,
    take_back,
)
from sessie_tool.kern.records import add_records, move_record, remove_records, replace_records
from sessie_tool.kern.sessie import Sessie, Stap, Verloop, environment, set_status
from sessie_tool.kern.verschil import VerschilError, apply_verschil, diff

replace = msgspec.structs.replace


@st.composite
def edits(draw, sessie, nummer):
    """One thing that a person can do to a session."""
    ids = sorted(environment(sessie).records)
    soort = draw(st.sampled_from(["nieuw", "titel", "status", *(["weg", "tekst", "schuif"] if ids else [])]))
    if soort == "nieuw":
        stap = next(stap for stap in sessie.stappen if stap.bouwsteen.soort == "signalen")
        return add_records(sessie, stap.id, [Signaal(id=f"n{nummer}", tekst=draw(one_line))])
    if soort == "weg":
        return remove_records(sessie, draw(st.lists(st.sampled_from(ids), max_size=3)))
    if soort == "tekst":
        record = environment(sessie).records[draw(st.sampled_from(ids))]
        return replace_records(sessie, [replace(record, bereik=draw(st.sampled_from(("verslag", "begeleider"))))])
    if soort == "schuif":
        return move_record(sessie, draw(st.sampled_from(ids)), draw(st.integers(-3, 3)))
    if soort == "status":
        return set_status(sessie, draw(st.sampled_from(("voorbereiding", "lopend", "afgerond"))))
    return replace(sessie, titel=draw(one_line), deelnemers=sessie.deelnemers[1:], opgaven=("Open",))


def make_mutatie(soort, omschrijving, oud, nieuw):
    """The change from one value of a session to another."""
    return Mutatie(soort, omschrijving, diff(to_tree(oud), to_tree(nieuw)))


def test_what_an_undo_leaves_alone_stays_the_very_same_value():
    signalen = tuple(Signaal(id=f"s{nummer}", tekst=f"Punt {nummer}") for nummer in range(3))
    stappen = (
        Stap(id="1", titel="Ophalen", minuten=5, bouwsteen=Signalen(records=signalen)),
        Stap(id="2", titel="Nog eens", minuten=5, bouwsteen=Signalen()),
    )
    before = Sessie(id="s", titel="S", datum="2026-03-21", sjabloon="x", soort="x", stappen=stappen)
    after = move_record(before, "s0", 1)
    terug = take_back(after, make_mutatie("doe", "signaal verplaatst", before, after))
    assert terug == before
    assert terug.stappen[1] is after.stappen[1]
    assert all(een is ander for een, ander in zip(terug.stappen[0].bouwsteen.records, signalen, strict=True))


@given(sessies(meeste=2), st.data())
def test_any_edits_can_all_be_undone_and_all_be_done_again(sessie, data):
    waarden = [sessie]
    geschiedenis = Geschiedenis()
    for nummer in range(data.draw(st.integers(1, 6))):
        waarden.append(data.draw(edits(waarden[-1], nummer)))
        geschiedenis = geschiedenis.push(make_mutatie("doe", "iets", *waarden[-2:]))
    for before, after in zip(waarden[-2::-1], waarden[:0:-1], strict=True):
        mutatie = geschiedenis.gedaan[-1]
        boom = to_tree(after)
        assert take_back(after, mutatie, boom) == take_back(after, mutatie) == before
        assert boom == to_tree(after), "the tree that was given is left alone"
        geschiedenis = geschiedenis.push(make_mutatie("ongedaan", "iets", after, before))
    assert not geschiedenis.gedaan
    for before, after in itertools.pairwise(waarden):
        boom = to_tree(before)
        assert do_again(before, geschiedenis.teruggenomen[-1], boom) == after
        assert boom == to_tree(before), "the tree that was given is left alone"
        geschiedenis = geschiedenis.push(make_mutatie("opnieuw", "iets", before, after))
    assert not geschiedenis.teruggenomen


@given(sessies(meeste=2), st.data())
def test_a_journal_of_changes_gives_the_same_session_again(sessie, data):
    tree = to_tree(sessie)
    laatste = sessie
    regels = []
    for nummer in range(data.draw(st.integers(1, 5))):
        nieuw = data.draw(edits(laatste, nummer))
        regels.append(json.dumps(make_mutatie("doe", "iets", laatste, nieuw).verschil))
        laatste = nieuw
    changes = [json.loads(regel) for regel in regels]
    for change in changes:
        apply_verschil(tree, change)
    assert from_tree(tree) == laatste
    assert [json.dumps(change) for change in changes] == regels, "a change is not touched by a later one"
    for change in reversed(changes):
        apply_verschil(tree, change, terug=True)
    assert from_tree(tree) == sessie


def test_one_new_record_is_one_small_change():
    oud = {"records": [{"id": str(nr), "tekst": "x" * 100} for nr in range(500)]}
    nieuw = {"records": [*oud["records"], {"id": "n", "tekst": "y"}]}
    assert diff(oud, nieuw) == [{"pad": ["records"], "start": 500, "voor": [], "na": [{"id": "n", "tekst": "y"}]}]


def test_nothing_changed_is_no_change():
    assert diff({"a": [1], "b": {"c": 2}}, {"a": [1], "b": {"c": 2}}) == []


@pytest.mark.parametrize(
    ("tree", "change"),
    (
        ({"a": 1}, {"pad": ["a"], "voor": 2, "na": 3}),
        ({"a": 1}, {"pad": ["a", "b"], "voor": 2, "na": 3}),
        ({"a": {}}, {"pad": ["a", "b", "c"], "voor": None, "na": 3}),
        ({"a": [{"id": "1"}]}, {"pad": ["a", "@2", "x"], "voor": None, "na": 3}),
        ({"a": [{"id": "1"}]}, {"pad": ["a"], "start": 0, "voor": [{"id": "2"}], "na": []}),
        ({"a": 5}, {"pad": ["a"], "start": 0, "voor": [], "na": []}),
    ),
)
def test_a_change_that_does_not_fit_is_refused(tree, change):
    with pytest.raises(VerschilError):
        apply_verschil(tree, [change])


@given(sessies(meeste=1))
def test_undo_leaves_the_clock_and_the_place_alone(sessie):
    nieuw = replace(sessie, titel="Anders")
    mutatie = make_mutatie("doe", "titel", sessie, nieuw)
    verder = replace(nieuw, verloop=Verloop("s2", "", {"s1": 60.0}, {}))
    terug = take_back(verder, mutatie)
    assert (terug.titel, terug.verloop) == (sessie.titel, verder.verloop)
    assert do_again(terug, mutatie) == verder
    assert apply_mutatie(sessie, mutatie) == nieuw


def test_the_clock_is_no_part_of_the_history():
    doe, loop = Mutatie("doe", "a", []), Mutatie("verloop", "stap", [])
    assert Geschiedenis().push(doe).push(loop) == Geschiedenis((doe,), ())


def test_something_new_forgets_what_was_taken_back():
    doe = Mutatie("doe", "a", [])
    geschiedenis = Geschiedenis().push(doe).push(Mutatie("ongedaan", "a", []))
    assert geschiedenis == Geschiedenis((), (doe,))
    assert geschiedenis.push(doe) == Geschiedenis((doe,), ())


def test_undo_with_nothing_to_undo_changes_nothing():
    assert Geschiedenis().push(Mutatie("ongedaan", "", [])).push(Mutatie("opnieuw", "", [])) == Geschiedenis()
