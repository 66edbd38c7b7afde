"""The tree of a bouwsteen that this version does not know: the texts in it, and what is the facilitator's own."""

from typing import Any

_GEEN_TEKST = frozenset({"id", "type", "soort", "bereik"})
"""What a tree says about itself; no text that someone typed."""


def _is_own(tree: dict[str, Any]) -> bool:
    return tree.get("bereik") == "begeleider"


def count_own(tree: Any) -> int:
    """How many parts of it are the facilitator's own."""
    if isinstance(tree, dict):
        return 1 if _is_own(tree) else sum(map(count_own, tree.values()))
    return sum(map(count_own, tree)) if isinstance(tree, (list, tuple)) else 0


def texts_of(tree: Any) -> list[str]:
    """Every text in it, but what is the facilitator's own."""
    if isinstance(tree, dict):
        values = [] if _is_own(tree) else [value for name, value in tree.items() if name not in _GEEN_TEKST]
        return [woord for value in values for woord in texts_of(value)]
    if isinstance(tree, (list, tuple)):
        return [woord for value in tree for woord in texts_of(value)]
    return [] if tree is None or isinstance(tree, bool) else [str(tree)]
