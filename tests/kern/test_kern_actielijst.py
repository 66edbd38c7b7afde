"""Actions over many sessions: the newest follow-up holds, nothing closes or vanishes by itself."""

from itertools import count

import msgspec
import pytest

from sessie_tool.kern.actielijst import Actiebron, concerns, fold_acties, openstaand
from sessie_tool.kern.bouwstenen.acties import Actie, Opvolging
from sessie_tool.kern.zichtbaar import show_regel, show_tekst

BELLEN = Actie(id="a1", wat="Bellen", wanneer="2025-02-01")
MAILEN = Actie(id="a2", wat="Mailen", status="vervallen")
JANUARI = Actiebron("s1", "Sessie Open", "2025-01-15", ("Open",), (BELLEN, MAILEN))


def make_ids():
    nummers = count(1)
    return lambda: f"n{next(nummers)}"


def follow(datum, **anders):
    """The session on a date, which takes over what is open and changes the first of it."""
    eerste, *rest = openstaand(VERLOOP, (), datum, make_ids())
    VERLOOP.append(Actiebron(f"s{datum}", "Later", datum, (), (msgspec.structs.replace(eerste, **anders), *rest)))


VERLOOP = [JANUARI]


@pytest.fixture(autouse=True)
def clean_verloop():
    VERLOOP[:] = [JANUARI]


def test_a_session_starts_with_what_is_open():
    (vervolg,) = openstaand([JANUARI], ("Open",), "2025-02-15", make_ids())
    assert vervolg == Opvolging(
        id="n1", wat="Bellen", wanneer="2025-02-01", eerder="2025-02-01", actie="a1", sessie="s1",
        afspraak="Sessie Open, 15 januari 2025",
    )  # fmt: skip


def test_a_session_does_not_start_with_actions_of_later_sessions_or_other_opgaven():
    assert openstaand([JANUARI], (), "2025-01-14", make_ids()) == ()
    assert openstaand([JANUARI], ("Inclusief",), "2025-02-15", make_ids()) == ()


def test_the_newest_follow_up_holds_and_later_dates_are_counted():
    follow("2025-02-15", wanneer="2025-04-01", status="bezig")
    follow("2025-05-15", wanneer="2025-06-01")
    stand = fold_acties(VERLOOP)[0]
    assert (stand.actie.status, stand.actie.wanneer, stand.uitgesteld) == ("bezig", "2025-06-01", 2)
    assert (stand.actie_id, stand.sessie, stand.titel, stand.is_open) == ("a1", "s1", "Sessie Open", True)
    follow("2025-07-15", status="gedaan")
    assert not fold_acties(reversed(VERLOOP))[0].is_open
    assert openstaand(VERLOOP, (), "2025-08-15", make_ids()) == ()


@pytest.mark.parametrize("volgende", ("s0", "s9"))
def test_a_follow_up_on_the_same_day_holds_whatever_the_ids_of_the_sessions_are(volgende):
    (vervolg,) = openstaand(VERLOOP, (), JANUARI.datum, make_ids())
    klaar = msgspec.structs.replace(vervolg, status="gedaan", geleerd="Het werkte")
    bron = Actiebron(volgende, "Zelfde dag", JANUARI.datum, (), (klaar,))
    stand = next(one for one in fold_acties([JANUARI, bron]) if one.actie_id == "a1")
    assert (stand.actie, stand.sessie) == (klaar, "s1")


def test_an_action_lives_on_when_its_own_session_is_gone():
    follow("2025-02-15", status="bezig")
    (stand,) = fold_acties(VERLOOP[1:])
    assert (stand.actie_id, stand.sessie, stand.titel) == ("a1", "s1", "Later")


def test_what_the_facilitator_keeps_stays_so_in_the_next_session():
    geheim = msgspec.structs.replace(BELLEN, bereik="begeleider")
    bron = msgspec.structs.replace(JANUARI, acties=(geheim,))
    assert openstaand([bron], (), "2025-02-15", make_ids())[0].bereik == "begeleider"


def test_an_action_without_an_opgave_concerns_every_session():
    stand = fold_acties([msgspec.structs.replace(JANUARI, opgaven=())])[0]
    assert concerns(stand, ("Groen",))


def test_control_characters_are_shown_and_steer_nothing():
    assert show_regel("a\x1b[2J\tb\nc\x9b") == "a␛[2J  b⏎c�"
    assert show_tekst("a\r\nb\x00\tc") == "a\nb␀    c"
