"""Voorganger: while a session runs, which earlier draad that it took over a rode draad resembles."""

from collections.abc import Sequence

from sessie_tool.kern.bouwstenen.draad import EerdereDraad, RodeDraad, opgaven_of, signals_of
from sessie_tool.kern.gelijkenis import Vergelijker, Voorstel, Woorden
from sessie_tool.kern.omgeving import Omgeving

_VOL = 200
"""So many answers are kept; a session has some forty draden."""


class Gelijkenis:
    """Remembers what it reckoned, so that a key press asks only about what changed."""

    def __init__(self) -> None:
        """Start without anything known."""
        self._eerder: tuple[EerdereDraad, ...] = ()
        self._vergelijker = Vergelijker(())
        self._bekend: dict[Woorden, tuple[Voorstel, ...]] = {}

    def find(self, draad: RodeDraad, omgeving: Omgeving, eerdere: Sequence[EerdereDraad]) -> tuple[Voorstel, ...]:
        """The likeliest of the earlier draden, best first; none for a draad about which nothing is known yet."""
        eerder = tuple(eerdere)
        if not eerder:
            return ()
        if eerder != self._eerder:
            woorden_van = [_describe_eerdere(one, omgeving) for one in eerder]
            self._eerder, self._vergelijker, self._bekend = eerder, Vergelijker(woorden_van), {}
        woorden = _describe_draad(draad, omgeving)
        if woorden not in self._bekend:
            if len(self._bekend) >= _VOL:
                self._bekend.clear()
            self._bekend[woorden] = self._vergelijker.suggest((woorden,))[woorden.id]
        return self._bekend[woorden]


def _describe_eerdere(draad: EerdereDraad, omgeving: Omgeving) -> Woorden:
    return Woorden(
        id=draad.id,
        lijn=draad.id,
        titel=draad.titel,
        toelichting=draad.toelichting,
        signalen=_texts(draad.signalen, omgeving),
        opgaven=draad.opgaven,
        jaar=draad.overgenomen.jaar if draad.overgenomen else 0,
    )


def _describe_draad(draad: RodeDraad, omgeving: Omgeving) -> Woorden:
    return Woorden(
        id=draad.id,
        lijn=draad.id,
        titel=draad.titel,
        toelichting=draad.toelichting,
        signalen=_texts(signals_of(draad, omgeving), omgeving),
        opgaven=opgaven_of(draad, omgeving),
        jaar=int(omgeving.datum[:4]) if omgeving.datum else 0,
    )


def _texts(ids: Sequence[str], omgeving: Omgeving) -> tuple[str, ...]:
    return tuple(omgeving.records[one].hoofdtekst for one in ids if one in omgeving.records)


def describe_eerder(draad: EerdereDraad) -> str:
    """'Het net zit vol (2025)'."""
    return f"'{draad.titel}' ({draad.overgenomen.jaar})" if draad.overgenomen else f"'{draad.titel}'"
