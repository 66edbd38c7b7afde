"""Bijlage: what a step puts at the end of the verslag."""

import msgspec

from sessie_tool.kern.document import Blok

NAAR_BIJLAGE = "de bijlage"
"""The words of a link to an appendix, until its letter is known."""


class Bijlage(msgspec.Struct, frozen=True):
    """What a step puts at the end of the verslag, because it is too long for where it belongs.

    Attributes:
        titel: its heading; steps with the same one share an appendix.
        anker: by which the step points at it, with `NAAR_BIJLAGE` as the words.
        blokken: what stands in it; its headings begin at level 2.
    """

    titel: str
    anker: str
    blokken: tuple[Blok, ...]
