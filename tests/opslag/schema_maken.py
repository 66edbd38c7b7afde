"""Writes the files by which a later version shows that it opens those of today: `python tests/opslag/schema_maken.py`.

They come in `tests/golden/schema/<SCHEMA>`. Those of an older schema are never made anew: they are what that version
wrote.
"""

import json
import os
import shutil
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

import msgspec  # noqa: E402  # the places to look must be known first
from vijandig_hulp import Vuller  # noqa: E402

from sessie_tool.cli.opdrachten.demo import fill_werkmap  # noqa: E402
from sessie_tool.cli.opdrachten.toon import number_stappen  # noqa: E402
from sessie_tool.kern.sessie import Verloop, replace  # noqa: E402
from sessie_tool.kern.vervanging import Vervanging  # noqa: E402
from sessie_tool.opslag import gedeeld  # noqa: E402
from sessie_tool.opslag.journaal import Basis, frame, read_frames  # noqa: E402
from sessie_tool.opslag.migraties import SCHEMA  # noqa: E402
from sessie_tool.opslag.staat import find_staat  # noqa: E402
from sessie_tool.opslag.werkmap import Werkmap  # noqa: E402
from sessie_tool.zitting import Zitting  # noqa: E402

PILOT = "pil25x009"


def make_alles():
    """A session with every kind of bouwsteen and a value in every field."""
    teller = count(1)
    sessie = Vuller(lambda _plek: f"tekst {next(teller)}").make_sessie(id="allesoort1", titel="Alle bouwstenen")
    verloop = Verloop("stap1", "", {"stap1": 60.5}, {"stap1": -2}, ("stap1",), "", 12.0)
    return replace(sessie, datum="2026-03-21", verloop=verloop, vervangingen=(Vervanging("tekst 1", "iemand"),))


def make_werkmap(map_):
    """A werkmap with that session and one in use, of which the last changes stand in the journal only."""
    seconden, ids = count(), count(1)

    def clock():
        return datetime(2026, 3, 21, 14, tzinfo=UTC) + timedelta(seconds=next(seconden))

    def new_id():
        return f"nieuw{next(ids):03d}"

    demo, werkmap = Werkmap(map_ / "demo"), Werkmap(map_ / "werkmap")
    fill_werkmap(demo)
    werkmap.create(make_alles(), clock())
    pad = werkmap.create(replace(demo.read(PILOT), status="lopend", vaststelling=None), clock())
    shutil.copy(demo.sessies / gedeeld.NAAM, werkmap.sessies / gedeeld.NAAM)
    for nummer in range(2):
        oud = pad.read_bytes()
        zitting = Zitting.open(werkmap, PILOT, clock=clock, new_id=new_id)
        for wat in ("Een actie", "Nog een actie"):
            zitting.type_regel(zitting.sessie.stappen[-1].id, f"{wat} uit zitting {nummer}")
            zitting.wait_saved(10)
        zitting.close()
    pad.write_bytes(oud)
    return werkmap, pad


def write(doel):
    """Write the files of the present schema."""
    with TemporaryDirectory() as map_:
        os.environ["SESSIE_STAAT"] = str(Path(map_) / "staat")
        werkmap, pad = make_werkmap(Path(map_))
        for naam in ("sessies", "journaal"):
            shutil.rmtree(doel / naam, ignore_errors=True)
        toon = {rij.id: number_stappen(werkmap.read(rij.id), werkmap.opgaven()) for rij in werkmap.rows()[0]}
        shutil.copytree(werkmap.sessies, doel / "sessies", ignore=shutil.ignore_patterns(".bezet"))
        lijnen, _ = read_frames(find_staat(pad, PILOT).journaal.read_bytes())
        lijnen = [replace(een, bestand="") if isinstance(een, Basis) else een for een in lijnen[:-1]]
        (doel / "journaal").mkdir(parents=True)
        (doel / "journaal" / f"{PILOT}.journaal").write_bytes(b"".join(map(frame, lijnen)))
    tekst = json.dumps(msgspec.to_builtins(toon), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (doel / "toon.json").write_text(tekst + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(TESTS / "golden" / "schema" / str(SCHEMA))
