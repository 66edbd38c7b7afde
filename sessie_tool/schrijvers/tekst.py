"""Plain text: a Document → lines without boxes or signs that a screen reader would spell, also for a mail."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.document import Alinea, Blok, Document, Inhoud, Kop, Koppeling, Lijst, Tabel
from sessie_tool.kern.taal import letter
from sessie_tool.kern.zichtbaar import show_tekst
from sessie_tool.schrijvers.tekens import Tekens

_LIJNEN = "=-"


def write(document: Document, huisstijl: Path | None) -> tuple[bytes, list[Bevinding]]:  # noqa: ARG001 - one interface
    """The document as plain text in UTF-8; it has no house style."""
    schrijver = _Tekst()
    titel = schrijver.show(document.titel)
    delen = [_underline(titel, "="), *([schrijver.show(document.ondertitel)] if document.ondertitel else [])]
    regels = "\n\n".join([*delen, *schrijver.blocks(document.blokken)])
    return f"{regels}\n".encode(), schrijver.tekens.bevindingen()


def _underline(kop: str, lijn: str) -> str:
    return f"{kop}\n{lijn * max(len(regel) for regel in kop.split(chr(10)))}"


class _Tekst:
    """Writes blocks; keeps count of tables and of characters that were replaced."""

    def __init__(self) -> None:
        self.tekens = Tekens()
        self._tabellen = 0

    def show(self, tekst: str) -> str:
        """Text that is safe in a file and on a screen."""
        return show_tekst(self.tekens.clean(tekst)).strip()

    def blocks(self, blokken: Iterable[Blok]) -> Iterator[str]:
        """The blocks, each as its own lines."""
        for blok in blokken:
            if isinstance(blok, Kop):
                kop = self._content(blok.inhoud)
                yield _underline(kop, _LIJNEN[min(blok.niveau, 2) - 1]) if blok.niveau <= len(_LIJNEN) else kop
            elif isinstance(blok, Alinea):
                yield self._content(blok.inhoud)
            elif isinstance(blok, Lijst):
                yield "\n".join(self._list(blok))
            elif isinstance(blok, Tabel):
                yield "\n".join(self._table(blok))

    def _content(self, inhoud: Inhoud) -> str:
        return self.show("".join(self._part(deel.tekst, deel) for deel in inhoud))

    def _part(self, tekst: str, deel: object) -> str:
        if isinstance(deel, Koppeling) and deel.adres not in (tekst, f"mailto:{tekst}"):
            return f"{tekst} ({deel.adres})"
        return tekst

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


def _cell(label: str, waarde: str) -> str:
    return f"{label}: {waarde}" if label else waarde
