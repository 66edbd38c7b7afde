"""The inside of a paragraph: the parser's inline nodes → Inhoud."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeGuard

import msgspec
from markdown_it.tree import SyntaxTreeNode

from sessie_tool.kern.document import Inhoud, Inline, Koppeling, Noot, Passage, Passagemerk, Stuk, Tekst, flatten

replace = msgspec.structs.replace

Leesnoot = Callable[[SyntaxTreeNode], Inhoud]
"""The node of a note → what stands there: a Noot, or the text as typed."""

_ADRES = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_STIJLEN = {"strong": {"vet": True}, "em": {"cursief": True}, "s": {"doorgehaald": True}}


def read_inhoud(node: SyntaxTreeNode, lees_noot: Leesnoot) -> Inhoud:
    """The parts of a paragraph, heading or cell; neighbours of the same style become one."""
    return merge(_inline(node, Tekst(""), lees_noot))


def merge(inhoud: Iterable[Inline]) -> Inhoud:
    """The content without empty text, and with one text where two of the same style follow each other."""
    delen: list[Inline] = []
    for deel in inhoud:
        vorige = delen[-1] if delen else None
        if isinstance(vorige, Tekst) and isinstance(deel, Tekst) and _same_style(vorige, deel):
            delen[-1] = replace(vorige, tekst=vorige.tekst + deel.tekst)
        elif not is_stuk(deel) or deel.tekst:
            delen.append(deel)
    return tuple(delen)


def is_stuk(deel: Inline) -> TypeGuard[Stuk]:
    """Whether a part has a text of its own."""
    return not isinstance(deel, (Noot, Passage))


def _same_style(een: Tekst, ander: Tekst) -> bool:
    return replace(een, tekst="") == replace(ander, tekst="")


def _inline(node: SyntaxTreeNode, stijl: Tekst, lees_noot: Leesnoot) -> Iterator[Inline]:
    for kind in node.children:
        if kind.type in _STIJLEN:
            yield from _inline(kind, replace(stijl, **_STIJLEN[kind.type]), lees_noot)
        elif kind.type == "inline":
            yield from _inline(kind, stijl, lees_noot)
        elif kind.type == "link":
            yield from _link(kind, stijl, lees_noot)
        elif kind.type == "passage":
            merk: Passagemerk = kind.meta["merk"]
            yield Passage(merge(_inline(kind, stijl, lees_noot)), merk.anker, merk.label)
        elif kind.type == "footnote_ref":
            yield from lees_noot(kind)
        else:
            yield _leaf(kind, stijl)


def _leaf(node: SyntaxTreeNode, stijl: Tekst) -> Tekst:
    if node.type in ("softbreak", "hardbreak"):
        return replace(stijl, tekst="\n")
    if node.type == "image":
        return replace(stijl, tekst=_with_address(node.content, str(node.attrs["src"])) + _title(node))
    return replace(stijl, tekst=node.content, code=node.type == "code_inline")


def _link(node: SyntaxTreeNode, stijl: Tekst, lees_noot: Leesnoot) -> Iterator[Inline]:
    """A link that can be followed; an address of another kind (a file, a script) is shown behind the text.

    A note in the words of a link comes behind it, as one cannot follow two ways at once.
    """
    adres = str(node.attrs["href"])
    delen = [*_inline(node, stijl, lees_noot)]
    woorden = "".join(deel.tekst for deel in flatten(tuple(deel for deel in delen if not isinstance(deel, Noot))))
    if _ADRES.match(adres):
        yield Koppeling(woorden or adres, adres)
        yield replace(stijl, tekst=_title(node))
    else:
        yield replace(stijl, tekst=_with_address(woorden, adres) + _title(node))
    yield from (deel for deel in delen if isinstance(deel, Noot))


def _with_address(woorden: str, adres: str) -> str:
    return f"{woorden} ({adres})" if woorden and woorden != adres else adres


def _title(node: SyntaxTreeNode) -> str:
    title = node.attrs.get("title")
    return f" ({title})" if title else ""
