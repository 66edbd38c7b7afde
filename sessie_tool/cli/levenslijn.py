"""A comparison as plain text: the matrix with its life lines, the same in words, and what lies below one lijn."""

from collections.abc import Iterator

from sessie_tool.kern.levenslijn import draw_kop, draw_lijn, fit_raster, list_tekens
from sessie_tool.kern.lijnen import Draad, Lijn, Vergelijking, format_aandeel
from sessie_tool.kern.staten import Staat
from sessie_tool.kern.taal import format_aantal, join_woorden
from sessie_tool.kern.verhaal import VONDSTSOORTEN, Verhaal
from sessie_tool.kern.zichtbaar import show_regel

_TITEL = 38
_RUIM = 10_000
"""A terminal breaks a long row, and a file has no edge: every year is shown."""
_LEGENDA = "Bij elk jaar staat hoeveel signalen de draad dragen, en welk deel dat is van alle signalen van dat jaar."


def draw_matrix(vergelijking: Vergelijking) -> Iterator[str]:
    """A row per lijn with a sign, the weight and the share per year, tied by a line as long as it goes on."""
    raster = fit_raster(vergelijking, _RUIM)
    yield f"{'':{_TITEL}}  {draw_kop(raster)}".rstrip()
    for lijn in vergelijking.lijnen:
        yield f"{_cut(lijn.naam):{_TITEL}}  {draw_lijn(lijn, raster)}".rstrip()
    yield ""
    yield list_tekens(vergelijking.lijnen)
    yield _LEGENDA


def _cut(titel: str) -> str:
    regel = show_regel(titel)
    return regel if len(regel) <= _TITEL else f"{regel[: _TITEL - 1]}…"


def tell_lijnen(vergelijking: Vergelijking) -> Iterator[str]:
    """The same in words: per lijn a line per year, for who listens or searches."""
    for lijn in vergelijking.lijnen:
        yield show_regel(lijn.naam)
        for jaar, staat in lijn.staten.items():
            yield f"  {jaar}: {describe_jaar(lijn, jaar, staat, vergelijking)}"
        yield ""


def describe_jaar(lijn: Lijn, jaar: int, staat: Staat, vergelijking: Vergelijking) -> str:
    """'gegroeid, 10 signalen (9%), 7 stippen: 2024.1 Bouwen loopt vast'."""
    if jaar not in lijn.gewichten:
        return staat
    deel = format_aandeel(lijn.aandelen[jaar], "%")
    stippen = lijn.stippen[jaar]
    delen = [
        staat,
        f"{format_aantal(lijn.gewichten[jaar], 'signaal', 'signalen')}{f' ({deel})' if deel else ''}",
        *([format_aantal(stippen, "stip", "stippen")] if stippen is not None else []),
    ]
    return f"{', '.join(delen)}: {'; '.join(call(draad, vergelijking) for draad in lijn.of_year(jaar))}"


def call(draad: Draad, vergelijking: Vergelijking) -> str:
    """'2026.3 Een generatie die wacht'."""
    return f"{vergelijking.namen[draad.sleutel]} {show_regel(draad.naam)}"


def tell_open(vergelijking: Vergelijking) -> Iterator[str]:
    """How many draden nobody judged, and what to do about it."""
    aantal = len(vergelijking.onbeoordeeld)
    if aantal:
        namen = join_woorden([vergelijking.namen[one.sleutel] for one in vergelijking.onbeoordeeld])
        wat = format_aantal(aantal, "rode draad is", "rode draden zijn")
        yield f"{wat} nog niet beoordeeld: {namen}. Kijk waarop ze lijken: sessie draden voorstellen"


def tell_verhaal(lijn: Lijn, verhaal: Verhaal, vergelijking: Vergelijking) -> Iterator[str]:
    """Everything below one lijn, year by year."""
    yield show_regel(lijn.naam)
    for jaar, staat in lijn.staten.items():
        yield ""
        yield f"{jaar}: {describe_jaar(lijn, jaar, staat, vergelijking)}"
        yield from (f"  {regel}" for draad in lijn.of_year(jaar) for regel in draad.toelichting.splitlines())
        for soort, kop in VONDSTSOORTEN.items():
            vondsten = verhaal.of(jaar, soort)
            yield from (f"  {kop}",) if vondsten else ()
            for one in vondsten:
                verloop = f" → {one.verloop}" if one.verloop else ""
                yield f"  - {one.tekst} ({one.uit}){verloop}"
