"""Document: the neutral form of a verslag; writers turn it into Word, Markdown and others.

A Document knows no sessions and no kinds: only headings, paragraphs, lists, tables, figures and text. Text is text:
nothing in it is markup, except in an `Opmaak` block, which holds Markdown and is turned into blocks before the writers
see it.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from sessie_tool.kern.tekening import Tekening

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


class Noot(msgspec.Struct, frozen=True, tag="noot"):
    """A note that stands where its sentence is; a writer puts it where notes belong. There is no Noot inside it."""

    inhoud: "Inhoud"


class Passage(msgspec.Struct, frozen=True, tag="passage"):
    """Words that one can point at, such as an advies inside a reflectie: shown with emphasis, then '(label)'."""

    inhoud: "Inhoud"
    anker: str
    label: str


Stuk = Tekst | Koppeling | Verwijzing
"""What has a text of its own."""

Inline = Stuk | Noot | Passage
Inhoud = tuple[Inline, ...]


def tekst(inhoud: str, *, vet: bool = False, cursief: bool = False) -> Inhoud:
    """Plain text as content of a block; an empty string gives no content."""
    return (Tekst(inhoud, vet=vet, cursief=cursief),) if inhoud else ()


class Kop(msgspec.Struct, frozen=True, tag="kop"):
    """A heading; niveau 1 to MAX_NIVEAU, below the document's one title. No level is skipped.

    Attributes:
        nummering: of level 1: how it is counted. A chapter has a number, an appendix a letter; what stands below it
            counts along (see `sessie_tool.kern.koppen`). The number is never part of its text.
    """

    niveau: int
    inhoud: Inhoud
    anker: str = ""
    nummering: Literal["", "cijfer", "letter"] = ""


class Inhoudsopgave(msgspec.Struct, frozen=True, tag="inhoudsopgave"):
    """A table of contents; a writer makes its entries of the headings, so that nothing stands in a Document twice."""

    titel: str = "Inhoud"
    niveaus: int = 2


class Alinea(msgspec.Struct, frozen=True, tag="alinea"):
    """A paragraph. An empty one is not allowed: space comes from the styles."""

    inhoud: Inhoud
    rol: Literal["", "status", "citaat", "code"] = ""
    anker: str = ""


class Passagemerk(msgspec.Struct, frozen=True):
    """A marked passage that is known: the Markdown between its `==` signs, exactly as typed, and what it stands for."""

    tekst: str
    anker: str
    label: str


class Opmaak(msgspec.Struct, frozen=True, tag="opmaak"):
    """Markdown that a person typed; `resolve_opmaak` turns it into blocks.

    Attributes:
        passages: which `==passages==` in it are known; the signs of another one are text.
    """

    markdown: str
    anker: str = ""
    passages: tuple[Passagemerk, ...] = ()


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


class Figuur(msgspec.Struct, frozen=True, tag="figuur"):
    """A drawing; `resolve_figuren` turns it into an Afbeelding for the writers that show pictures.

    Attributes:
        tekening: what it shows; a table beside it holds the same in full.
        alternatief: tells in sentences what the drawing tells, for who does not see it.
        bijschrift: the caption above it.
    """

    tekening: Tekening
    alternatief: str
    bijschrift: str


class Afbeelding(msgspec.Struct, frozen=True, tag="afbeelding"):
    """A drawn figure: a PNG, its size in points, and the words of the Figuur."""

    png: bytes
    breedte: float
    hoogte: float
    alternatief: str
    bijschrift: str


Blok = Kop | Inhoudsopgave | Alinea | Opmaak | Lijst | Tabel | Figuur | Afbeelding


class Roepnaam(msgspec.Struct, frozen=True):
    """By what words people call things in the document: 'vraag a', 'vragen a en b'.

    Attributes:
        plaatsen: the number or letter, in small letters → the anker of what it means.
    """

    enkel: str
    meer: str
    plaatsen: dict[str, str]


class Wijzer(msgspec.Struct, frozen=True):
    """By what words the text points at parts of the document, for as long as its links are not made.

    Attributes:
        namen: names of people and organisations in which such words mean nothing.
    """

    roepnamen: tuple[Roepnaam, ...]
    namen: tuple[str, ...]


class Document(msgspec.Struct, frozen=True):
    """A whole document.

    Attributes:
        titel: the one title; also in the file's properties.
        ondertitel: a line below the title, or "".
        onderwerp: for the file's properties.
        moment: ISO moment of what the document shows; used for the file's dates, so equal input gives an equal file.
        bron_id: id of the session it shows, or "".
        status: "concept" or "vastgesteld", for the file's properties; "" for what has no status.
        revisie: which version of that session it shows; 0 when that is not known.
        datum: when the session was, in words, for a house style that shows it.
        plaats: where it was, for the same.
        wijzer: what `link_verwijzingen` needs; None when its links are made, or when there are none to make.
        schoon: takes names out of what a house style says around the document; None when they may stand there.
    """

    titel: str
    blokken: tuple[Blok, ...]
    ondertitel: str = ""
    onderwerp: str = ""
    moment: str = ""
    bron_id: str = ""
    status: Literal["", "concept", "vastgesteld"] = ""
    revisie: int = 0
    datum: str = ""
    plaats: str = ""
    wijzer: Wijzer | None = None
    schoon: Callable[[str], str] | None = None


def plain(inhoud: Inhoud) -> str:
    """The bare text of a content, with its notes between brackets."""
    return "".join([deel.tekst if isinstance(deel, Tekst) else _plain_of(deel) for deel in inhoud])


def _plain_of(deel: Inline) -> str:
    return "".join([stuk.tekst for stuk in flatten((deel,))])


def flatten(inhoud: Inhoud) -> Iterator[Stuk]:
    """The content for who has no place for notes and no way to point: a note stands between brackets in the text."""
    for deel in inhoud:
        if isinstance(deel, Noot):
            yield from (Tekst(" (noot: "), *flatten(deel.inhoud), Tekst(")"))
        elif isinstance(deel, Passage):
            yield from flatten(show_passage(deel))
        else:
            yield deel


def show_passage(passage: Passage) -> Inhoud:
    """The words of a passage in bold, and its label between brackets."""
    return (*embolden(passage.inhoud), *tekst(f" ({passage.label})" if passage.label else ""))


def embolden(inhoud: Inhoud) -> Inhoud:
    """The content with its text in bold."""
    return tuple(msgspec.structs.replace(deel, vet=True) if isinstance(deel, Tekst) else deel for deel in inhoud)


def drop_noten(inhoud: Inhoud) -> Inhoud:
    """The content as it stands in the text, where its notes stand elsewhere."""
    return tuple(deel for deel in inhoud if not isinstance(deel, Noot))


def lijst(regels: list[str], nummering: Literal["", "cijfer", "letter"] = "") -> Lijst:
    """A list of plain lines."""
    return Lijst(tuple(Punt((Alinea(tekst(regel)),)) for regel in regels if regel), nummering)
