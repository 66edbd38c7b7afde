"""KlokScherm: the clock of a screen that leads a session: its keys, its place in the title, and jumps of time.

A laptop that slept, a program that was killed and a clock that was set: none of them may count as time of a step in
silence. What nobody saw pass becomes a break, which one key makes time of the step after all.
"""

from collections.abc import Callable
from datetime import datetime

from textual.binding import Binding
from textual.screen import Screen

from sessie_tool.kern import klok
from sessie_tool.kern.gereed import list_open
from sessie_tool.kern.geschiedenis import Soort
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import format_aantal, format_datum
from sessie_tool.kern.tijdplan import make_tijdplan
from sessie_tool.nu import now
from sessie_tool.tui.kloktekst import format_duur, format_kloktekst, format_rest
from sessie_tool.tui.onderdelen.regels import Kopregel
from sessie_tool.tui.onderdelen.stappenlijst import Stappenlijst
from sessie_tool.tui.weergave import planned_minutes
from sessie_tool.zitting import Zitting

SPRONG = 120.0
"""Seconds without a tick: the computer slept. The clock ticks every second."""

WEG = 1800.0
"""Seconds since the last thing that was kept: the program was closed for so long that nobody may have gone on."""

TERUG = 2.0
"""Seconds that a clock may go back by itself."""


class KlokScherm(Screen[None]):
    """Whoever builds on it shows a session in `zitting` at the step `stap_id`."""

    BINDINGS = [
        Binding("f7", "stretch(-1)", "deze stap een minuut korter", show=False, priority=True, id="korter"),
        Binding("f8", "stretch(1)", "deze stap een minuut langer", show=False, priority=True, id="langer"),
        Binding("f9", "clock", "klok starten of pauzeren", show=False, priority=True, id="klok"),
        Binding("ctrl+l", "count_break", "de pauze telt toch mee", show=False, priority=True, id="pauze_telt"),
    ]

    zitting: Zitting
    stap_id: str
    gezien: datetime | None = None
    """When the clock was last seen; who goes on after a fault has seen it until then."""
    _voorstel: dict[str, int] | None = None

    def doe(self, omschrijving: str, change: Callable[[Sessie], Sessie], soort: Soort = "doe") -> None:
        """Carry out a change and show it."""
        raise NotImplementedError

    def meld(self, tekst: str, *, fout: bool = False) -> None:
        """Say something in the message line."""
        raise NotImplementedError

    def _turn(self, omschrijving: str, change: Callable[[Sessie], Sessie]) -> None:
        self.doe(omschrijving, change, "verloop")

    # What is on the screen.

    def show_tijd(self) -> None:
        """Show the steps with their minutes, and the time in the title."""
        voorstel = self._show_klok()
        self.query_one(Stappenlijst).show(self.zitting.sessie, self.stap_id, voorstel)

    def tick(self) -> None:
        """A second went by, or a laptop woke up."""
        self._watch(now())
        before, voorstel = self._voorstel, self._show_klok()
        if voorstel != before:
            self.query_one(Stappenlijst).show_minutes(self.zitting.sessie, voorstel)

    def _show_klok(self) -> dict[str, int]:
        """Show the time in the title and under the steps; gives the minutes that are proposed."""
        sessie, moment = self.zitting.sessie, now()
        plan = make_tijdplan(sessie, moment)
        elders = sessie.verloop.stap not in ("", self.stap_id) and sessie.status == "lopend"
        rechts = format_kloktekst(plan, sessie, moment)
        rechts = f"klok op stap {sessie.nummer(sessie.verloop.stap)}: {rechts}" if elders else rechts
        self.query_one(Kopregel).show(f"{sessie.titel} · {format_datum(sessie.datum)}", rechts)
        self.query_one(Stappenlijst).show_rest(format_rest(plan, sessie))
        self._voorstel = plan.voorstel if sessie.status == "lopend" else {}
        return self._voorstel

    # Jumps of time.

    def _is_running(self) -> bool:
        return self.zitting.sessie.status == "lopend" and self.zitting.veranderbaar

    def take_up(self) -> None:
        """Go on with the clock of a session that was opened; what passed while it was closed is said."""
        if self.gezien is not None:
            self._watch(now())
            return
        moment = self.gezien = now()
        verloop = self.zitting.sessie.verloop
        if not self._is_running() or not (verloop.sinds or verloop.pauze_sinds):
            return
        begin = datetime.fromisoformat(verloop.sinds or verloop.pauze_sinds)
        bewaard = self.zitting.gewijzigd
        laatste = max(begin, datetime.fromisoformat(bewaard)) if bewaard else begin
        if (laatste - moment).total_seconds() > TERUG:
            self._set_back(max(begin, laatste), moment)
        elif verloop.sinds and (moment - laatste).total_seconds() > WEG:
            self._miss(laatste, moment, "Het programma was dicht")

    def _watch(self, moment: datetime) -> None:
        """Compare with the tick before."""
        laatste, self.gezien = self.gezien or moment, moment
        weg = (moment - laatste).total_seconds()
        if not self._is_running():
            return
        if weg < -TERUG:
            self._set_back(laatste, moment)
        elif weg > SPRONG and self.zitting.sessie.verloop.sinds:
            self._miss(laatste, moment, "De computer stond stil")

    def _set_back(self, laatste: datetime, moment: datetime) -> None:
        self._turn("klok verzet", lambda oud: klok.shift(oud, laatste, moment))
        self.meld("De klok van de computer ging terug. De tijd van deze stap loopt gewoon door.")

    def _miss(self, laatste: datetime, moment: datetime, wat: str) -> None:
        self._turn("klok stond stil", lambda oud: klok.pause(oud, laatste))
        duur = format_duur((moment - laatste).total_seconds())
        self.meld(
            f"{wat}, {duur} lang. Die tijd telt niet mee: u staat op pauze. "
            "F9: verder. Ctrl+L: verder, en de tijd telt toch mee.",
            fout=True,
        )

    # The keys.

    def action_clock(self) -> None:
        """Start the session, or pause and go on."""
        sessie, moment = self.zitting.sessie, now()
        if sessie.status not in ("voorbereiding", "lopend"):
            self.meld(f"Deze sessie is {sessie.status}; de klok loopt niet meer.", fout=True)
            return
        stap_id = self.stap_id
        if sessie.verloop.sinds:
            self._turn("pauze", lambda oud: klok.pause(oud, moment))
            self.meld("Pauze. Die tijd telt bij geen stap. F9 laat de klok weer lopen.")
        else:
            pauze = klok.break_length(sessie, moment)
            over = f" De pauze duurde {format_duur(pauze)}." if pauze >= klok.KORTSTE else self.describe_open()
            self._turn("klok", lambda oud: klok.start(oud, stap_id, moment))
            self.meld(f"De klok loopt.{over} F9 is pauze, F7 en F8 zijn een minuut minder of meer.")

    def describe_open(self) -> str:
        """How much is still to be arranged before the session begins; "" when nothing is, or when it has begun."""
        sessie = self.zitting.sessie
        aantal = len(list_open(sessie)) if sessie.status == "voorbereiding" else 0
        return f" Nog {format_aantal(aantal, 'punt', 'punten')} te regelen: Ctrl+K toont ze." if aantal else ""

    def action_count_break(self) -> None:
        """The break was none: its time is time of the step."""
        sessie, moment = self.zitting.sessie, now()
        duur = klok.break_length(sessie, moment)
        if not duur:
            self.meld("Er is nu geen pauze om mee te tellen. F9 begint een pauze.", fout=True)
            return
        self._turn("pauze telt mee", lambda oud: klok.count_break(oud, moment))
        self.meld(f"Die {format_duur(duur)} tellen mee bij '{sessie.huidige.titel}'. De klok loopt weer.")

    def action_stretch(self, minuten: int) -> None:
        """Give the step at which the clock stands a minute more or less; the steps to come move along."""
        stap = self.zitting.sessie.huidige
        self._turn("tijd", lambda oud: klok.stretch(oud, stap.id, minuten))
        sessie = self.zitting.sessie
        plan = make_tijdplan(sessie, now())
        klaar = f" Klaar om {plan.einde:%H:%M}." if sessie.status == "lopend" else ""
        self.meld(f"'{stap.titel}': {planned_minutes(sessie, stap)} minuten, gepland was {stap.minuten}.{klaar}")
