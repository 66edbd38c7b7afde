"""Overlap: which values two sequences share, found quickly where almost all of thousands are the same objects."""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not
from typing import Any


def same_ends(een: Sequence[Any], ander: Sequence[Any]) -> tuple[int, int]:
    """How many of the same objects two sequences have at the beginning, and behind those at the end."""
    meeste = min(len(een), len(ander))
    begin = next(compress(count(), map(is_not, een, ander)), meeste)
    anders = compress(count(), map(is_not, reversed(een), reversed(ander)))
    return begin, min(next(anders, meeste), meeste - begin)
