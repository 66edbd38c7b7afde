"""The rules per role in the room: whole rules, in turn where there is little room."""

from collections.abc import Sequence

from textual.content import Content

from sessie_tool.kern.sessie import Regel
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.afbreken import wrap
from sessie_tool.tui.rollen import is_streng, sort_regels

LEIDING = frozenset({"begeleider", "secretaris", "voorzitter"})
"""Roles that know what they do; where there is little room the group reads its own rules first."""

LANGSTE_REGEL = 3
"""So many lines of one rule."""


def fit_regels(regels: Sequence[Regel], breedte: int, hoogstens: int, beurt: int) -> list[Content]:
    """Whole rules on at most so many lines: all of them, else those of the group, else these in turn.

    What the method stands or falls with stays while the others turn.
    """
    alle = sort_regels(regels)
    groep = [one for one in alle if one.rol.casefold() not in LEIDING] or alle
    gezet: list[list[Content]] = []
    for keuze in (alle, groep):
        gezet = [_set_regel(one, breedte, min(LANGSTE_REGEL, hoogstens)) for one in keuze]
        if sum(map(len, gezet)) <= hoogstens:
            return [lijn for een in gezet for lijn in een]
    is_vast = is_streng(groep[0]) and len(gezet) > 1 and len(gezet[0]) + 1 < hoogstens
    vast = gezet.pop(0) if is_vast else []
    bladen = _divide(gezet, hoogstens - len(vast) - 1)
    nummer = beurt % len(bladen)
    slot = [Content.styled(f"regels {nummer + 1} van {len(bladen)}", "$text-muted")] if hoogstens > 1 else []
    return [*vast, *bladen[nummer], *slot]


def _set_regel(regel: Regel, breedte: int, hoogstens: int) -> list[Content]:
    """A rule on its lines, the role in bold; "…" stands where more follows."""
    rol = show_regel(regel.rol)
    eerste, *rest = wrap(f"{rol} {show_regel(regel.tekst)}".strip(), max(8, breedte - 2), hoogstens)
    return [
        Content.assemble("▪ ", Content(eerste).stylize("bold", 0, min(len(rol), len(eerste)))),
        *(Content(f"  {een}") for een in rest),
    ]


def _divide(gezet: Sequence[list[Content]], hoogstens: int) -> list[list[Content]]:
    """Rules over pages of at most so many lines; a rule stays whole, so the longest makes a page of its own."""
    bladen: list[list[Content]] = [[]]
    for een in gezet:
        if bladen[-1] and len(bladen[-1]) + len(een) > hoogstens:
            bladen.append([])
        bladen[-1] += een
    return bladen
