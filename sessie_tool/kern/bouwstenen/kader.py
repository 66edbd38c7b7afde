"""Kader: what a session is about."""

import msgspec


class Kader(msgspec.Struct, frozen=True):
    """What a session is about, for what comes back only in sessions about the same.

    Attributes:
        woorden: its title, its place and its occasion.
    """

    opgaven: tuple[str, ...] = ()
    woorden: str = ""
