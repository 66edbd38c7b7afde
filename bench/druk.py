"""The largest session that anybody led so far, and then some: does every key stay quick, and opening and saving too."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.inhoud import make_sessie, with_deelnemers, with_signalen, with_stemmen
from bench.meten import percentiel
from bench.terminal import ONGEDAAN, VOLGENDE, WISSEL
from bench.toetsen import Toets, measure_in, step_keys, tell
from sessie_tool.kern.sessie import Sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

SIGNALEN, DRADEN, DEELNEMERS, STEMMEN = 5000, 60, 500, 3000
ESC, HULP, LIJST, VERSLAG, TERUG = "\x1b", "\x1bOP", "\x1bOR", "\x05", "\x02"
RONDEN = 40
"""So often a line is saved, and five times the session is opened."""


def main(argv: list[str]) -> int:
    """Measure and print; the first word is how often each action is done, the second the number of signals."""
    keren = int(argv[0]) if argv else 20
    signalen = int(argv[1]) if len(argv) > 1 else SIGNALEN
    with TemporaryDirectory() as naam:
        map_ = Path(naam)
        sessie = make_druk(signalen)
        tijden = measure_in(map_, sessie, _keys(keren, signalen))
        print(f"{signalen} signalen, {DRADEN} draden, {DEELNEMERS} deelnemers, {STEMMEN} stemmen")
        goed = tell(tijden)
        _tell_disk(map_, sessie)
    return 0 if goed else 1


def make_druk(signalen: int) -> Sessie:
    """The session that is measured."""
    sessie = with_signalen(make_sessie("Grote sessie"), signalen, DRADEN)
    return with_stemmen(with_deelnemers(sessie, DEELNEMERS), STEMMEN)


def _keys(keren: int, signalen: int) -> Iterator[Toets]:
    """The steps as in `toetsen`, then voting, searching and the other screens."""
    yield from step_keys(keren, signalen)
    yield Toets("", VOLGENDE, "plaats 1")
    yield Toets("", WISSEL, "stip eraf")
    stippen = STEMMEN // DRADEN
    for _ in range(keren):
        yield Toets("stip erbij (+)", "+", rf"{stippen + 1} ●")
        yield Toets("stip ongedaan", ONGEDAAN, rf"{stippen} ●")
    for _ in range(keren):
        yield Toets("vorige stap", TERUG, "Punt 0001")
        yield Toets("volgende stap", VOLGENDE, "plaats 1")
    for _ in range(keren):
        yield Toets("deelnemers (F3)", LIJST, "Deelnemer 0001")
        yield Toets("", ESC, "plaats 1")
        yield Toets("hulp (F1)", HULP, "F1, Enter of Esc|Esc: terug")
        yield Toets("", HULP, "plaats 1")
    for _ in range(max(3, keren // 4)):
        yield Toets("afronden en verslag (Ctrl+E)", VERSLAG, "Zo wordt het gemaakt")
        yield Toets("", ESC, "plaats 1")
    yield Toets("", TERUG, "Punt 0001")
    yield Toets("", TERUG, "Punt")
    yield Toets("", WISSEL, "omhoog|verwijderen")
    for _ in range(keren):
        yield Toets("", "/", "zoek")
        yield Toets("zoeken in de stap, één letter", "7", r"Punt \d*7")
        yield Toets("", ESC, "Punt")


def _tell_disk(map_: Path, sessie: Sessie) -> None:
    """How long opening and saving take at this size."""
    werkmap = Werkmap(map_)
    openen, bewaren = [], []
    for _ in range(5):
        begin = perf_counter()
        Zitting.lees(werkmap, sessie.id, clock=now, new_id=new_id)
        openen.append(1000 * (perf_counter() - begin))
    zitting = Zitting.open(werkmap, sessie.id, clock=now, new_id=new_id, overnemen=True)
    for keer in range(RONDEN):
        begin = perf_counter()
        zitting.type_regel(sessie.stappen[2].id, f"Bewaard {keer}")
        zitting.wait_saved(10)
        bewaren.append(1000 * (perf_counter() - begin))
    zitting.close()
    print(f"openen om te lezen {median(openen):.0f} ms; regel bevestigd p50 {median(bewaren):.1f}, ", end="")
    print(f"p99 {percentiel(bewaren, 0.99):.1f} ms")
