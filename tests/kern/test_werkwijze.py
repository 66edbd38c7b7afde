"""werkwijze: the end of the verslag tells how the session was held, and claims nothing that is not known."""

from datetime import UTC, datetime, timedelta

import pytest
from test_kern_verslag import MOMENT, flatten, make_sessie

from sessie_tool.kern.bouwstenen.signalen import Signalen
from sessie_tool.kern.bouwstenen.toelichting import Toelichting
from sessie_tool.kern.document import Kop, Tabel, plain
from sessie_tool.kern.klok import go_to_stap, pause, start
from sessie_tool.kern.sessie import Regel, replace, set_status
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.kern.werkwijze import report_werkwijze

BEGIN = datetime(2025, 3, 21, 19, 0, tzinfo=UTC)
KAAL = make_sessie(Toelichting(), Toelichting(), Toelichting())
ZWIJGT = Regel("inbrenger", "luistert en zwijgt")


def held(sessie, *verloop):
    """The session after its steps were held: pairs of the number of a step and its minutes."""
    nu = BEGIN
    for nummer, minuten in verloop:
        stap_id = sessie.stappen[nummer - 1].id
        sessie = go_to_stap(sessie, stap_id, nu) if sessie.verloop.sinds else start(sessie, stap_id, nu)
        nu += timedelta(minutes=minuten)
    return set_status(pause(sessie, nu), "afgerond")


def with_minuten(*minuten):
    stappen = (replace(stap, minuten=een) for stap, een in zip(KAAL.stappen, minuten, strict=True))
    return replace(KAAL, stappen=tuple(stappen))


def sentence_of(sessie):
    """What stands between the heading and the table."""
    _, alinea, _ = report_werkwijze(sessie)
    return plain(alinea.inhoud)


def table_of(sessie):
    tabel = next(blok for blok in report_werkwijze(sessie) if isinstance(blok, Tabel))
    return [[plain(cel) for cel in rij.cellen] for rij in tabel.rijen]


def test_without_rules_and_clock_there_is_nothing_to_tell():
    assert report_werkwijze(KAAL) == []


def test_it_shows_planned_and_real_minutes():
    sessie = held(with_minuten(5, 10, 15), (1, 6.4), (2, 0.6), (3, 14))
    assert [rij[1:] for rij in table_of(sessie)] == [["5", "6"], ["10", "1"], ["15", "14"]]


def test_it_shows_the_rules_that_held():
    sessie = with_minuten(5, 10, 15)
    stap = replace(sessie.stappen[1], regels=(ZWIJGT, Regel("", "geen advies")))
    sessie = replace(sessie, stappen=(sessie.stappen[0], stap, sessie.stappen[2]))
    rijen = table_of(sessie)
    assert [rij[3] for rij in rijen] == ["–", "inbrenger: luistert en zwijgt\ngeen advies", "–"]
    assert [rij[2] for rij in rijen] == ["–", "–", "–"]
    assert len(report_werkwijze(sessie)) == 2


def test_a_step_without_minutes_is_before_or_after_the_meeting():
    assert [rij[1] for rij in table_of(held(with_minuten(0, 10, 0), (2, 9)))] == ["vooraf", "10", "na afloop"]
    assert sentence_of(held(with_minuten(0, 10, 0), (2, 9))).startswith("Alle stappen zijn gedaan")


@pytest.mark.parametrize(
    ("verloop", "zin"),
    (
        (((1, 5), (2, 5), (3, 5)), "Alle stappen zijn gedaan, in de volgorde van het sjabloon."),
        (((1, 5), (3, 0.1), (2, 5), (3, 5)), "Alle stappen zijn gedaan, in de volgorde van het sjabloon."),
        (((1, 5), (2, 5), (1, 5), (3, 5)), "Alle stappen zijn gedaan, in de volgorde van het sjabloon."),
        (((2, 5), (1, 5), (3, 5)), "Alle stappen zijn gedaan, in een andere volgorde dan in het sjabloon."),
        (((1, 5), (2, 0.1), (3, 5)), "Overgeslagen, of zonder klok gedaan: 'Stap 2'."),
    ),
)
def test_it_tells_in_one_sentence_whether_the_method_was_followed(verloop, zin):
    assert sentence_of(held(with_minuten(5, 5, 5), *verloop)).startswith(f"{zin} De stappen duurden samen ")


def test_where_the_order_was_not_kept_it_claims_none():
    sessie = held(with_minuten(5, 5, 5), (1, 5), (2, 5), (3, 5))
    sessie = replace(sessie, verloop=replace(sessie.verloop, gedaan=()))
    assert sentence_of(sessie).startswith("Alle stappen zijn gedaan. De stappen")


def test_it_tells_what_all_steps_took_beside_the_plan_and_that_the_meal_does_not_count():
    begonnen = start(with_minuten(0, 10, 20), KAAL.stappen[1].id, BEGIN)
    gegeten = pause(begonnen, BEGIN + timedelta(minutes=12))
    verder = start(gegeten, KAAL.stappen[2].id, BEGIN + timedelta(minutes=57))
    sessie = pause(set_status(verder, "afgerond"), BEGIN + timedelta(minutes=76))
    assert sentence_of(sessie).endswith(
        "De stappen duurden samen 31 minuten; gepland was 30. De pauzes duurden samen 45 minuten en tellen niet mee."
    )


def test_a_session_that_still_runs_is_not_judged():
    sessie = start(with_minuten(5, 5, 5), KAAL.stappen[1].id, BEGIN)
    assert [rij[2] for rij in table_of(sessie)] == ["–", "loopt nog", "–"]
    assert len(report_werkwijze(sessie)) == 2


def test_it_is_an_appendix_behind_what_is_missing():
    sessie = held(make_sessie(Signalen()), (1, 5))
    koppen = [plain(blok.inhoud) for blok in flatten(make_verslag(sessie, MOMENT).blokken) if isinstance(blok, Kop)]
    assert koppen[-2:] == ["Nog aan te vullen", "Werkwijze"]
