"""Opruimen: what killed programs left on this computer goes when the program starts again."""

import time
from contextlib import suppress

from sessie_tool.opslag.staat import state_folder
from sessie_tool.opslag.tijdelijk import sweep

_OUD = 86_400.0
"""Seconds after which nobody shows or looks at what the room saw."""


def tidy() -> None:
    """Take away folders for a moment, and what a room saw; what cannot go stays."""
    sweep()
    grens = time.time() - _OUD
    for pad in (state_folder() / "zaal").glob("*.*"):
        with suppress(OSError):
            if pad.stat().st_mtime < grens:
                pad.unlink(missing_ok=True)
