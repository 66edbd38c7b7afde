"""Links: their words tell where they lead."""

import re
from collections.abc import Iterator
from typing import Any

from sessie_tool.inlezen.pakket import W
from sessie_tool.keuring.stuk import Deel, Plek, Stuk, relation_id, shorten

_HIER = frozenset(
    (
        "hier", "klik", "klik hier", "hier klikken", "klik op deze link", "link", "deze link", "via deze link",
        "deze pagina", "website", "meer", "lees meer", "lees verder", "meer informatie", "meer info", "verder",
        "download", "here", "click here", "read more", "more",
    )
)  # fmt: skip
_ADRES = re.compile(r"(?:https?|ftp|file)://\S+", re.IGNORECASE)
_KORT_ADRES = re.compile(r"www\.\S+", re.IGNORECASE)
_BEELD = (f"{W}drawing", f"{W}pict", f"{W}object")

Koppeling = tuple[Deel, Any, str]
"""Where it is, its element and its words."""


def find_hier(stuk: Stuk) -> Iterator[str]:
    """Every link whose words could stand at any other link."""
    for _, _, tekst in _links(stuk):
        if tekst.strip(" .,:;!>»→").casefold() in _HIER:
            yield f"'{shorten(tekst)}'"


def find_adres(stuk: Stuk) -> Iterator[str]:
    """Every link that shows its address."""
    return (f"'{shorten(tekst)}'" for _, _, tekst in _links(stuk) if _ADRES.fullmatch(tekst))


def find_kort_adres(stuk: Stuk) -> Iterator[str]:
    """Every link that shows a short address, which may be clear enough."""
    return (f"'{shorten(tekst)}'" for _, _, tekst in _links(stuk) if _KORT_ADRES.fullmatch(tekst))


def find_leeg(stuk: Stuk) -> Iterator[Plek]:
    """Every link to outside that has no words and no picture."""
    for deel, node, tekst in _links(stuk):
        if not tekst and relation_id(node) and next(node.iter(*_BEELD), None) is None:
            yield deel.place(node.getparent())


def _links(stuk: Stuk) -> Iterator[Koppeling]:
    return ((deel, node, tekst) for deel in stuk.delen for node, tekst in deel.koppelingen)


REGELS = (
    (
        "link-hier",
        "De woorden van een koppeling zeggen niet waar ze heen gaat",
        "Maak er woorden van die dat wel zeggen, zoals 'de woonvisie van 2024'.",
        find_hier,
    ),
    (
        "link-adres",
        "Een koppeling toont een internetadres; een schermlezer leest elk teken voor",
        "Zet er woorden voor in de plaats die zeggen waar ze heen gaat.",
        find_adres,
    ),
    (
        "link-kort-adres",
        "Kijk zelf: een koppeling toont een kort internetadres",
        "Is voor elke lezer duidelijk waar ze heen gaat? Zo niet, zet er dan woorden voor in de plaats.",
        find_kort_adres,
        "let op",
    ),
    (
        "link-leeg",
        "Een koppeling heeft geen tekst",
        "Haal haar weg, of typ waar ze heen gaat.",
        find_leeg,
    ),
)
