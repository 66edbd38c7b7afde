"""Names that go for good: nowhere in the session, and everything else stays as it was."""

import json

from vijandig_hulp import Vuller

from sessie_tool.kern.boom import from_tree, to_tree
from sessie_tool.kern.bouwstenen.basis import OnbekendeBouwsteen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamloos import Naamloos, Verzoek, list_mensen
from sessie_tool.kern.sessie import Sessie, Stap, replace
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.kern.vervanging import Vervanging
from sessie_tool.kern.vouwen import fold
from sessie_tool.opmaak.plat import read_plat

XANDER = Deelnemer(id="d1", naam="Xander Zwiqxozw", rol="adviseur", organisatie="Bureau Zwiqxozw")
TSJONK = Deelnemer(id="d2", naam="Gnyp Tsjonk", rol="secretaris", mag_genoemd=True)


def plain(sessie):
    return json.dumps(to_tree(sessie), ensure_ascii=False).casefold()


def make_sessie(**anders):
    waarden = {"titel": "Proef", "datum": "2024-03-21", "sjabloon": "proef", "soort": "proef"} | anders
    return Sessie(id="x1", deelnemers=(XANDER, TSJONK), **waarden)


def clean(*sessies, verzoek=Verzoek(), **anders):
    mensen = list_mensen(sessies, verzoek)
    return Naamloos(mensen, verzoek, **anders).clean(sessies[0])


def test_a_name_in_every_field_of_every_kind_is_gone_and_the_session_can_still_be_read():
    vol = Vuller(lambda plek: f"{plek}: Zwiqxozw zei het").make_sessie(deelnemers=(XANDER, TSJONK))
    vol = replace(vol, vaststelling=Vaststelling("2024-04-01", "Xander Zwiqxozw"))
    assert plain(vol).count("zwiqxozw") > 300
    nieuw = clean(vol)
    assert "zwiqxozw" not in plain(nieuw)
    assert "xander" not in plain(nieuw)
    assert from_tree(to_tree(nieuw)) == nieuw
    assert len(nieuw.stappen) == len(vol.stappen)


def test_who_said_it_becomes_a_number_that_is_the_same_in_the_list_in_a_field_and_in_a_text():
    vol = Vuller(lambda _: "Xander Zwiqxozw").make_sessie(deelnemers=(TSJONK, XANDER))
    nieuw = clean(
        replace(vol, titel="Brief van Zwiqxozw", aanleiding="Zwiqxozws vraag. Tsjonk zag die van X. Zwiqxozw")
    )
    assert [one.naam for one in nieuw.deelnemers] == ["Gnyp Tsjonk", "Deelnemer 2"]
    assert nieuw.deelnemers[1].rol == "adviseur"
    assert nieuw.titel == "Brief van deelnemer 2"
    assert nieuw.aanleiding == "Deelnemer 2's vraag. Tsjonk zag die van deelnemer 2"
    wie = [one.wie for stap in nieuw.stappen for one in stap.bouwsteen.records if type(one).__name__ == "Actie"]
    assert wie
    assert set(wie) == {("Deelnemer 2", "Deelnemer 2")}


def test_all_names_and_functions_go_when_that_is_asked():
    nieuw = clean(make_sessie(aanleiding="Tsjonk belde"), verzoek=Verzoek(allen=True, functies=True))
    assert [(one.naam, one.rol, one.organisatie, one.mag_genoemd) for one in nieuw.deelnemers] == [
        ("Deelnemer 1", "", "", False),
        ("Deelnemer 2", "", "", False),
    ]
    assert nieuw.aanleiding == "Deelnemer 2 belde"


def test_who_stands_only_in_an_earlier_version_goes_too_and_doing_it_again_changes_nothing():
    weg = Deelnemer(id="d3", naam="Brumm Wrokk")
    eerder = replace(make_sessie(), deelnemers=(XANDER, weg))
    nieuw = clean(make_sessie(aanleiding="Wrokk was er al"), eerder)
    assert nieuw.aanleiding == "Deelnemer 3 was er al"
    assert clean(nieuw) == nieuw


def test_what_the_secretary_decided_is_what_happens():
    besloten = (Vervanging("Zwiqxozw", "de gastheer"), Vervanging("Groen", "Groen"))
    nieuw = clean(make_sessie(aanleiding="Gesprek met Zwiqxozw over Groen", vervangingen=besloten))
    assert nieuw.aanleiding == "Gesprek met de gastheer over Groen"
    assert nieuw.vervangingen == besloten[1:]


def test_every_way_to_write_a_name_goes():
    namen = [
        "Xander Zwiqxozw", "XANDER ZWIQXOZW", "zwiqxozw", "Zwiqxozws", "Zwiqxozw's", "X. Zwiqxozw", "Zwiqxozw, X.",
        "mevrouw Zwiqxozw", "de heer X. Zwiqxozw", "X\u00e1nder", "Xander\u00a0Zwiqxozw", "Xan\u00adder", "X.Z.",
        "xander.zwiqxozw@voorbeeld.nl", "[mail](mailto:x.zwiqxozw@voorbeeld.nl)", "https://voorbeeld.nl/zwiqxozw",
    ]  # fmt: skip
    for naam in namen:
        nieuw = clean(make_sessie(aanleiding=f"Dat zei {naam} gisteren."), lees=read_plat).aanleiding.casefold()
        gevouwen = fold(nieuw).tekst
        assert not [deel for deel in ("zwiqx", "xander", "x.z") if deel in gevouwen], (naam, nieuw)
        assert nieuw.startswith("dat zei ")
        assert nieuw.endswith(" gisteren.")


def test_a_mere_guess_stays_and_is_told_unless_it_is_asked_for():
    sessie = make_sessie(aanleiding="Mevrouw Tsjilp zag de Kromme Kolk en belde 06-12345678")
    mensen = list_mensen([sessie])
    naamloos = Naamloos(mensen, Verzoek())
    zag = "[naam weggelaten] zag de Kromme Kolk en belde [telefoonnummer weggelaten]"
    assert naamloos.clean(sessie).aanleiding.endswith(zag)
    assert [one.door for one in naamloos.plekken if one.tekst == "Kromme Kolk"] == ["Kromme Kolk"]
    anders = Naamloos(mensen, Verzoek(vermoedens=True)).clean(sessie).aanleiding
    assert "Kromme" not in anders


def test_a_name_with_a_digit_in_it_is_a_name_too():
    sessie = replace(
        make_sessie(aanleiding="Quist7 sprak met Quist8"), deelnemers=(Deelnemer(id="d", naam="Anna Quist7"),)
    )
    assert clean(sessie).aanleiding == "Deelnemer 1 sprak met Quist8"


def test_a_name_with_a_mark_in_the_middle_goes_at_the_cost_of_the_marks():
    nieuw = clean(make_sessie(aanleiding="Dat zei Z**wiqxozw** *echt*"), lees=read_plat)
    assert nieuw.aanleiding == "Dat zei deelnemer 1 echt"
    heel = clean(make_sessie(aanleiding="**Zwiqxozw** zei *echt* ja"), lees=read_plat)
    assert heel.aanleiding == "**deelnemer 1** zei *echt* ja"


def test_the_opgaven_of_the_werkmap_and_a_kind_that_is_not_known_keep_their_form():
    onbekend = OnbekendeBouwsteen({"soort": "nieuw", "records": [{"id": "Zwiqxozw", "wat": "Zwiqxozw was er"}]})
    sessie = make_sessie(opgaven=("Zwiqxozw",), stappen=(Stap(id="s", titel="Stap", minuten=5, bouwsteen=onbekend),))
    nieuw = clean(sessie, vast=("Zwiqxozw",))
    assert nieuw.opgaven == ("Zwiqxozw",)
    assert nieuw.stappen[0].bouwsteen.ruw["records"] == [{"id": "Zwiqxozw", "wat": "deelnemer 1 was er"}]
