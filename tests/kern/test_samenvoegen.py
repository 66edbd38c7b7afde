"""Records become one or more: no word and no dot gets lost, and what pointed at them still does."""

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
from sessie_tool.kern.omgeving import references
from sessie_tool.kern.samenvoegen import list_verschillen, merge, split
from sessie_tool.kern.sessie import Sessie, Stap, environment
from sessie_tool.kern.veld import velden

SOORTEN = ("signaal", "rode_draad")


def make_sessie():
    signalen = (
        Signaal(id="s1", tekst="Het net is vol", herkomst="buiten", bron="krant", opgaven=("Open",)),
        Signaal(id="s2", tekst="De stroom is op", herkomst="binnen", soort="trend", ingebracht_door="Noor Voorbeeld"),
        Signaal(id="s3", tekst="Jeugd trekt weg"),
    )
    draden = (RodeDraad(id="r1", titel="Net", signalen=("s2", "s3")), RodeDraad(id="r2", signalen=("s1", "s2")))
    stemmen = (
        Stem(id="t1", onderwerp="s1", stippen=2),
        Stem(id="t2", onderwerp="s2", stippen=3, gekozen=True),
        Stem(id="t3", onderwerp="s2", stippen=4, ronde=2),
        Stem(id="t4", onderwerp="s3", stippen=1),
    )
    inhoud = (Signalen(records=signalen), RodeDraden(records=draden), Stemming(over="signaal", records=stemmen))
    stappen = tuple(Stap(id=f"p{n}", titel="Stap", minuten=1, bouwsteen=een) for n, een in enumerate(inhoud))
    return Sessie(id="x", titel="Proef", datum="2026-03-21", sjabloon="p", soort="p", stappen=stappen)


def dots(sessie):
    return sum(one.stippen for one in environment(sessie).of_type("stem"))


def texts(sessie):
    """Every text that a person typed in a signal or thread."""
    for one in environment(sessie).records.values():
        if one.type_tag() in SOORTEN:
            for name, veld in velden(type(one)).items():
                if veld.vorm in ("regel", "tekst", "deelnemer") and (tekst := getattr(one, name).strip()):
                    yield tekst


def draw_records(data, sessie):
    """Some records of one kind that can become one."""
    omgeving = environment(sessie)
    alle = list(omgeving.of_type(data.draw(st.sampled_from(SOORTEN))))
    gelijk = [one for one in alle if one.bereik == alle[0].bereik]
    return data.draw(st.permutations(gelijk))[: data.draw(st.integers(2, 4))] if len(gelijk) > 1 else []


@settings(max_examples=40)
@given(sessies(), st.data())
def test_merging_loses_no_word_and_no_dot_and_leaves_no_loose_link(sessie, data):
    records = draw_records(data, sessie)
    if not records:
        return
    nieuw = merge(sessie, records)
    weg = {one.id for one in records[1:]}
    omgeving = environment(nieuw)
    assert from_tree(to_tree(nieuw)) == nieuw
    assert dots(nieuw) == dots(sessie)
    assert not weg & omgeving.records.keys()
    assert not [one for one in omgeving.records.values() if weg & {*references(one)}]
    alles = "\n\n\n".join(texts(nieuw))
    assert [tekst for tekst in texts(sessie) if tekst not in alles] == []


@settings(max_examples=40)
@given(sessies(), st.data(), st.lists(st.text(min_size=1), min_size=2, max_size=4))
def test_splitting_keeps_every_dot_with_the_original_and_every_part_in_its_place(sessie, data, teksten):
    signalen = list(environment(sessie).of_type("signaal"))
    if not signalen:
        return
    record, nieuwe = data.draw(st.sampled_from(signalen)), count(1)
    nieuw = split(sessie, record, teksten, lambda: f"nieuw{next(nieuwe)}")
    omgeving = environment(nieuw)
    delen = [record.id, *(f"nieuw{n}" for n in range(1, len(teksten)))]
    assert from_tree(to_tree(nieuw)) == nieuw
    assert [omgeving.records[one].tekst for one in delen] == teksten
    assert [*omgeving.of_type("stem")] == [*environment(sessie).of_type("stem")]
    for oud in environment(sessie).of_type("rode_draad"):
        nu = omgeving.records[oud.id].signalen
        assert {*nu} - {*delen} == {*oud.signalen} - {record.id}
        assert ({*delen} <= {*nu}) == (record.id in oud.signalen)


def test_links_dots_rounds_and_fields_of_both_go_to_the_one_that_stays():
    sessie = make_sessie()
    signalen = sessie.stappen[0].bouwsteen.records
    nieuw = merge(sessie, signalen[:2])
    samen = nieuw.stappen[0].bouwsteen.records[0]
    assert (samen.tekst, samen.herkomst, samen.soort) == ("Het net is vol; De stroom is op", "buiten", "trend")
    assert (samen.bron, samen.ingebracht_door, samen.opgaven) == ("krant", "Noor Voorbeeld", ("Open",))
    assert [one.signalen for one in nieuw.stappen[1].bouwsteen.records] == [("s1", "s3"), ("s1",)]
    stemmen = [(one.onderwerp, one.ronde, one.stippen, one.gekozen) for one in nieuw.stappen[2].bouwsteen.records]
    assert stemmen == [("s1", 1, 5, True), ("s1", 2, 4, False), ("s3", 1, 1, False)]
    assert list_verschillen(signalen[:2], environment(sessie)) == ("Herkomst blijft buiten",)


@pytest.mark.parametrize(
    "wie",
    (
        lambda een: [een],
        lambda een: [een, een],
        lambda een: [een, msgspec.structs.replace(een, id="b", bereik="begeleider")],
    ),
)
def test_what_cannot_become_one_is_refused_in_words(wie):
    sessie = make_sessie()
    with pytest.raises(SessieToolError):
        merge(sessie, wie(sessie.stappen[0].bouwsteen.records[0]))


def test_a_quote_stands_between_quotation_marks_in_the_verslag():
    signalen = Signalen(records=(Signaal(id="a", tekst="Wij wachten", citaat=True), Signaal(id="b", tekst="Net vol")))
    sessie = msgspec.structs.replace(make_sessie(), stappen=(Stap(id="p", titel="S", minuten=1, bouwsteen=signalen),))
    bijlage = repr(signalen.appendix(environment(sessie)))
    assert "“Wij wachten”" in bijlage
    assert "“Net vol”" not in bijlage
    assert environment(sessie).noem("a") == "1 “Wij wachten”"
    assert Signaal(id="c", tekst='"Al zo getypt"', citaat=True).toontekst == '"Al zo getypt"'
