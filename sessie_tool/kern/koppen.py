"""Koppen: the numbers of headings, counted and never typed; writers that cannot count show them as text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sessie_tool.kern.document import Blok, Inhoudsopgave, Kop, drop_noten, plain
from sessie_tool.kern.taal import letter

NIVEAUS = 3
"""So many levels have a number; a longer number nobody reads."""

_MINSTE = 3
"""With fewer headings there is nothing to look up."""


class Genummerd(NamedTuple):
    """A heading and its place.

    Attributes:
        plaatsen: its place at each level, (3, 1) for 3.1; () for a heading without a number.
        is_bijlage: whether it stands in an appendix, so that its first place is a letter.
    """

    kop: Kop
    plaatsen: tuple[int, ...] = ()
    is_bijlage: bool = False

    @property
    def nummer(self) -> str:
        """'3.1', 'Bijlage A:' or 'A.1'; "" for a heading without a number."""
        if not self.is_bijlage:
            return ".".join(map(str, self.plaatsen))
        eerste, *rest = self.plaatsen
        return ".".join([letter(eerste).upper(), *map(str, rest)]) if rest else f"Bijlage {letter(eerste).upper()}:"

    @property
    def titel(self) -> str:
        """Its text on one line, without its notes."""
        return " ".join(plain(drop_noten(self.kop.inhoud)).split())


def count_koppen(blokken: Iterable[Blok]) -> Iterator[Genummerd]:
    """Every heading with its place, in the order of the document."""
    tellers = {"cijfer": 0, "letter": 0}
    plaatsen: list[int] = []
    is_bijlage = False
    for kop in (blok for blok in blokken if isinstance(blok, Kop)):
        if kop.niveau == 1:
            is_bijlage = kop.nummering == "letter"
            plaatsen = []
            if kop.nummering:
                tellers[kop.nummering] += 1
                plaatsen = [tellers[kop.nummering]]
        elif plaatsen and kop.niveau <= NIVEAUS:
            plaatsen = [*plaatsen, 0, 0][: kop.niveau]
            plaatsen = [*(max(1, een) for een in plaatsen[:-1]), plaatsen[-1] + 1]
        shown = tuple(plaatsen) if kop.niveau <= NIVEAUS else ()
        yield Genummerd(kop, shown, is_bijlage and bool(shown))


def list_inhoud(opgave: Inhoudsopgave, koppen: Iterable[Genummerd]) -> list[Genummerd]:
    """The headings that a table of contents shows; none when there are too few to look something up in."""
    gekozen = [een for een in koppen if een.kop.niveau <= opgave.niveaus and een.titel]
    return gekozen if len(gekozen) >= _MINSTE else []
