"""`sessie vervangingen`: the list of names in the open version, and what the secretary decides about them."""

from pathlib import Path


def test_one_decides_about_a_name_sees_it_in_the_list_and_takes_it_back(goed, sessie, als_json, sessie_id):
    goed("invoer", sessie_id, "--stap", 3, stdin=b"Voorbeelds idee\nBellen met mevrouw Tsjilp\n")
    soorten = {one["woorden"]: one for one in als_json("vervangingen", sessie_id)}
    assert soorten["Tsjilp"]["soort"] == "twijfel"
    assert "Bellen met mevrouw" in soorten["Tsjilp"]["context"]
    assert (soorten["Voorbeelds"]["soort"], soorten["Voorbeelds"]["door"]) == ("vervangen", "deelnemers")
    goed("vervangingen", sessie_id, "Tsjilp", "de buurvrouw")
    (besluit,) = [one for one in als_json("vervangingen", sessie_id) if one["soort"] == "besloten"]
    assert (besluit["woorden"], besluit["door"]) == ("Tsjilp", "de buurvrouw")
    pad, fout = sessie("verslag", sessie_id, "--formaat", "txt", "--openbaar")[1:]
    assert "Bellen met mevrouw de buurvrouw" in Path(pad.strip()).read_text(encoding="utf-8")
    assert "Tsjilp" not in fout
    goed("vervangingen", sessie_id, "--weg", "TSJILP")
    assert "twijfel    Tsjilp" in goed("vervangingen", sessie_id)


def test_after_vaststellen_names_can_still_be_decided_and_nothing_else_changes(goed, sessie, als_json, sessie_id):
    goed("invoer", sessie_id, "--stap", 3, stdin=b"Bellen met mevrouw Tsjilp\n")
    goed("status", sessie_id, "vastgesteld")
    ervoor = als_json("toon", sessie_id)
    goed("vervangingen", sessie_id, "Tsjilp", "Tsjilp")
    assert {one["woorden"]: one["blijft"] for one in als_json("vervangingen", sessie_id)}["Tsjilp"]
    erna = als_json("toon", sessie_id)
    assert {naam for naam in erna if erna[naam] != ervoor[naam]} == {"vervangingen"}
    assert sessie("invoer", sessie_id, "--stap", 3, stdin=b"Te laat\n")[0] != 0


def test_half_a_decision_is_refused_with_an_example(sessie, sessie_id):
    code, _, fout = sessie("vervangingen", sessie_id, "Tsjilp")
    assert code == 2
    assert 'sessie vervangingen ID "Jansen" "adviseur"' in fout
    assert sessie("vervangingen", sessie_id, "  ", "x")[0] == 2
    assert sessie("vervangingen", sessie_id, "--weg", "Tsjilp")[0] == 2
