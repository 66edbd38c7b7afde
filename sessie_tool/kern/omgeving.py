"""Omgeving: what a bouwsteen may look up outside itself."""

from collections.abc import Callable, Collection, Iterator
from functools import cache

import msgspec

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import letter, letter_number, parse_datum, parse_geld
from sessie_tool.kern.veld import Veld, velden

JA_NEE = {"ja": True, "nee": False}

LEESTEKENS = ":,;."
"""What may stand right behind a name in a sentence."""


def _parse_getal(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else None


_GETALLEN: dict[str, Callable[[str], int | None]] = {"getal": _parse_getal, "geld": parse_geld}
"""The forms whose value can be read from the text alone."""


_PLAATS: dict[str, Callable[[str], int | None]] = {
    "cijfer": _parse_getal,
    "letter": letter_number,
    "hoofdletter": lambda tekst: letter_number(tekst.lower()) if tekst.isascii() else None,
}
"""Which place a typed number or letter means, per NUMMERING; a capital may be typed small."""


class Omgeving(msgspec.Struct, frozen=True, cache_hash=False):
    """The records, participants and opgaven around a bouwsteen, for looking up.

    Attributes:
        datum: ISO date of the session; a date without a year is read from here.
        soort: what the session counts as.
        moment: ISO moment at which a line is typed; "" when that does not matter.
        opgaven: the werkmap's list of strategische opgaven.
        deelnemers: the participants of the session.
        records: every record of the session by id.
        nummers: for each record its place (from 1) among the records of its type in the session (or step: `PER_STAP`).
        bouwstenen: the kinds of bouwsteen that the session has.
        doelstellingen: those of the werkmap's huis van sturing, and those that the session names.
    """

    datum: str = ""
    opgaven: tuple[str, ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    records: dict[str, Record] = {}
    nummers: dict[str, int] = {}
    soort: str = ""
    moment: str = ""
    bouwstenen: frozenset[str] = frozenset()
    doelstellingen: tuple[str, ...] = ()

    def targets(self, veld: Veld) -> Iterator[Record]:
        """The records that a number can mean in a verwijzing: those of the first type of `naar` that there are."""
        for tag in veld.naar.split():
            found = list(self.of_type(tag))
            if found:
                return iter(found)
        return iter(())

    def of_type(self, tag: str) -> Iterator[Record]:
        """The records of one type, in the order of the session."""
        soorten = {cls for cls in {type(one) for one in self.records.values()} if cls.type_tag() == tag}
        return (record for record in self.records.values() if type(record) in soorten) if soorten else iter(())

    def nummer(self, record_id: str) -> str:
        """The number or letter by which people call a record; "?" when it is gone."""
        record = self.records.get(record_id)
        if record is None:
            return "?"
        return format_plaats(type(record), self.nummers[record_id])

    def noem(self, record_id: str) -> str:
        """'3 Netcongestie remt de nieuwbouw': number and text of a record."""
        record = self.records.get(record_id)
        return f"{self.nummer(record_id)} {record.toontekst}" if record else "(verwijderd)"

    def is_printed(self, record_id: str) -> bool:
        """Whether a record comes into the verslag, so that one may point at it there."""
        record = self.records.get(record_id)
        return record is not None and record.bereik == "verslag"

    def is_hidden(self, record_id: str) -> bool:
        """Whether a record is there and is the facilitator's own."""
        record = self.records.get(record_id)
        return record is not None and record.bereik != "verslag"

    def about(self, record_id: str, tag: str) -> Iterator[Record]:
        """The records of type `tag` that point at a record."""
        for record in self.of_type(tag):
            if record_id in references(record):
                yield record

    def options(self, veld: Veld) -> tuple[str, ...]:
        """The values a person can choose from for a field; () when it is free."""
        if veld.vorm == "keuze":
            return veld.keuzes
        if veld.vorm == "opgave":
            return self.opgaven
        if veld.vorm == "doelstelling":
            return self.doelstellingen
        if veld.vorm == "deelnemer":
            return tuple(deelnemer.naam for deelnemer in self.deelnemers)
        if veld.vorm == "janee":
            return tuple(JA_NEE)
        return ()

    def match(self, veld: Veld, tekst: str, *, quoted: bool = False) -> object | None:
        """The value that `tekst` means for a field, or None when that is not unmistakable.

        Known values match by a unique beginning; a quoted name or free text is taken as it stands. What people type
        right behind a name, as in '@Bram: doe het', is no part of it.
        """
        if veld.vorm in ("regel", "tekst"):
            return tekst
        if veld.vorm == "datum":
            return parse_datum(tekst, self.datum)
        if veld.vorm in _GETALLEN:
            getal = _GETALLEN[veld.vorm](tekst)
            return getal if not veld.keuzes or str(getal) in veld.keuzes else None
        if veld.vorm == "verwijzing":
            return self._match_record(veld, tekst)
        if veld.vorm in ("deelnemer", "doelstelling"):
            return self._match_naam(veld, tekst, quoted=quoted)
        found = unique_beginning(tekst, self.options(veld))
        return JA_NEE.get(found) if veld.vorm == "janee" and found else found

    def _match_record(self, veld: Veld, tekst: str) -> str | None:
        for record in self.targets(veld):
            if self.nummers[record.id] == _PLAATS[record.NUMMERING](tekst):
                return record.id
        return None

    def _match_naam(self, veld: Veld, tekst: str, *, quoted: bool) -> str | None:
        """A known name; between quotes any other one too. Of a person any part of the name will do."""
        namen = self.options(veld)
        if quoted:
            return _same_name(tekst, namen) or tekst
        found = unique_beginning(tekst, tuple(dict.fromkeys(namen)))
        if found or veld.vorm != "deelnemer":
            return found
        begin = tekst.casefold().rstrip(LEESTEKENS)
        if not begin:
            return None
        hits = {naam for naam in namen if any(deel.casefold().startswith(begin) for deel in naam.split())}
        return hits.pop() if len(hits) == 1 else None


def format_plaats(cls: type[Record], plaats: int) -> str:
    """The number or letter by which people call the record of a kind at this place (from 1)."""
    if cls.NUMMERING == "cijfer":
        return str(plaats)
    return letter(plaats).upper() if cls.NUMMERING == "hoofdletter" else letter(plaats)


def _same_name(tekst: str, namen: tuple[str, ...]) -> str | None:
    """The name that is the same, or the same but for capitals."""
    same = [naam for naam in namen if naam.casefold() == tekst.casefold()]
    return tekst if tekst in same else next(iter(same), None)


def unique_beginning(tekst: str, mogelijk: tuple[str, ...] | list[str]) -> str | None:
    """The one value that `tekst` is, or is the beginning of; None when there is none or more than one."""
    begin = tekst.casefold()
    if not begin:
        return None
    exact = [waarde for waarde in mogelijk if waarde.casefold() == begin]
    hits = exact or [waarde for waarde in mogelijk if waarde.casefold().startswith(begin)]
    return hits[0] if len(hits) == 1 else None


def references(record: Record) -> tuple[str, ...]:
    """The ids of the records that a record points at."""
    found: list[str] = []
    for name, veld in velden(type(record)).items():
        if veld.vorm == "verwijzing":
            value = getattr(record, name)
            found.extend([value] if isinstance(value, str) else value)
    return tuple(found)


def list_doelen(records: Collection[Record]) -> Iterator[str]:
    """The doelstellingen that records name; quick where few can, for an Omgeving is made at every key."""
    names = {cls: found for cls in {type(one) for one in records} if (found := _doelvelden(cls))}
    for record in [one for one in records if type(one) in names] if names else ():
        for name in names[type(record)]:
            value = getattr(record, name)
            yield from (value,) if isinstance(value, str) and value else value


@cache
def _doelvelden(cls: type[Record]) -> tuple[str, ...]:
    """The fields that hold a doelstelling."""
    return tuple(name for name, veld in velden(cls).items() if veld.vorm == "doelstelling")
