"""Vaststelling: when a verslag became definite, and by whom."""

import msgspec


class Vaststelling(msgspec.Struct, frozen=True):
    """How a verslag was vastgesteld.

    Attributes:
        datum: ISO date.
        door: who did, as it stands in the sentence "vastgesteld door …"; "" when that was not said.
    """

    datum: str
    door: str = ""
