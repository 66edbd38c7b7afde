"""herformuleringen: the way from the question as it was brought in to the vraag achter de vraag."""

import pytest
from kern_strategieen import DEELNEMERS
from test_kern_verslag import make_sessie, text_of

from sessie_tool.kern.bouwstenen.adviezen import Adviezen
from sessie_tool.kern.bouwstenen.dilemma import Dilemma, Dilemmas
from sessie_tool.kern.bouwstenen.herformuleringen import Herformulering, Herformuleringen, find_kern
from sessie_tool.kern.bouwstenen.notities import Notities
from sessie_tool.kern.document import Document, Lijst, plain
from sessie_tool.kern.groei import Groei
from sessie_tool.kern.sessie import apply_regel, environment, find_kernvraag

DILEMMA = Dilemmas(records=(Dilemma(id="d1", titel="Bouwen of wachten", vraag="Wanneer beginnen we?"),))
EERST = Herformulering(id="h1", vraag="Wie moet er wachten?", wie="Jansen", wanneer="19:40")
LATER = Herformulering(id="h2", vraag="Wie durft te kiezen?", wie="Sami Özturk")
KERN = "Dit is de vraag achter de vraag."


def report(bouwsteen, *overig):
    return bouwsteen.report(environment(make_sessie(*overig, bouwsteen, deelnemers=DEELNEMERS)))


def lines(blokken):
    return text_of(Document("", blokken)).split("\n")[3:]


def test_a_line_gets_the_time_at_which_it_was_typed():
    sessie = make_sessie(Herformuleringen(), deelnemers=DEELNEMERS)
    _, record = apply_regel(sessie, "s1", "Wie wacht? @jan", (), "h", "2025-03-21T19:40:12+01:00")
    assert (record.vraag, record.wie, record.wanneer) == ("Wie wacht?", "Jansen", "19:40")
    _, record = apply_regel(sessie, "s1", "Wie wacht? wanneer=20:10", (), "h", "2025-03-21T19:40:12")
    assert record.wanneer == "20:10"
    assert apply_regel(sessie, "s1", "Wie wacht?", (), "h")[1].wanneer == ""


def test_the_time_is_known_for_every_one_of_many_lines():
    sessie = make_sessie(Herformuleringen())
    bouwsteen = sessie.stappen[0].bouwsteen
    groei = Groei(sessie, "s1", environment(sessie, (), "2025-03-21T19:40:12"))
    for nummer in range(3):
        bouwsteen, record = bouwsteen.apply_regel("Wie?", groei.omgeving(bouwsteen), f"h{nummer}")
        assert record.wanneer == "19:40"
    assert groei.omgeving(bouwsteen.with_records(bouwsteen.records[1:])).moment


def test_the_verslag_shows_the_way_and_the_last_one_is_the_vraag_achter_de_vraag():
    blokken = report(Herformuleringen(records=(EERST, LATER)), DILEMMA)
    assert lines(blokken) == [
        "De vraag zoals die is ingebracht: Wanneer beginnen we?",
        "Wie moet er wachten? (Jansen, 19:40)",
        "Wie durft te kiezen? (Sami Özturk)",
        KERN,
    ]
    lijst = blokken[-1]
    assert isinstance(lijst, Lijst)
    assert [punt.blokken[0].inhoud[0].vet for punt in lijst.punten] == [False, True]


def test_the_marked_one_is_the_vraag_achter_de_vraag_wherever_it_stands():
    gemerkt = Herformulering(id="h0", vraag="Wat is eerlijk?", kern=True)
    regels = lines(report(Herformuleringen(records=(gemerkt, EERST)), DILEMMA))
    assert regels[1:3] == ["Wat is eerlijk?", KERN]
    assert KERN not in regels[3:]


def test_the_numbers_go_on_in_a_later_step():
    stappen = (Herformuleringen(records=(EERST,)), Notities(), Herformuleringen(records=(LATER,)))
    omgeving = environment(make_sessie(DILEMMA, *stappen))
    eerste, tweede = stappen[0].report(omgeving), stappen[2].report(omgeving)
    assert (eerste[-1].start, tweede[-1].start) == (1, 2)
    assert KERN not in lines(eerste)
    assert [plain(punt.blokken[-1].inhoud) for punt in tweede[-1].punten] == [KERN]
    assert not any("zoals die is ingebracht" in regel for regel in lines(tweede))


@pytest.mark.parametrize("bereik", ("verslag", "begeleider"))
def test_what_is_the_facilitators_own_is_never_the_vraag_achter_de_vraag(bereik):
    eigen = Herformulering(id="h3", vraag="Wat verzwijgen we?", kern=True, bereik=bereik)
    omgeving = environment(make_sessie(Herformuleringen(records=(EERST, eigen))))
    assert find_kern(omgeving) == (eigen if bereik == "verslag" else EERST)


def test_later_steps_keep_the_question_in_view_as_far_as_the_group_got():
    dilemma = Dilemmas(records=(Dilemma(id="d1", titel="Het plein", vraag="Hoe krijgen we het plein veilig?"),))
    eerste = Herformulering(id="h1", vraag="Van wie is het plein?")
    tweede = Herformulering(id="h2", vraag="Wie durft er iets van te zeggen?", kern=True)
    later = Herformulering(id="h3", vraag="En wat kost dat?")
    for records, verwacht in (((), "Hoe krijgen we het plein veilig?"), ((eerste,), eerste.vraag),
                              ((eerste, tweede, later), tweede.vraag)):  # fmt: skip
        sessie = make_sessie(dilemma, Herformuleringen(records=records), Adviezen())
        omgeving = environment(sessie)
        assert find_kernvraag(sessie, sessie.stappen[2].id, omgeving) == verwacht
        assert find_kernvraag(sessie, sessie.stappen[0].id, omgeving) == ""
