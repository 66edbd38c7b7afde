"""A reader who was not there can explain the choice from the verslag of an afweging alone."""

import msgspec
import pytest
from afweging_hulp import OPTIES, SCORES, change, make, ranking, record, report, type_in, weigh, words
from hypothesis import given
from hypothesis import strategies as st
from test_kern_verslag import make_sessie, text_of

from sessie_tool.kern import afwegen
from sessie_tool.kern.bouwstenen.afweging import Afweging
from sessie_tool.kern.bouwstenen.criteria import Criteria, Criterium
from sessie_tool.kern.bouwstenen.keuze import Keuze, Keuzen
from sessie_tool.kern.bouwstenen.opties import Optie, Opties
from sessie_tool.kern.bouwstenen.weegzinnen import (
    STEUN,
    describe_dominance,
    describe_flips,
    describe_goals,
    describe_ruled_out,
    describe_sureness,
    format_deel,
)
from sessie_tool.kern.document import Document, Figuur, Kop, plain
from sessie_tool.kern.sessie import environment
from sessie_tool.kern.verslag import make_verslag

# what the scores say


def test_the_ranking_shows_weighted_means_with_a_comma_and_equal_ones_share_a_place():
    assert ranking(make()) == [("1", "B", "2,75"), ("2", "C", "2,50"), ("3", "A", "1,50")]
    gelijk = make(scores=(*SCORES, "B3=2"))
    assert ranking(gelijk) == [("1", "B", "2,50"), ("1", "C", "2,50"), ("3", "A", "1,50")]


def test_a_missing_score_stays_missing_and_the_verslag_says_which():
    sessie = make(scores=SCORES[:-1])
    assert ranking(sessie)[-1] == ("–", "C", "geen totaal")
    assert "Optie C (Bouwen) heeft geen totaal: er ontbreekt een score op criterium 3." in words(sessie)
    assert "ontbreekt" in words(sessie).split("\n")


def test_an_option_that_is_ruled_out_is_shown_with_its_reason_outside_the_ranking():
    sessie = make(opties=(*OPTIES[:2], 'Bouwen valt_af=ja knelpunt="het net is vol" instrument="geen grond"'))
    assert [rij[1] for rij in ranking(sessie)] == ["B", "A", "C"]
    assert ranking(sessie)[-1] == ("–", "C", "valt af")
    (zin,) = describe_ruled_out(weigh(sessie))
    assert zin.endswith("Knelpunt: het net is vol · Ontbrekend instrument: geen grond")
    assert zin in words(sessie)
    assert weigh(sessie).tabel.scores == ((0, 1, 4), (4, 2, 3))


def test_an_option_with_a_knelpunt_that_is_not_ruled_out_takes_part_and_has_a_warning():
    sessie = make(opties=(*OPTIES[:2], 'Bouwen knelpunt="het net is vol"'))
    assert {rij[1] for rij in ranking(sessie)} == {"A", "B", "C"}
    assert "Optie C (Bouwen) doet mee, maar let op. Knelpunt: het net is vol" in words(sessie)


def test_dominance_is_said_in_a_sentence():
    sessie = make(scores=("A1=1", "A2=1", "A3=1", "B1=1", "B2=2", "B3=1"))
    zin = "Optie B is op elk criterium minstens even goed als optie A, en ergens beter."
    assert list(describe_dominance(weigh(sessie))) == [zin]


def test_options_that_serve_more_goals_at_once_are_visible():
    scores = ("A1=3", "A2=2", "B1=3", "B2=4", "B3=4")
    (zin,) = describe_goals(weigh(make(scores=scores)))
    assert zin == "Optie B (Helpen) dient 2 doelen tegelijk: Inclusief (criterium 1: 3) en Groen (criterium 2: 4)."


def test_a_flip_says_at_which_weight_and_who_is_first_then():
    sessie = make(opties=OPTIES[1:], criteria=("Snel =3", "Duurzaam =2"), scores=("A1=4", "A2=1", "B1=1", "B2=4"))
    assert list(describe_flips(weigh(sessie))) == [
        "Criterium 1 (Snel) kantelt bij gewicht 2 (nu 3): dan komt optie B bovenaan.",
        "Criterium 2 (Duurzaam) kantelt bij gewicht 3 (nu 2): dan komt optie B bovenaan.",
    ]
    zinnen = " ".join(describe_sureness(weigh(sessie)))
    assert "De eerste plaats van optie A is niet zeker" in zinnen
    assert "Criterium 1 (Snel) gaat van gewicht 3 naar 2 (33% minder)" in zinnen


def test_a_shared_first_place_and_a_criterium_that_never_flips_are_said():
    samen = make(opties=OPTIES[1:], criteria=("Snel =1", "Duur =1"), scores=("A1=4", "A2=1", "B1=1", "B2=4"))
    assert list(describe_flips(weigh(samen))) == [
        "Optie A en B delen de eerste plaats. Elk gewicht kan dan de doorslag geven."
    ]
    vast = make(opties=OPTIES[1:], criteria=("Snel =1", "Duur =1"), scores=("A1=4", "A2=1", "B1=1", "B2=1"))
    assert "Criterium 2 (Duur) kantelt niet, welk gewicht u ook geeft (nu 1)." in list(describe_flips(weigh(vast)))
    assert "Geen enkele verandering" in " ".join(describe_sureness(weigh(vast)))


@pytest.mark.parametrize(
    ("teller", "noemer", "tekst"), ((0, 1, "0%"), (1, 1000, "minder dan 1%"), (1, 2, "50%"), (1, 1, "100%"))
)
def test_a_share_never_says_none_or_all_when_that_is_not_so(teller, noemer, tekst):
    assert format_deel(afwegen.Fraction(teller, noemer)) == tekst
    assert format_deel(afwegen.Fraction(999, 1000)) == "meer dan 99%"


# the choice leads


def test_the_choice_comes_first_without_its_reason_twice_and_a_lower_score_is_said_plainly():
    sessie = make(scores=(*SCORES, "C2=1"), keuzes=("Dit **blijft** goed +C",))
    koppen = [plain(een.inhoud) for een in report(sessie) if isinstance(een, Kop)]
    assert koppen[:2] == ["De keuze naast de scores", "De uitslag van de scores"]
    tekst = words(sessie)
    assert tekst.index("Gekozen: C Bouwen") < tekst.index("De reden staat bij de keuze.") < tekst.index(STEUN)
    assert "Dit **blijft** goed" not in tekst
    assert "kiest hiermee niet de hoogste score: optie C staat op plaats 3" in tekst
    assert "optie B staat bovenaan (gemiddeld 2,75)" in tekst


def test_a_choice_that_is_first_says_so_too_and_without_a_choice_that_is_said():
    assert "Optie B staat ook op de scores bovenaan" in words(make(keuzes=("Snel +B",)))
    assert "Er is nog geen keuze opgeschreven." in words(make())


def test_the_whole_verslag_begins_with_what_was_chosen_and_why():
    sessie = make(keuzes=("Snel +B", "Ook goed +A +C", "geheim +B bereik=begeleider"))
    document = make_verslag(sessie, "2025-03-22T09:00:00")
    koppen = [plain(een.inhoud) for een in document.blokken if isinstance(een, Kop)]
    assert koppen[0] == "De keuze"
    begin = text_of(document).partition(koppen[1])[0]
    delen = ("Gekozen: B Helpen", "Snel", "Gekozen: A Niets doen en C Bouwen", "Ook goed")
    assert [begin.index(deel) for deel in delen] == sorted(begin.index(deel) for deel in delen)
    assert "geheim" not in begin
    assert not Keuzen().lead(environment(make()))


def test_a_choice_of_an_option_that_is_ruled_out_is_said():
    opties = (*OPTIES[:2], 'Bouwen valt_af=ja knelpunt="het net is vol"')
    assert "Let op: optie C staat in de opties als een optie die nu niet kan." in words(make(opties, keuzes=("Ja +C",)))


def test_a_choice_that_is_the_facilitators_own_is_not_told():
    assert "geheim" not in words(make(keuzes=("geheim +C bereik=begeleider",)))


def test_a_reader_finds_every_why_every_anchor_and_a_picture_with_the_numbers_in_words():
    sessie = make()
    sessie = change(sessie, record(sessie, "s2", 1), anker_4="iedereen merkt het binnen een jaar")
    tekst = words(sessie)
    assert "Optie B, criterium 1, score 4: het team is er al" in tekst
    assert "Optie A, criterium 1, score 0: geen reden opgeschreven." in tekst
    assert "iedereen merkt het binnen een jaar" in tekst
    (figuur,) = (een for een in report(sessie) if isinstance(een, Figuur))
    assert "optie B 2,75" in figuur.alternatief


def test_hidden_options_criteria_and_scores_count_nowhere():
    sessie = make()
    sessie = change(sessie, record(sessie, "s1", 2), bereik="begeleider")
    assert {rij[1] for rij in ranking(sessie)} == {"A", "C"}
    assert "Helpen" not in words(sessie)
    assert sessie.stap("s3").bouwsteen.left_out(environment(sessie)) == 3


def test_what_is_missing_is_said_per_kind():
    sessie = make(opties=("Bouwen valt_af=ja",), criteria=("Snel",), scores=())
    gaten = [gat for stap in sessie.stappen for gat in stap.bouwsteen.missing(environment(sessie))]
    assert gaten == [
        "Er is geen nuloptie: wat gebeurt er als u niets doet?",
        "Er is maar één optie: dan valt er niets te kiezen.",
        "Optie A (Bouwen) valt af zonder reden.",
        "Criterium 1 (Snel) heeft nog geen gewicht.",
        "Criterium 1 (Snel): nog niet opgeschreven wat score 0, 1, 2, 3 en 4 betekent.",
        "Er zijn nog geen scores gegeven.",
        "Er is nog geen keuze opgeschreven.",
    ]
    assert "Score zonder reden: A1." in make(scores=("A1=2",)).stap("s3").bouwsteen.missing(
        environment(make(scores=("A1=2",)))
    )


def test_records_that_are_typed_twice_or_point_at_nothing_do_no_harm():
    score = record(make(), "s3", 1)
    dubbel = msgspec.structs.replace(score, id="dubbel", score=77)
    los = msgspec.structs.replace(score, id="los", optie="")
    sessie = make()
    bouwsteen = sessie.stap("s3").bouwsteen
    bouwsteen = bouwsteen.with_records((*bouwsteen.records, dubbel, los))
    sessie = make_sessie(*(s.bouwsteen if s.id != "s3" else bouwsteen for s in sessie.stappen))
    assert ranking(sessie) == ranking(make())
    assert "score ontbreekt" in words(sessie)


def test_without_options_only_the_anchors_are_left_to_print():
    criterium = Criterium(id="c1", titel="Snel", gewicht=1, anker_0="nooit")
    sessie = make_sessie(Opties(), Criteria(records=(criterium,)), Afweging(), Keuzen(records=(Keuze(id="k"),)))
    assert "nooit" in words(sessie)
    assert "Rangorde" not in words(sessie)
    kaal = Criteria(records=(criterium,))
    assert "nooit" in text_of(Document("", kaal.report(environment(make_sessie(kaal)))))


def test_an_option_tells_all_that_is_known_of_it():
    optie = Optie(id="o", titel="Helpen", toelichting="*Vroeg*", schaal="wijk", geleerd="In 2024 werkte het")
    opties = Opties(records=(optie,))
    tekst = text_of(Document("", opties.report(environment(make_sessie(opties)))))
    assert all(deel in tekst for deel in ("Optie A: Helpen", "*Vroeg*", "Schaal: wijk", "In 2024 werkte het"))


CEL = st.none() | st.integers(0, 4)


@given(st.data())
def test_every_option_stands_once_in_the_ranking_whatever_is_missing_or_ruled_out(data):
    aantal = data.draw(st.integers(1, 4))
    opties = [f"optie{een}{' valt_af=ja' if data.draw(st.booleans()) else ''}" for een in range(aantal)]
    gewichten = data.draw(st.lists(st.integers(0, 3), min_size=1, max_size=3).filter(any))
    cellen = [(o, c, data.draw(CEL)) for o in range(aantal) for c in range(len(gewichten))]
    scores = [f"{'ABCD'[o]}{c + 1}={'?' if score is None else score}" for o, c, score in cellen]
    sessie = make(opties, [f"c ={een}" for een in gewichten], scores, keuzes=("Daarom +A",))
    zonder = {optie.id for optie in weigh(sessie).without_total()}
    if not weigh(sessie).places():
        assert "Gewogen gemiddelde per optie" not in words(sessie)
    letters = [rij[1] for rij in ranking(sessie)] if weigh(sessie).places() else list("ABCD"[:aantal])
    assert sorted(letters) == list("ABCD"[:aantal])
    for optie in weigh(sessie).mee:
        mist = [een for een in weigh(sessie).lacking(optie) if een.gewicht]
        assert (optie.id in zonder) == bool(mist)
        assert (f"Optie {weigh(sessie).letter(optie)} ({optie.titel}) heeft geen totaal" in words(sessie)) == bool(mist)


def test_a_weight_that_is_not_given_is_not_shown_as_zero():
    sessie = type_in(make(), "s2", "Nieuw")
    assert "Nieuw (nog geen gewicht)" in words(sessie)
    assert "Nieuw (gewicht 0)" not in words(sessie)


def test_without_the_scores_nothing_is_said_of_where_a_weight_flips():
    sessie = type_in(make(), "s2", "Nieuw =0")
    assert "Of Criterium 4 (Nieuw) kan kantelen, weten we pas als alle scores er zijn" in words(sessie)
    assert "Criterium 4 (Nieuw) kantelt niet" not in words(sessie)
