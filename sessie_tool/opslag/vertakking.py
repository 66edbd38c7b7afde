"""What the entries of a journal come to: the best value there is, and the branches that a file does not have."""

from typing import Any

import msgspec

from sessie_tool.kern.boom import from_tree
from sessie_tool.kern.gebreken import mend
from sessie_tool.opslag.bestand import Bestand, Meta
from sessie_tool.opslag.keten import Keten
from sessie_tool.opslag.stam import has_lost, trace_stam


def find_conflicts(keten: Keten, meta: Meta) -> tuple[tuple[Bestand, ...], tuple[str, ...]]:
    """Ends of the journal that are in no file: someone else changed the file before they came into it.

    Returns:
        Those with their value, and the ids of those that fit on nothing any more.
    """
    conflicten = []
    los = []
    for eind in keten.unsaved_ends(behalve=meta.laatste):
        bestand = _make_bestand(keten, eind)
        if bestand:
            conflicten.append(bestand)
        else:
            los.append(eind)
    return tuple(conflicten), tuple(los)


def find_lost(keten: Keten, meta: Meta) -> tuple[Bestand, ...]:
    """Ends of the journal that were in a file once, and are not in what stands there now."""
    weg = (eind for eind in keten.saved_ends(behalve=meta.laatste) if has_lost(meta, eind))
    return tuple(filter(None, (_make_bestand(keten, eind) for eind in weg)))


def _make_bestand(keten: Keten, eind: str) -> Bestand | None:
    """The value after an entry as a file would hold it; None when it cannot be made."""
    boom, stand = sound_value(keten, eind), keten.moment(eind)
    return Bestand(_make_meta(keten, stand, eind), boom) if boom is not None and stand else None


def _make_meta(keten: Keten, stand: tuple[int, str], laatste: str) -> Meta:
    """What a file with the value after an entry says about itself."""
    stam = trace_stam(Meta(), reversed(keten.back_from(laatste)))
    return Meta(revisie=stand[0], laatste=laatste, bewaard=stand[1], stam=stam)


def is_sessie(boom: dict[str, Any]) -> bool:
    """Whether the values in a tree are those of a session."""
    try:
        from_tree(boom)
    except msgspec.ValidationError:
        return False
    return True


def find_best(keten: Keten, versies: list[Bestand]) -> Bestand | None:
    """The value with the highest revision that can still be made."""
    keuzes = list(versies)
    for laatste, stand in keten.known():
        boom = sound_value(keten, laatste)
        if boom is not None:
            keuzes.append(Bestand(_make_meta(keten, stand, laatste), boom))
    return max((one for one in keuzes if is_sessie(one.boom)), key=lambda one: one.meta.revisie, default=None)


def sound_value(keten: Keten, laatste: str) -> dict[str, Any] | None:
    """The tree of the session after an entry; None when it cannot be made, or is not that of a session."""
    boom = keten.value(laatste)
    if not isinstance(boom, dict):
        return None
    mend(boom)
    return boom if is_sessie(boom) else None
