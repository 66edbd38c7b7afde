"""From a key to the screen at 2,000 signals: real terminal, beside an arrow key in a DataTable with 500 rows."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.inhoud import make_env, make_sessie, with_signalen
from bench.meten import percentiel
from bench.terminal import ENTER, OMHOOG, OMLAAG, ONGEDAAN, SCHUIF_OMHOOG, SPATIE, VOLGENDE, WISSEL, Terminal
from sessie_tool.kern.sessie import Sessie
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap

SIGNALEN, DRADEN = 2000, 40
TEMPO = 0.06
"""Seconds between two keys: a fast typist. Work that goes on longer than this delays the next key, and counts."""
LAT, DOEL = 50.0, 25.0
BUUR = "pijl in DataTable (500 rijen)"


class Toets(NamedTuple):
    """Keys, the pattern that must be drawn then, and what this is called ("": not measured)."""

    naam: str
    toetsen: str
    patroon: str


def main(argv: list[str]) -> int:
    """Measure and print; the first word is how often each action is done (default 100)."""
    keren = int(argv[0]) if argv else 100
    sessie = with_signalen(make_sessie("Grote sessie"), SIGNALEN, DRADEN)
    with TemporaryDirectory() as naam:
        tijden = measure_in(Path(naam), sessie, step_keys(keren, SIGNALEN))
    print(f"{SIGNALEN} signalen, {DRADEN} draden, terminal van 120 × 40; lat p99 {LAT:.0f} ms, doel {DOEL:.0f} ms")
    return 0 if tell(tijden) else 1


def tell(tijden: dict[str, list[float]]) -> bool:
    """Print the times; whether all keep to the bar."""
    print(f"{'':32}{'keren':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'meest':>8} ms   p50 naast {BUUR}")
    vloer = percentiel(tijden[BUUR], 0.5)
    for wat, ms in tijden.items():
        p50, p95, p99 = (percentiel(ms, deel) for deel in (0.5, 0.95, 0.99))
        print(f"{wat:32}{len(ms):6}{p50:8.1f}{p95:8.1f}{p99:8.1f}{max(ms):8.1f} {p50 / vloer:8.2f} ×")
    return max(percentiel(ms, 0.99) for wat, ms in tijden.items() if wat != BUUR) <= LAT


def measure_in(map_: Path, sessie: Sessie, alle: Iterable[Toets]) -> dict[str, list[float]]:
    """The times of keys in a session that is made in an empty folder, with the peer in a terminal beside it."""
    Werkmap(map_).create(sessie, now())
    python, env = sys.executable, make_env(map_)
    with (
        Terminal([python, "-m", "bench.buren.tabel"], map_, env) as buur,
        Terminal([python, "-m", "sessie_tool", "--werkmap", str(map_), "open", sessie.id], map_, env) as scherm,
    ):
        buur.wait("Signaal 1 ")
        scherm.wait("1 · Open acties")
        return measure(scherm, buur, alle)


def measure(scherm: Terminal, buur: Terminal, alle: Iterable[Toets]) -> dict[str, list[float]]:
    """Every key of the way through the session, each in turn with an arrow in the peer."""
    tijden: dict[str, list[float]] = {BUUR: []}
    for naam, toetsen, patroon in alle:
        ms = scherm.press(toetsen, patroon)
        scherm.drain(TEMPO if naam else 10 * TEMPO)
        if naam:
            tijden.setdefault(naam, []).append(ms)
            ronde, plek = divmod(len(tijden[BUUR]), 400)
            pijl, rij = (OMHOOG, 400 - plek) if ronde % 2 else (OMLAAG, plek + 2)
            tijden[BUUR].append(buur.press(pijl, f"Signaal {rij} "))
    return tijden


def step_keys(keren: int, signalen: int) -> Iterator[Toets]:
    """The way through the session: type, walk, move and mark signals, regroup them, take it all back."""
    yield Toets("", VOLGENDE, "2 · Welkom")
    yield Toets("", VOLGENDE, f"Punt {signalen:04}")
    teksten = [f"Punt {nummer:04}" for nummer in range(1, signalen + 1)]
    for keer in range(keren):
        regel = f"Q{keer:03} wijk"
        yield from (Toets("letter typen", regel[eind - 1], regel[:eind]) for eind in range(1, len(regel) + 1))
        teksten.append(regel)
        yield Toets("regel toevoegen (Enter)", ENTER, f"{len(teksten)}{regel}")
    yield Toets("", WISSEL, regel)
    plek = len(teksten)
    for _ in range(keren):
        plek -= 1
        yield Toets("pijl in de signalen", OMHOOG, teksten[plek - 1])
    tekst = teksten[plek - 1]
    for keer in range(1, keren + 1):
        yield Toets("signaal verplaatsen", SCHUIF_OMHOOG, f"{plek - keer}{tekst}")
    for keer in range(keren, 0, -1):
        yield Toets("verplaatsen ongedaan", ONGEDAAN, f"{plek - keer + 1}{tekst}")
    for nummer in range(plek, len(teksten)):
        yield Toets("signaal merken", SPATIE, f"●{nummer}")
    yield Toets("", VOLGENDE, "om signalen te kiezen")
    yield Toets("", WISSEL, "nieuwe draad")
    for keer in range(keren):
        yield Toets("signaal indelen (1-9)", str(5 + keer % 5), rf"Punt {keer + 1:04}[^→]*→ {5 + keer % 5}\b")
    for keer in range(keren - 1, -1, -1):
        yield Toets("indelen ongedaan", ONGEDAAN, rf"Ongedaan: 1 signaal in {5 + keer % 5} ")
