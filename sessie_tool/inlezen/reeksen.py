"""Headings that only their row explains: 'I.', 'II.' or 'A.', 'B.' before them, and 'Vraag 1' above its question."""

import re
from collections.abc import Iterable
from typing import TypeGuard

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Lijstpunt, text_of
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.stukken import is_question
from sessie_tool.inlezen.woorden import part_of

replace = msgspec.structs.replace

_MERK = re.compile(r"\s*(?P<merk>[IVX]{1,5}|[A-Z])[.)][ \t\xa0]+(?=\S)")
_REEKS = re.compile(r"[IVXA-Z]{1,5}[.)]")
_LOS_NUMMER = re.compile(r"(\d{1,2})[ \t]+[A-Z][^\n]{1,78}[^\n.,;:]")
_KAAL = re.compile(r"vraag\s+(?:\d{1,2}|[a-z])\s*[.:)]?", re.IGNORECASE)


def is_series(merk: str) -> bool:
    """Whether a marker is a large letter or a Roman number, as `take_series` gives them to headings."""
    return bool(_REEKS.fullmatch(merk))


def take_series(delen: list[Blok]) -> list[Blok]:
    """The blocks with the Roman number or large letter of a heading apart from its words, where these make a row.

    A letter alone could be the initial of a name, so one of the letters has to stand before a heading word.
    """
    koppen = [(match["merk"], text_of(blok)[match.end() :]) for blok in delen if (match := _match(blok))]
    gezien = {blok.merk.strip("().") for blok in delen if isinstance(blok, Kop) or _is_bold_item(blok)}
    merken = gezien | {merk for merk, _ in koppen}
    romeins = {"I", "II"} <= merken
    letters = {"A", "B"} <= merken and any(part_of(rest) for _, rest in koppen)
    return [_split(blok, romeins=romeins) if romeins or letters else blok for blok in delen]


def _is_bold_item(blok: Blok) -> TypeGuard[Lijstpunt]:
    return isinstance(blok, Lijstpunt) and blok.vet


def _match(blok: Blok) -> re.Match[str] | None:
    past = (isinstance(blok, Kop) and not blok.merk) or (isinstance(blok, Alinea) and blok.vet)
    return _MERK.match(text_of(blok)) if past else None


def _split(blok: Blok, *, romeins: bool) -> Blok:
    match = _match(blok)
    if not match or (romeins and not set(match["merk"]) <= set("IVX")):
        return blok
    tekst, merk = text_of(blok)[match.end() :], f"{match['merk']}."
    if isinstance(blok, Kop):
        return replace(blok, tekst=tekst, merk=merk, opmaak=blok.opmaak.removeprefix(match[0]))
    return Lijstpunt(tekst, f"**{escape(tekst)}**", merk, vet=True)


def take_numbers(delen: list[Blok]) -> list[Blok]:
    """The blocks with lines below each other that begin with 1, 2, 3 without a dot made items of a list."""
    nummers = [0, *map(_bare_number, delen), 0]
    klaar = list(delen)
    for plaats, (voor, nummer, na) in enumerate(zip(nummers, nummers[1:], nummers[2:], strict=False)):
        if nummer and (voor == nummer - 1 > 0 or na == nummer + 1):
            tekst = text_of(delen[plaats]).strip().split(maxsplit=1)[1]
            klaar[plaats] = Lijstpunt(tekst, escape_begin(escape(tekst)), f"{nummer}.")
    return klaar


def _bare_number(blok: Blok) -> int:
    past = isinstance(blok, Alinea) and not (blok.vet or blok.vast or "[^" in blok.opmaak)
    match = _LOS_NUMMER.fullmatch(text_of(blok).strip()) if past else None
    return int(match[1]) if match else 0


def join_questions(blokken: Iterable[Blok]) -> list[Blok]:
    """The blocks with each 'Vraag 1' that stands above its question made one line with it."""
    klaar: list[Blok] = []
    for blok in blokken:
        vorige = klaar[-1] if klaar else None
        boven = isinstance(vorige, (Kop, Alinea)) and bool(_KAAL.fullmatch(vorige.tekst.strip()))
        if boven and isinstance(vorige, (Kop, Alinea)) and isinstance(blok, Alinea) and is_question(blok):
            label = vorige.tekst.strip().rstrip(".:)")
            klaar[-1] = replace(vorige, tekst=f"{label}: {blok.tekst}", opmaak=f"{escape(label)}: {blok.opmaak}")
        else:
            klaar.append(blok)
    return klaar
