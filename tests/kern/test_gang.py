"""The course of an actie or advies: each session that said something, each date that was agreed before."""

import msgspec

from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.gang import earlier_dates, find_uitvoering, most_postponed, parse_welk, tell_gang, tell_gangen
from sessie_tool.kern.opvolging import Bron, fold

ADVIES = Advies(id="v1", tekst="Begin met het net", van=("De Board",))
BELLEN = Actie(id="a1", wat="Bellen", wie=("Noor",), wanneer="2024-12-01", adviezen=("v1",))
SCHRIJVEN = Actie(id="a2", wat="Schrijven", wanneer="2024-12-01")
BOARD = Bron("b", "Board 2024", "2024-10-03", (), (ADVIES, BELLEN, SCHRIJVEN), "boardsessie")


def follow(bronnen, sessie, datum, **per_eerste):
    """A later session that takes over what is open, and changes some of it."""
    records = [stand.record.follow_up(f"{sessie}{stand.eerste}", stand) for stand in fold(bronnen) if stand.is_open]
    nieuw = [msgspec.structs.replace(one, **per_eerste.get(one.volgt, {})) for one in records]
    return [*bronnen, Bron(sessie, f"Jaarronde {datum[:4]}", datum, (), tuple(nieuw), "jaarronde")]


def story():
    bronnen = follow([BOARD], "c", "2025-06-05", a1={"wanneer": "2025-09-01"}, a2={"wanneer": "2025-09-01"})
    besluit = {"besluit": "overgenomen", "wie_besluit": "het college", "wanneer": "2025-01-21"}
    bronnen = follow(bronnen, "d", "2026-06-05", v1=besluit, a1={"wanneer": "2026-12-01", "status": "bezig"})
    return follow(bronnen, "e", "2027-06-05", v1={"resultaat": "het net is groter"}, a1={"status": "gedaan"})


def test_the_course_tells_who_decided_when_what_came_of_it_and_in_which_session():
    bronnen = story()
    standen, gangen = fold(bronnen), tell_gangen(reversed(bronnen))
    stand = standen[0]
    gang = gangen["v1"]
    assert [keer.sessie for keer in gang] == ["b", "d", "e"]
    assert tell_gang(stand, gang, find_uitvoering(gang, standen, gangen)) == [
        "Advies 1 van Board 2024, 3 oktober 2024",
        "Begin met het net",
        "",
        "Gegeven door De Board.",
        "",
        "Het verloop:",
        "- Board 2024, 3 oktober 2024: gegeven",
        "- Jaarronde 2026, 5 juni 2026: overgenomen door het college op 21 januari 2025",
        "- Jaarronde 2027, 5 juni 2027: overgenomen door het college op 21 januari 2025; resultaat: het net is groter",
        "",
        "Acties hierbij:",
        "- Bellen (gedaan)",
        "",
        "Nu: afgerond.",
    ]


def test_each_earlier_date_of_an_action_is_told_and_what_was_postponed_most_comes_first():
    bronnen = story()
    gangen = tell_gangen(bronnen)
    acties = [stand for stand in fold(bronnen) if isinstance(stand.record, Actie)]
    uitgesteld = [(one.eerste, one.uitgesteld, earlier_dates(gangen[one.eerste])) for one in most_postponed(acties)]
    assert uitgesteld == [("a1", 2, ("2024-12-01", "2025-09-01")), ("a2", 1, ("2024-12-01",))]
    regels = tell_gang(acties[0], gangen["a1"])
    assert "- Board 2024, 3 oktober 2024: afgesproken door Noor; klaar op 1 december 2024" in regels
    assert (
        "- Jaarronde 2026, 5 juni 2026: bezig door Noor; uitgesteld van 1 september 2025 naar 1 december 2026" in regels
    )
    assert "Uitgesteld: 2 keer." in regels


def test_a_course_whose_first_session_is_gone_still_tells_the_rest_and_the_earlier_date():
    _, *rest = story()
    gangen = tell_gangen(rest)
    assert [keer.sessie for keer in gangen["v1"]] == ["c", "d", "e"]
    assert earlier_dates(gangen["a2"]) == ("2024-12-01",)


def test_a_year_and_a_number_name_an_advies():
    assert [parse_welk(tekst) for tekst in ("2024.3", "2024-12", "2024", "24.3", "2024.3x", "")] == [
        (2024, 3), (2024, 12), (2024, 0), None, None, None
    ]  # fmt: skip
