"""Voorstellen: for a draad that nobody judged, what it may go on from; what was rejected stays away."""

from sessie_tool.kern.banden import Band
from sessie_tool.kern.beslissen import reject
from sessie_tool.kern.gelijkenis import Vergelijker
from sessie_tool.kern.lijnen import Draad, compare
from sessie_tool.kern.voorstellen import Voorstelzoeker, find_voorstellen

NET = "Het stroomnet is vol en nieuwe aansluitingen moeten jaren wachten"
TEKSTEN = {
    2023: (("net", NET), ("zorg", "Mantelzorgers raken overbelast en vragen om respijt in de wijk")),
    2024: (("net", f"{NET}, ook voor scholen"), ("ov", "De bus rijdt niet meer in het dorp na zeven uur")),
    2025: (("net", f"{NET}; het netbedrijf verdeelt"), ("zorg", "Mantelzorgers en vrijwilligers raken overbelast")),
}
RONDES = dict.fromkeys(TEKSTEN, 10)
DRADEN = [
    Draad(
        naam,
        str(jaar),
        jaar,
        tekst,
        signalen=(tekst,),
        vervolg_op=("2023/net",) if (naam, jaar) == ("net", 2024) else (),
    )
    for jaar, teksten in TEKSTEN.items()
    for naam, tekst in teksten
]


def propose(banden=()):
    return find_voorstellen(compare(DRADEN, RONDES, banden), banden)


def test_every_open_draad_gets_lijnen_of_earlier_years_only_the_likeliest_first():
    voorstellen = propose()
    assert set(voorstellen) == {"2024/ov", "2025/net", "2025/zorg"}
    assert voorstellen["2025/net"][0].lijn == "2023/net"
    assert voorstellen["2025/zorg"][0].id == "2023/zorg"
    assert all(one.id < "2024" for one in voorstellen["2024/ov"])


def test_a_rejected_lijn_is_not_proposed_again_through_another_of_its_draden():
    banden = reject(compare(DRADEN, RONDES), "2025/net", "2024/net", "1")
    assert "2023/net" not in {one.lijn for one in propose(banden)["2025/net"]}
    los = (Band("2025/zorg", "2023/zorg", "los", "1"),)
    assert "2023/zorg" not in {one.lijn for one in propose(los)["2025/zorg"]}


def test_what_was_judged_is_proposed_only_when_asked_for():
    nieuw = (Band("2025/net", "", "nieuw", "1"),)
    assert "2025/net" not in propose(nieuw)
    beeld = compare(DRADEN, RONDES, nieuw)
    assert find_voorstellen(beeld, nieuw, [beeld.draden["2025/net"]])["2025/net"][0].lijn == "2023/net"


def test_a_zoeker_that_is_used_again_follows_every_decision_and_every_changed_word():
    zoeker = Voorstelzoeker()
    banden = (Band("2025/zorg", "2023/zorg", "afgewezen", "1"),)
    anders = [*DRADEN[:-1], Draad("zorg", "2025", 2025, "De bus rijdt niet meer in het dorp na zeven uur")]
    for draden, besluiten in ((DRADEN, ()), (DRADEN, banden), (anders, banden), (DRADEN, ())):
        beeld = compare(draden, RONDES, besluiten)
        assert zoeker.find(beeld, besluiten) == find_voorstellen(beeld, besluiten)


def test_a_hundred_years_are_prepared_once(monkeypatch):
    gemaakt = []
    begin = Vergelijker.__init__
    monkeypatch.setattr(Vergelijker, "__init__", lambda self, *een: (gemaakt.append(een[0]), begin(self, *een))[1])
    draden = [Draad("net", str(jaar), jaar, f"{NET} in {jaar}") for jaar in range(1926, 2026)]
    found = find_voorstellen(compare(draden, dict.fromkeys(range(1926, 2026), 5)), ())
    assert len(found) == 99
    assert sum(map(bool, gemaakt)) == 1
