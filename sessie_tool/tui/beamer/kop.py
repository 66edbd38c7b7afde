"""What stands above the list in the room: the step, its purpose, the rules of the moment, the question in view."""

from textual.content import Content

from sessie_tool.kern.zaalbeeld import Zaalbeeld, Zaalklok
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.afbreken import wrap
from sessie_tool.tui.rollen import format_nu, format_rolregel, sort_regels
from sessie_tool.tui.weergave import format_klok


def format_stapkop(beeld: Zaalbeeld, breedte: int, *, hoog: bool) -> Content:
    """The step in `breedte` cells; on a low screen the rules on one line, and no questions beside a list."""
    regels = [Content.styled(show_regel(beeld.stap).upper(), "bold $accent")]
    if beeld.groot:
        return regels[0]
    regels += [Content("")] if hoog else []
    regels += _lines(beeld.doel, breedte, 2)
    if beeld.kernvraag:
        regels += [Content.styled(deel, "bold") for deel in wrap(show_regel(f"Vraag: {beeld.kernvraag}"), breedte, 3)]
    if beeld.regels:
        regels += _rules(beeld, breedte, hoog=hoog)
    if beeld.vragen and (hoog or not beeld.lijst.regels):
        regels += [Content("")] if hoog else []
        regels += [one for vraag in beeld.vragen for one in _lines(f"• {vraag}", breedte, 2)]
    return Content("\n").join(regels)


def format_boven(links: str, rechts: str, breedte: int) -> Content:
    """The title of the session, and at the right the time."""
    titel = Content(show_regel(links)).truncate(max(0, breedte - len(rechts) - 2), ellipsis=True, pad=True)
    return Content.assemble(titel.stylize("$text-muted"), "  ", (rechts, "bold"))


def _rules(beeld: Zaalbeeld, breedte: int, *, hoog: bool) -> list[Content]:
    if not hoog:
        return [format_nu(beeld.regels, breedte)]
    return [Content.assemble("▪ ", format_rolregel(one)) for one in sort_regels(beeld.regels)[:4]]


def _lines(tekst: str, breedte: int, hoogstens: int) -> list[Content]:
    return [Content(deel) for deel in wrap(show_regel(tekst), breedte, hoogstens)] if tekst else []


def format_klok_zin(klok: Zaalklok, rest: float, *, kort: bool) -> str:
    """'nog 12:40', 'pauze', 'de tijd is om'; `kort` stands below the figures."""
    if not klok.sinds:
        return "pauze" if kort else f"pauze · nog {format_klok(max(0.0, rest))}"
    if rest < 0:
        return "de tijd is om" if kort else f"de tijd is om ({format_klok(-rest)})"
    return "te gaan" if kort else f"nog {format_klok(rest)}"
