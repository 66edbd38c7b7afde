"""Blocks → the Markdown in which a session keeps rich text; plain text → Markdown that reads as typed."""

import re
from collections.abc import Iterable, Iterator

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, Noot, Tabel, cell_text

_TEKENS = re.compile(
    r"[\\`*]|(?<!\w)_|_(?!\w)|~(?=~)|(?<=~)~|=(?==)|(?<==)=|\^(?=\[)|\[(?=\^|[^\]\n]{300}|[^\]\n]{0,299}\]\()|<(?=\w[\w+.-]*[:@])"
)
"""What means something inside a line. It looks no further than 300 signs ahead: then a bracket is escaped anyway."""
_BEGIN = re.compile(r"^(\s*)([#>+-]|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
_VERWIJZING = re.compile(r"\[\^([^\]\s]{1,200})\]")
_GETAL = re.compile(r"\(?(\d{1,4})[.)]")


def escape(tekst: str) -> str:
    """Plain text as Markdown that shows it as it is, inside a line."""
    return _TEKENS.sub(r"\\\g<0>", tekst)


def escape_begin(tekst: str) -> str:
    """The same for the beginning of a line: no list, quotation or heading arises."""
    return _BEGIN.sub(lambda begin: f"{begin[1]}{_escape_mark(begin[2])}", tekst)


def _escape_mark(merk: str) -> str:
    return f"{merk}\\" if merk.isdigit() else f"\\{merk}"


def to_markdown(blokken: Iterable[Blok], noten: dict[str, Noot] | None = None) -> str:
    """Blocks as one Markdown text, with the footnotes they point at below it."""
    delen: list[str] = []
    in_lijst = False
    for blok in blokken:
        deel = "\n".join(_lines(blok))
        is_punt = isinstance(blok, Lijstpunt)
        if not deel.strip():
            continue
        delen.append(f"{'' if not delen else chr(10) if is_punt and in_lijst else chr(10) * 2}{deel}")
        in_lijst = is_punt
    tekst = "".join(delen)
    return "\n\n".join([tekst, *_footnotes(tekst, noten or {})]).strip()


def _footnotes(tekst: str, noten: dict[str, Noot]) -> Iterator[str]:
    for merk in dict.fromkeys(_VERWIJZING.findall(tekst)):
        if merk in noten:
            yield f"[^{merk}]: {' '.join(noten[merk].opmaak.split())}"


def used_marks(tekst: str) -> set[str]:
    """The marks of the footnotes that a Markdown text points at."""
    return set(_VERWIJZING.findall(tekst))


def without_marks(tekst: str) -> str:
    """Text without the signs that point at footnotes."""
    return _VERWIJZING.sub("", tekst)


def _lines(blok: Blok) -> Iterator[str]:
    if isinstance(blok, Kop):
        merk = f"{blok.merk} " if blok.merk else ""
        yield f"{'#' * min(max(blok.niveau, 2), 6)} {merk}{blok.opmaak or escape(blok.tekst)}"
    elif isinstance(blok, Lijstpunt):
        yield _item(blok)
    elif isinstance(blok, Tabel):
        yield from _table(blok)
    else:
        yield blok.opmaak if isinstance(blok, Alinea) else escape_begin(blok.opmaak)


def _item(blok: Lijstpunt) -> str:
    """An item; Markdown knows no letters, so another marker than a number stands in the text of a bullet."""
    inspring = "   " * blok.diepte
    tekst = blok.opmaak.replace("\n", f"\n{inspring}   ")
    getal = _GETAL.fullmatch(blok.merk)
    if getal:
        return f"{inspring}{getal[1]}. {tekst}"
    return f"{inspring}- {tekst}" if blok.merk == "-" else f"{inspring}- {escape(blok.merk)} {tekst}"


def _table(blok: Tabel) -> Iterator[str]:
    for nummer, rij in enumerate(blok.rijen):
        cellen = [re.sub(r"(?<!\\)\|", r"\|", cell_text(cel, opmaak=True)) for cel in rij]
        yield f"| {' | '.join(cellen)} |"
        if nummer == 0:
            yield f"|{' --- |' * len(cellen)}"
