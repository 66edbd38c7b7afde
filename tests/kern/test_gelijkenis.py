"""Suggestions for rode draden: which earlier one a draad may go on from, how sure, and why."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.gelijkenis import MEESTE, Vergelijker, Woorden, suggest_voorgangers
from sessie_tool.kern.gelijkenis_index import BUREN, MEESTE_LENERS, Gramindex
from sessie_tool.kern.gelijkenis_woorden import MEESTE_TEKENS, fold, read_tekst


def draad(id_, titel, toelichting="", *, lijn="", signalen=(), opgaven=(), jaar=2024):
    return Woorden(id_, lijn or id_, titel, toelichting, tuple(signalen), tuple(opgaven), jaar)


NET = draad("net", "Wachten op stroom", "Bedrijven staan op de wachtlijst van het stroomnet.", opgaven=("Groen",))
WONEN = draad("wonen", "Geen huis te vinden", "Starters vinden geen woning en huurders blijven zitten.")
FIETS = draad("fiets", "Drukte op het fietspad", "Fatbikes en schoolkinderen botsen in de spits.")
BOMEN = draad("bomen", "Hitte in de versteende wijk", "Zonder bomen is het plein in augustus leeg.")
EERDER = (NET, WONEN, FIETS, BOMEN)

PAREN = (
    ("Stroomtekort remt de nieuwbouw", "Op het stroomnet is geen plek; de wachtlijst groeit.", "net"),
    ("Woningnood bij starters", "Wie een woning zoekt, wacht jaren. Huurders verhuizen niet.", "wonen"),
    ("Onveilig fietsen in de spits", "Ouders brengen kinderen met de auto door fatbikes op het fietspad.", "fiets"),
    ("Te warm op het plein", "De hitte jaagt ouderen naar binnen; er staan geen bomen.", "bomen"),
)
"""A small set with the right answers; the texts are made up."""

NIEUW = tuple(draad(f"n{nummer}", titel, uitleg, jaar=2025) for nummer, (titel, uitleg, _) in enumerate(PAREN))

TEKST = st.text(max_size=60) | st.sampled_from(
    ["", "\u202e", "\u200b", "İ", "ß", "\x00", "e\u0301", "[red]", "𝕨𝕠𝕟𝕖𝕟", "漢字" * 9]
)
DRADEN = st.lists(st.tuples(TEKST, TEKST, st.lists(TEKST, max_size=3), st.integers(0, 3)), max_size=7)


def make(rijen, letter, jaar):
    return [
        draad(f"{letter}{nummer}", titel, uitleg, signalen=signalen, lijn=f"{letter}-lijn{groep}", jaar=jaar - groep)
        for nummer, (titel, uitleg, signalen, groep) in enumerate(rijen)
    ]


def test_the_same_subject_in_other_words_comes_first():
    voorstellen = suggest_voorgangers(NIEUW, EERDER)
    assert [voorstellen[een.id][0].id for een in NIEUW] == [goed for _, _, goed in PAREN]
    assert all(voorstellen[een.id][0].zekerheid != "zwak" for een in NIEUW)


def test_a_reason_names_words_of_both_as_the_new_one_types_them():
    een = suggest_voorgangers(NIEUW, EERDER)["n0"][0]
    assert "stroomnet" in een.redenen.woorden
    assert "wachtlijst" in een.redenen.woorden
    assert een.redenen.zin.startswith("deelt '")


def test_a_reason_names_the_part_that_different_words_share():
    nieuw = draad("n", "Stroomtekort in de haven", jaar=2025)
    redenen = suggest_voorgangers([nieuw], [draad("o", "Het stroomnet is vol"), WONEN])["n"][0].redenen
    assert redenen.delen == ("stroom",)
    assert redenen.zin == "deelt het woorddeel 'stroom'"


def test_a_shared_opgave_is_a_reason():
    nieuw = draad("n", "Stroomnet vol", opgaven=("Open", "Groen"), jaar=2025)
    redenen = suggest_voorgangers([nieuw], EERDER)["n"][0].redenen
    assert redenen.opgaven == ("Groen",)
    assert redenen.zin.endswith("; zelfde opgave: Groen")


def test_more_reasons_read_as_one_dutch_sentence():
    nieuw = draad("n", "Energiearmoede, stroomtekort en een wachtlijst", opgaven=("A", "B"), jaar=2025)
    oud = draad("o", "Wachtlijst voor het stroomnet", "De energieprijs stijgt.", opgaven=("B", "A"))
    zin = suggest_voorgangers([nieuw], [oud])["n"][0].redenen.zin
    assert zin == "deelt 'wachtlijst' en de woorddelen 'energie' en 'stroom'; zelfde opgaven: A en B"


def test_capitals_and_accents_make_no_difference():
    nieuw = draad("n", "DE CAFÉS EN DE REÜNIE", jaar=2025)
    een = suggest_voorgangers([nieuw], [draad("o", "cafes en een reunie"), WONEN])["n"][0]
    assert een.id == "o"
    assert set(een.redenen.woorden) == {"CAFÉS", "REÜNIE"}
    assert fold("Één") == fold("een")


def test_words_that_say_nothing_are_no_reason():
    nieuw = draad("n", "Wat er ook nog bij moet komen voor de wachtlijst", jaar=2025)
    redenen = suggest_voorgangers([nieuw], [draad("o", "Er moet nog wat komen bij de wachtlijst")])["n"][0].redenen
    assert redenen.woorden == ("wachtlijst",)


def test_one_word_in_common_with_the_only_earlier_draad_is_not_strong():
    nieuw = draad("n", "Sleutel tot succes", jaar=2025)
    een = suggest_voorgangers([nieuw], [draad("o", "De woning als sleutel")])["n"][0]
    assert een.zekerheid == "mogelijk"


def test_the_same_title_is_strong_even_when_it_is_one_word():
    nieuw = draad("n", "Wonen", jaar=2025)
    assert suggest_voorgangers([nieuw], [draad("o", "WONEN"), NET])["n"][0].zekerheid == "sterk"


def test_two_earlier_draden_that_fit_as_well_are_never_strong():
    nieuw = draad("n", "Wachtlijst voor het stroomnet", jaar=2025)
    oud = [draad("a", "Wachtlijst voor het stroomnet"), draad("b", "Wachtlijst voor het stroomnet")]
    voorstellen = suggest_voorgangers([nieuw], oud)["n"]
    assert {een.zekerheid for een in voorstellen} <= {"mogelijk", "zwak"}


def test_only_one_of_two_new_draden_is_more_than_weak_for_the_same_lijn():
    nieuw = [
        draad("a", "Wachtlijst voor het stroomnet", "Bedrijven wachten op stroom.", jaar=2025),
        draad("b", "Een wachtlijst bij de sportclub", jaar=2025),
    ]
    voorstellen = suggest_voorgangers(nieuw, [NET, WONEN])
    assert voorstellen["a"][0].zekerheid != "zwak"
    assert voorstellen["b"][0].zekerheid == "zwak"


def test_nothing_in_common_gives_no_suggestion():
    assert suggest_voorgangers([draad("n", "xyz qrs", jaar=2025)], EERDER) == {"n": ()}
    assert suggest_voorgangers([draad("n", "", jaar=2025)], EERDER) == {"n": ()}
    assert suggest_voorgangers(NIEUW[:1], []) == {"n0": ()}
    assert suggest_voorgangers([], EERDER) == {}


@pytest.mark.parametrize("wat", ("net", "lijn-net"))
def test_a_rejected_pair_is_not_proposed_again_nor_is_its_lijn(wat):
    oud = [msgspec.structs.replace(NET, lijn="lijn-net"), draad("net2", "Stroomnet vol", lijn="lijn-net"), *EERDER[1:]]
    assert suggest_voorgangers(NIEUW, oud)["n0"][0].lijn == "lijn-net"
    na = suggest_voorgangers(NIEUW, oud, {("n0", wat)})
    assert "lijn-net" not in {een.lijn for een in na["n0"]}
    assert na["n1"][0].id == "wonen"


def test_a_lijn_is_proposed_once_with_the_draad_that_resembles_it_most():
    oud = [
        draad("a", "Wachtlijst bij de huisarts", lijn="zorg", jaar=2022),
        draad("b", "Huisarts neemt niemand meer aan", lijn="zorg", jaar=2023),
        *EERDER,
    ]
    voorstellen = suggest_voorgangers([draad("n", "Geen huisarts neemt nieuwe mensen aan", jaar=2025)], oud)["n"]
    assert voorstellen[0].lijn == "zorg"
    assert voorstellen[0].id == "b"
    assert len({een.lijn for een in voorstellen}) == len(voorstellen)


def test_other_draden_of_the_werkmap_help_but_are_never_proposed():
    brug = draad("brug", "Netcongestie", "Het stroomnet zit vol: dat heet netcongestie.", jaar=2022)
    nieuw = draad("n", "Netcongestie", jaar=2025)
    assert suggest_voorgangers([nieuw], [NET, WONEN])["n"] == ()
    een = suggest_voorgangers([nieuw], [NET, WONEN], overig=[brug])["n"][0]
    assert een.id == "net"
    assert een.zekerheid == "zwak"
    zin = "deelt zelf geen opvallende woorden, maar lijkt net als deze op 'Netcongestie' (2022)"
    assert een.redenen.zin == zin


def test_one_preparation_serves_every_year_and_proposes_only_from_the_years_asked_for():
    rij = [draad(f"n{jaar}", f"Wachtlijst voor het stroomnet in wijk {jaar}", jaar=jaar) for jaar in range(2020, 2026)]
    klaar = Vergelijker(rij)
    for een in rij:
        gevonden = klaar.suggest([een], jaren=range(een.jaar))[een.id]
        assert {ander.id for ander in gevonden} <= {f"n{jaar}" for jaar in range(2020, een.jaar)}
        assert bool(gevonden) == (een.jaar > 2020)
    assert [een.id for een in klaar.suggest(rij[-1:], jaren=(2022,))["n2025"]] == ["n2022"]


def test_draden_that_were_tied_afterwards_are_proposed_as_one_lijn():
    klaar = Vergelijker(EERDER)
    los = klaar.suggest(NIEUW[:1])
    klaar.regroup({een.id: "samen" for een in EERDER})
    assert [een.lijn for een in klaar.suggest(NIEUW[:1])["n0"]] == ["samen"]
    klaar.regroup({een.id: een.lijn for een in EERDER})
    assert klaar.suggest(NIEUW[:1]) == los


def test_what_shares_no_word_or_part_comes_only_before_what_does_and_is_weak_then():
    brug = draad("brug", "Netcongestie", "Het stroomnet zit vol: dat heet netcongestie.", jaar=2022)
    nieuw = draad("n", "Netcongestie", "Bewoners", jaar=2025)
    oud = [NET, draad("b", "Bewoners van het plein", jaar=2024)]
    voorstellen = suggest_voorgangers([nieuw], oud, overig=[brug])["n"]
    met = [een.redenen.is_deel for een in voorstellen]
    assert met == sorted(met)
    assert met[-1]
    assert all(een.zekerheid == "zwak" for een in voorstellen if not een.redenen.is_deel)
    assert all(een.redenen.is_deel or een.redenen.brug for een in voorstellen)


def test_a_word_that_comes_back_every_year_names_the_lijn_however_many_years_there_are():
    namen = ("stroomnet", "mantelzorg", "parkeren")
    rij = [draad(f"{naam}{jaar}", f"{naam} in {jaar}", jaar=jaar) for naam in namen for jaar in range(2005, 2026)]
    gevonden = Vergelijker(rij).suggest([een for een in rij if een.jaar == 2025], jaren=range(2025))
    assert {id_: een[0].redenen.woorden[:1] for id_, een in gevonden.items()} == {
        f"{naam}2025": (naam,) for naam in namen
    }


def test_a_draad_is_never_its_own_voorganger():
    assert all(een.id != "net" for een in suggest_voorgangers([NET], EERDER)["net"])


def test_typing_one_draad_gives_what_asking_for_it_alone_gives():
    klaar = Vergelijker(EERDER)
    for een in NIEUW:
        assert klaar.suggest([een]) == suggest_voorgangers([een], EERDER)


def test_the_order_of_what_is_given_makes_no_difference():
    verwacht = suggest_voorgangers(NIEUW, EERDER)
    for oud in permutations(EERDER):
        gevonden = suggest_voorgangers(NIEUW, oud)
        assert [(key, [een.id for een in value]) for key, value in gevonden.items()] == [
            (key, [een.id for een in value]) for key, value in verwacht.items()
        ]


def test_a_draad_with_thousands_of_signals_counts_by_its_beginning():
    lang = draad(
        "n", "Wachtlijst voor het stroomnet", signalen=[f"signaal {nummer} over iets" for nummer in range(9000)]
    )
    assert sum(map(len, read_tekst(lang).vormen)) < MEESTE_TEKENS
    assert suggest_voorgangers([lang], EERDER)["n"][0].id == "net"


def test_a_round_with_very_many_draden_gets_at_most_five_each():
    veel = [draad(f"o{nummer}", f"Wachtlijst nummer {nummer}") for nummer in range(200)]
    nieuw = [draad(f"n{nummer}", f"Wachtlijst nummer {nummer}", jaar=2025) for nummer in range(200)]
    gevonden = suggest_voorgangers(nieuw, veel)
    assert len(gevonden) == 200
    assert all(len(voorstellen) <= MEESTE for voorstellen in gevonden.values())


def test_with_very_many_earlier_draden_each_stands_alone():
    veel = [draad(f"o{nummer}", f"woord{nummer}") for nummer in range(MEESTE_LENERS)]
    een = suggest_voorgangers(NIEUW[:1], [*veel, *EERDER])["n0"][0]
    assert een.id == "net"


@given(DRADEN, DRADEN)
def test_any_text_gives_sorted_and_repeatable_suggestions(nieuw, oud):
    draden, eerder = make(nieuw, "n", 2030), make(oud, "o", 2020)
    gevonden = suggest_voorgangers(draden, eerder)
    assert gevonden == suggest_voorgangers(draden, eerder)
    assert set(gevonden) == {een.id for een in draden}
    for voorstellen in gevonden.values():
        scores = [een.score for een in voorstellen]
        assert scores == sorted(scores, reverse=True)
        assert all(een.zekerheid == "zwak" for een in voorstellen[1:])


@given(DRADEN, DRADEN)
def test_every_reason_is_in_both_texts(nieuw, oud):
    draden, eerder = make(nieuw, "n", 2030), make(oud, "o", 2020)
    teksten = {een.id: read_tekst(een) for een in (*draden, *eerder)}
    for id_, voorstellen in suggest_voorgangers(draden, eerder).items():
        for een in voorstellen:
            samen = teksten[id_].vormen.keys() & teksten[een.id].vormen.keys()
            assert {fold(woord) for woord in een.redenen.woorden} <= samen
            for deel in een.redenen.delen:
                assert all(any(deel in woord for woord in teksten[wie].vormen) for wie in (id_, een.id))


@given(DRADEN, DRADEN, st.data())
def test_what_is_rejected_is_never_proposed(nieuw, oud, data):
    draden, eerder = make(nieuw, "n", 2030), make(oud, "o", 2020)
    paren = [(een.id, ander.id) for een in draden for ander in eerder]
    afgewezen = set(data.draw(st.lists(st.sampled_from(paren)))) if paren else set()
    lijn = {een.id: een.lijn for een in eerder}
    for id_, voorstellen in suggest_voorgangers(draden, eerder, afgewezen).items():
        weg = {lijn[oud_] for wie, oud_ in afgewezen if wie == id_}
        assert not weg & {een.lijn for een in voorstellen}


@given(st.lists(TEKST, min_size=2, max_size=6))
def test_two_draden_resemble_each_other_as_much_either_way(teksten):
    gelezen = [read_tekst(draad(str(nummer), tekst)) for nummer, tekst in enumerate(teksten)]
    index = Gramindex(gelezen, [0] * len(gelezen))
    rijen = [index.compare(vector) for vector in index.vectoren]
    for een in range(len(rijen)):
        for ander in range(len(rijen)):
            assert rijen[een][ander] == pytest.approx(rijen[ander][een], abs=1e-5)
            assert 0 <= rijen[een][ander] <= 1 + 1e-5


@given(st.text(alphabet="qxjzwv ", min_size=1, max_size=30))
def test_an_unrelated_draad_turns_nothing_into_another_voorganger(tekst):
    verder = suggest_voorgangers(NIEUW, [*EERDER, draad("los", tekst)])
    assert [verder[een.id][0].id for een in NIEUW] == [goed for _, _, goed in PAREN]


def test_a_draad_borrows_from_a_few_others_only():
    assert 0 < BUREN < 10
