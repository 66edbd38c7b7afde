"""Voting in rounds: nothing that was counted gets lost, equal places are said, hidden dots stay hidden."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.fouten import RegelError
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.stem import Stem, join_stemmen, standing
from sessie_tool.kern.bouwstenen.stemming import Stemming
from sessie_tool.kern.bouwstenen.zaal import Zaalblik
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, Stap, environment

DRADEN = RodeDraden(records=tuple(RodeDraad(id=f"r{n}", titel=f"Draad {n}") for n in range(1, 5)))


def make_sessie(stemming):
    return Sessie(
        id="x",
        titel="Proef",
        datum="2026-03-21",
        sjabloon="proef",
        soort="proef",
        deelnemers=(Deelnemer(id="d1", naam="Noor Voorbeeld"), Deelnemer(id="d2", naam="Daan Denkbeeld")),
        stappen=(
            Stap(id="s1", titel="Draden", minuten=5, bouwsteen=DRADEN),
            Stap(id="s2", titel="Kiezen", minuten=5, bouwsteen=stemming),
        ),
    )


def count_dots(stemming, **per_draad):
    for nummer, stippen in enumerate(per_draad.values()):
        stemming, _ = stemming.with_stem(list(per_draad)[nummer], f"t{stemming.ronde}{nummer}", stippen=stippen)
    return stemming


def around(stemming):
    return environment(make_sessie(stemming))


def new_ids():
    nummers = count(1)
    return lambda: f"n{next(nummers)}"


@given(
    st.lists(st.tuples(st.sampled_from(("r1", "r2", "r3", "r4")), st.integers(0, 9), st.integers(0, 2)), max_size=20)
)
def test_no_dot_of_any_round_gets_lost_whatever_is_counted(stappen):
    stemming, nieuw, verwacht = Stemming(), new_ids(), {}
    for draad, stippen, wat in stappen:
        omgeving = around(stemming)
        if wat == 1:
            stemming = stemming.next_round(omgeving, nieuw)
        elif wat == 2 and stemming.border(omgeving):
            stemming = stemming.next_round(omgeving, nieuw, stemming.border(omgeving))
        if draad in [one.id for one in stemming.options(around(stemming))]:
            stemming, _ = stemming.with_stem(draad, nieuw(), stippen=stippen)
            verwacht[draad, stemming.ronde] = stippen
    sessie = make_sessie(stemming)
    assert from_tree(to_tree(sessie)) == sessie
    assert sum(stem.stippen for stem in stemming.records) == sum(verwacht.values())
    assert {
        (s.onderwerp, s.ronde): s.stippen for s in stemming.records if (s.onderwerp, s.ronde) in verwacht
    } == verwacht
    assert join_stemmen(stemming.records, "r1") == stemming.records
    stand = standing(environment(sessie))
    assert len(stand) == len({one.onderwerp for one in stand})


def test_equal_dots_at_the_border_of_what_is_chosen_are_said_and_get_a_round_of_their_own():
    stemming = count_dots(Stemming(stippen=6), r1=5, r2=3, r3=3, r4=1)
    stemming, _ = stemming.with_stem("r1", "-", gekozen=True)
    assert stemming.border(around(stemming)) == ()
    stemming, _ = stemming.with_stem("r2", "-", gekozen=True)
    assert stemming.border(around(stemming)) == ("r2", "r3")
    assert "op de grens van gekozen: keuze 2 wel, keuze 3 niet" in repr(stemming.report(around(stemming)))
    tweede = stemming.next_round(around(stemming), new_ids(), ("r2", "r3"))
    assert [one.id for one in tweede.options(around(tweede))] == ["r2", "r3"]
    assert (tweede.ronde, tweede.tally(), tweede.gekozen) == (2, {"r2": 0, "r3": 0}, {"r1"})
    tweede, _ = count_dots(tweede, r2=4, r3=8).with_stem("r3", "-", gekozen=True)
    assert tweede.gekozen == {"r1", "r3"}
    verslag = repr(tweede.report(around(tweede)))
    assert "Uitslag van ronde 2: 12 stippen" in verslag
    assert "Stippen in ronde 1: 12 stippen" in verslag
    assert {one.onderwerp: one.stippen for one in standing(around(tweede))} == {"r1": 5, "r2": 4, "r3": 8, "r4": 1}


def test_without_a_choice_the_border_is_the_first_place():
    stemming = count_dots(Stemming(), r1=2, r3=2, r4=1)
    assert stemming.border(around(stemming)) == ("r1", "r3")
    assert Stemming().border(around(Stemming())) == ()


def test_a_hidden_stemming_says_how_much_is_counted_but_not_on_what_until_it_is_revealed():
    assert Stemming.read_instelling("stemmen", "verborgen") == "verborgen"
    stemming = count_dots(Stemming(stippen=3, stemmen="verborgen"), r1=2, r2=2)
    omgeving = around(stemming)
    kop, zin = stemming.tell(omgeving)
    assert kop == "4 van 6 stippen geteld · 3 per deelnemer · nog 2"
    assert "nog verborgen" in zin
    assert "plaatsen" not in stemming.summary(omgeving)
    assert "●" not in repr(stemming.zaal(omgeving, Zaalblik(stippen=True, uitslag=True)))
    assert any("nog niet onthuld" in zin for zin in stemming.missing(omgeving))
    onthuld = Stemming(stippen=3, stemmen="verborgen", onthuld=1, records=stemming.records)
    assert onthuld.summary(omgeving)["plaatsen"] == {"r1": 1, "r2": 1}
    assert onthuld.next_round(omgeving, new_ids()).verborgen
    te_veel = count_dots(onthuld, r1=9)
    assert te_veel.describe_budget(omgeving).endswith("▲ 5 meer dan er zijn")


def test_a_file_from_before_there_were_rounds_opens_as_round_one():
    boom = to_tree(make_sessie(count_dots(Stemming(), r1=2)))
    bouwsteen = boom["stappen"][1]["bouwsteen"]
    for naam in ("stemmen", "onthuld", "beperkt"):
        bouwsteen.pop(naam, None)
    bouwsteen["records"][0].pop("ronde")
    stemming = from_tree(boom).stappen[1].bouwsteen
    assert stemming.records == (Stem(id="t10", onderwerp="r1", stippen=2),)
    assert not stemming.verborgen


TYPED = count(1)


def type_in(stemming, *regels):
    for regel in regels:
        stemming, _ = stemming.apply_regel(regel, around(stemming), f"t{next(TYPED):04}")
    return stemming


def test_dots_by_name_count_with_the_others_and_keep_to_the_budget_of_that_person():
    stemming = type_in(Stemming(stippen=3), "2=4 1=1", "@noor 2=1 3=2", '1=2 @"Daan Denkbeeld"')
    assert stemming.tally() == {"r2": 5, "r1": 3, "r3": 2}
    assert stemming.named("Noor Voorbeeld") == {"r2": 1, "r3": 2}
    assert stemming.describe_person("Daan Denkbeeld", around(stemming)) == "Daan Denkbeeld: 2 van 3 stippen, nog 1"
    assert "Keuze 2 Draad 2: 5 stippen." in stemming.tell(around(stemming))
    assert type_in(stemming, "@Noor 3=0", "2=2").tally() == {"r2": 2, "r1": 3, "r3": 0}
    assert type_in(stemming, "2=0").named("Noor Voorbeeld") == {"r3": 2}
    for regel, reden in (
        ("@noor 1=1", "Noor Voorbeeld heeft 3 stippen, en dit zijn er samen 4"),
        ("@Jansen 1=1", "geen deelnemer"),
        ("3=1", "staan al 2 stippen op naam"),
        ("@noor 9=1", "Keuze 9 is er niet"),
        ("@noor 1=1 @daan", "geen telling"),
    ):
        with pytest.raises(RegelError, match=reden):
            type_in(stemming, regel)


def test_who_placed_a_dot_stands_in_no_verslag_and_in_no_room():
    stemming = type_in(Stemming(stippen=3), "@noor 2=3")
    omgeving = around(stemming)
    assert "Noor" not in repr(stemming.report(omgeving))
    assert "Noor" not in repr(stemming.zaal(omgeving, Zaalblik(namen=True, stippen=True, uitslag=True)))


def test_dots_of_one_person_stay_hers_when_two_options_become_one():
    stemming = type_in(Stemming(stippen=3), "@noor 1=1", "@daan 1=2", "1=4")
    samen = join_stemmen((*stemming.records, Stem(id="z", onderwerp="r1", stippen=2, wie="Noor Voorbeeld")), "r1")
    assert {one.wie: one.stippen for one in samen} == {"": 1, "Noor Voorbeeld": 3, "Daan Denkbeeld": 2}


def test_more_dots_than_there_are_people_for_is_something_to_look_at():
    te_veel = type_in(Stemming(stippen=3), "1=7!")
    assert te_veel.missing(around(te_veel)) == (
        "Er is 1 stip meer geteld dan de aanwezigen samen hebben. Klopt de telling?",
    )
    assert type_in(te_veel, "1=6").missing(around(te_veel)) == ()


def test_a_whole_hidden_stemming_with_a_tie_goes_by_typed_lines_alone():
    stemming = type_in(Stemming(stippen=6), "verberg", "1=4 2=4 3=1")
    assert stemming.verborgen
    assert all(stem.stippen == 0 for stem in stemming.seen().records)
    with pytest.raises(RegelError, match="nog verborgen"):
        type_in(stemming, "ronde gelijk")
    tweede = type_in(stemming, "onthul", "ronde gelijk", "onthul", "2=5!")
    assert (tweede.ronde, tweede.gekozen) == (2, {"r2"})
    assert [one.id for one in tweede.options(around(tweede))] == ["r1", "r2"]
    assert tweede.at(1).tally() == {"r1": 4, "r2": 4, "r3": 1, "r4": 0}
    derde = type_in(tweede, "ronde")
    assert len(derde.options(around(derde))) == 4
    vierde = type_in(derde, "1=1", "Ronde 1, 4")
    assert [one.id for one in vierde.options(around(vierde))] == ["r1", "r4"]
    assert len({one.id for one in derde.records}) == len(derde.records)
