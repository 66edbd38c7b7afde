"""Namen: where a text names someone. One look-up a word, whatever the number of people.

Words that can be of one person and stand together are one place: 'mevrouw A.B. van der Molen-Verzonnen'.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sessie_tool.kern.naamvormen import find_letters, is_vorm
from sessie_tool.kern.naamwoorden import AANSPREEK, AFKORTINGEN, FUNCTIES, GEWOON, TUSSENVOEGSELS
from sessie_tool.kern.personen import DEELNEMER, Persoon, is_deel
from sessie_tool.kern.vouwen import Gevouwen, Woord, fold

Wie = frozenset[int]

_TUSSEN = re.compile(r"[\s'\-_]{0,3}")
_NA_LETTER = re.compile(r"\.?[\s'\-_]{0,3}")
_VOOR_LETTER = re.compile(r",?\s{0,2}")
_LANGSTE_NAAM = 60
_KORTSTE_IN_WOORD = 4
_MEESTE_WOORDEN = 40
"""What is longer is no name; it is taken away in parts."""


class Vondst(NamedTuple):
    """A place in a text, counted in the text as it was typed.

    Attributes:
        door: what stands there in the open version; None lets it stay.
        reden: why it is not certain; "" when it is.
        is_zwak: whether it is only a guess that this is a name.
    """

    begin: int
    eind: int
    door: str | None
    reden: str = ""
    is_zwak: bool = False


class Groep(NamedTuple):
    """Words that together name someone: the first and the last one, and who it can be."""

    van: int
    tot: int
    wie: Wie
    delen: tuple[str, ...]
    genitief: bool = False


class Namen:
    """The people of a session, ready to be found."""

    def __init__(self, personen: Sequence[Persoon]) -> None:
        """Make the look-up tables."""
        self._personen = personen
        self._voorletters = [one.voorletters for one in personen]
        self._woorden = [frozenset(one.woorden) for one in personen]
        self._delen = _index((deel, nummer) for nummer, one in enumerate(personen) for deel in one.delen)
        self._parafen = _index(
            (letters, nummer)
            for nummer, one in enumerate(self._voorletters)
            for letters in {one, one[:1] + one[-1:]}
            if 1 < len(letters) < 5 and len(one) > 1 and letters not in AFKORTINGEN
        )
        self._heel = _index(
            (fold(one.naam).tekst.strip(), nummer)
            for nummer, one in enumerate(personen)
            if not one.delen or len(one.naam.strip()) < 3
        )
        self._letters = _index((letters, nummer) for nummer, one in enumerate(personen) for letters in one.letters)
        self._in_woord: dict[str, str] = {}

    def find(self, vorm: Gevouwen, woorden: Sequence[Woord]) -> list[Vondst]:
        """Every place in a text, from left to right, that names a person or holds a part of a name."""
        kaal = vorm.tekst.strip()
        if kaal in self._heel and not (is_deel(kaal) and kaal in GEWOON) and kaal not in FUNCTIES:
            return [self._judge_wie(self._heel[kaal], 0, len(vorm.bron), "")]
        vondsten: list[Vondst] = []
        nummer = vorige = 0
        while nummer < len(woorden):
            groep = self._group(vorm, woorden, nummer, vorige)
            if groep is None:
                vondsten += self._look_inside(vorm, woorden[nummer])
                nummer += 1
                continue
            vondsten.append(self._judge(vorm, woorden, groep))
            nummer = vorige = groep.tot + 1
        return vondsten

    def find_letters(self, tekst: str) -> Iterator[Vondst]:
        """Initials that can be of someone who may not be named: 'X.Q.', 'JdV'."""
        for begin, eind, letters in find_letters(tekst) if self._letters else ():
            wie = self._letters.get(letters, frozenset())
            if any(not self._personen[one].blijft for one in wie):
                yield self._judge_wie(wie, begin, eind, "kunnen de voorletters van een deelnemer zijn")

    def holds_name(self, adres: str) -> bool:
        """Whether an address (of a page, of mail) has the name of someone in it who may not be named."""
        plat = fold(adres).tekst
        woorden = set(re.findall(r"[^\W_]+", plat))
        geheim = (deel for deel, wie in self._delen.items() if not all(self._personen[one].blijft for one in wie))
        return any(deel in woorden or (len(deel) >= _KORTSTE_IN_WOORD and deel in plat) for deel in geheim)

    def _owners(self, woord: str) -> Wie:
        return self._delen.get(woord) or (self._delen.get(woord[:-1]) if woord.endswith("s") else None) or frozenset()

    def _base(self, woord: str) -> str:
        return woord if woord in self._delen else woord[:-1]

    def _group(self, vorm: Gevouwen, woorden: Sequence[Woord], start: int, vanaf: int) -> Groep | None:
        """The place that begins with this word, with what stands before it and after it; None when there is none."""
        woord = woorden[start]
        wie = self._owners(woord.vorm)
        if not wie:
            return self._paraaf(vorm, woord, start)
        tot, wie, delen = self._extend(vorm, woorden, start, wie)
        van, wie = self._reach_back(vorm, woorden, start, wie, vanaf)
        genoemd = [self._base(one) for one in delen]
        groot = any(one.is_groot for one in woorden[start : tot + 1])
        if not any(_tells(one, groot=groot) for one in genoemd):
            return None
        genitief = woorden[tot].vorm not in self._delen and self._owners(woorden[tot].vorm) != frozenset()
        if tot + 1 < len(woorden) and woorden[tot + 1].vorm == "s" and _gap(vorm, woorden, tot) == "'":
            tot, genitief = tot + 1, True
        return Groep(van, tot, wie, tuple(genoemd), genitief)

    def _paraaf(self, vorm: Gevouwen, woord: Woord, start: int) -> Groep | None:
        """The initials of someone, in capitals: 'AJ'."""
        wie = self._parafen.get(woord.vorm)
        rond = vorm.tekst[max(0, woord.begin - 20) : woord.begin] + vorm.tekst[woord.eind : woord.eind + 20]
        getypt = vorm.typed(max(0, woord.begin - 20), min(len(vorm.tekst), woord.eind + 20))
        if not wie or not woord.getypt.isupper() or (any(map(str.isalpha, rond)) and getypt.isupper()):
            return None
        return Groep(start, start, wie, ())

    def _extend(
        self, vorm: Gevouwen, woorden: Sequence[Woord], start: int, wie: Wie
    ) -> tuple[int, Wie, tuple[str, ...]]:
        """Take more words of the same person, over small words and initials: 'Noor', 'de', 'Vries'."""
        tot = start
        delen: tuple[str, ...] = (woorden[start].vorm,)
        nu = start
        while nu + 1 < len(woorden) and len(delen) < _MEESTE_WOORDEN and _joins(vorm, woorden, nu):
            nu += 1
            woord = woorden[nu]
            samen = frozenset() if woord.vorm in delen else self._owners(woord.vorm) & wie
            if samen:
                tot, wie, delen = nu, samen, (*delen, woord.vorm)
            elif woord.vorm not in TUSSENVOEGSELS and not _is_initial(woord):
                break
        return (tot + 1 if self._ends_in_initial(vorm, woorden, tot, wie) else tot), wie, delen

    def _ends_in_initial(self, vorm: Gevouwen, woorden: Sequence[Woord], nummer: int, wie: Wie) -> bool:
        """Whether an initial follows, and no other name behind that: 'Bart J.', 'Jansen, A.'."""
        if nummer + 1 >= len(woorden) or not _is_initial(woorden[nummer + 1]):
            return False
        letter = woorden[nummer + 1]
        achter = woorden[nummer + 2] if nummer + 2 < len(woorden) and _joins(vorm, woorden, nummer + 1) else None
        return (
            bool(_VOOR_LETTER.fullmatch(_gap(vorm, woorden, nummer)))
            and vorm.tekst[letter.eind : letter.eind + 1] == "."
            and not (achter and achter.is_groot)
            and any(letter.vorm in self._voorletters[one] for one in wie)
        )

    def _reach_back(
        self, vorm: Gevouwen, woorden: Sequence[Woord], start: int, wie: Wie, vanaf: int
    ) -> tuple[int, Wie]:
        """Take what stands before a last name: small words, initials, and the way to address someone."""
        van, letters = start, ""
        while van > vanaf and _joins(vorm, woorden, van - 1):
            woord, tussen = woorden[van - 1], _gap(vorm, woorden, van - 1)
            past = self._fits(woord.vorm, wie) if woord.vorm in TUSSENVOEGSELS or tussen == "'" else frozenset()
            if past:
                wie = past
            elif self._is_letters(woord, wie, dot="." in tussen):
                letters = woord.vorm + letters
            elif not _addresses(woord, woorden[van]):
                break
            van -= 1
        return van, self._with_letters(wie, letters)

    def _fits(self, woord: str, wie: Wie) -> Wie:
        return frozenset(one for one in wie if woord in self._woorden[one])

    def _is_letters(self, woord: Woord, wie: Wie, *, dot: bool) -> bool:
        """Whether a word is initials: 'A.' always, 'A' or 'AB' when someone here has them."""
        if _is_initial(woord) and dot:
            return True
        is_kort = woord.getypt.isupper() and len(woord.vorm) < 5
        return is_kort and any(self._voorletters[one].startswith(woord.vorm) for one in wie)

    def _with_letters(self, wie: Wie, letters: str) -> Wie:
        """Who of these has these initials; else who has the first of them; else everyone."""
        for begin in (letters, letters[:1]):
            past = frozenset(one for one in wie if self._voorletters[one].startswith(begin))
            if past:
                return past
        return wie

    def _judge(self, vorm: Gevouwen, woorden: Sequence[Woord], groep: Groep) -> Vondst:
        """What to do with a place."""
        begin, eind = vorm.plaatsen[woorden[groep.van].begin], vorm.plaatsen[woorden[groep.tot].eind]
        reden = ""
        if not groep.delen:
            reden = "kunnen de voorletters van een deelnemer zijn"
        elif groep.van == groep.tot and groep.delen[0] in GEWOON:
            reden = "is een naam en ook een gewoon woord"
        elif groep.van == groep.tot and woorden[groep.van].getypt.islower():
            reden = "is een naam, maar staat hier zonder hoofdletter"
        return self._judge_wie(groep.wie, begin, eind, reden, genitief=groep.genitief)

    def _judge_wie(self, wie: Wie, begin: int, eind: int, reden: str, *, genitief: bool = False) -> Vondst:
        weg = [self._personen[one] for one in wie if not self._personen[one].blijft]
        if not weg:
            return Vondst(begin, eind, None)
        doors = {one.door for one in weg}
        door = doors.pop() if len(doors) == 1 else DEELNEMER
        if len(weg) < len(wie):
            reden = "kan ook iemand zijn die genoemd mag worden"
        elif not any(one.is_deelnemer for one in weg):
            reden = reden or "staat bij een regel als persoon, maar staat niet bij de deelnemers"
        return Vondst(begin, eind, make_genitief(door) if genitief else door, reden)

    def _look_inside(self, vorm: Gevouwen, woord: Woord) -> list[Vondst]:
        """A longer word that begins with a name: another form of it, or the name of a street, which stays."""
        naam = self._begin_of(woord.vorm)
        if not naam or (naam in GEWOON and not woord.is_groot):
            return []
        begin, eind = vorm.plaatsen[woord.begin], vorm.plaatsen[woord.eind]
        if is_vorm(woord.vorm[len(naam) :], self._delen):
            return [self._judge_wie(self._delen[naam], begin, eind, "lijkt een vorm van een naam")]
        return [] if naam in GEWOON else [Vondst(begin, eind, None, "bevat een naam")]

    def _begin_of(self, woord: str) -> str:
        """The longest name of someone who may not be named with which a word begins, "" without any."""
        if woord not in self._in_woord:
            langste = min(len(woord) - 1, _LANGSTE_NAAM)
            begins = (woord[:eind] for eind in range(langste, _KORTSTE_IN_WOORD - 1, -1))
            self._in_woord[woord] = next(filter(self._is_secret, begins), "")
        return self._in_woord[woord]

    def _is_secret(self, deel: str) -> bool:
        """Whether a part of a name is that of a participant who may not be named."""
        wie = (self._personen[one] for one in self._delen.get(deel, ()))
        return any(one.is_deelnemer and not one.blijft for one in wie)


def says_more(tekst: str, geheel: Vondst, deel: Vondst) -> bool:
    """Whether a place that was found holds `deel` and another name beside it: 'Xander' in 'mevrouw Xander Quist'."""
    if not (geheel.begin <= deel.begin and deel.eind <= geheel.eind):
        return False
    rest = fold(f"{tekst[geheel.begin : deel.begin]} {tekst[deel.eind : geheel.eind]}").words()
    return any(one.vorm not in AANSPREEK and one.vorm not in TUSSENVOEGSELS and one.vorm != "s" for one in rest)


def make_genitief(woord: str) -> str:
    """'adviseur' → 'adviseurs', 'secretaris' → "secretaris'", 'collega' → "collega's", 'nummer 2' → "nummer 2's"."""
    if woord[-1:].casefold() in "sxz":
        return f"{woord}'"
    return f"{woord}'s" if woord[-1:].casefold() in "aiouy" or woord[-1:].isdecimal() else f"{woord}s"


def _index(paren: Iterable[tuple[str, int]]) -> dict[str, Wie]:
    gevonden: dict[str, set[int]] = defaultdict(set)
    for deel, nummer in paren:
        if deel:
            gevonden[deel].add(nummer)
    return {deel: frozenset(nummers) for deel, nummers in gevonden.items()}


def _tells(deel: str, *, groot: bool) -> bool:
    """Whether a part of a name names someone: with a capital always, else when it is long and no word of its own."""
    return groot or (len(deel) > 2 and deel not in GEWOON)


def _gap(vorm: Gevouwen, woorden: Sequence[Woord], nummer: int) -> str:
    """What stands between a word and the next one; a long piece is no part of a name."""
    begin, eind = woorden[nummer].eind, woorden[nummer + 1].begin
    return vorm.tekst[begin : min(eind, begin + 5)]


def _joins(vorm: Gevouwen, woorden: Sequence[Woord], nummer: int) -> bool:
    """Whether a word and the next one can be of one name: a point stands only behind an initial or 'mw.'."""
    kort = len(woorden[nummer].vorm) == 1 or woorden[nummer].vorm in AANSPREEK
    return bool((_NA_LETTER if kort else _TUSSEN).fullmatch(_gap(vorm, woorden, nummer)))


def _addresses(woord: Woord, volgende: Woord) -> bool:
    return woord.vorm in AANSPREEK or (woord.vorm == "de" and volgende.vorm in ("heer", "heren"))


def _is_initial(woord: Woord) -> bool:
    return len(woord.vorm) == 1 and woord.getypt.isupper()
