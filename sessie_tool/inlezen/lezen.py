"""A file → a Rapport: chooses the reader, and finds out in which encoding a text was written."""

import codecs
from collections.abc import Callable
from pathlib import PurePath

from sessie_tool.inlezen.blokken import Rapport
from sessie_tool.inlezen.pakket import LeesError

GROOTSTE_BESTAND = 100_000_000
GROOTSTE_TEKST = 20_000_000
MEESTE_REGELS = 100_000
"""Some 2,000 pages; each line takes a moment, so that millions of them would look as if the program hangs."""


def read_rapport(bestandsnaam: str, ruw: bytes) -> Rapport:
    """The bytes of a file → what stands in it.

    Raises:
        LeesError: it cannot be read; the text says why and what to do.
    """
    pad = PurePath(bestandsnaam)
    soort = pad.suffix.lower()
    if soort not in LEZERS:
        raise LeesError(f"de soort '{soort or 'zonder naam'}' ken ik niet. Bewaar het als .docx, .md of .txt.")
    if len(ruw) > GROOTSTE_BESTAND:
        raise LeesError("het is groter dan 100 MB. Haal de afbeeldingen eruit en probeer het opnieuw.")
    if not ruw.strip():
        raise LeesError("het is leeg. Kijk of u het goede bestand hebt.")
    rapport = LEZERS[soort](pad.stem, ruw)
    if not rapport.blokken:
        raise LeesError("er staat geen tekst in. Is het een scan? Zet die dan eerst om naar tekst.")
    return rapport


def _docx(naam: str, ruw: bytes) -> Rapport:
    from sessie_tool.inlezen.docx import read_docx  # lxml is loaded only for a Word file

    return read_docx(naam, ruw)


def _md(naam: str, ruw: bytes) -> Rapport:
    from sessie_tool.inlezen.md import read_md

    return read_md(naam, decode(ruw))


def _txt(naam: str, ruw: bytes) -> Rapport:
    from sessie_tool.inlezen.txt import read_txt

    return read_txt(naam, decode(ruw))


LEZERS: dict[str, Callable[[str, bytes], Rapport]] = {
    ".docx": _docx,
    ".docm": _docx,
    ".md": _md,
    ".markdown": _md,
    ".txt": _txt,
}


def decode(ruw: bytes) -> str:
    r"""Bytes of a text file → text with \n as line end: UTF-8, UTF-16, else Windows.

    Raises:
        LeesError: it is no text.
    """
    if len(ruw) > GROOTSTE_TEKST:
        raise LeesError("het is groter dan 20 MB aan tekst. Kijk of dit echt een verslag is.")
    if utf16 := _find_utf16(ruw):
        tekst = ruw.decode(utf16, "replace")
    else:
        try:
            tekst = ruw.decode("utf-8-sig")
        except UnicodeDecodeError:
            tekst = _windows(ruw)
    if "\0" in tekst:
        raise LeesError("het is geen tekstbestand. Bewaar het verslag als .docx, .md of .txt.")
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n").replace("\v", "\n")
    if tekst.count("\n") > MEESTE_REGELS:
        raise LeesError("het heeft meer dan 100.000 regels. Verdeel het over meer bestanden.")
    return tekst


def _find_utf16(ruw: bytes) -> str:
    """Which UTF-16 it is: by its mark, else because every other byte of Western text is a zero; "" when it is none."""
    if ruw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    begin = ruw[:4_000]
    helft = len(begin) // 2
    nullen = {"utf-16-le": (begin[1::2].count(0), begin[::2].count(0)),
              "utf-16-be": (begin[::2].count(0), begin[1::2].count(0))}  # fmt: skip
    return next((naam for naam, (veel, geen) in nullen.items() if helft > 1 and veel > helft * 0.8 and not geen), "")


def _windows(ruw: bytes) -> str:
    """As Windows reads it; the five bytes it has no sign for become what latin-1 makes of them."""
    try:
        return ruw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([een]).decode("cp1252" if een not in _GEEN_TEKEN else "latin-1") for een in ruw)


_GEEN_TEKEN = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
