"""`sessie adviezen 2024.3` and `sessie acties --uitgesteld`: what became of it, over the sessions."""

import pytest


@pytest.fixture
def jaren(goed):
    """A Boardsessie with two adviezen and an action, and a jaarronde that follows them up."""
    board = goed("nieuw", "boardsessie", "--titel", "Board", "--datum", "2024-10-03").strip()
    goed("invoer", board, "--stap", "6", stdin=b"Wij zien dit. ==Begin met het net.== En: ==Wacht niet.==\n")
    goed("invoer", board, "--stap", "8", stdin=b"Bellen >1-12-2024\n")
    ronde = goed("nieuw", "jaarronde", "--titel", "Ronde", "--datum", "2025-06-05").strip()
    regels = b'#3 >1-9-2025\n#1 !overgenomen @"het college" >21-1-2025 ?het net is groter\n'
    goed("invoer", ronde, "--stap", "1", stdin=regels)
    return board, ronde


def test_one_advies_is_told_with_its_whole_course(goed, als_json, sessie, jaren):
    board, ronde = jaren
    tekst = goed("adviezen", "2024.1")
    assert goed("adviezen", "--jaar", "2024", "--nummer", "1") == tekst
    assert "overgenomen door het college op 21 januari 2025; resultaat: het net is groter" in tekst
    (rij,) = als_json("adviezen", "2024.1")
    assert [(keer["sessie"], keer["besluit"], keer["wie"]) for keer in rij["verloop"]] == [
        (board, "", ""), (ronde, "overgenomen", "het college")
    ]  # fmt: skip
    assert [een["nummer"] for een in als_json("adviezen", "--jaar", "2024")] == [1, 2]
    assert als_json("adviezen", "2023") == []
    assert "Advies 9 uit 2024 is er niet" in goed("adviezen", "2024.9")
    assert sessie("adviezen", "drie")[0] == 2


def test_what_was_postponed_is_told_with_the_date_that_was_agreed_before(goed, als_json, jaren):
    assert [(een["wat"], een["uitgesteld"], een["eerder"]) for een in als_json("acties", "--uitgesteld")] == [
        ("Bellen", 1, ["2024-12-01"])
    ]
    assert "2024-12-01" in goed("acties", "--uitgesteld")
    assert "EERDER" not in goed("acties")
