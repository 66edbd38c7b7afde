"""Reports of faults of the program, in the state folder, for their owner only. They hold nothing of a session.

Whoever keeps a report must never fail by it: a fault while telling of a fault leaves no report, and nothing else.
"""

import platform
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from sessie_tool import __version__
from sessie_tool.fouten import Bevinding
from sessie_tool.kern.ongeluk import describe_fout, locate_fout
from sessie_tool.opslag.atomair import write_atomic
from sessie_tool.opslag.staat import BESTAND_MODE, make_state_folder, state_folder

MEESTE = 20
"""So many reports are kept; the oldest go."""
RECENT = 7
"""Days for which a report is still news."""
EINDE = ".txt"
KOP = "Verslag van een fout in sessie_tool. Hierin staat niets uit een sessie."


def ongelukken_folder() -> Path:
    """Where the reports are."""
    return state_folder() / "ongelukken"


def keep_ongeluk(
    fout: BaseException, moment: datetime, feiten: Mapping[str, object] | None = None, acties: Sequence[str] = ()
) -> Path | None:
    """Write a report; None when that does not succeed.

    Args:
        fout: what went wrong.
        moment: when.
        feiten: what else may be told: counts and kinds, never what people typed.
        acties: the names of what was done last.
    """
    try:
        folder = ongelukken_folder()
        make_state_folder(folder)
        pad = _free_name(folder, moment)
        write_atomic(pad, make_verslag(fout, moment, feiten or {}, acties).encode(), mode=BESTAND_MODE)
    except Exception:  # noqa: BLE001  # see the module
        return None
    _thin_out()
    return pad


_gemeld: set[str] = set()


def keep_once(fout: BaseException, moment: datetime) -> None:
    """Write a report of a fault in what is tried again and again: one for each place, or they push out all others."""
    plek = locate_fout(fout)
    if plek not in _gemeld:
        _gemeld.add(plek)
        keep_ongeluk(fout, moment)


def make_verslag(fout: BaseException, moment: datetime, feiten: Mapping[str, object], acties: Sequence[str]) -> str:
    """The text of a report."""
    omgeving = {
        "Moment": moment.isoformat(timespec="seconds"),
        "Versie": __version__,
        "Python": platform.python_version(),
        "Systeem": f"{platform.system()} {platform.release()} ({platform.machine()})",
        "Textual": getattr(sys.modules.get("textual"), "__version__", "niet gebruikt"),
        **feiten,
    }
    delen = [
        KOP,
        "",
        *(f"{naam}: {waarde}" for naam, waarde in omgeving.items()),
        "",
        *describe_fout(fout),
        "",
        f"Laatst gedaan: {', '.join(acties) or 'niets'}",
        "",
    ]
    return "\n".join(delen)


def list_ongelukken() -> list[Path]:
    """The reports that there are, the oldest first."""
    with suppress(OSError):
        paden = [pad for pad in ongelukken_folder().iterdir() if pad.suffix == EINDE]
        return sorted(paden, key=lambda pad: pad.stem)
    return []


def check_ongelukken(nu: datetime) -> list[Bevinding]:
    """That there are reports of the last days, if any."""
    sinds = f"{nu - timedelta(days=RECENT):%Y-%m-%d-%H%M%S}"
    aantal = sum(pad.stem >= sinds for pad in list_ongelukken())
    if not aantal:
        return []
    wat = f"Het programma ging de laatste {RECENT} dagen {aantal} keer mis; er gaat dan niets verloren."
    advies = f"Stuur de verslagen in '{ongelukken_folder()}' naar wie het programma voor u beheert."
    return [Bevinding(wat, advies, ernst="let op", code="ongelukken")]


def _free_name(folder: Path, moment: datetime) -> Path:
    """Named by its moment, so that the names are in order; a second one of the same second gets a number."""
    naam = f"{moment:%Y-%m-%d-%H%M%S}"
    namen = (naam, *(f"{naam}-{nummer:02}" for nummer in range(2, 100)))
    return next(pad for one in namen if not (pad := folder / f"{one}{EINDE}").exists())


def _thin_out() -> None:
    for pad in list_ongelukken()[:-MEESTE]:
        with suppress(OSError):
            pad.unlink()
