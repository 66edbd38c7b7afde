"""`sessie bewaartermijn`: terms are kept with the werkmap; what is older is told with what to do."""

import json


def test_terms_are_kept_and_what_is_older_is_listed_until_it_is_done(sessie, goed, als_json, sessie_id):
    assert "Kies termijnen" in goed("bewaartermijn")
    goed("bewaartermijn", "--namen", "1")
    assert als_json("bewaartermijn") == {
        "namen": 1,
        "sessies": 0,
        "verlopen": [
            {
                "id": sessie_id,
                "datum": "2025-03-20",
                "wat": "namen",
                "sinds": "2025-04-20",
                "titel": "Proef Inclusief",
                "status": "voorbereiding",
                "opdracht": f"sessie status {sessie_id} afgerond",
            }
        ],
    }
    goed("status", sessie_id, "afgerond")
    assert f"  sessie anonimiseer {sessie_id} --voorgoed" in goed("bewaartermijn")
    goed("anonimiseer", sessie_id, "--voorgoed")
    assert "Er is niets ouder" in goed("bewaartermijn", "--sessies", "240")
    assert goed("bewaartermijn").startswith("Namen: 1 maand na de sessie. Sessies: 240 maanden na de sessie.")
    goed("bewaartermijn", "--namen", "0", "--sessies", "1")
    assert json.loads(goed("bewaartermijn", "--json"))["verlopen"][0]["opdracht"].startswith("sessie verwijder")
    assert goed("bewaartermijn", "--csv").count(sessie_id) == 2
    assert sessie("bewaartermijn", "--namen", "-1")[0] == 2
