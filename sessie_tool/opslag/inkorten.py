"""A journal that grew long becomes its last entries, with the session as it was before them."""

from typing import Any

from sessie_tool.opslag.journaal import Journaal
from sessie_tool.opslag.keten import Keten, shorten
from sessie_tool.opslag.proberen import attempt

GROOT = 2_000_000
"""Bytes above which a journal is made shorter, to its last `HOUD` entries."""
HOUD = 500


def shorten_long(journaal: Journaal, laatste: str, boom: dict[str, Any], bestand: str) -> None:
    """Make a long journal shorter; one of which something is in no file yet stays as it is."""
    if journaal.size() > GROOT:
        lijnen = shorten(Keten(journaal.read()[0], {}), laatste, boom, HOUD, bestand)
        if lijnen:
            attempt(lambda: journaal.rewrite(lijnen))
