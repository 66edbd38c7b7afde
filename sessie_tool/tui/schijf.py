"""Schijf: the work on the disk for the screens, one thing after another in one thread, so that no key waits for it.

Not a worker of Textual: a fault in such a worker ends the program, and leaving waits until it is done.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple, TypeVar

from textual.message_pump import MessagePump

from sessie_tool.fouten import OpslagError, SessieToolError

T = TypeVar("T")
Mislukt = Callable[[SessieToolError], None]

GEDULD = 6.0
"""Seconds that leaving waits for a folder that is slow to take what was asked."""


class _Werk(NamedTuple):
    """What is to be done, and what is called with the outcome, in the thread of the screen."""

    doe: Callable[[], Any]
    klaar: Callable[[Any], None]
    mislukt: Mislukt
    bij: MessagePump
    bewaart: bool


class Schijf:
    """Does what the screens ask, in the order in which they ask it."""

    def __init__(self) -> None:
        """Start without work; the thread begins with the first."""
        self._cond = threading.Condition()
        self._rij: list[_Werk] = []
        self._thread: threading.Thread | None = None

    def lees(self, doe: Callable[[], T], klaar: Callable[[T], None], mislukt: Mislukt, bij: MessagePump) -> None:
        """Read something; when the program stops meanwhile, nothing is lost.

        Args:
            doe: what to do; runs in the thread.
            klaar: called with what it gives.
            mislukt: called with what went wrong.
            bij: the screen (or app) in which these two are called; when it is gone, nothing is.
        """
        self._put(_Werk(doe, klaar, mislukt, bij, bewaart=False))

    def bewaar(self, doe: Callable[[], T], klaar: Callable[[T], None], mislukt: Mislukt, bij: MessagePump) -> None:
        """Change something; `wait` waits for it."""
        self._put(_Werk(doe, klaar, mislukt, bij, bewaart=True))

    def wait(self, timeout: float = GEDULD) -> bool:
        """Wait until all changes are made; False when that takes longer than `timeout` seconds."""
        with self._cond:
            return self._cond.wait_for(lambda: not any(werk.bewaart for werk in self._rij), timeout)

    def _put(self, werk: _Werk) -> None:
        with self._cond:
            self._rij.append(werk)
            self._cond.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="schijf", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            with self._cond:
                self._cond.wait_for(lambda: bool(self._rij))
                werk = self._rij[0]
            verder = _carry_out(werk)
            with suppress(RuntimeError):  # the program has stopped
                werk.bij.call_later(verder)
            with self._cond:
                self._rij.pop(0)
                self._cond.notify_all()


def _carry_out(werk: _Werk) -> Callable[[], None]:
    """Do the work; gives what the screen has to do then."""
    try:
        return partial(werk.klaar, werk.doe())
    except SessieToolError as fout:
        return partial(werk.mislukt, fout)
    except OSError as fout:
        from sessie_tool.opslag.atomair import explain

        return partial(werk.mislukt, OpslagError(f"Dat lukt nu niet: {explain(fout)}. Probeer het straks nog eens."))
    except Exception as fout:  # noqa: BLE001  # a fault of the program is raised where the app tells of it
        return partial(_fail, fout)


def _fail(fout: Exception) -> None:
    raise fout
