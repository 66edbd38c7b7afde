"""Lines over the years: each reeks with a mark and a broken line of its own, and a scale with its words at the left."""

from collections.abc import Iterator, Sequence

from sessie_tool.kern.tekening import Lijnen
from sessie_tool.tekenen.doek import BREEDTE, TEKST, Doek, measure, wrap
from sessie_tool.tekenen.kleuren import GRIJS, LIJN, REEKSEN, ZWART
from sessie_tool.tekenen.legenda import STREPEN, draw_legend, draw_mark, legend_height

_VELD = 720
_MARGE = 24


def draw(lijnen: Lijnen) -> Doek:
    """The legend, the scale and the lines."""
    namen = [reeks.naam for reeks in lijnen.reeksen]
    top = legend_height(namen) + 40
    doek = Doek(top + _VELD + 70)
    draw_legend(doek, 6, namen, _draw_sample)
    links = max((measure(meting.tekst) for meting in lijnen.schaal), default=0.0) + _MARGE
    waarden = [meting.waarde for meting in lijnen.schaal if meting.waarde is not None] or [0.0, 1.0]
    laagste, bereik = min(waarden), (max(waarden) - min(waarden)) or 1.0

    def height(waarde: float) -> float:
        return top + _VELD * (1 - (waarde - laagste) / bereik)

    for meting in lijnen.schaal:
        y = height(meting.waarde or 0.0)
        nul = not meting.waarde
        doek.line([(links, y), (BREEDTE, y)], GRIJS if nul else LIJN, 4 if nul else 2, None if nul else (4, 10))
        doek.text(links - _MARGE / 2, y - 22, [meting.tekst], TEKST, ZWART, "r")
    plekken = _places(len(lijnen.labels), links + 60, BREEDTE - 60)
    _draw_labels(doek, lijnen.labels, plekken, top + _VELD + 22)
    for nummer, reeks in enumerate(lijnen.reeksen):
        punten = [
            (x, height(meting.waarde)) if meting.waarde is not None else None
            for x, meting in zip(plekken, reeks.metingen, strict=True)
        ]
        for stuk in _pieces(punten):
            doek.line(stuk, _colour(nummer), 5, STREPEN[nummer % len(STREPEN)])
        for punt in filter(None, punten):
            draw_mark(doek, *punt, nummer)
    return doek


def _colour(nummer: int) -> str:
    return REEKSEN[nummer % len(REEKSEN)]


def _draw_sample(doek: Doek, x: float, y: float, nummer: int) -> None:
    doek.line([(x, y + 16), (x + 48, y + 16)], _colour(nummer), 5, STREPEN[nummer % len(STREPEN)])
    draw_mark(doek, x + 24, y + 16, nummer)


def _places(aantal: int, links: float, rechts: float) -> list[float]:
    stap = (rechts - links) / (aantal - 1) if aantal > 1 else 0.0
    return [links + nummer * stap for nummer in range(aantal)]


def _draw_labels(doek: Doek, labels: Sequence[str], plekken: Sequence[float], y: float) -> None:
    """The labels, as many as have room: with many years every second, or third."""
    breedte = max((measure(label) for label in labels), default=1.0) + 20
    ruimte = plekken[1] - plekken[0] if len(plekken) > 1 else BREEDTE
    om_de = max(1, -(-round(breedte) // max(1, round(ruimte))))
    for label, x in list(zip(labels, plekken, strict=True))[::om_de]:
        doek.line([(x, y - 22), (x, y - 10)], GRIJS)
        doek.text(x, y, wrap(label, max(ruimte * om_de, 60), meeste=1), TEKST, ZWART, "m")


def _pieces(punten: Sequence[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    """The parts of a line between what is not known."""
    stuk: list[tuple[float, float]] = []
    for punt in [*punten, None]:
        if punt is not None:
            stuk.append(punt)
        elif stuk:
            yield stuk
            stuk = []
