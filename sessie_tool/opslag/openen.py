"""Opening a session for writing: take the lease, read, put conflicts beside, start the writer."""

import errno
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from sessie_tool.fouten import Bevinding
from sessie_tool.opslag.atomair import write_atomic
from sessie_tool.opslag.bestand import BeschadigdError, read_bestand
from sessie_tool.opslag.doel import Doel, write_sessie
from sessie_tool.opslag.journaal import Bewaard, Journaal
from sessie_tool.opslag.laden import Geladen, load
from sessie_tool.opslag.lease import Lease
from sessie_tool.opslag.lezen import read_own
from sessie_tool.opslag.namen import conflict_path, split_kopieen
from sessie_tool.opslag.schrijver import Schrijver
from sessie_tool.opslag.staat import BESTAND_MODE
from sessie_tool.opslag.stam import holds, put_apart
from sessie_tool.opslag.uittreksel import list_names
from sessie_tool.opslag.versies import read_versies

replace = msgspec.structs.replace
MAG_NIET = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
GEEN_RECHT = Bevinding(
    "U mag in deze map niet schrijven, dus u kunt de sessie alleen lezen.",
    "Kopieer de map naar een plek waar u wel mag schrijven.",
    ernst="let op",
)


def open_sessie(
    pad: Path, *, clock: Callable[[], datetime], new_id: Callable[[], str], overnemen: bool
) -> tuple[Geladen, Schrijver | None]:
    """A session and what keeps it; nothing keeps it when it can only be read (`bevindingen` says why).

    Raises:
        BezetError: someone else has it open; `overnemen` takes it over.
        OpslagError: it is not there, or nothing good of it is left.
    """
    lease = Lease(pad, clock())
    bevindingen: tuple[Bevinding, ...] = ()
    try:
        lease.take(overnemen=overnemen)
    except OSError as error:  # a full disk, a folder that is away for a moment: the writer keeps trying
        if error.errno in MAG_NIET:
            bevindingen = (GEEN_RECHT,)
    try:
        geladen = load(pad)
        if not geladen.te_nieuw and not bevindingen:
            return _start(pad, geladen, lease, clock, new_id, mark=not overnemen)
    except BaseException:
        lease.release()
        raise
    lease.release()
    return replace(geladen, bevindingen=(*geladen.bevindingen, *bevindingen)), None


def _start(
    pad: Path,
    geladen: Geladen,
    lease: Lease,
    clock: Callable[[], datetime],
    new_id: Callable[[], str],
    *,
    mark: bool,
) -> tuple[Geladen, Schrijver]:
    """Start the writer.

    A mark at the end of the journal says that there is nothing else in it to look after. So it is not set while a
    conflict waits, nor when another program on this computer may still be writing in the same journal.
    """
    geladen = _keep_conflicts(pad, geladen, new_id)
    doel = Doel(pad, geladen, lease, token=new_id(), clock=clock)
    return geladen, Schrijver(geladen, doel, clock, mark=mark and not geladen.conflicten)


def _keep_conflicts(pad: Path, geladen: Geladen, new_id: Callable[[], str]) -> Geladen:
    """Put what was acknowledged but is in no file, or lost from it, beside the session as a copy; once."""
    alle = (*geladen.conflicten, *geladen.verdwenen)
    if not alle and not geladen.los:
        return geladen
    bevindingen = list(geladen.bevindingen)
    wachtend = []
    journaal = Journaal(geladen.staat.journaal)
    for conflict in alle:
        if _is_kept(pad, geladen.sessie.id, conflict.meta.laatste):
            continue
        copy = conflict_path(pad, new_id())
        try:
            write_sessie(copy, conflict.boom, conflict.meta)
            journaal.append([Bewaard(conflict.meta.laatste)])
            raad = f"Uw versie staat ernaast in '{copy.name}'. F9 in de lijst legt de twee naast elkaar."
        except OSError:
            wachtend.append(conflict)
            raad = "Uw versie staat nog veilig op deze computer; het programma probeert het de volgende keer opnieuw."
        bevinding = Bevinding("Deze sessie is intussen ergens anders veranderd.", raad, bron=pad.name, ernst="let op")
        bevindingen.append(bevinding)
    if geladen.los:
        bevindingen.append(_keep_loose(journaal, geladen.los, new_id()))
    journaal.close()
    apart = put_apart(geladen.meta, (one.meta.laatste for one in alle if one not in wachtend))
    return replace(geladen, meta=apart, conflicten=tuple(wachtend), bevindingen=tuple(bevindingen))


def _is_kept(pad: Path, sessie_id: str, laatste: str) -> bool:
    """Whether a copy or an earlier version has this entry already."""
    if any(one.meta.laatste == laatste for _, one in read_versies(pad.parent, sessie_id)):
        return True
    for kopie, van in split_kopieen(list_names(pad.parent))[1].items():
        with suppress(OSError, BeschadigdError):
            if van == pad.name and holds(read_bestand(read_own(pad.parent / kopie)).meta, laatste):
                return True
    return False


def _keep_loose(journaal: Journaal, los: tuple[str, ...], token: str) -> Bevinding:
    """Keep entries that fit on nothing any more: a copy of the journal stays, and it is told once."""
    copy = journaal.pad.with_suffix(f".{token}.los")
    try:
        write_atomic(copy, journaal.pad.read_bytes(), mode=BESTAND_MODE)
        journaal.append(Bewaard(eind) for eind in los)
        raad = f"Het blijft op deze computer bewaard in '{copy}'."
    except OSError:
        raad = f"Het staat op deze computer in '{journaal.pad}'."
    return Bevinding("Een deel van wat eerder getypt is past niet meer op het bestand.", raad, ernst="let op")
