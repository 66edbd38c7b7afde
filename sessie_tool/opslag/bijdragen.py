"""The bijdragescores of a werkmap, taken out of the session files without reading those sessions whole."""

from sessie_tool.kern.bijdragejaren import Scores
from sessie_tool.kern.bouwstenen.bijdrage import Bijdrage, Stelling
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.sessiedelen import Recordlezer, read_delen
from sessie_tool.opslag.uittreksel import Uittreksel
from sessie_tool.opslag.werkmap import Werkmap

_SOORT = "bijdragescore"
_LEZER = Recordlezer((_SOORT,))


def _read_scores(data: bytes) -> Scores:
    sessie, delen = read_delen(data)
    scores = []
    for deel in delen:
        records = tuple(one for one in _LEZER.read((deel,)) if isinstance(one, (Stelling, Bijdrage)))
        if deel.soort == _SOORT:
            omgeving = Omgeving(records={one.id: one for one in records})
            scores += [
                score for uitslag in Bijdragescore(records=records).uitslagen(omgeving) for score in uitslag.scores
            ]
    return Scores(sessie.id, sessie.titel, sessie.datum, tuple(scores))


SCORES = Uittreksel("bijdragen", 1, Scores, _read_scores)
"""The scores that come into the verslag of each session."""


def read_scores(werkmap: Werkmap) -> list[Scores]:
    """The scores of every session that has them."""
    gelezen = {one.sessie: one for _, _, one in read_all(werkmap.sessies, SCORES) if one and one.scores}
    return list(gelezen.values())
