"""checklist: what must be ready is ticked off, and the verslag says what is not."""

from itertools import count

import pytest
from kern_strategieen import DEELNEMERS
from test_kern_verslag import make_sessie, text_of

from sessie_tool.kern.bouwstenen.basis import Start
from sessie_tool.kern.bouwstenen.checklist import Checklist, Controlepunt
from sessie_tool.kern.document import Document
from sessie_tool.kern.sessie import environment


@pytest.fixture
def checklist():
    nummers = count(1)
    start = Start(vragen=("Is de zaal geregeld?", "Zijn de stukken verstuurd?"))
    return Checklist().start(start, lambda: f"c{next(nummers)}")


def typ(checklist, regel):
    omgeving = environment(make_sessie(checklist, deelnemers=DEELNEMERS))
    return checklist.apply_regel(regel, omgeving, "nieuw")


def report(checklist):
    return text_of(Document("", checklist.report(environment(make_sessie(checklist))))).split("\n")[3:]


def test_each_question_of_the_step_becomes_an_item_that_is_not_done(checklist):
    assert [one.tekst for one in checklist.records] == ["Is de zaal geregeld?", "Zijn de stukken verstuurd?"]
    assert not any(one.gedaan for one in checklist.records)


def test_a_line_with_a_number_ticks_that_item_and_can_take_it_back(checklist):
    checklist, record = typ(checklist, "#2 !ja @Jansen")
    assert record == Controlepunt(id="c2", tekst="Zijn de stukken verstuurd?", gedaan=True, wie="Jansen")
    checklist, record = typ(checklist, "#2 !nee")
    assert not record.gedaan
    assert len(checklist.records) == 2


def test_words_beside_the_tick_are_added_to_the_item(checklist):
    assert typ(checklist, "#1 !ja zaal 3")[1].tekst == "Is de zaal geregeld? zaal 3"


@pytest.mark.parametrize("regel", ("Koffie besteld", "#7 straten !ja", "#1 in de stad"))
def test_another_line_is_a_new_item(checklist, regel):
    checklist, record = typ(checklist, regel)
    assert len(checklist.records) == 3
    assert record.id == "nieuw"


def test_the_verslag_says_what_is_done_and_what_is_not(checklist):
    checklist, _ = typ(checklist, "#1 !ja @Jansen")
    assert report(checklist) == [
        "Gedaan:", "Is de zaal geregeld? (Jansen)", "Niet gedaan:", "Zijn de stukken verstuurd?"
    ]  # fmt: skip
    assert checklist.missing(environment(make_sessie(checklist))) == ("Nog niet gedaan: Zijn de stukken verstuurd?",)


def test_an_item_without_text_still_has_words_in_the_verslag():
    assert report(Checklist(records=(Controlepunt(id="c1"),))) == ["Niet gedaan:", "(nog zonder tekst)"]
