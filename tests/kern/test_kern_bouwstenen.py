"""What each kind of bouwsteen does with a line, and what it says in the verslag."""

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kern_strategieen import DEELNEMERS, OPGAVEN, any_text
from test_kern_verslag import flatten, make_sessie, text_of

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.acties import Actie, Acties
from sessie_tool.kern.bouwstenen.basis import Start
from sessie_tool.kern.bouwstenen.criteria import Criteria, Criterium
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.koers import Koers, Koersbepaling
from sessie_tool.kern.bouwstenen.notities import Notitie, Notities
from sessie_tool.kern.bouwstenen.opties import Optie, Opties
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stemming import Stem, Stemming
from sessie_tool.kern.bouwstenen.toelichting import Opmerking, Toelichting
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.document import Document, Kop, Lijst, Opmaak, Tabel, plain, tekst
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.sessie import environment

SIGNALEN = Signalen(records=(Signaal(id="s1", tekst="een"), Signaal(id="s2", tekst="twee")))
DRADEN = RodeDraden(
    records=(
        RodeDraad(id="r1", titel="Het net", signalen=("s1",), toelichting="**Kort**", opgaven=("Open",)),
        RodeDraad(id="r2", titel="De jeugd"),
        RodeDraad(id="r3", titel="Geheim", bereik="begeleider", signalen=("s2",)),
    )
)

OPTIES = Opties(records=(Optie(id="o1", titel="Niets doen", nuloptie=True), Optie(id="o2", titel="Helpen")))
CRITERIA = Criteria(records=(Criterium(id="c1", titel="Snel", gewicht=1), Criterium(id="c2", gewicht=2)))


def around(*bouwstenen):
    """What the bouwstenen of a session with these steps can look up."""
    return environment(make_sessie(*bouwstenen, deelnemers=DEELNEMERS), OPGAVEN)


def report(bouwsteen, *overig):
    """The text of a bouwsteen in the verslag of a session with these steps."""
    return text_of(Document("", bouwsteen.report(around(bouwsteen, *overig))))


@pytest.mark.parametrize("kind", BOUWSTENEN.values())
def test_the_example_of_a_kind_works(kind):
    omgeving = around(Signalen(records=tuple(Signaal(id=f"s{nr}") for nr in range(4))), DRADEN, OPTIES, CRITERIA)
    nieuw, record = kind().apply_regel(kind.VOORBEELD, omgeving, "n")
    assert record in nieuw.records
    regel = nieuw.format_record(record, omgeving)
    assert kind().apply_regel(regel, omgeving, "n")[1] == record


@pytest.mark.parametrize("kind", BOUWSTENEN.values())
def test_a_blank_line_is_no_record(kind):
    for leeg in ("", "   ", "\t"):
        with pytest.raises(RegelError):
            kind().apply_regel(leeg, around(SIGNALEN, DRADEN), "n")


@pytest.mark.parametrize("kind", BOUWSTENEN.values())
@given(regel=any_text)
def test_any_line_gives_a_record_or_a_sentence(kind, regel):
    with suppress(RegelError):
        nieuw, record = kind().apply_regel(regel, around(SIGNALEN, DRADEN), "n")
        assert record in nieuw.records


@pytest.mark.parametrize(("naam", "kind"), BOUWSTENEN.items())
def test_a_kind_explains_itself(naam, kind):
    assert kind().soort == naam
    assert kind.TITEL
    assert kind.UITLEG.endswith(".")
    assert kind().start(Start(), lambda: "n").with_records(()) == kind()


# toelichting


def test_a_remark_is_free_and_comes_into_the_verslag_as_typed():
    toelichting = Toelichting(records=(Opmerking(id="o1", tekst="Zie *bijlage*"),))
    assert toelichting.report(around(toelichting)) == (Opmaak("Zie *bijlage*", "o1"),)
    assert Toelichting().missing(around()) == ()


# notities


def test_questions_of_the_step_wait_for_an_answer():
    nummers = iter(("n1", "n2"))
    notities = Notities().start(Start(vragen=("Wat?", "Hoe?")), lambda: next(nummers))
    assert notities.missing(around(notities)) == ("Vraag zonder antwoord: Wat?", "Vraag zonder antwoord: Hoe?")
    notities, record = notities.apply_regel("#2 Samen", around(notities), "x")
    assert record == Notitie(id="n2", vraag="Hoe?", antwoord="Samen")
    notities, record = notities.apply_regel("#2 En **rustig**", around(notities), "x")
    assert record.antwoord == "Samen\n\nEn **rustig**"
    assert notities.missing(around(notities)) == ("Vraag zonder antwoord: Wat?",)
    assert "Geen antwoord opgeschreven." in report(notities)


def test_a_number_without_a_question_is_text():
    _, record = Notities().apply_regel("#7 gesprekken gevoerd", around(), "x")
    assert record == Notitie(id="x", antwoord="#7 gesprekken gevoerd")


def test_a_loose_note_has_its_own_anchor():
    notities = Notities(records=(Notitie(id="n1", antwoord="los"), Notitie(id="n2", vraag="Wat?", antwoord="dit")))
    assert notities.report(around(notities)) == (
        Opmaak("los", "n1"),
        Kop(2, tekst("Wat?"), "n2"),
        Opmaak("dit", ""),
    )


# signalen


def test_signals_are_a_table_with_only_the_columns_in_use():
    tabel = SIGNALEN.appendix(around(SIGNALEN)).blokken[0]
    assert isinstance(tabel, Tabel)
    assert [kolom.titel for kolom in tabel.kolommen] == ["Nr.", "Signaal"]
    assert [plain(rij.cellen[0]) for rij in tabel.rijen] == ["1", "2"]
    assert "2 signalen" in tabel.bijschrift


# rode draden


def test_a_draad_shows_its_signals_and_the_rest_is_listed():
    zinnen = report(DRADEN, SIGNALEN)
    assert "Gedragen door 1 signaal:" in zinnen
    assert "Opgave: Open" in zinnen
    assert "Geheim" not in zinnen
    draden = RodeDraden(records=DRADEN.records[:2])
    assert "Niet ingedeeld: 1 signaal" in report(draden, SIGNALEN)


def test_what_a_draad_still_needs_is_said():
    draden = RodeDraden(records=DRADEN.records[:2])
    assert draden.missing(around(draden, SIGNALEN)) == (
        "Rode draad zonder signalen: De jeugd",
        "1 signaal hoort nog niet bij een rode draad.",
    )
    assert RodeDraden().missing(around()) == ("Er zijn nog geen rode draden opgeschreven.",)


def test_regrouping_moves_signals_and_loses_none():
    moved = DRADEN.assign(SIGNALEN.records[:2], "r2")
    assert [draad.signalen for draad in moved.records] == [(), ("s1", "s2"), ()]
    assert [draad.signalen for draad in DRADEN.assign(SIGNALEN.records[:1], "").records] == [(), (), ("s2",)]


# stemming


def vote(*regels, over="rode_draad"):
    stemming = Stemming(over=over)
    for nummer, regel in enumerate(regels):
        stemming, _ = stemming.apply_regel(regel, around(SIGNALEN, DRADEN, stemming), f"t{nummer}")
    return stemming


def test_dots_are_counted_per_option_and_the_last_count_holds():
    stemming = vote("1=2", "2=5!", "1=4")
    assert [stemming.count(een) for een in ("r1", "r2")] == [4, 5]
    assert [stemming.is_chosen(een) for een in ("r1", "r2")] == [False, True]
    assert len(stemming.records) == 2
    omgeving = around(SIGNALEN, DRADEN, stemming)
    assert [een.id for een in stemming.ranked(omgeving)] == ["r2", "r1", "r3"]
    assert stemming.places(omgeving) == {"r2": 1, "r1": 2}


@pytest.mark.parametrize("regel", ("x", "1", "1=", "=3", "1=-1", "1=1=1", "r1=2"))
def test_a_line_that_is_no_count_is_explained(regel):
    with pytest.raises(RegelError, match="2=5"):
        vote(regel)


def test_a_count_for_a_choice_that_is_not_there_says_so():
    with pytest.raises(RegelError, match="Keuze 9 is er niet"):
        vote("9=1")


def test_votes_can_be_about_lettered_questions():
    vragen = Vragen(records=(Vraag(id="v1", vraag="Wie?"), Vraag(id="v2", vraag="Wat?")))
    stemming, stem = Stemming(over="vraag").apply_regel("b=3", around(vragen), "t1")
    assert stem == Stem(id="t1", onderwerp="v2", stippen=3)
    assert stemming.format_record(stem, around(vragen, stemming)) == "b=3"


def test_the_result_shows_every_option_and_says_which_are_equal():
    zinnen = report(vote("1=2!", "2=2"), SIGNALEN, DRADEN)
    assert "Gelijk op plaats 1: keuze 1 (Het net) en keuze 2 (De jeugd)." in zinnen
    assert "Uitslag: 4 stippen" in zinnen
    assert "Geheim" not in zinnen


def test_a_stem_of_the_facilitator_alone_is_not_counted_in_the_verslag():
    stemming = Stemming(records=(Stem(id="t1", onderwerp="r1", stippen=777, bereik="begeleider"),))
    assert "777" not in report(stemming, DRADEN)


def test_the_budget_follows_from_the_options_and_who_is_present():
    assert (Stemming().per_person(around(DRADEN)), Stemming(stippen=3).per_person(around(DRADEN))) == (1, 3)
    assert Stemming(stippen=3).budget(around(DRADEN)) == 6


def test_a_vote_misses_dots_and_a_choice():
    assert vote().missing(around(DRADEN)) == ("Er zijn nog geen stippen geteld.", "Er is nog niets gekozen.")
    assert vote("1=1!").missing(around(DRADEN)) == ()
    assert (vote().missing(around()), vote().report(around())) == ((), ())


@pytest.mark.parametrize(
    ("tekst", "tag"), (("rode draden", "rode_draad"), ("Signalen", "signaal"), ("vragen", "vraag"), ("acties", None))
)
def test_a_sjabloon_says_in_words_what_to_choose_from(tekst, tag):
    assert Stemming.read_instelling("over", tekst) == tag


def test_a_sjabloon_gives_the_dots_as_a_number():
    assert Stemming.read_instelling("stippen", "3") == 3
    assert Stemming.read_instelling("stippen", "drie") is None


# koers


def test_a_koers_needs_its_draad():
    with pytest.raises(RegelError, match=r"\+2"):
        Koers().apply_regel("Eerst het net !ja", around(DRADEN), "k")
    koers, record = Koers().apply_regel("Eerst het net +1 !ja @college", around(DRADEN), "k")
    assert record == Koersbepaling(id="k", wijziging="Eerst het net @college", draden=("r1",), bijstellen="ja")
    assert "Koers bijstellen: ja" in report(koers, DRADEN)


def test_a_koers_gives_its_reason_and_an_empty_one_only_its_heading():
    koers = Koers(records=(Koersbepaling(id="k1", waarom="Omdat"), Koersbepaling(id="k2")))
    blokken = list(flatten(koers.report(around(koers, DRADEN))))
    assert [plain(een.inhoud) for een in blokken if isinstance(een, Kop)] == ["Koers bij rode draad onbekend"] * 2
    assert Opmaak("Omdat") in blokken


def test_only_the_chosen_draden_need_a_koers():
    assert len(Koers().missing(around(DRADEN))) == 2
    stemming = vote("2=1!")
    assert Koers().missing(around(SIGNALEN, DRADEN, stemming)) == ("Rode draad zonder koers: 2 De jeugd",)
    koers = Koers(records=(Koersbepaling(id="k", draden=("r2",), bijstellen="nee"),))
    assert koers.missing(around(SIGNALEN, DRADEN, stemming, koers)) == ()


# vragen


def test_questions_keep_their_letters_and_show_what_they_rest_on():
    vragen = Vragen(
        records=(
            Vraag(id="v1", vraag="Wie?", draden=("r1",), toelichting="Let *op*"),
            Vraag(id="v2", vraag="Stil", bereik="begeleider"),
            Vraag(id="v3", draden=("r2",)),
        )
    )
    lijst = vragen.report(around(vragen, DRADEN))[0]
    assert isinstance(lijst, Lijst)
    assert (lijst.nummering, len(lijst.punten)) == ("letter", 3)
    zinnen = report(vragen, DRADEN)
    assert "Rust op: 1 Het net" in zinnen
    assert "(niet in dit verslag)" in zinnen
    assert "(nog zonder tekst)" in zinnen
    assert "Stil" not in zinnen


# acties

BELLEN = Actie(id="a0", wat="Bellen", wie=("Jansen",))
EERDER = BELLEN.follow_up("e1", Stand(BELLEN, "a0", "s0", "2025-01-15", "Eerder", ()))


def test_an_earlier_action_is_followed_up_by_its_number():
    acties = Acties(open_acties=True, records=(EERDER,))
    acties, record = acties.apply_regel("#1 !gedaan het net is vol", around(acties), "x")
    assert record == msgspec.structs.replace(EERDER, status="gedaan", geleerd="het net is vol")
    acties, record = acties.apply_regel("#1 >1-6-2025 en duur", around(acties), "x")
    assert (record.wanneer, record.eerder, record.geleerd) == ("2025-06-01", "", "het net is vol en duur")
    assert acties.records == (record,)


@pytest.mark.parametrize("regel", ("#1 in 2025 beginnen", "#1", "#2 bellen !gedaan", "Bellen !gedaan"))
def test_any_other_line_is_a_new_action_and_leaves_the_earlier_one_alone(regel):
    acties, record = Acties(records=(EERDER,)).apply_regel(regel, around(Acties(records=(EERDER,))), "x")
    assert acties.records == (EERDER, record)


def test_earlier_and_new_actions_are_two_tables():
    acties = Acties(records=(EERDER, Actie(id="a1", wat="Mailen")))
    blokken = acties.report(around(acties))
    assert [blok.bijschrift for blok in blokken] == ["1 eerdere actie", "1 actie"]


def test_an_action_misses_who_and_when():
    acties = Acties(records=(EERDER, Actie(id="a1", wat="Mailen")))
    assert acties.missing(around(acties)) == (
        "Actie zonder naam (wie?): Mailen",
        "Actie zonder datum (wanneer?): Mailen",
    )
    assert Acties(open_acties=True).missing(around()) == ()
    assert Acties().missing(around()) == ("Er zijn nog geen acties opgeschreven.",)


@given(st.sampled_from(["open", "bezig", "gedaan", "vervallen"]))
def test_every_state_of_an_action_can_be_typed(status):
    assert Acties().apply_regel(f"x !{status[:3]}", around(), "n")[1].status == status
