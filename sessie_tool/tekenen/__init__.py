"""Tekenen: the figures of a Document as pictures. The only place that knows Pillow, and only when there is a figure.

ONE table: kind of drawing → its module with a `draw`. The same drawing gives the same bytes.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, Protocol

import msgspec

from sessie_tool.kern.document import Afbeelding, Blok, Document, Figuur, Lijst
from sessie_tool.kern.tekening import Keten, Levenslijnen, Lijnen, Raster, Staven, Tekening


class Getekend(Protocol):
    """What a draw gives."""

    breedte: float
    hoogte: float

    def png(self) -> bytes:
        """The picture as a file."""


def _lazy(module: str) -> Callable[[Any], Getekend]:
    def draw(tekening: Tekening) -> Getekend:
        getekend: Getekend = import_module(f"{__name__}.{module}").draw(tekening)
        return getekend

    return draw


TEKENAARS: dict[type, Callable[[Any], Getekend]] = {
    Keten: _lazy("keten"),
    Staven: _lazy("staven"),
    Lijnen: _lazy("lijnen"),
    Raster: _lazy("raster"),
    Levenslijnen: _lazy("levenslijnen"),
}


def resolve_figuren(document: Document) -> Document:
    """The document with every Figuur drawn."""
    return msgspec.structs.replace(document, blokken=_resolve(document.blokken))


def _resolve(blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    return tuple(_resolve_blok(blok) for blok in blokken)


def _resolve_blok(blok: Blok) -> Blok:
    if isinstance(blok, Lijst):
        punten = (msgspec.structs.replace(punt, blokken=_resolve(punt.blokken)) for punt in blok.punten)
        return msgspec.structs.replace(blok, punten=tuple(punten))
    return draw_figuur(blok) if isinstance(blok, Figuur) else blok


def draw_figuur(figuur: Figuur) -> Afbeelding:
    """A figure as a picture, with the same words."""
    getekend = TEKENAARS[type(figuur.tekening)](figuur.tekening)
    return Afbeelding(getekend.png(), getekend.breedte, getekend.hoogte, figuur.alternatief, figuur.bijschrift)
