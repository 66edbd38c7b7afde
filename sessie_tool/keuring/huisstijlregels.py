"""The rules for a house style: what the program does with it that a person should know. ONE table, `REGELS`."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from sessie_tool.fouten import suggest
from sessie_tool.inlezen.pakket import W
from sessie_tool.inlezen.stijlen import attribute
from sessie_tool.keuring import Regel
from sessie_tool.keuring.stuk import Deel, Plek, Stuk, shorten

INVULVELDEN = ("titel", "ondertitel", "datum", "plaats", "status", "verslag")

STIJLNAMEN = {
    "title": "Titel",
    "subtitle": "Ondertitel",
    **{f"heading {niveau}": f"Kop {niveau}" for niveau in range(1, 4)},
    "list paragraph": "Lijstalinea",
    "caption": "Bijschrift",
    "quote": "Citaat",
    "header": "Koptekst",
    "footer": "Voettekst",
}
"""The styles that a person would want to have a say in: their name in the file → in Dutch Word."""

_GEWOON = frozenset((
    "aptos", "aptos display", "arial", "arial narrow", "arial black", "book antiqua", "calibri", "calibri light",
    "cambria", "candara", "carlito", "century gothic", "comic sans ms", "consolas", "constantia", "corbel",
    "courier", "courier new", "dejavu sans", "dejavu serif", "franklin gothic book", "garamond", "georgia",
    "helvetica", "liberation mono", "liberation sans", "liberation serif", "palatino linotype", "segoe ui",
    "symbol", "tahoma", "times", "times new roman", "trebuchet ms", "verdana", "wingdings",
))  # fmt: skip
"""Fonts that most computers have, or have something for with the same widths."""

_A4 = (11906, 16838)
_SPELING = 120
"""Twentieths of a point that a page may differ: programs round."""
_CM = 567
_VERANDERLIJK = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME", "AUTHOR", "USERNAME", "LASTSAVEDBY")
_THEMA = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TALEN = {"en": "Engels", "de": "Duits", "fr": "Frans", "nl": "Nederlands"}


def _kopvoeten(stuk: Stuk) -> Iterator[Deel]:
    return (deel for deel in stuk.delen if deel.waar in ("in de koptekst", "in de voettekst"))


def _relations(stuk: Stuk) -> Iterable[tuple[str, str]]:
    return chain(stuk.hoofd.relaties.values(), *(deel.relaties.values() for deel in _kopvoeten(stuk)))


def _related(stuk: Stuk, soort: str) -> Any:
    """A part that hangs on the main one, such as the 'settings'; None when there is none."""
    doel = next((doel for kind, doel in stuk.hoofd.relaties.values() if kind == soort), "")
    return stuk.pakket.read(doel) if doel else None


def _styles(stuk: Stuk) -> dict[str, str]:
    """The name of each paragraph style in small letters → its id."""
    if stuk.stijlblad is None:
        return {}
    alle = stuk.stijlblad.iter(f"{W}style")
    return {attribute(one.find(f"{W}name"), "val").casefold(): attribute(one, "styleId") for one in alle}


def find_missing(stuk: Stuk) -> Iterator[str]:
    """The styles that the program adds."""
    er_al = _styles(stuk)
    missing = [dutch for naam, dutch in STIJLNAMEN.items() if naam not in er_al]
    if missing:
        yield ", ".join(missing)


def find_paper(stuk: Stuk) -> Iterator[str]:
    """The paper, when it is no A4."""
    maten = list(stuk.hoofd.root.iter(f"{W}pgSz"))[-1:]
    for one in maten:
        breed, hoog = (_number(attribute(one, naam)) for naam in "wh")
        if any(abs(een - ander) > _SPELING for een, ander in zip(sorted((breed, hoog)), _A4, strict=True)):
            yield f"{_cm(breed)} bij {_cm(hoog)} cm"


def _number(waarde: str) -> float:
    try:
        return float(waarde)
    except ValueError:
        return 0.0


def _cm(maat: float) -> str:
    return f"{maat / _CM:.1f}".replace(".", ",")


def find_taal(stuk: Stuk) -> Iterator[str]:
    """The language of the file, when it is not Dutch."""
    taal = attribute(stuk.default("rPr/lang"), "val").casefold()
    if not taal.startswith("nl"):
        yield f"'{_TALEN.get(taal[:2], taal)}'" if taal else "geen taal"


def find_borders(stuk: Stuk) -> Iterator[str]:
    """The headers and footers with a line as the border of a paragraph, by themselves or through their style."""
    for deel in _kopvoeten(stuk):
        if any(_has_border(stuk, alinea.node, alinea.stijl) for alinea in deel.alineas):
            yield deel.waar


def _has_border(stuk: Stuk, node: Any, stijl: str) -> bool:
    own = node.find(f"{W}pPr/{W}pBdr")
    borders = [own] if own is not None else [one.find(f"{W}pPr/{W}pBdr") for one in stuk.stijlen.chain(stijl)]
    first = next((one for one in borders if one is not None), ())
    return any(attribute(kant, "val") not in ("", "nil", "none") for kant in first)


def find_fonts(stuk: Stuk) -> Iterator[str]:
    """Fonts that many computers lack, and that do not come along with the file."""
    lijst = _related(stuk, "fontTable")
    fonts = lijst.iter(f"{W}font") if lijst is not None else ()
    ingesloten = {attribute(one, "name").casefold() for one in fonts if one.find(f"{W}embedRegular") is not None}
    for naam in dict.fromkeys(_fonts(stuk)):
        if naam.casefold() not in _GEWOON | ingesloten:
            yield f"'{shorten(naam)}'"


def _fonts(stuk: Stuk) -> Iterator[str]:
    thema = _related(stuk, "theme")
    for one in thema.iter(f"{_THEMA}latin") if thema is not None else ():
        yield from filter(None, [one.get("typeface", "")])
    wortels = [stuk.stijlblad, *(deel.root for deel in _kopvoeten(stuk))]
    for root in (root for root in wortels if root is not None):
        for one in root.iter(f"{W}rFonts"):
            yield from filter(None, (attribute(one, kant) for kant in ("ascii", "hAnsi")))


def find_numbers(stuk: Stuk) -> Iterator[str]:
    """The headings that the house style numbers itself."""
    for naam, stijl in _styles(stuk).items():
        numpr = stuk.stijlen.numbering(stijl) if naam.startswith("heading ") else None
        if numpr is not None and attribute(numpr.find(f"{W}numId"), "val") not in ("", "0"):
            yield f"'{STIJLNAMEN.get(naam, naam)}'"


def find_macros(stuk: Stuk) -> Iterator[str]:
    """The file, when there are macros in it."""
    if any(soort == "vbaProject" for soort, _ in _relations(stuk)):
        yield ""


def find_template(stuk: Stuk) -> Iterator[str]:
    """The other file that this one hangs on."""
    root = _related(stuk, "settings")
    if root is not None and root.find(f"{W}attachedTemplate") is not None:
        yield ""


def find_protection(stuk: Stuk) -> Iterator[str]:
    """The file, when Word lets nobody type in it."""
    root = _related(stuk, "settings")
    if root is not None and any(
        root.find(f"{W}{naam}") is not None for naam in ("documentProtection", "writeProtection")
    ):
        yield ""


def find_remarks(stuk: Stuk) -> Iterator[str]:
    """The file, when people left remarks or tracked changes in it."""
    if any(soort == "comments" for soort, _ in _relations(stuk)) or any(
        True for deel in stuk.delen for _ in deel.root.iter(f"{W}ins", f"{W}moveTo")
    ):
        yield ""


def find_bound(stuk: Stuk) -> Iterator[Plek]:
    """Text that shows data from elsewhere in the file."""
    for deel in stuk.delen:
        for one in deel.root.iter(f"{W}dataBinding"):
            yield deel.place(next(one.iterancestors(f"{W}sdt"), one))


def find_changing(stuk: Stuk) -> Iterator[str]:
    """Fields in a header or footer that are different for every reader."""
    for deel in _kopvoeten(stuk):
        if any(code.split()[:1] and code.split()[0].upper() in _VERANDERLIJK for code in _codes(deel)):
            yield deel.waar


def find_no_number(stuk: Stuk) -> Iterator[str]:
    """The file, when it has a footer and no number of the page; without a footer the program makes one."""
    delen = list(_kopvoeten(stuk))
    codes = [code for deel in delen for code in _codes(deel)]
    if any(deel.waar == "in de voettekst" for deel in delen) and not any(
        code.split()[:1] == ["PAGE"] for code in codes
    ):
        yield ""


def _codes(deel: Deel) -> list[str]:
    """What the fields of a part show."""
    simple = (attribute(one, "instr") for one in deel.root.iter(f"{W}fldSimple"))
    return [*(one.text or "" for one in deel.root.iter(f"{W}instrText")), *simple]


def find_elsewhere(stuk: Stuk) -> Iterator[str]:
    """Pictures that are not in the file itself."""
    yield from (f"'{shorten(doel)}'" for soort, doel in _relations(stuk) if soort == "image" and "://" in doel)


def find_unknown(stuk: Stuk) -> Iterator[str]:
    """Invulvelden that the program does not know."""
    from sessie_tool.schrijvers.docx.voorblad import find_invulvelden  # heavy: only when a house style is looked at

    gevonden = dict.fromkeys(one for deel in stuk.delen for one in find_invulvelden(deel.root))
    for naam, getypt in gevonden:
        if naam not in INVULVELDEN:
            yield f"{getypt}{f'. {raad}' if (raad := suggest(naam, INVULVELDEN)) else ''}".rstrip(".")


REGELS = tuple(
    Regel(code, bericht, advies, zoek, "let op")
    for code, bericht, advies, zoek in (
        (
            "stijl-mist",
            "Sommige stijlen staan er niet in; het programma voegt ze toe",
            "Wilt u er zelf over gaan? Pas de stijl in Word aan en bewaar het bestand.",
            find_missing,
        ),
        ("papier", "Het papier is geen A4", "Kies in Word bij Indeling, Formaat: A4.", find_paper),
        (
            "taal",
            "Het bestand is niet gemarkeerd als Nederlands; het programma zet Nederlands in elk verslag",
            "Kies in Word bij Controleren, Taal: Nederlands, en maak het de standaard.",
            find_taal,
        ),
        (
            "kopvoet-rand",
            "Een lijn bij de koptekst of voettekst is de rand van een alinea; in een pdf leest hulpsoftware die voor",
            "Haal de rand weg, of teken een lijn en vink bij Alternatieve tekst aan: versiering.",
            find_borders,
        ),
        (
            "lettertype",
            "Een lettertype staat niet op elke computer; daar ziet het verslag er anders uit",
            "Kies Arial, Calibri of Verdana, of sluit het in: Bestand, Opties, Opslaan, Lettertypen insluiten.",
            find_fonts,
        ),
        (
            "kopnummers",
            "De koppen hebben een eigen nummering; die blijft in het verslag",
            "Wilt u de nummers van het programma? Zet de nummering van deze stijlen uit.",
            find_numbers,
        ),
        ("macro", "Er zitten macro's in; die gaan niet mee", "U hoeft niets te doen.", find_macros),
        (
            "sjabloon-elders",
            "Het bestand hangt aan een sjabloon op een andere plek; dat gaat niet mee",
            "Ziet het verslag er anders uit dan u wilt? Zet de stijlen in dit bestand zelf.",
            find_template,
        ),
        ("beveiligd", "Het bestand is beveiligd; het verslag is dat niet", "U hoeft niets te doen.", find_protection),
        (
            "resten",
            "Er staan opmerkingen of bijgehouden wijzigingen in",
            "Opmerkingen gaan niet mee en wijzigingen gelden als aangenomen. Ruim ze op in Word.",
            find_remarks,
        ),
        (
            "gekoppeld",
            "Er staat tekst in die uit andere gegevens komt; in het verslag is dat gewone tekst",
            "Kijk of de tekst klopt, of gebruik een invulveld zoals {titel}.",
            find_bound,
        ),
        (
            "veranderlijk",
            "Een veld toont bij elke lezer iets anders, zoals de datum van vandaag of de naam van het bestand",
            "Typ de tekst zelf, of gebruik een invulveld zoals {datum}.",
            find_changing,
        ),
        (
            "paginanummer",
            "De voettekst heeft geen paginanummer, en het verslag dus ook niet",
            "Klik in Word in de voettekst en kies Invoegen, Paginanummer.",
            find_no_number,
        ),
        (
            "beeld-elders",
            "Een afbeelding staat niet in het bestand zelf; die gaat niet mee",
            "Voeg de afbeelding opnieuw in met Invoegen, Afbeeldingen.",
            find_elsewhere,
        ),
        (
            "invulveld",
            "Een invulveld bestaat niet en blijft staan zoals het is",
            f"Kies uit: {', '.join(f'{{{naam}}}' for naam in INVULVELDEN)}.",
            find_unknown,
        ),
    )
)
"""docs/huisstijl.md tells them to people."""
