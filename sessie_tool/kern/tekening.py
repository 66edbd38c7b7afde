"""Drawings as neutral values: what a figure shows, without knowing how it is drawn.

Words come from who makes the drawing, in full: what draws knows no language and may cut a long text with "…". So
beside every drawing stands a table with the same texts and numbers in full. Keep a drawing to what one page shows:
some twenty labels or rows. A sign is one that the letter has, such as = ≈ ≠ + − ×.
"""

from typing import Literal

import msgspec


class Pijl(msgspec.Struct, frozen=True):
    """An arrow to the next row, with what stands on it; an open one is not certain and gets a broken line."""

    tekst: str = ""
    open: bool = False


class Vak(msgspec.Struct, frozen=True):
    """A box with an arrow from it to the next row, or None; an open one is still to be filled in."""

    tekst: str
    pijl: Pijl | None = None
    open: bool = False


class Trede(msgspec.Struct, frozen=True):
    """One row of a chain: its name and its boxes."""

    titel: str
    vakken: tuple[Vak, ...]


class Keten(msgspec.Struct, frozen=True, tag="keten"):
    """A chain from the first row to the last.

    Attributes:
        treden: the rows, from top to bottom.
        opschrift: what the texts on the arrows are ('Aanname'), for where they cannot stand beside their arrow.
    """

    treden: tuple[Trede, ...]
    opschrift: str = ""


class Meting(msgspec.Struct, frozen=True):
    """A number and how it is shown; None is not known, and then the text says so."""

    waarde: float | None
    tekst: str = ""


class Reeks(msgspec.Struct, frozen=True):
    """The numbers of one party or subject, one for each label of the drawing."""

    naam: str
    metingen: tuple[Meting, ...]


class Staven(msgspec.Struct, frozen=True, tag="staven"):
    """Bars per label, one per reeks, from 0 up to `hoogste`."""

    labels: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    hoogste: float


class Lijnen(msgspec.Struct, frozen=True, tag="lijnen"):
    """A line per reeks over the labels (years).

    Attributes:
        schaal: the lines of the scale at the left, each with its text.
    """

    labels: tuple[str, ...]
    reeksen: tuple[Reeks, ...]
    schaal: tuple[Meting, ...]


class Cel(msgspec.Struct, frozen=True):
    """A cell of a matrix: a number or word, a sign, and how strong it is from 0 to 1."""

    tekst: str
    teken: str = ""
    sterkte: float = 0.0


class Rasterrij(msgspec.Struct, frozen=True):
    """A row of a matrix: its name and a cell for each column."""

    label: str
    cellen: tuple[Cel, ...]


class Raster(msgspec.Struct, frozen=True, tag="raster"):
    """A matrix with a word and a sign in each cell; the colour only says the same again.

    Attributes:
        legenda: each sign with what it means.
    """

    kolommen: tuple[str, ...]
    rijen: tuple[Rasterrij, ...]
    legenda: tuple[tuple[str, str], ...] = ()


Vorm = Literal["open", "vol", "op", "neer", "ruit", "kruis", "vraag", "punt"]
"""The shape of a mark: an open or a full circle, a triangle up or down, a diamond, a cross, a circle with a question
mark, a dot."""


class Merkpunt(msgspec.Struct, frozen=True):
    """One moment of a life line.

    Attributes:
        tekst: stands below it.
        dikte: how thick the line to the next one is, from 0 to 1; None is no line.
    """

    vorm: Vorm
    tekst: str = ""
    dikte: float | None = None


class Levenslijn(msgspec.Struct, frozen=True):
    """One line through the columns; None is nothing there."""

    label: str
    punten: tuple[Merkpunt | None, ...]


class Levenslijnen(msgspec.Struct, frozen=True, tag="levenslijnen"):
    """What lives through the years: a row each, with a mark per column and a line for as long as it goes on.

    Attributes:
        legenda: each shape with what it means.
    """

    kolommen: tuple[str, ...]
    lijnen: tuple[Levenslijn, ...]
    legenda: tuple[tuple[Vorm, str], ...] = ()


Tekening = Keten | Staven | Lijnen | Raster | Levenslijnen


def round_steps(laagste: int, hoogste: int) -> tuple[int, ...]:
    """At most seven round numbers for a scale, from at or below the lowest up to at or above the highest, with 0."""
    onder, boven = min(0, laagste), max(0, hoogste)
    stap = 1
    while -(-boven // stap) + -(onder // stap) > 6:
        stap = _next_step(stap)
    return tuple(range(onder // stap * stap, -(-boven // stap) * stap + 1, stap))


def _next_step(stap: int) -> int:
    """1, 2, 5, 10, 20, 50 and so on."""
    cijfer = int(str(stap)[0])
    return stap // cijfer * {1: 2, 2: 5, 5: 10}[cijfer]
