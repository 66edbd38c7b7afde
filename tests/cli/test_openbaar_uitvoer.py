"""Lists that go out of the house name nobody who did not agree, in any form; for who was there nothing changes."""

import pytest


@pytest.fixture
def jaarronde(goed, als_json):
    """A session with a name in an action, in an advies and in a rode draad."""
    sessie_id = goed(
        "nieuw", "jaarronde", "--titel", "Ronde van Zwiqxozw", "--datum", "2025-03-20",
        "--deelnemer", "Xander Zwiqxozw; adviseur", "--deelnemer", "Gnyp Tsjonk; begeleider",
    ).strip()  # fmt: skip
    stappen = {one["bouwsteen"]["soort"]: one["nummer"] for one in als_json("toon", sessie_id)["stappen"]}
    goed("invoer", sessie_id, "--stap", stappen["rode_draden"], stdin=b"Draad van Zwiqxozw\n")
    ander = goed("nieuw", "peer-review", "--titel", "Casus", "--datum", "2025-05-20").strip()
    stappen = {one["bouwsteen"]["soort"]: one["nummer"] for one in als_json("toon", ander)["stappen"]}
    acties = b'Bellen met Zwiqxozw @"Xander Zwiqxozw" >1-6-2025\nStil overleg met X. Zwiqxozw bereik=begeleider\n'
    goed("invoer", ander, "--stap", stappen["acties"], stdin=acties)
    goed("invoer", ander, "--stap", stappen["adviezen"], stdin=b'Vraag Zwiqxozw om raad @"Xander Zwiqxozw"\n')
    return sessie_id


def test_no_form_of_a_list_names_who_did_not_agree(sessie, goed, als_json, jaarronde):
    opdrachten = [
        ("acties",), ("acties", "--json"), ("acties", "--csv"), ("acties", "--ics"),
        ("adviezen",), ("adviezen", "--json"), ("adviezen", "--csv"), ("adviezen", "2025.1"),
        ("vergelijk",), ("vergelijk", "--json"), ("vergelijk", "--csv"), ("vergelijk", "--lijst"),
    ]  # fmt: skip
    for opdracht in opdrachten:
        assert "wiqxozw" in goed(*opdracht), opdracht
        code, uit, _ = sessie(*opdracht, "--openbaar")
        assert (code, "wiqxozw" in uit.casefold()) == (0, False), opdracht
        assert "eelnemer" in uit or "etrokkene" in uit, opdracht


def test_what_is_the_facilitators_own_does_not_go_out(sessie, als_json, jaarronde):
    assert len(als_json("acties")) == 2
    assert "Stil overleg" not in sessie("acties", "--openbaar", "--json")[1]
