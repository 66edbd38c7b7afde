"""Actions and advice over many sessions: the newest follow-up holds, nothing closes or vanishes by itself."""

from itertools import count

import msgspec
import pytest

from sessie_tool.kern.bouwstenen.acties import Actie, Opvolging
from sessie_tool.kern.bouwstenen.adviezen import Advies, Adviesopvolging
from sessie_tool.kern.opvolging import Bron, concerns, fold, mark
from sessie_tool.kern.opvolging import openstaand as openstaand_van
from sessie_tool.kern.zichtbaar import show_regel, show_tekst

BELLEN = Actie(id="a1", wat="Bellen", wanneer="2025-02-01")
MAILEN = Actie(id="a2", wat="Mailen", status="vervallen")
ADVIES = Advies(id="v1", tekst="Begin met het net", van=("De Board",))
JANUARI = Bron("s1", "Sessie Open", "2025-01-15", ("Open",), (BELLEN, MAILEN), "signalensessie")
VERLOOP = [JANUARI]


@pytest.fixture(autouse=True)
def clean_verloop():
    VERLOOP[:] = [JANUARI]


def make_ids():
    nummers = count(1)
    return lambda: f"n{next(nummers)}"


def openstaand(bronnen, opgaven, datum, soort="signalensessie"):
    """The records with which a new session starts."""
    new_id = make_ids()
    standen = openstaand_van(bronnen, opgaven, soort, datum)
    return tuple(stand.record.follow_up(new_id(), stand) for stand in standen)


def follow(datum, **anders):
    """The session on a date, which takes over what is open and changes the first of it."""
    eerste, *rest = openstaand(VERLOOP, (), datum)
    VERLOOP.append(Bron(f"s{datum}", "Later", datum, (), (msgspec.structs.replace(eerste, **anders), *rest)))


def test_a_session_starts_with_what_is_open():
    (vervolg,) = openstaand([JANUARI], ("Open",), "2025-02-15")
    assert vervolg == Opvolging(
        id="n1", wat="Bellen", wanneer="2025-02-01", eerder="2025-02-01", actie="a1", sessie="s1",
        afspraak="Sessie Open, 15 januari 2025", vorige="a1", begin=mark(BELLEN),
    )  # fmt: skip


def test_a_session_does_not_start_with_actions_of_later_sessions_or_other_opgaven():
    assert openstaand([JANUARI], (), "2025-01-14") == ()
    assert openstaand([JANUARI], ("Inclusief",), "2025-02-15") == ()


def test_the_newest_follow_up_holds_and_later_dates_are_counted():
    follow("2025-02-15", wanneer="2025-04-01", status="bezig")
    follow("2025-05-15", wanneer="2025-06-01")
    assert VERLOOP[-1].records[0].uitgesteld == 1
    stand = fold(VERLOOP)[0]
    assert (stand.record.status, stand.record.wanneer, stand.uitgesteld) == ("bezig", "2025-06-01", 2)
    assert (stand.eerste, stand.sessie, stand.titel, stand.is_open) == ("a1", "s1", "Sessie Open", True)
    follow("2025-07-15", status="gedaan")
    assert not fold(reversed(VERLOOP))[0].is_open
    assert openstaand(VERLOOP, (), "2025-08-15") == ()


def test_an_earlier_date_or_a_first_date_is_no_postponement():
    follow("2025-02-15", wanneer="2025-01-20")
    assert fold(VERLOOP)[0].uitgesteld == 0
    zonder = msgspec.structs.replace(JANUARI, records=(Actie(id="a3", wat="Ooit"),))
    VERLOOP[:] = [zonder]
    follow("2025-02-15", wanneer="2025-06-01")
    assert fold(VERLOOP)[0].uitgesteld == 0


@pytest.mark.parametrize("volgende", ("s0", "s9"))
def test_a_follow_up_on_the_same_day_holds_whatever_the_ids_of_the_sessions_are(volgende):
    (vervolg,) = openstaand(VERLOOP, (), JANUARI.datum)
    klaar = msgspec.structs.replace(vervolg, status="gedaan", geleerd="Het werkte")
    bron = Bron(volgende, "Zelfde dag", JANUARI.datum, (), (klaar,))
    stand = next(one for one in fold([JANUARI, bron]) if one.eerste == "a1")
    assert (stand.record, stand.sessie) == (klaar, "s1")


def test_a_session_that_was_prepared_earlier_opens_nothing_again_that_another_one_closed():
    klaar, vooraf = openstaand([JANUARI], (), "2025-02-15") + openstaand([JANUARI], (), "2025-03-15")
    klaar = msgspec.structs.replace(klaar, id="k1", status="gedaan", geleerd="Het werkte")
    februari = Bron("s2", "Februari", "2025-02-15", (), (klaar,))
    maart = Bron("s3", "Maart", "2025-03-15", (), (msgspec.structs.replace(vooraf, id="k2"),))
    assert fold([JANUARI, februari, maart])[0].record == klaar
    assert openstaand([JANUARI, februari, maart], (), "2025-04-15") == ()


def test_what_is_completed_afterwards_in_the_first_session_holds_until_a_follow_up_says_more():
    (vervolg,) = openstaand([JANUARI], (), "2025-02-15")
    februari = Bron("s2", "Februari", "2025-02-15", (), (vervolg,))
    aangevuld = msgspec.structs.replace(BELLEN, wie=("Jansen",))
    januari = msgspec.structs.replace(JANUARI, records=(aangevuld,))
    assert fold([januari, februari])[0].record == aangevuld
    meer = msgspec.structs.replace(februari, records=(msgspec.structs.replace(vervolg, status="bezig"),))
    assert fold([januari, meer])[0].record.status == "bezig"


def test_two_sessions_that_agree_on_the_same_later_date_postpone_once():
    uitgesteld = [
        Bron(sessie, sessie, datum, (), (msgspec.structs.replace(vervolg, id=f"{sessie}1", wanneer="2025-06-01"),))
        for sessie, datum in (("s2", "2025-02-15"), ("s3", "2025-03-15"))
        for vervolg in openstaand([JANUARI], (), datum)
    ]
    assert fold([JANUARI, *uitgesteld])[0].uitgesteld == 1


@pytest.mark.parametrize(("ochtend", "middag"), (("s2", "s3"), ("s3", "s2")))
def test_sessions_of_one_day_follow_each_other_as_they_were_started(ochtend, middag):
    (vervolg,) = openstaand([JANUARI], (), "2025-02-15")
    eerste = msgspec.structs.replace(vervolg, id="k1", status="bezig", wanneer="2025-04-01")
    bronnen = [JANUARI, Bron(ochtend, "Ochtend", "2025-02-15", (), (eerste,))]
    (daarna,) = openstaand(bronnen, (), "2025-02-15")
    laatste = msgspec.structs.replace(daarna, id="k2", status="gedaan", wanneer="2025-05-01")
    stand = fold([*bronnen, Bron(middag, "Middag", "2025-02-15", (), (laatste,))])[0]
    assert (stand.record, stand.uitgesteld) == (laatste, 2)


def test_times_postponed_are_kept_when_the_session_that_postponed_is_gone():
    follow("2025-02-15", wanneer="2025-04-01")
    VERLOOP[-1] = msgspec.structs.replace(
        VERLOOP[-1], records=tuple(msgspec.structs.replace(one, id="k1") for one in VERLOOP[-1].records)
    )
    follow("2025-05-15", wanneer="2025-06-01")
    assert fold([JANUARI, VERLOOP[-1]])[0].uitgesteld == 2
    assert fold(VERLOOP[-1:])[0].uitgesteld == 2
    assert fold(VERLOOP)[0].uitgesteld == 2


def test_a_follow_up_of_an_older_version_of_the_program_counts_as_touched():
    (vervolg,) = openstaand([JANUARI], (), "2025-02-15")
    oud = msgspec.structs.replace(vervolg, begin="", vorige="")
    assert fold([JANUARI, Bron("s2", "Oud", "2025-02-15", (), (oud,))])[0].record == oud


def test_an_action_lives_on_when_its_own_session_is_gone():
    follow("2025-02-15", status="bezig", geleerd="Bellen helpt")
    (stand,) = fold(VERLOOP[1:])
    assert (stand.eerste, stand.sessie, stand.titel) == ("a1", "s1", "Later")
    assert openstaand(VERLOOP[1:], (), "2025-05-15")[0].geleerd == "Bellen helpt"


def test_what_the_facilitator_keeps_stays_so_in_the_next_session():
    geheim = msgspec.structs.replace(BELLEN, bereik="begeleider")
    bron = msgspec.structs.replace(JANUARI, records=(geheim,))
    assert openstaand([bron], (), "2025-02-15")[0].bereik == "begeleider"


def test_an_advies_comes_back_with_its_number_until_something_came_of_it_or_it_was_refused():
    VERLOOP[:] = [Bron("b1", "Boardsessie", "2025-01-15", (), (ADVIES,), "boardsessie")]
    follow("2025-06-15", besluit="overgenomen", wie_besluit="het college", wanneer="2025-05-01")
    eerste = VERLOOP[-1].records[0]
    assert isinstance(eerste, Adviesopvolging)
    assert (eerste.afspraak, eerste.van) == ("advies 1 van Boardsessie, 15 januari 2025", ("De Board",))
    follow("2025-09-15", resultaat="Het net is versterkt")
    stand = fold(VERLOOP)[0]
    assert (stand.record.besluit, stand.record.resultaat) == ("overgenomen", "Het net is versterkt")
    assert openstaand(VERLOOP, (), "2025-12-15") == ()
    geweigerd = msgspec.structs.replace(ADVIES, besluit="niet overgenomen")
    assert not geweigerd.is_open


def test_opgaven_decide_what_concerns_a_session_and_else_a_circle_stays_among_itself():
    stand = fold([JANUARI])[0]
    peer = msgspec.structs.replace(stand, soort="peer-review", opgaven=())
    assert concerns(stand, ("Open", "Inclusief"), "jaarronde")
    assert not concerns(stand, ("Inclusief",), "signalensessie")
    assert concerns(stand, (), "jaarronde")
    assert not concerns(stand, (), "peer-review")
    assert concerns(peer, (), "peer-review")
    assert not concerns(peer, (), "incidentmethode")
    intervisie = msgspec.structs.replace(peer, soort="roddelmethode")
    assert concerns(intervisie, (), "incidentmethode")
    assert not concerns(peer, ("Open",), "signalensessie")


def test_control_characters_are_shown_and_steer_nothing():
    assert show_regel("a\x1b[2J\tb\nc\x9b") == "a␛[2J  b⏎c�"
    assert show_tekst("a\r\nb\x00\tc") == "a\nb␀    c"
