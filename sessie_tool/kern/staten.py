"""The state of a lijn in each year: the rules, and the threshold from which it grew or shrank, in this one place."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

Staat = Literal["nieuw", "blijvend", "gegroeid", "gekrompen", "verdwenen", "terug", "nog niet beoordeeld", "geen ronde"]
TEKENS: dict[Staat, str] = {
    "nieuw": "○",
    "terug": "↺",
    "gegroeid": "▲",
    "blijvend": "●",
    "gekrompen": "▼",
    "verdwenen": "×",
    "nog niet beoordeeld": "?",
    "geen ronde": "·",
}
"""The sign of each state, so that nothing is told by colour alone; in the order in which people ask for them."""

OMHOOG, OMLAAG, MINSTENS = Fraction(5, 4), Fraction(4, 5), 2
"""When a lijn grew or shrank: its signals are a quarter more, or a fifth less, than they would be with the share of the
year before, and that makes two signals or more: with few signals one more or less says nothing."""


class Oordeel(msgspec.Struct, frozen=True):
    """What people decided.

    Attributes:
        beoordeeld: the draden about which somebody decided.
        klaar: the years with a round in which that is so for every draad.
        verdwenen: the draden from which nothing goes on.
    """

    beoordeeld: frozenset[str]
    klaar: frozenset[int]
    verdwenen: frozenset[str]


class Beeld(msgspec.Struct, frozen=True):
    """What there is of one lijn per year: the sleutels of its draden, and how many signals carry them."""

    draden: Mapping[int, Sequence[str]]
    gewichten: Mapping[int, int]


def find_staten(beeld: Beeld, jaren: Sequence[int], signalen: Mapping[int, int], oordeel: Oordeel) -> dict[int, Staat]:
    """The state of a lijn per year of `jaren`, from its first year on; `signalen` has every year with a round."""
    staten: dict[int, Staat] = {}
    vorige = 0
    weg = False
    for jaar in sorted({*signalen, *jaren}):
        if jaar in beeld.draden:
            staten[jaar] = _present(beeld, jaar, vorige, signalen, oordeel, weg=weg)
            vorige, weg = jaar, False
        elif vorige and jaar in signalen:
            staten[jaar] = _absent(beeld.draden[vorige], jaar, oordeel)
            weg = True
        elif vorige:
            staten[jaar] = "geen ronde"
    return {jaar: staten[jaar] for jaar in jaren if jaar in staten}


def _present(
    beeld: Beeld, jaar: int, vorige: int, signalen: Mapping[int, int], oordeel: Oordeel, *, weg: bool
) -> Staat:
    if not oordeel.beoordeeld.issuperset(beeld.draden[jaar]):
        return "nog niet beoordeeld"
    if not vorige:
        return "nieuw"
    if weg:
        return "terug"
    return measure_groei(beeld.gewichten[vorige], signalen[vorige], beeld.gewichten[jaar], signalen[jaar])


def _absent(laatste: Sequence[str], jaar: int, oordeel: Oordeel) -> Staat:
    return "verdwenen" if jaar in oordeel.klaar or oordeel.verdwenen.issuperset(laatste) else "nog niet beoordeeld"


def measure_groei(toen: int, toen_alle: int, nu: int, nu_alle: int) -> Staat:
    """Whether a weight grew, by its share: against the signals that it would have with the share of then."""
    if not toen_alle or not nu_alle:
        return "blijvend"
    verwacht = Fraction(toen * nu_alle, toen_alle)
    if abs(nu - verwacht) < MINSTENS:
        return "blijvend"
    if nu >= verwacht * OMHOOG:
        return "gegroeid"
    return "gekrompen" if nu <= verwacht * OMLAAG else "blijvend"
