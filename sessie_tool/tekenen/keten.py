"""A chain: a band per row, its boxes beside each other, and from each box an arrow to the next band with its text."""

from typing import NamedTuple

from sessie_tool.kern.tekening import Keten, Pijl, Trede, Vak
from sessie_tool.tekenen.doek import BREEDTE, TEKST, VET, Doek, line_height, wrap
from sessie_tool.tekenen.kleuren import ACCENT, GRIJS, VLAK, WIT, ZWART

_NAAM = 270
_LUCHT = 18
_NAAST = 4
"""The most boxes beside each other with an arrow each; of more, the texts stand in the boxes and one arrow goes on."""

_PER_RIJ = 3
_KORTSTE_PIJL = 70
_PIJL_IN = 40
"""How far an arrow stands from the left of its box."""


class _Vakmaat(NamedTuple):
    """A box with its lines, the lines beside its arrow, and where it stands sideways."""

    vak: Vak
    regels: list[str]
    aan_pijl: list[str]
    links: float
    breedte: float


class _Band(NamedTuple):
    """A row with its boxes in lines."""

    trede: Trede
    naam: list[str]
    rijen: list[list[_Vakmaat]]
    eigen_pijlen: bool

    @property
    def hoogte(self) -> float:
        """The height of the band."""
        vakken = sum(_box_height(rij) + _LUCHT for rij in self.rijen) + _LUCHT
        return max(vakken, _text_height(self.naam) + 2 * _LUCHT)

    @property
    def pijlen(self) -> float:
        """The height of the arrows below the band."""
        hoogste = max((_text_height(one.aan_pijl) for rij in self.rijen for one in rij), default=0)
        return max(_KORTSTE_PIJL, hoogste + 2 * _LUCHT)


def draw(keten: Keten) -> Doek:
    """The chain from top to bottom."""
    banden = [_lay_out(trede, keten.opschrift) for trede in keten.treden]
    hoogte = sum(band.hoogte + band.pijlen for band in banden) - (banden[-1].pijlen if banden else 0)
    doek = Doek(max(hoogte, 1) + 2)
    top = 1.0
    for nummer, band in enumerate(banden, 1):
        laagste = top + band.hoogte
        doek.box((0, top, BREEDTE, laagste), VLAK)
        doek.text(_LUCHT, top + _LUCHT, band.naam, VET, ACCENT)
        onderkanten = _draw_boxes(doek, band, top + _LUCHT)
        if nummer < len(banden):
            _draw_arrows(doek, band, onderkanten, laagste + band.pijlen)
        top = laagste + band.pijlen
    return doek


def _lay_out(trede: Trede, opschrift: str) -> _Band:
    eigen = len(trede.vakken) <= _NAAST
    naast = max(1, len(trede.vakken) if eigen else _PER_RIJ)
    breedte = (BREEDTE - _NAAM - _LUCHT * (naast + 1)) / naast
    maten = []
    for nummer, vak in enumerate(trede.vakken):
        links = _NAAM + _LUCHT + nummer % naast * (breedte + _LUCHT)
        maten.append(_measure(vak, links, breedte, "" if eigen else opschrift, eigen_pijl=eigen))
    rijen = [maten[begin : begin + naast] for begin in range(0, len(maten), naast)]
    return _Band(trede, wrap(trede.titel, _NAAM - 2 * _LUCHT, VET), rijen, eigen)


def _measure(vak: Vak, links: float, breedte: float, opschrift: str, *, eigen_pijl: bool) -> _Vakmaat:
    regels = wrap(vak.tekst, breedte - 2 * _LUCHT)
    pijltekst = vak.pijl.tekst if vak.pijl else ""
    if eigen_pijl:
        return _Vakmaat(vak, regels, wrap(pijltekst, breedte - _PIJL_IN - 2 * _LUCHT, meeste=5), links, breedte)
    erin = wrap(f"{opschrift}: {pijltekst}" if opschrift else pijltekst, breedte - 2 * _LUCHT, meeste=4)
    return _Vakmaat(vak, regels + (erin if pijltekst else []), [], links, breedte)


def _text_height(regels: list[str]) -> int:
    return len(regels) * line_height()


def _box_height(rij: list[_Vakmaat]) -> float:
    return max(_text_height(one.regels) for one in rij) + 2 * _LUCHT


def _draw_boxes(doek: Doek, band: _Band, top: float) -> list[tuple[_Vakmaat, float]]:
    """The boxes; gives each with where it ends."""
    onderkanten = []
    for rij in band.rijen:
        onder = top + _box_height(rij)
        for one in rij:
            hoeken = (one.links, top, one.links + one.breedte, onder)
            if one.vak.open:
                doek.broken_box(hoeken, GRIJS)
            else:
                doek.box(hoeken, WIT, ACCENT)
            doek.text(one.links + _LUCHT, top + _LUCHT, one.regels, TEKST, GRIJS if one.vak.open else ZWART)
            onderkanten.append((one, onder))
        top = onder + _LUCHT
    return onderkanten


def _draw_arrows(doek: Doek, band: _Band, onderkanten: list[tuple[_Vakmaat, float]], tot: float) -> None:
    if not band.eigen_pijlen:
        doek.arrow(_NAAM + (BREEDTE - _NAAM) / 2, max(onder for _, onder in onderkanten), tot)
        return
    for one, onder in onderkanten:
        pijl = one.vak.pijl or Pijl(open=True)
        x = one.links + _PIJL_IN
        doek.arrow(x, onder, tot, open_lijn=pijl.open)
        ruimte = tot - band.pijlen
        doek.text(x + _PIJL_IN, ruimte + (band.pijlen - _text_height(one.aan_pijl)) / 2 - 4, one.aan_pijl, TEKST, GRIJS)
