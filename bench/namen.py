"""`sessie anonimiseer --voorgoed` killed at random moments: does it ever say that names are gone when they are not.

After each kill the command is given again; then no byte of the werkmap and of this computer may hold a name, and
everything that was said must still be there.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.inhoud import make_sessie, with_signalen
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.sessie import Sessie, replace, set_status
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.namen import conflict_path
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

NAAM = "Zwiqxozw"
SIGNALEN = 40
ZITTINGEN = 4


class Leven(NamedTuple):
    """A werkmap with a closed session that left a name everywhere, and the environment of the command."""

    werkmap: Werkmap
    sessie: str
    thuis: Path
    env: dict[str, str]


def main(argv: list[str]) -> int:
    """Kill and print; the first word is the number of kills (default 60)."""
    aantal = int(argv[0]) if argv else 60
    tel: Counter[str] = Counter()
    duur = _time_whole()
    for _ in range(aantal):
        with TemporaryDirectory() as map_:
            _kill_one(_live(Path(map_)), random.uniform(0.4, 1.05) * duur, tel)  # noqa: S311 - no secret
    print(f"{aantal} keer gestopt, gemiddeld na {duur * 0.72:.2f} s; een hele keer duurt {duur:.2f} s")
    for wat in (
        "nog niet klaar bij het stoppen",
        "gezegd maar niet gedaan",
        "naam over na de tweede keer",
        "inhoud kwijt",
    ):
        print(f"{wat:32}{tel[wat]:6}")
    return 1 if sum(tel.values()) - tel["nog niet klaar bij het stoppen"] else 0


def _time_whole() -> float:
    with TemporaryDirectory() as map_:
        leven = _live(Path(map_))
        begin = time.perf_counter()
        _start(leven).communicate()
        return time.perf_counter() - begin


def _live(map_: Path) -> Leven:
    """Type in some sittings, close the session, and leave a copy beside it."""
    env = {"HOME": str(map_), "SESSIE_STAAT": str(map_ / "staat"), "XDG_CACHE_HOME": str(map_ / "cache")}
    os.environ.update(env)
    werkmap = Werkmap(map_ / "werkmap")
    sessie = replace(
        with_signalen(make_sessie(f"Afscheid van {NAAM}"), SIGNALEN, 4),
        deelnemers=(Deelnemer(id="d1", naam=f"Xander {NAAM}"),),
    )
    pad = werkmap.create(sessie, now())
    stap = next(one.id for one in sessie.stappen if one.bouwsteen.soort == "signalen")
    for _ in range(ZITTINGEN):
        _sit(werkmap, sessie.id, lambda zitting: zitting.type_regel(stap, f"{NAAM} zei dit ook"))
    _sit(werkmap, sessie.id, lambda zitting: zitting.apply("klaar", lambda one: set_status(one, "afgerond")))
    conflict_path(pad, "kopie").write_bytes(pad.read_bytes())
    wortel = str(Path(__file__).parents[1])
    return Leven(werkmap, sessie.id, map_, {**os.environ, "PYTHONPATH": wortel})


def _sit(werkmap: Werkmap, sessie_id: str, doe: Callable[[Zitting], object]) -> None:
    zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
    doe(zitting)
    zitting.close()


def _start(leven: Leven) -> subprocess.Popen[bytes]:
    opdracht = ["--werkmap", str(leven.werkmap.pad), "anonimiseer", leven.sessie, "--voorgoed"]
    stil = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-m", "sessie_tool", *opdracht], env=leven.env, stdout=stil, stderr=stil)


def _kill_one(leven: Leven, na: float, tel: Counter[str]) -> None:
    voor = _count_said(leven.werkmap.read(leven.sessie))
    proces = _start(leven)
    time.sleep(na)
    proces.kill()
    gezegd, _ = proces.communicate()
    over = _holds_name(leven.thuis)
    tel["nog niet klaar bij het stoppen"] += over
    tel["gezegd maar niet gedaan"] += over and b"namen zijn weg" in gezegd
    _start(leven).communicate()
    tel["naam over na de tweede keer"] += _holds_name(leven.thuis)
    tel["inhoud kwijt"] += _count_said(leven.werkmap.read(leven.sessie)) != voor


def _count_said(sessie: Sessie) -> int:
    return sum(len(stap.bouwsteen.records) for stap in sessie.stappen)


def _holds_name(map_: Path) -> bool:
    naam = NAAM.casefold().encode()
    paden = [pad for pad in map_.rglob("*") if pad.is_file()]
    return any(naam in os.fsencode(pad.name).lower() or naam in pad.read_bytes().lower() for pad in paden)
