"""The clock of a session: planned and spent time, per step and in all. Moments are passed in."""

from datetime import datetime

import msgspec

from sessie_tool.kern.sessie import Sessie, Verloop

replace = msgspec.structs.replace


class Klokstand(msgspec.Struct, frozen=True):
    """The clock at one moment; all in seconds.

    Attributes:
        besteed: spent in the current step.
        gepland: planned for the current step, with what the facilitator added.
        voorsprong: how far ahead of the plan the whole session is (below 0: behind).
        loopt: whether the clock runs.
    """

    besteed: float
    gepland: float
    voorsprong: float
    loopt: bool


def spent(sessie: Sessie, stap_id: str, moment: datetime) -> float:
    """Seconds spent in a step up to `moment`; a clock that was set back counts as no time."""
    verloop = sessie.verloop
    seconden = verloop.besteed.get(stap_id, 0.0)
    if verloop.sinds and verloop.stap == stap_id:
        seconden += max(0.0, (moment - datetime.fromisoformat(verloop.sinds)).total_seconds())
    return seconden


def planned(sessie: Sessie, stap_id: str) -> float:
    """Seconds planned for a step, with the minutes that the facilitator added."""
    return 60.0 * max(0, sessie.stap(stap_id).minuten + sessie.verloop.extra.get(stap_id, 0))


def read_klok(sessie: Sessie, moment: datetime) -> Klokstand:
    """The clock of the current step and of the whole session.

    Ahead is what the finished steps left over; a current step that runs over its plan eats from it.
    """
    huidige = sessie.huidige
    besteed, gepland = spent(sessie, huidige.id, moment), planned(sessie, huidige.id)
    done = sessie.stappen[: sessie.nummer(huidige.id) - 1]
    over = sum(planned(sessie, stap.id) - spent(sessie, stap.id, moment) for stap in done)
    return Klokstand(besteed, gepland, over - max(0.0, besteed - gepland), bool(sessie.verloop.sinds))


def _banked(sessie: Sessie, moment: datetime) -> dict[str, float]:
    """The time per step with what the running clock adds."""
    huidig = sessie.verloop.stap
    return sessie.verloop.besteed | ({huidig: spent(sessie, huidig, moment)} if huidig else {})


def start(sessie: Sessie, stap_id: str, moment: datetime) -> Sessie:
    """Make a step the current one and let its clock run; a session in voorbereiding becomes lopend."""
    status = "lopend" if sessie.status == "voorbereiding" else sessie.status
    return replace(_place(sessie, stap_id, moment, loopt=status == "lopend"), status=status)


def go_to_stap(sessie: Sessie, stap_id: str, moment: datetime) -> Sessie:
    """Make a step the current one; its clock runs when the clock ran, and stands still when that was paused."""
    return _place(sessie, stap_id, moment, loopt=bool(sessie.verloop.sinds) and sessie.status == "lopend")


def _place(sessie: Sessie, stap_id: str, moment: datetime, *, loopt: bool) -> Sessie:
    sinds = moment.isoformat(timespec="seconds") if loopt else ""
    return replace(sessie, verloop=Verloop(stap_id, sinds, _banked(sessie, moment), sessie.verloop.extra))


def pause(sessie: Sessie, moment: datetime) -> Sessie:
    """Let the clock stand still (a break, the end)."""
    return replace(sessie, verloop=replace(sessie.verloop, sinds="", besteed=_banked(sessie, moment)))


def resume(sessie: Sessie, moment: datetime) -> Sessie:
    """Let the clock of the current step run again."""
    return start(sessie, sessie.huidige.id, moment)


def stretch(sessie: Sessie, stap_id: str, minuten: int) -> Sessie:
    """Give a step more (or, below 0, less) minutes; the plan of the rest moves along."""
    extra = sessie.verloop.extra.get(stap_id, 0) + minuten
    extra = max(extra, -sessie.stap(stap_id).minuten)
    return replace(sessie, verloop=replace(sessie.verloop, extra=sessie.verloop.extra | {stap_id: extra}))
