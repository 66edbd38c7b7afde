"""Tables: a header row that returns on every page, no merged cells, and words that tell what the table is."""

from collections.abc import Iterator
from typing import Any

from sessie_tool.inlezen.pakket import W
from sessie_tool.inlezen.stijlen import attribute, is_on
from sessie_tool.keuring.stuk import Deel, Plek, Stuk, text_of

_BIJSCHRIFT = ("caption", "bijschrift", "table caption", "tabel", "table", "onderschrift")
_SAMEN = (f"{W}vMerge", f"{W}hMerge")


def find_geen_kopregel(stuk: Stuk) -> Iterator[Plek]:
    """Every table whose first row is not marked as its header."""
    for deel, tabel in _tables(stuk):
        rij = tabel.find(f"{W}tr")
        if rij is not None and not is_on(rij.find(f"{W}trPr/{W}tblHeader")):
            yield _place(deel, tabel)


def find_samengevoegd(stuk: Stuk) -> Iterator[Plek]:
    """Every table with a cell over more than one column or row."""
    for deel, tabel in _tables(stuk):
        breed = any(attribute(one, "val", "1") not in ("", "1") for one in tabel.iter(f"{W}gridSpan"))
        if breed or next(tabel.iter(*_SAMEN), None) is not None:
            yield _place(deel, tabel)


def find_geen_omschrijving(stuk: Stuk) -> Iterator[Plek]:
    """Every table without a title, a description or a caption."""
    for deel, tabel in _tables(stuk):
        eigen = (tabel.find(f"{W}tblPr/{W}{naam}") for naam in ("tblCaption", "tblDescription"))
        if any(attribute(one, "val").strip() for one in eigen):
            continue
        if not any(_is_caption(stuk, buur) for buur in (tabel.getprevious(), tabel.getnext())):
            yield _place(deel, tabel)


def _tables(stuk: Stuk) -> Iterator[tuple[Deel, Any]]:
    return ((deel, tabel) for deel in stuk.delen for tabel in deel.root.iter(f"{W}tbl"))


def _is_caption(stuk: Stuk, node: Any) -> bool:
    if node is None or node.tag != f"{W}p" or not text_of(node).strip():
        return False
    return stuk.stijlen.name(attribute(node.find(f"{W}pPr/{W}pStyle"), "val")) in _BIJSCHRIFT


def _place(deel: Deel, tabel: Any) -> Plek:
    """A table is found by the first words in it."""
    gevuld = (cel for cel in tabel.iter(f"{W}tc") if text_of(cel).strip())
    return deel.place(next(gevuld, tabel))


REGELS = (
    (
        "tabel-kopregel",
        "Een tabel heeft geen rij met kolomkoppen die op elke bladzijde terugkomt",
        "Kies in Word de eerste rij en zet Tabelindeling > Veldnamenrij herhalen aan. Geen tabel? Maak alinea's.",
        find_geen_kopregel,
    ),
    (
        "tabel-samengevoegd",
        "In een tabel zijn cellen samengevoegd; een schermlezer raakt daar de weg kwijt",
        "Splits die cellen, of maak er twee tabellen van.",
        find_samengevoegd,
    ),
    (
        "tabel-omschrijving",
        "Een tabel heeft geen bijschrift en geen omschrijving",
        "Zet er een bijschrift boven (Verwijzingen > Bijschrift invoegen) dat zegt wat erin staat.",
        find_geen_omschrijving,
    ),
)
