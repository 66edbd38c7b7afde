"""The clock without a screen: `sessie stap` leads it, and `sessie nieuw --tijden` learns from it."""

from datetime import timedelta

import pytest

from sessie_tool.cli.opdrachten import stap
from sessie_tool.nu import now


@pytest.fixture
def tijd(monkeypatch):
    """A clock that the test moves on: tijd(minuten)."""
    moment = [now().replace(hour=14, minute=0, second=0, microsecond=0)]
    monkeypatch.setattr(stap, "now", lambda: moment[0])

    def pass_by(minuten):
        moment[0] += timedelta(minutes=minuten)

    return pass_by


def test_the_clock_is_led_from_the_command_line(sessie_id, goed, sessie, tijd):
    assert "klaar om" not in goed("stap", sessie_id)
    assert "Sessie: nog 120 minuten, klaar om 16:00, op schema" in goed("stap", sessie_id, "1")
    assert "2 minuten achter" in goed("stap", sessie_id, "--langer", "2")
    assert "op schema" in goed("stap", sessie_id, "--korter", "2")
    tijd(3)
    assert "De klok staat stil. Met --verder loopt hij weer." in goed("stap", sessie_id, "--pauze")
    tijd(45)
    uit = goed("stap", sessie_id, "--verder")
    assert "Tijd: 3 van 5 minuten" in uit
    assert "klaar om 16:45, op schema" in uit
    tijd(12)
    assert "klaar om 16:45, 10 minuten achter" in goed("stap", sessie_id)
    assert sessie("stap", sessie_id, "--pauze", "--verder")[0] == 2
    goed("status", sessie_id, "afgerond")
    assert "Deze sessie is afgerond; de klok loopt niet meer." in goed("stap", sessie_id, "--verder")


def test_a_new_session_takes_the_minutes_that_the_steps_really_took(sessie_id, goed, sessie, als_json, tijd):
    goed("stap", sessie_id, "1")
    tijd(9)
    goed("stap", sessie_id, "2")
    code, nieuw, fout = sessie("nieuw", "signalensessie", "--tijden", sessie_id)
    assert (code, "Open acties 9 (5)" in fout) == (0, True)
    minuten = [stap["minuten"] for stap in als_json("toon", nieuw.strip())["stappen"]]
    assert minuten[0] == 9
    assert "geeft geen andere minuten" in sessie("nieuw", "signalensessie", "--tijden", nieuw.strip())[2]
