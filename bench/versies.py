"""Keeping a version, listing all of them, comparing one with now and bringing it back; beside replacing the file."""

import os
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.inhoud import make_sessie, with_signalen
from bench.meten import print_naast
from sessie_tool.herstelling import restore
from sessie_tool.kern.sessie import Sessie
from sessie_tool.kern.terugzetten import list_sinds
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.atomair import write_atomic
from sessie_tool.opslag.bestand import Meta, encode, pack, read_bestand
from sessie_tool.opslag.herstelpunten import Herstelpunt, list_herstelpunten
from sessie_tool.opslag.uitdunnen import RUIMTE
from sessie_tool.opslag.versies import keep_versie
from sessie_tool.opslag.werkmap import Werkmap

MATEN = {"klein": (52, 4), "groot": (5000, 40)}
"""Signals and threads."""

Tijden = dict[str, list[float]]


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of versions (default 60); 1 when they take too much room."""
    aantal = int(argv[0]) if argv else 60
    goed = True
    for naam, maat in MATEN.items():
        with TemporaryDirectory() as map_:
            os.environ["SESSIE_STAAT"] = str(Path(map_, "staat"))
            werkmap = Werkmap(Path(map_))
            pad = werkmap.create(with_signalen(make_sessie("Versies"), *maat), now())
            tijden: Tijden = defaultdict(list)
            _keep(werkmap, pad, aantal, tijden)
            goed &= _use(werkmap, pad, naam, aantal, tijden)
    return 0 if goed else 1


def _time(tijden: Tijden, naam: str, doe: Callable[[], object]) -> None:
    begin = perf_counter()
    doe()
    tijden[naam].append(1000 * (perf_counter() - begin))


def _keep(werkmap: Werkmap, pad: Path, aantal: int, tijden: Tijden) -> None:
    """A version a day, each with another content."""
    bestand, sessie_id = read_bestand(pad.read_bytes()), pad.stem.rpartition("-")[2]
    begin = now() - timedelta(days=aantal)
    for dag in range(aantal):
        meta = Meta(revisie=dag + 1, bewaard=(begin + timedelta(days=dag)).isoformat(timespec="seconds"))
        data = encode(pack(bestand.boom | {"plaats": f"zaal {dag}"}, meta))
        _time(tijden, "vervangen", partial(write_atomic, werkmap.pad / "vloer.json", data))
        moment = begin + timedelta(days=dag)
        _time(tijden, "bewaren", partial(keep_versie, werkmap.sessies, sessie_id, data, meta, moment))


def _use(werkmap: Werkmap, pad: Path, naam: str, aantal: int, tijden: Tijden) -> bool:
    """List, compare, restore; whether what is kept stays within its room."""
    sessie_id = pad.stem.rpartition("-")[2]
    punten = list_herstelpunten(werkmap, sessie_id)
    nu = werkmap.read(sessie_id)
    for punt in punten[:5]:
        _time(tijden, "lijst", partial(list_herstelpunten, werkmap, sessie_id))
        _time(tijden, "vergelijken", partial(_compare, punt, nu))
    for nummer in "12345":
        _time(tijden, "terugzetten", partial(restore, werkmap, sessie_id, nummer, clock=now, new_id=new_id))
    punten = list_herstelpunten(werkmap, sessie_id)
    ruimte = sum(punt.pad.stat().st_size for punt in punten)
    print(f"\n{naam}: {pad.stat().st_size / 1000:.0f} KB, {aantal} versies, {len(punten)} over, {ruimte / 1e6:.1f} MB")
    midden = {wat: median(ms) for wat, ms in tijden.items()}
    for wat in ("bewaren", "lijst", "vergelijken", "terugzetten"):
        print_naast(wat, midden[wat], "atomair vervangen", midden["vervangen"])
    return ruimte <= RUIMTE


def _compare(punt: Herstelpunt, nu: Sessie) -> None:
    """What a person waits for who goes to another version in the list."""
    list_sinds(punt.read(), nu)
