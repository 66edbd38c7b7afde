"""The neutral form of a report that was read: blocks, whatever kind of file they came from."""

from typing import Literal

import msgspec

Waar = Literal[
    "voetnoot",
    "opmerking",
    "koptekst",
    "voettekst",
    "inhoudsopgave",
    "afbeelding",
    "verwijderde tekst",
    "verborgen tekst",
]
"""Where a note stood: outside the running text."""


class Kop(msgspec.Struct, frozen=True):
    """A heading.

    Attributes:
        niveau: 0 for the title of the document, then from 1.
        tekst: plain text, without its number.
        merk: its number as it was shown ('2.1'), or "".
        opmaak: the text as Markdown, where that is more than the plain text (a footnote).
    """

    niveau: int
    tekst: str
    merk: str = ""
    opmaak: str = ""


class Alinea(msgspec.Struct, frozen=True):
    """A paragraph.

    Attributes:
        tekst: plain text.
        opmaak: the same as Markdown.
        vet: whether all of it is bold, underlined or in capitals, so that it may be a heading.
        vast: whether it is never a heading (a text box, a quotation).
    """

    tekst: str
    opmaak: str
    vet: bool = False
    vast: bool = False


class Lijstpunt(msgspec.Struct, frozen=True):
    """An item of a list with its own marker ('a.', '2)', '-').

    Attributes:
        diepte: 0 for an item of the list itself.
        vet: see `Alinea`.
    """

    tekst: str
    opmaak: str
    merk: str = "-"
    diepte: int = 0
    vet: bool = False


class Tabel(msgspec.Struct, frozen=True):
    """A table; every row has as many cells as the widest."""

    rijen: "tuple[tuple[Cel, ...], ...]"


class Noot(msgspec.Struct, frozen=True):
    """Text from outside the running text.

    Attributes:
        merk: the mark in the text that points at it ('1' for `[^1]`), or "".
    """

    waar: Waar
    tekst: str
    opmaak: str
    merk: str = ""


Blok = Kop | Alinea | Lijstpunt | Tabel | Noot
Cel = tuple[Blok, ...]


class Rapport(msgspec.Struct, frozen=True):
    """A file that was read.

    Attributes:
        naam: the name of the file, without its ending.
        titel: the title in the properties of the file, or "".
        gemaakt: the ISO date in the properties of the file, or "".
        meldingen: what could not be read of it, Dutch sentences.
    """

    naam: str
    blokken: tuple[Blok, ...]
    titel: str = ""
    gemaakt: str = ""
    meldingen: tuple[str, ...] = ()


def rich_of(blok: Blok) -> str:
    """The Markdown of a block; "" for a table, which has none of its own."""
    return "" if isinstance(blok, Tabel) else blok.opmaak


def text_of(blok: Blok) -> str:
    """The plain text of a block without its marker; "" for a table."""
    return "" if isinstance(blok, Tabel) else blok.tekst


def cell_text(cel: Cel, *, opmaak: bool = False) -> str:
    """A cell on one line; its paragraphs are kept apart by a slash."""
    return " / ".join(filter(None, (" ".join(block_text(blok, opmaak=opmaak).split()) for blok in cel)))


def block_text(blok: Blok, *, opmaak: bool = False) -> str:
    """The text of a block, plain or as Markdown; a marker of an item that says something stays before it."""
    if isinstance(blok, Tabel):
        return "\n".join(" | ".join(cell_text(cel, opmaak=opmaak) for cel in rij) for rij in blok.rijen)
    tekst = (blok.opmaak or blok.tekst) if opmaak else blok.tekst
    merk = blok.merk if isinstance(blok, (Kop, Lijstpunt)) else ""
    return f"{merk} {tekst}" if merk and merk != "-" else tekst
