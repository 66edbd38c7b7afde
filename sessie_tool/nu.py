"""Now and new ids: the only place that reads the clock and randomness. Everything else gets them passed in."""

import os
from datetime import datetime

ALFABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""32 signs without i, l, o and u, so that an id can be read aloud and typed over."""


def now() -> datetime:
    """The moment, with the time zone of this computer."""
    return datetime.now().astimezone()


def new_id() -> str:
    """A new id of 8 signs (40 random bits)."""
    getal = int.from_bytes(os.urandom(5), "big")
    return "".join(ALFABET[getal >> plaats & 31] for plaats in range(0, 40, 5))
