"""The huis van sturing in the werkmap: kept beside the rest, changed as it is on the disk, never in the way."""

from itertools import count

import pytest

from sessie_tool.fouten import OpslagError
from sessie_tool.kern.huis import LEEG_HUIS, with_ids
from sessie_tool.kern.huis_tekst import parse_huis
from sessie_tool.opslag import gedeeld
from sessie_tool.opslag.huis import change_huis, load_huis, read_huis
from sessie_tool.opslag.werkmap import Werkmap

TEKST = "# Stad\n\nwaarom\n## Groen\n### Bomen\n- Aantal (bomen; telling)\n## Samen\nspanning: Groen ↔ Samen (ruimte)\n"
HUIS = with_ids(parse_huis(TEKST)[0], LEEG_HUIS, map(str, count(1)))


@pytest.fixture
def werkmap(tmp_path):
    (tmp_path / "sessies").mkdir()
    return Werkmap(tmp_path)


def test_a_huis_is_kept_beside_the_opgaven(werkmap):
    werkmap.set_opgaven(("Veilig",))
    change_huis(werkmap.sessies, lambda oud: HUIS if oud == LEEG_HUIS else oud)
    assert (werkmap.huis(), werkmap.opgaven()) == (HUIS, ("Veilig",))
    assert werkmap.doelstellingen() == ("Groen", "Samen")


def test_a_change_sees_what_someone_else_wrote_just_before(werkmap):
    change_huis(werkmap.sessies, lambda _: HUIS)
    gezien = []
    change_huis(werkmap.sessies, lambda oud: gezien.append(oud) or oud)
    assert gezien == [HUIS]
    assert werkmap.huis() == HUIS


def test_a_damaged_huis_is_told_but_stops_no_session(werkmap):
    gedeeld.change_table(werkmap.sessies, "huis", lambda _: [{"soort": "perspectief", "naam": 3}])
    assert read_huis(werkmap.sessies) == LEEG_HUIS
    with pytest.raises(OpslagError, match="huis van sturing"):
        load_huis(werkmap.sessies)
