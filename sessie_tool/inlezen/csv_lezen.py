"""CSV → rows by column: finds the separator, the header row and what each header means; no cell is thrown away."""

import csv
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import PurePath

import msgspec

from sessie_tool.inlezen.lezen import GROOTSTE_TEKST, decode
from sessie_tool.inlezen.pakket import LeesError
from sessie_tool.kern.taal import join_woorden

SOORTEN = (".csv", ".tsv")
"""The endings of files that hold rows."""

_SCHEIDERS = (";", "\t", ",", "|")
_KOPRIJEN = 40
"""In so many rows from the top a header is looked for."""

_KOPPEN = 1000
"""In so many columns from the left: a broken file can be one row of millions."""

_SEP = re.compile(r'"?sep=(.)"?\n')

_VULLING = frozenset(
    {"score", "scores", "cijfer", "van", "de", "het", "door", "per", "naam", "tot", "en", "met", "t", "m", *"01234"}
)
"""Words around the name of a column that change nothing."""

Kolommen = Mapping[str, tuple[str, ...]]
"""Field → the headers that stand for it, in small letters."""


class Csvrij(msgspec.Struct, frozen=True):
    """A row.

    Attributes:
        regel: the line (from 1) of the file where it begins.
        cellen: the text per known column, with the lines of its cell.
        extra: header and text of the other cells that hold something, each on one line.
    """

    regel: int
    cellen: dict[str, str]
    extra: tuple[tuple[str, str], ...] = ()

    def get(self, veld: str) -> str:
        """The text of a column on one line; "" when it is not there."""
        return " ".join(self.cellen.get(veld, "").split())

    def show(self) -> str:
        """All that stands in it."""
        cellen = [f"{veld.replace('_', ' ')}: {self.get(veld)}" for veld, cel in self.cellen.items() if cel]
        return "; ".join([*cellen, *(f"{kop}: {cel}" for kop, cel in self.extra)])


class Csvblad(msgspec.Struct, frozen=True):
    """A file of rows.

    Attributes:
        naam: of the file, without its ending.
        velden: the known columns.
        vooraf: line and text of the rows above the header.
        meldingen: what needs a look.
    """

    naam: str
    velden: tuple[str, ...]
    rijen: tuple[Csvrij, ...]
    vooraf: tuple[tuple[int, str], ...] = ()
    meldingen: tuple[str, ...] = ()


class _Ruw(msgspec.Struct, frozen=True):
    """All rows with the lines where they begin, under one separator; `open` when a quote was never closed."""

    rijen: list[tuple[int, list[str]]]
    open: bool


def read_csv(bestandsnaam: str, ruw: bytes, kolommen: Kolommen, nodig: tuple[str, ...]) -> Csvblad:
    """The bytes of a file → its rows.

    Args:
        bestandsnaam: for the name of the sheet.
        ruw: UTF-8 or UTF-16 (with or without a mark), or Windows.
        kolommen: what the headers mean.
        nodig: the columns without which it is another kind of file.

    Raises:
        LeesError: there is no row with the headers that are needed.
    """
    tekst = decode(ruw)
    sep = _SEP.match(tekst)
    tekst = tekst[sep.end() :] if sep else tekst
    keuzes = [_read(tekst, scheider) for scheider in ((sep[1], *_SCHEIDERS) if sep else _SCHEIDERS)]
    gevonden = [(one, _find_header(one, kolommen, nodig)) for one in keuzes]
    beste, (plaats, velden) = max(gevonden, key=lambda paar: sum(map(bool, paar[1][1])))
    if not any(velden):
        namen = join_woorden([f"'{kolommen[veld][0]}'" for veld in nodig])
        raise LeesError(f"er is geen rij met de kop {namen}. Zet bovenaan de namen van de kolommen.")
    koppen = beste.rijen[plaats][1]
    rijen = [(regel + bool(sep), cellen) for regel, cellen in beste.rijen]
    return Csvblad(
        naam=PurePath(bestandsnaam).stem,
        velden=tuple(filter(None, velden)),
        rijen=tuple(_make_row(regel, cellen, velden, koppen) for regel, cellen in rijen[plaats + 1 :] if any(cellen)),
        vooraf=tuple((regel, " ".join(" ".join(cellen).split())) for regel, cellen in rijen[:plaats] if any(cellen)),
        meldingen=("Een aanhalingsteken wordt nergens gesloten. Kijk of alle cellen kloppen.",) if beste.open else (),
    )


def _read(tekst: str, scheider: str) -> _Ruw:
    """The rows under one separator; when a quote is never closed, quotes are text."""
    try:
        return _Ruw(_rows(tekst, scheider, strict=True), open=False)
    except csv.Error as fout:
        is_open = "end of data" in str(fout)
    quoting = csv.QUOTE_NONE if is_open else csv.QUOTE_MINIMAL
    return _Ruw(_rows(tekst, scheider, quoting=quoting), is_open)


def _rows(tekst: str, scheider: str, **vorm: int) -> list[tuple[int, list[str]]]:
    csv.field_size_limit(GROOTSTE_TEKST)
    lezer = csv.reader(StringIO(tekst, newline="\n"), delimiter=scheider, **vorm)  # type: ignore[arg-type]
    rijen, begin = [], 1
    for cellen in lezer:
        rijen.append((begin, [_clean(cel) for cel in cellen]))
        begin = lezer.line_num + 1
    return rijen


def _clean(cel: str) -> str:
    """A cell without needless spaces, and without the quotes that were read as text."""
    kaal = "\n".join(" ".join(regel.split()) for regel in cel.strip().split("\n"))
    heel = len(kaal) > 1 and kaal[0] == kaal[-1] == '"'
    return kaal[1:-1].replace('""', '"').strip() if heel else kaal


def _find_header(ruw: _Ruw, kolommen: Kolommen, nodig: tuple[str, ...]) -> tuple[int, list[str]]:
    """The place of the header row and the field of each of its columns; no fields when there is none."""
    for plaats, (_, cellen) in enumerate(ruw.rijen[:_KOPRIJEN]):
        velden = _fields(cellen, kolommen)
        if set(nodig) <= set(velden):
            return plaats, velden
    return 0, []


def _fields(koppen: list[str], kolommen: Kolommen) -> list[str]:
    """The field of each header; "" for one that is not known or stands there twice."""
    velden: list[str] = []
    for kop in koppen[:_KOPPEN]:
        veld = _read_header(kop, kolommen) or _read_header(re.sub(r"\([^)]*\)", "", kop), kolommen)
        velden.append("" if veld in velden else veld)
    return velden


def _read_header(kop: str, kolommen: Kolommen) -> str:
    woorden = re.findall(r"\w+", kop.casefold())
    kern = " ".join(woord for woord in woorden if woord not in _VULLING)
    return _field(" ".join(woorden), kolommen) or _field(kern, kolommen)


def _field(kop: str, kolommen: Kolommen) -> str:
    return next((veld for veld, namen in kolommen.items() if kop in namen), "")


def _make_row(regel: int, cellen: list[str], velden: list[str], koppen: list[str]) -> Csvrij:
    bekend = {veld: cel for veld, cel in zip(velden, cellen, strict=False) if veld}
    extra = tuple(
        ((koppen[plaats] if plaats < len(koppen) else "") or f"kolom {plaats + 1}", " ".join(cel.split()))
        for plaats, cel in enumerate(cellen)
        if cel and (plaats >= len(velden) or not velden[plaats])
    )
    return Csvrij(regel, bekend, extra)
