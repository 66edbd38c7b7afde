"""bijdragescore: scores of two parties per project, with sums and means that were worked out by hand."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_kern_verslag import make_sessie, text_of

from sessie_tool.fouten import RegelError
from sessie_tool.kern.bouwstenen.bijdrage import REDENEN, Bijdrage, Stelling
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.document import Document, Figuur, Kop, Tabel, plain
from sessie_tool.kern.sessie import environment

REGELS = (
    "Het project maakt de buurt koeler #Groene stad",
    "Het project geeft ruimte aan dieren #Groene stad",
    "Iedereen kan erbij #Inclusieve stad",
    "#1 Park =4/1",
    "#2 Park =2/2",
    "#3 Park =0/3 !begrip waarom='wie' ?samen tellen in mei",
    "#1 Plein =1/",
    "#3 Plein =2/2",
)


def type_in(*regels, begin=None):
    kind, ids = begin or Bijdragescore(), count(1)
    for regel in regels:
        kind, _ = kind.apply_regel(regel, around(kind), f"x{next(ids)}")
    return kind


def around(*kinds):
    return environment(make_sessie(*kinds))


def test_the_sums_are_those_of_the_table_by_hand():
    kind = type_in(*REGELS)
    park, plein = kind.summary(around(kind))["projecten"]
    assert (park["project"], park["verschil"], park["aantal"]) == ("Park", 3 + 0 + 3, 3)
    assert [(een["doelstelling"], een["opdrachtgever"], een["opdrachtnemer"]) for een in park["gemiddelden"]] == [
        ("Groene stad", 3.0, 1.5),
        ("Inclusieve stad", 0.0, 3.0),
    ]
    assert (plein["verschil"], plein["aantal"]) == (0, 1)
    assert plein["stellingen"][0] == {
        "doelstelling": "Groene stad",
        "stelling": "Het project maakt de buurt koeler",
        "opdrachtgever": 1,
        "opdrachtnemer": None,
        "verschil": None,
    }


def test_a_mean_is_rounded_half_up_and_a_missing_score_is_no_zero():
    kind = type_in(
        *(f"Stelling {nr} #D" for nr in range(1, 5)), "#1 P =2/", "#2 P =2/1", "#3 P =2/", "#4 P =3/2", "#4 P =3/-"
    )
    (project,) = kind.summary(around(kind))["projecten"]
    (gemiddelde,) = project["gemiddelden"]
    assert (gemiddelde["opdrachtgever"], gemiddelde["opdrachtnemer"]) == (2.3, 1.0)
    assert (project["verschil"], project["aantal"]) == (1, 1)
    assert kind.waiting(around(kind)) == {"P": {"opdrachtgever": 0, "opdrachtnemer": 3}}
    assert "P: de opdrachtnemer mist 3 scores." in kind.missing(around(kind))


def test_one_party_after_the_other_fills_one_record():
    kind = type_in("Koeler #Groen", "#1 Park =4/", "#1 park =/2", "#1 !weinig ?elk kwartaal samen kijken")
    (bijdrage,) = kind.bijdragen
    assert bijdrage == Bijdrage(
        id="x2",
        project="Park",
        stelling="x1",
        opdrachtgever=4,
        opdrachtnemer=2,
        reden="weinig overleg",
        afspraak="elk kwartaal samen kijken",
    )
    assert type_in("#1 Park =-/", begin=kind).bijdragen[0].opdrachtgever is None


@pytest.mark.parametrize(
    "regel", ("#1 Park =5/1", "#1 Park =2", "#1 Park =/", "#1 Park =-1/2", "#9 Park =1/1", "#1 =1/1")
)
def test_a_score_that_cannot_be_is_explained(regel):
    with pytest.raises(RegelError):
        type_in("Koeler #Groen", regel)


@given(
    tekst=st.text(alphabet="#1a \\=/!?\"'9", min_size=1).map(str.strip).filter(bool),
    doel=st.text(alphabet='#1a \\"G', max_size=8).map(str.strip),
)
def test_a_statement_comes_back_from_its_own_line(tekst, doel):
    kind = type_in("Eerste #A")
    record = Stelling(id="n", tekst=tekst, doelstelling=doel)
    kind = kind.with_records((*kind.records, record))
    regel = kind.format_record(record, around(kind))
    assert type_in("Eerste #A").apply_regel(regel, around(kind), "n")[1] == record


@given(
    project=st.text(alphabet="#1a \\=/!?\"'-", min_size=1).map(str.strip).filter(bool),
    scores=st.tuples(*[st.none() | st.integers(0, 4)] * 2),
    reden=st.sampled_from(("", *REDENEN)),
    waarom=st.text(alphabet='a "\\?', max_size=6).map(str.strip),
    afspraak=st.text(alphabet='a "\\?!', max_size=6).map(str.strip),
)
def test_a_score_comes_back_from_its_own_line(project, scores, reden, waarom, afspraak):
    leeg = type_in("Eerste #A", "Tweede #B")
    record = Bijdrage(
        id="n",
        project=project,
        stelling="x2",
        opdrachtgever=scores[0],
        opdrachtnemer=scores[1],
        reden=reden,
        waarom=waarom,
        afspraak=afspraak,
    )
    kind = leeg.with_records((*leeg.records, record))
    regel = kind.format_record(record, around(kind))
    assert leeg.apply_regel(regel, around(leeg), "n")[1] == record
    assert kind.apply_regel(regel, around(kind), "m")[0] == kind


def test_the_verslag_says_the_difference_first_and_shows_the_largest_with_reason_and_agreement():
    kind = type_in(*REGELS)
    blokken = kind.report(around(kind))
    zinnen = text_of(Document("", blokken))
    assert "Verschil 6 over 3 stellingen." in zinnen
    assert "begrip anders opgevat: 'wie'" in zinnen
    assert "samen tellen in mei" in zinnen
    assert "4 zeer grote bijdrage" in zinnen
    tabellen = {blok.bijschrift: blok for blok in blokken if isinstance(blok, Tabel)}
    naast = next(blok for titel, blok in tabellen.items() if titel.startswith("Gemiddelde score"))
    assert [[plain(cel) for cel in rij.cellen] for rij in naast.rijen] == [
        ["Groene stad", "3,0 en 1,5", "1,0 en –"],
        ["Inclusieve stad", "0,0 en 3,0", "2,0 en 2,0"],
        ["Verschil over alle stellingen", "6 over 3", "0 over 1"],
    ]
    grootste = tabellen["Park: waar de partijen verschillen, het grootste verschil eerst"]
    assert [plain(rij.cellen[0]) for rij in grootste.rijen] == [
        "1 Het project maakt de buurt koeler",
        "3 Iedereen kan erbij",
    ]


def test_the_picture_tells_in_words_how_far_the_parties_are_apart():
    kind = type_in(*REGELS)
    (figuur,) = (blok for blok in kind.report(around(kind)) if isinstance(blok, Figuur))
    assert "Park, Groene stad: verschil 3 over 2 stellingen, gemiddeld 1 tot 2 punten verschil." in figuur.alternatief
    assert [cel.tekst for rij in figuur.tekening.rijen for cel in rij.cellen] == [
        "3 over 2",
        "3 over 1",
        "",
        "0 over 1",
    ]


def test_what_is_hidden_counts_in_no_sum():
    kind = type_in(*REGELS)
    eigen = [Stelling(id=een.id, tekst="x", bereik="begeleider") if een.id == "x1" else een for een in kind.records]
    verborgen = kind.with_records(eigen)
    assert [een["verschil"] for een in verborgen.summary(around(verborgen))["projecten"]] == [3, 0]
    assert verborgen.left_out(around(verborgen)) == 3


def test_missing_is_told_in_counts_and_never_filled_in():
    assert Bijdragescore().missing(around()) == ("Er zijn nog geen stellingen opgeschreven.",)
    kind = type_in(*REGELS)
    assert kind.missing(around(kind)) == (
        "Plein: de opdrachtgever mist 1 score en de opdrachtnemer mist 2 scores.",
        "Park: 1 groot verschil zonder reden.",
    )
    assert not kind.is_complete(around(kind))
    vol = type_in("#1 Plein =/1", "#2 Plein =1/1", begin=kind)
    assert vol.is_complete(around(vol))


def test_a_second_score_for_the_same_statement_and_project_is_said():
    kind = type_in("Koeler #Groen", "#1 Park =4/2")
    dubbel = kind.with_records((*kind.records, Bijdrage(id="d", project="Park", stelling="x1", opdrachtgever=1)))
    assert "Park: stelling 1 heeft meer dan één score." in dubbel.missing(around(dubbel))


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(("Park", "Plein")), st.integers(0, 4), st.integers(0, 4))))
def test_every_heading_and_every_table_is_whole_whatever_was_scored(scores):
    kind = type_in(*REGELS[:3], *(f"#{nr} {project} ={een}/{ander}" for nr, project, een, ander in scores))
    for blok in kind.report(around(kind)):
        if isinstance(blok, Tabel):
            assert all(len(rij.cellen) == len(blok.kolommen) for rij in blok.rijen)
        if isinstance(blok, Kop):
            assert plain(blok.inhoud).strip()
    laatste = {(nr, project): abs(een - ander) for nr, project, een, ander in scores}
    for uitslag in kind.uitslagen(around(kind)):
        verschillen = [verschil for (_, project), verschil in laatste.items() if project == uitslag.project]
        assert (uitslag.verschil, uitslag.aantal) == (sum(verschillen), len(verschillen))
