"""What every kind of bouwsteen is made of.

A kind is one file beside this one: a Record class with its fields, and a class on `BouwsteenMetRecords` that may
change any of the defaults here: how a line is read, what comes into the verslag, what is missing, how it starts.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Self

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern import notatie
from sessie_tool.kern.document import Alinea, Blok, Inhoud, Kolom, Opmaak, Rij, Tabel, Tekst, Verwijzing, tekst
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record, snake
from sessie_tool.kern.taal import format_aantal, format_datum
from sessie_tool.kern.veld import Veld, velden

NewId = Callable[[], str]
"""Gives a new id at each call; ids are passed in, so that the kern stays repeatable."""


class Start(msgspec.Struct, frozen=True):
    """What a bouwsteen may take over when a session starts.

    Attributes:
        vragen: the questions of the step.
        openstaand: records of earlier sessions that are still open (opvolgingen, made by the caller).
    """

    vragen: tuple[str, ...] = ()
    openstaand: tuple[Record, ...] = ()


class Bouwsteen:
    """The interface of every kind, also of one that this version does not know."""

    __slots__ = ()

    TITEL: ClassVar[str] = ""
    UITLEG: ClassVar[str] = ""
    VOORBEELD: ClassVar[str] = ""
    ANTWOORDT: ClassVar[bool] = False
    """Whether its own report repeats the questions of the step, each with its answer."""
    records: tuple[Record, ...]

    @property
    def soort(self) -> str:
        """The name of the kind in a sjabloon and a file."""
        raise NotImplementedError

    def with_records(self, records: Iterable[Record]) -> Self:
        """The same bouwsteen with other records."""
        raise NotImplementedError

    def start(self, start: Start, new_id: NewId) -> Self:
        """The bouwsteen as a new session begins with it."""
        raise NotImplementedError

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """Take one typed line in; gives the new bouwsteen and the record that was made or changed.

        Raises:
            RegelError: the line cannot be understood; the sentence says what to type.
        """
        raise NotImplementedError

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """A record as a line that can be typed."""
        raise NotImplementedError

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """What this bouwsteen adds to a verslag; all that has bereik verslag, nothing else."""
        raise NotImplementedError

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """What a secretary still has to fill in: Dutch sentences."""
        raise NotImplementedError


class BouwsteenMetRecords(
    msgspec.Struct, Bouwsteen, frozen=True, kw_only=True, forbid_unknown_fields=False, tag_field="soort", tag=snake
):
    """A kind of bouwsteen: settings from the sjabloon (fields with a Veld) and records."""

    TITEL: ClassVar[str] = ""
    UITLEG: ClassVar[str] = ""
    VOORBEELD: ClassVar[str] = ""
    RECORD: ClassVar[type[Record]] = Record

    records: tuple[Record, ...] = ()

    @property
    def soort(self) -> str:
        """The name of the kind in a sjabloon and a file."""
        return str(self.__struct_config__.tag)

    def with_records(self, records: Iterable[Record]) -> Self:
        """The same bouwsteen with other records."""
        return msgspec.structs.replace(self, records=tuple(records))

    @classmethod
    def read_instelling(cls, naam: str, tekst: str) -> object | None:
        """The value that a sjabloon gives to a setting; None when it is not understood."""
        return Omgeving().match(velden(cls)[naam], tekst, quoted=True)

    def start(self, start: Start, new_id: NewId) -> Self:
        """The bouwsteen as a new session begins with it."""
        return self

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """Take one typed line in as a new record.

        Raises:
            RegelError: the line is blank.
        """
        if not regel.strip():
            raise RegelError("Deze regel is leeg. Typ eerst uw tekst.")
        record = notatie.parse_regel(self.RECORD, regel, omgeving, nieuw_id)
        return self.with_records((*self.records, record)), record

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """A record as a line that can be typed."""
        return notatie.format_regel(record, omgeving)

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """A table of the records with a column per field that is in use, long texts below it."""
        return report_records(self.printed(), omgeving, self.TITEL)

    def printed(self) -> tuple[Any, ...]:
        """The records that come into the verslag."""
        return tuple(record for record in self.records if record.bereik == "verslag")

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """By default: that nothing was written down."""
        return () if self.printed() else (f"Er zijn nog geen {self.RECORD.MEERVOUD} opgeschreven.",)


class OnbekendeBouwsteen(Bouwsteen):
    """A kind that this version does not know (from a newer version): kept as it is, not changed.

    It is no Struct, so that it is stored as `ruw`, the tree that was read.
    """

    __slots__ = ("ruw",)

    TITEL: ClassVar[str] = "Onbekende bouwsteen"
    records: tuple[Record, ...] = ()

    def __init__(self, ruw: dict[str, Any]) -> None:
        """Keep the tree."""
        self.ruw = ruw

    def __eq__(self, other: object) -> bool:
        """Equal when the tree is."""
        return isinstance(other, OnbekendeBouwsteen) and self.ruw == other.ruw

    def __hash__(self) -> int:
        """By kind only; the tree itself cannot be hashed."""
        return hash(self.soort)

    @property
    def soort(self) -> str:
        """The name of the unknown kind."""
        return str(self.ruw.get("soort", "?"))

    def with_records(self, records: Iterable[Record]) -> Self:
        """Records cannot be put into an unknown kind; it stays as it is."""
        return self

    def start(self, start: Start, new_id: NewId) -> Self:
        """An unknown kind starts as it is."""
        return self

    def apply_regel(self, regel: str, omgeving: Omgeving, nieuw_id: str) -> tuple[Self, Record]:
        """Refuse: what an unknown kind does with a line is not known."""
        raise RegelError(f"Deze versie kent de bouwsteen '{self.soort}' niet. Werk het programma bij om hier te typen.")

    def format_record(self, record: Record, omgeving: Omgeving) -> str:
        """The text of the record."""
        return record.hoofdtekst

    def report(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """Every text in it as paragraphs, except of records that are the facilitator's own."""
        kop = f"Deze versie van het programma kent de bouwsteen '{self.soort}' niet. Dit staat erin:"
        return (Alinea(tekst(kop)), *(Alinea(tekst(woord)) for woord in _texts(self.ruw) if woord.strip()))

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """That it needs a newer version."""
        return (f"De bouwsteen '{self.soort}' hoort bij een nieuwere versie van het programma.",)


def _texts(tree: Any) -> list[str]:
    if isinstance(tree, dict):
        own = tree.get("bereik") == "begeleider"
        return [] if own else [woord for value in tree.values() for woord in _texts(value)]
    if isinstance(tree, (list, tuple)):
        return [woord for value in tree for woord in _texts(value)]
    return [] if tree is None or isinstance(tree, bool) else [str(tree)]


def show_waarde(veld: Veld, value: Any, omgeving: Omgeving) -> Inhoud:
    """One field's value as content of a document; () when it is empty."""
    if veld.vorm == "verwijzing":
        ids = (value,) if isinstance(value, str) and value else value or ()
        return _join([Verwijzing(omgeving.noem(one), one) for one in ids if omgeving.is_printed(one)])
    if veld.vorm == "datum":
        return tekst(format_datum(value))
    if veld.vorm == "janee":
        return tekst("ja" if value else "nee")
    if isinstance(value, tuple):
        return tekst(", ".join(value))
    return tekst("" if value is None else str(value))


def _join(delen: list[Verwijzing]) -> Inhoud:
    inhoud: list[Tekst | Verwijzing] = []
    for deel in delen:
        inhoud += [Tekst("; "), deel] if inhoud else [deel]
    return tuple(inhoud)


def report_records(records: tuple[Record, ...], omgeving: Omgeving, titel: str) -> tuple[Blok, ...]:
    """Records of one type as a table: number, text, and a column per field that has a value somewhere.

    A field with `vorm` tekst (Markdown) does not fit in a cell: it follows below, with the number in front.
    """
    if not records:
        return ()
    cls = type(records[0])
    used = [name for name in velden(cls) if _is_printed(cls, name) and any(_filled(record, name) for record in records)]
    kolommen = [name for name in used if velden(cls)[name].vorm != "tekst" or name == cls.hoofdveld()]
    lang = [name for name in used if name not in kolommen]
    breedtes = [4.0 if name == cls.hoofdveld() else 1.5 for name in kolommen]
    tabel = Tabel(
        kolommen=(
            Kolom("Nr.", 0.6),
            *(Kolom(velden(cls)[n].label, b) for n, b in zip(kolommen, breedtes, strict=True)),
        ),
        rijen=tuple(_row(record, kolommen, omgeving) for record in records),
        bijschrift=_caption(titel, format_aantal(len(records), cls.ENKEL, cls.MEERVOUD), cls),
        beschrijving=f"Elke rij is een {cls.ENKEL}; de kolommen zijn nummer, "
        + ", ".join(velden(cls)[name].label.lower() for name in kolommen)
        + ".",
    )
    return (tabel, *_long_texts(records, lang, omgeving))


def _caption(titel: str, aantal: str, cls: type[Record]) -> str:
    """'8 signalen', or 'Uit de wijk: 8 signalen' when the title says something else than the count does."""
    return aantal if titel.casefold() == cls.MEERVOUD.casefold() else f"{titel}: {aantal}"


def _is_printed(cls: type[Record], name: str) -> bool:
    return name != "bereik" and velden(cls)[name].bereik == "verslag"


def _filled(record: Record, name: str) -> bool:
    return getattr(record, name) not in ("", (), None)


def _row(record: Record, kolommen: list[str], omgeving: Omgeving) -> Rij:
    cls = type(record)
    cellen = (show_waarde(velden(cls)[name], getattr(record, name), omgeving) for name in kolommen)
    return Rij((tekst(omgeving.nummer(record.id)), *cellen), anker=record.id)


def _long_texts(records: tuple[Record, ...], names: list[str], omgeving: Omgeving) -> tuple[Blok, ...]:
    blokken: list[Blok] = []
    for record in records:
        for name in names:
            if _filled(record, name):
                kop = f"{velden(type(record))[name].label} bij {omgeving.noem(record.id)}:"
                blokken += [Alinea(tekst(kop, vet=True)), Opmaak(getattr(record, name))]
    return tuple(blokken)
