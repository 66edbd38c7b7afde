"""Geheugen: memory of what is gone, given back now and then while the program runs for hours.

Python would look for it while somebody types, and among all values: 100 ms at 2,000 records. Here it looks while
nobody types, and passes over what was there when the session was opened.
"""

import gc
import time

from textual._styles_cache import StylesCache

BEURT = 20.0
"""Seconds between two turns."""
STIL = 1.0
"""Seconds without a key after which a turn delays nobody."""
HOOGSTENS = 9
"""So many turns may be passed over; then it is done all the same."""


class Opruimer:
    """Gives memory back, in turns."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._laatste_toets = 0.0
        self._overgeslagen = self._diepst = 0

    def note_key(self) -> None:
        """Somebody types."""
        self._laatste_toets = time.monotonic()

    def take_turn(self, diepte: int) -> None:
        """Give back what is gone, unless somebody types.

        With more screens on each other (`diepte`) than ever before, such as when a session was opened, what is there
        now is passed over from then on.
        """
        if time.monotonic() - self._laatste_toets < STIL and self._overgeslagen < HOOGSTENS:
            self._overgeslagen += 1
            return
        self._overgeslagen = 0
        forget_drawings()
        gc.collect()
        if diepte > self._diepst:
            self._diepst = diepte
            gc.freeze()


def forget_drawings() -> None:
    """Let the drawings of widgets that are gone go.

    Textual remembers two colours per widget, and by them up to a thousand widgets with all that was drawn of them:
    more than a hundred megabytes after an hour of walking through the steps. The colours come back by themselves.
    """
    StylesCache.get_inner_outer.cache_clear()
