"""The sjablonen that ship: anyone can lead a session with them, and their times are those of the method."""

import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.sjabloon import find_sjablonen, read_sjabloon

PADEN = sorted(shipped_sjablonen().glob("*.md"))
TIJDEN = {
    "peer-review": {
        "Voorbereiding": 0,
        "Eten": 45,
        "Dilemma": 20,
        "Verhelderende vragen": 20,
        "Vraag achter de vraag": 20,
        "Samen verkennen": 30,
        "Advies": 20,
        "Wat neemt de inbrenger mee": 10,
        "Wat neemt ieder mee": 15,
        "Acties": 5,
        "Vrijgave": 0,
    },
    "incidentmethode": {
        "Terugblik op vorige adviezen": 5,
        "Casussen": 10,
        "Keuze": 5,
        "Vragenronde": 15,
        "Analyse in groepjes": 10,
        "Adviesronde": 10,
        "Evaluatie en vervolg": 10,
    },
    "roddelmethode": {
        "Vraagintroductie": 5,
        "Verkenning": 15,
        "Roddelen": 15,
        "Reactie inbrenger": 15,
        "Evaluatie": 5,
    },
    "consultancy": {
        "Dilemma en focusvraag": 10,
        "Feitelijke vragen": 5,
        "Verdiepende vragen": 10,
        "Groep bespreekt": 15,
        "Reflectie inbrenger": 5,
        "Nabespreking": 5,
    },
}
"""What the methods prescribe: step → minutes."""


@pytest.fixture(scope="module")
def sjablonen():
    found, bevindingen = find_sjablonen([shipped_sjablonen()])
    assert bevindingen == []
    return {sjabloon.naam: sjabloon for sjabloon in found}


@pytest.mark.parametrize("pad", PADEN, ids=lambda pad: pad.stem)
def test_a_sjabloon_that_ships_has_nothing_to_mend(pad):
    sjabloon, bevindingen = read_sjabloon(pad.read_text(encoding="utf-8"), pad.stem)
    assert bevindingen == ()
    assert sjabloon.inleiding
    assert sjabloon.doel


@pytest.mark.parametrize("pad", PADEN, ids=lambda pad: pad.stem)
def test_every_step_in_which_people_talk_says_what_to_do_and_who_may_do_what(pad, sjablonen):
    for stap in sjablonen[pad.stem].stappen:
        if stap.minuten:
            assert all((stap.doel, stap.uitleg, stap.zeg, stap.let_op, stap.regels)), stap.titel


@pytest.mark.parametrize("naam", TIJDEN)
def test_the_times_are_those_of_the_method(naam, sjablonen):
    assert {stap.titel: stap.minuten for stap in sjablonen[naam].stappen} == TIJDEN[naam]


@pytest.mark.parametrize("naam", TIJDEN)
def test_no_advice_is_given_before_the_facts_are_clear(naam, sjablonen):
    soorten = [stap.bouwsteen.soort for stap in sjablonen[naam].stappen]
    before = sjablonen[naam].stappen[: soorten.index("adviezen")]
    assert any("geen" in regel.tekst and "advies" in regel.tekst for stap in before for regel in stap.regels)


def test_the_oogstsessie_takes_two_hours(sjablonen):
    assert sjablonen["oogstsessie"].minuten == 120
