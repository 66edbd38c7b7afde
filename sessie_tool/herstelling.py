"""Herstelling: an earlier version of a session back in its place, or beside it as a copy; for screen and command."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from sessie_tool.fouten import OpslagError, VastgesteldError
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.sessie import Sessie, replace
from sessie_tool.kern.terugzetten import as_kopie, format_moment, name_kopie, put_back
from sessie_tool.opslag.herstelpunten import (
    JOURNAAL,
    PRULLENBAK,
    Herstelpunt,
    bring_back,
    find_herstelpunt,
    list_herstelpunten,
)
from sessie_tool.opslag.versies import HERSTEL
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

WACHT_SECONDEN = 60.0


class Uitkomst(NamedTuple):
    """What was done: the id of the session that it is about, and one Dutch sentence."""

    sessie: str
    melding: str


def read_nu(werkmap: Werkmap, sessie_id: str, punten: list[Herstelpunt]) -> Sessie:
    """A session as it is now; of one without a file, as it was last.

    Raises:
        OpslagError: it cannot be read.
    """
    try:
        return werkmap.read(sessie_id)
    except OpslagError:
        if not punten:
            raise
        return max(punten, key=lambda one: one.moment).read()


def restore(werkmap: Werkmap, sessie_id: str, naam: str, *, clock: Callable[[], datetime], new_id: NewId) -> Uitkomst:
    """Bring back one of the herstelpunten of a session, as one change that can be undone, and its file when it is gone.

    Raises:
        BezetError: someone else has it open.
        VastgesteldError: it is vastgesteld; a copy can be made.
        OpslagError: it is not there, or cannot be written.
    """
    if naam in (PRULLENBAK, JOURNAAL) and bring_back(werkmap, sessie_id, clock()):
        return Uitkomst(sessie_id, f"'{werkmap.read(sessie_id).titel}' is terug.")
    punten = list_herstelpunten(werkmap, sessie_id)
    punt = find_herstelpunt(punten, naam)
    oud = punt.read()
    nu = read_nu(werkmap, sessie_id, punten)
    if oud != nu:
        _require_open(nu)
    is_terug = bring_back(werkmap, sessie_id, clock())
    if _apply(werkmap, sessie_id, oud, punt, clock, new_id):
        waar = "Ctrl+Z in de sessie maakt dat ongedaan, en wat er net stond is ook een versie."
        return Uitkomst(sessie_id, f"'{oud.titel}' is weer zoals op {format_moment(punt.moment)}. {waar}")
    return Uitkomst(sessie_id, f"'{oud.titel}' {'is terug.' if is_terug else 'staat er zo: er is niets veranderd.'}")


def _require_open(nu: Sessie) -> None:
    if nu.status == "vastgesteld":
        raise VastgesteldError(
            f"'{nu.titel}' is vastgesteld en verandert niet meer. "
            "Zet deze versie terug als kopie: met k op het scherm, of met --kopie in de opdracht."
        )


def _apply(
    werkmap: Werkmap,
    sessie_id: str,
    oud: Sessie,
    punt: Herstelpunt,
    clock: Callable[[], datetime],
    new_id: NewId,
) -> bool:
    """Make an earlier version the content of now, and keep what stands there now as a version; whether it differed."""
    zitting = Zitting.open(werkmap, sessie_id, clock=clock, new_id=new_id)
    try:
        if put_back(zitting.sessie, oud) == zitting.sessie:
            return False
        _require_open(zitting.sessie)
        zitting.keep_versie(HERSTEL)
        zitting.apply(f"versie van {format_moment(punt.moment)} teruggezet", lambda nu: put_back(nu, oud))
        if not zitting.wait_saved(WACHT_SECONDEN):
            raise OpslagError(f"Dit is niet opgeslagen. {zitting.stand.melding or 'De schijf antwoordt niet.'}")
    finally:
        zitting.close()
    return True


def restore_kopie(
    werkmap: Werkmap, sessie_id: str, naam: str, *, clock: Callable[[], datetime], new_id: NewId
) -> Uitkomst:
    """Make a session of its own from one of the herstelpunten of another one, which stays as it is.

    Raises:
        OpslagError: it is not there, or cannot be written.
    """
    punt = find_herstelpunt(list_herstelpunten(werkmap, sessie_id), naam)
    oud = punt.read()
    kopie = replace(as_kopie(oud, new_id), titel=name_kopie(oud, punt.moment))
    werkmap.create(kopie, clock())
    return Uitkomst(kopie.id, f"'{kopie.titel}' is gemaakt. De sessie zelf is niet veranderd.")
