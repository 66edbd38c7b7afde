"""Gebreken: values in the tree of a session that a whole file can hold, but with which the program cannot work.

They come from another program, or from a fault in an older version. Each is made such that the session opens, and said;
the file keeps what stood there. The same tree always becomes the same one, so that the journal goes on from it.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from math import isfinite
from typing import Any

Tree = dict[str, Any]
_DATUM = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
MEESTE_MINUTEN = 100_000
_EEUWIG = "2000-01-01"


def mend(boom: Tree) -> list[str]:
    """Make the tree of a session such that it can be used; gives what was wrong, in Dutch sentences.

    What has another type than it should have is left alone: that makes a file unreadable.
    """
    stappen = [stap for stap in _list(boom, "stappen") if isinstance(stap, dict)]
    return [
        *_mend_datum(boom),
        *_mend_stappen(boom, stappen),
        *(zin for stap in stappen for zin in _mend_minuten(stap)),
        *_mend_ids(stappen),
        *_mend_verloop(boom.get("verloop"), [stap.get("id") for stap in stappen]),
    ]


def _mend_datum(boom: Tree) -> Iterator[str]:
    datum = boom.get("datum")
    if isinstance(datum, str) and datum != (goed := _nearest(datum)):
        boom["datum"] = goed
        yield f"De datum '{datum}' bestaat niet. Het programma rekent met {goed}; pas de datum aan met F4."


def _nearest(datum: str) -> str:
    """The day that is nearest to what stands there."""
    match = _DATUM.fullmatch(datum)
    if match is None:
        return _EEUWIG
    jaar, maand, dag = max(1, int(match[1])), min(12, max(1, int(match[2]))), min(31, max(1, int(match[3])))
    dagen = (_iso(jaar, maand, een) for een in range(dag, 0, -1))  # the first of any month is a day
    return next(filter(None, dagen))


def _iso(jaar: int, maand: int, dag: int) -> str:
    try:
        return date(jaar, maand, dag).isoformat()
    except ValueError:
        return ""


def _mend_stappen(boom: Tree, stappen: list[Tree]) -> Iterator[str]:
    if boom.get("stappen") == []:
        stappen.append({"id": "stap1", "titel": "Notities", "minuten": 0, "bouwsteen": {"soort": "notities"}})
        boom["stappen"] = stappen
        yield "De sessie had geen stappen. Er staat nu een stap 'Notities'."


def _mend_minuten(stap: Tree) -> Iterator[str]:
    minuten = stap.get("minuten")
    if isinstance(minuten, int) and not 0 <= minuten <= MEESTE_MINUTEN:
        stap["minuten"] = 0
        yield f"De stap '{stap.get('titel')}' duurt {minuten} minuten; dat kan niet. Het programma rekent met 0."


def _mend_ids(stappen: list[Tree]) -> Iterator[str]:
    """Give a second step or record with the same id one of its own; what points at the id, points at the first."""
    gezien: set[str] = set()
    dubbel = sum(_make_unique(een, gezien) for stap in stappen for een in (stap, *_records(stap)))
    if dubbel:
        yield f"{dubbel} keer stond hetzelfde id twee keer in de sessie. Het tweede kreeg een eigen id."


def _make_unique(een: Tree, gezien: set[str]) -> bool:
    eigen = een.get("id")
    if not isinstance(eigen, str):
        return False
    nieuw, nummer = eigen, 1
    while nieuw in gezien or not nieuw:
        nummer += 1
        nieuw = f"{eigen}x{nummer}"
    gezien.add(nieuw)
    een["id"] = nieuw
    return nieuw != eigen


def _records(stap: Tree) -> list[Tree]:
    bouwsteen = stap.get("bouwsteen")
    return [een for een in _list(bouwsteen, "records") if isinstance(een, dict)] if isinstance(bouwsteen, dict) else []


def _mend_verloop(verloop: object, stappen: list[object]) -> Iterator[str]:
    if not isinstance(verloop, dict):
        return
    goed = {
        "stap": verloop.get("stap", "") in ("", *stappen) or not isinstance(verloop["stap"], str),
        "sinds": _is_moment(verloop.get("sinds", "")),
        "pauze_sinds": _is_moment(verloop.get("pauze_sinds", "")),
    }
    for naam in (naam for naam, is_goed in goed.items() if not is_goed):
        verloop[naam] = ""
        yield f"Bij het verloop stond een onmogelijke waarde ({naam}). Kijk of de klok en de stap kloppen."
    for naam in ("besteed", "extra"):
        tijden = verloop.get(naam)
        fout = [een for een, tijd in tijden.items() if not _is_time(tijd)] if isinstance(tijden, dict) else []
        for een in fout:
            del verloop[naam][een]
            yield f"De tijd van een stap kon niet ({naam}) en telt niet mee."


def _is_time(tijd: object) -> bool:
    return not isinstance(tijd, (int, float)) or (isfinite(tijd) and abs(tijd) < 60 * MEESTE_MINUTEN)


def _is_moment(iso: object) -> bool:
    """Whether it is a moment with a time zone, or none; another type is not ours to judge."""
    if not isinstance(iso, str) or not iso:
        return True
    try:
        return datetime.fromisoformat(iso).tzinfo is not None
    except ValueError:
        return False


def _list(tree: Tree, naam: str) -> list[Any]:
    waarde = tree.get(naam)
    return waarde if isinstance(waarde, list) else []
