"""What the commands share that change a session: open it, find a step, wait until it is saved."""

from collections.abc import Iterator
from contextlib import contextmanager

from sessie_tool.cli.uitvoer import warn, warn_all
from sessie_tool.fouten import GebruikError, OpslagError
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

WACHT_SECONDEN = 60.0


@contextmanager
def open_zitting(werkmap: Werkmap, sessie_id: str) -> Iterator[Zitting]:
    """A session open for writing; on leaving everything is on the disk, or a line says what is not."""
    zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
    try:
        warn_all(zitting.bevindingen)
        yield zitting
    finally:
        stand = zitting.close()
        if stand.melding:
            warn(stand.melding)


def require_saved(zitting: Zitting) -> None:
    """Wait until what was done is safely on the disk.

    Raises:
        OpslagError: it is not.
    """
    if not zitting.wait_saved(WACHT_SECONDEN):
        reden = zitting.stand.melding or "De schijf antwoordt niet."
        raise OpslagError(f"Dit is niet opgeslagen. {reden}")


def find_stap(sessie: Sessie, nummer: int | None) -> Stap:
    """The step with this number (from 1); the current one without a number.

    Raises:
        GebruikError: the session has no such step.
    """
    if nummer is None:
        return sessie.huidige
    if nummer > len(sessie.stappen):
        aantal = format_aantal(len(sessie.stappen), "stap", "stappen")
        raise GebruikError(f"Stap {nummer} is er niet: deze sessie heeft {aantal}.")
    return sessie.stappen[nummer - 1]
