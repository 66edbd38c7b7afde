"""Stuk: a Word file as the rules look at it. Deleted text and second forms of the same drawing are left out."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import Any

from sessie_tool.inlezen.pakket import Pakket, R, W
from sessie_tool.inlezen.stijlen import Stijlen, attribute

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WEG = (f"{_MC}Fallback", f"{W}del", f"{W}moveFrom")
_LETTERS = (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen")
_WITREGELS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_T, _VAL, _PSTYLE, _NIVEAU = f"{W}t", f"{W}val", f"{W}pStyle", f"{W}outlineLvl"
_VAN_ALINEA = (*_LETTERS, _PSTYLE, _NIVEAU)
_LANGSTE = 40
_LANGSTE_VELD = 50
"""Runs of one link; a damaged one has no end."""
_ANDERE_DELEN = {
    "header": "in de koptekst",
    "footer": "in de voettekst",
    "footnotes": "in een voetnoot",
    "endnotes": "in een eindnoot",
}

Plek = str | Callable[[], str]
"""A place, or what tells it."""


class Alinea:
    """A paragraph with what the rules ask of it time and again.

    Attributes:
        stijl: the id of its style; "" is the default one.
        niveau: the level that it gives itself, without a heading style.
    """

    __slots__ = ("niveau", "node", "stijl", "tekst")

    def __init__(self, node: Any) -> None:
        """Read the text and the style."""
        self.node = node
        self.stijl = self.niveau = ""
        delen = []
        for one in node.iter(*_VAN_ALINEA):  # one walk: a file has very many paragraphs
            tag = one.tag
            if tag == _T:
                delen.append(one.text or "")
            elif tag in (_PSTYLE, _NIVEAU):
                if one.getparent().getparent() is node:  # not that of a text box in it
                    setattr(self, "stijl" if tag == _PSTYLE else "niveau", one.get(_VAL, ""))
            else:
                delen.append(one.text or _WITREGELS[tag])
        self.tekst = "".join(delen)


class Deel:
    """A part of the file with text: the body, a header, the notes.

    Attributes:
        waar: where it stands on the page; "" for the body.
        relaties: what it points at.
    """

    def __init__(self, pakket: Pakket, naam: str, waar: str) -> None:
        """Read the part; what is no text any more goes out."""
        self.root = pakket.read(naam)
        self.waar = waar
        self.relaties = pakket.relations(naam)
        for node in list(self.root.iter(*_WEG)):
            node.getparent().remove(node)

    @cached_property
    def alineas(self) -> list[Alinea]:
        """Its paragraphs in order, also those in tables and text boxes."""
        return [Alinea(node) for node in self.root.iter(f"{W}p")]

    @cached_property
    def koppelingen(self) -> list[tuple[Any, str]]:
        """Its links with their words, in order."""
        return list(_links(self.root))

    def place(self, node: Any) -> Plek:
        """Where an element is; worked out when it is told, as a file may have very many places."""
        return lambda: self._describe(node)

    def _describe(self, node: Any) -> str:
        """The words by which a person finds an element: its text, or the nearest text before it."""
        if self.waar:
            return self.waar
        tekst = text_of(node).strip()
        if tekst:
            return f"bij '{shorten(tekst)}'"
        voor = node.xpath("(preceding::*[local-name()='t'][normalize-space()])[last()]")
        return f"na '{shorten(voor[0].text)}'" if voor else "bovenaan"


class Stuk:
    """The file: its parts, styles and properties.

    Attributes:
        delen: the parts with text; the first is the body.
    """

    def __init__(self, ruw: bytes) -> None:
        """Open it.

        Raises:
            LeesError: it cannot be read; the text says why.
        """
        self.pakket = Pakket(ruw)
        self.hoofd = Deel(self.pakket, self.pakket.hoofd, "")
        relaties = self.hoofd.relaties
        namen = {doel: _ANDERE_DELEN[soort] for soort, doel in relaties.values() if soort in _ANDERE_DELEN}
        rest = (Deel(self.pakket, naam, waar) for naam, waar in namen.items() if self.pakket.read(naam) is not None)
        self.delen = (self.hoofd, *rest)
        stijldeel = next((doel for soort, doel in relaties.values() if soort == "styles"), "")
        self.stijlen = Stijlen(self.pakket, stijldeel)
        self.stijlblad = self.pakket.read(stijldeel) if stijldeel else None
        self._niveaus: dict[str, int | None] = {}
        self._genummerd: dict[str, bool] = {}

    @property
    def alineas(self) -> list[Alinea]:
        """The paragraphs of the body."""
        return self.hoofd.alineas

    def niveau(self, alinea: Alinea) -> int | None:
        """0 for a title, 1–9 for a heading, None for other paragraphs."""
        if alinea.niveau.isdigit():
            return int(alinea.niveau) + 1 if int(alinea.niveau) < 9 else None
        if alinea.stijl not in self._niveaus:
            self._niveaus[alinea.stijl] = self.stijlen.niveau(alinea.stijl)
        return self._niveaus[alinea.stijl]

    @cached_property
    def koppen(self) -> list[tuple[Alinea, int]]:
        """The title and the headings of the body, with their level."""
        genummerd = ((alinea, self.niveau(alinea)) for alinea in self.alineas)
        return [(alinea, niveau) for alinea, niveau in genummerd if niveau is not None]

    def numbers(self, stijl: str) -> bool:
        """Whether a style makes its paragraphs items of a list, or entries of the contents."""
        if stijl not in self._genummerd:
            inhoud = self.stijlen.name(stijl).startswith(("toc", "inhopg"))
            self._genummerd[stijl] = inhoud or self.stijlen.numbering(stijl) is not None
        return self._genummerd[stijl]

    def default(self, pad: str) -> Any:
        """What the defaults of the file say, such as 'rPr/lang'; None when they do not."""
        if self.stijlblad is None:
            return None
        soort, naam = pad.split("/")
        return self.stijlblad.find(f"{W}docDefaults/{W}{soort}Default/{W}{soort}/{W}{naam}")

    def property(self, soort: str) -> Any:
        """The part with properties of this kind ('core-properties', 'custom-properties'), or None."""
        deel = next((doel for kind, doel in self.pakket.relations("").values() if kind == soort), "")
        return self.pakket.read(deel) if deel else None


def _links(root: Any) -> Iterator[tuple[Any, str]]:
    for node in root.iter(f"{W}hyperlink", f"{W}fldSimple", f"{W}instrText"):
        if node.tag == f"{W}hyperlink" or _is_link(attribute(node, "instr") or node.text):
            heel = "".join(_result(node.getparent())) if node.tag == f"{W}instrText" else text_of(node)
            yield node, heel.strip()


def _is_link(veld: str | None) -> bool:
    """Whether a field is a link: Word keeps some links so."""
    return (veld or "").strip().upper().startswith("HYPERLINK")


def _result(run: Any) -> Iterator[str]:
    """The texts between the 'separate' and the 'end' of the field that begins before this run."""
    for node in islice(run.itersiblings(f"{W}r"), _LANGSTE_VELD):
        if attribute(node.find(f"{W}fldChar"), "fldCharType") == "end":
            return
        yield text_of(node)


def text_of(node: Any) -> str:
    """The text in an element; a break is a line end."""
    return "".join([one.text or _WITREGELS.get(one.tag, "") for one in node.iter(*_LETTERS)])


def shorten(tekst: str) -> str:
    """At most a few words, on one line."""
    heel = " ".join(tekst.split())
    return heel if len(heel) <= _LANGSTE else f"{heel[: _LANGSTE - 1].rstrip()}…"


def relation_id(node: Any) -> str:
    """The r:id of an element."""
    return str(node.get(f"{R}id", ""))
