"""Life lines: a row per subject, a mark per year, and a line between them, thicker with weight, while it goes on."""

from collections.abc import Callable

from sessie_tool.kern.tekening import Levenslijn, Levenslijnen, Merkpunt, Vorm
from sessie_tool.tekenen.doek import BREEDTE, TEKST, VET, Doek, line_height, measure, wrap
from sessie_tool.tekenen.kleuren import ACCENT, GRIJS, LIJN, VLAK, WIT, ZWART

_LABEL = 560
_LUCHT = 14
_STRAAL = 15
_BOVEN = 30
_DUN, _DIK = 4, 20
_STAAL = 60


def draw(beeld: Levenslijnen) -> Doek:
    """The columns, the rows, and what the shapes mean."""
    labels = [wrap(lijn.label, _LABEL - 40, meeste=3) for lijn in beeld.lijnen]
    hoogtes = [max(len(regels) * line_height(), 2 * _BOVEN + line_height()) + _LUCHT for regels in labels]
    kop = line_height(VET) + _LUCHT
    legenda = _lay_out(beeld)
    doek = Doek(kop + sum(hoogtes) + _LUCHT + (legenda[-1][1] + line_height() + _LUCHT if legenda else 0))
    breedte = (BREEDTE - _LABEL) / max(1, len(beeld.kolommen))
    plekken = [_LABEL + (nummer + 0.5) * breedte for nummer in range(len(beeld.kolommen))]
    for x, kolom in zip(plekken, beeld.kolommen, strict=True):
        doek.text(x, 0, wrap(kolom, breedte - 8, VET, 1), VET, ACCENT, "m")
    top = float(kop)
    for nummer, (lijn, regels, hoogte) in enumerate(zip(beeld.lijnen, labels, hoogtes, strict=True)):
        if nummer % 2 == 0:
            doek.box((0, top, BREEDTE, top + hoogte), VLAK)
        doek.text(_LUCHT, top + (hoogte - len(regels) * line_height()) / 2 - 4, regels, TEKST, ZWART)
        _draw_line(doek, lijn, plekken, top + _BOVEN, breedte)
        top += hoogte
    for (x, y), (vorm, tekst) in zip(legenda, beeld.legenda, strict=True):
        draw_merk(doek, x + _STRAAL + 4, top + _LUCHT + y + line_height() / 2, vorm)
        doek.text(x + _STAAL, top + _LUCHT + y - 2, [tekst], TEKST)
    return doek


def _lay_out(beeld: Levenslijnen) -> list[tuple[float, float]]:
    """Where each part of the legend stands, as many on a row as fit."""
    x, y, plekken = 0.0, 0.0, []
    for _, tekst in beeld.legenda:
        breedte = _STAAL + measure(tekst) + 40
        if x and x + breedte > BREEDTE:
            x, y = 0.0, y + line_height() + _LUCHT
        plekken.append((x, y))
        x += breedte
    return plekken


def _draw_line(doek: Doek, lijn: Levenslijn, plekken: list[float], y: float, breedte: float) -> None:
    """The line first, so that the marks lie on it."""
    for nummer, punt in enumerate(lijn.punten[:-1]):
        if punt and punt.dikte is not None:
            dikte = round(_DUN + (_DIK - _DUN) * min(1.0, max(0.0, punt.dikte)))
            doek.line([(plekken[nummer], y), (plekken[nummer + 1], y)], LIJN, dikte)
    for x, punt in zip(plekken, lijn.punten, strict=True):
        if punt:
            _draw_punt(doek, x, y, punt, breedte)


def _draw_punt(doek: Doek, x: float, y: float, punt: Merkpunt, breedte: float) -> None:
    draw_merk(doek, x, y, punt.vorm)
    doek.text(x, y + _STRAAL + 4, wrap(punt.tekst, breedte - 8, meeste=1), TEKST, ZWART, "m")


def draw_merk(doek: Doek, x: float, y: float, vorm: Vorm) -> None:
    """One mark around a point."""
    _MERKEN[vorm](doek, x, y)


def _circle(straal: float, vulling: str, rand: str = ACCENT) -> Callable[[Doek, float, float], None]:
    return lambda doek, x, y: doek.circle(x, y, straal, vulling, rand)


def _shape(*hoeken: tuple[float, float]) -> Callable[[Doek, float, float], None]:
    return lambda doek, x, y: doek.polygon([(x + dx * _STRAAL, y + dy * _STRAAL) for dx, dy in hoeken], ACCENT, ACCENT)


def _draw_cross(doek: Doek, x: float, y: float) -> None:
    arm = _STRAAL * 0.75
    for kant in (arm, -arm):
        doek.line([(x - arm, y - kant), (x + arm, y + kant)], GRIJS, 6)


def _draw_question(doek: Doek, x: float, y: float) -> None:
    doek.circle(x, y, _STRAAL + 3, WIT, GRIJS)
    doek.text(x, y - line_height(VET) / 2 - 1, ["?"], VET, ZWART, "m")


_MERKEN: dict[Vorm, Callable[[Doek, float, float], None]] = {
    "open": _circle(_STRAAL, WIT),
    "vol": _circle(_STRAAL, ACCENT),
    "op": _shape((-1.2, 0.9), (1.2, 0.9), (0, -1.2)),
    "neer": _shape((-1.2, -0.9), (1.2, -0.9), (0, 1.2)),
    "ruit": _shape((-1.25, 0), (0, -1.25), (1.25, 0), (0, 1.25)),
    "kruis": _draw_cross,
    "vraag": _draw_question,
    "punt": _circle(5, GRIJS, GRIJS),
}
