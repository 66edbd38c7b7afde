"""Two versions of one session side by side: nothing is passed over, and what one chooses is what one gets."""

from itertools import count

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kern_strategieen import sessies

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stem import Stem
from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.omgeving import references
from sessie_tool.kern.records import add_records, move_record, remove_records, replace_records
from sessie_tool.kern.sessie import Sessie, Stap, Verloop, whole
from sessie_tool.kern.verenigen import complete, unite
from sessie_tool.kern.verschillen import compare

replace = msgspec.structs.replace


def make(signalen=("een", "twee"), **anders):
    records = tuple(Signaal(id=f"r{nr}", tekst=tekst) for nr, tekst in enumerate(signalen, 1))
    stappen = (
        Stap(id="s1", titel="Signalen", minuten=10, bouwsteen=Signalen(records=records)),
        Stap(id="s2", titel="Draden", minuten=10, bouwsteen=RodeDraden()),
        Stap(id="s3", titel="Kiezen", minuten=10, bouwsteen=Stemming()),
    )
    basis = {"titel": "Proef", "datum": "2025-03-21", "sjabloon": "p", "soort": "p", "stappen": stappen}
    return Sessie(id="x1", **(basis | anders))


def ids():
    nummers = count(1)
    return lambda: f"n{next(nummers)}"


def choose(links, rechts, **keuzes):
    """Unite with these choices, by what differs ('record_r1'); the rest as it is proposed."""
    punten = compare(links, rechts)
    return unite(links, rechts, complete(punten, {k.replace("_", " "): v for k, v in keuzes.items()}), ids())


def texts(sessie, stap=0):
    return [one.hoofdtekst for one in sessie.stappen[stap].bouwsteen.records]


def points(links, rechts, basis=None):
    return {one.sleutel: one for one in compare(links, rechts, basis)}


def test_the_same_session_twice_has_no_differences():
    assert compare(make(), make()) == ()


def test_a_record_on_one_side_only_is_kept_unless_a_person_decides_otherwise():
    rechts = add_records(make(), "s1", [Signaal(id="r9", tekst="drie")])
    punt = points(make(), rechts)["record r9"]
    assert (punt.links, punt.rechts, punt.voorstel) == ("", "drie", "allebei")
    assert texts(choose(make(), rechts).sessie) == ["een", "twee", "drie"]
    assert texts(choose(make(), rechts, record_r9="links").sessie) == ["een", "twee"]


def test_a_record_that_differs_has_to_be_chosen_and_both_can_be_kept():
    rechts = replace_records(make(), [Signaal(id="r1", tekst="uno")])
    with pytest.raises(SessieToolError, match="signaal 1"):
        choose(make(), rechts)
    assert texts(choose(make(), rechts, record_r1="links").sessie) == ["een", "twee"]
    assert texts(choose(make(), rechts, record_r1="rechts").sessie) == ["uno", "twee"]
    assert texts(choose(make(), rechts, record_r1="allebei").sessie) == ["een", "uno", "twee"]


def test_the_version_that_both_began_from_tells_who_changed_what():
    basis = make()
    links = replace_records(basis, [Signaal(id="r1", tekst="links")])
    rechts = replace(remove_records(basis, ["r2"]), titel="Rechts")
    kanten = {sleutel: punt.gewijzigd for sleutel, punt in points(links, rechts, basis).items()}
    assert kanten == {"record r1": "links", "record r2": "rechts", "sessie titel": "rechts"}
    assert points(links, replace_records(basis, [Signaal(id="r1", tekst="r")]), basis)["record r1"].gewijzigd == "beide"
    assert points(links, rechts)["record r1"].gewijzigd == "onbekend"


def test_fields_of_session_step_and_participant_are_chosen_one_by_one():
    links = make(titel="Links", deelnemers=(Deelnemer(id="d1", naam="Jansen", rol="begeleider"),), opgaven=("A",))
    rechts = make(titel="Rechts", deelnemers=(Deelnemer(id="d1", naam="Janssen", rol="gast"),), opgaven=("B",))
    rechts = replace(rechts, stappen=(replace(rechts.stappen[0], minuten=15), *rechts.stappen[1:]))
    punten = points(links, rechts)
    assert set(punten) == {"sessie titel", "sessie opgaven", "deelnemer d1 naam", "deelnemer d1 rol", "stap s1 minuten"}
    assert (punten["stap s1 minuten"].links, punten["deelnemer d1 naam"].wat) == ("10", "Naam")
    keuzes = dict.fromkeys(punten, "rechts") | {"deelnemer d1 rol": "links", "sessie opgaven": "allebei"}
    samen = unite(links, rechts, keuzes, ids()).sessie
    assert (samen.titel, samen.opgaven, samen.stappen[0].minuten) == ("Rechts", ("A", "B"), 15)
    assert (samen.deelnemers[0].naam, samen.deelnemers[0].rol) == ("Janssen", "begeleider")


def test_the_clock_is_told_in_words():
    verloop = Verloop(stap="s2", besteed={"s1": 545.0}, extra={"s2": -5}, pauze=300.0)
    punt = points(make(), make(verloop=verloop))["sessie verloop"]
    assert punt.links == "stap 1 Signalen · de klok staat stil"
    assert punt.rechts == (
        "stap 2 Draden · de klok staat stil · besteed: stap 1 9 min · meer of minder: stap 2 -5 min · pauze 5 min"
    )
    assert (punt.voorstel, punt.keuzes) == ("links", ("links", "rechts"))


def test_another_order_is_a_difference_of_its_own():
    rechts = move_record(make(), "r1", 1)
    assert points(make(), rechts)["volgorde s1"].rechts == "2 1"
    assert texts(choose(make(), rechts, volgorde_s1="rechts").sessie) == ["twee", "een"]


def test_what_both_sides_added_stays_in_the_order_of_each():
    links = add_records(make(), "s1", [Signaal(id="l1", tekst="l1"), Signaal(id="l2", tekst="l2")])
    rechts = add_records(make(), "s1", [Signaal(id="k1", tekst="k1"), Signaal(id="k2", tekst="k2")])
    assert texts(choose(links, rechts).sessie) == ["een", "twee", "l1", "l2", "k1", "k2"]


def test_a_link_to_what_was_not_chosen_is_cut():
    rechts = add_records(
        make(("een", "twee", "drie")), "s2", [RodeDraad(id="t1", titel="draad", signalen=("r1", "r3"))]
    )
    samen = choose(make(), rechts, record_r3="links").sessie
    assert samen.stappen[1].bouwsteen.records[0].signalen == ("r1",)


def test_what_a_chosen_record_cannot_do_without_comes_along_and_is_told():
    rechts = add_records(make(("een", "twee", "drie")), "s3", [Stem(id="v1", onderwerp="r3", stippen=2)])
    uit = choose(make(), rechts, record_r3="links")
    assert texts(uit.sessie) == ["een", "twee", "drie"]
    assert uit.meegekomen == ("drie",)
    assert choose(make(), rechts, record_r3="links", record_v1="links").meegekomen == ()


def test_dots_on_one_option_are_never_counted_twice():
    links = add_records(make(), "s3", [Stem(id="v1", onderwerp="r1", stippen=2)])
    rechts = add_records(make(), "s3", [Stem(id="v1", onderwerp="r1", stippen=3)])
    assert points(links, rechts)["record v1"].keuzes == ("links", "rechts")


def test_dots_that_both_sides_counted_by_themselves_are_for_a_person_to_judge():
    links = add_records(make(), "s3", [Stem(id="v1", onderwerp="r1", stippen=2), Stem(id="v3", onderwerp="r2")])
    van_een_ander = Stem(id="v4", onderwerp="r1", stippen=1, wie="Sami")
    rechts = add_records(make(), "s3", [Stem(id="v2", onderwerp="r1", stippen=2), van_een_ander])
    punten = points(links, rechts)
    assert {key: punt.voorstel for key, punt in punten.items()} == {
        "record v1": None,
        "record v2": None,
        "record v3": "allebei",
        "record v4": "allebei",
    }
    assert "ook aan de andere kant" in punten["record v1"].wat


def test_a_step_that_only_one_side_has_comes_along_whole():
    extra = Stap(id="s9", titel="Extra", minuten=5, bouwsteen=Signalen(records=(Signaal(id="r9", tekst="negen"),)))
    rechts = replace(make(), stappen=(*make().stappen[:1], extra, *make().stappen[1:]))
    assert [one.id for one in choose(make(), rechts).sessie.stappen] == ["s1", "s9", "s2", "s3"]
    assert [one.id for one in choose(make(), rechts, stap_s9="links").sessie.stappen] == ["s1", "s2", "s3"]


def all_ids(sessie):
    tops = [
        *sessie.deelnemers,
        *sessie.parkeerplaats,
        *(one for stap in sessie.stappen for one in stap.bouwsteen.records),
    ]
    return [deel.id for one in tops for deel in whole(one)]


def dangling(sessie):
    tops = [one for stap in sessie.stappen for one in stap.bouwsteen.records]
    return {ander for one in tops for deel in whole(one) for ander in references(deel)} - {*all_ids(sessie), ""}


@st.composite
def twee_versies(draw):
    """A session, and another one in which records were removed and some come from a second drawing."""
    basis = draw(sessies(meeste=1))
    tops = [one.id for stap in basis.stappen for one in stap.bouwsteen.records]
    weg = st.sets(st.sampled_from(tops), max_size=8) if tops else st.just(set())
    links, rechts = remove_records(basis, draw(weg)), remove_records(basis, draw(weg))
    bestaat = {one.id for stap in rechts.stappen for one in stap.bouwsteen.records}
    anders = draw(weg) & bestaat
    nieuw = [
        replace(one, bereik="begeleider" if one.bereik == "verslag" else "verslag")
        for stap in rechts.stappen
        for one in stap.bouwsteen.records
        if one.id in anders
    ]
    return links, replace(replace_records(rechts, nieuw), titel=draw(st.sampled_from(["Proef", "Anders"])))


@settings(max_examples=40)
@given(twee_versies(), st.data())
def test_after_any_choice_the_session_is_whole_and_holds_what_was_chosen(versies, data):
    links, rechts = versies
    punten = compare(links, rechts)
    keuzes = {punt.sleutel: data.draw(st.sampled_from(punt.keuzes)) for punt in punten}
    uit = unite(links, rechts, keuzes, ids())
    samen = uit.sessie
    assert from_tree(to_tree(samen)) == samen
    assert dangling(samen) == set()
    assert len(all_ids(samen)) == len(set(all_ids(samen)))
    hier, daar, er_is = set(all_ids(links)), set(all_ids(rechts)), set(all_ids(samen))
    assert not uit.vervallen
    for punt in punten:
        soort, _, key = punt.sleutel.partition(" ")
        if soort == "record":
            kant = {"links": hier, "rechts": daar, "allebei": hier | daar}[keuzes[punt.sleutel]]
            assert key not in kant or key in er_is
            if key not in kant and key in er_is:
                assert uit.meegekomen
    assert hier & daar - er_is <= {deel for deel in hier & daar if "-" in deel}
    assert (er_is - hier - daar == set()) or "allebei" in keuzes.values()


@settings(max_examples=20)
@given(twee_versies())
def test_all_left_is_the_left_version_and_all_right_the_right_one(versies):
    links, rechts = versies
    sleutels = [punt.sleutel for punt in compare(links, rechts)]
    assert unite(links, rechts, dict.fromkeys(sleutels, "links"), ids()).sessie == links
    anders = unite(links, rechts, dict.fromkeys(sleutels, "rechts"), ids()).sessie
    assert compare(anders, rechts) == ()
