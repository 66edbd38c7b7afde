"""Copies of a session file: more versions of one session in the folder, made by us or by what keeps folders the same.

Needs nothing of what is in a session, so that the list stays quick.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from sessie_tool.fouten import Bevinding
from sessie_tool.opslag.namen import CONFLICT, session_id_of
from sessie_tool.opslag.rijen import Rij


class Kopieen:
    """Which files hold another version of which session."""

    def __init__(self, kopieen: Mapping[str, str]) -> None:
        """Begin with what the names tell: for each copy the name of its file (`split_kopieen`)."""
        self._bij_naam = kopieen
        self._bij_id: dict[str, list[str]] = {}
        self._bekend: dict[str, str] = {}

    def add(self, sessie_id: str, naam: str) -> None:
        """Add a copy that was known by the id in it."""
        self._bij_id.setdefault(sessie_id, []).append(naam)

    def note(self, rij: Rij) -> Rij:
        """The row with the copies of its session."""
        namen = [*self._bij_id.get(rij.id, ())]
        namen += [one for one, van in self._bij_naam.items() if van == rij.naam or _is_ours(one, rij.id)]
        if not namen:
            return rij
        self._bekend |= dict.fromkeys(namen, rij.id)
        return msgspec.structs.replace(rij, kopieen=tuple(sorted(namen)))

    def list_bevindingen(self) -> list[Bevinding]:
        """What to do with each copy, the newest name first; to be asked when the rows are noted."""
        alle = {**dict.fromkeys(self._bij_naam, ""), **self._bekend}
        return [_describe(naam, alle[naam]) for naam in sorted(alle, reverse=True)]


def _is_ours(naam: str, sessie_id: str) -> bool:
    return CONFLICT in naam and session_id_of(Path(naam)) == sessie_id


def _describe(naam: str, sessie_id: str) -> Bevinding:
    if not sessie_id:
        raad = f"Bekijk deze kopie met 'sessie toon \"{naam}\"'."
        return Bevinding("Het bestand waar dit een kopie van is, is er niet meer.", raad, bron=naam, ernst="let op")
    raad = f"Leg ze naast elkaar: F9 in de lijst, of 'sessie samenvoegen {sessie_id}'."
    return Bevinding("Dit is een tweede versie van een sessie.", raad, bron=naam, ernst="let op", code="tweede-versie")


def find_by_name(gevraagd: str, namen: Sequence[str]) -> str | None:
    """The file with this name, with or without '.json'; of one of our copies '<id>-conflict-<token>' is enough."""
    bestand = f"{gevraagd.removesuffix('.json')}.json"
    if bestand in namen:
        return bestand
    if CONFLICT not in gevraagd:
        return None
    return next((naam for naam in namen if naam.endswith(f"-{bestand}")), None)
