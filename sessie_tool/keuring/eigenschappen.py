"""What the file says of itself: a title, Dutch as its language, and for our own minutes the status and the date."""

import re
from collections.abc import Iterator

from sessie_tool.inlezen.pakket import W
from sessie_tool.inlezen.stijlen import attribute
from sessie_tool.keuring.stuk import Stuk, shorten

_TITEL = "{http://purl.org/dc/elements/1.1/}title"
_LEEG = re.compile(
    r"(?:(?:naamloos|untitled|document|word[- ]document|titel|title|microsoft word)\s*\d*|.*\.(?:docx?|dotx|odt|pdf))",
    re.IGNORECASE,
)
_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATUM = re.compile(rf"\b\d{{1,2}} (?:{_MAANDEN}) \d{{4}}\b", re.IGNORECASE)
_STATUS = re.compile(r"\b(?:concept|vastgesteld)\b", re.IGNORECASE)


def read_titel(stuk: Stuk) -> str:
    """The title in the properties."""
    kern = stuk.property("core-properties")
    return "" if kern is None else (kern.findtext(_TITEL) or "").strip()


def find_geen_titel(stuk: Stuk) -> Iterator[str]:
    """The document, when it has no title in its properties."""
    if not read_titel(stuk):
        yield ""


def find_lege_titel(stuk: Stuk) -> Iterator[str]:
    """The title, when it only tells the name of the file or of the program."""
    titel = read_titel(stuk)
    if titel and _LEEG.fullmatch(titel):
        yield f"'{shorten(titel)}'"


def find_andere_taal(stuk: Stuk) -> Iterator[str]:
    """The document, when most of its letters are not marked as Dutch."""
    if read_taal(stuk, "").startswith("nl") and next(stuk.hoofd.root.iter(f"{W}lang"), None) is None:
        return  # most files: nothing in the text says otherwise
    nederlands = alles = 0
    for alinea in stuk.alineas:
        van_alinea = read_taal(stuk, alinea.stijl)
        for run in alinea.node.iter(f"{W}r"):
            lengte = sum(len(one.text or "") for one in run.iterchildren(f"{W}t"))
            eigen = attribute(run.find(f"{W}rPr/{W}lang"), "val").casefold()
            alles += lengte
            nederlands += lengte if (eigen or van_alinea).startswith("nl") else 0
    if nederlands * 2 < alles or not alles:
        yield ""


def read_taal(stuk: Stuk, stijl: str) -> str:
    """The language of a paragraph style, in small letters."""
    for one in stuk.stijlen.chain(stijl):
        taal = attribute(one.find(f"{W}rPr/{W}lang"), "val")
        if taal:
            return taal.casefold()
    return attribute(stuk.default("rPr/lang"), "val").casefold()


def find_geen_status(stuk: Stuk) -> Iterator[str]:
    """Minutes of this program in which no line above the first heading tells the status and the date."""
    eigen = stuk.property("custom-properties")
    if eigen is None or not any(one.get("name") == "bron_id" for one in eigen.iter()):
        return
    for alinea in stuk.alineas:
        if _STATUS.search(alinea.tekst) and _DATUM.search(alinea.tekst):
            return
        if stuk.niveau(alinea):
            break
    yield ""


REGELS = (
    (
        "titel-eigenschap",
        "Het bestand heeft geen titel in zijn eigenschappen",
        "Vul in Word bij Bestand > Info > Titel in waar dit stuk over gaat.",
        find_geen_titel,
    ),
    (
        "titel-zegt-niets",
        "De titel in de eigenschappen zegt niet waar het stuk over gaat",
        "Vul in Word bij Bestand > Info > Titel een titel in die dat wel zegt.",
        find_lege_titel,
    ),
    (
        "taal",
        "Het bestand zegt niet dat de tekst Nederlands is; een schermlezer spreekt hem dan verkeerd uit",
        "Kies in Word met Ctrl+A alles, en daarna Controleren > Taal > Nederlands (Nederland).",
        find_andere_taal,
    ),
    (
        "status",
        "Boven de eerste kop staat niet of het verslag concept of vastgesteld is, met de datum",
        "Zet daar bijvoorbeeld: 'Concept van 3 april 2025'.",
        find_geen_status,
    ),
)
