"""What the room may see: nothing of the facilitator's own, no names, no dots before they are shown."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kern_strategieen import record_types, records, sessies

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.notities import Notities
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stemming import Stem, Stemming
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, Stap, Verloop, environment
from sessie_tool.kern.veld import velden
from sessie_tool.kern.zaalbeeld import Zaalbeeld, Zaalkeuze, Zaalklok, find_nieuw, make_zaalbeeld

replace = msgspec.structs.replace
GEHEIM = "geheim"


def look(sessie, stap_id="s1", keuze=None, nieuw=""):
    return make_zaalbeeld(sessie, environment(sessie), stap_id, keuze or Zaalkeuze(), nieuw)


def everything(beeld):
    """All that goes to the room, as it goes there."""
    return msgspec.json.encode(beeld).decode()


def make_sessie(*bouwstenen, **meer):
    stappen = tuple(
        Stap(id=f"s{nummer}", titel=f"Stap {nummer}", minuten=10, bouwsteen=one)
        for nummer, one in enumerate(bouwstenen, 1)
    )
    return Sessie(id="x1", titel="Proef", datum="2026-03-21", sjabloon="proef", soort="proef", stappen=stappen, **meer)


DRADEN = RodeDraden(records=(RodeDraad(id="d1", titel="Stroomnet"), RodeDraad(id="d2", titel="Wonen")))


@pytest.mark.parametrize("kind", BOUWSTENEN.values(), ids=BOUWSTENEN)
@settings(max_examples=12)
@given(st.data())
def test_of_no_kind_the_room_sees_what_is_the_facilitators_own(kind, data):
    eigen = []
    for nummer, cls in enumerate(record_types(kind)):
        record = data.draw(records(cls, f"r{nummer}", lambda _: ["r0"], st.just(GEHEIM)))
        eigen.append(replace(record, bereik="begeleider"))
    sessie = make_sessie(kind(records=tuple(eigen)), Signalen(), Stemming(over=eigen[0].type_tag()))
    for stap in sessie.stappen:
        keuze = Zaalkeuze(namen=True, groot="r0", stippen=frozenset({stap.id}), uitslag=frozenset({stap.id}))
        assert GEHEIM not in everything(look(sessie, stap.id, keuze, nieuw="r0"))


@settings(max_examples=15)
@given(sessies(meeste=2), st.sets(st.integers(0, 60)), st.booleans())
def test_what_is_hidden_stays_hidden_in_every_step_also_where_others_point_at_it(sessie, weg, toon):
    nummer = 0
    stappen = []
    for stap in sessie.stappen:
        gemerkt = []
        for one in stap.bouwsteen.records:
            nummer += 1
            hidden = {naam: GEHEIM for naam, veld in velden(type(one)).items() if veld.bereik == "begeleider"}
            if nummer in weg:
                eigen = {naam: GEHEIM for naam, veld in velden(type(one)).items() if veld.vorm in ("regel", "tekst")}
                hidden |= {"bereik": "begeleider"} | eigen
            gemerkt.append(replace(one, **hidden))
        stappen.append(replace(stap, bouwsteen=stap.bouwsteen.with_records(gemerkt)))
    sessie = replace(sessie, stappen=tuple(stappen))
    alle = frozenset(stap.id for stap in stappen) if toon else frozenset()
    omgeving = environment(sessie)
    for stap in stappen:
        for groot in ("", *(one.id for one in stap.bouwsteen.records)):
            keuze = Zaalkeuze(groot=groot, namen=True, stippen=alle, uitslag=alle)
            beeld = make_zaalbeeld(sessie, omgeving, stap.id, keuze, groot)
            assert GEHEIM not in everything(beeld)
            assert msgspec.json.decode(msgspec.json.encode(beeld), type=Zaalbeeld) == beeld


def test_people_are_named_only_when_the_facilitator_wants_it():
    signaal = Signaal(id="a", tekst="Fatima Fictie zegt dat de bus niet rijdt", ingebracht_door="Daan Denkbeeld")
    deelnemers = (Deelnemer(id="p1", naam="Fatima Fictie", rol="deelnemer"), Deelnemer(id="p2", naam="Daan Denkbeeld"))
    sessie = make_sessie(Signalen(records=(signaal,)), deelnemers=deelnemers)
    assert "Fictie" not in everything(look(sessie))
    assert "zegt dat de bus niet rijdt" in everything(look(sessie))
    met = everything(look(sessie, keuze=Zaalkeuze(namen=True)))
    assert "Fatima Fictie" in met
    assert "Denkbeeld" not in met


def test_dots_and_choices_stay_hidden_until_they_are_shown():
    stemmen = (Stem(id="t1", onderwerp="d2", stippen=5, gekozen=True),)
    sessie = make_sessie(DRADEN, Stemming(records=stemmen))
    leeg = make_sessie(DRADEN, Stemming())
    assert look(sessie, "s2") == look(leeg, "s2")
    assert look(sessie, "s2", Zaalkeuze(groot="t1")) == look(leeg, "s2")
    met = look(sessie, "s2", Zaalkeuze(stippen=frozenset({"s2"}))).lijst
    assert [(one.tekst, one.bij) for one in met.regels] == [("Stroomnet", "0"), ("Wonen", "●●●●● 5")]
    uitslag = look(sessie, "s2", Zaalkeuze(uitslag=frozenset({"s2"}))).lijst
    assert [(one.tekst, one.bij) for one in uitslag.regels] == [("Wonen", "●●●●● 5 · gekozen"), ("Stroomnet", "0")]
    assert look(sessie, "s2", Zaalkeuze(stippen=frozenset({"s1"}))) == look(leeg, "s2")


def test_a_dot_on_an_option_does_not_point_at_it():
    voor, na = make_sessie(DRADEN, Stemming()), make_sessie(DRADEN, Stemming(records=(Stem(id="t1", onderwerp="d2"),)))
    nieuw = find_nieuw(voor.stap("s2"), na.stap("s2"))
    assert all(one.id != nieuw for one in look(na, "s2", nieuw=nieuw).lijst.regels)


def test_an_empty_room_sees_the_title_and_nothing_else():
    sessie = make_sessie(Signalen(records=(Signaal(id="a", tekst="Netcongestie"),)))
    assert look(sessie, keuze=Zaalkeuze(stand="leeg")) == Zaalbeeld("Proef")


def test_one_record_can_be_shown_large_with_its_fields():
    signaal = Signaal(id="a", tekst="Netcongestie", herkomst="buiten", bron="gesprek", ingebracht_door="Daan Denkbeeld")
    sessie = make_sessie(Signalen(records=(signaal, Signaal(id="b", tekst="Ander"))))
    groot = look(sessie, keuze=Zaalkeuze(groot="a")).groot
    assert [(one.label, one.tekst) for one in groot] == [
        ("", "Netcongestie"),
        ("Herkomst", "buiten"),
        ("Bron", "gesprek"),
    ]
    assert look(sessie, keuze=Zaalkeuze(groot="weg")).groot == ()


def test_the_room_stays_at_the_step_of_the_clock_while_the_facilitator_looks_ahead():
    lopend = make_sessie(Signalen(), Notities(), status="lopend", verloop=Verloop(stap="s1"))
    assert look(lopend, "s2").stap == "Stap 1"
    assert look(make_sessie(Signalen(), Notities()), "s2").stap == "Stap 2"


def test_the_room_counts_by_itself():
    begin = datetime(2026, 3, 21, 14, 0, tzinfo=UTC)
    verloop = Verloop(stap="s1", sinds=begin.isoformat(), besteed={"s1": 60.0}, extra={"s1": 5})
    klok = look(make_sessie(Signalen(), status="lopend", verloop=verloop)).klok
    assert klok == Zaalklok(60.0, 900.0, begin.isoformat())
    assert klok.rest(begin + timedelta(minutes=4)) == 600.0
    assert klok.rest(begin + timedelta(minutes=15)) == -60.0
    assert look(make_sessie(Signalen())).klok is None


def test_clusters_show_what_came_last_and_count_the_rest():
    signalen = tuple(Signaal(id=f"i{n}", tekst=f"Signaal {n}") for n in range(12))
    draad = RodeDraad(id="d1", titel="Stroomnet", signalen=tuple(one.id for one in signalen[:10]))
    lijst = look(make_sessie(Signalen(records=signalen), RodeDraden(records=(draad,))), "s2").lijst
    assert lijst.kop == "1 rode draad · 2 nog niet ingedeeld"
    assert [one.tekst for one in lijst.regels] == [
        "Stroomnet",
        *(f"Signaal {n}" for n in range(2, 10)),
        "en nog 2",
    ]
    assert lijst.regels[0].bij == "10 signalen"


def test_a_long_list_and_a_long_text_stay_small():
    signalen = tuple(Signaal(id=f"i{n}", tekst="a" * 100_000 if n == 999 else f"S{n}") for n in range(1000))
    beeld = look(make_sessie(Signalen(records=signalen)))
    assert beeld.lijst.kop == "1000 signalen"
    assert beeld.lijst.eerder + len(beeld.lijst.regels) == 1000
    assert beeld.lijst.regels[-1].id == "i999"
    assert len(everything(beeld)) < 50_000


def test_what_came_last_is_known():
    een, twee = Signaal(id="a", tekst="een"), Signaal(id="b", tekst="twee")
    voor, na = make_sessie(Signalen(records=(een,))), make_sessie(Signalen(records=(een, twee)))
    assert find_nieuw(voor.stap("s1"), na.stap("s1")) == "b"
    assert find_nieuw(na.stap("s1"), voor.stap("s1")) == ""
    anders = make_sessie(Signalen(records=(replace(een, tekst="anders"), twee)))
    assert find_nieuw(na.stap("s1"), anders.stap("s1")) == "a"
