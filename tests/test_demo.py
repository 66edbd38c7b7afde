"""The example werkmap: it fits the program as it is now, it is rich enough to look around in, and it harms nothing."""

import re

import pytest

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.hoofd import main
from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.demo import load_huis, load_voorbeelden, make_sessies
from sessie_tool.kern.banden import Band
from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.acties import Opvolging
from sessie_tool.kern.bouwstenen.adviezen import BESLUITEN
from sessie_tool.kern.bouwstenen.doelgroep import find_gaps, find_overlaps
from sessie_tool.kern.bouwstenen.opbrengsten import Opbrengst
from sessie_tool.kern.sessie import environment
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.staten import TEKENS
from sessie_tool.kern.verslag import list_missing, make_verslag
from sessie_tool.opslag.banden import decide, read_banden
from sessie_tool.opslag.draden import read_vergelijking
from sessie_tool.opslag.eerder import acties_over, adviezen_over
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import find_sjablonen


@pytest.fixture(scope="module")
def sessies():
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    return list(make_sessies({sjabloon.naam: sjabloon for sjabloon in sjablonen}))


def records(sessie, soort):
    return [one for stap in sessie.stappen if stap.bouwsteen.soort == soort for one in stap.bouwsteen.records]


def test_every_example_fits_the_schema_of_today_and_makes_minutes(sessies):
    for sessie in sessies:
        assert from_tree(to_tree(sessie)) == sessie
        assert make_verslag(sessie, "2026-11-21T12:00:00").blokken


def test_the_examples_span_four_years_and_use_every_kind(sessies):
    assert len({sessie.jaar for sessie in sessies}) >= 4
    assert {stap.bouwsteen.soort for sessie in sessies for stap in sessie.stappen} == set(BOUWSTENEN)
    assert {sessie.status for sessie in sessies} >= {"lopend", "afgerond", "vastgesteld"}


def test_every_example_is_rich_and_no_two_signals_are_the_same(sessies):
    signalen = [one.tekst for sessie in sessies for one in records(sessie, "signalen") if not one.overgenomen]
    for sessie in sessies:
        if sessie.soort == "signalensessie":
            assert 25 <= len(records(sessie, "signalen")) <= 60
            assert records(sessie, "rode_draden")
    assert len(set(signalen)) == len(signalen)


def test_every_mark_in_the_examples_is_understood(sessies):
    merk = re.compile(r"(?<!\S)[+!@][^\W\d_]\w+")
    teksten = [one.hoofdtekst for sessie in sessies for stap in sessie.stappen for one in stap.bouwsteen.records]
    assert [tekst for tekst in teksten if merk.search(tekst)] == []


def test_actions_carry_over_from_year_to_year(sessies, tmp_path):
    opvolgingen = [one for sessie in sessies for one in records(sessie, "acties") if isinstance(one, Opvolging)]
    assert {one.status for one in opvolgingen} >= {"gedaan", "vervallen", "bezig", "open"}
    assert [one for one in opvolgingen if one.geleerd]
    fill_werkmap(Werkmap(tmp_path))
    assert max(stand.uitgesteld for stand in acties_over(Werkmap(tmp_path))) >= 2


def test_the_flow_of_a_year_goes_from_signals_to_advice_and_what_came_of_it(sessies, tmp_path):
    rondes = {sessie.jaar: sessie for sessie in sessies if sessie.soort == "jaarronde"}
    assert list(rondes) == [2023, 2024, 2025, 2026]
    for jaar, ronde in rondes.items():
        draden = records(ronde, "rode_draden")
        assert all(draad.draden for draad in draden)
        assert jaar == 2023 or sum(bool(draad.vervolg_op) for draad in draden) >= 3
    boards = [sessie for sessie in sessies if sessie.soort == "boardsessie" and sessie.status == "vastgesteld"]
    for board in boards:
        assert all(vraag.overgenomen for vraag in records(board, "vragen")[:3])
        reflecties = records(board, "reflecties")
        assert all(80 <= len(one.tekst.split()) <= 200 for one in reflecties)
        assert all(one.thema and one.vragen and one.adviezen for one in reflecties)
    fill_werkmap(Werkmap(tmp_path))
    standen = [one for one in adviezen_over(Werkmap(tmp_path)) if one.soort == "boardsessie"]
    assert {one.record.besluit for one in standen} == set(BESLUITEN)
    assert {one.is_open for one in standen} == {True, False}


def test_in_every_peer_review_somebody_else_brings_a_dilemma_and_everyone_takes_something_home(sessies):
    avonden = [sessie for sessie in sessies if sessie.soort == "peer-review"]
    van = []
    for avond in avonden:
        organisatie = {one.naam: one.organisatie for one in avond.deelnemers}
        (dilemma,) = records(avond, "dilemma")
        van.append(organisatie[dilemma.inbrenger])
        assert all((dilemma.enerzijds, dilemma.anderzijds, dilemma.cijfers, dilemma.geprobeerd, dilemma.vraag))
        assert len(records(avond, "herformuleringen")) >= 3
        assert 6 <= len(records(avond, "adviezen")) <= 10
        aanwezig = {one.naam for one in avond.deelnemers if one.aanwezig and one.rol != "begeleider"}
        assert aanwezig <= {one.wie for one in records(avond, "oogst")}
    assert len(avonden) >= 2
    assert len(set(van)) == len(van)


def test_the_oogstsessie_bundles_more_sessions_and_only_what_was_released(sessies):
    (sessie,) = (one for one in sessies if one.soort == "oogstsessie")
    opbrengsten = {one.id: one for one in records(sessie, "opbrengsten")}
    avond = next(one for one in sessies if one.soort == "peer-review" and one.jaar == sessie.jaar)
    zwijgt = next(one.organisatie for one in records(avond, "vrijgave") if one.akkoord == "onbekend")
    van_avond = [one for one in opbrengsten.values() if one.overgenomen.sessie == avond.id]
    assert not [one for one in van_avond if isinstance(one, Opbrengst) and zwijgt in one.van]
    assert [one for one in van_avond if zwijgt in one.tekst and one.bereik == "begeleider"]
    for patroon in records(sessie, "patronen"):
        assert len({opbrengsten[one].uit for one in patroon.bewijs}) >= 2


def test_all_ids_are_different_and_the_same_every_time(sessies):
    ids = [one.id for sessie in sessies for stap in sessie.stappen for one in (*stap.bouwsteen.records, stap)]
    assert len(set(ids)) == len(ids)
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    assert [one.id for one in make_sessies({one.naam: one for one in sjablonen})] == [one.id for one in sessies]


def test_the_command_fills_an_empty_werkmap_once(tmp_path, capsys):
    assert main(["demo", "--werkmap", str(tmp_path / "nieuw")]) == 0
    assert f"{len(load_voorbeelden())} voorbeeldsessies gemaakt" in capsys.readouterr().out
    assert main(["demo", "--werkmap", str(tmp_path / "nieuw")]) == 0
    assert "De demo is er al" in capsys.readouterr().out
    assert len(Werkmap(tmp_path / "nieuw").rows()[0]) == len(load_voorbeelden())


def test_the_rode_draden_of_the_examples_show_every_state_over_the_years(tmp_path):
    werkmap = Werkmap(tmp_path)
    fill_werkmap(werkmap)
    beeld = read_vergelijking(werkmap)
    staten = {staat for lijn in beeld.lijnen for staat in lijn.staten.values()}
    assert staten == set(TEKENS) - {"geen ronde"}
    terug = next(lijn for lijn in beeld.lijnen if lijn.staat == "terug")
    assert terug.titel == "De stad draait op te weinig handen"
    assert any(lijn.staten.get(2025) == "nieuw" for lijn in beeld.lijnen)
    assert {one.jaar for one in beeld.onbeoordeeld} == {2024, 2026}
    eigen = decide(werkmap.sessies, [Band(beeld.onbeoordeeld[0].sleutel, besluit="nieuw")])
    next(werkmap.sessies.glob("2026-06*.json")).unlink()
    fill_werkmap(werkmap)
    assert set(eigen.nieuw) <= set(read_banden(werkmap.sessies))


def test_the_command_does_not_come_between_sessions_of_ones_own(tmp_path, capsys):
    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    eigen = start_sessie(sjablonen[0], titel="Van mij", datum="2026-01-02", new_id=nu.new_id)
    Werkmap(tmp_path).create(eigen, nu.now())
    assert main(["demo", "--werkmap", str(tmp_path)]) == 1
    assert "staan al sessies van u" in capsys.readouterr().err
    assert [rij.id for rij in Werkmap(tmp_path).rows()[0]] == [eigen.id]


def test_the_duidingssessies_show_values_of_more_years_from_one_huis(sessies, tmp_path):
    eerst, nu = (one for one in sessies if one.soort == "duidingssessie")
    assert nu.jaar - eerst.jaar >= 2
    namen = [one.indicator for one in records(eerst, "duiding")]
    assert namen == [plek.indicator.naam for plek in load_huis().plekken]
    assert [one.indicator for one in records(nu, "duiding")] == namen
    assert all(one.vorige for one in records(nu, "duiding"))
    assert sum(bool(one.verhaal) for one in records(nu, "duiding")) >= 3
    fill_werkmap(Werkmap(tmp_path))
    assert Werkmap(tmp_path).huis() == load_huis()
    doelen = [doel for sessie in sessies for one in records(sessie, "acties") for doel in getattr(one, "doel", ())]
    assert set(doelen) <= {doel.naam for doel in load_huis().doelstellingen}
    assert len(set(doelen)) >= 3


def test_a_second_pilotgesprek_goes_on_with_what_the_first_one_learned(sessies):
    eerst, nu = (one for one in sessies if one.soort == "pilot")
    for soort in ("pilots", "barrieres", "lessen"):
        van_eerst = {one.id for one in records(eerst, soort)}
        assert {one.overgenomen.record for one in records(nu, soort) if one.overgenomen} == van_eerst
        assert [one for one in records(nu, soort) if not one.overgenomen]
    assert any("niemand houdt het resultaat" in gat for _, gat in list_missing(nu, environment(nu)))


def test_the_doelgroepoverleg_shows_overlap_and_gaps(sessies):
    (sessie,) = (one for one in sessies if one.soort == "doelgroepoverleg")
    alle = records(sessie, "doelgroep")
    assert len(find_overlaps(alle)) >= 3
    assert find_gaps(alle) == ("onderwijs", "zorg")
