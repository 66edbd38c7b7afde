"""Verslagwerk: making the files of a session beside the screen, and what was chosen; it outlives its screen."""

import threading
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from textual.message_pump import MessagePump

from sessie_tool.fouten import Bevinding, SessieToolError

GEDULD = 6.0
"""Seconds that leaving the program waits for files that are being made."""


class Keuze(NamedTuple):
    """What is to be made.

    Attributes:
        stuk: name in `opstellen.STUKKEN`.
        versie: "intern" or "openbaar".
        formaten: names of formats.
        huisstijl: a Word file with styles; None is the one of the werkmap, or else that of the program.
    """

    stuk: str = "verslag"
    versie: str = "intern"
    formaten: tuple[str, ...] = ("docx",)
    huisstijl: Path | None = None


class Uitkomst(NamedTuple):
    """What came of it: the files, what a person must look at, and why it failed ("" when it did not)."""

    paden: tuple[Path, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    fout: str = ""


Maak = Callable[[Callable[[str], None]], tuple[list[Path], list[Bevinding]]]
"""Makes the files; is given what to call with each thing that it begins with."""


class Verslagwerk:
    """The work for one session.

    Attributes:
        keuze: what was chosen last.
        bezig: what is being done now; "" when nothing is.
        uitkomst: what came of the last time; None before the first.
        luister: called in the thread of the screen when something changed; None when no screen looks.
        plek: where one was in the list of what is missing.
    """

    def __init__(self) -> None:
        """Nothing was made yet."""
        self.keuze = Keuze()
        self.bezig = ""
        self.uitkomst: Uitkomst | None = None
        self.luister: Callable[[], None] | None = None
        self.plek = 0
        self._thread: threading.Thread | None = None

    def start(self, maak: Maak, app: MessagePump, ongezien: Callable[[Uitkomst], None]) -> None:
        """Make files in a thread of its own; `ongezien` is called with the outcome when no screen looks then."""
        self.bezig = "Beginnen"

        def tell() -> None:
            if self.luister:
                self.luister()

        def meld(fase: str) -> None:
            self.bezig = fase
            app.call_later(tell)

        def end(uitkomst: Uitkomst) -> None:
            self.bezig, self.uitkomst = "", uitkomst
            if self.luister:
                self.luister()
            else:
                ongezien(uitkomst)

        def run() -> None:
            uitkomst = _run(maak, meld)
            if not app.call_later(end, uitkomst):  # the program has stopped: `wait` tells it
                self.bezig, self.uitkomst = "", uitkomst

        self._thread = threading.Thread(target=run, name="verslag", daemon=True)
        self._thread.start()

    def wait(self, timeout: float) -> bool:
        """Wait until nothing is being made; False when that takes longer than `timeout` seconds."""
        if self._thread:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()


class Verslagwerken(defaultdict[str, Verslagwerk]):
    """The work per session (by id), for as long as the program runs."""

    def __init__(self) -> None:
        """Start without work."""
        super().__init__(Verslagwerk)

    def close(self) -> list[str]:
        """Wait a moment for what is being made; gives what a person must know when that is not enough."""
        klaar = [werk.wait(GEDULD) for werk in self.values()]
        if all(klaar):
            return []
        return ["Een verslag was nog niet klaar toen het programma stopte. Maak het opnieuw met Ctrl+E en W."]


def _run(maak: Maak, meld: Callable[[str], None]) -> Uitkomst:
    try:
        paden, bevindingen = maak(meld)
    except SessieToolError as fout:
        return Uitkomst(fout=str(fout))
    except OSError as fout:
        from sessie_tool.opslag.atomair import explain

        return Uitkomst(fout=f"Dit kan niet: {explain(fout)}.")
    except Exception as fout:  # noqa: BLE001  # a fault must not leave a screen that waits for ever
        return Uitkomst(fout=f"Er ging iets mis in het programma ({type(fout).__name__}). De sessie is veilig bewaard.")
    return Uitkomst(tuple(paden), tuple(bevindingen))
