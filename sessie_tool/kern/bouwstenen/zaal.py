"""What the room sees of records: short lines, large enough to read from a chair. Nothing that is the facilitator's own.

A kind shows its records with `list_regels`; where the work asks for another form it changes `Bouwsteen.zaal`.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from sessie_tool.kern.bouwstenen.rapport import show_waarde
from sessie_tool.kern.document import plain
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal
from sessie_tool.kern.veld import Veld, velden

LANGSTE = 600
"""So many characters of one text; who wants to read more reads the verslag."""
MEESTE = 150
"""So many records: two screens full. Earlier ones are counted."""


class Zaalregel(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line in the room.

    Attributes:
        tekst: what it says.
        nummer: by which people call it, "" without one.
        bij: its characteristics, in a few words.
        label: what field of the record above it this is.
        diep: whether it belongs to the line above.
        id: of the record that it shows, "" without one.
    """

    tekst: str
    nummer: str = ""
    bij: str = ""
    diep: bool = False
    label: str = ""
    id: str = ""


class Zaallijst(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the room sees of a step.

    Attributes:
        kop: how much there is: '12 signalen · 3 nog niet ingedeeld'.
        eerder: how many records before the first line are left out.
        boven: whether one reads it from the top; of a list that grows the end is in view.
    """

    kop: str = ""
    regels: tuple[Zaalregel, ...] = ()
    eerder: int = 0
    boven: bool = False


class Zaalblik(msgspec.Struct, frozen=True):
    """What the facilitator lets the room see of one step beside the list: names, dots, the result."""

    namen: bool = False
    stippen: bool = False
    uitslag: bool = False


def list_regels(records: Sequence[Record], omgeving: Omgeving, blik: Zaalblik) -> Zaallijst:
    """Records as lines, the newest ones when there are many, with a count per type of record."""
    aantallen: dict[type[Record], int] = {}
    for one in records:
        aantallen[type(one)] = aantallen.get(type(one), 0) + 1
    kop = " · ".join(format_aantal(aantal, cls.ENKEL, cls.MEERVOUD) for cls, aantal in aantallen.items())
    getoond = records[-MEESTE:]
    return Zaallijst(kop, tuple(show_record(one, omgeving, blik) for one in getoond), len(records) - len(getoond))


def show_record(record: Record, omgeving: Omgeving, blik: Zaalblik) -> Zaalregel:
    """One record as a line: number, text, and its short fields."""
    delen = [_short(veld, getattr(record, name), omgeving) for name, veld in _short_fields(type(record), blik.namen)]
    bij = " · ".join(deel for deel in delen if deel)
    return Zaalregel(cut(record.toontekst), omgeving.nummer(record.id), cut(bij), id=record.id)


def show_velden(record: Record, omgeving: Omgeving, blik: Zaalblik) -> tuple[Zaalregel, ...]:
    """One record large: its text, and each field that is filled in on a line of its own."""
    regels = [Zaalregel(cut(record.toontekst), omgeving.nummer(record.id), id=record.id)]
    for name, veld in _fields(type(record), blik.namen):
        value = getattr(record, name)
        inhoud = plain(show_waarde(veld, value, omgeving)) if value not in ("", (), None, False) else ""
        if inhoud.strip():
            regels.append(Zaalregel(cut(inhoud), diep=True, label=veld.label))
    return tuple(regels)


def cut(tekst: str) -> str:
    """A text of at most LANGSTE characters."""
    return tekst if len(tekst) <= LANGSTE else f"{tekst[: LANGSTE - 1]}…"


def tell_regels(zinnen: Iterable[str]) -> tuple[Zaalregel, ...]:
    """Sentences as lines."""
    return tuple(Zaalregel(cut(zin)) for zin in zinnen)


@cache
def _fields(cls: type[Record], namen: bool) -> tuple[tuple[str, Veld], ...]:  # noqa: FBT001  # a key of the cache
    """The fields beside its text that the room may see."""
    return tuple(
        (name, veld)
        for name, veld in velden(cls).items()
        if name not in ("bereik", cls.hoofdveld()) and veld.bereik == "verslag" and (namen or veld.vorm != "deelnemer")
    )


@cache
def _short_fields(cls: type[Record], namen: bool) -> tuple[tuple[str, Veld], ...]:  # noqa: FBT001  # a key of the cache
    """Those of them that stand in a list, too."""
    return tuple((name, veld) for name, veld in _fields(cls, namen) if veld.kolom)


def _short(veld: Veld, value: object, omgeving: Omgeving) -> str:
    """A field in a word: of a verwijzing only the numbers."""
    if veld.vorm == "verwijzing":
        ids = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        nummers = [omgeving.nummer(one) for one in ids if omgeving.is_printed(one)]
        return f"→ {', '.join(nummers)}" if nummers else ""
    if veld.vorm == "janee":
        return veld.label.lower() if value else ""
    return plain(show_waarde(veld, value, omgeving)) if value not in ("", (), None) else ""
