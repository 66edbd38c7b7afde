"""The reckoning: how much two draden resemble each other, by the word parts they share and by what is near them."""

from collections.abc import Container, Iterable, Mapping, Sequence
from heapq import heappush, heapreplace, nlargest
from math import log, sqrt

from sessie_tool.kern.gelijkenis_woorden import Tekst

Vector = Mapping[str, float]
"""Word part → how much it tells; of length 1."""

Buren = Sequence[tuple[float, int]]
"""What resembles a draad most: how much, and its place in the index."""

BUREN = 5
"""So many draden of other years help to tell what a draad is about."""

MEESTE_STUKJES = 600
"""Of a longer draad only the most telling parts count."""

_VAAK = 4
"""A part that is in more than one out of so many draden tells nothing."""

_MEESTE_DRADEN = 200
"""Nor does one that is in more draden than this; it would only cost time."""


class Gramindex:
    """Draden, prepared to be compared with.

    Two draden resemble each other by the angle between their word parts, where a rare part weighs more. A draad is told
    in few words, so it borrows from its `BUREN`: the draden of other years that resemble it most. They often say the
    same in other words, and what resembles them resembles it.
    """

    def __init__(self, teksten: Sequence[Tekst], jaren: Sequence[int]) -> None:
        self._jaren = jaren
        self._aantal = len(teksten)
        draden: dict[str, int] = {}
        for tekst in teksten:
            for stukje in tekst.stukjes:
                draden[stukje] = draden.get(stukje, 0) + 1
        self._weegt = self._weigh(draden)
        self.vectoren: list[Vector] = [self.vector(tekst) for tekst in teksten]
        self._plekken: dict[str, list[tuple[int, float]]] = {}
        self._buren = [sorted(buren, reverse=True) for buren in self._fill()]
        self._som = [1 + sum(lijkt for lijkt, _ in buren) for buren in self._buren]

    def vector(self, tekst: Tekst) -> Vector:
        """The word parts of a text and how much each tells."""
        nieuw = log(self._aantal + 1)
        weegt = self._weegt
        ruw = {stukje: (1 + log(keer)) * weegt.get(stukje, nieuw) for stukje, keer in tekst.stukjes.items()}
        if len(ruw) > MEESTE_STUKJES:
            ruw = dict(nlargest(MEESTE_STUKJES, ruw.items(), key=lambda paar: (paar[1], paar[0])))
        lengte = sqrt(sum(waarde * waarde for waarde in ruw.values())) or 1.0
        return {stukje: waarde / lengte for stukje, waarde in ruw.items() if waarde}

    def compare(self, vector: Vector) -> list[float]:
        """How much each draad in the index resembles it, by its own words: 0 to 1."""
        lijkt = [0.0] * self._aantal
        for stukje, waarde in vector.items():
            for plek, andere in self._plekken.get(stukje, ()):
                lijkt[plek] += waarde * andere
        return lijkt

    def compare_with_buren(
        self, vector: Vector, lijkt: Sequence[float], jaar: int, kandidaten: Iterable[int], geen: Container[int]
    ) -> dict[int, float]:
        """How much each candidate resembles it when both borrow from the draden that resemble them.

        Args:
            vector: of the draad.
            lijkt: what `compare` gave for it.
            jaar: its year; draden of that year are no help.
            kandidaten: their places.
            geen: places from which it may not borrow: itself, and what a person rejected.
        """
        keus = ((waarde, plek) for plek, waarde in enumerate(lijkt) if waarde > 0 and plek not in geen)
        buren = nlargest(BUREN, (een for een in keus if not jaar or self._jaren[een[1]] != jaar))
        geleend = self.compare(self._blend(vector, buren))
        return {
            plek: (geleend[plek] + sum(waarde * geleend[buur] for waarde, buur in self._buren[plek])) / self._som[plek]
            for plek in kandidaten
        }

    def _weigh(self, draden: Mapping[str, int]) -> dict[str, float]:
        meeste = min(_MEESTE_DRADEN, max(_VAAK, self._aantal // _VAAK))
        return {
            stukje: log((self._aantal + 1) / aantal) if aantal <= meeste else 0.0 for stukje, aantal in draden.items()
        }

    def _blend(self, vector: Vector, buren: Buren) -> Vector:
        som = 1 + sum(waarde for waarde, _ in buren)
        samen = {stukje: waarde / som for stukje, waarde in vector.items()}
        for lijkt, buur in buren:
            deel = lijkt / som
            for stukje, waarde in self.vectoren[buur].items():
                samen[stukje] = samen.get(stukje, 0.0) + deel * waarde
        return samen

    def _fill(self) -> list[list[tuple[float, int]]]:
        """Put all in the index, one by one; each is compared with what is already in. Gives the buren of each."""
        buren: list[list[tuple[float, int]]] = [[] for _ in self.vectoren]
        for plek, vector in enumerate(self.vectoren):
            jaar = self._jaren[plek]
            for andere, waarde in enumerate(self.compare(vector)[:plek]):
                if waarde > 0 and (not jaar or jaar != self._jaren[andere]):
                    _offer(buren[plek], (waarde, andere))
                    _offer(buren[andere], (waarde, plek))
            for stukje, waarde in vector.items():
                self._plekken.setdefault(stukje, []).append((plek, waarde))
        return buren


def _offer(beste: list[tuple[float, int]], een: tuple[float, int]) -> None:
    if len(beste) < BUREN:
        heappush(beste, een)
    elif een > beste[0]:
        heapreplace(beste, een)
