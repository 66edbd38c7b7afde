"""Vervanging and Twijfel: what stands in the open version instead of a name, and what a person must look at."""

import msgspec


class Vervanging(msgspec.Struct, frozen=True):
    """Words, and what stands in the open version instead of them; the same words on both sides let them stay."""

    tekst: str
    door: str


class Twijfel(msgspec.Struct, frozen=True):
    """Words that the program cannot judge.

    Attributes:
        tekst: the words.
        door: what stands there now; the words themselves when they stayed.
        reden: why it is not certain, as the end of a Dutch sentence: "bevat een naam".
        context: the words around the first place.
    """

    tekst: str
    door: str
    reden: str
    context: str
