"""Ankers: the places in a Document that one can point at."""

from collections.abc import Iterable, Iterator

from sessie_tool.kern.document import Alinea, Blok, Inline, Kop, Lijst, Noot, Passage, Tabel, Tekst


def list_ankers(blokken: Iterable[Blok]) -> Iterator[str]:
    """Every anker in the blocks, in their order."""
    for blok in blokken:
        if isinstance(blok, Tabel):
            yield from _ankers_in_tabel(blok)
        elif isinstance(blok, Lijst):
            for punt in blok.punten:
                yield from [punt.anker] if punt.anker and punt.blokken else []
                yield from list_ankers(punt.blokken)
        elif isinstance(blok, (Alinea, Kop)):
            yield from [blok.anker] if blok.anker else []
            yield from [anker for deel in blok.inhoud for anker in _ankers_in(deel)]


def _ankers_in_tabel(tabel: Tabel) -> Iterator[str]:
    for rij in tabel.rijen:
        if rij.anker:
            yield rij.anker
        for cel in rij.cellen:
            for deel in cel:
                if not isinstance(deel, Tekst):  # a cell is plain text mostly, and a large table has many of them
                    yield from _ankers_in(deel)


def _ankers_in(deel: Inline) -> list[str]:
    if not isinstance(deel, (Noot, Passage)):
        return []
    eigen = [deel.anker] if isinstance(deel, Passage) and deel.anker else []
    return [*eigen, *(anker for kind in deel.inhoud for anker in _ankers_in(kind))]
