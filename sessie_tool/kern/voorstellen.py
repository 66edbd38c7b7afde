"""Voorstellen: for a draad that nobody judged, the lijnen that it may go on from; only a person decides."""

from collections.abc import Iterable

from sessie_tool.kern.banden import Band, newest
from sessie_tool.kern.gelijkenis import Voorstel, Woorden, suggest_voorgangers
from sessie_tool.kern.lijnen import Draad, Vergelijking

GEWEIGERD = ("afgewezen", "los")
"""The decisions after which the lijn of the earlier draad is not proposed again."""


def find_voorstellen(
    vergelijking: Vergelijking, banden: Iterable[Band], draden: Iterable[Draad] | None = None
) -> dict[str, tuple[Voorstel, ...]]:
    """For each draad, by its sleutel, the lijnen of earlier years that it may go on from, the likeliest first.

    Args:
        vergelijking: of all opgaven and up to the newest year, so that nothing is missed.
        banden: what people decided: what was rejected or untied is not proposed again.
        draden: for which; None is every one that nobody judged.
    """
    gevraagd = vergelijking.onbeoordeeld if draden is None else tuple(draden)
    paren = {(one.later, one.eerder) for one in newest(banden).values() if one.besluit in GEWEIGERD}
    alle = [describe_woorden(one, vergelijking) for one in vergelijking.draden.values()]
    ids = {one.sleutel for one in gevraagd}
    found: dict[str, tuple[Voorstel, ...]] = {}
    for jaar in sorted({one.jaar for one in gevraagd}):
        nieuw = [one for one in alle if one.id in ids and one.jaar == jaar]
        eerder = [one for one in alle if one.jaar < jaar]
        overig = [one for one in alle if one.jaar >= jaar and one not in nieuw]
        found |= suggest_voorgangers(nieuw, eerder, paren, overig)
    return found


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
