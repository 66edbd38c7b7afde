"""Momentopname: what a file said of each record when it was made, and what a person changed in that file since.

The base of a way back from Word: of the three (the session then, the file now, the session now) this knows the first
two. It holds only what is printed, so never what is the facilitator's own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from sessie_tool.kern.document import Alinea, Blok, Document, Inhoud, Inline, Kop, Lijst, Noot, Passage, Tabel, Tekst
from sessie_tool.kern.taal import letter

_LETTERS = 26
"""Behind z the letters of a list are typed."""


class Regel(msgspec.Struct, frozen=True):
    """One printed paragraph, or one row of a table.

    Attributes:
        ankers: the records that it shows; () for what shows none.
        cellen: its text, per cell of a row.
        is_los: whether it stands by itself: a row or an item beside those of records, and every heading.
        stukken: the records that are a few words in it, with those words.
    """

    ankers: tuple[str, ...]
    cellen: tuple[str, ...]
    is_los: bool = False
    stukken: tuple[tuple[str, str], ...] = ()


class Afdruk(msgspec.Struct, frozen=True):
    """What is printed of one record: its own row or paragraph, cell by cell, and then the paragraphs under it.

    Attributes:
        is_stuk: whether it is only a few words in a paragraph, such as an advies in a reflectie.
    """

    id: str
    teksten: tuple[str, ...]
    is_stuk: bool = False


class Momentopname(msgspec.Struct, frozen=True):
    """What a file said when it was made.

    Attributes:
        sessie: id of the session.
        revisie: which version of it; 0 when that is not known.
        afdrukken: its records, each once.
        los: rows and items that show no record, such as those of a table that a person typed.
        merken: name of a bookmark → the record.
    """

    sessie: str
    revisie: int
    afdrukken: tuple[Afdruk, ...]
    los: tuple[str, ...] = ()
    merken: dict[str, str] = {}


class Verandering(msgspec.Struct, frozen=True):
    """A record whose printed text is not what it was."""

    id: str
    toen: tuple[str, ...]
    nu: tuple[str, ...]


class Veranderingen(msgspec.Struct, frozen=True):
    """What a person did to a file.

    Attributes:
        anders: the records with another text.
        weg: the records that are gone.
        nieuw: rows and items that were not there, each as the text of its cells.
    """

    anders: tuple[Verandering, ...] = ()
    weg: tuple[str, ...] = ()
    nieuw: tuple[tuple[str, ...], ...] = ()


def take_momentopname(document: Document, clean: Callable[[str], str] = str) -> Momentopname:
    """What a document prints of each record.

    Args:
        document: its Opmaak is resolved.
        clean: gives a text as it is printed, where a file cannot hold every character.
    """
    afdrukken, los = gather(list_regels(document.blokken, clean))
    return Momentopname(document.bron_id, document.revisie, afdrukken, tuple(fold(" ".join(een)) for een in los))


def compare_momentopname(toen: Momentopname, nu: Iterable[Regel]) -> Veranderingen:
    """What changed in a file since it was made.

    Args:
        toen: what it said then.
        nu: its paragraphs and rows as they are now.
    """
    afdrukken, los = gather(nu)
    nieuwe = {een.id: een.teksten for een in afdrukken}
    paren = [(een, nieuwe[een.id]) for een in toen.afdrukken if een.id in nieuwe]
    bekend = set(toen.los)
    return Veranderingen(
        tuple(Verandering(een.id, een.teksten, tekst) for een, tekst in paren if een.teksten != tekst),
        tuple(een.id for een in toen.afdrukken if een.id not in nieuwe),
        tuple(een for een in los if fold(" ".join(een)) not in bekend),
    )


def gather(regels: Iterable[Regel]) -> tuple[tuple[Afdruk, ...], tuple[tuple[str, ...], ...]]:
    """The records with their text, each the first time that it is shown, and what stands by itself."""
    gevonden: dict[str, list[str]] = {}
    los: list[tuple[str, ...]] = []
    stukken: set[str] = set()
    open_: list[list[str]] = []
    for regel in regels:
        eigen = [anker for anker in regel.ankers if anker not in gevonden]
        if eigen:
            open_ = [gevonden.setdefault(anker, list(regel.cellen)) for anker in eigen]
        elif regel.is_los:
            open_ = []
            los.append(regel.cellen)
        else:
            for hier in open_:
                hier.extend(regel.cellen)
        for anker, tekst in regel.stukken:
            if anker not in gevonden:
                gevonden[anker] = [tekst]
                stukken.add(anker)
    return tuple(Afdruk(een, tuple(teksten), een in stukken) for een, teksten in gevonden.items()), tuple(los)


def fold(tekst: str) -> str:
    """A text with every run of white space as one space: programs differ in the rest."""
    return " ".join(tekst.split())


def list_regels(blokken: Sequence[Blok], clean: Callable[[str], str]) -> Iterator[Regel]:
    """The paragraphs and rows of a document, without captions and the heads of tables."""
    for blok in blokken:
        if isinstance(blok, (Kop, Alinea)):
            yield from _make_regel(blok.anker, (blok.inhoud,), clean, is_los=isinstance(blok, Kop))
        elif isinstance(blok, Tabel):
            is_los = any(rij.anker for rij in blok.rijen)
            for rij in blok.rijen:
                yield from _make_regel(rij.anker, rij.cellen, clean, is_los=is_los)
        elif isinstance(blok, Lijst):
            yield from _list_punten(blok, clean)


def _list_punten(lijst: Lijst, clean: Callable[[str], str]) -> Iterator[Regel]:
    is_los = any(punt.anker for punt in lijst.punten)
    for nummer, punt in enumerate(lijst.punten, lijst.start):
        label = f"{letter(nummer)}. " if lijst.nummering == "letter" and nummer > _LETTERS else ""
        for plaats, regel in enumerate(list_regels(punt.blokken, clean)):
            if plaats:
                yield regel
                continue
            cellen = (label + regel.cellen[0], *regel.cellen[1:])
            eigen = tuple(filter(None, (punt.anker, *regel.ankers)))
            yield msgspec.structs.replace(regel, ankers=eigen, cellen=cellen, is_los=is_los or regel.is_los)


def _make_regel(
    anker: str, cellen: tuple[Inhoud, ...], clean: Callable[[str], str], *, is_los: bool
) -> Iterator[Regel]:
    teksten = tuple([" ".join(clean(show(cel)).split()) for cel in cellen])
    if any(teksten):
        yield Regel((anker,) if anker else (), teksten, is_los, _passages(cellen, clean))


def show(inhoud: Inhoud) -> str:
    """The text of a content as it stands in its paragraph; notes stand elsewhere."""
    if len(inhoud) == 1 and isinstance(inhoud[0], Tekst):
        return inhoud[0].tekst
    return "".join([_show_deel(deel) for deel in inhoud])


def _show_deel(deel: Inline) -> str:
    if isinstance(deel, Passage):
        return show(deel.inhoud) + (f" ({deel.label})" if deel.label else "")
    return "" if isinstance(deel, Noot) else deel.tekst


def _passages(cellen: tuple[Inhoud, ...], clean: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    delen = [deel for cel in cellen for deel in cel if isinstance(deel, Passage)]
    return tuple((deel.anker, fold(clean(show(deel.inhoud)))) for deel in delen if deel.anker)
