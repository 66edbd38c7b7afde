"""Pictures, shapes, text boxes and charts: each tells in words what it shows, or is marked as decoration."""

import re
from collections.abc import Iterator
from typing import Any

from sessie_tool.inlezen.pakket import W
from sessie_tool.keuring.stuk import Deel, Plek, Stuk, shorten

_DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SIER = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML = "{urn:schemas-microsoft-com:vml}"
_LIJN = "{urn:schemas-microsoft-com:office:office}hr"
_ZEGT_NIETS = re.compile(
    r"(?:afbeelding|beeld|foto|figuur|grafiek|logo|image|picture|graphic|chart|shape|vorm|tekstvak|text ?box)?"
    r"[\s_-]*\d*|\S+\.(?:png|jpe?g|gif|bmp|svg|tiff?|emf|wmf)",
    re.IGNORECASE,
)
_AUTOMATISCH = re.compile(r"automatisch gegenereerde|automatically generated|AI-generated", re.IGNORECASE)


def find_geen_tekst(stuk: Stuk) -> Iterator[Plek]:
    """Everything drawn that has no words and is not marked as decoration."""
    return (deel.place(node) for deel, node, tekst in _drawings(stuk) if not tekst)


def find_lege_tekst(stuk: Stuk) -> Iterator[str]:
    """Words of a drawing that do not tell what it shows."""
    for _, _, tekst in _drawings(stuk):
        if tekst and (_ZEGT_NIETS.fullmatch(tekst) or _AUTOMATISCH.search(tekst)):
            yield f"'{shorten(tekst)}'"


def _drawings(stuk: Stuk) -> Iterator[tuple[Deel, Any, str]]:
    """Each drawing with its words; decoration is passed over."""
    for deel in stuk.delen:
        for node in deel.root.iter(_DOCPR):
            if not any(one.get("val") in ("1", "true") for one in node.iter(_SIER)):
                yield deel, node, (node.get("descr") or node.get("title") or "").strip()
        for kader in deel.root.iter(f"{W}pict", f"{W}object"):
            for vorm in kader.iterchildren(f"{_VML}*"):
                if vorm.tag != f"{_VML}shapetype" and not vorm.get(_LIJN):
                    yield deel, vorm, (vorm.get("alt") or "").strip()


REGELS = (
    (
        "beeld-tekst",
        "Een afbeelding, vorm of tekstvak heeft geen tekst voor wie haar niet ziet",
        "Klik er in Word met rechts op en kies Alternatieve tekst. Schrijf wat ze toont, of vink aan: versiering.",
        find_geen_tekst,
    ),
    (
        "beeld-zegt-niets",
        "Kijk zelf: de tekst bij een afbeelding zegt niet wat erop staat",
        "Klik er in Word met rechts op, kies Alternatieve tekst en schrijf wat de lezer moet weten.",
        find_lege_tekst,
        "let op",
    ),
)
