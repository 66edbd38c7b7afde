"""The front of a sjabloon: the lines `sleutel: waarde` between two lines with `---`."""

import re
from collections.abc import Sequence

import msgspec

from sessie_tool.fouten import Bevinding, suggest
from sessie_tool.kern.taal import join_woorden

SLEUTELS = {
    "naam": "de naam van het sjabloon, gelijk aan de naam van het bestand",
    "titel": "de titel zoals mensen die zien",
    "soort": "waar de sessies bij horen",
    "doel": "waar de sessie voor is, in één zin",
    "duur": "hoe lang de hele sessie duurt, in minuten",
    "rollen": "de rollen van de deelnemers, met komma's ertussen",
    "versie": "welke versie van het sjabloon dit is",
}
"""What can stand in the front, with what it means."""

_STREEP = re.compile(r"---+\s*")
_MINUTEN = re.compile(r"(\d{1,4})\s*(?:min|min\.|minuut|minuten)?", re.IGNORECASE)


class Voorkant(msgspec.Struct, frozen=True):
    """What stands in the front.

    Attributes:
        waarden: the values by key; a key without a value is left out.
        regels: the line number (from 1) of each key.
        eind: index of the first line after the front.
    """

    waarden: dict[str, str]
    regels: dict[str, int]
    eind: int


def read_minuten(tekst: str) -> int | None:
    """'30', '30 min' or '30 minuten' → 30; None when it is something else."""
    match = _MINUTEN.fullmatch(tekst.strip())
    return int(match[1]) if match and match[1].isascii() else None


def read_voorkant(regels: Sequence[str], bevindingen: list[Bevinding]) -> Voorkant:
    """Read the front; what is wrong is added to `bevindingen`."""
    begin = next((index for index, regel in enumerate(regels) if regel.strip()), 0)
    if not _STREEP.fullmatch(regels[begin]):
        bevindingen.append(
            Bevinding(
                "De gegevens van het sjabloon ontbreken.",
                "Begin het bestand met een regel ---, dan regels als 'doel: …', en sluit af met ---.",
                1,
                ernst="let op",
            )
        )
        return Voorkant({}, {}, 0)
    einde = next((i for i in range(begin + 1, len(regels)) if _STREEP.fullmatch(regels[i])), None)
    if einde is None:
        bevindingen.append(
            Bevinding("De gegevens bovenaan zijn niet afgesloten.", "Zet onder de laatste regel ervan ---.", begin + 1)
        )
        einde = _guess_end(regels, begin + 1)
        return _read_sleutels(regels, range(begin + 1, einde), einde, bevindingen)
    return _read_sleutels(regels, range(begin + 1, einde), einde + 1, bevindingen)


def _guess_end(regels: Sequence[str], begin: int) -> int:
    """Where the front ends when its last `---` is not there: at the first blank line or heading."""
    ends = (index for index in range(begin, len(regels)) if not regels[index].strip() or regels[index].startswith("#"))
    return next(ends, len(regels))


def _read_sleutels(regels: Sequence[str], plaatsen: range, eind: int, bevindingen: list[Bevinding]) -> Voorkant:
    waarden: dict[str, str] = {}
    gezien: dict[str, int] = {}
    for index in plaatsen:
        if not regels[index].strip():
            continue
        sleutel, dubbelepunt, waarde = regels[index].partition(":")
        sleutel = sleutel.strip().casefold()
        fout = _check_sleutel(sleutel, dubbelepunt, gezien, regels[index].strip())
        if fout:
            bevindingen.append(msgspec.structs.replace(fout, regel=index + 1))
            continue
        gezien[sleutel] = index + 1
        if waarde.strip():
            waarden[sleutel] = waarde.strip()
    return Voorkant(waarden, gezien, eind)


def _check_sleutel(sleutel: str, dubbelepunt: str, gezien: dict[str, int], regel: str) -> Bevinding | None:
    if not dubbelepunt:
        return Bevinding(f"'{regel}' is geen gegeven.", "Schrijf een woord, een dubbele punt en een waarde: 'doel: …'.")
    if sleutel not in SLEUTELS:
        advies = suggest(sleutel, SLEUTELS) or f"U kunt kiezen uit {join_woorden(list(SLEUTELS))}."
        return Bevinding(f"Het gegeven '{sleutel}' bestaat niet.", advies)
    if sleutel in gezien:
        return Bevinding(f"Het gegeven '{sleutel}' staat al in regel {gezien[sleutel]}.", "Haal één van de twee weg.")
    return None
