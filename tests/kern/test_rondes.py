"""Rondes: what one session tells about rode draden, whatever stands in it."""

from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.lijnen import Draad, compare
from sessie_tool.kern.record import Overname
from sessie_tool.kern.rondes import Ronde, collect, describe_ronde, find_origin

IDS = st.sampled_from([f"{letter}{nummer}" for letter in "sedx" for nummer in range(3)])
VERWIJZINGEN = st.lists(IDS, max_size=4, unique=True).map(tuple)
BEREIK = st.sampled_from(["verslag", "begeleider"])
OVERNAMEN = st.none() | st.builds(Overname, IDS, st.sampled_from(["oud", "nu"]), st.just("toen"))
RECORDS = st.lists(
    st.one_of(
        st.builds(Signaal, id=IDS.filter(lambda een: een[0] == "s"), bereik=BEREIK, overgenomen=OVERNAMEN),
        st.builds(
            EerdereDraad,
            id=IDS.filter(lambda een: een[0] == "e"),
            bereik=BEREIK,
            overgenomen=OVERNAMEN,
            gewicht=st.none() | st.integers(0, 10**9),
            signalen=VERWIJZINGEN,
        ),
        st.builds(
            RodeDraad,
            id=IDS.filter(lambda een: een[0] == "d"),
            bereik=BEREIK,
            signalen=VERWIJZINGEN,
            draden=VERWIJZINGEN,
            vervolg_op=VERWIJZINGEN,
        ),
    ),
    max_size=9,
)


@given(RECORDS)
def test_no_draad_weighs_more_than_its_year_and_what_is_hidden_tells_nothing(records):
    ronde = describe_ronde(Ronde("nu", "Nu", "2025-06-01", "jaarronde"), {een.id: een for een in records})
    rondes = collect([ronde])
    zichtbaar = {een.id for een in records if een.bereik == "verslag"}
    for draad in rondes.draden:
        assert draad.id in zichtbaar
        assert sum(draad.dragers.values()) <= draad.gewicht
        assert sum(draad.dragers.values()) <= rondes.signalen[2025]
        assert draad.aandeel is None or 0 <= draad.aandeel <= 1
    for lijn in compare(rondes.draden, rondes.signalen).lijnen:
        assert all(deel is None or 0 <= deel <= 1 for deel in lijn.aandelen.values())


def test_a_link_is_followed_through_every_copy_and_a_circle_of_copies_ends():
    kopieen = {"c/3": "b/2", "b/2": "a/1"}
    assert find_origin("c/3", kopieen) == "a/1"
    assert find_origin("los/1", kopieen) == "los/1"
    assert find_origin("x/1", {"x/1": "y/1", "y/1": "x/1"}) in {"x/1", "y/1"}


def test_a_copy_in_a_session_of_another_soort_leads_on_to_the_first_draad():
    oud = Ronde("a", "A", "2024-06-01", "jaarronde", draden=(Draad("1", "a", 2024, "Net"),))
    board = Ronde("b", "B", "2024-10-01", "boardsessie", kopieen={"b/2": "a/1"})
    nieuw = Ronde(
        "c", "C", "2025-06-01", "jaarronde",
        draden=(Draad("4", "c", 2025, "Stroom", vervolg_op=("c/3",)),), kopieen={"c/3": "b/2"},
    )  # fmt: skip
    rondes = collect([nieuw, board, oud])
    assert len(compare(rondes.draden, rondes.signalen).lijnen) == 1


def test_a_round_that_is_only_prepared_and_one_without_a_date_are_no_rounds():
    draad = Draad("1", "a", 2024, "Net")
    rondes = collect(
        [
            Ronde("a", "A", "2024-06-01", "jaarronde", draden=(draad,)),
            Ronde("b", "B", "2025-06-01", "jaarronde", dragers={"b/s": 1}),
            Ronde("c", "C", "ooit", "jaarronde", draden=(draad,)),
        ]
    )
    assert rondes.signalen == {2024: 0}


def test_a_session_about_more_opgaven_gives_each_draad_those_of_its_own_signals():
    signaal = Signaal(id="s", tekst="Net vol", opgaven=("Groen",))
    records = {one.id: one for one in (signaal, RodeDraad(id="d", signalen=("s",)), RodeDraad(id="e"))}
    per_opgaven = {
        opgaven: [
            draad.opgaven
            for draad in describe_ronde(Ronde("nu", "Nu", "2025-06-01", "jaarronde", opgaven), records).draden
        ]
        for opgaven in (("Open", "Groen"), ("Open",), ())
    }
    assert per_opgaven == {
        ("Open", "Groen"): [("Groen",), ("Open", "Groen")],
        ("Open",): [("Open", "Groen"), ("Open",)],
        (): [("Groen",), ()],
    }
