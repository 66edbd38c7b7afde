"""Bars: per label one for each reeks, lying down so that long labels have room, with the value at its end."""

from sessie_tool.kern.tekening import Meting, Staven
from sessie_tool.tekenen.doek import BREEDTE, TEKST, Doek, line_height, wrap
from sessie_tool.tekenen.kleuren import GRIJS, LIJN, ZWART
from sessie_tool.tekenen.legenda import draw_bar, draw_legend, legend_height

_LABEL = 520
_WAARDE = 260
_STAAF, _TUSSEN, _GROEP = 34, 8, 26
_RUIMTE = BREEDTE - _LABEL - _WAARDE


def draw(staven: Staven) -> Doek:
    """The legend, then the bars label by label."""
    namen = [reeks.naam for reeks in staven.reeksen]
    labels = [wrap(label, _LABEL - 30, meeste=3) for label in staven.labels]
    per_groep = len(namen) * (_STAAF + _TUSSEN)
    hoogtes = [max(per_groep, len(regels) * line_height()) + _GROEP for regels in labels]
    top = legend_height(namen) + 16
    doek = Doek(top + sum(hoogtes) + 4)
    draw_legend(doek, 6, namen, lambda doek, x, y, nummer: draw_bar(doek, (x, y, x + 44, y + 30), nummer))
    doek.line([(_LABEL, top), (_LABEL, top + sum(hoogtes))], LIJN)
    for plaats, (regels, hoogte) in enumerate(zip(labels, hoogtes, strict=True)):
        doek.text(0, top + (hoogte - len(regels) * line_height()) / 2 - 4, regels, TEKST, ZWART)
        y = top + (hoogte - per_groep) / 2 + _TUSSEN / 2
        for nummer, reeks in enumerate(staven.reeksen):
            _draw_value(doek, y + nummer * (_STAAF + _TUSSEN), reeks.metingen[plaats], staven.hoogste, nummer)
        top += hoogte
    return doek


def _draw_value(doek: Doek, y: float, meting: Meting, hoogste: float, nummer: int) -> None:
    lengte = _RUIMTE * min(1.0, max(0.0, meting.waarde or 0.0) / hoogste) if hoogste > 0 else 0.0
    if lengte >= 1:
        draw_bar(doek, (_LABEL, y, _LABEL + max(lengte, 12), y + _STAAF), nummer)
    kleur = GRIJS if meting.waarde is None else ZWART
    doek.text(_LABEL + lengte + 14, y - 3, wrap(meting.tekst, _WAARDE - 20, meeste=1), TEKST, kleur)
