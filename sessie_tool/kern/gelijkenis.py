"""Gelijkenis: which draden of earlier years a draad may go on from. A suggestion with a reason; a person decides."""

from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest
from typing import Literal

import msgspec

from sessie_tool.kern.gelijkenis_index import BUREN, GEWOON, Gramindex, Vector
from sessie_tool.kern.gelijkenis_redenen import Redenen, find_redenen
from sessie_tool.kern.gelijkenis_woorden import Tekst, Woorden, read_tekst

__all__ = ["Redenen", "Vergelijker", "Voorstel", "Woorden", "Zekerheid", "suggest_voorgangers"]

Zekerheid = Literal["sterk", "mogelijk", "zwak"]

VOORSPRONG = 1.4
"""A strong suggestion resembles so many times more than the next best, seen from both sides."""

MEESTE = 5
"""So many lijnen are proposed for a draad."""

_HUB = 0.5


class Voorstel(msgspec.Struct, frozen=True):
    """A lijn that a draad may go on from.

    Attributes:
        id: the draad of that lijn that resembles it most.
        score: to order by only; it means nothing across draden.
        zekerheid: 'sterk': best for both sides and far above the next best; 'mogelijk': best for both; else 'zwak', and
            always so without a word or part in common.
    """

    lijn: str
    id: str
    score: float
    zekerheid: Zekerheid
    redenen: Redenen


class _Kandidaat(msgspec.Struct, gc=False):
    """One new draad beside one lijn: how much they resemble each other by their own words, and all in all."""

    lijn: str
    beste: int
    eigen: float
    samen: float
    score: float = 0.0


class _Vraag(msgspec.Struct):
    """A new draad: what it says, and the lijnen it can go on from."""

    woorden: Woorden
    tekst: Tekst
    vector: Vector
    eigen: Sequence[float]
    geen: AbstractSet[int]
    kandidaten: dict[str, _Kandidaat]


class Vergelijker:
    """Draden, prepared once; a draad that is being typed is then compared with all of them at once.

    Args:
        eerder: the draden that can be proposed.
        overig: other draden of the werkmap. They are never proposed, but help to tell which words are rare and which
            draden are about the same.
    """

    def __init__(self, eerder: Sequence[Woorden], overig: Sequence[Woorden] = ()) -> None:
        self._draden = list({een.id: een for een in (*overig, *eerder)}.values())
        self._teksten = [read_tekst(een) for een in self._draden]
        self._index = Gramindex(self._teksten, [een.jaar for een in self._draden])
        bedoeld = {een.id for een in eerder}
        self._kandidaten = [plek for plek, een in enumerate(self._draden) if een.id in bedoeld]

    def regroup(self, lijnen: Mapping[str, str]) -> None:
        """From now on the draden are, by their id, in these lijnen; nothing is prepared again."""
        self._draden = [msgspec.structs.replace(een, lijn=lijnen.get(een.id, een.lijn)) for een in self._draden]

    def suggest(
        self,
        nieuw: Sequence[Woorden],
        afgewezen: AbstractSet[tuple[str, str]] = frozenset(),
        jaren: Container[int] | None = None,
    ) -> dict[str, tuple[Voorstel, ...]]:
        """For each of these draden of one year the likeliest lijnen, best first.

        Args:
            nieuw: they are told apart too: a lijn that suits another of them better is no more than 'zwak' here.
            afgewezen: (new, earlier) pairs of ids that a person rejected; the whole lijn is not proposed again.
            jaren: only draden of these years are proposed; None is every year.
        """
        mogen = [plek for plek in self._kandidaten if jaren is None or self._draden[plek].jaar in jaren]
        vragen = [self._ask(een, mogen, afgewezen) for een in nieuw]
        _correct_hubs(vragen)
        per_lijn: dict[str, list[tuple[_Kandidaat, _Vraag]]] = {}
        for vraag in vragen:
            for een in vraag.kandidaten.values():
                per_lijn.setdefault(een.lijn, []).append((een, vraag))
        return {vraag.woorden.id: self._answer(vraag, per_lijn) for vraag in vragen}

    def _ask(self, woorden: Woorden, mogen: Iterable[int], afgewezen: AbstractSet[tuple[str, str]]) -> _Vraag:
        tekst = read_tekst(woorden)
        vector = self._index.vector(tekst)
        eigen = self._index.compare(vector)
        geen = self._find_geweigerd(woorden.id, afgewezen)
        plekken = [plek for plek in mogen if plek not in geen]
        samen = self._index.compare_with_buren(eigen, woorden.jaar, plekken, geen)
        leden: dict[str, list[int]] = {}
        for plek in plekken:
            if samen[plek] > 0:
                leden.setdefault(self._draden[plek].lijn, []).append(plek)
        kandidaten = {lijn: _weigh_lijn(lijn, plekken, eigen, samen) for lijn, plekken in leden.items()}
        return _Vraag(woorden, tekst, vector, eigen, geen, kandidaten)

    def _find_geweigerd(self, nieuw: str, afgewezen: AbstractSet[tuple[str, str]]) -> set[int]:
        """The places of the draad itself and of every lijn that a person rejected for it."""
        oud = {eerder for later, eerder in afgewezen if later == nieuw}
        weg = {een.lijn for een in self._draden if oud and (een.id in oud or een.lijn in oud)}
        return {plek for plek, een in enumerate(self._draden) if een.id == nieuw or een.lijn in weg}

    def _answer(
        self, vraag: _Vraag, per_lijn: Mapping[str, Sequence[tuple[_Kandidaat, _Vraag]]]
    ) -> tuple[Voorstel, ...]:
        """What has no reason that a person can see is left out; so is 'by way of' behind a reason of its own."""
        grens = min(nlargest(MEESTE, (een.score for een in vraag.kandidaten.values())), default=0.0)
        kansrijk = [een for een in vraag.kandidaten.values() if een.score >= grens]
        beste = nlargest(MEESTE, kansrijk, key=lambda een: self._order(vraag, een))
        alle = (self._propose(vraag, een, per_lijn[een.lijn], rang) for rang, een in enumerate(beste))
        gevonden = [een for een in alle if een.redenen.is_deel or een.redenen.brug]
        eerste = next((rang for rang, een in enumerate(gevonden) if een.redenen.is_deel), MEESTE)
        return tuple(een for rang, een in enumerate(gevonden) if rang <= eerste or een.redenen.is_deel)

    def _propose(
        self, vraag: _Vraag, een: _Kandidaat, van_lijn: Sequence[tuple[_Kandidaat, _Vraag]], rang: int
    ) -> Voorstel:
        redenen = self._explain(vraag, een)
        zekerheid = "zwak" if rang else self._judge(vraag, een, redenen, van_lijn)
        return Voorstel(een.lijn, self._draden[een.beste].id, round(een.score, 6), zekerheid, redenen)

    def _judge(
        self, vraag: _Vraag, een: _Kandidaat, redenen: Redenen, van_lijn: Sequence[tuple[_Kandidaat, _Vraag]]
    ) -> Zekerheid:
        """How sure the best one is, seen from the draad and from the lijn."""
        anderen = [ander for ander, van in van_lijn if van is not vraag]
        if not redenen.is_deel or any(ander.score > een.score for ander in anderen):
            return "zwak"
        rest = (ander.eigen for ander in (*vraag.kandidaten.values(), *anderen) if ander is not een)
        # With no next best, what any two draden have in common stands in for it.
        ruim = een.eigen >= VOORSPRONG * max(GEWOON, max(rest, default=0.0))
        return "sterk" if ruim and self._is_enough(vraag, een, redenen) else "mogelijk"

    def _order(self, vraag: _Vraag, een: _Kandidaat) -> tuple[float, int, str]:
        gelijk = set(self._draden[een.beste].opgaven) & set(vraag.woorden.opgaven)
        return round(een.score, 9), len(gelijk), een.lijn

    def _explain(self, vraag: _Vraag, een: _Kandidaat) -> Redenen:
        oud = self._draden[een.beste]
        opgaven = [opgave for opgave in vraag.woorden.opgaven if opgave in oud.opgaven]
        redenen = find_redenen(
            (vraag.tekst, vraag.vector), (self._teksten[een.beste], self._index.vectoren[een.beste]), opgaven
        )
        return redenen if redenen.is_deel else self._name_brug(vraag, een, redenen)

    def _name_brug(self, vraag: _Vraag, een: _Kandidaat, redenen: Redenen) -> Redenen:
        """Nothing in common to point at: then which draad it is that both resemble."""
        plek = self._index.find_brug(vraag.eigen, een.beste, vraag.geen)
        if plek is None:
            return redenen
        brug = self._draden[plek]
        return msgspec.structs.replace(
            redenen, brug=f"{_quote(brug.titel)} ({brug.jaar})" if brug.jaar else _quote(brug.titel)
        )

    def _is_enough(self, vraag: _Vraag, een: _Kandidaat, redenen: Redenen) -> bool:
        """One word in common is chance, unless it is the whole title."""
        if len(redenen.woorden) + len(redenen.delen) > 1:
            return True
        return bool(vraag.tekst.titel) and vraag.tekst.titel == self._teksten[een.beste].titel


def suggest_voorgangers(
    nieuw: Sequence[Woorden],
    eerder: Sequence[Woorden],
    afgewezen: AbstractSet[tuple[str, str]] = frozenset(),
    overig: Sequence[Woorden] = (),
) -> dict[str, tuple[Voorstel, ...]]:
    """For each draad of one year the likely lijnen of earlier years, best first; see `Vergelijker`."""
    return Vergelijker(eerder, overig).suggest(nieuw, afgewezen)


def _quote(titel: str) -> str:
    return f"'{' '.join(titel.split())}'"


def _weigh_lijn(lijn: str, plekken: Sequence[int], eigen: Sequence[float], samen: Mapping[int, float]) -> _Kandidaat:
    """A lijn is worth the mean of its two best draden: one lucky year is not enough."""
    if len(plekken) == 1:
        return _Kandidaat(lijn, plekken[0], eigen[plekken[0]], samen[plekken[0]])
    beste = max(plekken, key=lambda plek: (eigen[plek], samen[plek], plek))
    return _Kandidaat(
        lijn, beste, _mean_best([eigen[plek] for plek in plekken], 2), _mean_best([samen[plek] for plek in plekken], 2)
    )


def _mean_best(waarden: list[float], aantal: int) -> float:
    beste = sorted(waarden)[-aantal:]
    return sum(beste) / len(beste) if beste else 0.0


def _correct_hubs(vragen: Sequence[_Vraag]) -> None:
    """What resembles everything, resembles nothing: a draad and a lijn lose half of what they have with their best."""
    per_lijn: dict[str, list[float]] = {}
    for vraag in vragen:
        for een in vraag.kandidaten.values():
            per_lijn.setdefault(een.lijn, []).append(een.samen)
    van_lijn = {lijn: _mean_best(waarden, BUREN) for lijn, waarden in per_lijn.items()}
    for vraag in vragen:
        van_draad = _mean_best([een.samen for een in vraag.kandidaten.values()], BUREN)
        for een in vraag.kandidaten.values():
            een.score = een.samen - _HUB * (van_lijn[een.lijn] + van_draad)
