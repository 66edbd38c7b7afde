"""Document → Document without names: every text in it, wherever it stands, also a text of a kind of block to come."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import (
    Alinea,
    Document,
    Inhoud,
    Inline,
    Koppeling,
    Noot,
    Passage,
    Stuk,
    Tekst,
    Verwijzing,
)
from sessie_tool.kern.namen import Namen, Vondst, says_more
from sessie_tool.kern.personen import list_personen
from sessie_tool.kern.vermoedens import find_adressen, find_vermoedens
from sessie_tool.kern.vervanging import Twijfel, Vervanging, fold_keuze
from sessie_tool.kern.vouwen import Gevouwen, fold, unquote

replace = msgspec.structs.replace

_GEEN_TEKST = frozenset({"anker", "adres", "rol", "nummering", "moment", "bron_id", "teken", "status"})
"""Fields with a text that nobody reads, or that the program chose."""

Weeg = Callable[[Iterator[Vondst]], Iterator[Vondst]]

_INLINE = (Tekst, Koppeling, Verwijzing, Noot, Passage)
_ROND = 30
_WEBADRES = "[adres weggelaten]"


def make_openbaar(
    document: Document,
    deelnemers: Sequence[Deelnemer],
    genoemd: Iterable[str] = (),
    vervangingen: Iterable[Vervanging] = (),
    bekend: Iterable[str] = (),
) -> tuple[Document, tuple[Vervanging, ...], tuple[Twijfel, ...]]:
    """The document without the names of people who are not marked 'mag genoemd'.

    Args:
        document: any document; its Opmaak is resolved, its figures are not drawn yet.
        deelnemers: everyone on the list.
        genoemd: the names at records, see `personen.list_genoemd`.
        vervangingen: what the secretary decided; it goes before everything else.
        bekend: texts whose words are no names of people: places, organisations, opgaven.

    Returns:
        The document, what was replaced, and what a person must look at, each once and in the order of the document.
    """
    nieuw, plekken = find_plekken(document, deelnemers, genoemd, vervangingen, bekend)
    weg = {one.tekst: Vervanging(one.tekst, one.door) for one in plekken if one.door != one.tekst}
    return nieuw, tuple(weg.values()), tuple(one for one in plekken if one.reden)


def find_plekken(
    document: Document,
    deelnemers: Sequence[Deelnemer],
    genoemd: Iterable[str] = (),
    vervangingen: Iterable[Vervanging] = (),
    bekend: Iterable[str] = (),
) -> tuple[Document, tuple[Twijfel, ...]]:
    """The document without names, and all that was replaced or is doubtful, each once; what is certain has no reden.

    The arguments are those of `make_openbaar`.
    """
    klein = known_words(_texts(document), bekend)
    schoon = Schoonmaker(Namen(list_personen(deelnemers, genoemd, klein)), vervangingen, klein)
    nieuw = replace(schoon.clean(document), bron_id="", schoon=schoon.clean_rand)
    return nieuw, tuple(schoon.plekken.values())


class Schoonmaker:
    """Takes the names out of texts, and remembers what it did."""

    def __init__(
        self, namen: Namen, vervangingen: Iterable[Vervanging], bekend: frozenset[str], weeg: Weeg = iter
    ) -> None:
        """Know the people, what the secretary decided, and the words that are no names (`known_words`).

        `weeg` says what to do with what only looks like a name of somebody.
        """
        self._weeg = weeg
        self._namen = namen
        self._bekend = bekend
        keuzes = {one.sleutel: None if one.blijft else one.door for one in vervangingen}
        self._keuzes = sorted(((woorden, door) for woorden, door in keuzes.items() if woorden), key=_shortest_last)
        self.plekken: dict[tuple[str, bool], Twijfel] = {}

    def clean(self, waarde: Any) -> Any:
        """A value of a document with every text in it cleaned."""
        if isinstance(waarde, str):
            return self.clean_tekst(waarde)
        if isinstance(waarde, tuple):
            if waarde and isinstance(waarde[0], _INLINE):
                return self._clean_inhoud(waarde)
            return tuple(self.clean(one) for one in waarde)
        return self._clean_struct(waarde) if isinstance(waarde, msgspec.Struct) else waarde

    def _clean_struct(self, waarde: msgspec.Struct) -> msgspec.Struct:
        if isinstance(waarde, Alinea) and waarde.rol == "status":
            return replace(waarde, inhoud=self._clean_status(waarde.inhoud))
        changed = {}
        for veld in waarde.__struct_fields__:
            if veld not in _GEEN_TEKST:
                oud = getattr(waarde, veld)
                nieuw = self.clean(oud)
                if nieuw is not oud:
                    changed[veld] = nieuw
        return replace(waarde, **changed) if changed else waarde

    def clean_tekst(self, tekst: str) -> str:
        """One text, with what looks like a name of anybody replaced too."""
        return _write(tekst, 0, self._find(tekst)) if tekst else tekst

    def _clean_inhoud(self, inhoud: Inhoud) -> Inhoud:
        """A content: a name is found across its parts, so 'J**ansen**' too."""
        heel = "".join(one.tekst for one in _stukken(inhoud))
        return self._rebuild(inhoud, self._find(heel) if heel else [], [0])

    def _clean_status(self, inhoud: Inhoud) -> Inhoud:
        """The line that says how far the verslag is: its first word is the program's own, whoever is called Concept."""
        heel = "".join(one.tekst for one in _stukken(inhoud))
        return self._rebuild(inhoud, self._find(heel, vanaf=1), [0])

    def _rebuild(self, inhoud: Inhoud, vondsten: list[Vondst], plek: list[int]) -> Inhoud:
        """The parts again, each with its share of what was found; `plek` is how far we are."""
        delen: list[Inline] = []
        for deel in inhoud:
            if isinstance(deel, Noot):
                delen.append(replace(deel, inhoud=self._clean_inhoud(deel.inhoud)))
            elif isinstance(deel, Passage):
                label = self.clean_tekst(deel.label)
                delen.append(replace(deel, inhoud=self._rebuild(deel.inhoud, vondsten, plek), label=label))
            else:
                begin = plek[0]
                plek[0] += len(deel.tekst)
                nieuw = _write(deel.tekst, begin, vondsten) if vondsten else deel.tekst
                delen += self._renew(deel, nieuw)
        return tuple(delen)

    def _renew(self, deel: Stuk, nieuw: str) -> list[Inline]:
        if isinstance(deel, Koppeling) and self._is_secret(deel.adres):
            return [Tekst(_WEBADRES if nieuw == deel.adres else nieuw)] if nieuw else []
        if not nieuw and deel.tekst:
            return []
        return [deel if nieuw == deel.tekst else replace(deel, tekst=nieuw)]

    def _is_secret(self, adres: str) -> bool:
        """Whether an address leads to a person: mail, a telephone, or a page with someone's name in its address."""
        soort = adres.split(":", 1)[0].casefold()
        return soort in ("mailto", "tel") or "@" in adres or self._namen.holds_name(unquote(adres))

    def _find(self, tekst: str, vanaf: int = 0) -> list[Vondst]:
        """What to replace in a text, from left to right; what the secretary chose goes first, then known people."""
        vorm = fold(tekst)
        woorden = vorm.words()
        bezet: set[int] = set()
        gevonden: list[Vondst] = []
        bekend = [*self._find_adressen(tekst), *self._namen.find(vorm, woorden)]
        for zoek in (self._find_keuzes(vorm, bekend), bekend, self._namen.find_letters(tekst)):
            gevonden += _take_free(zoek, bezet)
        vrij = [woord for woord in woorden if vorm.plaatsen[woord.begin] not in bezet] if bezet else woorden
        einden = {een.eind for een in gevonden}
        gevonden += _take_free(self._weeg(find_vermoedens(vorm, vrij, self._bekend, einden)), bezet)
        gevonden.sort(key=lambda een: een.begin)
        return [self._remember(tekst, one) for one in gevonden if one.begin >= vanaf]

    def clean_rand(self, tekst: str) -> str:
        """A text of a house style: known people only, for its addresses are those of the organisation."""
        vorm = fold(tekst)
        bekend = self._namen.find(vorm, vorm.words())
        bezet: set[int] = set()
        gevonden = [one for zoek in (self._find_keuzes(vorm, bekend), bekend) for one in _take_free(zoek, bezet)]
        return _write(tekst, 0, sorted(gevonden, key=lambda een: een.begin))

    def _find_keuzes(self, vorm: Gevouwen, bekend: Sequence[Vondst]) -> list[Vondst]:
        """What the secretary chose, but not inside more: who keeps 'Quist' does not keep 'Xander Quist'."""
        gekozen = [
            Vondst(vorm.plaatsen[begin], vorm.plaatsen[begin + len(woorden)], door)
            for woorden, door in self._keuzes
            for begin in _places(vorm.tekst, woorden)
        ]
        return [one for one in gekozen if not any(says_more(vorm.bron, meer, one) for meer in bekend)]

    def _find_adressen(self, tekst: str) -> list[Vondst]:
        """Addresses; one of a known person is no doubt."""
        return [
            one._replace(reden="") if self._namen.holds_name(tekst[one.begin : one.eind]) else one
            for one in find_adressen(tekst)
        ]

    def _remember(self, tekst: str, vondst: Vondst) -> Vondst:
        """Note what was done, and give it with a capital where a sentence begins."""
        woorden = tekst[vondst.begin : vondst.eind]
        door = woorden if vondst.door is None else vondst.door
        sleutel = (woorden, bool(vondst.reden))
        if sleutel not in self.plekken and (vondst.reden or door != woorden):
            rond = tekst[max(0, vondst.begin - _ROND) : vondst.eind + _ROND]
            self.plekken[sleutel] = Twijfel(woorden, door, vondst.reden, " ".join(rond.split()))
        if vondst.door is None:
            return vondst
        return vondst._replace(door=_capital(door) if _starts_sentence(tekst, vondst) else door)


def _shortest_last(keuze: tuple[str, str | None]) -> int:
    return -len(keuze[0])


def find_context(document: Document, woorden: str) -> str:
    """The words around the first place where these stand; "" when they stand nowhere."""
    gezocht = fold_keuze(woorden)
    for tekst in _texts(document) if gezocht else ():
        vorm = fold(tekst)
        for begin in _places(vorm.tekst, gezocht):
            van, tot = vorm.plaatsen[begin], vorm.plaatsen[begin + len(gezocht)]
            return " ".join(tekst[max(0, van - _ROND) : tot + _ROND].split())
    return ""


def known_words(teksten: Iterable[str], bekend: Iterable[str]) -> frozenset[str]:
    """The words that stand somewhere without a capital, and those of places and organisations."""
    klein = {woord.vorm for tekst in teksten for woord in fold(tekst).words() if woord.getypt.islower()}
    return frozenset(klein | {woord.vorm for tekst in bekend for woord in fold(tekst).words()})


def _texts(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        for one in waarde:
            yield from _texts(one)
    elif isinstance(waarde, msgspec.Struct):
        for veld in waarde.__struct_fields__:
            if veld not in _GEEN_TEKST:
                yield from _texts(getattr(waarde, veld))


def _stukken(inhoud: Inhoud) -> Iterator[Stuk]:
    """The parts with a text that one reads on end; a note is a text of its own."""
    for deel in inhoud:
        if isinstance(deel, Passage):
            yield from _stukken(deel.inhoud)
        elif not isinstance(deel, Noot):
            yield deel


def _write(tekst: str, begin: int, vondsten: Iterable[Vondst]) -> str:
    """A piece that stands at `begin` of the whole, with its share of the replacements; most pieces have none."""
    delen: list[str] = []
    tot = 0
    for een in vondsten:
        van, eind = max(een.begin - begin, 0), min(een.eind - begin, len(tekst))
        if een.door is None or van >= eind:
            continue
        delen += [tekst[tot:van], een.door if een.begin >= begin else ""]
        tot = eind
    return "".join([*delen, tekst[tot:]]) if delen else tekst


def _take_free(nieuw: Iterable[Vondst], bezet: set[int]) -> Iterator[Vondst]:
    """The new places that touch no place that was found before; from then on they are taken too."""
    for een in nieuw:
        plaatsen = range(een.begin, een.eind)
        if bezet.isdisjoint(plaatsen):
            bezet.update(plaatsen)
            yield een


def _places(tekst: str, woorden: str) -> Iterator[int]:
    """Where these words stand by themselves."""
    begin = tekst.find(woorden)
    while begin >= 0:
        eind = begin + len(woorden)
        if not (tekst[begin - 1 : begin].isalnum() or tekst[eind : eind + 1].isalnum()):
            yield begin
        begin = tekst.find(woorden, eind)


def _starts_sentence(tekst: str, vondst: Vondst) -> bool:
    if vondst.begin == 0:
        return vondst.eind < len(tekst)
    voor = tekst[max(0, vondst.begin - 3) : vondst.begin]
    return "\n" in voor or (voor.rstrip() != voor and voor.rstrip()[-1:] in ".!?")


def _capital(woorden: str) -> str:
    return woorden[:1].upper() + woorden[1:]
