"""How the rules per role look: who may do what now, those that hold somebody back first."""

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from sessie_tool.kern.sessie import Regel
from sessie_tool.kern.zichtbaar import show_regel
from sessie_tool.tui.onderdelen.afbreken import wrap

BEPERKT = tuple(
    re.compile(patroon, re.IGNORECASE)
    for patroon in (
        r"\b(zwijg(t|en)|is stil|in stilte|zegt niets|verlaat|de gang op|de kamer|de ruimte uit|buiten de kring)\b",
        r"\bluister(t|en)\b|\breageert niet\b",
        r"\bgeen (\w+ )?(advies|adviezen|oordeel|oplossing|suggestie|vragen|reactie)",
        r"\b(geen|niet|niets|alleen|nog niet)\b",
    )
)
"""What holds somebody back, from most to least."""

STRENG = 3
"""The first so many of these are what the method stands or falls with."""


LEIDING = frozenset({"begeleider", "secretaris", "voorzitter"})
"""Roles that know what they do; where there is little room the group reads its own rules first."""

LANGSTE_REGEL = 3
"""So many lines of one rule."""


def sort_regels(regels: Iterable[Regel]) -> list[Regel]:
    """The rules that hold somebody back most first; of those that do so equally the order stays."""
    return sorted(regels, key=_rank)


def _rank(regel: Regel) -> int:
    return next((rang for rang, patroon in enumerate(BEPERKT) if patroon.search(regel.tekst)), len(BEPERKT))


def format_rolregel(regel: Regel) -> Content:
    """'inbrenger luistert en zwijgt', the role in bold."""
    return Content.assemble((show_regel(regel.rol), "bold"), " ", show_regel(regel.tekst))


def format_nu(regels: Sequence[Regel], breedte: int) -> Content:
    """The rules that fit on a line of `breedte` cells, the others counted; F1 has them all.

    Who must be silent, listen or give no advice is always said in full, on a second line when it takes one; so is the
    first rule when no rule fits on one line.
    """
    volgorde = sort_regels(regels)
    delen = [format_rolregel(one) for one in volgorde]
    twee = 2 * breedte - 8  # a line that is broken between words leaves some of it open
    for ruimte in (breedte, twee) if _rank(volgorde[0]) < STRENG else (breedte,):
        for aantal in range(len(delen), 0, -1):
            regel = _join(delen[:aantal], len(delen) - aantal)
            if regel.cell_length <= ruimte:
                return regel
    eerste = _join(delen[:1], len(delen) - 1)
    if eerste.cell_length <= twee:
        return eerste
    rest = _join([], len(delen) - 1).cell_length
    return _join([delen[0].truncate(max(10, breedte - rest), ellipsis=True)], len(delen) - 1)


def _join(delen: Sequence[Content], over: int) -> Content:
    return Content.assemble(("Nu: ", "bold"), Content(" · ").join(delen), f" · +{over}" if over else "")


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
    is_vast = _rank(groep[0]) < STRENG and len(gezet) > 1 and len(gezet[0]) + 1 < hoogstens
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
