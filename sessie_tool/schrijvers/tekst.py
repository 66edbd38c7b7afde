"""Plain text: a Document → lines without boxes or signs that a screen reader would spell, also for a mail."""

from collections.abc import Iterable, Iterator
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
    Tabel,
    show_passage,
)
from sessie_tool.kern.koppen import count_koppen, list_inhoud
from sessie_tool.kern.taal import letter
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.schrijvers.tekens import Tekens

_LIJNEN = "=-"


def write(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:  # noqa: ARG001 - one interface
    """The document as plain text in UTF-8; it has no house style."""
    schrijver = _Tekst(document)
    titel = schrijver.show(document.titel)
    delen = [_underline(titel, "="), *([schrijver.show(document.ondertitel)] if document.ondertitel else [])]
    regels = "\n\n".join([*delen, *schrijver.blocks(document.blokken)])
    return f"{regels}\n".encode(), schrijver.tekens.bevindingen()


def _underline(kop: str, lijn: str) -> str:
    return f"{kop}\n{lijn * max(len(regel) for regel in kop.split(chr(10)))}"


class _Tekst:
    """Writes blocks; keeps count of tables, notes and characters that were replaced.

    A note stands straight below the paragraph, item or row that it belongs to: who listens has not lost the sentence
    yet, and has no way to jump to the end and back.
    """

    def __init__(self, document: Document) -> None:
        self.tekens = Tekens()
        self._koppen = list(count_koppen(document.blokken))
        self._plaats = 0
        self._tabellen = 0
        self._figuren = 0
        self._nummer = 0
        self._noten: list[str] = []

    def show(self, tekst: str) -> str:
        """Text that is safe in a file and on a screen."""
        return show_tekst(self.tekens.clean(tekst)).strip()

    def blocks(self, blokken: Iterable[Blok]) -> Iterator[str]:
        """The blocks, each as its own lines."""
        for blok in blokken:
            if isinstance(blok, Kop):
                yield self._heading(blok)
                yield from self._take_noten()
            elif isinstance(blok, Inhoudsopgave):
                yield from self._contents(blok)
            elif isinstance(blok, Alinea):
                yield "\n".join([self._content(blok.inhoud), *self._take_noten()])
            elif isinstance(blok, Lijst):
                yield "\n".join(self._list(blok))
            elif isinstance(blok, Tabel):
                yield "\n".join(self._table(blok))
            elif isinstance(blok, (Figuur, Afbeelding)):
                self._figuren += 1
                yield f"Figuur {self._figuren}: {self.show(blok.bijschrift)}\n{self.show(blok.alternatief)}"

    def _heading(self, blok: Kop) -> str:
        kop = f"{self._koppen[self._plaats].nummer} {self._content(blok.inhoud)}".strip()
        self._plaats += 1
        return _underline(kop, _LIJNEN[blok.niveau - 1]) if blok.niveau <= len(_LIJNEN) else kop

    def _contents(self, blok: Inhoudsopgave) -> Iterator[str]:
        """The headings, each on a line; what is lower stands further in."""
        regels = [
            "  " * een.kop.niveau + f"{een.nummer} {self.show(een.titel)}".strip()
            for een in list_inhoud(blok, self._koppen)
        ]
        if regels:
            yield "\n".join([self.show(blok.titel), *regels])

    def _content(self, inhoud: Inhoud) -> str:
        return self.show(self._parts(inhoud))

    def _parts(self, inhoud: Inhoud) -> str:
        return "".join([self._part(deel) for deel in inhoud])

    def _part(self, deel: Inline) -> str:
        if isinstance(deel, Noot):
            self._nummer += 1
            self._noten.append(f"Noot {self._nummer}: {self._content(deel.inhoud)}")
            return f" (noot {self._nummer})"
        if isinstance(deel, Passage):
            return self._parts(show_passage(deel))
        if isinstance(deel, Koppeling) and deel.adres not in (deel.tekst, f"mailto:{deel.tekst}"):
            return f"{deel.tekst} ({deel.adres})"
        return deel.tekst

    def _take_noten(self) -> list[str]:
        """The notes that no line shows yet."""
        noten, self._noten = self._noten, []
        return noten

    def _list(self, blok: Lijst) -> Iterator[str]:
        for plaats, punt in enumerate(blok.punten, blok.start):
            merk = {"": "-", "cijfer": f"{plaats}.", "letter": f"{letter(plaats)}."}[blok.nummering]
            regels = "\n".join(self.blocks(punt.blokken)).split("\n")
            inspring = " " * (len(merk) + 1)
            yield f"{merk} {regels[0]}"
            yield from (f"{inspring}{regel}" for regel in regels[1:])

    def _table(self, blok: Tabel) -> Iterator[str]:
        """The caption, then each row as 'label: value; label: value'; an empty cell has nothing to say."""
        self._tabellen += 1
        yield f"Tabel {self._tabellen}{f': {self.show(blok.bijschrift)}' if blok.bijschrift else ''}"
        labels = [self.show(kolom.titel) for kolom in blok.kolommen]
        for rij in blok.rijen:
            cellen = (" ".join(self._content(cel).split()) for cel in rij.cellen)
            yield "; ".join(_cell(*cel) for cel in zip(labels, cellen, strict=False) if cel[1])
            yield from self._take_noten()


def _cell(label: str, waarde: str) -> str:
    return f"{label}: {waarde}" if label else waarde
