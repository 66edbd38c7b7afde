"""Actions over many sessions: the newest follow-up counts."""

from itertools import count

import pytest

from sessie_tool.kern.actielijst import Actiebron, fold_acties, openstaand
from sessie_tool.kern.bouwstenen.acties import Actie, Opvolging

ACTIE = Actie(id="a1", wat="Pilot evalueren", wanneer="2024-06-01")


def bron(datum, *acties, opgaven=()):
    return Actiebron(f"s-{datum}", f"Sessie {datum}", datum, opgaven, acties)


def follow(eerder, wanneer, status="open", actie="a1"):
    return Opvolging(
        id=f"o-{wanneer}", wat="Pilot evalueren", actie=actie, sessie="s-2024-01-01", eerder=eerder, wanneer=wanneer,
        status=status,
    )  # fmt: skip


def start(*bronnen, opgaven=(), datum="2025-01-01"):
    nummers = count(1)
    return openstaand(bronnen, opgaven, datum, lambda: f"n{next(nummers)}")


def test_the_newest_follow_up_counts_whatever_the_order_of_the_files():
    bronnen = [
        bron("2024-09-01", follow("2024-09-01", "2024-12-01", "gedaan")),
        bron("2024-01-01", ACTIE),
        bron("2024-06-01", follow("2024-06-01", "2024-09-01")),
    ]
    [stand] = fold_acties(bronnen)
    assert stand.actie.status == "gedaan"
    assert stand.uitgesteld == 2
    assert (stand.sessie, stand.datum, stand.actie_id) == ("s-2024-01-01", "2024-01-01", "a1")


def test_an_earlier_date_or_a_first_date_is_no_postponement():
    bronnen = [bron("2024-01-01", ACTIE), bron("2024-06-01", follow("2024-06-01", "2024-05-01"))]
    assert fold_acties(bronnen)[0].uitgesteld == 0
    assert fold_acties([bronnen[0], bron("2024-06-01", follow("", "2024-09-01"))])[0].uitgesteld == 0


def test_a_follow_up_stands_alone_when_the_earlier_session_is_gone():
    [stand] = fold_acties([bron("2024-06-01", follow("2024-06-01", "2024-09-01", actie="weg"))])
    assert stand.actie_id == "weg"
    assert stand.is_open


@pytest.mark.parametrize("status", ("gedaan", "vervallen"))
def test_a_closed_action_does_not_come_back(status):
    assert start(bron("2024-01-01", ACTIE), bron("2024-06-01", follow("", "", status))) == ()


def test_a_follow_up_of_a_follow_up_still_points_at_the_action_itself():
    [opvolging] = start(bron("2024-01-01", ACTIE), bron("2024-06-01", follow("2024-06-01", "2024-09-01")))
    assert (opvolging.actie, opvolging.eerder, opvolging.id) == ("a1", "2024-09-01", "n1")
    assert opvolging.afspraak == "Sessie 2024-01-01, 1 januari 2024"


def test_sessions_after_the_date_do_not_count():
    bronnen = [bron("2024-01-01", ACTIE), bron("2026-01-01", follow("", "", "gedaan"))]
    assert len(start(*bronnen, datum="2025-01-01")) == 1


def test_only_actions_about_the_same_opgaven_come_along_unless_either_has_none():
    groen = bron("2024-01-01", ACTIE, opgaven=("Groen",))
    assert len(start(groen, opgaven=("Groen", "Open"))) == 1
    assert start(groen, opgaven=("Open",)) == ()
    assert len(start(groen)) == 1
    assert len(start(bron("2024-01-01", ACTIE), opgaven=("Open",))) == 1
