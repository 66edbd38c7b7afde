"""Markdown: a Document → a text file that reads well by itself. What a person typed is escaped: it reads as typed."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.document import (
    Afbeelding,
    Alinea,
    Blok,
    Document,
    Figuur,
    Inhoud,
    Inhoudsopgave,
    Inline,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Passage,
    Punt,
    Tabel,
    Tekst,
    plain,
    show_passage,
)
from sessie_tool.kern.koppen import Genummerd, count_koppen, list_inhoud
from sessie_tool.kern.taal import letter
from sessie_tool.schrijvers.tekens import Tekens

_MERKEN = re.compile(r"([\\`*_\[\]<>~|&#])")
_LIJSTMERK = re.compile(r"^([+=-]|\d+(?=[.)]))", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_GEEN_LINK = re.compile(r"[^\w\- ]")
_SPATIES = " \t"
_VOOR_HAAK = ("!", "^")
"""What would make an image or a note of the link, or the sign of a note, behind it."""

_ACHTER_NOOT = ("(", ":")
"""What would make a link or a definition of the sign of a note in front of it."""


def write(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:  # noqa: ARG001 - one interface
    """The document as Markdown in UTF-8; Markdown has no house style."""
    schrijver = _Markdown(document)
    koppen = [f"# {schrijver.one_line(document.titel)}"]
    koppen += [schrijver.one_line(document.ondertitel)] if document.ondertitel else []
    regels = "\n\n".join([*koppen, *schrijver.blocks(document.blokken), *schrijver.noten()])
    return f"{regels}\n".encode(), schrijver.tekens.bevindingen()


def _escape(tekst: str) -> str:
    """Text that reads as typed; a backslash before each sign that Markdown would act on."""
    return _MERKEN.sub(r"\\\1", tekst)


def _lines(tekst: str) -> str:
    """Escaped text as lines of a paragraph: each typed line stays a line, none becomes a list or a heading."""
    regels = (regel.strip(_SPATIES) for regel in tekst.strip().split("\n"))
    return "\\\n".join(_LIJSTMERK.sub(_escape_mark, regel) for regel in regels if regel)


def _escape_mark(match: re.Match[str]) -> str:
    return match[0] + "\\" if match[0].isdigit() else "\\" + match[0]


class _Markdown:
    """Writes blocks; keeps count of tables, notes and characters that were replaced."""

    def __init__(self, document: Document) -> None:
        self.tekens = Tekens()
        self._tabellen = 0
        self._figuren = 0
        self._noten: list[str] = []
        self._koppen = list(count_koppen(document.blokken))
        self._plaats = 0
        self._links = _list_links(document.titel, self._koppen)
        self._links_van = {kop.kop.anker: link for kop, link in zip(self._koppen, self._links, strict=True)}

    def one_line(self, tekst: str) -> str:
        """Plain text on one line."""
        return _escape(" ".join(self.tekens.clean(tekst).split()))

    def blocks(self, blokken: Iterable[Blok]) -> Iterator[str]:
        """The blocks, each as its own lines."""
        for blok in blokken:
            if isinstance(blok, Kop):
                yield self._heading(blok)
            elif isinstance(blok, Inhoudsopgave):
                yield from self._contents(blok)
            elif isinstance(blok, Alinea):
                yield self._paragraph(blok)
            elif isinstance(blok, Lijst):
                yield from self._list(blok)
            elif isinstance(blok, Tabel):
                yield self._table(blok)
            elif isinstance(blok, (Figuur, Afbeelding)):
                yield from self._figure(blok)

    def _heading(self, blok: Kop) -> str:
        """A heading with its number as text, for Markdown cannot count."""
        nummer = self._koppen[self._plaats].nummer
        self._plaats += 1
        woorden = " ".join(self._content(blok.inhoud).split())
        return " ".join(filter(None, ("#" * min(blok.niveau + 1, 6), nummer, woorden)))

    def _contents(self, blok: Inhoudsopgave) -> Iterator[str]:
        """A list of links to the headings."""
        link_van = dict(zip(map(id, self._koppen), self._links, strict=True))
        regels = [
            f"{'  ' * (een.kop.niveau - 1)}- [{self.one_line(f'{een.nummer} {een.titel}')}](#{link_van[id(een)]})"
            for een in list_inhoud(blok, self._koppen)
        ]
        if regels:
            yield f"**{self.one_line(blok.titel)}**"
            yield "\n".join(regels)

    def _figure(self, blok: Figuur | Afbeelding) -> Iterator[str]:
        """A text file shows no picture: the caption, then in words what the figure tells."""
        self._figuren += 1
        yield f"**Figuur {self._figuren} – {self.one_line(blok.bijschrift)}**"
        yield _lines(_escape(self.tekens.clean(blok.alternatief)))

    def _paragraph(self, blok: Alinea) -> str:
        if blok.rol == "code":
            tekst = self.tekens.clean(plain(blok.inhoud))
            hek = "`" * max(3, _longest_backticks(tekst) + 1)
            return f"{hek}\n{tekst}\n{hek}"
        regels = _lines(self._content(blok.inhoud))
        return "\n".join(f"> {regel}" for regel in regels.split("\n")) if blok.rol == "citaat" else regels

    def noten(self) -> Iterator[str]:
        """The definitions of the notes in the blocks so far; the lines of one belong together by their indent."""
        if self._noten:
            yield "\n".join(f"[^{nummer}]: {noot}" for nummer, noot in enumerate(self._noten, 1))

    def _content(self, inhoud: Inhoud) -> str:
        delen: list[str] = []
        na_noot = False
        for deel in inhoud:
            markdown = self._inline(deel)
            if markdown.startswith("[") and delen and delen[-1].endswith(_VOOR_HAAK):
                delen[-1] = f"{delen[-1][:-1]}\\{delen[-1][-1]}"
            delen.append(f"\\{markdown}" if na_noot and markdown.startswith(_ACHTER_NOOT) else markdown)
            na_noot = isinstance(deel, Noot)
        return "".join(delen)

    def _inline(self, deel: Inline) -> str:
        if isinstance(deel, Noot):
            self._noten.append(_lines(self._content(deel.inhoud)).replace("\n", "\n    "))
            return f"[^{len(self._noten)}]"
        if isinstance(deel, Passage):
            return self._content(show_passage(deel))
        tekst = self.tekens.clean(deel.tekst)
        if isinstance(deel, Koppeling):
            adres = re.sub(r"[\s<>\\]", _percent, self.tekens.clean(deel.adres))
            return f"[{_escape(' '.join(tekst.split()))}](<{adres}>)"
        if isinstance(deel, Tekst):
            return _emphasize(tekst, deel)
        link = self._links_van.get(deel.anker, "") if deel.anker else ""
        return f"[{_escape(' '.join(tekst.split()))}](#{link})" if link else _escape(tekst)

    def _list(self, blok: Lijst) -> Iterator[str]:
        """A list; Markdown knows no letters, so lettered items are paragraphs with their letter."""
        if blok.nummering == "letter":
            for plaats, punt in enumerate(blok.punten, blok.start):
                eerste, *rest = [*self.blocks(punt.blokken)] or [""]
                yield f"{letter(plaats)}. {eerste}"
                yield from rest
            return
        merken = (
            f"{plaats}." if blok.nummering else "-" for plaats in range(blok.start, blok.start + len(blok.punten))
        )
        yield "\n".join(self._item(punt, merk) for merk, punt in zip(merken, blok.punten, strict=True))

    def _item(self, punt: Punt, merk: str) -> str:
        inspring = " " * (len(merk) + 1)
        regels = "\n\n".join(self.blocks(punt.blokken)).split("\n")
        return "\n".join([f"{merk} {regels[0]}", *(f"{inspring}{regel}" if regel else "" for regel in regels[1:])])

    def _table(self, blok: Tabel) -> str:
        self._tabellen += 1
        bijschrift = f" – {self.one_line(blok.bijschrift)}" if blok.bijschrift else ""
        kop = [self.one_line(kolom.titel) for kolom in blok.kolommen]
        rijen = [[self._cell(cel) for cel in rij.cellen] for rij in blok.rijen]
        regels = [f"| {' | '.join(cellen)} |" for cellen in (kop, ["---"] * len(kop), *rijen)]
        return f"**Tabel {self._tabellen}{bijschrift}**\n\n" + "\n".join(regels)

    def _cell(self, inhoud: Inhoud) -> str:
        """A cell stands on one line; its lines are kept apart by a slash."""
        regels = (" ".join(regel.split()) for regel in self._content(inhoud).split("\n"))
        return " / ".join(regel for regel in regels if regel)


def _list_links(titel: str, koppen: Iterable[Genummerd]) -> list[str]:
    """The address of every heading, as the programs that show Markdown make it of its words; the title has one too."""
    taken = {_slug(titel)}
    links = []
    for kop in koppen:
        woorden = _slug(f"{kop.nummer} {kop.titel}".strip())
        link = next(een for een in chain([woorden], (f"{woorden}-{nummer}" for nummer in count(1))) if een not in taken)
        taken.add(link)
        links.append(link)
    return links


def _slug(woorden: str) -> str:
    return _GEEN_LINK.sub("", woorden.lower()).replace(" ", "-")


def _emphasize(tekst: str, deel: Tekst) -> str:
    """Text with its emphasis; spaces stay outside the signs, else Markdown does not see them."""
    kern = tekst.strip()
    if not kern:
        return tekst
    voor, _, na = tekst.partition(kern)
    if deel.code and "\n" not in kern:
        hek = "`" * (_longest_backticks(kern) + 1)
        ruimte = " " if kern[0] == "`" or kern[-1] == "`" else ""
        kern = f"{hek}{ruimte}{kern}{ruimte}{hek}"
    else:
        kern = _escape(kern)
    for aan, merk in ((deel.cursief, "*"), (deel.vet, "**"), (deel.doorgehaald, "~~")):
        if aan:
            kern = "\n".join(f"{merk}{regel}{merk}" if regel else "" for regel in kern.split("\n"))
    return voor + kern + na


def _longest_backticks(tekst: str) -> int:
    return max((len(reeks) for reeks in _BACKTICKS.findall(tekst)), default=0)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
