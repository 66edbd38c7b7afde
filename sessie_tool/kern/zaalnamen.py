"""Names in what the room sees: without them, unless the facilitator wants them. What stands there is a function."""

from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.namen import Namen
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.personen import list_genoemd, list_personen
from sessie_tool.kern.vouwen import fold

S = TypeVar("S", bound=msgspec.Struct)

_GEEN_TEKST = frozenset({"id", "nummer", "stand", "sinds"})


def hide_names(waarde: S, omgeving: Omgeving) -> S:
    """A value with every text in it without the people of the session who may not be named."""
    genoemd = dict.fromkeys(list_genoemd(omgeving.records.values()))
    return _clean_struct(waarde, _Schoonmaker.of(omgeving.deelnemers, tuple(genoemd)))


class _Schoonmaker:
    """Knows the people, and what it made of texts before: most of them come back at every key."""

    def __init__(self, namen: Namen) -> None:
        self._namen = namen
        self.clean = lru_cache(5_000)(self._clean)

    @classmethod
    @lru_cache(4)
    def of(cls, deelnemers: tuple[Deelnemer, ...], genoemd: tuple[str, ...]) -> "_Schoonmaker":
        """The one for these people."""
        return cls(Namen(list_personen(deelnemers, genoemd)))

    def _clean(self, tekst: str) -> str:
        vorm = fold(tekst)
        delen: list[str] = []
        tot = 0
        for een in self._namen.find(vorm, vorm.words()):
            if een.door is not None and een.begin >= tot:
                delen += [tekst[tot : een.begin], een.door]
                tot = een.eind
        return "".join([*delen, tekst[tot:]])


def _clean_struct(waarde: S, schoon: _Schoonmaker) -> S:
    changed = {
        naam: nieuw
        for naam in waarde.__struct_fields__
        if naam not in _GEEN_TEKST and (nieuw := _clean_waarde(oud := getattr(waarde, naam), schoon)) is not oud
    }
    return msgspec.structs.replace(waarde, **changed) if changed else waarde


def _clean_waarde(waarde: Any, schoon: _Schoonmaker) -> Any:
    if isinstance(waarde, str):
        return schoon.clean(waarde)
    if isinstance(waarde, tuple):
        return tuple(_clean_waarde(one, schoon) for one in waarde)
    return _clean_struct(waarde, schoon) if isinstance(waarde, msgspec.Struct) else waarde
