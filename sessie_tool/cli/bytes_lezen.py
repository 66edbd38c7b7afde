"""Bytes → lines of text: UTF-8, and what is not UTF-8 as Windows wrote it. No byte is thrown away."""

import codecs
from collections.abc import Iterator
from typing import NamedTuple, Protocol

_GROOTTE = 1 << 16
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Gelezen(NamedTuple):
    """A text that was read.

    Attributes:
        tekst: the text.
        was_utf8: False when it had to be read as Windows text (cp1252).
    """

    tekst: str
    was_utf8: bool = True


class Stroom(Protocol):
    """What bytes come from: a file or a pipe."""

    def read1(self, size: int = -1, /) -> bytes:
        """The bytes that are there now; waits for the first one; b"" at the end."""


def decode_tekst(ruw: bytes) -> Gelezen:
    """UTF-8; else cp1252; else the few bytes that cp1252 does not have as latin-1."""
    try:
        return Gelezen(ruw.decode("utf-8"))
    except UnicodeDecodeError:
        return Gelezen("".join(_windows(ruw[plaats : plaats + 1]) for plaats in range(len(ruw))), was_utf8=False)


def _windows(teken: bytes) -> str:
    try:
        return teken.decode("cp1252")
    except UnicodeDecodeError:
        return teken.decode("latin-1")


def read_batches(stroom: Stroom) -> Iterator[list[Gelezen]]:
    r"""The lines as they come in: each batch holds the whole lines that are there now.

    A line ends at \n (or \r\n) and nowhere else. A byte order mark is left out; UTF-16 (as PowerShell writes it) is
    read whole before its lines come out.
    """
    rest = stroom.read1(_GROOTTE)
    while _is_half_bom(rest) and (meer := stroom.read1(_GROOTTE)):
        rest += meer
    if rest.startswith(_UTF16):
        yield [Gelezen(_strip_end(regel)) for regel in _read_utf16(rest, stroom).split("\n")]
        return
    rest = rest.removeprefix(codecs.BOM_UTF8)
    while True:
        *heel, rest = rest.split(b"\n")
        if heel:
            yield [_decode_regel(regel) for regel in heel]
        stukken = [rest]
        while (stuk := stroom.read1(_GROOTTE)) and b"\n" not in stuk:
            stukken.append(stuk)
        rest = b"".join([*stukken, stuk])
        if not stuk:
            break
    if rest:
        yield [_decode_regel(rest)]


def _is_half_bom(begin: bytes) -> bool:
    return bool(begin) and any(bom.startswith(begin) and bom != begin for bom in (codecs.BOM_UTF8, *_UTF16))


def _read_utf16(begin: bytes, stroom: Stroom) -> str:
    stukken = [begin]
    while stuk := stroom.read1(_GROOTTE):
        stukken.append(stuk)
    return b"".join(stukken).decode("utf-16", "replace")


def _decode_regel(ruw: bytes) -> Gelezen:
    return decode_tekst(ruw.removesuffix(b"\r"))


def _strip_end(regel: str) -> str:
    return regel.removesuffix("\r")
