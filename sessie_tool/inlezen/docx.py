"""Word → blocks. Walks the XML itself, so that text boxes, notes, comments, headers and tracked changes come along."""

from collections.abc import Iterator
from typing import Any

from sessie_tool.inlezen.alinea import Lopend, read_alinea
from sessie_tool.inlezen.blokken import Alinea, Blok, Cel, Kop, Lijstpunt, Noot, Rapport, Tabel, Waar, block_text
from sessie_tool.inlezen.loop import cut, is_heading_like, markdown, plain
from sessie_tool.inlezen.merken import split_kopmerk, split_merk
from sessie_tool.inlezen.pakket import Pakket, W
from sessie_tool.inlezen.stijlen import Nummering, Stijlen, attribute

_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RAND: dict[str, Waar] = {"header": "koptekst", "footer": "voettekst"}
_DIEPSTE = 40
"""Tables and text boxes in each other; deeper ones are read as plain text."""


def read_docx(naam: str, ruw: bytes) -> Rapport:
    """A Word file → what stands in it.

    Raises:
        LeesError: it cannot be read; the text says why.
    """
    return _Lezer(Pakket(ruw)).read(naam)


class _Lezer:
    """Reads the parts of one file."""

    def __init__(self, pakket: Pakket) -> None:
        self._pakket = pakket
        self._relaties = pakket.relations(pakket.hoofd)
        self._stijlen = Stijlen(pakket, self._part("styles"))
        self._nummering = Nummering(pakket, self._part("numbering"))
        self._noten: list[Noot] = []
        self._verwezen: dict[tuple[str, str], str] = {}
        self._opmerkingen: dict[str, str] = {}

    def read(self, naam: str) -> Rapport:
        """The whole file."""
        root = self._pakket.read(self._pakket.hoofd)
        body = root.find(f"{W}body")
        blokken = [] if body is None else list(self._blocks(body, self._relaties, 0))
        rest = [*self._voetnoten(), *self._comments(), *self._randen(), *self._diagrammen()]
        titel, gemaakt = self._eigenschappen()
        return Rapport(naam, (*blokken, *rest, *self._noten), titel, gemaakt, tuple(self._meldingen()))

    def _part(self, soort: str) -> str:
        return next((doel for kind, doel in self._relaties.values() if kind == soort), "")

    # Blocks

    def _blocks(self, ouder: Any, relaties: dict[str, tuple[str, str]], diepte: int) -> Iterator[Blok]:
        for node in ouder.iterchildren():
            if node.tag == f"{W}p":
                yield from self._paragraph(node, relaties, diepte)
            elif node.tag == f"{W}tbl" and diepte < _DIEPSTE:
                yield from self._table(node, relaties, diepte)
            elif node.tag == f"{W}sdt":
                inhoud = node.find(f"{W}sdtContent")
                yield from () if inhoud is None else self._blocks(inhoud, relaties, diepte)
            elif isinstance(node.tag, str) and node.tag not in (f"{W}sectPr", f"{W}tblPr", f"{W}tcPr"):
                yield from self._blocks(node, relaties, diepte)

    def _paragraph(self, node: Any, relaties: dict[str, tuple[str, str]], diepte: int) -> Iterator[Blok]:
        stijl = attribute(node.find(f"{W}pPr/{W}pStyle"), "val")
        lopend = read_alinea(node, self._stijlen, stijl, relaties, self._note_mark)
        self._noten += lopend.noten
        tekst = plain(lopend.stukken).strip()
        if tekst or any(stuk.kaal for stuk in lopend.stukken):
            yield self._make_block(node, stijl, lopend, tekst)
        for merk in lopend.opmerkingen:
            self._opmerkingen[merk] = tekst
        for kader in lopend.kaders if diepte < _DIEPSTE else ():
            yield from (_fixed(blok) for blok in self._blocks(kader, relaties, diepte + 1))

    def _make_block(self, node: Any, stijl: str, lopend: Lopend, tekst: str) -> Blok:
        niveau = self._stijlen.niveau(stijl)
        outline = attribute(node.find(f"{W}pPr/{W}outlineLvl"), "val")
        if niveau is None and outline.isdigit() and int(outline) < 9:
            niveau = int(outline) + 1
        numpr = node.find(f"{W}pPr/{W}numPr")
        numpr = self._stijlen.numbering(stijl) if numpr is None else numpr
        punt = self._nummering.next(numpr) if numpr is not None else None
        stukken = lopend.stukken
        vet = is_heading_like(stukken)
        if self._stijlen.name(stijl).startswith(("toc", "inhopg", "table of")):
            return Noot("inhoudsopgave", " ".join(tekst.split()), " ".join(markdown(stukken).split()))
        if punt is None:
            merk, lengte = (split_merk if niveau is None else split_kopmerk)(plain(stukken))
            if merk:
                stukken, punt = cut(stukken, lengte), (merk, 0)
        opmaak = markdown(stukken)
        tekst = plain(stukken).strip()
        if niveau is not None and tekst:
            merk = punt[0] if punt and punt[0] != "-" else ""
            return Kop(niveau, " ".join(tekst.split()), merk, " ".join(opmaak.replace("**", "").split()))
        if punt is not None:
            return Lijstpunt(tekst, opmaak, punt[0], punt[1], vet)
        return Alinea(tekst, opmaak, vet)

    def _table(self, node: Any, relaties: dict[str, tuple[str, str]], diepte: int) -> Iterator[Blok]:
        rijen = [self._row(rij, relaties, diepte) for rij in node.iter(f"{W}tr") if _table_of(rij) is node]
        breedte = max(map(len, rijen), default=0)
        if breedte == 1 and len(rijen) == 1:  # a frame around text, no table
            yield from rijen[0][0]
        elif breedte:
            yield Tabel(tuple((*rij, *(() for _ in range(breedte - len(rij)))) for rij in rijen))

    def _row(self, rij: Any, relaties: dict[str, tuple[str, str]], diepte: int) -> tuple[Cel, ...]:
        cellen: list[Cel] = []
        for cel in rij.iter(f"{W}tc"):
            if _row_of(cel) is rij:
                cellen.append(tuple(self._blocks(cel, relaties, diepte + 1)))
                span = attribute(cel.find(f"{W}tcPr/{W}gridSpan"), "val", "1")
                cellen += [()] * (min(int(span), 60) - 1 if span.isdigit() else 0)
        return tuple(cellen)

    # Notes and what stands around the text

    def _note_mark(self, soort: str, noot_id: str) -> str:
        """The mark of a footnote or endnote; they are numbered in the order of the text."""
        return self._verwezen.setdefault((soort, noot_id), str(len(self._verwezen) + 1))

    def _voetnoten(self) -> Iterator[Noot]:
        for soort in ("footnote", "endnote"):
            deel = self._part(f"{soort}s")
            tree = self._pakket.read(deel) if deel else None
            for node in tree.iterchildren(f"{W}{soort}") if tree is not None else ():
                if attribute(node, "type") in ("", "normal"):
                    merk = self._verwezen.get((soort, attribute(node, "id")), "")
                    yield from self._note(node, deel, "voetnoot", merk)

    def _comments(self) -> Iterator[Noot]:
        deel = self._part("comments")
        tree = self._pakket.read(deel) if deel else None
        for node in tree.iterchildren(f"{W}comment") if tree is not None else ():
            bij = self._opmerkingen.get(attribute(node, "id"), "")
            wie = attribute(node, "author")
            kort = bij if len(bij) <= 60 else f"{bij[:59]}…"
            kop = f"{wie} bij '{kort}': " if wie and kort else f"{wie}: " if wie else ""
            for noot in self._note(node, deel, "opmerking", ""):
                yield Noot("opmerking", kop + noot.tekst, kop + noot.opmaak)

    def _randen(self) -> Iterator[Noot]:
        gezien = set()
        for soort, deel in dict.fromkeys(self._relaties.values()):
            tree = self._pakket.read(deel) if soort in _RAND else None
            for blok in self._blocks(tree, self._pakket.relations(deel), 0) if tree is not None else ():
                tekst = " ".join(block_text(blok).split())
                if (soort, tekst) not in gezien and tekst:
                    gezien.add((soort, tekst))
                    yield Noot(_RAND[soort], tekst, " ".join(block_text(blok, opmaak=True).split()))

    def _diagrammen(self) -> Iterator[Noot]:
        for soort, deel in self._relaties.values():
            tree = self._pakket.read(deel) if soort in ("diagramData", "chart") else None
            woorden = [node.text for node in tree.iter(f"{_A}t") if node.text] if tree is not None else []
            if woorden:
                yield Noot("afbeelding", " / ".join(woorden), " / ".join(woorden))

    def _note(self, node: Any, deel: str, waar: Waar, merk: str) -> Iterator[Noot]:
        blokken = [blok for blok in self._blocks(node, self._pakket.relations(deel), 0) if block_text(blok).strip()]
        if blokken:
            tekst = " ".join(" ".join(block_text(blok).split()) for blok in blokken)
            opmaak = " ".join(" ".join(block_text(blok, opmaak=True).split()) for blok in blokken)
            yield Noot(waar, tekst, opmaak, merk)

    def _eigenschappen(self) -> tuple[str, str]:
        deel = next((doel for soort, doel in self._pakket.relations("").values() if soort == "core-properties"), "")
        tree = self._pakket.read(deel) if deel else None
        if tree is None:
            return "", ""
        return (tree.findtext(f"{_DC}title") or "").strip(), (tree.findtext(f"{_DCTERMS}created") or "").strip()[:10]

    def _meldingen(self) -> Iterator[str]:
        if any(soort == "aFChunk" for soort, _ in self._relaties.values()):
            yield "In het bestand is een ander bestand ingevoegd. Dat is niet gelezen: open het in Word en bewaar het."


def _fixed(blok: Blok) -> Blok:
    """A block of a text box: it is never taken for a heading of the text around it."""
    if isinstance(blok, Kop):
        return Alinea(blok.tekst, f"**{blok.opmaak or blok.tekst}**", vast=True)
    return Alinea(blok.tekst, blok.opmaak, blok.vet, vast=True) if isinstance(blok, Alinea) else blok


def _table_of(rij: Any) -> Any:
    return next(rij.iterancestors(f"{W}tbl"), None)


def _row_of(cel: Any) -> Any:
    return next(cel.iterancestors(f"{W}tr"), None)
