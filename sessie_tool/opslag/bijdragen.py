"""The bijdragescores of a werkmap, taken out of the session files without reading those sessions whole."""

import msgspec

from sessie_tool.kern.bijdragejaren import Scores
from sessie_tool.kern.bouwstenen.bijdragescore import Bijdragescore
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.opslag.index import read_all
from sessie_tool.opslag.uittreksel import Uittreksel, first_row
from sessie_tool.opslag.werkmap import Werkmap


class _Bouwsteen(msgspec.Struct):
    soort: str = ""
    records: msgspec.Raw = msgspec.Raw(b"[]")


class _Stap(msgspec.Struct):
    bouwsteen: _Bouwsteen = msgspec.field(default_factory=_Bouwsteen)


class _Sessie(msgspec.Struct):
    id: str
    titel: str = ""
    datum: str = ""


class _Bestand(msgspec.Struct):
    sessie: dict[str, _Sessie]
    stappen: dict[str, _Stap] = {}


_SOORT = "bijdragescore"
_BESTAND = msgspec.json.Decoder(_Bestand)
_RECORDS = msgspec.json.Decoder(Bijdragescore.__annotations__["records"])


def _read_scores(data: bytes) -> Scores:
    bestand = _BESTAND.decode(data)
    sessie = first_row(bestand.sessie)
    scores = []
    for stap in bestand.stappen.values():
        if stap.bouwsteen.soort == _SOORT:
            bouwsteen = Bijdragescore(records=_RECORDS.decode(stap.bouwsteen.records))
            omgeving = Omgeving(records={one.id: one for one in bouwsteen.records})
            scores += [score for uitslag in bouwsteen.uitslagen(omgeving) for score in uitslag.scores]
    return Scores(sessie.id, sessie.titel, sessie.datum, tuple(scores))


SCORES = Uittreksel("bijdragen", 1, Scores, _read_scores)
"""The scores that come into the verslag of each session."""


def read_scores(werkmap: Werkmap) -> list[Scores]:
    """The scores of every session that has them."""
    gelezen = {one.sessie: one for _, _, one in read_all(werkmap.sessies, SCORES) if one and one.scores}
    return list(gelezen.values())
