"""Questions that stand in one paragraph: '(a) wie …, (b) wat …', or sentences that ask one after the other."""

import re

from sessie_tool.inlezen.blokken import Alinea, Blok, Lijstpunt
from sessie_tool.inlezen.markdown import escape, escape_begin

_MERK = re.compile(r"(?:^|(?<=[\s:;,]))\(?(?P<merk>[a-z]|\d{1,2})\)\s+")
_ZIN = re.compile(r"(?<=[.?!])\s+(?=[\"“‘'(]?[A-Z])")
_GEVRAAGD = re.compile(r"\bvra(?:ag|gen)\b[^.?!:\n]{0,60}:\s*(?P<vraag>[^?.!\n]{8,300}\?)", re.IGNORECASE)
_VERBIND = re.compile(r"(?:[\s,;]|\ben\b|\bof\b)+$")


def take_apart(blokken: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """The blocks of a part with questions, in which a paragraph that holds more questions is as many items.

    A part that has a list, or more paragraphs that ask, shows its questions itself.
    """
    vragend = [blok for blok in blokken if isinstance(blok, Alinea) and "?" in blok.tekst and "[^" not in blok.opmaak]
    if len(vragend) != 1 or any(isinstance(blok, Lijstpunt) for blok in blokken):
        return blokken
    delen = _by_mark(vragend[0].tekst) or _by_sentence(vragend[0].tekst)
    return tuple(deel for blok in blokken for deel in (delen if delen and blok is vragend[0] else (blok,)))


def _by_mark(tekst: str) -> list[Blok]:
    merken = list(_MERK.finditer(tekst))
    reeks = "".join(f"{match['merk']} " for match in merken)
    if len(merken) < 2 or not ("a b c d e f g h ".startswith(reeks) or "1 2 3 4 5 6 7 8 9 ".startswith(reeks)):
        return []
    einden = [*(match.start() for match in merken[1:]), len(tekst)]
    vragen = [
        _item(_VERBIND.sub("", tekst[match.end() : einde]), f"{match['merk']}.")
        for match, einde in zip(merken, einden, strict=True)
    ]
    return [*_lead(tekst[: merken[0].start()]), *vragen]


def _by_sentence(tekst: str) -> list[Blok]:
    zinnen = _ZIN.split(tekst)
    vragen: list[Blok] = [_item(zin, "-") for zin in zinnen if zin.endswith("?")]
    return [*_lead(" ".join(zin for zin in zinnen if not zin.endswith("?"))), *vragen] if len(vragen) > 1 else []


def _lead(tekst: str) -> list[Blok]:
    kaal = tekst.strip()
    return [Alinea(kaal, escape_begin(escape(kaal)))] if kaal else []


def _item(tekst: str, merk: str) -> Lijstpunt:
    kaal = tekst.strip()
    return Lijstpunt(kaal, escape_begin(escape(kaal)), merk)


def asked_in(tekst: str) -> list[str]:
    """The questions that a text gives after a colon: 'De vraag was: hoe kiezen we?'."""
    return [match["vraag"].strip() for match in _GEVRAAGD.finditer(tekst)]
