"""Rode draden of earlier years from rows: a jaarronde per year, every word placed or told, nothing twice."""

import csv
import io
import re
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inlees_hulp import all_text

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.inlezen.csv_vormen import start_csv
from sessie_tool.inlezen.jaarrijen import split_streep
from sessie_tool.inlezen.opdracht import Leesopdracht
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.overnemen import take_over
from sessie_tool.kern.sessie import environment
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.vouwen import fold
from sessie_tool.sjabloon import find_sjablonen

JAARRONDE = next(one for one in find_sjablonen([shipped_sjablonen()])[0] if one.naam == "jaarronde")
KOP = "jaar;opgave;titel;toelichting;signalen\n"
TABEL = KOP + (
    "2021;Groen;Het net zit vol;Bouw loopt vast;Geen stroom | Wachtlijst bij het netbedrijf\n"
    "2021;Open;Formulieren jagen weg;;Brief niet begrepen|geen stroom.\n"
    "2022;Groen;Stroom is op;;Nieuwe wijk zonder aansluiting\n"
)
IDS = count(1)


def read(tekst, **anders):
    ruw = tekst if isinstance(tekst, bytes) else tekst.encode()
    vast = {"bestandsnaam": "jaren.csv", "sjabloon": JAARRONDE, "vandaag": "2026-05-04"}
    return start_csv("jaren.csv", ruw, Leesopdracht(new_id=lambda: f"i{next(IDS)}", **vast | anders))


def records(sessie, tag):
    return list(environment(sessie).of_type(tag))


def in_short(inlezingen):
    gelezen = []
    for een in inlezingen:
        teksten = {one.id: one.tekst for one in records(een.sessie, "signaal")}
        draden = [
            (one.titel, one.opgaven, one.toelichting, tuple(teksten[signaal] for signaal in one.signalen))
            for one in records(een.sessie, "rode_draad")
        ]
        gelezen.append((een.sessie.datum, een.sessie.titel, draden))
    return gelezen


UITKOMST = [
    (
        "2021-12-31",
        "Jaarronde 2021",
        [
            ("Het net zit vol", ("Groen",), "Bouw loopt vast", ("Geen stroom", "Wachtlijst bij het netbedrijf")),
            ("Formulieren jagen weg", ("Open",), "", ("Brief niet begrepen", "Geen stroom")),
        ],
    ),
    ("2022-12-31", "Jaarronde 2022", [("Stroom is op", ("Groen",), "", ("Nieuwe wijk zonder aansluiting",))]),
]


@pytest.mark.parametrize(
    "ruw",
    (
        TABEL.encode("utf-8-sig"),
        TABEL.encode("utf-16"),
        TABEL.encode("utf-16-le"),
        TABEL.encode("utf-16-be"),
        TABEL.replace("\n", "\r\n").encode("cp1252"),
        TABEL.replace(";", "\t").encode(),
        TABEL.replace(";", ",").encode(),
        TABEL.replace(KOP, "Jaartal;Opgave(n);RODE DRAAD;Omschrijving;Signalen (met | ertussen)\n").encode(),
        TABEL.replace("2021;", '"2021";').replace(" | ", "|").encode(),
        TABEL.replace("2022;", "2022,0;").encode(),
    ),
)
def test_each_year_becomes_a_jaarronde_with_its_draden_and_each_signal_once(ruw):
    assert in_short(read(ruw)) == UITKOMST


def test_a_later_jaarronde_begins_with_the_draden_and_weights_of_the_last_year_that_was_read():
    vorige = read(TABEL + "2022;Open;Wachten;;a|b|c\n")
    nieuw = start_sessie(JAARRONDE, titel="Nu", datum="2023-05-01", new_id=lambda: f"n{next(IDS)}")
    nieuw = take_over(nieuw, [een.sessie for een in vorige], lambda: f"n{next(IDS)}")
    assert [(een.titel, een.gewicht) for een in records(nieuw, "eerdere_draad")] == [
        ("Stroom is op", 1),
        ("Wachten", 3),
    ]


def test_what_follows_up_an_earlier_year_is_linked_and_what_is_not_found_waits_for_a_person():
    kop = KOP.replace("\n", ";Stippen;Vervolg op\n")
    eerste, tweede = read(
        kop + "2021;Groen;Het net zit vól;;a|b;8;\n2022;Groen;Stroom is op;;c;;het net zit vol (2021)\n"
        "2022;Open;Wachten;;d;;Iets anders\n"
    )
    (bron,) = records(eerste.sessie, "rode_draad")
    (eerder,) = records(tweede.sessie, "eerdere_draad")
    assert (eerder.overgenomen.record, eerder.overgenomen.sessie) == (bron.id, eerste.sessie.id)
    assert (eerder.gewicht, eerder.stippen, eerder.signalen) == (2, 8, ())
    assert [een.vervolg_op for een in records(tweede.sessie, "rode_draad")] == [(eerder.id,), ()]
    assert any("Iets anders" in een and "nog niet beoordeeld" in een for een in tweede.meldingen)
    assert "Iets anders" in tweede.sessie.niet_geplaatst
    (later,) = read(kop + "2023;Groen;Weer het net;;e;;Stroom is op\n", eerder=[eerste.sessie, tweede.sessie])
    assert records(later.sessie, "eerdere_draad")[0].overgenomen.sessie == tweede.sessie.id


def test_what_cannot_be_placed_is_told_with_its_line_and_kept():
    (inlezing,) = read(
        "Uit het archief\n" + KOP.replace("\n", ";Stippen;Bron\n") + "2021;Groen;Net;;a|a;vijf;Nota\n"
        "2O21;Open;Zonder jaar;;b\n2021;Open;;zonder titel;c\n2021;Open;net;Meer;d;3;\n2021;Open;Net;;e;4;\n"
    )
    for regel, wat in (
        (1, "Uit het archief"), (3, "'vijf' is geen aantal stippen"), (3, "twee keer"), (4, "'2O21' is geen jaar"),
        (4, "Zonder jaar"), (5, "geen titel"), (5, "zonder titel"), (7, "had al 3 stippen"), (3, "Nota"),
    ):  # fmt: skip
        assert any(f"Regel {regel}" in een and wat in een for een in inlezing.meldingen), (regel, wat)
    assert any("Regel 3, 6 en 7" in een and "één rode draad" in een for een in inlezing.meldingen)
    bewaard = inlezing.sessie.niet_geplaatst
    assert all(wat in bewaard for wat in ("archief", "vijf", "Nota", "2O21", "Zonder jaar", "zonder titel"))
    ((_, _, draden),) = in_short([inlezing])
    assert draden == [("Net", ("Groen", "Open"), "Meer", ("a", "d", "e"))]


def test_empty_cells_below_a_merged_cell_belong_to_it_and_that_is_told():
    eerste, tweede = read(KOP + "2021;Groen;Net;;a\n;;;;b\n;;Water;;c\n;Open;Brieven;;d\n2022;Groen;Stroom;;e\n")
    assert [(titel, opgaven, len(signalen)) for titel, opgaven, _, signalen in in_short([eerste])[0][2]] == [
        ("Net", ("Groen",), 2), ("Water", ("Groen",), 1), ("Brieven", ("Open",), 1)
    ]  # fmt: skip
    assert [regel for regel in (3, 4, 5) if any(f"Regel {regel}:" in een for een in eerste.meldingen)] == [3, 4, 5]
    assert len(in_short([tweede])[0][2]) == 1
    (een,) = read(TABEL.replace("2022;", ";"))[:1]
    assert any("er is geen jaar" in melding and "Stroom is op" in melding for melding in een.meldingen)


def test_the_same_file_again_makes_nothing_and_a_changed_year_stands_beside_the_old_one():
    eerder = [een.sessie for een in read(TABEL)]
    weer = read(TABEL, eerder=eerder)
    assert [een.sessie for een in weer] == eerder
    assert all(een.is_bekend and "al eerder ingelezen" in een.meldingen[0] for een in weer)
    anders = read(TABEL.replace("Stroom is op", "Stroom is schaars"), eerder=eerder)
    assert [een.is_bekend for een in anders] == [True, False]


def test_the_date_that_is_given_counts_for_one_year_only():
    (een,) = read(KOP + "2021;;Net;;a\n", datum="2022-01-20")
    assert een.sessie.datum == "2022-01-20"
    assert any("telt dit mee bij 2022" in melding for melding in een.meldingen)
    with pytest.raises(LeesError, match="meer jaren"):
        read(TABEL, datum="2022-01-20")
    with pytest.raises(LeesError, match=r"geen enkele rij heeft een jaar.*Regel 2"):
        read(KOP + ";;Net;;a\n")


def test_opgaven_get_the_spelling_of_the_werkmap_and_a_comma_separates_only_known_names():
    rijen = KOP + '2021;"groen, open";A;;\n2021;"wonen, werken en leven";B;;\n2021;wonen, werken;C;;\n'
    ((_, _, draden),) = in_short(read(rijen, opgaven=("Groen", "Open", "Wonen, werken en leven")))
    assert [opgaven for _, opgaven, *_ in draden] == [
        ("Groen", "Open"), ("Wonen, werken en leven",), ("wonen, werken",)
    ]  # fmt: skip


def test_a_signal_may_hold_a_line_that_separates():
    assert split_streep(r"ja \| nee | misschien") == ["ja | nee", "misschien"]
    assert split_streep("- een\n\n• twee") == ["een", "twee"]
    assert split_streep("n.v.t.") == []


cel = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(";,\t\n|\"'=<&[*_\\`"), max_size=10)
jaar = st.sampled_from(("2021", "2022", "", "20x1", "3 mei 2021"))


@given(st.lists(st.tuples(jaar, cel, cel, cel, cel), max_size=6), st.sampled_from(";,\t"))
def test_no_word_of_a_file_is_lost(rijen, scheider):
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheider, lineterminator="\n")
    schrijver.writerows([KOP.strip().split(";"), *rijen])
    try:
        inlezingen = read(uit.getvalue())
    except LeesError as fout:
        alles = str(fout)
    else:
        alles = " ".join(deel for een in inlezingen for deel in (all_text(een.sessie), *een.meldingen))
    bekend = set(re.findall(r"[^\W_]+", fold(alles).tekst))
    for _, *rij in rijen:
        cellen = [een for een in rij if een.strip().casefold() not in ("n.v.t.", "nvt")]
        assert set(re.findall(r"[^\W_]+", fold(" ".join(cellen)).tekst)) <= bekend
