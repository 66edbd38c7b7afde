"""The bestuursoplegger: what was chosen, what it asks, what was advised; nothing else, and nothing that is private."""

from dataclasses import dataclass
from itertools import count

import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.document import Kop, plain
from sessie_tool.kern.oplegger import make_oplegger
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import apply_regel, environment, replace
from sessie_tool.kern.starten import Eerder, start_sessie
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.sjabloon import load_sjabloon

MOMENT = "2025-11-01T12:00:00+01:00"
OPGAVEN = ("Inclusief", "Groen en duurzaam", "Aantrekkelijk", "Open")


@dataclass
class Jaar:
    """A jaarronde and its Boardsessie, into which lines are typed."""

    jaarronde: object
    boardsessie: object
    nummers: object

    def typ(self, sessie, titel, regel):
        oud = getattr(self, sessie)
        stap = next(one.id for one in oud.stappen if one.titel == titel)
        nieuw, record = apply_regel(oud, stap, regel, OPGAVEN, f"n{next(self.nummers)}")
        setattr(self, sessie, nieuw)
        return record

    def tekst(self, **opties):
        document = resolve_opmaak(make_oplegger(self.jaarronde, self.boardsessie, MOMENT, OPGAVEN, **opties))
        return schrijf(document, "txt")[0].decode()


@pytest.fixture
def jaar():
    nummers = count(1)

    def start(naam, datum, **opties):
        sjabloon = load_sjabloon(shipped_sjablonen() / f"{naam}.md")
        return start_sessie(sjabloon, titel="", datum=datum, new_id=lambda: f"i{next(nummers)}", **opties)

    ronde = replace(start("jaarronde", "2025-06-05"), status="afgerond")
    made = Jaar(ronde, None, nummers)
    made.typ("jaarronde", "Rode draden van het jaar", "Het net is vol #groen #open")
    made.typ("jaarronde", "Rode draden van het jaar", "Wonen zit vast #aan")
    made.typ("jaarronde", "Kiezen", "1=4!")
    made.typ("jaarronde", "Koers van het jaar", 'Eerst het net +1 !ja ambitie="1.200 woningen" @"de raad"')
    made.typ("jaarronde", "Vragen voor de Board", "Wie gaat er voor? +1")
    made.boardsessie = start("boardsessie", "2025-10-09", eerder=Eerder(bronnen=(made.jaarronde,)))
    made.typ("boardsessie", "Reflecties", "Dit is lang. ==Maak de verdeling openbaar.==^[Zie 2024.] En dit ook. +a")
    return made


def test_it_tells_what_was_held_chosen_asked_and_advised(jaar):
    tekst = jaar.tekst()
    for woorden in (
        "Jaarronde was op 5 juni 2025. Boardsessie staat gepland op 9 oktober 2025.",
        "Het net is vol – in 2 van 4 opgaven",
        "Koers bijstellen: ja. Ambitie: 1.200 woningen. Wat verandert er: Eerst het net.",
        "Nog 1 rode draad staat in het verslag van Jaarronde.",
        "1. Maak de verdeling openbaar.",
        "De raad: de koers bij 'Het net is vol'.",
        "Nog niet bekend wie besluit: een besluit over advies 1.",
        "Er zijn nog geen acties afgesproken.",
    ):
        assert woorden in tekst
    assert "Dit is lang" not in tekst
    assert "Wonen zit vast" not in tekst


def test_an_empty_part_says_so_and_nothing_is_invented(jaar):
    leeg = replace(jaar.jaarronde, stappen=())
    document = make_oplegger(leeg, None, MOMENT, OPGAVEN)
    koppen = [plain(blok.inhoud) for blok in document.blokken if isinstance(blok, Kop)]
    assert koppen == [
        "De gekozen rode draden", "Advies van de Board", "Wat we van het bestuur vragen", "Wat er is afgesproken"
    ]  # fmt: skip
    jaar.jaarronde, jaar.boardsessie = leeg, None
    for zin in (
        "Er is nog geen Boardsessie over deze jaarronde.",
        "Er zijn in de jaarronde nog geen rode draden gekozen.",
        "Er is nog geen advies.",
        "Er is nu niets te besluiten.",
        "Er zijn nog geen acties afgesproken.",
    ):
        assert zin in jaar.tekst()


def test_the_newest_decision_about_an_advies_counts(jaar):
    (advies,) = environment(jaar.boardsessie).of_type("advies")
    besluit = replace(advies, besluit="deels overgenomen", wie_besluit="het college", wanneer="2026-02-03")
    tekst = jaar.tekst(besluiten={advies.id: besluit})
    assert "Maak de verdeling openbaar. Deels overgenomen door het college op 3 februari 2026." in " ".join(
        tekst.split()
    )
    assert "een besluit over advies 1" not in tekst


@pytest.mark.parametrize(
    ("sessie", "soort", "weg"),
    (
        ("jaarronde", "rode_draad", "Het net is vol"),
        ("jaarronde", "koersbepaling", "Eerst het net"),
        ("boardsessie", "reflectie", "Maak de verdeling openbaar"),
    ),
)
def test_what_is_the_facilitators_own_stays_out(jaar, sessie, soort, weg):
    record = next(environment(getattr(jaar, sessie)).of_type(soort))
    assert weg in jaar.tekst()
    eigen = replace(record, bereik="begeleider")
    setattr(jaar, sessie, replace_records(getattr(jaar, sessie), [eigen]))
    assert weg not in jaar.tekst()


def test_when_a_page_is_too_small_the_chosen_threads_come_first_and_the_rest_is_counted(jaar):
    lang = "is een zin die meer dan één regel van de bladzijde vult, zodat er geen twintig op de bladzijde passen"
    for nummer in range(20):
        jaar.typ("boardsessie", "Reflecties", f"==Advies {nummer} {lang}.==")
        jaar.typ("boardsessie", "Acties", f"Actie {nummer} doen")
    tekst = jaar.tekst()
    assert "Het net is vol" in tekst
    assert "De raad: de koers bij 'Het net is vol'." in tekst
    getoond = sum(f"Advies {nummer} is" in tekst for nummer in range(20)) + 1
    assert 3 < getoond < 20
    assert f"Nog {21 - getoond} adviezen staan in het verslag van Boardsessie." in tekst
