"""Voorstellen: for a draad that nobody judged, the lijnen that it may go on from; only a person decides."""

from collections.abc import Iterable

from sessie_tool.kern.banden import Band, newest
from sessie_tool.kern.gelijkenis import Vergelijker, Voorstel, Woorden
from sessie_tool.kern.lijnen import Draad, Vergelijking

GEWEIGERD = ("afgewezen", "los")
"""The decisions after which the lijn of the earlier draad is not proposed again."""


class Voorstelzoeker:
    """Finds voorstellen; prepares the draden once for all years, and again only when one of them changed."""

    def __init__(self) -> None:
        """Start without anything prepared."""
        self._klaar: tuple[tuple[Draad, ...], Vergelijker] = ((), Vergelijker(()))

    def find(
        self, vergelijking: Vergelijking, banden: Iterable[Band], draden: Iterable[Draad] | None = None
    ) -> dict[str, tuple[Voorstel, ...]]:
        """For each draad, by its sleutel, the lijnen of earlier years that it may go on from, the likeliest first.

        Args:
            vergelijking: of all opgaven and up to the newest year, so that nothing is missed.
            banden: what people decided: what was rejected or untied is not proposed again.
            draden: for which; None is every one that nobody judged.
        """
        gevraagd = vergelijking.onbeoordeeld if draden is None else tuple(draden)
        paren = {(one.later, one.eerder) for one in newest(banden).values() if one.besluit in GEWEIGERD}
        vergelijker = self._prepare(vergelijking)
        found: dict[str, tuple[Voorstel, ...]] = {}
        for jaar in sorted({one.jaar for one in gevraagd}):
            nieuw = [describe_woorden(one, vergelijking) for one in gevraagd if one.jaar == jaar]
            found |= vergelijker.suggest(nieuw, paren, range(jaar))
        return found

    def _prepare(self, vergelijking: Vergelijking) -> Vergelijker:
        draden = tuple(vergelijking.draden.values())
        woorden = [describe_woorden(one, vergelijking) for one in draden]
        if draden != self._klaar[0]:
            self._klaar = draden, Vergelijker(woorden)
        self._klaar[1].regroup({one.id: one.lijn for one in woorden})
        return self._klaar[1]


def find_voorstellen(
    vergelijking: Vergelijking, banden: Iterable[Band], draden: Iterable[Draad] | None = None
) -> dict[str, tuple[Voorstel, ...]]:
    """What a `Voorstelzoeker` finds that is used once."""
    return Voorstelzoeker().find(vergelijking, banden, draden)


def describe_waarom(voorstel: Voorstel, vergelijking: Vergelijking, jaar: int) -> str:
    """Why a lijn is proposed, and what it was called last before this year, when that is another draad of it."""
    lijn = vergelijking.lijn_of(voorstel.id)
    eerder = [one for one in lijn.draden if one.jaar < jaar] if lijn else []
    if not eerder or eerder[-1].jaar == vergelijking.draden[voorstel.id].jaar:
        return voorstel.redenen.zin
    return f"{voorstel.redenen.zin}; heette in {eerder[-1].jaar} '{eerder[-1].naam}'"


def describe_woorden(draad: Draad, vergelijking: Vergelijking) -> Woorden:
    """What a draad is about, in as far as words can tell."""
    lijn = vergelijking.lijn_of(draad.sleutel)
    return Woorden(
        id=draad.sleutel,
        lijn=lijn.id if lijn else draad.sleutel,
        titel=draad.titel,
        toelichting=draad.toelichting,
        signalen=draad.signalen,
        opgaven=draad.opgaven,
        jaar=draad.jaar,
    )
