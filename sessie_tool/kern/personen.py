"""Personen: who may not be named in the open version, what stands there instead, and under which words one is known."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamvormen import list_letters
from sessie_tool.kern.naamwoorden import AANSPREEK, FUNCTIES, GEEN_NAAM, GEWOON, TUSSENVOEGSELS, VOORNAMEN
from sessie_tool.kern.record import Record
from sessie_tool.kern.veld import velden
from sessie_tool.kern.vouwen import fold

DEELNEMER, BETROKKENE = "deelnemer", "betrokkene"
"""What stands for someone whose function would point at them, and for someone who was not there."""

LIDWOORDEN = ("de ", "het ", "een ")


class Persoon(NamedTuple):
    """Someone whose name can be in the text.

    Attributes:
        naam: as it was typed.
        woorden: the words of the name, folded, in their order.
        blijft: whether the name may be in the open version.
        door: what stands there instead.
        is_deelnemer: False for a name that only stands at a record.
    """

    naam: str
    woorden: tuple[str, ...]
    blijft: bool
    door: str
    is_deelnemer: bool = True

    @property
    def delen(self) -> frozenset[str]:
        """The words by which one can be known: each of two letters or more, and double names as one word."""
        vorm = fold(self.naam).tekst.replace("'", "").replace("-", "")
        aaneen = {woord.vorm for woord in fold(vorm).words() if woord.vorm.isalpha()} if vorm else set()
        los = {woord for woord in self.woorden if not woord.isdecimal()}
        return frozenset(one for one in los | aaneen | set(self._glued()) if is_deel(one))

    @property
    def kenmerken(self) -> frozenset[str]:
        """What few others are called: the last names; the whole name when it has none that is no word of its own."""
        return (self.delen - VOORNAMEN - GEWOON) or frozenset({self.naam})

    def _glued(self) -> Iterator[str]:
        """'devries', 'vandermolen': a last name with its small words, as in an address for mail."""
        voor = ""
        for woord in self.woorden:
            if woord in TUSSENVOEGSELS:
                voor += woord
                continue
            if voor and woord.isalpha() and len(woord) > 2:
                yield voor + woord
            voor = ""

    @property
    def letters(self) -> frozenset[str]:
        """The initials by which one can be known, each of two letters or more."""
        woorden = [woord for woord in self.woorden if woord.isalpha()]
        return frozenset(one for one in list_letters(woorden) if 1 < len(one) < 6) if len(woorden) > 1 else frozenset()

    @property
    def voorletters(self) -> str:
        """'ab' for Anna Bea de Jansen: the first letters, without small words."""
        return "".join(woord[0] for woord in self.woorden if woord not in TUSSENVOEGSELS)


def is_deel(woord: str) -> bool:
    """Whether a word can tell who someone is."""
    return len(woord) > 1 and woord not in TUSSENVOEGSELS and woord not in AANSPREEK and woord not in FUNCTIES


def _words(naam: str) -> tuple[str, ...]:
    woorden = (woord.vorm for woord in fold(naam.split("(", maxsplit=1)[0]).words())
    return tuple(one for one in woorden if one not in AANSPREEK and one not in FUNCTIES)


def list_personen(
    deelnemers: Sequence[Deelnemer], genoemd: Iterable[str] = (), klein: Container[str] = ()
) -> list[Persoon]:
    """The people of a session.

    Args:
        deelnemers: everyone on the list, also those that the verslag does not print.
        genoemd: names that stand at records, see `list_genoemd`; what is no name of a person is passed over.
        klein: words that stand in the text without a capital.
    """
    op_lijst = [one for one in deelnemers if one.naam.strip()]
    doors = list_functies(op_lijst)
    personen = [
        Persoon(one.naam, _words(one.naam), one.mag_genoemd, door) for one, door in zip(op_lijst, doors, strict=True)
    ]
    bekend = {deel for one in personen for deel in one.delen}
    organisaties = {woord for one in deelnemers for woord in _words(f"{one.organisatie} {one.rol}")}
    for naam in dict.fromkeys(genoemd):
        nieuw = Persoon(naam, _words(naam), blijft=False, door=BETROKKENE, is_deelnemer=False)
        is_woord = len(nieuw.woorden) == 1 and nieuw.woorden[0] in klein and nieuw.woorden[0] not in VOORNAMEN
        if not nieuw.delen <= organisaties | bekend and _looks_like_person(naam) and not is_woord:
            personen.append(nieuw)
    return personen


def list_functies(deelnemers: Sequence[Deelnemer]) -> list[str]:
    """For each participant what stands instead of the name: the function, if more than one nameless person has it.

    Who was in more than one of the sessions is still one person.
    """
    namen = {deel for one in deelnemers for deel in Persoon(one.naam, _words(one.naam), blijft=False, door="").delen}
    paren = {(_key(one.naam), _key(one.rol)) for one in deelnemers if not one.mag_genoemd}
    tellen = Counter(rol for _, rol in paren)
    return [
        _small(one.rol) if tellen[_key(one.rol)] > 1 and _is_clean(one.rol, namen) else DEELNEMER for one in deelnemers
    ]


def _key(rol: str) -> str:
    return " ".join(rol.casefold().split())


def _is_clean(rol: str, namen: set[str]) -> bool:
    """Whether a function holds words, and no name."""
    woorden = [woord.vorm for woord in fold(rol).words()]
    return bool(woorden) and not any(one in namen or one.removesuffix("s") in namen for one in woorden)


def _small(rol: str) -> str:
    kaal = " ".join(rol.split())
    return kaal[0].lower() + kaal[1:] if kaal[1:].islower() else kaal


def _looks_like_person(naam: str) -> bool:
    """Whether a name that stands at a record is one of a person: 'Sami Verzonnen', not 'het Rijk' or 'GGD'."""
    kaal = naam.strip()
    woorden = fold(kaal).words()
    groot = [woord for woord in woorden if woord.is_groot and woord.vorm not in FUNCTIES]
    klein = [
        woord for woord in woorden if not woord.is_groot and woord.vorm not in TUSSENVOEGSELS | FUNCTIES | AANSPREEK
    ]
    return (
        bool(groot)
        and not klein
        and not kaal.casefold().startswith(LIDWOORDEN)
        and not any(woord.vorm in GEEN_NAAM - TUSSENVOEGSELS for woord in woorden)
        and not (len(woorden) == 1 and kaal.isupper())
    )


def list_genoemd(records: Iterable[Record]) -> list[str]:
    """The names that stand at records in a field for a person, also of records that are not printed."""
    namen: list[str] = []
    for record in records:
        for naam in _persoonsvelden(type(record)):
            waarde = getattr(record, naam)
            namen += [waarde] if isinstance(waarde, str) else waarde
    return [naam for naam in namen if naam.strip()]


@cache
def _persoonsvelden(cls: type[Record]) -> tuple[str, ...]:
    """The fields of a kind of record that hold a person."""
    return tuple(naam for naam, veld in velden(cls).items() if veld.vorm == "deelnemer")
