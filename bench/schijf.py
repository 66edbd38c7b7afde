"""From a typed line to the disk, and opening a session; beside what the disk itself costs and beside stock TinyDB."""

import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from tinydb import TinyDB

from bench.inhoud import make_sessie, with_signalen
from bench.meten import percentiel, print_naast
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.bestand import Tables, decode
from sessie_tool.opslag.laden import load
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.zitting import Zitting

MATEN = {"klein": (52, 4), "groot": (3000, 40)}
"""Signals and threads: sessions of about 36 KB and 1.2 MB."""
RUST = 0.25
"""Seconds between two lines, so that the file has followed before the next."""
LAT_P99 = 50.0
"""Milliseconds within which a line must be acknowledged, 99 times in 100."""

Tijden = dict[str, list[float]]


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of rounds (default 60)."""
    rondes = int(argv[0]) if argv else 60
    goed = True
    for naam, maat in MATEN.items():
        with TemporaryDirectory() as map_:
            os.environ["SESSIE_STAAT"] = str(Path(map_, "staat"))
            werkmap = Werkmap(Path(map_))
            pad = werkmap.create(with_signalen(make_sessie("Schijf"), *maat), now())
            print(f"\n{naam}: {pad.stat().st_size / 1000:.0f} KB, {rondes} rondes om en om, medianen")
            goed &= _print_typen(_measure_typen(werkmap, pad, rondes), groot=naam == "groot")
            goed &= _print_openen(_measure_openen(werkmap, pad, rondes))
    return 0 if goed else 1


def _time(tijden: Tijden, naam: str, doe: Callable[[], object]) -> None:
    begin = perf_counter()
    doe()
    tijden[naam].append(1000 * (perf_counter() - begin))


def _measure_typen(werkmap: Werkmap, pad: Path, rondes: int) -> Tijden:
    tijden: Tijden = defaultdict(list)
    zitting = Zitting.open(werkmap, pad.stem.rpartition("-")[2], clock=now, new_id=new_id)
    stap = next(stap.id for stap in zitting.sessie.stappen if stap.bouwsteen.soort == "signalen")
    vloer = _Vloer(pad)
    zitting.type_regel(stap, "De eerste regel opent het dagboek")
    for ronde in range(rondes):
        sleep(RUST)
        vloer.measure(tijden)
        before, begin = pad.stat().st_mtime_ns, perf_counter()
        zitting.type_regel(stap, f"Regel {ronde}: de wachttijd wordt langer +buiten !trend")
        tijden["scherm wacht"].append(1000 * (perf_counter() - begin))
        zitting.wait_saved(10)
        tijden["bevestigd"].append(1000 * (perf_counter() - begin))
        while pad.stat().st_mtime_ns == before:
            sleep(0.0002)
        tijden["bestand"].append(1000 * (perf_counter() - begin))
    zitting.close()
    vloer.close()
    return tijden


class _Vloer:
    """What the disk costs for the same bytes, and what stock TinyDB makes of it."""

    def __init__(self, pad: Path) -> None:
        """Work in the folder of the session."""
        self._map = pad.parent.parent
        self._data = pad.read_bytes()
        self._fd = os.open(self._map / "vloer.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._db = make_stock(self._map / "stock.json", decode(self._data))

    def measure(self, tijden: Tijden) -> None:
        """One line of each."""
        _time(tijden, "append+fsync", self._append)
        _time(tijden, "atomair vervangen", self._replace)
        _time(tijden, "gewone TinyDB", lambda: self._db.table("regels").insert({"tekst": "Regel", "id": new_id()}))

    def _append(self) -> None:
        os.write(self._fd, b"x" * 400)
        os.fsync(self._fd)

    def _replace(self) -> None:
        temp, doel = self._map / "vloer.tmp", self._map / "vloer.json"
        with temp.open("wb") as bestand:
            bestand.write(self._data)
            bestand.flush()
            os.fsync(bestand.fileno())
        temp.replace(doel)
        fd = os.open(self._map, os.O_RDONLY)
        os.fsync(fd)
        os.close(fd)

    def close(self) -> None:
        """Let go of the files."""
        os.close(self._fd)
        self._db.close()


def make_stock(pad: Path, tables: Tables) -> TinyDB:
    """The same session in a file of TinyDB's own storage."""
    db = TinyDB(pad)
    db.storage.write(tables)
    return db


def _print_typen(tijden: Tijden, *, groot: bool) -> bool:
    midden = {naam: median(ms) for naam, ms in tijden.items()}
    append, atomair = midden["append+fsync"], midden["atomair vervangen"]
    print_naast("bevestigd, in het dagboek", midden["bevestigd"], "append+fsync", append, doel=None if groot else 3.0)
    goed = print_naast(
        "bevestigd, in het dagboek",
        midden["bevestigd"],
        "atomair vervangen",
        atomair,
        lat=None if groot else 2.0,
        doel=2.0 if groot else None,
    )
    print_naast("het bestand is bij", midden["bestand"], "atomair vervangen", atomair)
    print_naast("gewone TinyDB, die niet veilig is", midden["gewone TinyDB"], "atomair vervangen", atomair)
    for naam in ("scherm wacht", "bevestigd", "bestand"):
        print(f"{naam:34}{midden[naam]:9.2f} ms, p99 {percentiel(tijden[naam], 0.99):.2f} ms")
    return goed and percentiel(tijden["bevestigd"], 0.99) <= LAT_P99


def _measure_openen(werkmap: Werkmap, pad: Path, rondes: int) -> Tijden:
    tijden: Tijden = defaultdict(list)
    stock = werkmap.pad / "stock.json"
    make_stock(stock, decode(pad.read_bytes())).close()
    sessie_id = pad.stem.rpartition("-")[2]
    for _ in range(rondes):
        _time(tijden, "gewone TinyDB", lambda: _open_stock(stock))
        _time(tijden, "lezen", lambda: load(pad))
        begin = perf_counter()
        zitting = Zitting.open(werkmap, sessie_id, clock=now, new_id=new_id)
        tijden["openen"].append(1000 * (perf_counter() - begin))
        zitting.close()
    return tijden


def _open_stock(pad: Path) -> None:
    with TinyDB(pad) as db:
        for naam in db.tables():
            db.table(naam).all()


def _print_openen(tijden: Tijden) -> bool:
    midden = {naam: median(ms) for naam, ms in tijden.items()}
    stock = midden["gewone TinyDB"]
    print_naast("openen om te schrijven, met slot", midden["openen"], "gewone TinyDB", stock)
    return print_naast("openen om te lezen", midden["lezen"], "gewone TinyDB", stock, lat=1.0, doel=0.5)
