"""The reckoning: how much two draden resemble each other, by the word parts they share and by what is near them."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from heapq import heappush, heapreplace, nlargest
from itertools import chain
from math import log, sqrt
from operator import itemgetter, mul

from sessie_tool.kern.gelijkenis_woorden import Tekst

Vector = Mapping[str, float]
"""Word part → how much it tells; of length 1."""

Buren = Sequence[tuple[float, int]]
"""What resembles a draad most: how much, and its place in the index."""

BUREN = 5
"""So many draden of other years help to tell what a draad is about."""

GEWOON, _BRUG = 0.1, 0.06
"""What two draden about different things easily have in common; and what both must have in common with a third."""

_RUIM = 2 * BUREN
"""So many are kept of each, since those of the year that is asked about do not help."""

MEESTE_STUKJES = 600
"""Of a longer draad only the most telling parts count."""

MEESTE_LENERS = 1_500
"""With more draden than this every draad stands alone: comparing all with all would take too long."""

_VAAK, _BEKEND = 4, 16
"""A part that is in more than one out of 4 draden tells nothing; one in more than 1 out of 16 finds no buren."""

_MINSTENS = 4
"""In a small werkmap a part may be in so many draden."""

_EIGEN = 1.25
"""Unless it is in no more draden a year than this: then it is what a lijn of many years is about."""

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
        self._draden = Counter(chain.from_iterable(tekst.stukjes for tekst in teksten))
        self._weegt = self._weigh(teksten)
        self.vectoren: list[Vector] = [self.vector(tekst) for tekst in teksten]
        self._plekken: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._waarden: defaultdict[str, array[float]] = defaultdict(lambda: array("f"))
        self._rijen: list[array[float]] = []
        self._buren = self._fill()
        self._leningen: dict[int, list[_Lening]] = {}

    def vector(self, tekst: Tekst) -> Vector:
        """The word parts of a text and how much each tells."""
        nieuw = log(self._aantal + 1)
        weegt = self._weegt
        ruw = {stukje: weegt.get(stukje, nieuw) * _count(keer) for stukje, keer in tekst.stukjes.items()}
        if len(ruw) > MEESTE_STUKJES:
            ruw = dict(nlargest(MEESTE_STUKJES, ruw.items(), key=self._usefulness))
        lengte = sqrt(sum(map(mul, ruw.values(), ruw.values()))) or 1.0
        return {stukje: waarde / lengte for stukje, waarde in ruw.items() if waarde}

    def _usefulness(self, paar: tuple[str, float]) -> tuple[int, float, str]:
        """What more draden have comes before what is in one or in none, however telling: that finds nothing."""
        stukje, waarde = paar
        return min(self._draden[stukje], 2), waarde, stukje

    def compare(self, vector: Vector) -> list[float]:
        """How much each draad in the index resembles it, by its own words: 0 to 1."""
        lijkt = [0.0] * self._aantal
        for stukje, waarde in vector.items():
            if stukje in self._plekken:
                for plek, andere in zip(self._plekken[stukje], self._waarden[stukje], strict=True):
                    lijkt[plek] += waarde * andere
        return lijkt

    def compare_with_buren(
        self, lijkt: Sequence[float], jaar: int, kandidaten: Iterable[int], geen: Container[int]
    ) -> dict[int, float]:
        """How much each candidate resembles it when both borrow from the draden that resemble them.

        Args:
            lijkt: what `compare` gave for it.
            jaar: its year; draden of that year are no help.
            kandidaten: their places.
            geen: places from which it may not borrow: itself, and what a person rejected.
        """
        keus = ((waarde, plek) for plek, waarde in enumerate(lijkt) if waarde > 0 and plek not in geen)
        buren = nlargest(BUREN, (een for een in keus if not jaar or self._jaren[een[1]] != jaar))
        samen = self._borrow(lijkt, buren) if self._rijen else lijkt
        leningen = self._lend(jaar)
        return {plek: leningen[plek].weigh(samen) for plek in kandidaten}

    def _lend(self, jaar: int) -> list["_Lening"]:
        """From whom each draad borrows when one of this year asks: not from what that one is to be told apart from."""
        if jaar not in self._leningen:
            self._leningen[jaar] = [_Lening(plek, self._choose(buren, jaar)) for plek, buren in enumerate(self._buren)]
        return self._leningen[jaar]

    def _choose(self, buren: Buren, jaar: int) -> Buren:
        return nlargest(BUREN, (een for een in buren if not jaar or self._jaren[een[1]] != jaar))

    def find_brug(self, lijkt: Sequence[float], plek: int, geen: Container[int]) -> int | None:
        """The draad that resembles most both what `lijkt` was reckoned for and the one at `plek`."""
        rij = self._rijen[plek] if self._rijen else ()
        samen = ((min(paar), ander) for ander, paar in enumerate(zip(lijkt, rij, strict=False)))
        waarde, beste = max((een for een in samen if een[1] != plek and een[1] not in geen), default=(0.0, 0))
        return beste if waarde >= _BRUG else None

    def _borrow(self, lijkt: Sequence[float], buren: Buren) -> Sequence[float]:
        """The mean of what a draad and its buren resemble, each buur for as much as it resembles the draad."""
        som = 1 + sum(waarde for waarde, _ in buren)
        samen = [waarde / som for waarde in lijkt]
        for gewicht, buur in buren:
            deel = gewicht / som
            samen = [al + deel * waarde for al, waarde in zip(samen, self._rijen[buur], strict=True)]
        return samen

    def _weigh(self, teksten: Sequence[Tekst]) -> dict[str, float]:
        gewoon = self._find_gewoon(teksten)
        alle = self._aantal + 1
        return {stukje: 0.0 if stukje in gewoon else log(alle / aantal) for stukje, aantal in self._draden.items()}

    def _find_gewoon(self, teksten: Sequence[Tekst]) -> set[str]:
        """The parts that are in so many draden that they tell nothing.

        Not those that come back in every year, each time in hardly more than one draad: they name a lijn of many years.
        """
        meeste = min(_MEESTE_DRADEN, max(_MINSTENS, self._aantal // _VAAK))
        vaak = {stukje for stukje, aantal in self._draden.items() if aantal > meeste}
        paren = {
            (stukje, jaar)
            for tekst, jaar in zip(teksten, self._jaren, strict=True)
            for stukje in vaak & tekst.stukjes.keys()
        }
        jaren = Counter(stukje for stukje, _ in paren)
        return {stukje for stukje in vaak if self._draden[stukje] > _EIGEN * jaren[stukje]}

    def _fill(self) -> list[list[tuple[float, int]]]:
        """Put all in the index, one by one; each is compared with what is already in. Gives the buren of each."""
        buren: list[list[tuple[float, int]]] = [[] for _ in self.vectoren]
        laagst = [0.0] * self._aantal
        fijn = max(_MINSTENS, self._aantal // _BEKEND)
        breed = self._aantal if self._aantal <= MEESTE_LENERS else 0
        vlak = array("f", bytes(4 * breed * breed))
        for plek, vector in enumerate(self.vectoren):
            if breed:
                lijkt = self.compare({een: vector[een] for een in vector if 1 < self._draden[een] <= fijn})[:plek]
                self._meet(plek, lijkt, buren, laagst)
                vlak[plek * breed : plek * breed + plek + 1] = array("f", (*lijkt, 1.0))
                vlak[plek : plek * breed : breed] = array("f", lijkt)
            for stukje, waarde in vector.items():
                self._plekken[stukje].append(plek)
                self._waarden[stukje].append(waarde)
        self._rijen = [vlak[begin : begin + breed] for begin in range(0, breed * breed, breed or 1)]
        return buren

    def _meet(
        self, plek: int, lijkt: Sequence[float], buren: list[list[tuple[float, int]]], laagst: list[float]
    ) -> None:
        """Let a draad meet those before it: each may be among the buren of the other.

        Args:
            plek: of the draad.
            lijkt: how much each before it resembles it.
            buren: of each, a heap.
            laagst: what must be more to be a buur of each.
        """
        jaren, eigen = self._jaren, self._jaren[plek] or None
        mogen = [een for een, waarde in enumerate(lijkt) if waarde > 0 and jaren[een] != eigen]
        for een in nlargest(_RUIM, mogen, key=lijkt.__getitem__):
            laagst[plek] = _offer(buren[plek], (lijkt[een], een))
        for een in mogen:
            if lijkt[een] > laagst[een]:
                laagst[een] = _offer(buren[een], (lijkt[een], plek))


class _Lening:
    """One draad of the index and its buren: of whose resemblance it takes the mean."""

    def __init__(self, plek: int, buren: Buren) -> None:
        som = 1 + sum(waarde for waarde, _ in buren)
        self._delen = (1 / som, 0.0, *(waarde / som for waarde, _ in buren))
        self._pick = itemgetter(plek, plek, *(buur for _, buur in buren))

    def weigh(self, lijkt: Sequence[float]) -> float:
        """The mean over the draad and its buren, each for as much as it resembles the draad."""
        return float(sum(map(mul, self._delen, self._pick(lijkt))))


@cache
def _count(keer: int) -> float:
    """What it adds that a part comes more often: ever less."""
    return 1 + log(keer)


def _offer(beste: list[tuple[float, int]], een: tuple[float, int]) -> float:
    """Keep it when it is among the best; gives what the next must have more."""
    if len(beste) < _RUIM:
        heappush(beste, een)
    elif een > beste[0]:
        heapreplace(beste, een)
    return beste[0][0] if len(beste) == _RUIM else 0.0
