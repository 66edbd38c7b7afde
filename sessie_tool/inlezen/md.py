"""Markdown → blocks. The text of each block stays as it was typed; only headings, items and rows are told apart.

Lettered items, which Markdown does not know, are items here; what is inside a line is read by `opmaak`.
"""

import re
from collections.abc import Iterator

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Noot, Rapport, Tabel
from sessie_tool.inlezen.loop import is_capitals
from sessie_tool.inlezen.markdown import escape, without_marks
from sessie_tool.inlezen.merken import VRAAGWOORD, split_kopmerk, split_merk
from sessie_tool.kern.document import Alinea as DocumentAlinea
from sessie_tool.kern.document import Koppeling, flatten
from sessie_tool.opmaak import read_opmaak

_COMMENTAAR = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_STREEP = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_PUNT = re.compile(
    r"([ \t]*)([-*+•–]|\(?(?:\d{1,4}|[a-zA-Z]|[ivx]{2,4})(?:\)|(?<![A-Z])\.)"
    rf"|[A-Z]\.(?=[ \t]+{VRAAGWOORD}))[ \t]+(?=\S)"
)
_NOOT = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*(.*)")
_HEK = re.compile(r"[ \t]*(```+|~~~+)")
_RIJ_STREEP = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_VET = re.compile(r"(\*\*|__)(?!\s)(?:(?!\1).)+\1[:.]?")
_VOORKANT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def read_md(naam: str, tekst: str) -> Rapport:
    """A Markdown file → what stands in it."""
    noten: list[Noot] = []

    def comment(match: re.Match[str]) -> str:
        inhoud = " ".join(match[1].split())
        noten.extend([Noot("opmerking", inhoud, inhoud)] if inhoud else [])
        return ""

    voorkant = _VOORKANT.match(tekst)
    if voorkant:
        velden = (regel.strip() for regel in voorkant[1].split("\n"))
        tekst = "\n\n".join(filter(None, velden)) + "\n\n" + tekst[voorkant.end() :]
    eind = tekst.rfind("-->") + 3 if "-->" in tekst else 0  # behind it a comment that opens never closes
    regels = (_COMMENTAAR.sub(comment, tekst[:eind]) + tekst[eind:]).split("\n")
    return Rapport(naam, (*_Regels(regels).blocks(), *noten))


class _Regels:
    """Walks the lines."""

    def __init__(self, regels: list[str]) -> None:
        self._regels = regels
        self._plaats = 0
        self._inspring: list[int] = []

    def blocks(self) -> Iterator[Blok]:
        """The blocks, in their order."""
        while self._plaats < len(self._regels):
            regel = self._regels[self._plaats]
            if not regel.strip():
                self._plaats += 1
                continue
            blok = self._block(regel)
            if not isinstance(blok, Lijstpunt) and not regel.startswith((" ", "\t")):
                self._inspring = []
            if blok is not None:
                yield blok

    def _block(self, regel: str) -> Blok | None:
        atx, noot, hek = _ATX.fullmatch(regel), _NOOT.match(regel), _HEK.match(regel)
        if atx:
            self._plaats += 1
            return _heading(len(atx[1]), atx[2]) if atx[2].strip() else None
        if hek:
            return self._fence(hek[1])
        if _STREEP.fullmatch(regel):
            self._plaats += 1
            return None
        if self._is_table():
            return self._table()
        if noot:
            tekst = "\n".join([noot[2], *self._continuation()])
            return Noot("voetnoot", plain_text(tekst), tekst, noot[1])
        punt = _PUNT.match(regel)
        return self._item(punt) if punt else self._paragraph()

    def _continuation(self) -> list[str]:
        """The lines after this one that belong to the same paragraph."""
        self._plaats += 1
        genomen = []
        while self._plaats < len(self._regels) and not self._is_start(self._regels[self._plaats]):
            genomen.append(self._regels[self._plaats].strip(" \t"))
            self._plaats += 1
        return genomen

    def _is_start(self, regel: str) -> bool:
        vormen = (_PUNT.match, _ATX.fullmatch, _HEK.match, _NOOT.match, _STREEP.fullmatch)
        return not regel.strip() or self._is_table() or any(vorm(regel) for vorm in vormen)

    def _paragraph(self) -> Blok | None:
        begin = self._plaats
        regels = [self._regels[begin].strip(" \t"), *self._continuation()]
        onder = next((i for i, regel in enumerate(regels) if i and _SETEXT.fullmatch(regel)), 0)
        volgende = self._regels[self._plaats] if self._plaats < len(self._regels) else ""
        if onder:
            self._plaats = begin + onder + 1
            return _heading(1 if "=" in regels[onder] else 2, " ".join(regels[:onder]))
        if len(regels) == 1 and re.fullmatch(r" {0,3}-{3,}[ \t]*", volgende) and not regels[0].startswith(">"):
            self._plaats += 1
            return _heading(2, regels[0])
        tekst = "\n".join(regels)
        plat = plain_text(tekst)
        vet = bool(_VET.fullmatch(tekst)) or is_capitals(plat)
        merk, lengte = split_merk(plat)
        if vet and merk not in ("", "-"):
            return Lijstpunt(plat[lengte:], f"**{escape(plat[lengte:])}**", merk, 0, vet)
        return Alinea(plat, tekst, vet, vast=tekst.startswith(">"))

    def _item(self, punt: re.Match[str]) -> Blok:
        inspring = len(punt[1].expandtabs(4))
        while self._inspring and self._inspring[-1] > inspring:
            self._inspring.pop()
        if not self._inspring or self._inspring[-1] < inspring:
            self._inspring.append(inspring)
        eerste = self._regels[self._plaats][punt.end() :]
        tekst = "\n".join([eerste, *self._continuation()]).strip()
        merk = "-" if punt[2] in "-*+•–" else punt[2]
        return Lijstpunt(plain_text(tekst), tekst, merk, min(len(self._inspring) - 1, 5), bool(_VET.fullmatch(tekst)))

    def _fence(self, hek: str) -> Blok:
        begin = self._plaats
        self._plaats += 1
        while self._plaats < len(self._regels) and not self._regels[self._plaats].strip().startswith(hek):
            self._plaats += 1
        self._plaats += 1
        regels = self._regels[begin : self._plaats]
        return Alinea("\n".join(regels), "\n".join(regels), vast=True)

    def _is_table(self) -> bool:
        volgende = self._regels[self._plaats + 1] if self._plaats + 1 < len(self._regels) else ""
        return "|" in self._regels[self._plaats] and "|" in volgende and bool(_RIJ_STREEP.fullmatch(volgende))

    def _table(self) -> Blok:
        rijen = [_cells(self._regels[self._plaats])]
        self._plaats += 2
        while self._plaats < len(self._regels) and "|" in self._regels[self._plaats]:
            rijen.append(_cells(self._regels[self._plaats]))
            self._plaats += 1
        breedte = max(map(len, rijen))
        return Tabel(tuple(tuple(_cell(cel) for cel in [*rij, *[""] * (breedte - len(rij))]) for rij in rijen))


def _cells(regel: str) -> list[str]:
    kaal = regel.strip().removeprefix("|")
    kaal = kaal[:-1] if kaal.endswith("|") and not kaal.endswith("\\|") else kaal
    return [cel.strip() for cel in re.split(r"(?<!\\)\|", kaal)]


def _cell(cel: str) -> tuple[Blok, ...]:
    return (Alinea(plain_text(cel.replace("\\|", "|")), cel),) if cel else ()


def _heading(niveau: int, tekst: str) -> Kop:
    plat = plain_text(tekst)
    merk, lengte = split_kopmerk(plat)
    return Kop(niveau, plat[lengte:], "" if merk == "-" else merk, "" if plat == tekst else tekst[lengte:])


def plain_text(tekst: str) -> str:
    """What a piece of Markdown inside a line shows; nothing of it is lost."""
    alineas = []
    for blok in read_opmaak(without_marks(tekst), 6):
        if not isinstance(blok, DocumentAlinea):
            return without_marks(tekst)
        delen = (
            f"{deel.tekst} ({deel.adres})" if isinstance(deel, Koppeling) and deel.adres != deel.tekst else deel.tekst
            for deel in flatten(blok.inhoud)
        )
        alineas.append("".join(delen))
    return "\n".join(alineas)
