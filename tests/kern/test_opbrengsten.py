"""opbrengsten: an oogstsessie takes over what was released, and learns how much was not."""

from itertools import count

import pytest
from test_kern_verslag import make_sessie, text_of

from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviesopvolging, Adviezen
from sessie_tool.kern.bouwstenen.dilemma import Dilemma, Dilemmas
from sessie_tool.kern.bouwstenen.herformuleringen import Herformulering, Herformuleringen
from sessie_tool.kern.bouwstenen.oogst import Oogst, Oogsten
from sessie_tool.kern.bouwstenen.opbrengsten import Achterhouding, Opbrengst, Opbrengsten
from sessie_tool.kern.bouwstenen.patronen import Patronen
from sessie_tool.kern.bouwstenen.vrijgave import Vrijgave, Vrijgaven
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Document, Lijst
from sessie_tool.kern.overnemen import take_over
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import environment, replace
from sessie_tool.kern.verslag import make_verslag

DEELNEMERS = (
    Deelnemer(id="d1", naam="Lisa Vermeer", organisatie="Gemeente Waterrijk"),
    Deelnemer(id="d2", naam="Bram Post", organisatie="Gemeente Duinzicht"),
)
UIT = "Peer review Waterrijk, 21 maart 2025"
JA = Vrijgave(id="v1", organisatie="Gemeente Waterrijk", akkoord="ja")
NEE = Vrijgave(id="v2", organisatie="Gemeente Duinzicht", akkoord="nee")
AVOND = (
    Dilemmas(records=(Dilemma(id="d", titel="Bouwen", vraag="Wanneer bouwen we?", inbrenger="Lisa Vermeer"),)),
    Herformuleringen(records=(Herformulering(id="h", vraag="Wie moet er wachten?", wie="Lisa Vermeer"),)),
    Adviezen(
        records=(
            Advies(id="a1", tekst="Begin klein", van=("Lisa Vermeer",)),
            Advies(id="a2", tekst="Geheim van Duinzicht", van=("Bram Post",)),
            Advies(id="a3", tekst="Voor mij alleen", van=("Lisa Vermeer",), bereik="begeleider"),
        )
    ),
    Oogsten(
        records=(
            Oogst(id="o1", tekst="Eerst vragen", wie="Lisa Vermeer"),
            Oogst(id="o2", tekst="Ook van Duinzicht", wie="Bram Post"),
        )
    ),
)


def avond(*bouwstenen):
    sessie = make_sessie(*bouwstenen, deelnemers=DEELNEMERS)
    return replace(sessie, id="avond", titel="Peer review Waterrijk", soort="peer-review")


def oogst(*bronnen, sessie=None):
    """The oogstsessie after taking over from these evenings."""
    nummers = count(1)
    sessie = sessie or make_sessie(Opbrengsten(uit="peer-review"), Patronen())
    return take_over(sessie, bronnen, lambda: f"n{len(sessie.stappen[0].bouwsteen.records)}{next(nummers)}")


def in_short(sessie):
    return [
        (one.aard, one.tekst, one.van) if isinstance(one, Opbrengst) else one.tekst
        for one in sessie.stappen[0].bouwsteen.records
    ]


def test_only_what_is_released_comes_along_and_the_rest_is_counted():
    sessie = oogst(avond(*AVOND, Vrijgaven(records=(JA, NEE))))
    assert in_short(sessie) == [
        ("vraag", "Wie moet er wachten?", "Gemeente Waterrijk"),
        ("advies", "Begin klein", "Gemeente Waterrijk"),
        ("oogst", "Eerst vragen", "Gemeente Waterrijk"),
        f"2 regels van Gemeente Duinzicht zijn nog niet vrijgegeven ({UIT}).",
    ]
    records = sessie.stappen[0].bouwsteen.records
    assert {one.uit for one in records if isinstance(one, Opbrengst)} == {UIT}
    tekst = text_of(make_verslag(sessie, "2025-04-01T09:00:00"))
    assert "Duinzicht" not in tekst
    assert "Niet alles uit de eerdere sessies is vrijgegeven." in tekst


@pytest.mark.parametrize(
    ("neemt_over", "komt_mee"),
    (
        (Adviezen(uit="peer-review"), ["Begin klein", "Voor mij alleen"]),
        (Oogsten(uit="peer-review"), ["Eerst vragen"]),
        (Dilemmas(uit="peer-review"), ["Bouwen"]),
    ),
    ids=lambda een: getattr(een, "soort", ""),
)
def test_no_kind_takes_over_what_is_not_released(neemt_over, komt_mee):
    sessie = oogst(avond(*AVOND, Vrijgaven(records=(JA, NEE))), sessie=make_sessie(neemt_over))
    assert [one.hoofdtekst for one in sessie.stappen[0].bouwsteen.records] == komt_mee


def test_what_is_the_facilitators_own_never_comes_along():
    assert "Voor mij alleen" not in str(oogst(avond(*AVOND)))


def test_without_a_step_for_vrijgave_all_comes_along():
    assert len(in_short(oogst(avond(*AVOND)))) == 5
    assert not any(isinstance(one, str) for one in in_short(oogst(avond(*AVOND))))


def test_before_anyone_said_yes_nothing_comes_along():
    assert in_short(oogst(avond(*AVOND, Vrijgaven()))) == [
        f"3 regels van Gemeente Waterrijk zijn nog niet vrijgegeven ({UIT}).",
        f"2 regels van Gemeente Duinzicht zijn nog niet vrijgegeven ({UIT}).",
    ]


def test_what_is_released_later_can_still_be_taken_over():
    eerst = oogst(avond(*AVOND, Vrijgaven(records=(JA, NEE))))
    later = replace_records(avond(*AVOND, Vrijgaven(records=(JA, NEE))), [replace(NEE, akkoord="ja")])
    nieuw = oogst(later, sessie=eerst)
    assert [one[1] for one in in_short(nieuw) if isinstance(one, tuple)][-2:] == [
        "Geheim van Duinzicht",
        "Ook van Duinzicht",
    ]


def test_of_someone_who_is_not_known_it_says_so():
    gast = Oogsten(records=(Oogst(id="o", tekst="Wie ben ik", wie="Gast"),))
    (zin,) = in_short(oogst(avond(gast, Vrijgaven(records=(JA,)))))
    assert zin == f"1 regel van een onbekende organisatie is nog niet vrijgegeven ({UIT})."


def test_the_question_as_brought_comes_along_when_nobody_reformulated_it():
    assert in_short(oogst(avond(AVOND[0]))) == [("vraag", "Wanneer bouwen we?", "Gemeente Waterrijk")]


@pytest.mark.parametrize("bouwsteen", (Adviezen(records=(Advies(id="a"),)), Oogsten(records=(Oogst(id="o"),))))
def test_empty_lines_do_not_come_along(bouwsteen):
    assert in_short(oogst(avond(bouwsteen))) == []


def test_advice_of_an_even_earlier_session_does_not_come_along_twice():
    eerder = Adviesopvolging(id="f", tekst="Van vorig jaar", advies="a0")
    assert in_short(oogst(avond(Adviezen(records=(eerder,))))) == []


def test_what_is_held_back_is_no_opbrengst_and_gets_no_place_in_a_pattern():
    sessie = oogst(avond(*AVOND, Vrijgaven()))
    assert list(Patronen().pool(environment(sessie))) == []
    assert sessie.stappen[0].bouwsteen.missing(environment(sessie))[0] == "Er zijn nog geen opbrengsten opgeschreven."


def test_a_person_may_let_the_verslag_say_what_is_held_back():
    bouwsteen = Opbrengsten(records=(Achterhouding(id="x", tekst="2 regels wachten."),))
    blokken = bouwsteen.report(environment(make_sessie(bouwsteen)))
    assert text_of(Document("", blokken)).split("\n")[3:] == ["2 regels wachten."]


def test_the_verslag_holds_the_opbrengsten_per_session_under_their_numbers():
    een = Opbrengst(id="a", tekst="Begin klein", aard="advies", van="Gemeente Waterrijk", uit="Peer-review A")
    twee = Opbrengst(id="b", tekst="Wie wacht?", aard="vraag", uit="Intervisie B")
    drie = Opbrengst(id="c", tekst="Zomaar")
    bouwsteen = Opbrengsten(records=(een, twee, drie))
    blokken = bouwsteen.report(environment(make_sessie(bouwsteen)))
    assert text_of(Document("", blokken)).split("\n")[3:] == [
        "Peer-review A",
        "Begin klein (advies, Gemeente Waterrijk)",
        "Intervisie B",
        "Wie wacht? (vraag)",
        "Zonder sessie",
        "Zomaar",
    ]
    assert [blok.start for blok in blokken if isinstance(blok, Lijst)] == [1, 2, 3]
