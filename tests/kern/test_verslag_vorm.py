"""What the verslag looks like: its status, its appendix, and what stays readable when there is much of it."""

import pytest
from test_kern_verslag import MOMENT, flatten, make_sessie, text_of

from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.document import Alinea, Inhoudsopgave, Kop, Tabel, Verwijzing, plain
from sessie_tool.kern.record import Overname
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.kern.verslag import make_verslag

SIGNALEN = Signalen(
    records=(
        Signaal(id="g1", tekst="Een", herkomst="buiten", soort="trend", opgaven=("Open", "Groen")),
        Signaal(id="g2", tekst="Twee", herkomst="buiten", opgaven=("Open",)),
        Signaal(id="g3", tekst="Drie", bereik="begeleider", herkomst="binnen"),
        Signaal(id="g4", tekst="Vier", herkomst="binnen", overgenomen=Overname("x", "y", "Sessie Open, 3 mei 2024")),
    )
)


def zinnen(sessie):
    return text_of(make_verslag(sessie, MOMENT)).split("\n")


@pytest.mark.parametrize(
    ("status", "vaststelling", "zin"),
    (
        ("afgerond", None, "Concept van 22 maart 2025, nog niet vastgesteld."),
        ("lopend", None, "Concept van 22 maart 2025. De sessie loopt nog."),
        ("vastgesteld", Vaststelling("2025-04-01", "de Board"), "Vastgesteld op 1 april 2025 door de Board."),
        ("vastgesteld", Vaststelling("2025-04-01"), "Vastgesteld op 1 april 2025."),
        ("vastgesteld", None, "Vastgesteld. Dit bestand is gemaakt op 22 maart 2025."),
    ),
)
def test_the_status_says_whether_it_is_a_concept_or_when_and_by_whom_it_was_vastgesteld(status, vaststelling, zin):
    assert zin in zinnen(make_sessie(Signalen(), status=status, vaststelling=vaststelling))


def test_the_step_counts_its_signals_and_the_appendix_has_them_all():
    blokken = make_verslag(make_sessie(SIGNALEN), MOMENT).blokken
    begin = next(plaats for plaats, blok in enumerate(blokken) if isinstance(blok, Kop) and blok.nummering == "letter")
    stap = [plain(blok.inhoud) for blok in flatten(blokken[:begin]) if isinstance(blok, Alinea)]
    assert "Herkomst: buiten (2), binnen (1)" in stap
    assert "Soort: trend (1), zonder soort (2)" in stap
    assert "Opgave: Open (2), Groen (1), zonder opgave (1)" in stap
    assert "Uit: deze sessie (2); Sessie Open, 3 mei 2024 (1)" in stap
    naar = [
        deel for blok in blokken if isinstance(blok, Alinea) for deel in blok.inhoud if isinstance(deel, Verwijzing)
    ]
    assert [een.anker for een in naar] == [blokken[begin].anker]
    rijen = [rij.anker for blok in blokken[begin:] if isinstance(blok, Tabel) for rij in blok.rijen]
    assert rijen == ["g1", "g2", "g4"]


def test_what_is_empty_everywhere_is_not_counted():
    regels = zinnen(make_sessie(Signalen(records=(Signaal(id="g1", tekst="Een"),))))
    assert "In totaal 1 signaal; de hele lijst staat in de bijlage." in regels
    assert not [regel for regel in regels if regel.startswith(("Herkomst", "Soort", "Uit"))]


@pytest.mark.parametrize(("aantal", "met_tekst"), ((20, True), (21, False)))
def test_a_thread_with_many_signals_shows_their_numbers_and_every_one_is_a_link(aantal, met_tekst):
    signalen = Signalen(records=tuple(Signaal(id=f"g{een}", tekst="Net vol") for een in range(1, aantal + 1)))
    draad = RodeDraad(id="d1", titel="Stroom", signalen=tuple(een.id for een in signalen.records))
    sessie = make_sessie(RodeDraden(records=(draad,)), signalen)
    alineas = [blok for blok in flatten(make_verslag(sessie, MOMENT).blokken) if isinstance(blok, Alinea)]
    links = [deel for blok in alineas for deel in blok.inhoud if isinstance(deel, Verwijzing)]
    assert [een.anker for een in links if een.anker.startswith("g")] == list(draad.signalen)
    assert (links[0].tekst == "1 Net vol") is met_tekst


def test_a_step_without_anything_says_so():
    regels = zinnen(make_sessie(EerdereDraden(), Signalen()))
    assert "Geen bijzonderheden." in regels
    assert "Hier is niets opgeschreven." in regels


def test_the_table_of_contents_stands_before_everything_that_it_lists():
    blokken = make_verslag(make_sessie(SIGNALEN), MOMENT).blokken
    assert [isinstance(blok, Kop) for blok in blokken].index(True) > blokken.index(Inhoudsopgave())
