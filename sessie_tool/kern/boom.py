"""Sessie ⇄ tree of plain values (dict, list, str, numbers): for storage, the journal and `toon --json`."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sessie_tool.kern.bouwstenen import read_bouwsteen
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, OnbekendeBouwsteen
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.taal import whole_text


def to_tree(sessie: Sessie) -> dict[str, Any]:
    """The session as plain values; lists and dicts are new, so they may be changed.

    Raises:
        UnicodeEncodeError: a text holds half a character (a lone surrogate); see `clean`.
    """
    tree: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(sessie, enc_hook=_encode))
    return tree


def from_tree(tree: dict[str, Any]) -> Sessie:
    """Plain values → session.

    Raises:
        msgspec.ValidationError: the tree has not the shape of a session.
    """
    return msgspec.convert(tree, Sessie, dec_hook=_decode)


def texts_in(tree: Any) -> Iterator[str]:
    """Every text in a tree."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (dict, list)):
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from texts_in(one)


def clean(sessie: Sessie) -> Sessie:
    """The session with every half character (lone surrogate), which no file can hold, shown as U+FFFD."""
    return from_tree(_clean(msgspec.to_builtins(sessie, enc_hook=_encode)))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, dict):
        return {_clean(name): _clean(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(one) for one in value]
    return value


def _encode(value: Any) -> Any:
    if isinstance(value, OnbekendeBouwsteen):
        return value.ruw
    raise NotImplementedError(type(value))


def _decode(kind: type, value: Any) -> Any:
    if kind is Bouwsteen and isinstance(value, dict):
        return read_bouwsteen(value)
    raise msgspec.ValidationError(f"{kind.__name__} verwacht")
