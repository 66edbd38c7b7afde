"""The clock of a session: planned and spent time, per step and in all. Moments are passed in."""

from datetime import datetime

import msgspec

from sessie_tool.kern.sessie import Sessie, Verloop

replace = msgspec.structs.replace


KORTSTE = 30.0
"""Seconds; who was at a step for less only looked at it."""


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

    Ahead is what the finished steps left over; a current step that runs over its plan eats from it. A step without
    minutes is before or after the meeting, so its time counts for nothing.
    """
    huidige = sessie.huidige
    besteed, gepland = spent(sessie, huidige.id, moment), planned(sessie, huidige.id)
    done = (stap for stap in sessie.stappen[: sessie.nummer(huidige.id) - 1] if stap.minuten)
    over = sum(planned(sessie, stap.id) - spent(sessie, stap.id, moment) for stap in done)
    te_lang = max(0.0, besteed - gepland) if huidige.minuten else 0.0
    return Klokstand(besteed, gepland, over - te_lang, bool(sessie.verloop.sinds))


def is_done(verloop: Verloop, stap_id: str) -> bool:
    """Whether a step took long enough to count as done; the clock that still runs is not counted."""
    return verloop.besteed.get(stap_id, 0.0) >= KORTSTE


def _bank(sessie: Sessie, moment: datetime) -> Verloop:
    """The clock standing still, with what it ran put with its step."""
    verloop, huidig = sessie.verloop, sessie.verloop.stap
    if not huidig:
        return replace(verloop, sinds="")
    verloop = replace(verloop, sinds="", besteed=verloop.besteed | {huidig: spent(sessie, huidig, moment)})
    is_new = is_done(verloop, huidig) and huidig not in verloop.gedaan
    return replace(verloop, gedaan=(*verloop.gedaan, huidig)) if is_new else verloop


def start(sessie: Sessie, stap_id: str, moment: datetime) -> Sessie:
    """Make a step the current one and let its clock run; a session in voorbereiding becomes lopend."""
    status = "lopend" if sessie.status == "voorbereiding" else sessie.status
    return replace(_place(sessie, stap_id, moment, loopt=status == "lopend"), status=status)


def go_to_stap(sessie: Sessie, stap_id: str, moment: datetime) -> Sessie:
    """Make a step the current one; its clock runs when the clock ran, and stands still when that was paused."""
    return _place(sessie, stap_id, moment, loopt=bool(sessie.verloop.sinds) and sessie.status == "lopend")


def _place(sessie: Sessie, stap_id: str, moment: datetime, *, loopt: bool) -> Sessie:
    sinds = moment.isoformat(timespec="seconds") if loopt else ""
    return replace(sessie, verloop=replace(_bank(sessie, moment), stap=stap_id, sinds=sinds))


def pause(sessie: Sessie, moment: datetime) -> Sessie:
    """Let the clock stand still (a break, the end)."""
    return replace(sessie, verloop=_bank(sessie, moment))


def resume(sessie: Sessie, moment: datetime) -> Sessie:
    """Let the clock of the current step run again."""
    return start(sessie, sessie.huidige.id, moment)


def stretch(sessie: Sessie, stap_id: str, minuten: int) -> Sessie:
    """Give a step more (or, below 0, less) minutes; the plan of the rest moves along."""
    extra = sessie.verloop.extra.get(stap_id, 0) + minuten
    extra = max(extra, -sessie.stap(stap_id).minuten)
    return replace(sessie, verloop=replace(sessie.verloop, extra=sessie.verloop.extra | {stap_id: extra}))
