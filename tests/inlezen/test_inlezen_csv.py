"""Rows of scores from any file: every cell is placed, said to be missing, or kept; no file breaks it."""

import csv
import io
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.inlezen.bijdragescore import ScoreError, read_score
from sessie_tool.inlezen.csv_vormen import start_csv
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.sessie import Sjabloon, Stapvorm, environment

KOLOMMEN = ("doelstelling", "stelling", "project", "opdrachtgever", "opdrachtnemer")
SJABLOON = Sjabloon(
    naam="b", titel="B", soort="b", stappen=(Stapvorm(titel="S", minuten=1, bouwsteen=Bijdragescore()),)
)


def read(ruw, naam="proef.csv"):
    ids = count(1)
    opdracht = Leesopdracht(bestandsnaam=naam, sjabloon=SJABLOON, new_id=lambda: f"i{next(ids)}", vandaag="2025-01-01")
    (inlezing,) = start_csv(naam, ruw, opdracht)
    return inlezing


def summary(inlezing):
    sessie = inlezing.sessie
    return sessie.stappen[0].bouwsteen.summary(environment(sessie))["projecten"]


@pytest.mark.parametrize(
    ("tekst", "score"),
    (
        ("0", 0), (" 4 ", 4), ("3,0", 3), ("2.00", 2), ("01", 1), ("Zeer grote bijdrage", 4), ("kleine bijdrage", 1),
        ("", None), ("-", None), ("–", None), ("?", None), ("N.v.t.", None), ("nvt", None), ("geen score", None),
    ),
)  # fmt: skip
def test_a_score_is_read_as_people_write_it(tekst, score):
    assert read_score(tekst) == score


@pytest.mark.parametrize("tekst", ("5", "-1", "2,5", "vier", "1 of 2", "٣", "²", "4" * 5000, "geen", "1e0"))
def test_what_is_no_score_is_refused(tekst):
    with pytest.raises(ScoreError):
        read_score(tekst)


cel = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(";,\t\n\"'=<&[*_\\`"), max_size=12)
score = st.sampled_from(("", "-", "n.v.t.", "0", "1", "2", "3", "4", "3,0"))
rijen = st.lists(st.tuples(cel, cel, cel, score | cel, score | cel), max_size=8)


@given(rijen, st.sampled_from(";,\t"), st.permutations(range(5)), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
def test_no_word_of_a_file_is_lost(rijen, scheider, volgorde, codering):
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheider, lineterminator="\n")
    schrijver.writerows([rij[plek] for plek in volgorde] for rij in (KOLOMMEN, *rijen))
    inlezing = read(uit.getvalue().encode(codering))
    records = inlezing.sessie.stappen[0].bouwsteen.records
    teksten = [str(getattr(one, naam)) for one in records for naam in one.__struct_fields__]
    alles = " ".join([*teksten, *inlezing.meldingen]).casefold()
    for doel, stelling, project, *scores in rijen:
        for woord in f"{doel} {stelling} {project}".casefold().split():
            assert woord.strip('."') in alles
        for een in scores if stelling.split() and project.split() else ():
            try:
                read_score(een)
            except ScoreError:
                assert " ".join(een.split()).strip('"') in " ".join(inlezing.meldingen)


@given(st.dictionaries(st.tuples(st.integers(1, 6), st.sampled_from("PQ")), st.tuples(score, score), min_size=1))
def test_the_sums_are_those_of_the_rows(scores):
    regels = [f"D{nr % 2};Stelling {nr};{project};{een};{ander}" for (nr, project), (een, ander) in scores.items()]
    uitslagen = summary(read("\n".join([";".join(KOLOMMEN), *regels]).encode()))
    for een in uitslagen:
        paren = [tuple(map(read_score, paar)) for (_, project), paar in scores.items() if project == een["project"]]
        heel = [abs(links - rechts) for links, rechts in paren if links is not None and rechts is not None]
        assert (een["verschil"], een["aantal"], len(een["stellingen"])) == (sum(heel), len(heel), len(paren))


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda tekst: f"stelling;project\n{tekst}".encode()))
def test_any_bytes_give_a_session_or_one_sentence(ruw):
    with suppress(LeesError):
        assert len(read(ruw).sessie.stappen) == 1


def test_a_quote_that_is_not_closed_does_not_eat_the_rows_behind_it():
    tekst = 'stelling;project;opdrachtgever;opdrachtnemer\n"Koeler;Park;1;2\nDieren;Park;3;4\n'
    inlezing = read(tekst.encode())
    assert [een["aantal"] for een in summary(inlezing)] == [2]
    assert "aanhalingsteken" in inlezing.meldingen[0]


@pytest.mark.parametrize(
    ("gever", "nemer"),
    (
        ("Score opdrachtgever (0 t/m 4)", "Score opdrachtnemer (0 t/m 4)"),
        ("OG", "ON"),
        ("Opdrachtgever:", " opdrachtnemer "),
    ),
)
def test_a_header_may_say_more_than_the_name_of_its_column(gever, nemer):
    tekst = f"De doelstelling;Stelling:;Naam project;{gever};{nemer}\nGroen;Koeler;Park;1;3\n"
    assert [(een["verschil"], een["aantal"]) for een in summary(read(tekst.encode()))] == [(2, 1)]


def test_a_remark_of_a_party_is_no_score():
    inlezing = read(b"stelling;project;opdrachtgever;opmerking opdrachtgever\nKoeler;Park;1;3\n")
    assert inlezing.meldingen == ("Kolom 'opmerking opdrachtgever' ken ik niet. Regel 2: 3",)


def test_a_reason_and_an_agreement_come_along():
    tekst = (
        "stelling;project;opdrachtgever;opdrachtnemer;reden;toelichting;afspraak\n"
        "Koeler;Park;1;4;Weinig overleg;zelden gesproken;elke maand\nDieren;Park;1;4;geen idee;;\n"
    )
    een, ander = read(tekst.encode()).sessie.stappen[0].bouwsteen.bijdragen
    assert (een.reden, een.waarom, een.afspraak) == ("weinig overleg", "zelden gesproken", "elke maand")
    assert (ander.reden, ander.waarom) == ("", "geen idee")


def test_a_column_that_means_nothing_here_is_told_once_with_all_that_stands_in_it():
    rijen = "".join(f"{nr};Stelling {nr};Park;1;3\n" for nr in range(1, 31))
    inlezing = read(f"Nr;stelling;project;opdrachtgever;opdrachtnemer\n{rijen}".encode())
    (melding,) = inlezing.meldingen
    assert melding.startswith("Kolom 'Nr' ken ik niet. Regel 2: 1; regel 3: 2;")
    assert melding.endswith("; regel 31: 30")


def test_a_merged_cell_from_a_spreadsheet_counts_for_the_rows_below_it_and_is_told():
    tekst = (
        "doelstelling;stelling;project;opdrachtgever;opdrachtnemer\nGroen;a;P;1;2\n;b;P;2;2\nOpen;a;P;0;4\n;b;P;1;1\n"
    )
    inlezing = read(tekst.encode())
    (project,) = summary(inlezing)
    gemiddelden = [(een["doelstelling"], een["opdrachtgever"], een["aantal"]) for een in project["gemiddelden"]]
    assert gemiddelden == [("Groen", 1.5, 2), ("Open", 0.5, 2)]
    assert inlezing.meldingen[0] == "Regel 3: de doelstelling is leeg. Hier geldt die van de rij erboven: Groen"


def test_a_header_is_looked_for_in_a_thousand_columns_so_that_one_row_of_millions_is_soon_refused():
    kop = ";".join(KOLOMMEN)
    assert read(f"{kop}\nd;s;p;1;2\n".encode()).sessie.stappen[0].bouwsteen.records
    with pytest.raises(LeesError):
        read(f"{';' * 1000}{kop}\n{';' * 1000}d;s;p;1;2\n".encode())
