"""A matrix: a word and a sign in every cell; the colour of the cell says the same again."""

from sessie_tool.kern.tekening import Cel, Raster
from sessie_tool.tekenen.doek import BREEDTE, GROOT, TEKST, VET, Doek, line_height, wrap
from sessie_tool.tekenen.kleuren import ACCENT, LIJN, TREDEN, ZWART, text_on

_LABEL = 430
_LUCHT = 14


def draw(raster: Raster) -> Doek:
    """The columns, the rows, and what the signs mean."""
    breedte = min(260.0, (BREEDTE - _LABEL) / max(1, len(raster.kolommen)))
    koppen = [wrap(kolom, breedte - 12, VET, 4) for kolom in raster.kolommen]
    labels = [wrap(rij.label, _LABEL - 20, meeste=3) for rij in raster.rijen]
    uitleg = [wrap(f"{teken}  {tekst}", BREEDTE, meeste=2) for teken, tekst in raster.legenda]
    kop = max((len(regels) for regels in koppen), default=0) * line_height(VET) + _LUCHT
    hoogtes = [max(len(regels) * line_height(), line_height(GROOT)) + 2 * _LUCHT for regels in labels]
    doek = Doek(kop + sum(hoogtes) + sum(len(regels) * line_height() for regels in uitleg) + 2 * _LUCHT)
    for nummer, regels in enumerate(koppen):
        midden = _LABEL + (nummer + 0.5) * breedte
        doek.text(midden, kop - _LUCHT - len(regels) * line_height(VET), regels, VET, ACCENT, "m")
    top = float(kop)
    for rij, regels, hoogte in zip(raster.rijen, labels, hoogtes, strict=True):
        doek.text(0, top + (hoogte - len(regels) * line_height()) / 2 - 4, regels, TEKST, ZWART)
        for nummer, cel in enumerate(rij.cellen):
            links = _LABEL + nummer * breedte
            _draw_cel(doek, (links, top, links + breedte, top + hoogte), cel)
        top += hoogte
    top += 2 * _LUCHT
    for regels in uitleg:
        doek.text(0, top - _LUCHT, regels, TEKST, ZWART)
        top += len(regels) * line_height()
    return doek


def _draw_cel(doek: Doek, hoeken: tuple[float, float, float, float], cel: Cel) -> None:
    links, boven, rechts, onder = hoeken
    sterkte = min(1.0, max(0.0, cel.sterkte))
    vlak = TREDEN[round(sterkte * (len(TREDEN) - 1))]
    doek.box((links + 2, boven + 2, rechts - 2, onder - 2), vlak, LIJN, 2)
    regels = wrap(" ".join(deel for deel in (cel.teken, cel.tekst) if deel), rechts - links - 16, GROOT, 1)
    doek.text((links + rechts) / 2, (boven + onder - line_height(GROOT)) / 2 - 2, regels, GROOT, text_on(vlak), "m")
