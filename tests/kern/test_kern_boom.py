"""A session as plain values, and back."""

import json

import msgspec
import pytest
from hypothesis import given
from kern_strategieen import any_text, sessies

from sessie_tool.kern.boom import clean, from_tree, to_tree
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.bouwstenen.toelichting import Opmerking, Toelichting
from sessie_tool.kern.sessie import Sessie, Stap


def make_sessie(bouwsteen, titel="Proef"):
    stap = Stap(id="s1", titel="Stap", minuten=5, bouwsteen=bouwsteen)
    return Sessie(id="x", titel=titel, datum="2025-03-21", sjabloon="p", soort="p", stappen=(stap,))


@given(sessies(teksten=any_text))
def test_a_session_comes_back_from_its_tree(sessie):
    assert from_tree(json.loads(json.dumps(to_tree(sessie)))) == sessie


@given(sessies(meeste=1))
def test_cleaning_changes_nothing_that_a_file_can_hold(sessie):
    assert clean(sessie) == sessie


def test_a_kind_of_a_newer_version_is_kept_as_it_is():
    tree = to_tree(make_sessie(Toelichting()))
    tree["stappen"][0]["bouwsteen"] = {"soort": "hologram", "records": [{"id": "r1", "licht": [1, {"x": None}]}]}
    sessie = from_tree(tree)
    assert isinstance(sessie.stappen[0].bouwsteen, OnbekendeBouwsteen)
    assert to_tree(sessie) == tree


@pytest.mark.parametrize(
    "bouwsteen",
    (
        5,
        None,
        "signalen",
        {"soort": "signalen", "records": 5},
        {"soort": ["x"]},
        {"soort": "signalen", "records": [{}]},
    ),
)
def test_a_damaged_bouwsteen_is_told_as_such(bouwsteen):
    tree = to_tree(make_sessie(Toelichting()))
    tree["stappen"][0]["bouwsteen"] = bouwsteen
    with pytest.raises(msgspec.ValidationError):
        from_tree(tree)


def test_half_characters_become_visible():
    sessie = make_sessie(Toelichting(records=(Opmerking(id="r1", tekst="a\ud800b 😀"),)), titel="\udfff")
    with pytest.raises(UnicodeEncodeError):
        to_tree(sessie)
    schoon = clean(sessie)
    assert (schoon.titel, schoon.stappen[0].bouwsteen.records[0].tekst) == ("�", "a�b 😀")
    assert to_tree(schoon)


def test_only_a_bouwsteen_may_be_of_an_unknown_kind():
    with pytest.raises(NotImplementedError):
        to_tree(make_sessie(Toelichting(), titel=object()))
