"""Doek: a sheet to draw on, in dots of a tenth of a millimetre, drawn twice as large and made smaller for smooth lines.

The letter is Open Sans: it has the letters of Dutch and of its neighbours, and the €; Pillow's own letter has not.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise
from math import hypot
from typing import Literal

from PIL import Image, ImageDraw, ImageFont
from ttf_opensans import TTF_BIN_FOLDER

from sessie_tool.tekenen.kleuren import GRIJS, WIT, ZWART

BREEDTE = 1640
"""The width of the text on a page of the house style: 16,4 cm."""

PER_DUIM = 254
KLEIN, GEWOON = 28, 31
"""Sizes of the letter, 8 and 9 points."""

Letter = tuple[Literal["OpenSans-Regular", "OpenSans-SemiBold"], int]
TEKST: Letter = ("OpenSans-Regular", KLEIN)
GROOT: Letter = ("OpenSans-Regular", GEWOON)
VET: Letter = ("OpenSans-SemiBold", KLEIN)

_FIJN = 2
_REGEL = 1.32
_PUNTEN_PER_DUIM = 72
Lijning = Literal["l", "m", "r"]


@cache
def _font(letter: Letter) -> ImageFont.FreeTypeFont:
    naam, maat = letter
    pad = str(TTF_BIN_FOLDER / f"{naam}.ttf")
    return ImageFont.truetype(pad, maat * _FIJN, layout_engine=ImageFont.Layout.BASIC)


def measure(tekst: str, letter: Letter = TEKST) -> float:
    """The width of one line."""
    return _font(letter).getlength(tekst) / _FIJN


def line_height(letter: Letter = TEKST) -> int:
    """From one line to the next."""
    return round(letter[1] * _REGEL)


@cache
def _can_draw(teken: str) -> bool:
    """Whether the letter has this character: else it gives the box that stands for all it does not have."""
    font = _font(TEKST)
    return teken.isspace() or bytes(font.getmask(teken)) != bytes(font.getmask("\uffff"))


def show_known(tekst: str) -> str:
    """The text with … for what the letter does not have, such as an emoji."""
    return "".join("".join(deel) if known else "…" for known, deel in groupby(tekst, _can_draw))


def wrap(tekst: str, breedte: float, letter: Letter = TEKST, meeste: int = 6) -> list[str]:
    """Text in lines that fit; a word that is too long is cut in pieces, what is over the last line ends with …."""
    regels: list[str] = []
    regel = ""
    for woord in show_known(tekst).split():
        for deel in _cut(woord, breedte, letter):
            langer = f"{regel} {deel}" if regel else deel
            if measure(langer, letter) <= breedte:
                regel = langer
            else:
                regels.append(regel)
                regel = deel
        if len(regels) >= meeste:
            break
    regels += [regel] if regel else []
    return regels if len(regels) <= meeste else [*regels[: meeste - 1], _shorten(regels[meeste - 1], breedte, letter)]


def _cut(woord: str, breedte: float, letter: Letter) -> list[str]:
    if measure(woord, letter) <= breedte:
        return [woord]
    delen = [""]
    for teken in woord[:500]:
        if delen[-1] and measure(f"{delen[-1]}{teken}-", letter) > breedte:
            delen[-1] += "-"
            delen.append("")
        delen[-1] += teken
    return delen


def _shorten(regel: str, breedte: float, letter: Letter) -> str:
    while regel and measure(f"{regel}…", letter) > breedte:
        regel = regel[:-1]
    return f"{regel.rstrip()}…"


class Doek:
    """A white sheet; `breedte` and `hoogte` are in points, all other sizes in dots."""

    def __init__(self, hoogte: float) -> None:
        """A sheet as wide as the text of a page."""
        self._hoogte = round(hoogte)
        self._beeld = Image.new("RGB", (BREEDTE * _FIJN, self._hoogte * _FIJN), WIT)
        self._pen = ImageDraw.Draw(self._beeld)
        self.breedte = BREEDTE / PER_DUIM * _PUNTEN_PER_DUIM
        self.hoogte = self._hoogte / PER_DUIM * _PUNTEN_PER_DUIM

    def text(
        self,
        x: float,
        y: float,
        regels: Sequence[str],
        letter: Letter = TEKST,
        kleur: str = ZWART,
        lijning: Lijning = "l",
    ) -> None:
        """Lines of text below each other from `y`, at, around or before `x`."""
        for nummer, regel in enumerate(regels):
            plek = (x * _FIJN, (y + nummer * line_height(letter)) * _FIJN)
            self._pen.text(plek, regel, kleur, _font(letter), anchor=f"{lijning}a")

    def box(self, hoeken: tuple[float, float, float, float], vulling: str, rand: str = "", dikte: int = 3) -> None:
        """A filled rectangle (left, top, right, bottom) with rounded corners where it has an edge."""
        vak = [round(hoek) * _FIJN for hoek in hoeken]
        self._pen.rounded_rectangle(vak, 8 * _FIJN, vulling, rand or None, dikte * _FIJN if rand else 0)

    def broken_box(self, hoeken: tuple[float, float, float, float], kleur: str) -> None:
        """A white rectangle with a broken edge: what is still open."""
        links, boven, rechts, onder = hoeken
        self.box(hoeken, WIT)
        rand = [(links, boven), (rechts, boven), (rechts, onder), (links, onder), (links, boven)]
        self.line(rand, kleur, 3, (14, 10))

    def line(
        self,
        punten: Sequence[tuple[float, float]],
        kleur: str = GRIJS,
        dikte: int = 3,
        streep: tuple[float, float] | None = None,
    ) -> None:
        """A line through points; `streep` is how long it is drawn and how long not."""
        if streep is None:
            self._pen.line([(x * _FIJN, y * _FIJN) for x, y in punten], kleur, dikte * _FIJN, joint="curve")
            return
        for begin, einde in pairwise(punten):
            self._dash(begin, einde, kleur, dikte, streep)

    def _dash(
        self,
        begin: tuple[float, float],
        einde: tuple[float, float],
        kleur: str,
        dikte: int,
        streep: tuple[float, float],
    ) -> None:
        lengte = hypot(einde[0] - begin[0], einde[1] - begin[1])
        plek = 0.0
        while plek < lengte:
            deel = [min(one, lengte) / lengte for one in (plek, plek + streep[0])]
            stuk = [(begin[0] + (einde[0] - begin[0]) * one, begin[1] + (einde[1] - begin[1]) * one) for one in deel]
            self.line(stuk, kleur, dikte)
            plek += sum(streep)

    def arrow(self, x: float, boven: float, onder: float, kleur: str = GRIJS, *, open_lijn: bool = False) -> None:
        """An arrow down; an open one has a broken line and an empty head."""
        self.line([(x, boven), (x, onder - 20)], kleur, 4, (9, 8) if open_lijn else None)
        self.polygon([(x - 13, onder - 22), (x + 13, onder - 22), (x, onder)], WIT if open_lijn else kleur, kleur)

    def polygon(self, punten: Sequence[tuple[float, float]], vulling: str, rand: str) -> None:
        """A filled shape with an edge."""
        self._pen.polygon([(x * _FIJN, y * _FIJN) for x, y in punten], vulling, rand, 3 * _FIJN)

    def circle(self, x: float, y: float, straal: float, vulling: str, rand: str) -> None:
        """A filled circle with an edge."""
        vak = [one * _FIJN for one in (x - straal, y - straal, x + straal, y + straal)]
        self._pen.ellipse(vak, vulling, rand, 3 * _FIJN)

    def png(self) -> bytes:
        """The sheet as a PNG."""
        maat = (BREEDTE, self._hoogte)
        buffer = BytesIO()
        klein = self._beeld.resize(maat, Image.Resampling.BOX)
        klein.save(buffer, "PNG", optimize=True, dpi=(PER_DUIM, PER_DUIM))
        return buffer.getvalue()
