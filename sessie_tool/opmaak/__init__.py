"""Opmaak: the Markdown that people type, turned into the blocks of a Document.

Markdown here is for people who take minutes, so little is taken away: HTML and entities are text, an underlined line
is no heading, an indented line is no code, `[x]: address` lines stay. What the parser would still drop (an extra table
cell, quotes nested too deep) is found by counting letters, and then the text is shown as typed.

Two signs are more than Markdown: a note (`^[so]`, or `[^1]` with `[^1]: so`), and a `==passage==` that is known.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from sessie_tool.kern.document import (
    MAX_NIVEAU,
    Alinea,
    Blok,
    Document,
    Inhoud,
    Inline,
    Kop,
    Koppeling,
    Lijst,
    Noot,
    Opmaak,
    Passage,
    Passagemerk,
    Rij,
    Tabel,
    tekst,
)
from sessie_tool.kern.verwijzen import link_verwijzingen

replace = msgspec.structs.replace

_SPECIAL = re.compile(r"[*_`\[\]<~|\\!]|^[ \t]*(?:[>#+-]|\d+[.)])", re.MULTILINE)
"""Without any of these there is no Markdown in a text, so it needs no parser."""

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

MEESTE_HAKEN = 1_000
"""Opening brackets in one paragraph; each makes the parser look at all behind it, so that 20,000 take 10 seconds."""


def resolve_opmaak(document: Document) -> Document:
    """The document with every Opmaak replaced with the blocks it stands for, and links where its text points at parts.

    Nothing typed is lost.
    """
    return link_verwijzingen(replace(document, blokken=_resolve(document.blokken, 0)))


def _resolve(blokken: Iterable[Blok], niveau: int) -> tuple[Blok, ...]:
    """Resolve a row of blocks below a heading of level `niveau`."""
    klaar: list[Blok] = []
    for blok in blokken:
        if isinstance(blok, Kop):
            niveau = blok.niveau
        if isinstance(blok, Opmaak):
            klaar += _with_anker(read_opmaak(blok.markdown, niveau, blok.passages), blok.anker)
        elif isinstance(blok, Lijst):
            punten = (replace(punt, blokken=_resolve(punt.blokken, MAX_NIVEAU)) for punt in blok.punten)
            klaar.append(replace(blok, punten=tuple(punten)))
        else:
            klaar.append(blok)
    return tuple(klaar)


def read_opmaak(markdown: str, niveau: int = 0, passages: tuple[Passagemerk, ...] = ()) -> tuple[Blok, ...]:
    """Markdown → blocks.

    Args:
        markdown: what a person typed.
        niveau: level of the heading it stands below; its own headings start one lower, or become bold paragraphs
            where there is no lower level.
        passages: the marked passages that are known.
    """
    bron = markdown.replace("\r\n", "\n").replace("\r", "\n")
    is_plain = not passages and not _SPECIAL.search(bron)
    if is_plain or any(deel.count("[") > MEESTE_HAKEN for deel in _BLANK_LINES.split(bron)):
        return _as_typed(bron)
    from sessie_tool.opmaak.lezer import Lezer  # most texts need no parser, so its import waits

    lezer = Lezer(niveau, passages)
    try:
        blokken = lezer.read(bron)
    except RecursionError:
        return _as_typed(bron)
    shown = " ".join([*_texts(blokken), *lezer.merken])
    return blokken if blokken and not _is_lost(bron, shown) else _as_typed(bron)


def _as_typed(bron: str) -> tuple[Blok, ...]:
    """Paragraphs between empty lines; every line stays a line."""
    alineas = (_strip_lines(deel) for deel in _BLANK_LINES.split(bron))
    return tuple(Alinea(tekst(alinea)) for alinea in alineas if alinea)


def _strip_lines(alinea: str) -> str:
    return "\n".join(regel.strip(" \t") for regel in alinea.split("\n")).strip("\n")


def _is_lost(bron: str, shown: str) -> bool:
    """Whether a letter or digit of the source is not shown."""
    return bool(Counter(filter(str.isalnum, bron)) - Counter(filter(str.isalnum, shown)))


def _texts(blokken: Iterable[Blok]) -> Iterator[str]:
    for blok in blokken:
        if isinstance(blok, Lijst):
            for punt in blok.punten:
                yield from _texts(punt.blokken)
        elif isinstance(blok, Tabel):
            yield from (kolom.titel for kolom in blok.kolommen)
            yield from (_all_text(cel) for rij in blok.rijen for cel in rij.cellen)
        elif isinstance(blok, (Alinea, Kop)):
            yield _all_text(blok.inhoud)


def _all_text(inhoud: Inhoud) -> str:
    return " ".join(map(_part_text, inhoud))


def _part_text(deel: Inline) -> str:
    """What was typed for a part; the label of a passage was not."""
    if isinstance(deel, (Noot, Passage)):
        return _all_text(deel.inhoud)
    return f"{deel.tekst} {deel.adres}" if isinstance(deel, Koppeling) else deel.tekst


def _with_anker(blokken: tuple[Blok, ...], anker: str) -> tuple[Blok, ...]:
    """The blocks with the anker on the first place that can hold one."""
    if not anker or not blokken:
        return blokken
    eerste = blokken[0]
    if isinstance(eerste, Lijst):
        eerste = replace(eerste, punten=(replace(eerste.punten[0], anker=anker), *eerste.punten[1:]))
    elif isinstance(eerste, Tabel):
        rijen = eerste.rijen or (Rij(tuple(() for _ in eerste.kolommen)),)
        eerste = replace(eerste, rijen=(replace(rijen[0], anker=anker), *rijen[1:]))
    else:
        eerste = replace(eerste, anker=anker)
    return (eerste, *blokken[1:])
