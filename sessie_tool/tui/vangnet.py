"""Vangnet: what an app does at a fault that nobody foresaw: it keeps a report, ends, and can be begun anew.

After a fault a part of Textual does not answer any more, so going on in the same app would be going on with half an
app. `tui/draaien.py` begins a new one where this one was; the open session and its writers live on meanwhile.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.drivers._writer_thread import WriterThread
from textual.worker import WorkerFailed

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.ongeluk import locate_fout
from sessie_tool.nu import now

R = TypeVar("R")
ONTHOUDEN = 20
"""So many actions are named in a report."""


KORT = 10.0
"""Seconds within which faults belong together."""
TE_VAAK = 3
"""So many faults that belong together make going on where one was hopeless; one more, and so is going on at all."""


class Ongeluk:
    """What went wrong.

    Attributes:
        plek: the kind of fault and where it arose: 'KeyError in sessie_tool.kern.sessie, regel 12'.
        verslag: the report; None when it could not be written.
    """

    def __init__(self, fout: BaseException, verslag: Path | None) -> None:
        """Keep where, not what: the fault itself may hold what people typed."""
        self.plek, self.verslag = locate_fout(fout), verslag


class Vangnet(App[R]):
    """An app that remembers what was done last and keeps a report of a fault.

    Attributes:
        ongeluk: the first thing that went wrong, unless the app was ending already.
    """

    ongeluk: Ongeluk | None = None

    def __init__(self) -> None:
        """Begin without anything done."""
        super().__init__()
        self._gedaan: deque[str] = deque(maxlen=ONTHOUDEN)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Any = None,
    ) -> bool:
        """Do an action, and remember its name (never what it is about)."""
        naam = (action.partition("(")[0] if isinstance(action, str) else action[1]).rpartition(".")[2]
        self._gedaan.append(naam)
        gedaan = await super().run_action(action, default_namespace, namespaces)
        if not gedaan and self._gedaan:  # a key may mean something elsewhere only
            self._gedaan.pop()
        return gedaan

    def _handle_exception(self, error: Exception) -> None:
        """Textual calls this for every fault: in a key, a timer, a worker, while drawing. End without its traceback.

        That would show what people typed.
        """
        fout = error.error if isinstance(error, WorkerFailed) else error
        self._return_code = 1
        if self._exception is None:  # what comes after a first fault is its consequence
            self._exception = error
            self._exception_event.set()
            verslag = self.report(fout)
            if not self._exit:
                self.ongeluk = Ongeluk(fout, verslag)
                with suppress(Exception):
                    self.remember()
        self._close_messages_no_wait()

    def report(self, fout: BaseException) -> Path | None:
        """Keep a report of a fault; None when that does not succeed."""
        feiten: dict[str, object] = {}
        with suppress(Exception):  # after a fault anything may be broken
            feiten = self.describe()
        with suppress(Exception):
            from sessie_tool.opslag.ongelukken import keep_ongeluk

            return keep_ongeluk(fout, now(), feiten, tuple(self._gedaan))
        return None

    def report_thread(self, fout: BaseException | None) -> None:
        """Keep a report of a fault in another thread; the app itself is sound."""
        if fout is not None:
            self.report(fout)

    def remember(self) -> None:
        """Keep what one needs to go on where this app was. Called while its screens still stand."""

    def describe(self) -> dict[str, object]:
        """The app in kinds and counts, never what people typed."""
        schermen = self.screen_stack
        focus = type(schermen[-1].focused).__name__ if schermen and schermen[-1].focused else "nergens"
        namen = " > ".join(type(scherm).__name__ for scherm in schermen)
        return {"Venster": f"{self.size.width} × {self.size.height}", "Schermen": namen, "Toetsen gaan naar": focus}


class Herhaling:
    """Counts the faults that follow each other at once, so that going on never goes on for ever."""

    def __init__(self) -> None:
        """Nothing went wrong yet."""
        self._momenten: list[float] = []

    def add(self, moment: float) -> None:
        """One more, at a moment in seconds."""
        self._momenten = [*(one for one in self._momenten if moment - one < KORT), moment]

    @property
    def aantal(self) -> int:
        """How many followed each other at once."""
        return len(self._momenten)


def run_steadily(app: Vangnet[R], ongelukken: Herhaling) -> Ongeluk | None:
    """Run an app until it ends; gives what it ended by, None when the user stopped it.

    Raises:
        SessieToolError: it went wrong so often that beginning anew is of no use.
    """
    with _told_to(app):
        app.run()
    if app.ongeluk:
        ongelukken.add(time.monotonic())
        if ongelukken.aantal > TE_VAAK:
            raise SessieToolError(describe_einde(app.ongeluk))
    return app.ongeluk


def describe_einde(ongeluk: Ongeluk) -> str:
    """What a person reads when the program cannot go on."""
    waar = f"Wat er misging, staat in {ongeluk.verslag}." if ongeluk.verslag else f"Noteer: {ongeluk.plek}."
    return f"Het programma is gestopt, want dezelfde fout kwam steeds terug. Wat u typte is bewaard. {waar}"


@contextmanager
def _told_to(app: Vangnet[R]) -> Iterator[None]:
    """Let an app keep a report of what goes wrong in other threads; nothing is written over the screen."""
    before, asyncio_log = threading.excepthook, logging.getLogger("asyncio")
    was_disabled = asyncio_log.disabled
    threading.excepthook = lambda args: None if _is_of_terminal(args) else app.report_thread(args.exc_value)
    asyncio_log.disabled = True  # what it tells of a task that failed holds what people typed
    try:
        yield
    finally:
        threading.excepthook, asyncio_log.disabled = before, was_disabled


def _is_of_terminal(args: threading.ExceptHookArgs) -> bool:
    """Whether a thread could not write to the terminal: somebody closed the window, and that is no fault."""
    return isinstance(args.exc_value, OSError) and isinstance(args.thread, WriterThread)
