"""Naamvrij: values made of several sessions, such as a list of actions, without people who may not be named."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from sessie_tool.fouten import Bevinding
from sessie_tool.kern.boom import texts_in, to_tree
from sessie_tool.kern.namen import Namen
from sessie_tool.kern.openbaar import Schoonmaker, known_words
from sessie_tool.kern.personen import list_genoemd, list_personen
from sessie_tool.kern.publiceren import list_geen_namen, tell_twijfel
from sessie_tool.kern.sessie import Sessie, environment

T = TypeVar("T")

_GEEN_TEKST = frozenset({"id", "eerste", "sessie", "sessies", "datum", "jaar", "status", "staat", "wanneer", "eerder"})


class Naamvrij:
    """Takes the names of the people of these sessions out of what is made of them, as the open version does."""

    def __init__(self, sessies: Sequence[Sessie]) -> None:
        """Know the people of all of these, and what was decided in any."""
        deelnemers = [one for sessie in sessies for one in sessie.deelnemers]
        genoemd = [naam for one in sessies for naam in list_genoemd(environment(one).records.values())]
        geen = [tekst for sessie in sessies for tekst in list_geen_namen(sessie)]
        klein = known_words((tekst for one in sessies for tekst in texts_in(to_tree(one))), geen)
        besloten = [one for sessie in sessies for one in sessie.vervangingen]
        self._schoon = Schoonmaker(Namen(list_personen(deelnemers, genoemd, klein)), besloten, klein)

    def clean(self, waarde: T) -> T:
        """The same value with every text in it cleaned; ids and dates stay."""
        return self._clean(waarde)  # type: ignore[no-any-return]

    def _clean(self, waarde: Any) -> Any:
        if isinstance(waarde, str):
            return self._schoon.clean_tekst(waarde)
        if isinstance(waarde, dict):
            return {naam: one if naam in _GEEN_TEKST else self._clean(one) for naam, one in waarde.items()}
        if isinstance(waarde, (tuple, list)):
            return getattr(waarde, "_make", type(waarde))(map(self._clean, waarde))
        if isinstance(waarde, msgspec.Struct):
            velden = [naam for naam in waarde.__struct_fields__ if naam not in _GEEN_TEKST]
            return msgspec.structs.replace(waarde, **{naam: self._clean(getattr(waarde, naam)) for naam in velden})
        return waarde

    def tell(self) -> list[Bevinding]:
        """What a person must look at."""
        return [tell_twijfel(one) for one in self._schoon.plekken.values() if one.reden]
