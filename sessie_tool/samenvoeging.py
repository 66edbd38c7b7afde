"""Samenvoeging: what a person chose between two versions becomes one change of the session, and the copy is kept."""

from datetime import datetime

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.verenigen import Keuzes, Vereniging, complete, unite
from sessie_tool.kern.verschillen import Verschilpunt, compare
from sessie_tool.opslag.paar import AANLEIDING, Kopieslot, Paar
from sessie_tool.zitting import Zitting

WACHT = 60.0
"""Seconds that the disk gets to take the change, before the copy goes."""


def list_punten(paar: Paar, opgaven: tuple[str, ...] = ()) -> tuple[Verschilpunt, ...]:
    """Everything that differs."""
    return compare(paar.links.sessie, paar.rechts.sessie, paar.basis, opgaven)


def carry_out(zitting: Zitting, paar: Paar, keuzes: Keuzes, moment: datetime, new_id: NewId) -> Vereniging:
    """Make the session what was chosen, as one change that one undo takes back, and put the copy with its versions.

    Stopped half-way, the copy still stands where it was: it goes when all else is on the disk.

    Raises:
        SessieToolError: something is not chosen yet, the session or the copy changed meanwhile, or the disk refuses.
    """
    punten = compare(zitting.sessie, paar.rechts.sessie, paar.basis)
    if [one.sleutel for one in punten] != [one.sleutel for one in list_punten(paar)]:
        raise OpslagError("De sessie is intussen veranderd. Leg de twee versies opnieuw naast elkaar.")
    alle = complete(punten, keuzes)
    samen = unite(zitting.sessie, paar.rechts.sessie, alle, new_id)
    with Kopieslot(paar, moment) as kopie:
        kopie.keep()
        if samen.sessie != zitting.sessie:
            zitting.keep_versie(AANLEIDING)
            zitting.note_apart(paar.rechts.meta)
            zitting.apply("twee versies samengevoegd", lambda _: samen.sessie)
        if not zitting.wait_saved(WACHT):
            raise OpslagError("De samengevoegde sessie is nog niet opgeslagen. De kopie blijft staan.")
        kopie.remove()
    return samen


def describe(samen: Vereniging) -> str:
    """What a person must know of the outcome, in one sentence or two."""
    delen = ["De twee versies zijn samengevoegd. De kopie staat bij de eerdere versies."]
    if samen.meegekomen:
        delen.append(f"Dit kwam mee, omdat een gekozen regel erover gaat: {_name(samen.meegekomen)}.")
    if samen.vervallen:
        delen.append(f"Dit verviel, omdat het ging over iets wat er niet meer is: {_name(samen.vervallen)}.")
    return " ".join(delen)


def _name(teksten: tuple[str, ...]) -> str:
    kort = [f"'{one if len(one) <= 40 else f'{one[:39]}…'}'" for one in dict.fromkeys(teksten)]
    return ", ".join(kort[:3]) + (f" en {len(kort) - 3} meer" if len(kort) > 3 else "")
