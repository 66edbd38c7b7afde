"""The actions of all sessions in a werkmap, read from the files without opening whole sessions."""

from pathlib import Path

import msgspec

from sessie_tool.kern import actielijst
from sessie_tool.kern.actielijst import Actiebron, ActieStand
from sessie_tool.kern.bouwstenen.acties import Actie, Opvolging
from sessie_tool.kern.bouwstenen.basis import NewId
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
    opgaven: tuple[str, ...] = ()


class _Bestand(msgspec.Struct):
    sessie: dict[str, _Sessie]
    stappen: dict[str, _Stap] = {}


_BESTAND = msgspec.json.Decoder(_Bestand)
_RECORDS = msgspec.json.Decoder(tuple[Actie | Opvolging, ...])


def _read_bron(pad: Path) -> Actiebron | None:
    """The actions in one session file; None when it cannot be read (`Werkmap.rows` says so)."""
    try:
        bestand = _BESTAND.decode(pad.read_bytes())
        sessie = next(iter(bestand.sessie.values()))
        acties = [
            actie
            for stap in bestand.stappen.values()
            if stap.bouwsteen.soort == "acties"
            for actie in _RECORDS.decode(stap.bouwsteen.records)
        ]
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, StopIteration):
        return None
    return Actiebron(sessie.id, sessie.titel, sessie.datum, sessie.opgaven, tuple(acties))


def read_bronnen(werkmap: Werkmap) -> list[Actiebron]:
    """The actions per session."""
    bronnen = {bron.sessie: bron for pad in werkmap.files() if (bron := _read_bron(pad))}
    return list(bronnen.values())


def acties_over(werkmap: Werkmap) -> list[ActieStand]:
    """Every action over all sessions, as it stands now."""
    return list(actielijst.fold_acties(read_bronnen(werkmap)))


def openstaand(werkmap: Werkmap, opgaven: tuple[str, ...], datum: str, new_id: NewId) -> tuple[Opvolging, ...]:
    """The records with which a new session on `datum` starts."""
    return actielijst.openstaand(read_bronnen(werkmap), opgaven, datum, new_id)
