"""What every kind of bouwsteen is made of.

A kind is one file beside this one: a Record class with its fields, and a class on `BouwsteenMetRecords` that may
change any of the defaults here: how a line is read, what comes into the verslag, what is missing, how it starts.
"""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, ClassVar, Literal, Self

import msgspec

from sessie_tool.fouten import RegelError
from sessie_tool.kern import notatie
from sessie_tool.kern.bouwstenen.bijlage import Bijlage
from sessie_tool.kern.bouwstenen.kader import Kader
from sessie_tool.kern.bouwstenen.rapport import group_herkomst, report_records
from sessie_tool.kern.bouwstenen.ruw import count_own, texts_of
from sessie_tool.kern.bouwstenen.zaal import Zaalblik, Zaallijst, list_regels
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.document import Alinea, Blok, Kop, tekst
from sessie_tool.kern.huis import LEEG_HUIS, Huis
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.opvolging import Stand
from sessie_tool.kern.record import Overname, Record, snake
from sessie_tool.kern.veld import Veld, velden

Periode = Literal["dit jaar", "laatste", "alle"]
PERIODES = ("dit jaar", "laatste", "alle")
"""From which sessions a step takes over: of the same year, only the newest one, or all earlier ones."""

NewId = Callable[[], str]
"""Gives a new id at each call; ids are passed in, so that the kern stays repeatable."""


class Start(msgspec.Struct, frozen=True):
    """What a bouwsteen may take over when a session starts.

    Attributes:
        vragen: the questions of the step.
        openstaand: what earlier sessions left open.
        deelnemers: the participants that are known already.
        huis: the werkmap's huis van sturing.
    """

    vragen: tuple[str, ...] = ()
    openstaand: tuple[Stand[Any], ...] = ()
    deelnemers: tuple[Deelnemer, ...] = ()
    huis: Huis = LEEG_HUIS


def split_soorten(tekst: str) -> tuple[str, ...]:
    """'jaarronde, boardsessie' → the soorten of sessions."""
    return tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


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

    def summary(self, omgeving: Omgeving) -> dict[str, Any]:
        """What comes out of the records, for `toon --json` beside the kind's own fields; by default nothing."""
        return {}

    def tell(self, omgeving: Omgeving) -> Iterable[str]:
        """The same in Dutch sentences, for who hears the session instead of seeing it."""
        return ()

    def printed(self) -> tuple[Any, ...]:
        """The records that come into the verslag."""
        return tuple(record for record in self.records if record.bereik == "verslag")

    def shown(self, omgeving: Omgeving) -> tuple[Any, ...]:
        """The records that come into the verslag, also looking at what they are about. By default: `printed`."""
        return self.printed()

    def seen(self) -> Self:
        """The same content without what the group may not see yet, such as hidden dots. By default all of it."""
        return self

    def zaal(self, omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
        """What the room sees, as far as the facilitator shows it: by default the records of `shown` as lines."""
        return list_regels(self.shown(omgeving), omgeving, blik)

    def lead(self, omgeving: Omgeving) -> tuple[Blok, ...]:
        """What the verslag begins with because all the rest leads up to it; () for most kinds."""
        return ()

    def appendix(self, omgeving: Omgeving) -> Bijlage | None:
        """What `report` left for the end of the verslag; None for most kinds."""
        return None

    def left_out(self, omgeving: Omgeving) -> int:
        """How many records stay out of the verslag because they, or all they are about, are the facilitator's own."""
        raise NotImplementedError

    def kernvraag(self, omgeving: Omgeving) -> str:
        """The question that later steps keep in view; "" when this content gives none."""
        return ""

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
    OPVOLGBAAR: ClassVar[bool] = False
    """Whether its records, or what lives inside them, can be followed up in later sessions."""

    uit: Annotated[
        str,
        Veld(
            "Neemt over uit", hulp="Uit welke soort sessies komt de inhoud waarmee deze stap begint? Zoals: jaarronde."
        ),
    ] = ""
    periode: Annotated[
        Periode, Veld("Periode", "keuze", "Uit welke sessies: dit jaar, de laatste, of alle?", PERIODES)
    ] = "dit jaar"
    records: tuple[Record, ...] = ()

    @property
    def soorten(self) -> tuple[str, ...]:
        """The soorten of sessions that it takes over from."""
        return split_soorten(self.uit)

    def take_over(self, bron: Omgeving, overname: Callable[[Record], Overname]) -> Iterable[Record]:
        """What this kind takes over from an earlier session: by default its records of the same type.

        Args:
            bron: the earlier session, with everything in it.
            overname: where a record of it comes from. The caller gives each record its new id.
        """
        records = (one for one in bron.records.values() if type(one) is self.RECORD)
        return (msgspec.structs.replace(one, overgenomen=overname(one)) for one in records)

    def is_about(self, record: Record, bron: Omgeving, kader: Kader) -> bool:
        """Whether what `take_over` gives comes back in a session about `kader`: by default all does."""
        return True

    def take_in(self, records: Iterable[Record]) -> Self:
        """The same bouwsteen with what was taken over, which by default comes at the end."""
        return self.with_records((*self.records, *records))

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
        """A table of the records with a column per field that is in use, long texts below it.

        What was taken over stands per session that it comes from.
        """
        blokken: list[Blok] = []
        for uit, records in group_herkomst(self.printed()):
            blokken += [Kop(2, tekst(uit))] if uit else []
            blokken += report_records(records, omgeving, self.TITEL)
        return tuple(blokken)

    def left_out(self, omgeving: Omgeving) -> int:
        """The records that are not in `shown`."""
        return len(self.records) - len(self.shown(omgeving))

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
        """Every text in it as paragraphs, except ids and names of kinds, and what is the facilitator's own."""
        kop = f"Deze versie van het programma kent de bouwsteen '{self.soort}' niet. Dit staat erin:"
        return (
            Alinea(tekst(kop)),
            *(Alinea(tekst(woord)) for woord in texts_of(self.ruw) if woord.strip() and woord not in omgeving.records),
        )

    def left_out(self, omgeving: Omgeving) -> int:
        """What is marked as the facilitator's own in the tree."""
        return count_own(self.ruw)

    def missing(self, omgeving: Omgeving) -> tuple[str, ...]:
        """That it needs a newer version."""
        return (f"De bouwsteen '{self.soort}' hoort bij een nieuwere versie van het programma.",)
