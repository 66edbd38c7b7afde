"""Running the screen: until the user stops, and on after a fault, where one was."""

import gc
import sys

from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.app import SessieApp
from sessie_tool.tui.vangnet import TE_VAAK, Herhaling, run_steadily

OPRUIMEN = (5_000, 1_000, 100)
"""When Python looks for memory to give back: among new values often, as that is short, and among all values rarely.
With its own numbers it stops the screen for 80 ms at a time at 2,000 records."""

PROEF = "Dit is een proef met een kopie: alles werkt en er blijft niets van bewaard. Ctrl+Q stopt de proef."


def run_app(werkmap: Werkmap, sessie_id: str | None = None) -> int:
    """Run the screen until the user stops; gives the exit code."""
    app = _run(SessieApp(werkmap, sessie_id))
    while app.proef:
        run_proef(werkmap, app.proef)
        app = _run(SessieApp(werkmap))
    return app.return_code or 0


def run_proef(werkmap: Werkmap, sessie_id: str) -> int:
    """Run the screen on a copy of a session, of which nothing stays; gives the exit code."""
    from sessie_tool.opslag.proef import open_proef

    with open_proef(werkmap, sessie_id, now()) as proef:
        return _run(SessieApp(proef.werkmap, proef.sessie, PROEF)).return_code or 0


def _run(app: SessieApp) -> SessieApp:
    """Run the screen until the user stops; after a fault, begin it anew."""
    gc.set_threshold(*OPRUIMEN)
    ongelukken = Herhaling()
    try:
        while ongeluk := run_steadily(app, ongelukken):
            app = app.begin_anew(ongeluk, ter_plekke=ongelukken.aantal < TE_VAAK)
    finally:
        meldingen = app.close_all()
        sys.stderr.write("".join(f"{melding}\n" for melding in meldingen))
    return app
