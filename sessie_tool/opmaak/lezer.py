"""The parser's tree → blocks of a Document."""

from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

import msgspec
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from sessie_tool.kern.document import (
    MAX_NIVEAU,
    Alinea,
    Blok,
    Inhoud,
    Kolom,
    Kop,
    Lijst,
    Passagemerk,
    Punt,
    Rij,
    Tabel,
    embolden,
    plain,
    tekst,
)
from sessie_tool.opmaak.inhoud import Leesnoot, read_inhoud
from sessie_tool.opmaak.noten import Noten, as_lines, with_label
from sessie_tool.opmaak.passages import Passages, passage_plugin

replace = msgspec.structs.replace

Rol = Literal["", "citaat"]

_MAX_NUMMER = 9999
_MAX_DIEPTE = 60


class _Parser(MarkdownIt):
    """Keeps addresses as typed; which of them may be a link is decided in `inhoud`."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return bool(url)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        return link


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": _MAX_DIEPTE})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin, move_to_end=False).use(passage_plugin)
    return parser.disable(["reference", "lheading", "code", "entity", "normalize"])


class Lezer:
    """Walks the tree; remembers where in the levels of headings it is.

    Attributes:
        merken: what was typed and is counted by the reader's program now: numbers of lists, labels of notes.
    """

    def __init__(self, niveau: int, passages: Iterable[Passagemerk] = ()) -> None:
        """Start below a heading of level `niveau`, knowing these passages."""
        self.merken: list[str] = []
        self._niveau = niveau
        self._passages = passages
        self._koppen: list[int] = []
        self._regels: list[str] = []
        self._noten = Noten(SyntaxTreeNode(), {})
        self._lees_noot: Leesnoot = self._noten.read

    def read(self, bron: str) -> tuple[Blok, ...]:
        """Markdown with plain line ends → blocks."""
        self._regels = bron.split("\n")
        env: dict[str, Any] = {"passages": Passages(self._passages)}
        boom = SyntaxTreeNode(_parser().parse(bron, env))
        self._noten = Noten(boom, env)
        self._lees_noot = self._noten.typed
        for definitie in self._noten.definities:
            self._noten.add(definitie, as_lines(self._blocks(definitie.children, "", inside=True)))
        self._lees_noot = self._noten.read
        blokken = tuple(self._blocks(boom.children, ""))
        self.merken += self._noten.labels
        return blokken

    def _inhoud(self, node: SyntaxTreeNode) -> Inhoud:
        return read_inhoud(node, self._lees_noot)

    def _blocks(self, nodes: Iterable[SyntaxTreeNode], rol: Rol, *, inside: bool = False) -> list[Blok]:
        blokken: list[Blok] = []
        for node in nodes:
            if node.type == "blockquote":
                blokken += self._blocks(node.children, "citaat", inside=True)
            elif node.type == "bullet_list":
                blokken += self._bullets(node)
            elif node.type == "ordered_list":
                blokken += self._numbered(node)
            elif node.type == "heading":
                blokken += self._heading(node, inside=inside)
            elif node.type == "footnote_reference":
                blokken += self._definition(node)
            else:
                blokken += self._leaf(node, rol)
        return blokken

    def _leaf(self, node: SyntaxTreeNode, rol: Rol) -> list[Blok]:
        if node.type == "table":
            return [self._table(node)]
        if node.type == "fence":
            return _code(node)
        if node.type == "hr" and node.map:
            return [Alinea(tekst(self._regels[node.map[0]].strip(" \t>")))]
        inhoud = self._inhoud(node)
        return [Alinea(inhoud, rol)] if inhoud else []

    def _definition(self, node: SyntaxTreeNode) -> list[Blok]:
        """Nothing where a note was made of it; a paragraph where nobody refers to it."""
        if self._noten.is_note(node):
            return []
        return with_label(node, self._blocks(node.children, "", inside=True))

    def _heading(self, node: SyntaxTreeNode, *, inside: bool) -> list[Blok]:
        """A heading below the one above it, no level skipped; bold where a heading cannot stand."""
        typed = int(node.tag[1:])
        inhoud = self._inhoud(node)
        if not inhoud:
            return []
        while self._koppen and self._koppen[-1] >= typed:
            self._koppen.pop()
        niveau = self._niveau + len(self._koppen) + 1
        if inside or niveau > MAX_NIVEAU:
            return [Alinea(embolden(inhoud))]
        self._koppen.append(typed)
        return [Kop(niveau, inhoud)]

    def _item(self, node: SyntaxTreeNode) -> Punt:
        return Punt(tuple(self._blocks(node.children, "", inside=True)))

    def _bullets(self, node: SyntaxTreeNode) -> list[Blok]:
        punten = tuple(punt for item in node.children if (punt := self._item(item)).blokken)
        return [Lijst(punten)] if punten else []

    def _numbered(self, node: SyntaxTreeNode) -> list[Blok]:
        """One list; more than one where the typed numbers jump, so that every number stays as typed."""
        lijsten: list[Lijst] = []
        volgende = -1
        for item in node.children:
            self.merken.append(item.info)
            nummer, punt = int(item.info), self._item(item)
            if nummer > _MAX_NUMMER or not punt.blokken or not isinstance(punt.blokken[0], Alinea):
                lijsten.append(Lijst((_numbered_in_text(punt, item.info),)))
                volgende = -1
            elif nummer == volgende or (item.info == "1" and volgende > 0):
                lijsten[-1] = replace(lijsten[-1], punten=(*lijsten[-1].punten, punt))
                volgende += 1
            else:
                lijsten.append(Lijst((punt,), "cijfer", nummer))
                volgende = nummer + 1
        return [*lijsten]

    def _table(self, node: SyntaxTreeNode) -> Tabel:
        titels = [plain(self._inhoud(cel)) for cel in node.children[0].children[0].children]
        rijen = (
            Rij(tuple(self._inhoud(cel) for cel in rij.children)) for body in node.children[1:] for rij in body.children
        )
        beschrijving = f"De kolommen zijn: {', '.join(titel or 'zonder naam' for titel in titels)}."
        return Tabel(tuple(Kolom(titel) for titel in titels), tuple(rijen), "", beschrijving)


def _numbered_in_text(punt: Punt, nummer: str) -> Punt:
    """The item with its number as text: for a number, or an item, that a numbered list cannot show."""
    eerste = punt.blokken[0] if punt.blokken else None
    if isinstance(eerste, Alinea):
        return Punt((replace(eerste, inhoud=(*tekst(f"{nummer}. "), *eerste.inhoud)), *punt.blokken[1:]))
    return Punt((Alinea(tekst(f"{nummer}.")), *punt.blokken))


def _code(node: SyntaxTreeNode) -> list[Blok]:
    """A code block; a word that was typed behind its fence comes first."""
    delen = (Alinea(tekst(node.info.strip(), cursief=True)), Alinea(tekst(node.content.rstrip("\n")), "code"))
    return [deel for deel in delen if plain(deel.inhoud).strip()]
