"""The actions of a whole werkmap."""

import msgspec
from zitting_hulp import make_sessie, make_werkmap

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.records import add_records
from sessie_tool.kern.sessie import Sjabloon
from sessie_tool.opslag.eerder import acties_over, read_eerder


def test_a_new_session_starts_with_what_is_still_open(tmp_path):
    sessie = make_sessie("Eerste", "2024-03-21")
    actie = Actie(id="a1", wat="Pilot evalueren", wie=("Jansen",), wanneer="2024-06-01")
    gedaan = Actie(id="a2", wat="Brief sturen", status="gedaan")
    sessie = add_records(sessie, sessie.stappen[1].id, [actie, gedaan])
    werkmap, _ = make_werkmap(tmp_path, sessie)
    sjabloon = Sjabloon(naam="proef", titel="Proef", soort="signalensessie")
    [open_actie] = read_eerder(werkmap, sjabloon, "2024-09-01", ()).openstaand
    opvolging = open_actie.record.follow_up(nu.new_id(), open_actie)
    assert (opvolging.wat, opvolging.actie, opvolging.sessie) == ("Pilot evalueren", "a1", sessie.id)
    assert opvolging.afspraak == "Eerste, 21 maart 2024"

    later = make_sessie("Tweede", "2024-09-01")
    uitgesteld = msgspec.structs.replace(opvolging, wanneer="2024-12-01", status="bezig")
    werkmap.create(add_records(later, later.stappen[1].id, [uitgesteld]), nu.now())
    stand = {one.eerste: one for one in acties_over(werkmap)}
    assert stand["a1"].record.status == "bezig"
    assert stand["a1"].uitgesteld == 1
    assert stand["a1"].sessie == sessie.id
    assert not stand["a2"].is_open


def test_a_broken_file_does_not_hide_the_actions_of_the_others(tmp_path):
    sessie = make_sessie()
    sessie = add_records(sessie, sessie.stappen[1].id, [Actie(id="a1", wat="Pilot evalueren")])
    werkmap, pad = make_werkmap(tmp_path, sessie)
    pad.with_name("2024-01-01-stuk-stuk0001.json").write_text("{")
    assert [one.record.wat for one in acties_over(werkmap)] == ["Pilot evalueren"]


def test_a_record_of_a_newer_version_does_not_hide_the_actions_beside_it(tmp_path):
    sessie = make_sessie()
    sessie = add_records(sessie, sessie.stappen[1].id, [Actie(id="a1", wat="Pilot evalueren"), Actie(id="a2")])
    werkmap, pad = make_werkmap(tmp_path, sessie)
    tabellen = msgspec.json.decode(pad.read_bytes())
    records = tabellen["stappen"]["2"]["bouwsteen"]["records"]
    records[0]["kleur"] = "rood"
    records.insert(1, {"type": "superactie", "id": "a3"})
    pad.write_bytes(msgspec.json.encode(tabellen))
    assert [one.eerste for one in acties_over(werkmap)] == ["a1", "a2"]
