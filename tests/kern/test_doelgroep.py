"""Doelgroep: who works on the same people; what is double and where nobody is comes from what was typed."""

from hypothesis import given
from hypothesis import strategies as st
from test_kern_verslag import MOMENT, make_sessie, text_of

from sessie_tool.kern.bouwstenen.doelgroep import (
    LEEFGEBIEDEN,
    Betrokkenheid,
    Doelgroep,
    draw_matrix,
    find_gaps,
    find_overlaps,
    in_cell,
    list_opdrachtgevers,
)
from sessie_tool.kern.document import Tabel
from sessie_tool.kern.sessie import apply_regel, environment
from sessie_tool.kern.verslag import list_missing, make_verslag

REGELS = (
    "Jongerenwerk !netwerk @Welzijn",
    "Maatjes !netwerk @welzijn",
    'Kamers !wonen @Wonen #"zonder bed" ?eerst bellen',
    'Postadres !wonen @Welzijn #"met bed"',
)

lijst = st.lists(
    st.builds(
        Betrokkenheid,
        id=st.uuids().map(str),
        uitvoering=st.text(max_size=3),
        leefgebied=st.sampled_from(("", *LEEFGEBIEDEN)),
        opdrachtgever=st.sampled_from(("", "A", "a ", "[b]")),
        doelgroep=st.sampled_from(("", "Jong", "jong ")),
    ),
    max_size=8,
)


def fill(*regels):
    sessie = make_sessie(Doelgroep())
    for nummer, regel in enumerate(regels):
        sessie, _ = apply_regel(sessie, "s1", regel, (), f"n{nummer}")
    return sessie


def test_overlap_is_the_same_leefgebied_for_the_same_people():
    alle = fill(*REGELS).stappen[0].bouwsteen.records
    assert [[een.uitvoering for een in groep] for groep in find_overlaps(alle)] == [["Jongerenwerk", "Maatjes"]]
    assert find_gaps(alle) == ("onderwijs", "veiligheid", "werk en inkomen", "zorg")
    assert list_opdrachtgevers(alle) == ("Welzijn", "Wonen")


@given(lijst)
def test_every_uitvoering_with_a_leefgebied_stands_in_one_cell_of_the_matrix(alle):
    cellen = [
        een.id for gebied in LEEFGEBIEDEN for wie in list_opdrachtgevers(alle) for een in in_cell(alle, gebied, wie)
    ]
    assert sorted(cellen) == sorted(een.id for een in alle if een.leefgebied)
    assert set(find_gaps(alle)).isdisjoint(een.leefgebied for een in alle)
    for groep in find_overlaps(alle):
        assert len(groep) > 1
        assert len({een.leefgebied for een in groep}) == 1
        assert len({een.doelgroep.strip().casefold() for een in groep} - {""}) <= 1


def test_the_figure_and_the_table_tell_the_same():
    sessie = fill(*REGELS)
    figuur = draw_matrix(sessie.stappen[0].bouwsteen.records)
    assert "netwerk en vrije tijd: Welzijn 2" in figuur.alternatief
    assert "zorg: niemand" in figuur.alternatief
    document = make_verslag(sessie, MOMENT)
    matrix = next(blok for blok in document.blokken if isinstance(blok, Tabel) and len(blok.rijen) == 6)
    assert [kolom.titel for kolom in matrix.kolommen] == ["Leefgebied", "Welzijn", "Wonen"]
    tekst = text_of(document)
    assert "Niemand werkt voor deze mensen aan onderwijs, veiligheid, werk en inkomen en zorg." in tekst
    assert "3 Kamers: eerst bellen" in tekst


def test_overlap_without_an_agreement_is_missing():
    sessie = fill(*REGELS)
    gaten = [gat for _, gat in list_missing(sessie, environment(sessie))]
    assert "Er is overlap bij netwerk en vrije tijd, maar nog geen afspraak." in gaten
    assert not [gat for gat in gaten if "wonen" in gat]
    assert "Los heeft nog geen leefgebied en geen opdrachtgever." in [
        gat for _, gat in list_missing(fill("Los"), environment(fill("Los")))
    ]


def test_many_opdrachtgevers_take_more_tables_so_that_columns_stay_readable():
    sessie = fill(*(f"Team {nummer} !zorg @Opdrachtgever{nummer}" for nummer in range(8)))
    tabellen = [blok for blok in make_verslag(sessie, MOMENT).blokken if isinstance(blok, Tabel)]
    assert [len(blok.kolommen) for blok in tabellen if blok.rijen[0].cellen[0] and len(blok.rijen) == 6] == [7, 3]


def test_what_is_for_everybody_overlaps_with_what_is_for_some():
    sessie = fill("Buurtteam !netwerk @Gemeente", "Jongerenwerk !netwerk @Welzijn #jongeren", "Bus !netwerk #ouderen")
    groepen = [[een.uitvoering for een in groep] for groep in find_overlaps(sessie.stappen[0].bouwsteen.records)]
    assert groepen == [["Buurtteam", "Jongerenwerk"], ["Buurtteam", "Bus"]]
    assert "Netwerk en vrije tijd voor jongeren: 2 uitvoeringen" in text_of(make_verslag(sessie, MOMENT))
