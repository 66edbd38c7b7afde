"""Search: everything that stands in a session is found where it stands, and in an order that helps."""

import pytest
from index_hulp import Altijd, make_oud, make_vol
from zitting_hulp import make_sessie

from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.records import add_records
from sessie_tool.kern.sessie import environment, replace, with_bouwsteen
from sessie_tool.kern.veld import velden
from sessie_tool.kern.zoekwoorden import parse_zoekvraag
from sessie_tool.nu import new_id
from sessie_tool.opslag.vindplaatsen import RANGEN, SOORTEN, VINDPLAATSEN, Filter
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zoeken import search


def find(werkmap, woorden, **eis):
    return search(werkmap.sessies, parse_zoekvraag(woorden), Filter(**eis)).vondsten


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    werkmap = Werkmap(tmp_path_factory.mktemp("demo"))
    fill_werkmap(werkmap)
    return werkmap


def test_every_record_is_found_with_the_number_that_people_call_it_by(demo):
    for rij in demo.rows()[0]:
        omgeving = environment(demo.read(rij.id))
        plaatsen = {}
        for one in VINDPLAATSEN.lees(rij.pad.read_bytes()).plaatsen:
            plaatsen.setdefault(one.record, one)
        for record in omgeving.records.values():
            veld = velden(type(record))[record.hoofdveld()]
            if veld.vorm in ("regel", "tekst") and record.hoofdtekst:
                vind = plaatsen[record.id]
                assert record.hoofdtekst in vind.tekst
                assert (vind.nummer, vind.soort) == (omgeving.nummer(record.id), record.type_tag())
                assert vind.eigen == (record.bereik == "begeleider" or veld.bereik == "begeleider")


def test_what_was_made_of_a_session_comes_before_what_was_said_in_it_and_the_newest_first(demo):
    vondsten = find(demo, "stroomnet")
    rangen = [(RANGEN[one.vind.soort], not one.vind.over, one.datum) for one in vondsten]
    assert rangen == sorted(rangen, reverse=True)
    assert len({one.vind.soort for one in vondsten}) > 2


def test_the_index_finds_in_the_demo_what_the_files_hold(demo, monkeypatch):
    altijd = Altijd(monkeypatch)
    vragen = ["stroomnet", "wacht loket", '"groen en"', "e", "2024", "noor", "bestaat-niet"]
    altijd.bestanden()
    straight = [find(demo, vraag) for vraag in vragen]
    assert straight[0]
    altijd.index()
    assert [find(demo, vraag) for vraag in vragen] == straight


def test_a_filter_keeps_one_soort_or_one_year(demo, monkeypatch):
    for _ in range(2):
        assert {one.vind.soort for one in find(demo, "de", soort="advies")} == {"advies"}
        assert {one.datum[:4] for one in find(demo, "de", jaar=2024)} == {"2024"}
        assert find(demo, "de", soort="advies", jaar=1999) == ()
        Altijd(monkeypatch).index()


@pytest.mark.parametrize(
    "vraag",
    (
        '"',
        '""',
        "*",
        "AND",
        "OR NOT",
        "NEAR(",
        "a NEAR/2 b",
        "tekst:a",
        "^a",
        "-a",
        "(",
        "{a}",
        "a\x00b",
        "\ud83d",
        "'; DROP",
    ),
)
def test_no_search_fails_whatever_is_typed(tmp_path, monkeypatch, vraag):
    werkmap = make_oud(tmp_path, make_vol("Een", "Niet and or near, maar a en tekst"))
    straight = find(werkmap, vraag)
    Altijd(monkeypatch).index()
    assert find(werkmap, vraag) == straight


def test_what_the_facilitator_keeps_is_found_and_says_so(tmp_path):
    sessie = make_vol("Een")
    stap = sessie.stappen[0].id
    sessie = add_records(sessie, stap, [Signaal(id=new_id(), tekst="Gevoelig punt", bereik="begeleider")])
    werkmap = make_oud(tmp_path, sessie)
    assert [one.vind.eigen for one in find(werkmap, "gevoelig")] == [True]


def test_a_session_is_found_by_its_title_and_by_who_was_there(tmp_path):
    werkmap = make_oud(tmp_path, make_sessie("Gesprek over de haven"))
    assert [(one.vind.soort, one.stap) for one in find(werkmap, "haven")] == [("sessie", "")]
    assert [one.vind.soort for one in find(werkmap, "jansen")] == ["deelnemer"]


def test_a_kind_that_this_version_does_not_know_is_searched_too(tmp_path):
    sessie = make_vol("Een", "Gewoon")
    vreemd = OnbekendeBouwsteen(
        {"soort": "toekomst", "records": [{"id": "x1", "type": "droom", "tekst": "Vliegende fiets"}]}
    )
    sessie = with_bouwsteen(sessie, sessie.stappen[0].id, vreemd)
    werkmap = make_oud(tmp_path, sessie)
    (vondst,) = find(werkmap, "vliegende")
    assert (vondst.vind.soort, vondst.vind.stap) == ("onbekend", 1)


def test_more_finds_than_help_are_said_to_be_more(tmp_path, monkeypatch):
    werkmap = make_oud(tmp_path, make_vol("Een", *(f"Punt {one}" for one in range(20))))
    for _ in range(2):
        uitkomst = search(werkmap.sessies, parse_zoekvraag("punt"), hoeveel=5)
        assert ([one.vind.nummer for one in uitkomst.vondsten], uitkomst.is_meer) == (["1", "2", "3", "4", "5"], True)
        assert not search(werkmap.sessies, parse_zoekvraag("punt"), hoeveel=20).is_meer
        Altijd(monkeypatch).index()


def test_a_date_that_is_none_hides_nothing(tmp_path, monkeypatch):
    werkmap = make_oud(tmp_path, replace(make_vol("Een", "Punt"), datum="2024-99-99"))
    for _ in range(2):
        assert len(find(werkmap, "punt")) == 1
        Altijd(monkeypatch).index()


def test_there_is_room_for_every_soort_in_a_number():
    assert len(SOORTEN) == len(set(SOORTEN)) <= 64
