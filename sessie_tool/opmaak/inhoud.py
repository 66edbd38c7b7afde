"""The inside of a paragraph: the parser's inline nodes → Inhoud."""

import re
from collections.abc import Iterator

import msgspec
from markdown_it.tree import SyntaxTreeNode

from sessie_tool.kern.document import Inhoud, Inline, Koppeling, Tekst

replace = msgspec.structs.replace

_ADRES = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_STIJLEN = {"strong": {"vet": True}, "em": {"cursief": True}, "s": {"doorgehaald": True}}


def read_inhoud(node: SyntaxTreeNode) -> Inhoud:
    """The parts of a paragraph, heading or cell; neighbours of the same style become one."""
    delen: list[Inline] = []
    for deel in _inline(node, Tekst("")):
        if delen and _same_style(delen[-1], deel):
            delen[-1] = replace(delen[-1], tekst=delen[-1].tekst + deel.tekst)
        elif deel.tekst:
            delen.append(deel)
    return tuple(delen)


def _same_style(een: Inline, ander: Inline) -> bool:
    if not isinstance(een, Tekst) or not isinstance(ander, Tekst):
        return False
    return replace(een, tekst="") == replace(ander, tekst="")


def _inline(node: SyntaxTreeNode, stijl: Tekst) -> Iterator[Inline]:
    for kind in node.children:
        if kind.type in _STIJLEN:
            yield from _inline(kind, replace(stijl, **_STIJLEN[kind.type]))
        elif kind.type == "inline":
            yield from _inline(kind, stijl)
        elif kind.type == "link":
            yield from _link(kind, stijl)
        else:
            yield _leaf(kind, stijl)


def _leaf(node: SyntaxTreeNode, stijl: Tekst) -> Tekst:
    if node.type in ("softbreak", "hardbreak"):
        return replace(stijl, tekst="\n")
    if node.type == "image":
        return replace(stijl, tekst=_with_address(node.content, str(node.attrs["src"])) + _title(node))
    return replace(stijl, tekst=node.content, code=node.type == "code_inline")


def _link(node: SyntaxTreeNode, stijl: Tekst) -> Iterator[Inline]:
    """A link that can be followed; an address of another kind (a file, a script) is shown behind the text."""
    adres = str(node.attrs["href"])
    woorden = "".join(deel.tekst for deel in _inline(node, stijl))
    if _ADRES.match(adres):
        yield Koppeling(woorden or adres, adres)
        yield replace(stijl, tekst=_title(node))
    else:
        yield replace(stijl, tekst=_with_address(woorden, adres) + _title(node))


def _with_address(woorden: str, adres: str) -> str:
    return f"{woorden} ({adres})" if woorden and woorden != adres else adres


def _title(node: SyntaxTreeNode) -> str:
    title = node.attrs.get("title")
    return f" ({title})" if title else ""
