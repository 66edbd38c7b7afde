"""Verwijzen: what people type ('vraag a', 'adviezen 2 en 3', 'zie bijlage A') becomes a link to that place.

By what words a thing is called follows from its type of record, so a new kind is known at once. A number that is not
there stays text, and so does everything in code, in a link, in a heading and in somebody's name.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from operator import is_
from typing import TypeVar

import msgspec

from sessie_tool.kern.ankers import list_ankers
from sessie_tool.kern.bouwstenen.bijlage import NAAR_BIJLAGE
from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Document,
    Inhoud,
    Inline,
    Lijst,
    Noot,
    Passage,
    Roepnaam,
    Tabel,
    Tekst,
    Verwijzing,
    Wijzer,
)
from sessie_tool.kern.koppen import count_koppen
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import MAANDEN

replace = msgspec.structs.replace
_T = TypeVar("_T")
_S = TypeVar("_S", bound=msgspec.Struct)

_NIET_ACHTER = (*MAANDEN, "uur", "jaar", "keer", "procent", "euro", "weken", "maanden", "dagen", "minuten", "miljoen")
"""What makes a date or an amount of the number in front of it: 'de actie 4 mei'."""

_EEN = rf"(?:[0-9]{{1,4}}|[a-z]{{1,2}})(?![\w%€]|[.,:/-][0-9]|\s(?:{'|'.join(_NIET_ACHTER)})\b)"
_SCHEIDING = r"\s*(?:,|&|/|–|\ben\b|\bof\b|\bt/m\b|\btot\sen\smet\b)\s*"
_TUSSEN = re.compile(_SCHEIDING, re.IGNORECASE)
_NUMMER = re.compile(_EEN, re.IGNORECASE)
_KOMMA = re.compile(r"[,/]")
_ELDERS = re.compile(r"\s(?:van|uit|in)\s(?:[A-Z]|vorige?\b|(?:19|20)\d\d\b)")
"""What makes it one of another session: 'advies 1 van Boardsessie 2024', 'vraag b uit 2023'."""


def make_wijzer(sessie: Sessie, omgeving: Omgeving) -> Wijzer:
    """By what words the records and steps of a session are called, and the names in which these words mean nothing."""
    roepnamen = [
        *_name_records(omgeving),
        Roepnaam("stap", "stappen", {str(plaats): stap.id for plaats, stap in enumerate(sessie.stappen, 1)}),
    ]
    zoek = _pattern(roepnamen)
    namen = (tekst for een in sessie.deelnemers for tekst in (een.naam, een.organisatie, een.rol))
    return Wijzer(tuple(roepnamen), tuple(dict.fromkeys(naam for naam in namen if zoek.search(naam))))


def _name_records(omgeving: Omgeving) -> Iterator[Roepnaam]:
    """Every type of record; what two records are called by (the same number in two steps) means neither."""
    per_naam: dict[tuple[str, str], dict[str, str]] = {
        (cls.ENKEL, cls.MEERVOUD): {} for cls in _types(Record) if cls.BIJ_NUMMER
    }
    for record in (one for one in omgeving.records.values() if one.BIJ_NUMMER):
        plaatsen = per_naam[record.ENKEL, record.MEERVOUD]
        nummer = omgeving.nummer(record.id).lower()
        plaatsen[nummer] = "" if nummer in plaatsen else record.id
    return (Roepnaam(enkel, meer, plaatsen) for (enkel, meer), plaatsen in per_naam.items())


def _types(cls: type[Record]) -> Iterator[type[Record]]:
    """Every type of record, also one that this session has none of: 'eerdere actie 2' never means 'actie 2'."""
    for one in cls.__subclasses__():
        yield one
        yield from _types(one)


def link_verwijzingen(document: Document) -> Document:
    """The document with a link for every known thing that its text names; its Opmaak is resolved."""
    if document.wijzer is None:
        return document
    bijlagen = {
        een.kop.anker: een.nummer.rstrip(":").removeprefix("Bijlage ")
        for een in count_koppen(document.blokken)
        if een.is_bijlage
    }
    letters = {nummer.lower(): anker for anker, nummer in bijlagen.items() if anker}
    wijzer = replace(document.wijzer, roepnamen=(*document.wijzer.roepnamen, Roepnaam("bijlage", "bijlagen", letters)))
    linker = _Linker(wijzer, bijlagen, frozenset(list_ankers(document.blokken)))
    return replace(document, blokken=linker.blokken(document.blokken), wijzer=None)


def _pattern(roepnamen: Iterable[Roepnaam]) -> re.Pattern[str]:
    """Where one of the words stands with a number behind it; the longest word first."""
    woorden = {woord for een in roepnamen for woord in (een.enkel, een.meer)}
    keuze = "|".join(re.escape(woord) for woord in sorted(woorden, key=lambda woord: (-len(woord), woord)))
    return re.compile(rf"(?<![\w-])({keuze})(\s(?:nr\.?\s?|#)?)({_EEN}(?:{_SCHEIDING}{_EEN})*)", re.IGNORECASE)


class _Linker:
    """Puts links into contents; what holds none comes back as it is."""

    def __init__(self, wijzer: Wijzer, bijlagen: dict[str, str], ankers: frozenset[str]) -> None:
        self._zoek = _pattern(wijzer.roepnamen)
        self._bijlagen = bijlagen
        self._namen = wijzer.namen
        self._plaatsen: dict[str, dict[str, str]] = {}
        self._meervoud = {een.meer.casefold() for een in wijzer.roepnamen}
        for een in wijzer.roepnamen:
            staat = {nummer: anker for nummer, anker in een.plaatsen.items() if anker in ankers}
            for woord in (een.enkel, een.meer):
                self._plaatsen.setdefault(woord.casefold(), {}).update(staat)

    def blokken(self, blokken: tuple[Blok, ...]) -> tuple[Blok, ...]:
        """The blocks with their links."""
        return _map(blokken, self._blok)

    def _blok(self, blok: Blok) -> Blok:
        if isinstance(blok, Alinea) and blok.rol != "code":
            return _renew(blok, "inhoud", self.inhoud(blok.inhoud))
        if isinstance(blok, Lijst):
            punten = _map(blok.punten, lambda punt: _renew(punt, "blokken", self.blokken(punt.blokken)))
            return _renew(blok, "punten", punten)
        if isinstance(blok, Tabel):
            rijen = _map(blok.rijen, lambda rij: _renew(rij, "cellen", _map(rij.cellen, self.inhoud)))
            return _renew(blok, "rijen", rijen)
        return blok

    def inhoud(self, inhoud: Inhoud) -> Inhoud:
        """A content with its links; most cells are one word, which points at nothing."""
        if len(inhoud) == 1 and isinstance(inhoud[0], Tekst) and inhoud[0].tekst.isalnum():
            return inhoud
        delen = [nieuw for deel in inhoud for nieuw in self._inline(deel)]
        same = len(delen) == len(inhoud) and all(nieuw is deel for nieuw, deel in zip(delen, inhoud, strict=True))
        return inhoud if same else tuple(delen)

    def _inline(self, deel: Inline) -> Iterable[Inline]:
        if isinstance(deel, Tekst):
            return (deel,) if deel.code else self._tekst(deel)
        if isinstance(deel, (Noot, Passage)):
            return (_renew(deel, "inhoud", self.inhoud(deel.inhoud)),)
        if isinstance(deel, Verwijzing) and deel.tekst == NAAR_BIJLAGE and deel.anker in self._bijlagen:
            return (replace(deel, tekst=f"bijlage {self._bijlagen[deel.anker]}"),)
        return (deel,)

    def _tekst(self, deel: Tekst) -> Iterable[Inline]:
        tot = 0
        delen: list[Inline] = []
        for van, eind, anker in self._find(deel.tekst):
            delen += [replace(deel, tekst=deel.tekst[tot:van])] if van > tot else []
            delen.append(Verwijzing(deel.tekst[van:eind], anker))
            tot = eind
        rest = deel.tekst[tot:]
        return (*delen, *([replace(deel, tekst=rest)] if rest else [])) if delen else (deel,)

    def _find(self, tekst: str) -> Iterator[tuple[int, int, str]]:
        """Begin, end and anker of every link; the word belongs to the first number."""
        for match in self._zoek.finditer(tekst):
            if not (self._is_name(tekst, match) or _ELDERS.match(tekst, match.end())):
                yield from self._find_nummers(tekst, match)

    def _find_nummers(self, tekst: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
        """The numbers behind a word, one by one; behind a word for one thing a comma ends them."""
        woord = match[1].casefold()
        begin, plek = match.start(), match.start(3)
        while nummer := _NUMMER.match(tekst, plek, match.end()):
            anker = self._plaatsen[woord].get(nummer.group().lower(), "")
            if anker:
                yield begin, nummer.end(), anker
            tussen = _TUSSEN.match(tekst, nummer.end(), match.end())
            if tussen is None or (woord not in self._meervoud and _KOMMA.match(tussen.group().strip())):
                return
            begin = plek = tussen.end()

    def _is_name(self, tekst: str, match: re.Match[str]) -> bool:
        """Whether the words are a part of somebody's name that stands here."""
        return any(
            een.start() < match.end() and match.start() < een.end()
            for naam in self._namen
            for een in re.finditer(re.escape(naam), tekst, re.IGNORECASE)
        )


def _map(delen: tuple[_T, ...], door: Callable[[_T], _T]) -> tuple[_T, ...]:
    """The parts after a change; the very same when none changed, for most of a document does not."""
    nieuw = tuple([door(deel) for deel in delen])
    return delen if all(map(is_, nieuw, delen)) else nieuw


def _renew(waarde: _S, veld: str, nieuw: object) -> _S:
    return waarde if getattr(waarde, veld) is nieuw else replace(waarde, **{veld: nieuw})
