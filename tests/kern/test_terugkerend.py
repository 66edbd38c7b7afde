"""Pilots, barrières and lessen come back in a later session about the same subject, the newest words only."""

from itertools import count

import pytest
from test_kern_verslag import MOMENT, text_of

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.barrieres import Barrieres
from sessie_tool.kern.bouwstenen.lessen import Lessen
from sessie_tool.kern.bouwstenen.pilots import Pilots
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, apply_regel, environment
from sessie_tool.kern.starten import Eerder, start_sessie
from sessie_tool.kern.verslag import list_missing, make_verslag

SOORTEN = (Pilots, Barrieres, Lessen)
SJABLOON = Sjabloon(
    naam="pilot",
    titel="Pilot",
    soort="pilot",
    stappen=tuple(
        Stapvorm(titel=kind.TITEL, minuten=9, bouwsteen=kind(uit="pilot", periode="alle")) for kind in SOORTEN
    ),
)
REGELS = ("Doeken #Molenwijk !opbouw", "Twee potjes +1", "Vraag één straat +1 !ja ?overal")
NUMMERS = count(1)


def start(jaar, opgaven=("Groen",), titel="Pilotgesprek", bronnen=(), regels=(), gekozen=()):
    """A session with `regels`: pairs of the place of a step and a line."""
    sessie = start_sessie(
        SJABLOON,
        titel=titel,
        datum=f"{jaar}-03-12",
        opgaven=opgaven,
        new_id=lambda: f"i{next(NUMMERS)}",
        eerder=Eerder(bronnen=tuple(bronnen), gekozen=frozenset(gekozen)),
    )
    for plaats, regel in regels:
        sessie, _ = apply_regel(sessie, sessie.stappen[plaats].id, regel, (), f"i{next(NUMMERS)}")
    return sessie


def inhoud(sessie):
    return [[een.hoofdtekst for een in stap.bouwsteen.records] for stap in sessie.stappen]


ALLES = [["Doeken"], ["Twee potjes"], ["Vraag één straat"]]
NIETS = [[], [], []]


@pytest.mark.parametrize(
    ("opgaven", "titel", "verwacht"),
    (
        (("Groen",), "Pilotgesprek", ALLES),
        (("Open", "Groen"), "Pilotgesprek", ALLES),
        (("Open",), "Pilotgesprek", NIETS),
        (("Open",), "Pilotgesprek molenwijk", ALLES),
        ((), "Pilotgesprek", ALLES),
    ),
)
def test_only_what_is_about_the_same_opgave_or_area_comes_back(opgaven, titel, verwacht):
    eerst = start(2024, regels=enumerate(REGELS))
    assert inhoud(start(2025, opgaven, titel, [eerst])) == verwacht


def test_a_session_that_a_person_chose_gives_everything():
    eerst = start(2024, regels=enumerate(REGELS))
    assert inhoud(start(2025, ("Open",), bronnen=[eerst], gekozen=[eerst.id])) == ALLES


def test_what_came_back_keeps_its_link_and_says_where_it_is_from():
    nu = start(2025, bronnen=[start(2024, regels=enumerate(REGELS))])
    pilot, barriere, les = (stap.bouwsteen.records[0] for stap in nu.stappen)
    assert barriere.pilot == les.pilot == (pilot.id,)
    assert les.overgenomen.uit == "Pilotgesprek, 12 maart 2024"
    assert "Pilotgesprek, 12 maart 2024" in text_of(make_verslag(nu, MOMENT))


def test_of_what_more_sessions_hold_the_newest_counts_and_what_is_lifted_stays_away():
    eerst = start(2023, regels=enumerate(REGELS))
    daarna = start(
        2024, bronnen=[eerst], regels=[(0, "#1 !afbouw"), (1, "#1 !opgeheven"), (2, "#1 !nog"), (2, "Nieuw")]
    )
    nu = start(2025, bronnen=[eerst, daarna])
    assert inhoud(nu) == [["Doeken"], [], ["Vraag één straat", "Nieuw"]]
    assert nu.stappen[0].bouwsteen.records[0].fase == "afbouw"
    assert nu.stappen[2].bouwsteen.records[0].opschalen == "nog niet"
    later = start(2026, bronnen=[eerst, daarna, nu])
    assert inhoud(later) == inhoud(nu)


def test_a_number_without_a_mark_is_a_new_line():
    sessie = start(2024, regels=[(2, "Een les"), (2, "#1 is nog geen les"), (2, "#1 !ja en meer")])
    assert inhoud(sessie)[2] == ["Een les en meer", "#1 is nog geen les"]


def test_what_nobody_keeps_or_can_lift_is_missing():
    sessie = start(2024, regels=[(0, 'Doeken !afbouw @"Fleur"'), (1, "Twee potjes"), (2, "Een les")])
    gaten = " ".join(gat for _, gat in list_missing(sessie, environment(sessie)))
    assert "Pilot 1 (Doeken) stopt, maar niemand houdt het resultaat" in gaten
    assert "Barrière zonder naam (wie kan dit wegnemen?): Twee potjes" in gaten
    assert "Kan dit ook elders? Een les" in gaten
    sessie, _ = apply_regel(sessie, sessie.stappen[0].id, "#1 ?het team Wijken", (), "n")
    assert not [gat for _, gat in list_missing(sessie, environment(sessie)) if "niemand houdt" in gat]


def test_a_number_that_is_not_there_changes_nothing_and_is_said():
    sessie = start(2024, regels=enumerate(REGELS))
    with pytest.raises(RegelError, match="Nummer 9"):
        apply_regel(sessie, sessie.stappen[0].id, "#9 !afbouw", (), "n")
