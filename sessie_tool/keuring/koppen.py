"""Headings: one title, real heading styles, no level skipped, none empty."""

from collections.abc import Iterator
from itertools import pairwise

from sessie_tool.inlezen.pakket import W
from sessie_tool.inlezen.stijlen import is_on
from sessie_tool.keuring.stuk import Alinea, Plek, Stuk, shorten

_LANG_STUK = 3_000
"""From so many letters a document needs headings."""
_LANGSTE_KOP = 80


def find_geen_titel(stuk: Stuk) -> Iterator[str]:
    """The document, when neither a title nor a heading 1 stands in it."""
    if not any(niveau <= 1 and alinea.tekst.strip() for alinea, niveau in stuk.koppen):
        yield ""


def find_meer_titels(stuk: Stuk) -> Iterator[str]:
    """Every title after the first."""
    titels = [alinea for alinea, niveau in stuk.koppen if niveau == 0 and alinea.tekst.strip()]
    yield from map(_naam, titels[1:])


def find_sprong(stuk: Stuk) -> Iterator[str]:
    """Every heading that is more than one level below the one before it."""
    koppen = [(alinea, niveau) for alinea, niveau in stuk.koppen if niveau and alinea.tekst.strip()]
    niveaus = [0, *(niveau for _, niveau in koppen)]
    for (voor, na), (alinea, _) in zip(pairwise(niveaus), koppen, strict=True):
        if na > voor + 1:
            hoort = f"hoort kop {voor + 1}" if voor else "eerst kop 1"
            yield f"{_naam(alinea)} is kop {na}, {hoort}"


def find_lege_kop(stuk: Stuk) -> Iterator[Plek]:
    """Every heading without text."""
    for alinea, _ in stuk.koppen:
        if not alinea.tekst.strip():
            yield stuk.hoofd.place(alinea.node)


def find_geen_kop(stuk: Stuk) -> Iterator[str]:
    """The document, when it is long and has no headings."""
    if not any(niveau for _, niveau in stuk.koppen) and sum(len(one.tekst) for one in stuk.alineas) > _LANG_STUK:
        yield ""


def find_vette_kop(stuk: Stuk) -> Iterator[str]:
    """Every short paragraph that is all bold and has no heading style."""
    vet = {next(node.iterancestors(f"{W}p"), None) for node in stuk.hoofd.root.iter(f"{W}b")}
    for alinea in stuk.alineas:
        if alinea.node not in vet or not _is_short(alinea.tekst):
            continue
        in_tabel = next(alinea.node.iterancestors(f"{W}tbl"), None) is not None
        if not in_tabel and stuk.niveau(alinea) is None and _is_bold(alinea) and not _is_caption(stuk, alinea):
            yield _naam(alinea)


def _is_short(tekst: str) -> bool:
    kaal = tekst.strip()
    return 0 < len(kaal) <= _LANGSTE_KOP and kaal[-1] not in ".,:;!?)"


def _is_bold(alinea: Alinea) -> bool:
    runs = [run for run in alinea.node.iter(f"{W}r") if any((t.text or "").strip() for t in run.iterchildren(f"{W}t"))]
    return all(is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _is_caption(stuk: Stuk, alinea: Alinea) -> bool:
    return alinea.node.find(f"{W}pPr/{W}numPr") is not None or stuk.stijlen.name(alinea.stijl) in (
        "caption",
        "bijschrift",
    )


def _naam(alinea: Alinea) -> str:
    return f"'{shorten(alinea.tekst)}'"


REGELS = (
    (
        "titel-tekst",
        "Er staat geen titel boven het stuk",
        "Zet bovenaan waar het stuk over gaat en geef die regel de stijl Titel of Kop 1.",
        find_geen_titel,
    ),
    (
        "titel-meer",
        "Het stuk heeft meer dan één titel",
        "Laat er één staan en geef de andere de stijl Kop 1 of Standaard.",
        find_meer_titels,
    ),
    (
        "kop-overgeslagen",
        "Een kop slaat een niveau over",
        "Geef de kop een niveau dat maar één dieper is dan de kop erboven.",
        find_sprong,
    ),
    (
        "kop-leeg",
        "Een kop is leeg",
        "Haal de lege regel weg, of typ wat eronder staat.",
        find_lege_kop,
    ),
    (
        "kop-geen",
        "Het stuk is lang en heeft geen koppen",
        "Geef de regels boven elk deel de stijl Kop 1 of Kop 2; vette letters zijn geen kop.",
        find_geen_kop,
    ),
    (
        "kop-vet",
        "Kijk zelf: een regel met alleen vette letters lijkt een kop",
        "Is het een kop? Geef die regel dan de stijl Kop 1, Kop 2 of dieper.",
        find_vette_kop,
        "let op",
    ),
)
