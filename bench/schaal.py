"""A werkmap of many sessions of 36 KB: list, search and compare, with the index warm, gone and one file changed."""

import os
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, time
from typing import Any

import msgspec
from tinydb import TinyDB

from bench.inhoud import OPGAVEN, make_sessie, with_signalen
from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.zoekwoorden import parse_zoekvraag
from sessie_tool.opslag.bestand import Meta, encode, pack
from sessie_tool.opslag.draden import read_vergelijking
from sessie_tool.opslag.eerder import read_bronnen
from sessie_tool.opslag.index.plek import cache_folder, throw_away
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zoeken import search

GEWOON, GROOT = 1_000, 10_000
SIGNALEN, DRADEN = 52, 4
"""What a session of about 36 KB holds."""
JAREN = 20
RONDEN = 7
STEEKPROEF = 1_000
"""Files that the neighbour reads; of more, its time is this part of theirs."""
VRAGEN = {"één woord": "wachttijd", "begin van woorden": "wa", "drie woorden": "wachttijd loket wijk", "niets": "zzz"}
LATTEN = {"lijst": 300, "zoeken": 200, "vergelijken": 1000, "opnieuw": 6000}
"""Milliseconds at 10,000 sessions; a werkmap a tenth of that may take a tenth."""
DOELEN = {"lijst": 150, "zoeken": 50}


def main(argv: list[str]) -> int:
    """Measure and print; the words are numbers of sessions (default 1000; 1000 10000 shows how it grows)."""
    goed = True
    for aantal in [int(one) for one in argv] or [GEWOON]:
        with TemporaryDirectory() as naam:
            os.environ |= {"HOME": naam, "XDG_CACHE_HOME": str(Path(naam, "cache"))}
            werkmap = Werkmap(Path(naam, "werkmap"))
            groot = fill(werkmap, aantal)
            print(f"\n{aantal} sessies, samen {groot / 1e6:.0f} MB; mediaan van {RONDEN} rondes")
            goed &= _measure(werkmap, aantal)
    return 0 if goed else 1


# The werkmap.


def fill(werkmap: Werkmap, aantal: int) -> int:
    """Write so many sessions over the years, each with its own words; gives how many bytes."""
    werkmap.sessies.mkdir(parents=True)
    kans = random.Random(36)  # noqa: S311  # the same werkmap each time
    woorden = _make_woorden(kans)
    boom = to_tree(with_signalen(make_sessie("Gesprek"), SIGNALEN, DRADEN))
    groot, oud = 0, time() - 3600
    for nummer in range(aantal):
        pad = werkmap.sessies / _change(boom, nummer, aantal, woorden, kans)
        groot += pad.write_bytes(encode(pack(boom, Meta())))
        os.utime(pad, (oud, oud))
    return groot


def _make_woorden(kans: random.Random) -> list[str]:
    """A made-up vocabulary in which few words are used much, as in any language."""
    lettergrepen = [
        a + b for a in ("b", "d", "g", "k", "l", "m", "n", "st", "w", "z") for b in ("aar", "ee", "ijk", "o")
    ]
    gewoon = ["de", "het", "een", "van", "in", "en", "op", "wachttijd", "loket", "wijk", "bewoners", "gemeente"]
    verzonnen = ["".join(kans.choices(lettergrepen, k=kans.randint(2, 4))) for _ in range(6000)]
    return [woord for plaats, woord in enumerate([*gewoon, *verzonnen], 1) for _ in range(max(1, 2000 // plaats))]


def _change(boom: dict[str, Any], nummer: int, aantal: int, woorden: list[str], kans: random.Random) -> str:
    """Make another session of the tree; gives the name of its file. Every tenth one is a jaarronde."""
    datum = (date(2006, 1, 2) + timedelta(days=nummer * 365 * JAREN // aantal)).isoformat()
    soort = "signalensessie" if nummer % 10 else "jaarronde"
    boom |= {"id": f"s{nummer:07}", "titel": f"Gesprek {nummer}", "datum": datum, "soort": soort}
    boom["opgaven"] = [OPGAVEN[nummer % len(OPGAVEN)]]
    for stap in boom["stappen"]:
        for record in stap["bouwsteen"].get("records", ()):
            veld = "titel" if "titel" in record else "tekst"
            record[veld] = " ".join(kans.choices(woorden, k=12)).capitalize()
    return f"{datum}-gesprek-s{nummer:07}.json"


# Measuring.


def _measure(werkmap: Werkmap, aantal: int) -> bool:
    sessies = werkmap.sessies
    werk: dict[str, tuple[str, Callable[[], object]]] = {
        "lijst": ("lijst", werkmap.rows),
        "acties en adviezen": ("vergelijken", lambda: read_bronnen(werkmap)),
        "rode draden vergelijken": ("vergelijken", lambda: read_vergelijking(werkmap)),
    }
    for wat, woorden in VRAGEN.items():
        vraag = parse_zoekvraag(woorden)
        werk[f"zoeken: {wat}"] = ("zoeken", lambda vraag=vraag: search(sessies, vraag))  # type: ignore[misc]
    deel = aantal / GROOT
    goed = _print_opnieuw(werk, deel)
    buren = _measure_buur(werkmap, aantal)
    for staat, vooraf in {"alles gelijk": lambda: None, "één bestand anders": lambda: _touch(sessies)}.items():
        print(staat)
        for wat, (lat, doe) in werk.items():
            goed &= _print(wat, _median(doe, vooraf), lat, deel, buren.get(wat))
    return goed


def _print_opnieuw(werk: dict[str, tuple[str, Callable[[], object]]], deel: float) -> bool:
    """How long each takes that finds no index, and all of them together after one another."""
    print("zonder index (elk maakt zijn eigen deel)")
    eerste = [naam for naam in werk if naam not in [f"zoeken: {wat}" for wat in list(VRAGEN)[1:]]]
    goed, samen = True, 0.0
    _throw_index()
    for wat in eerste:
        tijd = _median(werk[wat][1], lambda: None, rondes=1)
        samen += tijd
        goed &= _print(wat, tijd, "opnieuw", deel, None)
    groot = sum(pad.stat().st_size for pad in cache_folder().iterdir())
    print(f"  samen {samen:.0f} ms; de index is {groot / 1e6:.0f} MB")
    return goed


def _throw_index() -> None:
    for pad in cache_folder().glob("*.sqlite3"):
        throw_away(pad)


def _touch(sessies: Path) -> None:
    """Change one file, an hour ago: what is younger is read again each time."""
    pad = next(iter(sorted(sessies.iterdir())))
    tree = msgspec.json.decode(pad.read_bytes())
    tree["sessie"]["1"]["titel"] += "!"
    pad.write_bytes(encode(tree))
    os.utime(pad, (time() - 3600, time() - 3600))


def _median(doe: Callable[[], object], vooraf: Callable[[], object], rondes: int = RONDEN) -> float:
    tijden = []
    for _ in range(rondes):
        vooraf()
        begin = perf_counter()
        doe()
        tijden.append(1000 * (perf_counter() - begin))
    return median(tijden)


def _measure_buur(werkmap: Werkmap, aantal: int) -> dict[str, float]:
    """Stock TinyDB reading what a list and a comparison need; of many files a part, times what that part is."""
    paden = werkmap.files()[:: max(1, aantal // STEEKPROEF)]
    keer = aantal / len(paden)

    def measure(tabel: str) -> float:
        def read() -> None:
            for pad in paden:
                with TinyDB(pad) as db:
                    db.table(tabel).all()

        return keer * _median(read, lambda: None, 1)

    lijst, draden = measure("sessie"), measure("stappen")
    print(f"gewone TinyDB, {len(paden)} bestanden gelezen: lijst {lijst:.0f} ms, stappen {draden:.0f} ms")
    return {"lijst": lijst, "rode draden vergelijken": draden}


def _print(wat: str, tijd: float, lat: str, deel: float, buur: float | None) -> bool:
    grens = LATTEN[lat] * deel
    oordeel = "gehaald" if tijd <= grens else "NIET GEHAALD"
    if lat in DOELEN and tijd <= DOELEN[lat] * deel:
        oordeel = "doel gehaald"
    naast = f"  {tijd / buur:.3f} × TinyDB" if buur else ""
    print(f"  {wat:28}{tijd:9.1f} ms  lat {grens:6.0f} ms: {oordeel}{naast}")
    return tijd <= grens
