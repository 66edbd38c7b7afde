"""The notes of one Markdown text: `^[note]` where it belongs, or `[^1]` with `[^1]: note` on a line of its own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from markdown_it.tree import SyntaxTreeNode

from sessie_tool.kern.document import Alinea, Blok, Inhoud, Inline, Kop, Lijst, Noot, Tabel, Tekst, plain, tekst
from sessie_tool.kern.taal import letter
from sessie_tool.opmaak.inhoud import merge, read_inhoud

replace = msgspec.structs.replace


class Noten:
    """Knows which notes there are; inside a note another note is text, so that notes never run in circles.

    Attributes:
        labels: the labels that a number stands for now, as often as they were typed.
    """

    def __init__(self, boom: SyntaxTreeNode, env: Mapping[str, Any]) -> None:
        """Find the notes that the parser saw."""
        found = env.get("footnotes", {})
        self.labels: list[str] = []
        self._getypt: dict[int, dict[str, Any]] = found.get("list", {})
        self._inhoud: dict[str, Inhoud] = {}
        self._gelezen: set[SyntaxTreeNode] = set()
        self.definities = [*_definitions(boom)] if found.get("refs") else []

    def add(self, definitie: SyntaxTreeNode, inhoud: Inhoud) -> None:
        """Make a note of a definition that has a content."""
        if plain(inhoud).strip():
            label = definitie.meta["label"]
            self.labels.append(label)
            self._inhoud[label] = inhoud
            self._gelezen.add(definitie)

    def is_note(self, definitie: SyntaxTreeNode) -> bool:
        """Whether a definition is a note now, and has nothing to show where it was typed."""
        return definitie in self._gelezen

    def read(self, node: SyntaxTreeNode) -> Inhoud:
        """What stands where a note is typed."""
        getypt = self._getypt[node.meta["id"]]
        if "tokens" in getypt:
            inhoud = _strip(read_inhoud(SyntaxTreeNode(getypt["tokens"]), self.typed))
        else:
            inhoud = self._inhoud.get(getypt["label"], ())
            self.labels += [getypt["label"]] if inhoud else []
        return (Noot(inhoud),) if plain(inhoud).strip() else self.typed(node)

    def typed(self, node: SyntaxTreeNode) -> Inhoud:
        """A note as it was typed."""
        getypt = self._getypt[node.meta["id"]]
        return tekst(f"^[{getypt['content']}]" if "tokens" in getypt else f"[^{getypt['label']}]")


def _definitions(boom: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The first definition of each label that is referred to, other than from inside a definition."""
    wanted = {*_labels(boom)}
    for node in boom.walk():
        if node.type == "footnote_reference" and node.meta["label"] in wanted:
            wanted.remove(node.meta["label"])
            yield node


def _labels(node: SyntaxTreeNode) -> Iterator[str]:
    for kind in node.children:
        if kind.type == "footnote_ref":
            yield kind.meta.get("label", "")
        elif kind.type not in ("footnote_reference", "image"):
            yield from _labels(kind)


def _strip(inhoud: Inhoud) -> Inhoud:
    eerste = inhoud[0] if inhoud else None
    return (replace(eerste, tekst=eerste.tekst.lstrip()), *inhoud[1:]) if isinstance(eerste, Tekst) else inhoud


def as_lines(blokken: Iterable[Blok]) -> Inhoud:
    """Blocks as lines of one content; a list keeps its signs and a table its cells."""
    return merge(
        deel for nummer, regel in enumerate(_lines(blokken)) for deel in (*tekst("\n" if nummer else ""), *regel)
    )


def _lines(blokken: Iterable[Blok]) -> Iterator[tuple[Inline, ...]]:
    for blok in blokken:
        if isinstance(blok, Lijst):
            for plaats, punt in enumerate(blok.punten, blok.start):
                merk = {"": "- ", "cijfer": f"{plaats}. ", "letter": f"{letter(plaats)}. "}[blok.nummering]
                yield (Tekst(merk), *as_lines(punt.blokken))
        elif isinstance(blok, Tabel):
            yield tekst("; ".join(kolom.titel for kolom in blok.kolommen))
            for rij in blok.rijen:
                yield tuple(
                    deel for plaats, cel in enumerate(rij.cellen) for deel in (*tekst("; " * (plaats > 0)), *cel)
                )
        elif isinstance(blok, (Alinea, Kop)):
            yield blok.inhoud


def with_label(definitie: SyntaxTreeNode, blokken: list[Blok]) -> list[Blok]:
    """The blocks of a definition that nobody refers to, with its label as typed."""
    merk = f"[^{definitie.meta['label']}]:"
    eerste = blokken[0] if blokken else None
    if isinstance(eerste, Alinea) and eerste.rol != "code":
        return [replace(eerste, inhoud=merge((Tekst(f"{merk} "), *eerste.inhoud))), *blokken[1:]]
    return [Alinea(tekst(merk)), *blokken]
