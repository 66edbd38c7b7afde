"""Invoer: one change on its way from the screen to the disk."""

from typing import Any

import msgspec

from sessie_tool.kern.geschiedenis import Mutatie
from sessie_tool.opslag.bestand import Meta
from sessie_tool.opslag.journaal import Regel, as_raw


class Invoer(msgspec.Struct, frozen=True):
    """One change on its way to the disk: the change, and the value after it."""

    na: str
    meta: Meta
    mutatie: Mutatie
    boom: dict[str, Any]

    def as_regel(self) -> Regel:
        """The line for the journal."""
        meta, mutatie = self.meta, self.mutatie
        return Regel(
            meta.laatste,
            self.na,
            meta.revisie,
            meta.bewaard,
            mutatie.soort,
            mutatie.omschrijving,
            as_raw(mutatie.verschil),
            meta.schema,
        )
