"""How the time looks on the screen: words and signs, never a colour alone."""

from datetime import datetime

from sessie_tool.kern.klok import break_length, spent
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.tijdplan import Tijdplan
from sessie_tool.tui.weergave import format_klok


def format_kloktekst(plan: Tijdplan, sessie: Sessie, moment: datetime) -> str:
    """'nog 17:20 van 30:00 · 4 min voor · klaar om 16:12', with other words in a break and near the end of a step."""
    if sessie.status != "lopend":
        return sessie.status
    delen = [_break(sessie, moment) or _stap(plan, sessie, moment), _ligging(plan.voorsprong)]
    return " · ".join([*delen, f"klaar om {plan.einde:%H:%M}"])


def _break(sessie: Sessie, moment: datetime) -> str:
    """'pauze 12:30'; "" when the clock runs."""
    if sessie.verloop.sinds:
        return ""
    return f"pauze {format_klok(break_length(sessie, moment))}" if sessie.verloop.pauze_sinds else "klok staat stil"


def _stap(plan: Tijdplan, sessie: Sessie, moment: datetime) -> str:
    """The time of the current step; ◔ says that a fifth is left, ◕ a twentieth, ▲ that it runs over."""
    if not plan.gepland:
        return f"stap {format_klok(spent(sessie, sessie.huidige.id, moment))}"
    nog = format_klok(abs(plan.rest))
    return {
        "": f"nog {nog} van {format_klok(plan.gepland)}",
        "bijna": f"◔ bijna om, nog {nog}",
        "afronden": f"◕ rond af, nog {nog}",
        "over": f"▲ {nog} over tijd",
    }[plan.sein]


def _ligging(voorsprong: float) -> str:
    minuten = round(abs(voorsprong) / 60)
    return "op schema" if not minuten else f"{minuten} min {'voor' if voorsprong > 0 else 'achter'}"


def format_rest(plan: Tijdplan, sessie: Sessie) -> str:
    """What the whole session still takes: 'nog 74 min', and how much later it ends than planned."""
    if sessie.status != "lopend":
        return ""
    uitloop = round(plan.uitloop / 60)
    return f"nog {round(plan.nog / 60)} min" + (f", {uitloop} uitloop" if uitloop else "")


def format_duur(seconden: float) -> str:
    """A length of time in words: '45 minuten', '3 uur en 5 minuten'."""
    uren, minuten = divmod(round(seconden / 60), 60)
    delen = [f"{uren} uur"] if uren else []
    delen += [format_aantal(minuten, "minuut", "minuten")] if minuten or not uren else []
    return " en ".join(delen)
