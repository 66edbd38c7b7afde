"""vrijgave: nothing of an organisation is shared before that organisation says yes."""

from itertools import count

import pytest
from test_kern_verslag import make_sessie

from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviezen
from sessie_tool.kern.bouwstenen.dilemma import Dilemma, Dilemmas
from sessie_tool.kern.bouwstenen.herformuleringen import Herformulering, Herformuleringen
from sessie_tool.kern.bouwstenen.oogst import Oogst, Oogsten
from sessie_tool.kern.bouwstenen.vrijgave import Vrijgave, Vrijgaven, is_vrij, organisaties_of
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, environment
from sessie_tool.kern.starten import start_sessie

DEELNEMERS = (
    Deelnemer(id="d1", naam="Lisa Vermeer", rol="inbrenger", organisatie="Gemeente Waterrijk"),
    Deelnemer(id="d2", naam="Bram Post", rol="adviseur", organisatie="Gemeente Duinzicht"),
    Deelnemer(id="d3", naam="Eva Kok", rol="adviseur", organisatie="gemeente waterrijk "),
    Deelnemer(id="d4", naam="Zonder Huis", rol="adviseur"),
)
WATERRIJK = Vrijgave(id="v1", organisatie="Gemeente Waterrijk", akkoord="ja")
DUINZICHT = Vrijgave(id="v2", organisatie="Gemeente Duinzicht")
LIJST = Vrijgaven(records=(WATERRIJK, DUINZICHT))


def around(*bouwstenen):
    return environment(make_sessie(*bouwstenen, deelnemers=DEELNEMERS))


def test_a_session_starts_with_a_line_per_organisation_of_its_participants():
    nummers = count(1)
    vorm = Stapvorm(titel="Vrijgave", minuten=0, bouwsteen=Vrijgaven())
    sjabloon = Sjabloon(naam="p", titel="P", soort="peer-review", stappen=(vorm,))
    sessie = start_sessie(
        sjabloon, titel="", datum="2025-03-21", deelnemers=DEELNEMERS, new_id=lambda: f"i{next(nummers)}"
    )
    records = sessie.stappen[0].bouwsteen.records
    assert [(one.organisatie, one.akkoord) for one in records] == [
        ("Gemeente Waterrijk", "onbekend"),
        ("Gemeente Duinzicht", "onbekend"),
    ]


def test_the_beginning_of_a_name_or_the_number_finds_the_line():
    nieuw, record = LIJST.apply_regel("gemeente d !ja @Bram >1-6-2025", around(LIJST), "x")
    assert (record.id, record.akkoord, record.wie, record.datum) == ("v2", "ja", "Bram Post", "2025-06-01")
    assert len(nieuw.records) == 2
    assert LIJST.apply_regel("#1 !nee", around(LIJST), "x")[1].akkoord == "nee"
    nieuw, record = LIJST.apply_regel("#2 in de stad", around(LIJST), "x")
    assert record.organisatie == "#2 in de stad"


def test_an_organisation_that_came_later_is_made_under_its_whole_name():
    begin = Vrijgaven(records=(WATERRIJK,))
    assert begin.waiting(around(begin)) == ("Gemeente Duinzicht",)
    nieuw, record = begin.apply_regel("Gemeente D !ja", around(begin), "x")
    assert (record.organisatie, record.akkoord) == ("Gemeente Duinzicht", "ja")
    assert nieuw.waiting(around(nieuw)) == ()


def test_missing_is_who_has_not_said_yes():
    nee = Vrijgaven(records=(Vrijgave(id="v1", organisatie="Gemeente Waterrijk", akkoord="nee"),))
    assert nee.missing(around(nee)) == (
        "Gemeente Duinzicht heeft nog niet gezegd of het eigen deel gedeeld mag worden.",
        "Gemeente Waterrijk wil niet dat het eigen deel gedeeld wordt.",
    )
    assert LIJST.missing(around(LIJST)) == (
        "Gemeente Duinzicht heeft nog niet gezegd of het eigen deel gedeeld mag worden.",
    )
    alles = Vrijgaven(records=(WATERRIJK, Vrijgave(id="v2", organisatie="Gemeente Duinzicht", akkoord="ja")))
    assert alles.missing(around(alles)) == ()


@pytest.mark.parametrize(
    ("record", "vrij"),
    (
        (Oogst(id="r", wie="Lisa Vermeer"), True),
        (Oogst(id="r", wie="Eva Kok"), True),
        (Oogst(id="r", wie="Bram Post"), False),
        (Oogst(id="r", wie="Onbekende Gast"), False),
        (Oogst(id="r", wie="Zonder Huis"), False),
        (Oogst(id="r"), False),
        (Dilemma(id="r", inbrenger="Lisa Vermeer"), True),
        (Advies(id="r", van=("Lisa Vermeer",)), True),
        (Advies(id="r", van=("Lisa Vermeer", "Bram Post")), False),
    ),
)
def test_a_record_is_free_when_every_organisation_it_is_of_said_yes(record, vrij):
    kind = {Oogst: Oogsten, Dilemma: Dilemmas, Advies: Adviezen}[type(record)]
    omgeving = around(kind(records=(record,)), LIJST)
    assert is_vrij(record, omgeving) is vrij


def test_a_reformulation_is_also_of_who_brought_the_dilemma_in():
    dilemma = Dilemmas(records=(Dilemma(id="d", inbrenger="Bram Post"),))
    anders = Herformulering(id="h", vraag="Wie?", wie="Lisa Vermeer")
    omgeving = around(dilemma, Herformuleringen(records=(anders,)), LIJST)
    assert organisaties_of(anders, omgeving) == ("Gemeente Waterrijk", "Gemeente Duinzicht")
    assert not is_vrij(anders, omgeving)


def test_without_a_step_for_it_all_is_free_and_with_an_empty_one_nothing_is():
    record = Oogst(id="r", wie="Lisa Vermeer")
    assert is_vrij(record, around(Oogsten(records=(record,))))
    assert not is_vrij(record, around(Oogsten(records=(record,)), Vrijgaven()))


def test_two_answers_of_one_organisation_are_only_yes_when_both_are():
    nee = Vrijgave(id="v3", organisatie="gemeente waterrijk", akkoord="nee")
    record = Oogst(id="r", wie="Lisa Vermeer")
    assert not is_vrij(record, around(Oogsten(records=(record,)), Vrijgaven(records=(WATERRIJK, nee))))


@pytest.mark.parametrize("naam", ("Duinzicht", "duinz", "Gemeente Duinzicht"))
def test_a_no_under_a_part_of_the_name_reaches_the_line_of_that_organisation(naam):
    begin = Vrijgaven(records=(WATERRIJK, Vrijgave(id="v2", organisatie="Gemeente Duinzicht", akkoord="ja")))
    nieuw, record = begin.apply_regel(f"{naam} !nee", around(begin), "x")
    assert (record.id, record.akkoord, len(nieuw.records)) == ("v2", "nee", 2)


def test_a_part_that_two_names_have_changes_neither_of_them():
    nieuw, _ = LIJST.apply_regel("Gemeente !nee", around(LIJST), "x")
    assert [one.akkoord for one in nieuw.records] == ["ja", "onbekend", "nee"]
