"""Leestekst: a Document as lines to read in the terminal: headings, lists and tables for a width in cells.

Text is text: nothing that a person typed is markup. Only what is in view is drawn, so a line is a small value.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from sessie_tool.kern.document import (
    Afbeelding,
    Alinea,
    Blok,
    Document,
    Figuur,
    Inhoud,
    Inhoudsopgave,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Stuk,
    Tabel,
    Tekst,
    flatten,
)
from sessie_tool.kern.koppen import count_koppen, list_inhoud
from sessie_tool.kern.taal import letter
from sessie_tool.kern.zichtbaar import show_regel, show_tekst
from sessie_tool.tui.onderdelen.afbreken import wrap

_SMALSTE = 9
"""Cells below which a column cannot be read; a table with narrower ones is shown row by row."""

_ALLES = 100_000
"""Lines of one cell; no text is cut here."""

_TUSSEN = " │ "


class Koppunt(NamedTuple):
    """A heading: the line it is on, how deep it is, and its words."""

    regel: int
    niveau: int
    tekst: str


class Leestekst(NamedTuple):
    """A document as lines, and where its headings are."""

    regels: list[Content]
    koppen: list[Koppunt]


def lay_out(document: Document, breedte: int) -> Leestekst:
    """The lines of a document; it may be large, so do this beside the screen."""
    zetter = _Zetter(document)
    titel = [_vet(regel) for regel in wrap(show_tekst(document.titel), breedte, _ALLES)]
    zetter.put([*titel, Content("═" * min(breedte, cell_len(show_regel(document.titel))))])
    zetter.put([Content(regel) for regel in wrap(show_tekst(document.ondertitel), breedte, _ALLES) if regel])
    for blok in document.blokken:
        zetter.put_blok(blok, breedte)
    return Leestekst(zetter.regels, zetter.koppen)


class _Zetter:
    """Puts blocks below each other, with a blank line between them; counts tables, figures and notes."""

    def __init__(self, document: Document) -> None:
        self.regels: list[Content] = []
        self.koppen: list[Koppunt] = []
        self._genummerd = list(count_koppen(document.blokken))
        self._tabellen = self._figuren = self._noot = 0
        self._noten: list[Inhoud] = []

    def put(self, regels: list[Content]) -> None:
        """Add lines behind a blank one."""
        if regels:
            self.regels += [*([Content("")] if self.regels else []), *regels]

    def put_blok(self, blok: Blok, breedte: int) -> None:
        """Add a block; its notes stand straight below it."""
        if isinstance(blok, Kop):
            self._put_kop(blok, breedte)
        else:
            self.put(list(self._lines(blok, breedte)))
        noten, self._noten = self._noten, []
        for nummer, noot in enumerate(noten, self._noot - len(noten) + 1):
            self.regels += _indent(f"  [{nummer}] ", self._wrap(noot, breedte - 8))

    def _put_kop(self, blok: Kop, breedte: int) -> None:
        nummer = self._genummerd[len(self.koppen)].nummer
        inhoud = (*((Tekst(f"{nummer} "),) if nummer else ()), *blok.inhoud)
        regels = self._wrap(inhoud, breedte)
        plat = show_regel(" ".join(regel.plain for regel in regels))
        self.put([_vet(regel) for regel in regels])
        self.koppen.append(Koppunt(len(self.regels) - len(regels), blok.niveau, plat))
        if blok.niveau == 1:
            self.regels.append(Content("─" * min(breedte, max((regel.cell_length for regel in regels), default=1))))

    def _lines(self, blok: Blok, breedte: int) -> Iterator[Content]:
        if isinstance(blok, Alinea):
            voor = {"citaat": "│ ", "code": "    "}.get(blok.rol, "")
            yield from _indent(voor, self._wrap(blok.inhoud, breedte - len(voor)), herhaal=True)
        elif isinstance(blok, Lijst):
            for plaats, punt in enumerate(blok.punten, blok.start):
                merk = {"cijfer": f"{plaats}. ", "letter": f"{letter(plaats)}. "}.get(blok.nummering, "• ")
                binnen = (regel for one in punt.blokken for regel in self._lines(one, max(8, breedte - len(merk))))
                yield from _indent(merk, binnen)
        elif isinstance(blok, Inhoudsopgave):
            gekozen = list_inhoud(blok, self._genummerd)
            yield from (_vet(blok.titel) for _ in gekozen[:1])
            for one in gekozen:
                regels = wrap(show_regel(f"{one.nummer} {one.titel}".strip()), breedte - 8, _ALLES)
                yield from _indent("  " * one.kop.niveau, map(Content, regels))
        elif isinstance(blok, Tabel):
            yield from self._table(blok, breedte)
        elif isinstance(blok, (Figuur, Afbeelding)):
            self._figuren += 1
            yield _vet(f"Figuur {self._figuren}: {show_regel(blok.bijschrift)}")
            yield from map(Content, wrap(show_tekst(blok.alternatief), breedte, _ALLES))

    # Tables.

    def _table(self, tabel: Tabel, breedte: int) -> Iterator[Content]:
        self._tabellen += 1
        bijschrift = f"Tabel {self._tabellen}: {tabel.bijschrift}" if tabel.bijschrift else f"Tabel {self._tabellen}"
        yield from (_vet(regel) for regel in wrap(show_tekst(bijschrift), breedte, _ALLES))
        titels = [show_regel(kolom.titel) for kolom in tabel.kolommen]
        rijen = [[self._plain(cel) for cel in rij.cellen] for rij in tabel.rijen]
        breedtes = _divide(tabel, rijen, breedte)
        if min(breedtes, default=0) < 1:
            yield from self._cards(titels, rijen, breedte)
            return
        yield from (_vet(regel) for regel in _row(titels, breedtes))
        yield Content("─┼─".join("─" * kolom for kolom in breedtes))
        for rij in rijen:
            yield from map(Content, _row(rij, breedtes))

    def _cards(self, titels: list[str], rijen: list[list[str]], breedte: int) -> Iterator[Content]:
        """Row by row, a cell a line, where the columns would be too narrow."""
        for rij in rijen:
            for titel, cel in zip(titels, rij, strict=False):
                if cel:
                    regels = wrap(f"{titel}: {cel}" if titel else cel, breedte - 2, _ALLES)
                    yield from _indent("  ", map(Content, regels))
            yield Content("─" * min(breedte, 20))

    # Words.

    def _plain(self, inhoud: Inhoud) -> str:
        return show_tekst("".join(deel.tekst for deel in self._show(inhoud))).strip()

    def _show(self, inhoud: Inhoud) -> Iterator[Stuk]:
        for deel in inhoud:
            if isinstance(deel, Noot):
                self._noot += 1
                self._noten.append(deel.inhoud)
                yield Tekst(f"[{self._noot}]")
            else:
                yield from flatten((deel,))

    def _wrap(self, inhoud: Inhoud, breedte: int) -> list[Content]:
        stukken = list(self._show(inhoud))
        if all(isinstance(one, Tekst) and not _stijl(one) for one in stukken):  # quick, as most text is
            plat = show_tekst("".join(one.tekst for one in stukken))
            return [Content(regel) for regel in wrap(plat, max(8, breedte), _ALLES)]
        heel = Content("").join(Content.styled(show_tekst(_words(one)), _stijl(one)) for one in stukken)
        return [deel for regel in heel.split("\n", allow_blank=True) for deel in _fold(regel, max(8, breedte))]


def _words(deel: Stuk) -> str:
    if isinstance(deel, Koppeling) and deel.adres not in (deel.tekst, f"mailto:{deel.tekst}"):
        return f"{deel.tekst} ({deel.adres})"
    return deel.tekst


def _stijl(deel: Stuk) -> str:
    if not isinstance(deel, Tekst):
        return "underline"
    namen = {"bold": deel.vet, "italic": deel.cursief, "strike": deel.doorgehaald}
    return " ".join(naam for naam, aan in namen.items() if aan)


def _fold(regel: Content, breedte: int) -> list[Content]:
    return regel.wrap(breedte) if regel.cell_length > breedte else [regel]


def _vet(regel: str | Content) -> Content:
    return Content.styled(regel, "bold") if isinstance(regel, str) else regel.stylize("bold")


def _indent(voor: str, regels: Iterable[Content], *, herhaal: bool = False) -> Iterator[Content]:
    """Lines behind a sign; the others stand as far in, or have the sign again."""
    for regel in regels:
        yield Content.assemble(voor, regel) if voor else regel
        voor = voor if herhaal else " " * cell_len(voor)


def _divide(tabel: Tabel, rijen: list[list[str]], breedte: int) -> list[int]:
    """The cells per column: no more than its longest line needs, the rest by its share; 0 when it is too narrow."""
    ruimte = breedte - len(_TUSSEN) * (len(tabel.kolommen) - 1)
    nodig = [
        max([cell_len(show_regel(kolom.titel)), *(max(map(cell_len, _cel(rij, nummer).split("\n"))) for rij in rijen)])
        for nummer, kolom in enumerate(tabel.kolommen)
    ]
    breedtes = [0] * len(nodig)
    te_doen = list(range(len(nodig)))
    while te_doen:
        delen = sum(tabel.kolommen[nummer].breedte for nummer in te_doen) or 1
        deel = {nummer: int(ruimte * tabel.kolommen[nummer].breedte / delen) for nummer in te_doen}
        past = [nummer for nummer in te_doen if nodig[nummer] <= max(deel[nummer], min(_SMALSTE, ruimte))]
        for nummer in past or te_doen:
            breedtes[nummer] = min(nodig[nummer], ruimte) if past else deel[nummer]
        ruimte -= sum(breedtes[nummer] for nummer in past)
        te_doen = [nummer for nummer in te_doen if nummer not in past] if past else []
    krap = any(gekregen < min(_SMALSTE, wens) for gekregen, wens in zip(breedtes, nodig, strict=True))
    return [0] * len(nodig) if krap or sum(breedtes) > breedte else [max(1, one) for one in breedtes]


def _cel(rij: list[str], nummer: int) -> str:
    return rij[nummer] if nummer < len(rij) else ""


def _row(cellen: list[str], breedtes: list[int]) -> Iterator[str]:
    """The lines of one row of a table."""
    kolommen = [wrap(_cel(cellen, nummer), breedte, _ALLES) for nummer, breedte in enumerate(breedtes)]
    for nummer in range(max(map(len, kolommen), default=0)):
        delen = [kolom[nummer] if nummer < len(kolom) else "" for kolom in kolommen]
        yield _TUSSEN.join(set_cell_size(deel, breedte) for deel, breedte in zip(delen, breedtes, strict=True)).rstrip()
