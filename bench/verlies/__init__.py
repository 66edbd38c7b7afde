"""`python -m bench verlies [RONDES] [DEEL …]`: accidents by the hundred, and what they cost. Not for Windows.

A part is one module with `measure(rondes)` that gives rows, and one line here.
"""

from importlib import import_module
from time import perf_counter

RONDES = 300
DELEN = {
    "kills": "bench.verlies.doden",
    "stroom": "bench.verlies.stroom",
    "fouten": "bench.verlies.fouten",
    "rampen": "bench.verlies.rampen",
    "echt": "bench.verlies.echt",
    "schade": "bench.verlies.schade",
}
KOP = f"{'wat':46}{'hoeveel':>8}{'bevestigd':>10}{'verloren':>9}{'stuk':>6}{'lat':>5}"


def main(argv: list[str]) -> int:
    """Run the parts that are named, or all; gives 1 when anything was lost."""
    rondes = next((int(woord) for woord in argv if woord.isdecimal()), RONDES)
    gekozen = [woord for woord in argv if woord in DELEN] or list(DELEN)
    begin, is_goed = perf_counter(), True
    print(KOP)
    for deel in gekozen:
        for wat, gevonden in import_module(DELEN[deel]).measure(rondes):
            is_goed &= gevonden.is_goed
            cijfers = f"{gevonden.aantal:8}{gevonden.erkend:10}{gevonden.verloren:9}{gevonden.onleesbaar:6}{0:5}"
            print(f"{wat:46}{cijfers}  {gevonden.voorbeeld[:300]}".rstrip(), flush=True)
    print(f"{perf_counter() - begin:.0f} s; {'niets verloren' if is_goed else 'ER GING WERK VERLOREN'}")
    return 0 if is_goed else 1
