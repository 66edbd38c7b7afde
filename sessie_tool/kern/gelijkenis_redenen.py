"""Redenen: why two draden resemble each other, in words that a person can check in both texts."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from sessie_tool.kern.gelijkenis_index import Vector
from sessie_tool.kern.gelijkenis_woorden import STOPWOORDEN, Tekst, split_woord
from sessie_tool.kern.taal import join_woorden

_MEESTE_WOORDEN = 4
_MEESTE_DELEN = 2
_KORTSTE_DEEL = 5
_LEGE_DELEN = frozenset(("achter", "binnen", "boven", "buiten", "inter", "onder", "samen", "tegen", "tussen", "voort"))
"""Beginnings that many words have and that say nothing about the subject."""


class Redenen(msgspec.Struct, frozen=True):
    """What two draden have in common, most telling first.

    Attributes:
        woorden: words in both, as the new draad has them.
        delen: word parts in both, inside different words: 'stroom' in 'stroomnet' and 'stroomtekort'.
        opgaven: the opgaven of both.
        brug: another draad that both resemble, in words; only when they have no word or part in common.
    """

    woorden: tuple[str, ...] = ()
    delen: tuple[str, ...] = ()
    opgaven: tuple[str, ...] = ()
    brug: str = ""

    @property
    def is_deel(self) -> bool:
        """Whether there is a word or a part of one in both, so that a person can see why."""
        return bool(self.woorden or self.delen)

    @property
    def zin(self) -> str:
        """One line for the screen and the verslag."""
        gedeeld = [_quote(woord) for woord in self.woorden]
        if self.delen:
            soort = "het woorddeel" if len(self.delen) == 1 else "de woorddelen"
            gedeeld.append(f"{soort} {join_woorden([_quote(deel) for deel in self.delen])}")
        geen = f"deelt zelf geen opvallende woorden{self.brug and f', maar lijkt net als deze op {self.brug}'}"
        zin = f"deelt {join_woorden(gedeeld)}" if gedeeld else geen
        if self.opgaven:
            zin += f"; zelfde {'opgave' if len(self.opgaven) == 1 else 'opgaven'}: {join_woorden(self.opgaven)}"
        return zin


def _quote(woord: str) -> str:
    return f"'{woord}'"


def find_redenen(nieuw: tuple[Tekst, Vector], oud: tuple[Tekst, Vector], opgaven: Sequence[str] = ()) -> Redenen:
    """The words and word parts that made these two resemble each other; what did not count is not named."""
    gedeeld = {stukje: waarde * oud[1][stukje] for stukje, waarde in nieuw[1].items() if stukje in oud[1]}
    vormen = nieuw[0].vormen
    samen = vormen.keys() & oud[0].vormen.keys()
    woorden = _rank({woord: _worth(woord, gedeeld) for woord in samen if len(woord) > 1}, _MEESTE_WOORDEN)
    delen = _find_delen(vormen.keys() - samen, oud[0].vormen.keys() - samen, gedeeld)
    delen = {deel: waarde for deel, waarde in delen.items() if not any(deel in woord for woord in woorden)}
    return Redenen(
        tuple(vormen[woord] for woord in woorden), tuple(_rank(delen, _MEESTE_DELEN)), tuple(dict.fromkeys(opgaven))
    )


def _worth(woord: str, gedeeld: Mapping[str, float]) -> float:
    return sum(gedeeld.get(stukje, 0.0) for stukje in split_woord(woord))


def _rank(waarden: Mapping[str, float], meeste: int) -> list[str]:
    tellen = [(-waarde, woord) for woord, waarde in waarden.items() if waarde > 0]
    return [woord for _, woord in sorted(tellen)[:meeste]]


def _find_delen(nieuw: AbstractSet[str], oud: AbstractSet[str], gedeeld: Mapping[str, float]) -> dict[str, float]:
    """The longest part that each new word shares with an old one, when one of the two begins with it."""
    per_stukje: dict[str, list[str]] = {}
    for woord in sorted(oud):
        for stukje in split_woord(woord):
            if stukje in gedeeld:
                per_stukje.setdefault(stukje, []).append(woord)
    delen: dict[str, float] = {}
    for woord in nieuw:
        anderen = {ander for stukje in split_woord(woord) for ander in per_stukje.get(stukje, ())}
        deel = max((_shared_part(woord, ander) for ander in anderen), key=lambda een: (len(een), een), default="")
        if len(deel) >= _KORTSTE_DEEL and deel not in _LEGE_DELEN and deel not in STOPWOORDEN:
            delen[deel] = max(delen.get(deel, 0.0), _inside(deel, gedeeld))
    return _without_contained(delen)


def _inside(deel: str, gedeeld: Mapping[str, float]) -> float:
    """What a part is worth: only the parts of it that have no end of a word in them."""
    return sum(gedeeld.get(stukje, 0.0) for stukje in split_woord(deel) if " " not in stukje)


def _shared_part(een: str, ander: str) -> str:
    """The longest run of letters in both with which at least one of them begins."""
    return max(_beginning_in(een, ander), _beginning_in(ander, een), key=len)


def _beginning_in(woord: str, ander: str) -> str:
    lengte = len(woord)
    while lengte >= _KORTSTE_DEEL and woord[:lengte] not in ander:
        lengte -= 1
    return woord[:lengte] if lengte >= _KORTSTE_DEEL else ""


def _without_contained(delen: Mapping[str, float]) -> dict[str, float]:
    """Of 'stroom' and 'stroomn' only the shorter: the longer one is an accident of the next letter."""
    korter: list[str] = []
    for deel in sorted(delen, key=lambda een: (len(een), een)):
        if not _any_in(korter, deel):
            korter.append(deel)
    return {deel: delen[deel] for deel in korter}


def _any_in(delen: Iterable[str], woord: str) -> bool:
    return any(deel in woord for deel in delen)
