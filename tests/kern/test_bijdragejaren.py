"""The scores of one project in two years side by side, and what shifted."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.bijdrageblad import as_json, make_bijdrageblad, show_points, tell_loops
from sessie_tool.kern.bijdragejaren import Scores, follow_projecten
from sessie_tool.kern.bijdragen import Score
from sessie_tool.kern.document import Tabel, plain

TOEN = Scores(
    "s1",
    "Scores 2025",
    "2025-06-12",
    (
        Score("Park de Bleek", "Groen", "Het is koeler", 1, 4),
        Score("Park de Bleek", "Groen", "Er zijn meer dieren", 2, 2),
        Score("Park de Bleek", "Open", "Bewoners beslissen", 4, 3),
        Score("Plein", "Groen", "Het is koeler", 1, 1),
    ),
)
NU = Scores(
    "s2",
    "Scores 2026",
    "2026-06-11",
    (
        Score("Park de Bleek", "Groen", "Het is koeler.", 4, 4),
        Score("PARK  de bleek", "groen", "er zijn meer  dieren", 3, None),
        Score("Park de Bleek", "Wonen", "Mensen blijven", 2, 2),
    ),
)


def test_a_project_is_found_under_other_capitals_and_each_doelstelling_shows_both_years():
    park, plein = follow_projecten([NU, TOEN])
    assert [meting.naam for meting in park.metingen] == ["2025", "2026"]
    veranderd = [(one.doelstelling, one.change("opdrachtgever"), one.change("opdrachtnemer")) for one in park.doelen]
    assert veranderd == [("Groen", Decimal("2.0"), Decimal("1.0")), ("Open", None, None), ("Wonen", None, None)]
    assert len(plein.metingen) == 1


def test_the_text_names_means_with_a_comma_differences_per_year_and_what_shifted_most():
    tekst = "\n".join(tell_loops(follow_projecten([TOEN, NU]), show_points))
    assert "Verschil 4 over 3 stellingen in 2025 en 0 over 2 stellingen in 2026." in tekst
    assert "Over de 1 stelling die elke keer door beide zijn gescoord: 3 → 0." in tekst
    assert (
        "- Groen: opdrachtgever 1,5 → 3,5 (+2,0), opdrachtnemer 3,0 → 4,0 (+1,0), verschil 3 over 2 → 0 over 1" in tekst
    )
    assert "- Het is koeler: opdrachtgever 1 → 4, opdrachtnemer 4 → 4, verschil 3 → 0" in tekst
    assert tekst.endswith("Eén keer gescoord: Plein (2025).")


def test_years_are_chosen_and_two_sessions_of_one_year_have_their_day():
    assert [len(one.metingen) for one in follow_projecten([TOEN, NU], van=2026)] == [1]
    later = Scores("s3", "Weer", "2026-11-01", NU.scores)
    (park,) = follow_projecten([later, NU], van=2026, tot=2026)
    assert [meting.naam for meting in park.metingen] == ["11-6-2026", "1-11-2026"]


def test_json_has_numbers_and_null_for_what_is_missing():
    park = as_json(follow_projecten([TOEN, NU])[0])
    assert [(een["jaar"], een["verschil"], een["aantal"]) for een in park["metingen"]] == [(2025, 4, 3), (2026, 0, 2)]
    groen, open_, _ = park["doelstellingen"]
    assert groen["verandering"] == {"opdrachtgever": 2.0, "opdrachtnemer": 1.0}
    assert open_["metingen"][1] == {"opdrachtgever": None, "opdrachtnemer": None, "verschil": None, "aantal": 0}
    dieren = park["stellingen"][1]
    assert dieren["verandering"] == {"opdrachtgever": 1, "opdrachtnemer": None, "verschil": None}


def test_the_document_has_a_table_per_project_that_was_scored_twice():
    document = make_bijdrageblad(follow_projecten([TOEN, NU]), "2026-07-01T10:00:00")
    (tabel,) = (blok for blok in document.blokken if isinstance(blok, Tabel))
    assert [plain(cel) for cel in tabel.rijen[0].cellen] == [
        "Groen", "1,5 → 3,5 (+2,0)", "3,0 → 4,0 (+1,0)", "3 over 2 → 0 over 1"
    ]  # fmt: skip
    assert document.titel == "Bijdragescores 2025 en 2026"


score = st.integers(0, 4) | st.none()
scores = st.lists(
    st.builds(Score, st.sampled_from("PQ"), st.sampled_from("ab"), st.sampled_from("xyz"), score, score), max_size=8
).map(tuple)


@given(st.lists(scores, max_size=4))
def test_every_session_is_told_and_a_change_is_the_difference_of_what_is_shown(lijst):
    sessies = [Scores(f"s{nr}", "T", f"20{20 + nr}-01-01", een) for nr, een in enumerate(lijst)]
    for loop in follow_projecten(sessies):
        assert len(loop.metingen) == sum(any(een.project == loop.project for een in een) for een in lijst)
        for doel in loop.doelen:
            eerste, laatste = doel.gemiddelden[0], doel.gemiddelden[-1]
            if eerste and laatste and None not in (eerste.opdrachtgever, laatste.opdrachtgever):
                assert eerste.opdrachtgever + doel.change("opdrachtgever") == laatste.opdrachtgever
        assert "\n".join(tell_loops([loop]))
