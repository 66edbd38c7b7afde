"""The clock of a session: planned and spent time, per step and in all. Moments are passed in."""

from datetime import datetime

import msgspec

from sessie_tool.kern.sessie import Sessie, Verloop

replace = msgspec.structs.replace


KORTSTE = 30.0
"""Seconds; who was at a step for less only looked at it."""


LANGSTE_PAUZE = 6 * 3600.0
"""Seconds; who stops for longer goes on at another time, and takes no break."""


class Klokstand(msgspec.Struct, frozen=True):
    """The clock at one moment; all in seconds.

    Attributes:
        besteed: spent in the current step.
        gepland: planned for the current step, with what the facilitator added.
        voorsprong: how far ahead of the sjabloon's plan the whole session is (below 0: behind).
        loopt: whether the clock runs.
    """

    besteed: float
    gepland: float
    voorsprong: float
    loopt: bool


def _since(iso: str, moment: datetime) -> float:
    """Seconds from a moment that was kept; nothing when there is none, or when the clock was set back."""
    return max(0.0, (moment - datetime.fromisoformat(iso)).total_seconds()) if iso else 0.0


def spent(sessie: Sessie, stap_id: str, moment: datetime) -> float:
    """Seconds spent in a step up to `moment`; a clock that was set back counts as no time."""
    verloop = sessie.verloop
    return verloop.besteed.get(stap_id, 0.0) + (_since(verloop.sinds, moment) if verloop.stap == stap_id else 0.0)


def break_length(sessie: Sessie, moment: datetime) -> float:
    """Seconds that the break of now takes; 0 when there is none."""
    return _since(sessie.verloop.pauze_sinds, moment)


def planned(sessie: Sessie, stap_id: str) -> float:
    """Seconds planned for a step, with the minutes that the facilitator added."""
    return 60.0 * max(0, sessie.stap(stap_id).minuten + sessie.verloop.extra.get(stap_id, 0))


def read_klok(sessie: Sessie, moment: datetime) -> Klokstand:
    """The clock of the current step and of the whole session.

    Ahead is what the plan of the sjabloon leaves over: what finished steps took is known, what is to come takes its
    planned time. A step without minutes is before or after the meeting, so its time counts for nothing.
    """
    huidige = sessie.huidige
    besteed, gepland = spent(sessie, huidige.id, moment), planned(sessie, huidige.id)
    over = 0.0
    for nummer, stap in enumerate(sessie.stappen, 1):
        if stap.minuten:
            duurt = spent(sessie, stap.id, moment)
            is_past = nummer < sessie.nummer(huidige.id)
            over += 60.0 * stap.minuten - (duurt if is_past else max(duurt, planned(sessie, stap.id)))
    return Klokstand(besteed, gepland, over, bool(sessie.verloop.sinds))


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
    verloop = _bank(sessie, moment)
    if loopt:
        duur = break_length(sessie, moment)
        pauze = verloop.pauze + (duur if duur <= LANGSTE_PAUZE else 0.0)
        verloop = replace(verloop, sinds=_iso(moment), pauze_sinds="", pauze=pauze)
    return replace(sessie, verloop=replace(verloop, stap=stap_id))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def pause(sessie: Sessie, moment: datetime) -> Sessie:
    """Let the clock stand still: a break, which is time of no step, or the end of a session that is not lopend."""
    verloop = _bank(sessie, moment)
    begin = _iso(moment) if sessie.verloop.sinds else verloop.pauze_sinds
    return replace(sessie, verloop=replace(verloop, pauze_sinds=begin if sessie.status == "lopend" else ""))


def count_break(sessie: Sessie, moment: datetime) -> Sessie:
    """The break of now was none: its time is time of the current step, and the clock runs."""
    if not break_length(sessie, moment):
        return sessie
    return replace(sessie, verloop=replace(sessie.verloop, sinds=sessie.verloop.pauze_sinds, pauze_sinds=""))


def shift(sessie: Sessie, oud: datetime, nieuw: datetime) -> Sessie:
    """The clock of the computer went from `oud` to `nieuw` in no time: what was counted up to `oud` stays."""
    verloop = sessie.verloop
    if verloop.sinds:
        return replace(sessie, verloop=replace(_bank(sessie, oud), sinds=_iso(nieuw)))
    if verloop.pauze_sinds:
        pauze = verloop.pauze + break_length(sessie, oud)
        return replace(sessie, verloop=replace(verloop, pauze=pauze, pauze_sinds=_iso(nieuw)))
    return sessie


def resume(sessie: Sessie, moment: datetime) -> Sessie:
    """Let the clock of the current step run again."""
    return start(sessie, sessie.huidige.id, moment)


def stretch(sessie: Sessie, stap_id: str, minuten: int) -> Sessie:
    """Give a step more (or, below 0, less) minutes; the plan of the rest moves along."""
    extra = sessie.verloop.extra.get(stap_id, 0) + minuten
    extra = max(extra, -sessie.stap(stap_id).minuten)
    return replace(sessie, verloop=replace(sessie.verloop, extra=sessie.verloop.extra | {stap_id: extra}))
