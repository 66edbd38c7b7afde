"""What the command line prints: text in which nothing can steer a terminal, JSON and CSV as they are."""

import io
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import msgspec

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.zichtbaar import show_regel, show_tekst


def use_utf8() -> None:
    """Write UTF-8 wherever the output goes, also on Windows."""
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(tekst: str = "") -> None:
    """Print one piece of text."""
    _write(sys.stdout, f"{show_tekst(tekst)}\n")


def say_id(naam: str) -> None:
    """Print one id or path on a line of its own, at once."""
    _write(sys.stdout, f"{show_regel(naam)}\n")
    sys.stdout.flush()


def warn(tekst: str) -> None:
    """Print one line for the person (not for the program that reads the output)."""
    _write(sys.stderr, f"{show_regel(tekst)}\n")


def warn_all(bevindingen: Iterable[Bevinding]) -> None:
    """Print findings, one a line."""
    for bevinding in bevindingen:
        warn(str(bevinding))


def say_json(waarde: Any) -> None:
    """Print JSON: UTF-8, with the characters themselves."""
    _write(sys.stdout, msgspec.json.format(msgspec.json.encode(waarde), indent=2).decode() + "\n")


def say_csv(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> None:
    """Print CSV as Dutch Excel opens it: a byte order mark, semicolons; the text is exactly as it was typed."""
    import csv

    blad = io.StringIO()
    schrijver = csv.writer(blad, delimiter=";", lineterminator="\n")
    schrijver.writerow(koppen)
    schrijver.writerows(rijen)
    _write(sys.stdout, f"\ufeff{blad.getvalue()}")


def say_table(koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
    """Print columns; each is as wide as its longest value needs, the last one runs on."""
    regels = [[show_regel(cel) for cel in rij] for rij in (koppen, *rijen)]
    breedtes = [min(40, max(len(rij[kolom]) for rij in regels)) for kolom in range(len(koppen))]
    for rij in regels:
        cellen = [cel.ljust(breedte) for cel, breedte in zip(rij, breedtes, strict=True)]
        _write(sys.stdout, "  ".join(cellen).rstrip() + "\n")


def say_rows(vorm: str, sleutels: Sequence[str], kolommen: Sequence[str], rijen: Sequence[dict[str, Any]]) -> None:
    """Print rows as JSON (all there is), as CSV (`sleutels`) or as a table to read (`kolommen`)."""
    if vorm == "json":
        say_json(rijen)
    elif vorm == "csv":
        say_csv(sleutels, [[_cel(rij[sleutel]) for sleutel in sleutels] for rij in rijen])
    else:
        koppen = [kolom.upper() for kolom in kolommen]
        say_table(koppen, [[_cel(rij[kolom]) for kolom in kolommen] for rij in rijen])


def say_bytes(inhoud: bytes) -> None:
    """Print a file as it is, with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(inhoud)
    sys.stdout.buffer.flush()


def _cel(waarde: Any) -> str:
    if waarde is None:
        return ""
    return ", ".join(waarde) if isinstance(waarde, tuple) else str(waarde)


def _write(stroom: TextIO, tekst: str) -> None:
    stroom.write(tekst)
