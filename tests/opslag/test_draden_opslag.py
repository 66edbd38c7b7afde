"""The rode draden and the decisions of a real werkmap: read from the files, changed by many, taken back."""

from datetime import UTC, datetime

import pytest

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.banden import Band, stamp
from sessie_tool.kern.bouwstenen.acties import Actie, Acties
from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviezen
from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad
from sessie_tool.kern.bouwstenen.eerdere_draden import EerdereDraden
from sessie_tool.kern.bouwstenen.koers import Koers, Koersbepaling
from sessie_tool.kern.bouwstenen.reflecties import Reflectie, Reflecties
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.bouwstenen.stemming import Stem, Stemming
from sessie_tool.kern.bouwstenen.themas import Thema, Themas
from sessie_tool.kern.bouwstenen.vragen import Vraag, Vragen
from sessie_tool.kern.record import Overname
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.banden import decide, forget, read_banden, take_back
from sessie_tool.opslag.draden import read_draden, read_vergelijking
from sessie_tool.opslag.verhaal import read_verhaal, read_verhalen
from sessie_tool.opslag.werkmap import Werkmap

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TOEN, NU = stamp(MOMENT), stamp(MOMENT.replace(minute=6))


def uit(record, sessie):
    return Overname(record=record, sessie=sessie, uit=f"Sessie {sessie}")


def maak(naam, datum, *bouwstenen, soort="jaarronde", opgaven=()):
    stappen = tuple(
        Stap(id=f"{naam}{nummer}", titel=str(nummer), minuten=1, bouwsteen=een) for nummer, een in enumerate(bouwstenen)
    )
    return Sessie(
        id=naam, titel=f"Sessie {naam}", datum=datum, sjabloon=soort, soort=soort, opgaven=opgaven, stappen=stappen
    )


@pytest.fixture
def werkmap(tmp_path):
    """Two jaarronden with a signalensessie below the first and a Boardsessie between them."""
    werkmap = Werkmap(tmp_path)
    eerst = maak(
        "opgave", "2023-03-01",
        Signalen(records=(Signaal(id="s1", tekst="Het net is vol"),)),
        RodeDraden(records=(RodeDraad(id="d1", titel="Net", signalen=("s1",)),)),
        Acties(records=(Actie(id="a1", wat="Kaart maken", draden=("d1",), status="gedaan", geleerd="Zij was oud."),)),
        soort="signalensessie", opgaven=("Groen",),
    )  # fmt: skip
    ronde = maak(
        "ronde23", "2023-06-01",
        EerdereDraden(
            records=(EerdereDraad(id="e1", titel="Net", gewicht=1, signalen=("t1",), overgenomen=uit("d1", "opgave")),)
        ),
        Signalen(
            records=(
                Signaal(id="t1", tekst="Het net is vol", overgenomen=uit("s1", "opgave")),
                Signaal(id="t2", tekst="Een school zonder stroom"),
                Signaal(id="t3", tekst="Niet voor het verslag", bereik="begeleider"),
            )
        ),
        RodeDraden(
            records=(
                RodeDraad(id="r1", titel="Het stroomnet", draden=("e1",), signalen=("t2", "t3")),
                RodeDraad(id="r2", titel="Wonen"),
                RodeDraad(id="r3", titel="Alleen voor mij", bereik="begeleider"),
            )
        ),
        Stemming(records=(Stem(id="st", onderwerp="r1", stippen=4),)),
        Koers(records=(Koersbepaling(id="k1", wijziging="Eerst het net", draden=("r1",), bijstellen="ja"),)),
        Vragen(records=(Vraag(id="v1", vraag="Wie gaat voor?", draden=("r1",)),)),
    )  # fmt: skip
    board = maak(
        "board23", "2023-10-01",
        EerdereDraden(records=(EerdereDraad(id="be", titel="Het stroomnet", overgenomen=uit("r1", "ronde23")),)),
        Vragen(records=(Vraag(id="bv", vraag="Wie gaat voor?", overgenomen=uit("v1", "ronde23")),)),
        Themas(records=(Thema(id="bt", titel="Schaarste", draden=("be",)), Thema(id="bx", titel="Iets anders"))),
        Reflecties(
            records=(
                Reflectie(id="f1", tekst="Wij zeggen: ==maak een volgorde==.", vragen=("bv",)),
                Reflectie(id="f2", tekst="En ==zeg het hardop==.", thema="bt"),
                Reflectie(id="f3", tekst="==Iets anders==.", thema="bx"),
            )
        ),
        Adviezen(records=(Advies(id="adv", tekst="Begin klein", vragen=("bv",), besluit="overgenomen"),)),
        Acties(records=(Actie(id="ba", wat="De volgorde opschrijven", adviezen=("f1-1",), wie=("Jansen",)),)),
        soort="boardsessie",
    )  # fmt: skip
    later = maak(
        "ronde24", "2024-06-01",
        EerdereDraden(records=(EerdereDraad(id="v24", titel="Het stroomnet", overgenomen=uit("r1", "ronde23")),)),
        Signalen(records=(Signaal(id="n1", tekst="Nee"), Signaal(id="n2", tekst="Weer nee"))),
        RodeDraden(records=(RodeDraad(id="n", titel="Wie krijgt stroom?", signalen=("n1",), vervolg_op=("v24",)),)),
    )  # fmt: skip
    for sessie in (eerst, ronde, board, later):
        werkmap.create(sessie, MOMENT)
    return werkmap


def test_draden_are_read_with_their_weight_share_dots_and_the_origin_of_their_links(werkmap):
    rondes = read_draden(werkmap)
    assert [one.titel for one in rondes.draden] == ["Het stroomnet", "Wonen", "Wie krijgt stroom?"]
    net, _, later = rondes.draden
    assert (net.gewicht, net.aandeel, net.stippen, net.nummer) == (2, 1.0, 4, 1)
    assert sorted(net.signalen) == ["Een school zonder stroom", "Het net is vol"]
    assert net.dragers == {"opgave/s1": 1, "ronde23/t2": 1}
    assert (later.vervolg_op, later.aandeel, later.stippen) == (("ronde23/r1",), 0.5, None)
    assert rondes.signalen == {2023: 2, 2024: 2}


def test_rounds_of_another_soort_are_those_about_the_opgave(werkmap):
    assert [one.titel for one in read_draden(werkmap, "signalensessie", "Groen").draden] == ["Net"]
    assert read_draden(werkmap, "signalensessie", "Open").draden == ()


def test_a_damaged_file_and_an_odd_record_hide_no_other(werkmap):
    (werkmap.sessies / "2020-01-01-stuk-stuk.json").write_bytes(b"{")
    pad = werkmap.find("ronde24")
    pad.write_bytes(pad.read_bytes().replace(b'"Weer nee"', b"7"))
    assert len(read_draden(werkmap).draden) == 3


def test_a_comparison_is_what_the_sessions_link_and_what_a_person_decided(werkmap):
    lijnen = read_vergelijking(werkmap).lijnen
    assert {lijn.titel: lijn.staten for lijn in lijnen} == {
        "Wie krijgt stroom?": {2023: "nieuw", 2024: "blijvend"},
        "Wonen": {2023: "nieuw", 2024: "verdwenen"},
    }
    decide(werkmap.sessies, [Band("ronde24/n", "ronde23/r1", "los", NU)])
    assert len(read_vergelijking(werkmap).lijnen) == 3


def test_everything_below_a_lijn_is_found_in_whatever_session_it_stands(werkmap):
    lijn = read_vergelijking(werkmap).lijnen[0]
    verhaal = read_verhaal(werkmap, lijn)
    per_soort = {}
    for one in verhaal.jaren[2023]:
        per_soort.setdefault(one.soort, []).append((one.tekst, one.sessie, one.verloop))
    assert per_soort == {
        "signaal": [
            ("Een school zonder stroom", "ronde23", ""),
            ("Het net is vol", "opgave", ""),
        ],
        "vraag": [("Wie gaat voor?", "ronde23", "")],
        "koers": [("Eerst het net", "ronde23", "koers bijstellen: ja")],
        "advies": [
            ("maak een volgorde", "board23", ""),
            ("zeg het hardop", "board23", ""),
            ("Begin klein", "board23", "overgenomen"),
        ],
        "actie": [
            ("Kaart maken", "opgave", "gedaan"),
            ("De volgorde opschrijven", "board23", "open; door Jansen"),
        ],
        "geleerd": [("Zij was oud.", "opgave", "Kaart maken")],
    }
    assert [one.tekst for one in verhaal.of(2024, "signaal")] == ["Nee"]


def test_a_session_that_cannot_be_read_is_told_and_the_rest_is_there(werkmap):
    lijn = read_vergelijking(werkmap).lijnen[0]
    pad = werkmap.find("opgave")
    pad.write_bytes(pad.read_bytes().replace(b"Kaart maken", b"Kaart breken"))
    gelezen = read_verhalen(werkmap, (lijn,))
    assert len(gelezen.bevindingen) == 1
    assert "ontbreekt" in str(gelezen.bevindingen[0])
    assert [one.tekst for one in gelezen.verhalen[0].of(2023, "vraag")] == ["Wie gaat voor?"]


def test_a_decision_replaces_the_one_on_the_same_pair_whatever_the_clock_of_the_other_said(tmp_path):
    sessies = tmp_path / "sessies"
    assert read_banden(sessies) == ()
    decide(sessies, [Band("b/1", "a/1", "vervolg", NU), Band("b/1", "", "nieuw", NU)])
    decide(sessies, [Band("b/1", "a/1", "los", TOEN)])
    assert set(read_banden(sessies)) == {Band("b/1", "a/1", "los", NU), Band("b/1", "", "nieuw", NU)}


def test_a_draad_can_be_new_in_its_own_year_and_vanished_after_it(tmp_path):
    sessies = tmp_path / "sessies"
    banden = {Band("b/1", "", "nieuw", TOEN), Band("b/1", "", "verdwenen", NU)}
    decide(sessies, banden)
    assert set(read_banden(sessies)) == banden


def test_a_decision_can_be_taken_back_but_not_that_of_someone_else(tmp_path):
    sessies = tmp_path / "sessies"
    eerst = decide(sessies, [Band("b/1", "a/1", "vervolg", TOEN)])
    daarna = decide(sessies, [Band("b/1", "a/1", "los", NU), Band("b/1", "", "nieuw", NU)])
    assert daarna.oud == eerst.nieuw
    assert set(take_back(sessies, daarna)) == set(daarna.nieuw)
    assert read_banden(sessies) == eerst.nieuw
    decide(sessies, [Band("b/1", "a/1", "afgewezen", NU)])  # somebody else
    assert take_back(sessies, eerst) == ()
    assert [one.besluit for one in read_banden(sessies)] == ["afgewezen"]


def test_all_that_was_decided_on_a_draad_or_a_pair_can_be_forgotten(tmp_path):
    sessies = tmp_path / "sessies"
    assert forget(sessies, "b/1").oud == ()
    decide(sessies, [Band("b/1", "a/1"), Band("b/1", "a/2"), Band("c/1", "b/1"), Band("c/1", "a/1")])
    assert forget(sessies, "b/1", "a/2").oud == (Band("b/1", "a/2"),)
    assert len(forget(sessies, "b/1").oud) == 2
    assert read_banden(sessies) == (Band("c/1", "a/1"),)


def test_what_only_a_newer_version_knows_is_passed_over_and_kept(tmp_path):
    sessies = tmp_path / "sessies"
    decide(sessies, [Band("b/1", "a/1")])
    nieuwer = {"later": "b/1", "eerder": "a/1", "besluit": "misschien", "moment": "9"}
    gedeeld.change_table(sessies, "banden", lambda rows: [*rows, nieuwer])
    decide(sessies, [Band("b/1", "a/1", "los")])
    assert [one.besluit for one in read_banden(sessies)] == ["los"]
    assert nieuwer in gedeeld.read_table(sessies, "banden")


def test_a_damaged_file_is_told_and_not_taken_for_no_decisions(werkmap):
    (werkmap.sessies / gedeeld.NAAM).write_bytes(b"{}")
    with pytest.raises(OpslagError, match=r"_werkmap\.json"):
        read_vergelijking(werkmap)


def test_of_a_damaged_file_the_last_good_copy_serves_and_comes_back_with_the_next_decision(tmp_path):
    sessies = tmp_path / "sessies"
    decide(sessies, [Band("b/1", "a/1")])
    for nummer, schade in enumerate((b"{}", (sessies / gedeeld.NAAM).read_bytes()[:90]), 1):
        (sessies / gedeeld.NAAM).write_bytes(schade)
        assert gedeeld.is_damaged(sessies)
        assert Band("b/1", "a/1") in read_banden(sessies)
        decide(sessies, [Band(f"c/{nummer}", "a/1")])
        assert not gedeeld.is_damaged(sessies)
        assert len(read_banden(sessies)) == nummer + 1
        assert schade in {pad.read_bytes() for pad in sessies.glob(".versies/_werkmap/beschadigd-*")}
    (sessies / gedeeld.NAAM).unlink()
    assert read_banden(sessies) == ()
