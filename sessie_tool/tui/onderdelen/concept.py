"""Concept: a text that is being written, kept safe from the first pause in typing until it is in the session."""

from collections.abc import Callable
from typing import Protocol

from textual.message_pump import MessagePump
from textual.timer import Timer

PAUZE = 0.4
"""Seconds without a key after which a text is kept: at most this much typing is lost when the program is killed."""


class Houder(Protocol):
    """What keeps texts under a name, such as an open Zitting; keeping never blocks."""

    def keep_concept(self, stap_id: str, tekst: str, /) -> None:
        """Keep a text under a name; "" forgets it."""

    def concept(self, stap_id: str, /) -> str:
        """The text that was kept under a name, or ""."""


class Nergens:
    """A Houder for texts that live no longer than the screen."""

    def keep_concept(self, _naam: str, _tekst: str, /) -> None:
        """Keep nothing."""

    def concept(self, _naam: str, /) -> str:
        """Nothing was kept."""
        return ""


class Concept:
    """One text that is being written.

    Attributes:
        begin: the text as it is in the session.
    """

    def __init__(self, houder: Houder, naam: str, begin: str) -> None:
        """Keep what becomes of `begin` under a name."""
        self._houder, self._naam, self.begin = houder, naam, begin

    def read(self) -> str:
        """The text to go on with: what was kept before the program stopped, else the one in the session."""
        return self._houder.concept(self._naam) or self.begin

    def keep(self, tekst: str) -> None:
        """Keep the text as it is now; one that is in the session already needs no keeping."""
        self._houder.keep_concept(self._naam, "" if tekst == self.begin else tekst)

    def forget(self) -> None:
        """The text is in the session now."""
        if self._houder.concept(self._naam):
            self._houder.keep_concept(self._naam, "")


class Uitstel:
    """Something to do once it has been quiet for a moment."""

    def __init__(self, pomp: MessagePump, seconden: float, doe: Callable[[], None]) -> None:
        """Do it for a screen or widget, so many seconds after the last `wake`."""
        self._pomp, self._seconden, self._doe = pomp, seconden, doe
        self._timer: Timer | None = None

    def wake(self) -> None:
        """Something happened: begin to wait (anew)."""
        self.cancel()
        self._timer = self._pomp.set_timer(self._seconden, self.flush)

    def flush(self) -> None:
        """Do it now when it is still to be done."""
        if self._timer:
            self.cancel()
            self._doe()

    def cancel(self) -> None:
        """It need not be done any more."""
        if self._timer:
            self._timer.stop()
        self._timer = None
