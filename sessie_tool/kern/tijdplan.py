"""The time that is left: what the clock means for the steps to come, the end, and a next session. Moments come in."""

from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from typing import Literal

import msgspec

from sessie_tool.kern.klok import is_done, planned, read_klok, spent
from sessie_tool.kern.sessie import Sessie, Sjabloon, Stap
from sessie_tool.kern.taal import join_woorden

replace = msgspec.structs.replace

Sein = Literal["", "bijna", "afronden", "over"]
"""What a facilitator must know of the step of now: a fifth is left, a twentieth is left, nothing is left."""

BIJNA, AFRONDEN = 0.20, 0.05
SPELING = 30.0
"""Seconds; who is behind by less takes no minute from a later step."""


class Tijdplan(msgspec.Struct, frozen=True):
    """What is left, and where that leads; in seconds where nothing else is said.

    Attributes:
        rest: left of the current step (below 0: it runs over).
        gepland: what that step was given.
        nog: what the whole session still takes, as proposed here.
        voorsprong: ahead of the sjabloon's plan (below 0: behind).
        uitloop: how much later than planned the session ends, however short the later steps become.
        einde: when it ends if nothing comes between.
        voorstel: the minutes that are proposed per id of a later step.
    """

    rest: float
    gepland: float
    nog: float
    voorsprong: float
    uitloop: float
    einde: datetime
    voorstel: dict[str, int]

    @property
    def sein(self) -> Sein:
        """The sign for the facilitator."""
        if not self.gepland:
            return ""
        if self.rest < 0:
            return "over"
        deel = self.rest / self.gepland
        return "afronden" if deel <= AFRONDEN else "bijna" if deel <= BIJNA else ""


def make_tijdplan(sessie: Sessie, moment: datetime) -> Tijdplan:
    """The time that is left, with a proposal for the later steps that fits in it."""
    huidige, stand = sessie.huidige, read_klok(sessie, moment)
    rest = stand.gepland - stand.besteed if huidige.minuten else 0.0
    later = [stap for stap in sessie.stappen[sessie.nummer(huidige.id) :] if stap.minuten]
    nodig = [_minutes_needed(sessie, stap, moment) for stap in later]
    over = _left_of_plan(sessie, moment)
    minuten = share(nodig, int((over - max(0.0, rest) + SPELING) // 60))
    nog = max(0.0, rest) + 60.0 * sum(minuten)
    return Tijdplan(
        rest=rest,
        gepland=stand.gepland if huidige.minuten else 0.0,
        nog=nog,
        voorsprong=stand.voorsprong,
        uitloop=max(0.0, nog - over),
        einde=moment + timedelta(seconds=nog),
        voorstel={stap.id: een for stap, een in zip(later, minuten, strict=True)},
    )


def _minutes_needed(sessie: Sessie, stap: Stap, moment: datetime) -> int:
    """What a step to come takes by the plan, in whole minutes; what it had already is taken off."""
    return max(0, round((planned(sessie, stap.id) - spent(sessie, stap.id, moment)) / 60))


def _left_of_plan(sessie: Sessie, moment: datetime) -> float:
    """What the sjabloon's plan of the whole session leaves; below 0 when that is used up."""
    return sum(60.0 * stap.minuten - spent(sessie, stap.id, moment) for stap in sessie.stappen if stap.minuten)


def share(nodig: list[int], ruimte: int) -> list[int]:
    """The minutes of later steps: as they need when there is room, else less in proportion, but never below half."""
    vloer = [-(-een // 2) for een in nodig]
    extra = [een - half for een, half in zip(nodig, vloer, strict=True)]
    erbij = max(0, min(sum(extra), ruimte - sum(vloer)))
    grenzen = [erbij * tot // max(1, sum(extra)) for tot in accumulate(extra, initial=0)]
    return [half + (tot - van) for half, (van, tot) in zip(vloer, pairwise(grenzen), strict=True)]


def real_minutes(sessie: Sessie, stap: Stap) -> int:
    """How many minutes a step really took; 0 when nobody knows."""
    if not is_done(sessie.verloop, stap.id):
        return 0
    return max(1, round(sessie.verloop.besteed[stap.id] / 60))


def with_real_minutes(sjabloon: Sjabloon, sessie: Sessie) -> Sjabloon:
    """A format whose steps are planned as long as they took in a session; the same one when that says nothing else."""
    echt: dict[str, list[int]] = {}
    for stap in sessie.stappen:
        echt.setdefault(stap.titel, []).append(real_minutes(sessie, stap))
    stappen, anders = [], []
    for vorm in sjabloon.stappen:
        over = echt.get(vorm.titel)
        duur = over.pop(0) if over else 0
        if duur and vorm.minuten and duur != vorm.minuten:
            anders.append(f"{vorm.titel} {duur} ({vorm.minuten})")
            vorm = replace(vorm, minuten=duur)  # noqa: PLW2901  # the same step, with other minutes
        stappen.append(vorm)
    if not anders:
        return sjabloon
    return replace(
        sjabloon,
        titel=f"{sjabloon.titel}, met de werkelijke tijden",
        doel=f"Werkelijke minuten (gepland): {join_woorden(anders)}.",
        stappen=tuple(stappen),
    )
