"""Markdown as Content: bold, lists and paragraphs, never markup of the screen."""

import re
from collections.abc import Callable, Iterable, Iterator

from textual.content import Content

from sessie_tool.kern.document import (
    Alinea,
    Blok,
    Inhoud,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Stuk,
    Tabel,
    Tekst,
    flatten,
    plain,
)
from sessie_tool.kern.taal import letter
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.opmaak import read_opmaak

Toon = Callable[[Inhoud], Iterable[Stuk]]
"""What of a content is shown at its place: notes and passages as pieces of text."""

_INSPRONG = re.compile(r" *(?:• |\d+\. )?")
_PASSAGE = re.compile(r"==(?=\S)(?:(?!==).)+(?<=\S)==", re.DOTALL)


def format_opmaak(markdown: str) -> Content:
    """The text as lines; a list keeps its numbers or dots."""
    return Content("\n").join(_lines(read_opmaak(markdown), flatten))


def format_voorbeeld(markdown: str) -> Content:
    """About as it will look: an empty line between paragraphs, passages bold, notes as numbers with the text below."""
    noten: list[Inhoud] = []

    def show(inhoud: Inhoud) -> Iterator[Stuk]:
        for deel in inhoud:
            if isinstance(deel, Noot):
                noten.append(deel.inhoud)
                yield Tekst(f"[{len(noten)}]", vet=True)
            else:
                yield from flatten((deel,))

    delen = [Content("\n").join(_lines([blok], show)) for blok in read_opmaak(markdown)]
    onder = [
        Content.assemble((f"[{nummer}]", "bold"), " ", _inline(flatten(noot), vet=False))
        for nummer, noot in enumerate(noten, 1)
    ]
    delen += [Content("\n").join([Content("───"), *onder])] if onder else []
    return _embolden_passages(Content("\n\n").join(delen))


def wrap_voorbeeld(voorbeeld: Content, breedte: int) -> list[Content]:
    """The lines for a width in cells; what follows in an item of a list stands below its words, not below its sign."""
    return [deel for regel in voorbeeld.split("\n", allow_blank=True) for deel in _wrap_regel(regel, breedte)]


def _wrap_regel(regel: Content, breedte: int) -> Iterator[Content]:
    found = _INSPRONG.match(regel.plain)
    diep = found.end() if found and found.end() <= breedte // 2 else 0
    voor = regel[:diep]
    for deel in regel[diep:].wrap(breedte - diep) or [Content("")]:
        yield Content.assemble(voor, deel)
        voor = Content(" " * diep)


def _lines(blokken: Iterable[Blok], show: Toon) -> Iterator[Content]:
    for blok in blokken:
        if isinstance(blok, Lijst):
            for nummer, punt in enumerate(blok.punten, blok.start):
                teken = {"cijfer": f"{nummer}. ", "letter": f"{letter(nummer)}. "}.get(blok.nummering, "• ")
                yield from _indent(teken, _lines(punt.blokken, show))
        elif isinstance(blok, Tabel):
            for rij in blok.rijen:
                cellen = zip(blok.kolommen, rij.cellen, strict=False)
                yield Content("; ".join(show_tekst(f"{kolom.titel}: {plain(cel)}") for kolom, cel in cellen if cel))
        elif isinstance(blok, (Alinea, Kop)):
            yield _inline(show(blok.inhoud), vet=isinstance(blok, Kop))


def _indent(teken: str, regels: Iterable[Content]) -> Iterator[Content]:
    """The lines behind a sign; those after the first stand as far in."""
    for regel in regels:
        for deel in regel.split("\n", allow_blank=True):
            yield Content.assemble(teken, deel)
            teken = " " * len(teken)


def _inline(stukken: Iterable[Stuk], *, vet: bool) -> Content:
    return Content("").join(
        Content.styled(
            show_tekst(f"{deel.tekst} ({deel.adres})" if isinstance(deel, Koppeling) else deel.tekst),
            " ".join(_stijlen(deel, vet=vet)),
        )
        for deel in stukken
    )


def _stijlen(deel: Stuk, *, vet: bool) -> Iterator[str]:
    if vet or (isinstance(deel, Tekst) and deel.vet):
        yield "bold"
    if isinstance(deel, Tekst) and deel.cursief:
        yield "italic"
    if isinstance(deel, Tekst) and deel.doorgehaald:
        yield "strike"


def _embolden_passages(tekst: Content) -> Content:
    """The text with every ==passage== bold and without its signs."""
    plaatsen = [plaats for vondst in _PASSAGE.finditer(tekst.plain) for plaats in vondst.span()]
    delen = tekst.divide(plaatsen)
    for index in range(1, len(delen), 2):
        delen[index] = delen[index][2:-2].stylize("bold")
    return Content("").join(delen)
