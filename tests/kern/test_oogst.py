"""oogst: everybody takes something home, and who does not is named."""

import pytest
from kern_strategieen import DEELNEMERS
from test_kern_verslag import make_sessie

from sessie_tool.kern.bouwstenen.oogst import Oogst, Oogsten
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import plain
from sessie_tool.kern.sessie import environment

LISA = Deelnemer(id="d9", naam="Lisa Vermeer", rol="adviseur")


def around(*bouwstenen, deelnemers=(*DEELNEMERS, LISA)):
    return environment(make_sessie(*bouwstenen, deelnemers=deelnemers))


def test_a_line_holds_what_who_and_what_they_do_with_it():
    regel = "Eerst vragen, dan rekenen @lisa ?dit in ons team bespreken, ook met @Jansen"
    assert Oogsten().apply_regel(regel, around(), "o1")[1] == Oogst(
        id="o1",
        tekst="Eerst vragen, dan rekenen",
        wie="Lisa Vermeer",
        doet="dit in ons team bespreken, ook met @Jansen",
    )


def test_it_is_missing_of_who_is_there_and_does_not_lead():
    assert Oogsten().missing(around()) == ("Er is nog geen oogst van Sami Özturk en Lisa Vermeer.",)
    sami = Oogsten(records=(Oogst(id="o1", tekst="Vragen", wie="Sami Özturk"),))
    lisa = Oogsten(records=(Oogst(id="o2", tekst="Rekenen", wie="lisa vermeer"),))
    assert sami.missing(around(sami)) == ("Er is nog geen oogst van Lisa Vermeer.",)
    assert sami.missing(around(sami, lisa)) == ()


@pytest.mark.parametrize("deelnemers", ((), DEELNEMERS[:2]))
def test_without_known_participants_only_an_empty_step_misses_something(deelnemers):
    assert Oogsten().missing(around(deelnemers=deelnemers)) == ("Er zijn nog geen oogsten opgeschreven.",)
    vol = Oogsten(records=(Oogst(id="o1", tekst="Vragen"),))
    assert vol.missing(around(vol, deelnemers=deelnemers)) == ()


def test_the_verslag_shows_per_line_what_who_and_what_next():
    vol = Oogsten(records=(Oogst(id="o1", tekst="Vragen", wie="Lisa Vermeer", doet="oefenen"),))
    (tabel,) = vol.report(around(vol))
    assert [kolom.titel for kolom in tabel.kolommen] == ["Nr.", "Oogst", "Wie", "Wat ga ik ermee doen"]
    assert [plain(cel) for cel in tabel.rijen[0].cellen] == ["1", "Vragen", "Lisa Vermeer", "oefenen"]
