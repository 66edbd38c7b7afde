"""Records in a verslag: their values as content, and a table of records of one type."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Inhoud,
    Kolom,
    Lijst,
    Opmaak,
    Punt,
    Rij,
    Tabel,
    Tekst,
    Verwijzing,
    tekst,
)
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.taal import format_aantal, format_datum, format_geld
from sessie_tool.kern.veld import Veld, velden

R = TypeVar("R", bound=Record)

_LIJSTTEKENS = frozenset("-–—•·*▪◦●○")
_BREED = 6.5
"""The share of the text when other fields stand below it; a column with a name or a date has 1,3."""


def show_waarde(veld: Veld, value: Any, omgeving: Omgeving) -> Inhoud:
    """One field's value as content of a document; () when it is empty."""
    if veld.vorm == "verwijzing":
        ids = (value,) if isinstance(value, str) and value else value or ()
        return _join([Verwijzing(omgeving.noem(one), one) for one in ids if omgeving.is_printed(one)])
    if veld.vorm == "datum":
        return tekst(format_datum(value))
    if veld.vorm == "janee":
        return tekst("ja" if value else "nee")
    if veld.vorm == "geld":
        return tekst("" if value is None else format_geld(value))
    if isinstance(value, tuple):
        return tekst(", ".join(value))
    return tekst("" if value is None else drop_merk(str(value)))


def drop_merk(waarde: str) -> str:
    """One line without the dash or dot of the list that it was copied from; a list in the verslag has its own."""
    if waarde[:1] not in _LIJSTTEKENS or not waarde[1:2].isspace() or "\n" in waarde:
        return waarde
    rest = waarde[2:].lstrip()
    return waarde if not rest or rest[0].isdigit() else rest  # '- 5 graden' is no item of a list


def name_text(waarde: str) -> str:
    """The text by which a record is shown; a blank one says so, since a paragraph may not be empty."""
    return drop_merk(waarde) if waarde.strip() else "(nog zonder tekst)"


def kop_tekst(record: Record, omgeving: Omgeving) -> str:
    """'Rode draad 3: Netcongestie remt de nieuwbouw': how a heading names a record, beside a number of its own."""
    naam = call_record(record, omgeving)
    return naam[:1].upper() + naam[1:]


def call_record(record: Record, omgeving: Omgeving) -> str:
    """'rode draad 3: Netcongestie remt de nieuwbouw': a record with the words that people call it by."""
    return f"{record.ENKEL} {omgeving.nummer(record.id)}: {name_text(record.hoofdtekst)}"


def _join(delen: list[Verwijzing]) -> Inhoud:
    inhoud: list[Tekst | Verwijzing] = []
    for deel in delen:
        inhoud += [Tekst("; "), deel] if inhoud else [deel]
    return tuple(inhoud)


def number_punten(punten: Iterable[tuple[str, Punt]], omgeving: Omgeving) -> tuple[Lijst, ...]:
    """Items, each with the id of its record, as a list under the numbers by which people call them."""
    lijsten: list[Lijst] = []
    for record_id, punt in punten:
        nummer = omgeving.nummers.get(record_id, 1)
        vorige = lijsten[-1] if lijsten else None
        if vorige and vorige.start + len(vorige.punten) == nummer:
            lijsten[-1] = Lijst((*vorige.punten, punt), "cijfer", vorige.start)
        else:
            lijsten.append(Lijst((punt,), "cijfer", nummer))
    return tuple(lijsten)


def group_herkomst(records: Iterable[R]) -> list[tuple[str, tuple[R, ...]]]:
    """The records per session that they come from, each with its heading; "" when nothing was taken over."""
    groepen: dict[str, list[R]] = {}
    for record in records:
        groepen.setdefault(record.overgenomen.uit if record.overgenomen else "", []).append(record)
    eigen = "Uit deze sessie" if len(groepen) > 1 else ""
    return [(uit or eigen, tuple(groep)) for uit, groep in groepen.items()]


def report_records(records: tuple[Record, ...], omgeving: Omgeving, titel: str) -> tuple[Blok, ...]:
    """Records of one type as a table: number, text, and a column per field with `kolom` that has a value somewhere.

    The other fields stand below the text in the same cell, so that the columns stay wide enough to read. A field with
    `vorm` tekst (Markdown) does not fit in a cell: it follows below the table, with the number in front.
    """
    if not records:
        return ()
    cls = type(records[0])
    kolommen, erbij, lang = _divide(records)
    breedtes = [_BREED if erbij else 4.0, *[1.3] * (len(kolommen) - 1)]
    tabel = Tabel(
        kolommen=(
            Kolom("Nr.", 0.6),
            *(Kolom(velden(cls)[n].label, b) for n, b in zip(kolommen, breedtes, strict=True)),
        ),
        rijen=tuple(_row(record, kolommen, erbij, omgeving) for record in records),
        bijschrift=_caption(titel, format_aantal(len(records), cls.ENKEL, cls.MEERVOUD), cls),
        beschrijving=f"Elke rij is een {cls.ENKEL}; de kolommen zijn nummer, "
        + ", ".join(velden(cls)[name].label.lower() for name in kolommen)
        + ".",
    )
    return (tabel, *_long_texts(records, lang, omgeving))


def _divide(records: tuple[Record, ...]) -> tuple[list[str], list[str], list[str]]:
    """The fields that have a value somewhere: those with a column, those below the text, those below the table."""
    cls = type(records[0])
    kop = cls.hoofdveld()
    used = [name for name in velden(cls) if _is_printed(cls, name) and any(_filled(record, name) for record in records)]
    kolommen = [kop, *(name for name in used if name != kop and velden(cls)[name].kolom)]
    erbij = [name for name in used if name not in kolommen and velden(cls)[name].vorm != "tekst"]
    return kolommen, erbij, [name for name in used if name not in kolommen + erbij]


def _caption(titel: str, aantal: str, cls: type[Record]) -> str:
    """'8 signalen', or 'Uit de wijk: 8 signalen' when the title says something else than the count does."""
    return aantal if titel.casefold() == cls.MEERVOUD.casefold() else f"{titel}: {aantal}"


def _is_printed(cls: type[Record], name: str) -> bool:
    return name != "bereik" and velden(cls)[name].bereik == "verslag"


def _filled(record: Record, name: str) -> bool:
    return getattr(record, name) not in ("", (), None)


def _row(record: Record, kolommen: list[str], erbij: list[str], omgeving: Omgeving) -> Rij:
    cls = type(record)
    kop = show_waarde(velden(cls)[kolommen[0]], getattr(record, kolommen[0]), omgeving)
    if record.toontekst != record.hoofdtekst:
        kop = tekst(record.toontekst)
    cellen = [kop, *(show_waarde(velden(cls)[name], getattr(record, name), omgeving) for name in kolommen[1:])]
    for name in erbij:
        waarde = show_waarde(velden(cls)[name], getattr(record, name), omgeving)
        if waarde:
            cellen[0] = (*cellen[0], *tekst(f"\n{velden(cls)[name].label}: ", cursief=True), *waarde)
    return Rij((tekst(omgeving.nummer(record.id)), *cellen), anker=record.id)


def _long_texts(records: tuple[Record, ...], names: list[str], omgeving: Omgeving) -> tuple[Blok, ...]:
    blokken: list[Blok] = []
    for record in records:
        for name in names:
            if _filled(record, name):
                kop = f"{velden(type(record))[name].label} bij {omgeving.noem(record.id)}:"
                blokken += [Alinea(tekst(kop, vet=True)), Opmaak(getattr(record, name))]
    return tuple(blokken)
