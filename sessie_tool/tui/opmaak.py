"""Markdown from a sjabloon as Content: bold, lists and paragraphs, never markup of the screen."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from sessie_tool.kern.document import Alinea, Blok, Inhoud, Kop, Koppeling, Lijst, Tabel, Tekst, plain
from sessie_tool.kern.taal import letter
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.opmaak import read_opmaak


def format_opmaak(markdown: str) -> Content:
    """The text as lines; a list keeps its numbers or dots."""
    return Content("\n").join(_lines(read_opmaak(markdown)))


def _lines(blokken: Iterable[Blok]) -> Iterator[Content]:
    for blok in blokken:
        if isinstance(blok, Lijst):
            for nummer, punt in enumerate(blok.punten, blok.start):
                teken = {"cijfer": f"{nummer}. ", "letter": f"{letter(nummer)}. "}.get(blok.nummering, "• ")
                for regel in _lines(punt.blokken):
                    yield Content.assemble(teken, regel)
                    teken = " " * len(teken)
        elif isinstance(blok, Tabel):
            for rij in blok.rijen:
                cellen = zip(blok.kolommen, rij.cellen, strict=False)
                yield Content("; ".join(f"{kolom.titel}: {plain(cel)}" for kolom, cel in cellen if cel))
        elif isinstance(blok, (Alinea, Kop)):
            yield _inline(blok.inhoud, vet=isinstance(blok, Kop))


def _inline(inhoud: Inhoud, *, vet: bool) -> Content:
    return Content("").join(
        Content.styled(show_tekst(deel.tekst), "bold")
        if vet or (isinstance(deel, Tekst) and deel.vet)
        else Content(show_tekst(f"{deel.tekst} ({deel.adres})" if isinstance(deel, Koppeling) else deel.tekst))
        for deel in inhoud
    )
