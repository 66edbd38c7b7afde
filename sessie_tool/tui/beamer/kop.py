"""What stands above the list in the room: the step, its purpose, the rules of the moment, the question in view."""

from collections.abc import Sequence

from textual.content import Content

from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.zaalbeeld import Zaalbeeld, Zaalklok
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.beamer.rolregels import fit_regels
from sessie_tool.tui.onderdelen.afbreken import wrap
from sessie_tool.tui.weergave import format_klok

HOOGSTENS = {True: 14, False: 9}
"""So many lines, on a high screen and on a low one; the rest is for the list."""

MEESTE_REGELS = 4
"""So many lines of a low screen are for the rules."""


def format_stapkop(beeld: Zaalbeeld, breedte: int, hoogte: int, *, hoog: bool, beurt: int = 0) -> Content:
    """The step in `breedte` cells of a screen of `hoogte` lines; what does not fit is never cut without a sign.

    On a low screen there are no questions beside a list. `beurt` goes up as time goes by: rules that do not fit
    together have their turn.
    """
    regels = [Content.styled(show_regel(beeld.stap).upper(), "bold $accent")]
    if beeld.groot:
        return regels[0]
    lucht = [Content("")] if hoog else []
    regels += lucht + _lines(beeld.doel, breedte, 2)
    if beeld.kernvraag:
        regels += [Content.styled(deel, "bold") for deel in wrap(show_regel(f"Vraag: {beeld.kernvraag}"), breedte, 3)]
    vrij = min(HOOGSTENS[hoog], hoogte // 3) - len(regels)
    if beeld.regels:
        regels += fit_regels(beeld.regels, breedte, max(1, vrij if hoog else min(vrij, MEESTE_REGELS)), beurt)
    if beeld.vragen and (hoog or not beeld.lijst.regels):
        regels += _questions(beeld.vragen, breedte, HOOGSTENS[hoog] - len(regels), lucht)
    return Content("\n").join(regels)


def _questions(vragen: Sequence[str], breedte: int, vrij: int, lucht: list[Content]) -> list[Content]:
    """As many whole questions as fit; how many more there are is said."""
    regels = list(lucht)
    for plaats, vraag in enumerate(vragen):
        erbij = _lines(f"• {vraag}", breedte, 2)
        nog = len(vragen) - plaats
        if len(regels) + len(erbij) + (nog > 1) > vrij:
            over = format_aantal(nog, "vraag", "vragen")
            return [*regels, Content.styled(f"+ nog {over}", "$text-muted")] if vrij > len(regels) else []
        regels += erbij
    return regels


def format_boven(links: str, rechts: str, breedte: int) -> Content:
    """The title of the session, and at the right the time."""
    titel = Content(show_regel(links)).truncate(max(0, breedte - len(rechts) - 2), ellipsis=True, pad=True)
    return Content.assemble(titel.stylize("$text-muted"), "  ", (rechts, "bold"))


def _lines(tekst: str, breedte: int, hoogstens: int) -> list[Content]:
    return [Content(deel) for deel in wrap(show_regel(tekst), breedte, hoogstens)] if tekst else []


def format_klok_zin(klok: Zaalklok, rest: float, *, kort: bool) -> str:
    """'nog 12:40', 'pauze', 'de tijd is om'; `kort` stands below the figures."""
    if not klok.sinds:
        return "pauze" if kort else f"pauze · nog {format_klok(max(0.0, rest))}"
    if rest < 0:
        return "de tijd is om" if kort else f"de tijd is om ({format_klok(-rest)})"
    return "te gaan" if kort else f"nog {format_klok(rest)}"
