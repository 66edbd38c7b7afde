"""Band: what a person decided about draden of different years; kept by the werkmap, beside the links in a session."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Literal

import msgspec

Besluit = Literal["vervolg", "los", "afgewezen", "nieuw", "verdwenen"]


class Band(msgspec.Struct, frozen=True):
    """One decision.

    Attributes:
        later: sleutel of the later draad; of a nieuw or verdwenen one, the draad itself.
        eerder: sleutel of the earlier draad; "" for nieuw and verdwenen.
        besluit: vervolg: the later goes on from the earlier; los: it does not, also when the session says so;
            afgewezen: do not propose this again; nieuw: it goes on from nothing; verdwenen: nothing goes on from it.
        moment: ISO moment (`stamp`); of two decisions on the same the newest counts.
    """

    later: str
    eerder: str = ""
    besluit: Besluit = "vervolg"
    moment: str = ""

    @property
    def paar(self) -> tuple[str, str, bool]:
        """What it decides on: a later decision on the same replaces it."""
        return self.later, self.eerder, self.besluit == "verdwenen"


def stamp(moment: datetime) -> str:
    """A moment as text that sorts, whatever the time zone or the season."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def newest(banden: Iterable[Band]) -> dict[tuple[str, str, bool], Band]:
    """What counts of decisions in any order."""
    found: dict[tuple[str, str, bool], Band] = {}
    for band in banden:
        oud = found.get(band.paar)
        if oud is None or (oud.moment, oud.besluit) <= (band.moment, band.besluit):
            found[band.paar] = band
    return found
