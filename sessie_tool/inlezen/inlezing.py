"""Inlezing: what came of a file; and whether the same was read before."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from sessie_tool.kern.sessie import Sessie, whole


class Inlezing(msgspec.Struct, frozen=True):
    """What came of a report, or of the rows of one session.

    Attributes:
        sessie: the session that was made; when the same was read before, the one that is there already.
        meldingen: what found no place or needs a look: Dutch sentences, one a line.
        is_bekend: whether that session was there already.
    """

    sessie: Sessie
    meldingen: tuple[str, ...] = ()
    is_bekend: bool = False


def settle(inlezing: Inlezing, eerder: Iterable[Sessie]) -> Inlezing:
    """The same, or the session among `eerder` that holds the same: who reads a file twice wants no doubles."""
    inhoud = _content(inlezing.sessie)
    bekend = next((one for one in eerder if _content(one) == inhoud), None)
    if bekend is None:
        return inlezing
    zin = f"'{bekend.titel}' is al eerder ingelezen ({bekend.id}). Er is niets bijgemaakt."
    return Inlezing(bekend, (zin,), is_bekend=True)


def _content(sessie: Sessie) -> tuple[Any, ...]:
    """What a file gave to a session: not its date or status, and no ids, which are new each time."""
    stappen = [(stap.bouwsteen.soort, stap.bouwsteen.records) for stap in sessie.stappen if stap.bouwsteen.records]
    ids = [one.id for _, records in stappen for record in records for one in whole(record)]
    plaatsen = {een: f'"{plaats}"' for plaats, een in enumerate(ids)}
    tekst = re.sub(r'"(\w+)"', lambda match: plaatsen.get(match[1], match[0]), msgspec.json.encode(stappen).decode())
    namen = [one.naam for one in sessie.deelnemers]
    return sessie.soort, sessie.titel, sessie.plaats, sessie.aanleiding, sessie.niet_geplaatst, namen, tekst
