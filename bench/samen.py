"""Two on one session: taken over while the other types, looking along, and two versions that come together.

Does anything acknowledged get lost on either side, how soon is the loser told, how soon does the reader see it.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter, sleep, time

from bench.inhoud import make_sessie, with_signalen
from sessie_tool.kern.records import replace_records
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.verenigen import unite
from sessie_tool.kern.verschillen import compare
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

TYPER = """
import sys, time
from pathlib import Path
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

zitting = Zitting.open(Werkmap(Path(sys.argv[1])), sys.argv[2], clock=now, new_id=new_id)
print("open", flush=True)
gehoord = 0.0
for nummer in range(2000):
    zitting.type_regel(zitting.sessie.stappen[0].id, f"verliezer {nummer}")
    if zitting.wait_saved(10):
        print(f"verliezer {nummer}", flush=True)
    if zitting.stand.melding:
        gehoord = gehoord or time.time()
        if time.time() - gehoord > 0.3:
            break
    time.sleep(0.005)
zitting.close()
print(f"gehoord {gehoord}", flush=True)
"""
WINNAAR = 30


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of take-overs (default 20); 1 when something got lost."""
    rondes = int(argv[0]) if argv else 20
    weg, bevestigd, gehoord = 0, 0, []
    for ronde in range(rondes):
        with TemporaryDirectory() as map_:
            kwijt, aantal, duur = take_over(Path(map_), 0.1 + 0.02 * (ronde % 10))
        weg, bevestigd = weg + kwijt, bevestigd + aantal
        gehoord.append(duur)
    print(f"overnemen: {rondes} keer, {bevestigd} regels bevestigd, {weg} weg")
    print(f"verliezer hoort het: mediaan {median(gehoord):.2f} s, langste {max(gehoord):.2f} s")
    with TemporaryDirectory() as map_:
        print_meelezen(Path(map_))
    print_samenvoegen()
    return 1 if weg else 0


def take_over(folder: Path, na: float) -> tuple[int, int, float]:
    """One session, taken over while another program types in it.

    Returns:
        How many acknowledged lines are in no file, how many there were, and the seconds until the loser was told.
    """
    werkmap, sessie_id = make_werkmap(folder, 0)
    opdracht = [sys.executable, "-c", TYPER, str(folder), sessie_id]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True) as ander:
        regels: Iterable[str] = ander.stdout or []
        next(iter(regels))
        sleep(na)
        zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id, overnemen=True)
        begin = time()
        for nummer in range(WINNAAR):
            zitting.type_regel(zitting.sessie.stappen[0].id, f"winnaar {nummer}")
            zitting.wait_saved(10)
        *bevestigd, laatste = [regel.strip() for regel in regels]
        zitting.close()
    er_is = {
        one.hoofdtekst
        for pad in werkmap.sessies.glob("*.json")
        for one in werkmap.read(pad.name).stappen[0].bouwsteen.records
    }
    alle = {*bevestigd, *(f"winnaar {nummer}" for nummer in range(WINNAAR))}
    return len(alle - er_is), len(alle), float(laatste.split()[1]) - begin


def make_werkmap(folder: Path, aantal: int) -> tuple[Werkmap, str]:
    """A werkmap with one session of so many signals, with a state folder of its own; gives its id too."""
    os.environ["SESSIE_STAAT"] = str(folder / "staat")
    werkmap = Werkmap(folder)
    sessie = with_signalen(make_sessie("Samen"), aantal, 4)
    leeg = next(stap for stap in sessie.stappen if stap.bouwsteen.soort == "signalen")
    sessie = replace(sessie, stappen=(leeg, *(stap for stap in sessie.stappen if stap is not leeg)))
    werkmap.create(sessie, now())
    return werkmap, sessie.id


def print_meelezen(folder: Path, aantal: int = 2000, keer: int = 20) -> None:
    """From acknowledged to seen by who looks along, without the half second between two looks."""
    werkmap, sessie_id = make_werkmap(folder, aantal)
    schrijver = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
    lezer = Zitting.lees(werkmap, sessie_id, clock=now, new_id=new_id)
    tijden = []
    for nummer in range(keer):
        schrijver.type_regel(schrijver.sessie.stappen[0].id, f"nieuw {nummer}")
        schrijver.wait_saved(10)
        begin, tot = perf_counter(), monotonic() + 10
        while lezer.volger and monotonic() < tot:
            if geladen := lezer.volger.kijk().geladen:
                lezer.follow(geladen)
                break
        tijden.append(1000 * (perf_counter() - begin))
    schrijver.close()
    print(f"meelezen bij {aantal} signalen: één keer kijken {median(tijden):.0f} ms, langste {max(tijden):.0f} ms")


def print_samenvoegen(aantal: int = 5000) -> None:
    """Comparing two versions of which every fifth signal differs, and bringing them together."""
    links = with_signalen(make_sessie("Samen"), aantal, 40)
    stap = next(stap for stap in links.stappen if stap.bouwsteen.soort == "signalen")
    anders = [replace(one, tekst=f"{one.hoofdtekst}, anders") for one in stap.bouwsteen.records[::5]]
    rechts = replace_records(links, anders)
    begin = perf_counter()
    punten = compare(links, rechts)
    tussen = perf_counter()
    unite(links, rechts, {punt.sleutel: "rechts" for punt in punten}, new_id)
    eind = perf_counter()
    print(
        f"twee versies van {aantal} signalen, {len(punten)} verschillen: vergelijken {1000 * (tussen - begin):.0f} ms, "
        f"samenvoegen {1000 * (eind - tussen):.0f} ms"
    )
