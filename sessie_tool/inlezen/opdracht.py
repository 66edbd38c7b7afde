"""Leesopdracht: what is known beside the rows of a file when they become sessions."""

from collections.abc import Sequence

import msgspec

from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.sessie import Sessie, Sjabloon


class Leesopdracht(msgspec.Struct, frozen=True, kw_only=True):
    """What is known beside the rows.

    Attributes:
        sjabloon: the format of the sessions that are made.
        vandaag: ISO date.
        datum: ISO date that the person gave; "" when the file or the year says it.
        opgaven: the werkmap's list.
        eerder: the sessions of the same soort that are there already.
    """

    bestandsnaam: str
    sjabloon: Sjabloon
    new_id: NewId
    vandaag: str
    datum: str = ""
    opgaven: tuple[str, ...] = ()
    eerder: Sequence[Sessie] = ()
