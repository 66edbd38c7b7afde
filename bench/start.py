"""How much CPU the commands that a person waits for take to start, beside a Python that does nothing."""

import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.meten import compare
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.starten import start_sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon

SESSIES = 200
LAT = 8.0
"""The highest ratio that is good enough."""


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of rounds (default 15)."""
    rondes = int(argv[0]) if argv else 15
    with TemporaryDirectory() as naam:
        werkmap = Path(naam)
        fill_werkmap(Werkmap(werkmap), SESSIES)
        sessie = [sys.executable, "-m", "sessie_tool"]
        tijden = compare(
            {
                "python -c pass": [sys.executable, "-c", "pass"],
                "sessie --help": [*sessie, "--help"],
                f"sessie lijst ({SESSIES} sessies)": [*sessie, "lijst", "--werkmap", naam],
            },
            werkmap,
            rondes,
        )
    vloer = tijden["python -c pass"]
    print(f"mediaan van {rondes} rondes om en om; lat {LAT:.0f} ×")
    for wat, tijd in tijden.items():
        print(f"{wat:32}{tijd:8.1f} ms{tijd / vloer:8.1f} ×")
    return 0 if max(tijden.values()) <= LAT * vloer else 1


def fill_werkmap(werkmap: Werkmap, aantal: int) -> None:
    """Make so many empty sessions, a week apart."""
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    for nummer in range(aantal):
        dag = date(2020, 1, 6) + timedelta(weeks=nummer)
        sessie = start_sessie(sjabloon, titel=f"Sessie {nummer}", datum=dag.isoformat(), new_id=new_id)
        werkmap.create(sessie, now())
