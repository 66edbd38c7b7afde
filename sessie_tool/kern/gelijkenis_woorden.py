"""The words of a draad and the small parts of words by which two draden are compared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

import msgspec

LENGTE = 4
"""Letters in a part: long enough to mean something, short enough to find 'stroom' in 'stroomnet' and in 'netstroom'."""

MEESTE_TEKENS = 50_000
"""Of a longer text only the beginning counts: title and explanation come first, and a screen has to wait for it."""


def _split(*regels: str) -> list[str]:
    return " ".join(regels).split()


STOPWOORDEN = frozenset(
    _split(
        "aan af al alle alleen allemaal als alsof altijd ander andere anders ben beter bij bijna bijvoorbeeld",
        "binnen blijft blijven boven buiten daar daarbij daardoor daarna daarom daarvan daarvoor dan dat de den",
        "der des deze die dit doe doen doet door dus echt echter een eens eerst eigen elk elkaar elke en er ervan",
        "ervoor even ga gaan gaat gedaan geen gegaan geldt geven geworden goed graag had hadden heb hebben heeft",
        "heel hem hen het hier hierbij hierdoor hij hoe hun iedere iedereen iemand iets ik in is ja je jij jullie",
        "kan komen komt krijgen krijgt kunnen kunt laat laten maakt maar mag maken me mee meer meest meeste men",
        "met mij minder moet moeten mogen na naar naast nee niet niets nieuw nieuwe nodig nog nooit nu of om",
        "omdat onder ons onze ook op over per sinds soms staan staat steeds straks te tegen terug tevens tijdens",
        "toch toe tot tussen u uit uw vaak van vanaf vanuit veel verder via vol volgens voor vooral vorig vorige",
        "waar waarbij waardoor waarin waarom waarop waarvan waarvoor waren was wat we weer wel welke werd werden",
        "wie wij wil willen word worden wordt zal ze zeer zelf zich zie zien ziet zij zijn zo zoals zodat zonder",
        "zou zouden zowel zullen dezelfde hetzelfde tegelijk weinig twee drie mensen",
    )
)
"""Words that say nothing about the subject."""

_WOORD = re.compile(r"[^\W_]{1,60}")


class Woorden(msgspec.Struct, frozen=True):
    """What a draad is about, in as far as words can tell.

    Attributes:
        id: of the draad, over all sessions.
        lijn: the lijn it is in; its own id when it stands alone.
        jaar: its year; 0 when not known. Draden of one year are never taken for two versions of one.
    """

    id: str
    lijn: str
    titel: str
    toelichting: str = ""
    signalen: tuple[str, ...] = ()
    opgaven: tuple[str, ...] = ()
    jaar: int = 0


class Tekst(msgspec.Struct, frozen=True):
    """A draad as the reckoning sees it.

    Attributes:
        vormen: its words without capitals and accents → as they were typed first; no stop words.
        titel: the words of its title, likewise.
        stukjes: its word parts → how often.
    """

    vormen: dict[str, str]
    titel: frozenset[str]
    stukjes: dict[str, int]


def read_tekst(woorden: Woorden) -> Tekst:
    """Title, explanation and signals as one text."""
    vormen: dict[str, str] = {}
    aantal: Counter[str] = Counter()
    for woord, vorm in _find_woorden(_join(woorden)):
        vormen.setdefault(woord, vorm)
        aantal[woord] += 1
    stukjes = Counter(chain.from_iterable(split_woord(woord) * keer for woord, keer in aantal.items()))
    return Tekst(vormen, frozenset(woord for woord, _ in _find_woorden(woorden.titel[:MEESTE_TEKENS])), stukjes)


@lru_cache(maxsize=50_000)
def split_woord(woord: str) -> tuple[str, ...]:
    """'net' → (' net', 'net '): every run of letters, the ends of the word included."""
    vol = f" {woord} "
    return tuple(vol[plek : plek + LENGTE] for plek in range(max(1, len(vol) - LENGTE + 1)))


def fold(tekst: str) -> str:
    """The text without capitals and accents."""
    if tekst.isascii():
        return tekst.lower()
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def _find_woorden(tekst: str) -> Iterator[tuple[str, str]]:
    for vorm in _WOORD.findall(unicodedata.normalize("NFC", tekst)):
        woord = fold(vorm)
        if woord and woord not in STOPWOORDEN:
            yield woord, vorm


def _join(woorden: Woorden) -> str:
    delen: list[str] = []
    ruimte = MEESTE_TEKENS
    for deel in (woorden.titel, woorden.toelichting, *woorden.signalen):
        if ruimte <= 0:
            break
        delen.append(deel[:ruimte])
        ruimte -= len(deel) + 1
    return "\n".join(delen)
