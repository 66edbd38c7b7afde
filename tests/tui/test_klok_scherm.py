"""The clock on the screen: what is left, what comes of it, and jumps of time that are never counted in silence."""

from datetime import timedelta

from scherm_hulp import make_werkmap, started

from sessie_tool.kern import klok
from sessie_tool.kern.sessie import replace
from sessie_tool.nu import new_id, now
from sessie_tool.tui import klokscherm
from sessie_tool.tui.onderdelen.regels import Kopregel
from sessie_tool.zitting import Zitting


class Tijd:
    """A clock that a test sets."""

    def __init__(self, monkeypatch):
        self.moment = now().replace(hour=14, minute=0, second=0, microsecond=0)
        monkeypatch.setattr(klokscherm, "now", lambda: self.moment)

    def pass_by(self, scherm, minuten):
        """Minutes go by, tick by tick."""
        for _ in range(int(minuten)):
            self.moment += timedelta(minutes=1)
            scherm.tick()

    def jump(self, scherm, **hoeveel):
        self.moment += timedelta(**hoeveel)
        scherm.tick()


def title(wie):
    return str(wie.app.screen.query_one(Kopregel).render())


async def test_the_title_says_what_is_left_and_when_it_ends_and_f7_f8_f9_plan_again(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    tijd = Tijd(monkeypatch)
    async with started(werkmap, sessie_id) as wie:
        duur = wie.sessie.stappen[0].minuten
        totaal = sum(stap.minuten for stap in wie.sessie.stappen)
        einde = tijd.moment + timedelta(minutes=totaal)
        await wie.press("f9")
        assert f"nog {duur}:00 van {duur}:00 · op schema · klaar om {einde:%H:%M}" in title(wie)
        assert f"nog {totaal} min" in wie.seen()
        await wie.press("f8", "f8")
        assert f"{duur + 2} minuten, gepland was {duur}. Klaar om {einde:%H:%M}." in wie.melding
        assert "2 min achter" in title(wie)
        await wie.press("f7", "f7")
        tijd.pass_by(wie.scherm, duur - 1)
        assert "◔ bijna om, nog 1:00" in title(wie)
        tijd.jump(wie.scherm, seconds=55)
        assert "◕ rond af, nog 0:05" in title(wie)
        tijd.pass_by(wie.scherm, 10)
        assert "▲ 9:55 over tijd · 10 min achter" in title(wie)
        assert "→" in wie.seen()  # the list of steps says what becomes shorter
        await wie.press("f9")
        tijd.pass_by(wie.scherm, 45)
        assert "pauze 45:00" in title(wie)
        await wie.press("ctrl+z", "f9")
        assert "De pauze duurde 45 minuten." in wie.melding
        assert "▲ 9:55 over tijd" in title(wie)


async def test_a_laptop_that_slept_and_a_clock_that_was_set_count_nothing_in_silence(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    tijd = Tijd(monkeypatch)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+l")
        assert "geen pauze om mee te tellen" in wie.melding
        await wie.press("f9")
        stap_id = wie.sessie.verloop.stap
        tijd.pass_by(wie.scherm, 2)
        tijd.jump(wie.scherm, hours=3)
        assert "De computer stond stil, 3 uur lang. Die tijd telt niet mee" in wie.melding
        assert "pauze 180:00" in title(wie)
        assert klok.spent(wie.sessie, stap_id, tijd.moment) == 120.0
        await wie.press("ctrl+l")
        assert klok.spent(wie.sessie, stap_id, tijd.moment) == 182 * 60.0
        tijd.jump(wie.scherm, hours=-1)
        assert "ging terug" in wie.melding
        tijd.pass_by(wie.scherm, 1)
        assert klok.spent(wie.sessie, stap_id, tijd.moment) == 183 * 60.0


async def test_the_clock_goes_on_after_a_stop_but_not_through_a_night(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    begin = now().replace(microsecond=0)
    zitting = Zitting.open(werkmap, sessie_id, clock=lambda: begin, new_id=new_id)
    zitting.apply("klok", lambda een: klok.start(een, een.stappen[0].id, begin), "verloop")
    zitting.close()
    tijd = Tijd(monkeypatch)
    tijd.moment = begin + timedelta(minutes=4)
    async with started(werkmap, sessie_id) as wie:
        assert klok.spent(wie.sessie, wie.sessie.verloop.stap, tijd.moment) >= 239.0
        assert "pauze" not in title(wie)
    tijd.moment = begin + timedelta(hours=15)
    async with started(werkmap, sessie_id) as wie:
        assert "Het programma was dicht, 15 uur lang." in wie.melding
        assert klok.spent(wie.sessie, wie.sessie.verloop.stap, tijd.moment) < 1
    tijd.moment = begin - timedelta(hours=2)
    async with started(werkmap, sessie_id) as wie:
        assert "ging terug" in wie.melding
        assert klok.break_length(wie.sessie, tijd.moment + timedelta(minutes=1)) == 60.0


async def test_a_session_like_this_one_can_be_planned_with_the_real_minutes(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    begin = now().replace(microsecond=0)
    zitting = Zitting.open(werkmap, sessie_id, clock=lambda: begin, new_id=new_id)
    zitting.apply("klok", lambda een: klok.start(een, een.stappen[0].id, begin), "verloop")
    later = begin + timedelta(minutes=33)
    zitting.apply("klok", lambda een: klok.go_to_stap(een, een.stappen[1].id, later), "verloop")
    zitting.close()
    async with started(werkmap) as wie:
        await wie.press("ctrl+k")
        assert "Zoals Signalensessie Inclusief" in wie.seen()
        await wie.press("down")
        assert "Open acties 33" in " ".join(wie.seen().split())
        await wie.press("f2")
        assert wie.sessie.stappen[0].minuten == 33
        assert wie.sessie.stappen[1].minuten == zitting.sessie.stappen[1].minuten


async def test_what_must_still_be_arranged_is_counted_and_named_until_the_session_begins(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(160, 45)) as wie:
        assert "te regelen" not in wie.melding
        wie.scherm.doe("leeg", lambda een: replace(een, plaats="", deelnemers=()))
        assert "○ De plaats is nog leeg." in wie.seen()
        await wie.press("f9")
        assert "Nog 3 punten te regelen: Ctrl+K toont ze." in wie.melding
        assert "De plaats is nog leeg." not in wie.seen()
