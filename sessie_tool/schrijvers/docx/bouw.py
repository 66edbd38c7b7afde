"""Bouw: what the parts of one Word file share while it is made: links, bookmarks, lists, characters, widths."""

import re
from collections.abc import Iterable
from copy import copy
from functools import cached_property

from sessie_tool.kern.ankers import list_ankers
from sessie_tool.kern.document import Document, Inhoudsopgave
from sessie_tool.kern.koppen import count_koppen
from sessie_tool.schrijvers.docx.kopnummers import Kopnummers
from sessie_tool.schrijvers.docx.nummering import Nummering
from sessie_tool.schrijvers.docx.sjabloon import Template
from sessie_tool.schrijvers.docx.xml import attr
from sessie_tool.schrijvers.tekens import Tekens

_BUITEN_ADRES = re.compile(r"[^A-Za-z0-9:/?#\[\]@!$&'()*+,;=%~._-]+")
_BRUIKBAAR = re.compile(r"[A-Za-z0-9_]{1,38}")


class Ankers:
    """Bookmarks: each anker of the document once, in one paragraph, under a name that tells the record's id.

    In the open version, which tells no ids, a name is only a number.
    """

    def __init__(self, ankers: Iterable[str], begin: str = "r_") -> None:
        """Give each anker a name: `begin` and the anker itself where Word allows that; without `begin` a number."""
        self._namen: dict[str, str] = {}
        taken: set[str] = set()
        for nummer, anker in enumerate(dict.fromkeys(ankers)):
            naam = f"{begin}{anker}"
            if not begin or not _BRUIKBAAR.fullmatch(anker) or naam.lower() in taken:
                naam = f"r__{nummer}"
            taken.add(naam.lower())
            self._namen[anker] = naam
        self._placed: set[str] = set()
        self._waiting: list[str] = []

    def naam(self, anker: str) -> str:
        """The name of the bookmark; "" when the document has no such anker."""
        return self._namen.get(anker, "")

    def wait(self, anker: str) -> None:
        """Put a bookmark around the next paragraph: that of an item that has no paragraph of its own."""
        self._waiting.append(anker)

    def wrap(self, anker: str, runs: str) -> str:
        """The runs inside the bookmark of the anker, the first time that it is asked for."""
        while self._waiting:
            runs = self.mark(self._waiting.pop(), runs)
        return self.mark(anker, runs)

    def mark(self, anker: str, runs: str) -> str:
        """The same for a part of a paragraph."""
        if anker not in self._namen or anker in self._placed:
            return runs
        self._placed.add(anker)
        nummer = len(self._placed)
        start = f'<w:bookmarkStart w:id="{nummer}" w:name="{self._namen[anker]}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{nummer}"/>'


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())


class Bouw:
    """What the parts share.

    Attributes:
        stijlen: name of a style → its id in this file.
        koppen: the headings, each with its place.
        has_inhoud: whether a table of contents points at them.
        kopnummers: how they are numbered.
        breedte: width of the text on a page, in twentieths of a point.
        hoogte: its height.
        koppelingen: address → relation id; the assembly makes the relations.
        voetnoten: the notes so far, as w:footnote.
        tabellen: how many tables there are so far.
        afbeeldingen: the PNGs of the figures so far, each once; the assembly makes the parts.
        figuren: how many figures there are so far.
    """

    def __init__(self, document: Document, template: Template, nummering: Nummering) -> None:
        """Start a file for a document."""
        self.stijlen = template.stijlen
        self.nummering = nummering
        self.has_inhoud = any(isinstance(blok, Inhoudsopgave) for blok in document.blokken)
        self.koppen = list(count_koppen(document.blokken))
        self.kopnummers = Kopnummers(template.styles, template.stijlen, nummering, self.koppen)
        self.breedte = template.breedte
        self.hoogte = template.hoogte
        self.tekens = Tekens()
        self.ankers = Ankers(list_ankers(document.blokken), "r_" if document.bron_id else "")
        self.koppelingen: dict[str, str] = {}
        self.voetnoten: list[str] = []
        self.tabellen = 0
        self.afbeeldingen: dict[bytes, str] = {}
        self.figuren = 0

    @cached_property
    def in_noot(self) -> "Bouw":
        """The same for the text of the notes: a part of the file with links of its own."""
        bouw = copy(self)
        bouw.koppelingen = {}
        return bouw

    def relate(self, adres: str) -> str:
        """The relation id for an address outside the document."""
        heel = _BUITEN_ADRES.sub(_percent, self.tekens.clean(adres))
        return self.koppelingen.setdefault(heel, f"rIdLink{len(self.koppelingen) + 1}")

    def embed(self, png: bytes) -> str:
        """The relation id for a picture."""
        return self.afbeeldingen.setdefault(png, f"rIdBeeld{len(self.afbeeldingen) + 1}")

    def style(self, naam: str) -> str:
        """The w:pStyle of a paragraph."""
        return f"<w:pStyle w:val={attr(self.stijlen[naam])}/>"

    def char_style(self, naam: str) -> str:
        """The w:rStyle of a run."""
        return f"<w:rStyle w:val={attr(self.stijlen[naam])}/>"
