"""Geheugen: memory that Textual keeps for what is gone, given back now and then while the program runs for hours."""

from textual._styles_cache import StylesCache

BEURT = 20.0
"""Seconds between two turns."""


def forget_drawings() -> None:
    """Let the drawings of widgets that are gone go.

    Textual remembers two colours per widget, and by them up to a thousand widgets with all that was drawn of them:
    more than a hundred megabytes after an hour of walking through the steps. The colours come back by themselves.
    """
    StylesCache.get_inner_outer.cache_clear()
