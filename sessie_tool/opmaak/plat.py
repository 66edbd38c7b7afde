"""Plat: what Markdown says once its marks are read, as text on end."""

from collections.abc import Iterable, Iterator

from sessie_tool.kern.document import Alinea, Blok, Inhoud, Inline, Kop, Koppeling, Lijst, Noot, Passage, Tabel
from sessie_tool.opmaak import read_opmaak


def read_plat(markdown: str) -> str:
    """'Dat zei J**ansen**' → 'Dat zei Jansen'."""
    return "\n\n".join(_lines(read_opmaak(markdown)))


def _lines(blokken: Iterable[Blok]) -> Iterator[str]:
    for blok in blokken:
        if isinstance(blok, Lijst):
            for punt in blok.punten:
                yield from _lines(punt.blokken)
        elif isinstance(blok, Tabel):
            yield "; ".join(kolom.titel for kolom in blok.kolommen)
            yield from ("; ".join(map(_text, rij.cellen)) for rij in blok.rijen)
        elif isinstance(blok, (Alinea, Kop)):
            yield _text(blok.inhoud)


def _text(inhoud: Inhoud) -> str:
    return "".join(map(_part, inhoud))


def _part(deel: Inline) -> str:
    if isinstance(deel, Noot):
        return f" ({_text(deel.inhoud)})"
    if isinstance(deel, Passage):
        return _text(deel.inhoud)
    return f"{deel.tekst} ({deel.adres})" if isinstance(deel, Koppeling) and deel.adres != deel.tekst else deel.tekst
