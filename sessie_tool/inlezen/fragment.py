"""A piece of a report with the part that it is, and the forms of headings that say it themselves."""

import re

import msgspec

from sessie_tool.inlezen.blokken import Blok

OVER = re.compile(
    r"(?:algemene\s+)?(?:reflecties?|bespreking|discussie|gesprek|beschouwing)\s+(?:op|over|bij|rond|rondom)\s+"
    r"(?:het\s+|de\s+)?(?:thema\s+)?(?:(?P<merk>\d{1,2})\s*(?:[.:–-]\s*|$))?(?P<wat>.*)",
    re.IGNORECASE,
)
VRAAG_KOP = re.compile(
    r"(?:reflecties?\s+(?:op|bij|over)\s+|antwoord(?:en)?\s+op\s+|bij\s+)?vra(?:ag|gen)\s+"
    r"(?P<merken>(?:\d{1,2}|[a-z])\b(?:\s*(?:,|en\b|&|/|\+)\s*(?:\d{1,2}|[a-z])\b)*)\s*(?:[.:)–-]*\s*(?P<rest>.*))?",
    re.IGNORECASE | re.DOTALL,
)
GROET = re.compile(
    r"(?:met (?:vriendelijke|hartelijke) groet(?:en)?|hoogachtend|(?:hartelijke )?groeten?)\s*(?:[,.\n]|$)",
    re.IGNORECASE,
)
"""How a letter ends; what stands below it is no part of the report."""

PER_THEMA = ("bespreking", "discussie", "gesprek")
"""Headings that, when they come back, stand below each theme."""

LAAGST = 99
"""The level of what a label opens: any heading ends it."""

WOORD_DEEL = {
    "aanbeveling": "adviezen", "advies": "adviezen", "actie": "acties", "actiepunt": "acties", "signaal": "signalen",
    "draad": "draden", "rode draad": "draden", "thema": "themas", "vraag": "vragen", "reflectie": "reflecties",
}  # fmt: skip


class Fragment(msgspec.Struct, frozen=True):
    """A piece of a report.

    Attributes:
        deel: the part it is: 'vragen', 'reflecties', …; 'hoofd' before the first heading, 'onbekend' when no part fits.
        kop: the heading of its section, as it stood there.
        item: the theme or thread it belongs to, or "".
        merk: the number of that item, or "".
        vragen: the letters or numbers of the questions it is about.
    """

    deel: str
    kop: str = ""
    item: str = ""
    merk: str = ""
    vragen: tuple[str, ...] = ()
    blokken: tuple[Blok, ...] = ()


class Sectie(msgspec.Struct, frozen=True):
    """Where one is while walking through a report.

    Attributes:
        nummer: the number of its heading.
        sub: the part of a heading below an item, or "".
    """

    deel: str = "hoofd"
    kop: str = ""
    niveau: int = 0
    nummer: str = ""
    item: str = ""
    merk: str = ""
    item_niveau: int = 0
    sub: str = ""
    vragen: tuple[str, ...] = ()
