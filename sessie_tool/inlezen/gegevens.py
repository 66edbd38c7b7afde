"""What stands at the head of a report: its title, date, place and occasion."""

import re
from collections.abc import Iterable

import msgspec

from sessie_tool.inlezen.blokken import Alinea, Blok, Kop, Noot, Rapport, block_text, rich_of
from sessie_tool.inlezen.datums import find_datum, is_said_by
from sessie_tool.inlezen.fragment import Fragment
from sessie_tool.inlezen.koppen import split_label
from sessie_tool.inlezen.markdown import escape, escape_begin
from sessie_tool.inlezen.woorden import is_exact, part_of, says_more

_LANGSTE_TITEL = 200
_LANGSTE_AANLEIDING = 400
_LANGSTE_PLAATS = 80
_PLAATS_DATUM = re.compile(r"(?P<plaats>[A-Z'][^\d,.;:]{1,60}?)\s*[,–-]\s*(?P<datum>.*\d{4})\.?", re.DOTALL)
_DATUM_PLAATS = re.compile(r"(?P<datum>.*\d{4})\s*[,|–-]\s*(?P<plaats>[A-Z'][^\d.;:]{1,60})", re.DOTALL)
_DD = re.compile(r"(?:d\.?\s?d\.?|op|datum)\s+(?=\S)", re.IGNORECASE)
_BRIEFHOOFD = re.compile(
    r"(?:aan|van|cc|bcc|verzonden|sent|from|to|[\w ]*kenmerk|bijlagen?|author|auteur)\s*:", re.IGNORECASE
)
"""Lines of a letter or message; a date in them is that of the message."""

_AFZENDER = re.compile(r"\s*gemeente(?: [A-Z][\w'-]+){1,3}\s*", re.IGNORECASE)
"""A line above the title that only says whose report it is."""

_TIJD = re.compile(
    r"(?:van )?\d{1,2}[.:]\d\d(?:\s*(?:[-–]|tot)\s*\d{1,2}[.:]\d\d)?(?:\s*uur)?|\d{1,2}(?:\s*[-–]\s*\d{1,2})? uur"
)
_GEBOUW = re.compile(
    r"\b(?:\w*huis|\w*kantoor|\w*zaal|zaal|kamer|\w*centrum|\w*gebouw|theater|bibliotheek|campus|teams|online)\b",
    re.IGNORECASE,
)
_PLEK_ACHTER = re.compile(r"[,;]?\s+(?:in|te)\s+(?P<plaats>(?:(?:de|het)\s+)?[A-Z].{1,60})")
_SOORT_STUK = frozenset(
    {"verslag", "conceptverslag", "notulen", "memo", "notitie", "gespreksverslag", "brief", "rapport"}
)
_SAMENKOMST = re.compile(r"bijeen|sessie|vergader|overleg|gehouden|samenkomst|kwam", re.IGNORECASE)


class Gegevens(msgspec.Struct):
    """The head of a report; `rest` is what of it found no place, with the name of where it stood.

    Attributes:
        inleiding: paragraphs above the first heading that are text.
    """

    titel: str = ""
    datum: str = ""
    plaats: str = ""
    aanleiding: str = ""
    inleiding: list[Blok] = []
    rest: list[tuple[str, Blok]] = []


def take_title(rapport: Rapport) -> tuple[str, tuple[Blok, ...]]:
    """The title of a report, and its blocks without it; a title from the properties or the file name takes nothing."""
    blokken = rapport.blokken
    lopend: list[Blok] = [blok for blok in blokken if not isinstance(blok, Noot)]
    plaats = _find_title(lopend)
    if plaats is None:
        return rapport.titel or _name_of(rapport), blokken
    volgende = lopend[plaats + 1] if plaats + 1 < len(lopend) else None
    afzender = (
        isinstance(volgende, Alinea) and _is_short_line(volgende) and _AFZENDER.fullmatch(block_text(lopend[plaats]))
    )
    gekozen = volgende if volgende and afzender and not find_datum(block_text(volgende))[0] else lopend[plaats]
    titel = " ".join(block_text(gekozen).split())
    over = tuple(blok for blok in blokken if blok is not gekozen)
    if "[^" in rich_of(gekozen):
        over = (Alinea(titel, rich_of(gekozen), vast=True), *over)
    return titel, over


def _name_of(rapport: Rapport) -> str:
    """The name of the file as a title."""
    return " ".join(rapport.naam.replace("_", " ").split())


def _find_title(blokken: list[Blok]) -> int | None:
    koppen = [(plaats, blok) for plaats, blok in enumerate(blokken) if isinstance(blok, Kop)]
    echt = next((plaats for plaats, kop in koppen if kop.niveau == 0), None)
    if echt is not None:
        return echt
    if koppen and koppen[0][0] < 6:
        plaats, kop = koppen[0]
        alleen = all(ander.niveau > kop.niveau for _, ander in koppen[1:]) and len(koppen) > 1
        if alleen or not (part_of(kop.tekst) or kop.merk):
            return plaats
    eerste = blokken[0] if blokken else None
    if isinstance(eerste, Alinea) and _is_short_line(eerste) and not is_exact(eerste.tekst):
        return 0
    return None


def _is_short_line(blok: Alinea) -> bool:
    """Whether a paragraph is a line such as a title or an occasion: no sentence, no label."""
    tekst = blok.tekst.strip()
    zin = tekst.endswith((".", "?", "!", ":", ";")) or len(tekst) > _LANGSTE_TITEL or ("\n" in tekst and not blok.vet)
    label = split_label(tekst)[0] or _BRIEFHOOFD.match(tekst)
    return not (blok.vast or zin or label) and any(map(str.isalpha, tekst))


def read_gegevens(titel: str, fragmenten: Iterable[Fragment], rapport: Rapport) -> Gegevens:
    """The head of a report from the fragments that are about it."""
    uit = Gegevens(titel=titel)
    hoofd: list[Blok] = []
    for fragment in fragmenten:
        hoofd += fragment.blokken if fragment.deel == "hoofd" else ()
        _take_labelled(uit, fragment, rapport)
    later, uit.inleiding = uit.inleiding, []
    for blok in hoofd:
        _take_hoofd(uit, blok, is_last=bool(later))
    uit.inleiding += later
    _better_title(uit, rapport)
    return uit


def _better_title(uit: Gegevens, rapport: Rapport) -> None:
    """A title that only says what kind of paper it is, or whose, gets the subject of the report."""
    if not uit.aanleiding:
        return
    if uit.titel == _name_of(rapport):
        uit.titel = uit.aanleiding
    elif uit.titel.casefold().strip(" .:") in _SOORT_STUK:
        uit.titel = f"{uit.titel.strip(' .:').capitalize()}: {uit.aanleiding}"


def _take_labelled(uit: Gegevens, fragment: Fragment, rapport: Rapport) -> None:
    if fragment.deel == "datum":
        _take_datum(uit, fragment.blokken)
    elif fragment.deel == "plaats":
        _take_plaats(uit, fragment.blokken)
    elif fragment.deel == "titel":
        _take_titel(uit, fragment.blokken, rapport)
    elif fragment.deel == "aanleiding":
        _take_aanleiding(uit, fragment)


def _take_datum(uit: Gegevens, blokken: Iterable[Blok]) -> None:
    for blok in blokken:
        tekst = block_text(blok).strip()
        iso, woorden = find_datum(tekst)
        if iso and not uit.datum:
            uit.datum = iso
            if tekst.strip(" .") == woorden.strip(" .") and is_said_by(woorden, iso):
                continue
        uit.rest.append(("datum", blok))


def _take_plaats(uit: Gegevens, blokken: Iterable[Blok]) -> None:
    tekst = ", ".join(" ".join(block_text(blok).split()) for blok in blokken)
    uit.plaats = f"{uit.plaats}, {tekst}" if uit.plaats and tekst else uit.plaats or tekst


def _take_titel(uit: Gegevens, blokken: Iterable[Blok], rapport: Rapport) -> None:
    for blok in blokken:
        tekst = " ".join(block_text(blok).split())
        if uit.titel in ("", rapport.titel, _name_of(rapport)):
            uit.titel = tekst
        elif tekst != uit.titel:
            uit.rest.append(("titel", blok))


def _take_aanleiding(uit: Gegevens, fragment: Fragment) -> None:
    """A short occasion goes to its field; a longer one is the beginning of the introduction, under its heading."""
    tekst = " ".join(block_text(blok) for blok in fragment.blokken)
    kort = len(fragment.blokken) == 1 and len(tekst) <= _LANGSTE_AANLEIDING and isinstance(fragment.blokken[0], Alinea)
    if kort and not uit.aanleiding and "[^" not in rich_of(fragment.blokken[0]):
        uit.aanleiding = " ".join(tekst.split())
    elif fragment.blokken:
        uit.inleiding += [Kop(3, fragment.kop or "Aanleiding"), *fragment.blokken]
        return
    if says_more(fragment.kop):
        uit.rest.append(("koppen", Kop(4, fragment.kop)))


def _take_hoofd(uit: Gegevens, blok: Blok, *, is_last: bool) -> None:
    """A line without a label above the first heading: date, place and date, the occasion, or text."""
    tekst = " ".join(block_text(blok).split())
    if _BRIEFHOOFD.match(tekst):
        uit.inleiding.append(blok)
        return
    voor = _DD.match(tekst) if find_datum(tekst)[0] else None
    tekst = tekst[voor.end() :] if voor else tekst
    iso, woorden = find_datum(tekst)
    if iso and tekst.startswith(woorden) and _take_row(uit, blok, tekst, (iso, woorden)):
        return
    achter = _PLEK_ACHTER.fullmatch(tekst[tekst.find(woorden) + len(woorden) :].rstrip(".")) if iso else None
    if achter and not uit.plaats and _is_short_line(Alinea(tekst, tekst)):
        uit.plaats = achter["plaats"]
    samen = _PLAATS_DATUM.fullmatch(tekst) or _DATUM_PLAATS.fullmatch(tekst)
    if iso and tekst.strip(" .") == woorden.strip(" .") and is_said_by(woorden, iso) and uit.datum in ("", iso):
        uit.datum = iso
    elif (
        iso
        and samen
        and samen["datum"].strip() == woorden.strip()
        and not uit.plaats
        and is_said_by(woorden, iso)
        and uit.datum in ("", iso)
    ):
        uit.plaats, uit.datum = samen["plaats"].strip(), uit.datum or iso
    elif isinstance(blok, Alinea) and not uit.plaats and _is_short_line(blok) and not iso and _is_building(tekst):
        uit.plaats = tekst
    elif isinstance(blok, Alinea) and not uit.aanleiding and not (uit.inleiding or is_last) and _is_short_line(blok):
        uit.aanleiding = tekst
        uit.datum = uit.datum or iso
    else:
        uit.inleiding.append(blok)
        uit.datum = uit.datum or iso


def _is_building(tekst: str) -> bool:
    return (
        len(tekst) < _LANGSTE_PLAATS
        and bool(_GEBOUW.search(tekst))
        and not re.search("verslag|sessie", tekst.casefold())
    )


def _take_row(uit: Gegevens, blok: Blok, tekst: str, datum: tuple[str, str]) -> bool:
    """A line of a date, a time and a place with commas between; what has no field is kept with the date."""
    iso, woorden = datum
    delen = [deel.strip() for deel in re.split(r"\s*[,|;]\s*", tekst[len(woorden) :].strip(" .")) if deel.strip()]
    plekken = [deel for deel in delen if not _TIJD.fullmatch(deel)]
    if not delen or not (len(plekken) < len(delen) or _is_building(" ".join(plekken))) or uit.datum not in ("", iso):
        return False
    if any(re.search(r"\d{4}", deel) or len(deel) > _LANGSTE_PLAATS for deel in plekken) or (uit.plaats and plekken):
        return False
    uit.datum, uit.plaats = iso, uit.plaats or ", ".join(plekken)
    if len(plekken) < len(delen) or not is_said_by(woorden, iso):
        over = ", ".join([woorden, *(deel for deel in delen if deel not in plekken)])
        uit.rest.append(("datum", Alinea(over, escape_begin(escape(over))) if "[^" not in rich_of(blok) else blok))
    return True


def guess_datum(titel: str, rapport: Rapport) -> tuple[str, bool]:
    """The date of a report that has none in its head, and whether that is more than a guess; ("", False) for none.

    A date in the title, the name or the header is that of the session; one in the text or the properties may be.
    """
    randen = [
        blok.tekst for blok in rapport.blokken if isinstance(blok, Noot) and blok.waar in ("koptekst", "voettekst")
    ]
    teksten = [block_text(blok) for blok in rapport.blokken if not isinstance(blok, Noot)]
    zinnen = [zin for tekst in teksten for zin in re.split(r"(?<=[a-z)][.!?])\s+", tekst) if _SAMENKOMST.search(zin)]
    for tekst in (titel, rapport.naam.replace("_", " "), rapport.titel, *randen):
        iso, _ = find_datum(tekst)
        if iso:
            return iso, True
    for tekst in (*zinnen, rapport.gemaakt, *teksten):
        iso, _ = find_datum(tekst)
        if iso:
            return iso, False
    return "", False
