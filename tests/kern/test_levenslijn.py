"""Life lines: as wide as there is room for; first the share goes, then the oldest years, and never the newest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.levenslijn import draw_kop, draw_lijn, fit_raster, list_tekens
from sessie_tool.kern.lijnen import Draad, compare

JAREN = range(2015, 2027)
DRADEN = [
    Draad(
        id=f"d{jaar}",
        sessie=f"r{jaar}",
        jaar=jaar,
        titel="Het stroomnet",
        gewicht=jaar - 2010,
        vervolg_op=(f"r{jaar - 1}/d{jaar - 1}",),
    )
    for jaar in JAREN
]
VERGELIJKING = compare(DRADEN, dict.fromkeys(JAREN, 40))
(LIJN,) = VERGELIJKING.lijnen


@given(st.integers(0, 200))
def test_a_row_stands_under_its_years_and_stays_within_the_room_as_long_as_one_year_fits(ruimte):
    raster = fit_raster(VERGELIJKING, ruimte)
    assert raster.jaren == tuple(JAREN)[-len(raster.jaren) :]
    assert len(draw_kop(raster)) == len(draw_lijn(LIJN, raster)) == raster.breedte
    assert raster.breedte <= ruimte or len(raster.jaren) == 1
    for jaar in raster.jaren:
        plek = draw_kop(raster).index(str(jaar))
        assert draw_lijn(LIJN, raster)[plek + 1 :].startswith(str(LIJN.gewichten[jaar]))


def test_first_the_share_goes_and_then_the_oldest_years():
    ruim, krap, smal = (fit_raster(VERGELIJKING, ruimte) for ruimte in (200, 70, 30))
    assert (ruim.met_deel, len(ruim.jaren)) == (True, 12)
    assert (krap.met_deel, len(krap.jaren)) == (False, 12)
    assert (smal.met_deel, smal.jaren[-1]) == (False, 2026)
    assert "%" not in draw_lijn(LIJN, krap)


@pytest.mark.parametrize("gezien", ((2020, 2022), (2020, 2021, 2022)))
def test_a_line_runs_only_where_the_lijn_goes_on(gezien):
    draden = [one for one in DRADEN if one.jaar in gezien]
    vergelijking = compare(
        [Draad(id="x", sessie="y", jaar=2021, titel="Anders"), *draden], dict.fromkeys(range(2020, 2023), 40)
    )
    lijn = next(one for one in vergelijking.lijnen if one.titel == "Het stroomnet")
    rij = draw_lijn(lijn, fit_raster(vergelijking, 80))
    assert ("─" in rij) == (gezien == (2020, 2021, 2022))
    assert "nog niet beoordeeld" in list_tekens(vergelijking.lijnen)
