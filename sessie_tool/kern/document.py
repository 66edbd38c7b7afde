"""Document: the neutral form of a verslag; writers turn it into Word, Markdown and others.

A Document knows no sessions and no kinds: only headings, paragraphs, lists, tables and text. Text is text: nothing in
it is markup, except in an `Opmaak` block, which holds Markdown and is turned into blocks before the writers see it.
"""

from typing import Literal

import msgspec

MAX_NIVEAU = 6
"""The lowest level of a heading."""


class Tekst(msgspec.Struct, frozen=True, tag="tekst"):
    """A run of text."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    code: bool = False
    doorgehaald: bool = False


class Koppeling(msgspec.Struct, frozen=True, tag="koppeling"):
    """A link to an address outside the document."""

    tekst: str
    adres: str


class Verwijzing(msgspec.Struct, frozen=True, tag="verwijzing"):
    """A link to the block with this anker in the same document."""

    tekst: str
    anker: str


Inline = Tekst | Koppeling | Verwijzing
Inhoud = tuple[Inline, ...]


def tekst(inhoud: str, *, vet: bool = False, cursief: bool = False) -> Inhoud:
    """Plain text as content of a block; an empty string gives no content."""
    return (Tekst(inhoud, vet=vet, cursief=cursief),) if inhoud else ()


class Kop(msgspec.Struct, frozen=True, tag="kop"):
    """A heading; niveau 1 to MAX_NIVEAU, below the document's one title. No level is skipped."""

    niveau: int
    inhoud: Inhoud
    anker: str = ""


class Alinea(msgspec.Struct, frozen=True, tag="alinea"):
    """A paragraph. An empty one is not allowed: space comes from the styles."""

    inhoud: Inhoud
    rol: Literal["", "status", "citaat", "code"] = ""
    anker: str = ""


class Opmaak(msgspec.Struct, frozen=True, tag="opmaak"):
    """Markdown that a person typed; `resolve_opmaak` turns it into blocks."""

    markdown: str
    anker: str = ""


class Punt(msgspec.Struct, frozen=True, tag="punt"):
    """One item of a list: its blocks (the first is mostly an Alinea)."""

    blokken: "tuple[Blok, ...]"
    anker: str = ""


class Lijst(msgspec.Struct, frozen=True, tag="lijst"):
    """A list; numbered ones each start at `start`: 1 (or a) unless a person typed another first number."""

    punten: tuple[Punt, ...]
    nummering: Literal["", "cijfer", "letter"] = ""
    start: int = 1


class Rij(msgspec.Struct, frozen=True, tag="rij"):
    """A row of a table: one content per column."""

    cellen: tuple[Inhoud, ...]
    anker: str = ""


class Kolom(msgspec.Struct, frozen=True, tag="kolom"):
    """A column: its header and its share of the width (any unit)."""

    titel: str
    breedte: float = 1.0


class Tabel(msgspec.Struct, frozen=True, tag="tabel"):
    """A table with one header row, no merged cells.

    Attributes:
        bijschrift: the caption above it.
        beschrijving: what a reader who cannot see it must know: what the rows and columns are.
    """

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    bijschrift: str
    beschrijving: str = ""


Blok = Kop | Alinea | Opmaak | Lijst | Tabel


class Document(msgspec.Struct, frozen=True):
    """A whole document.

    Attributes:
        titel: the one title; also in the file's properties.
        ondertitel: a line below the title, or "".
        onderwerp: for the file's properties.
        moment: ISO moment of what the document shows; used for the file's dates, so equal input gives an equal file.
        bron_id: id of the session it shows, or "".
    """

    titel: str
    blokken: tuple[Blok, ...]
    ondertitel: str = ""
    onderwerp: str = ""
    moment: str = ""
    bron_id: str = ""


def plain(inhoud: Inhoud) -> str:
    """The bare text of a content."""
    return "".join(deel.tekst for deel in inhoud)


def lijst(regels: list[str], nummering: Literal["", "cijfer", "letter"] = "") -> Lijst:
    """A list of plain lines."""
    return Lijst(tuple(Punt((Alinea(tekst(regel)),)) for regel in regels if regel), nummering)
