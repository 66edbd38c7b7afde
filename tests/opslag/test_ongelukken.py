"""A report of a fault helps who mends it, and tells nothing of a session."""

import errno
import stat
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessie_tool.kern.ongeluk import describe_fout, locate_fout
from sessie_tool.kern.sessie import Sessie
from sessie_tool.opslag import ongelukken
from sessie_tool.opslag.ongelukken import MEESTE, check_ongelukken, keep_ongeluk, list_ongelukken, make_verslag
from sessie_tool.opslag.proberen import attempt

MOMENT = datetime.fromisoformat("2026-03-21T14:07:31+01:00")
SOORTEN = (KeyError, ValueError, TypeError, AttributeError, NameError, OSError, RuntimeError, ZeroDivisionError)


def fall(soort, geheim):
    """A fault as the program makes them: with what it is about in its text, in its locals and in what led to it."""
    titel = geheim
    try:
        try:
            raise soort(titel)  # noqa: TRY301  # the fault and what led to it arise in one place
        except soort as fout:
            raise RuntimeError(f"{geheim!r} ging mis") from fout
    except RuntimeError as fout:
        fout.add_note(geheim)
        return fout


@given(st.sampled_from(SOORTEN), st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=12))
def test_what_a_fault_is_about_never_comes_into_its_report(soort, woord):
    geheim = f"ZZ{woord}QQ"
    verslag = make_verslag(fall(soort, geheim), MOMENT, {"Venster": "80 × 24"}, ("step", "undo"))
    assert geheim not in verslag
    assert soort.__name__ in verslag
    assert "Laatst gedaan: step, undo" in verslag


def test_a_report_says_of_what_kind_and_where_a_fault_is_and_what_led_to_it():
    regels = "\n".join(describe_fout(fall(KeyError, "Jansen")))
    assert regels.startswith("Soort: RuntimeError")
    assert "Veroorzaakt door: KeyError" in regels
    assert "test_ongelukken, fall, regel " in regels


def test_a_name_from_the_code_and_a_number_of_the_system_are_told():
    with pytest.raises(AttributeError) as mist:
        Sessie.bestaat_niet  # noqa: B018  # what is asked of it is what is tried
    assert describe_fout(mist.value)[0] == "Soort: AttributeError (bestaat_niet)"
    assert describe_fout(OSError(errno.ENOSPC, "Jansen"))[0] == f"Soort: OSError (nummer {errno.ENOSPC})"


def test_an_attribute_whose_name_was_typed_is_not_told():
    with pytest.raises(AttributeError) as mist:
        getattr(Sessie, "JANSEN".lower())
    assert "jansen" not in "\n".join(describe_fout(mist.value))


def test_of_endless_recursion_the_first_and_the_last_places_are_told():
    def dieper():
        dieper()

    with pytest.raises(RecursionError) as diep:
        dieper()
    regels = describe_fout(diep.value)
    assert len(regels) < 70
    assert any("nog" in regel for regel in regels)


def test_one_line_names_the_last_place_of_the_program_itself():
    with pytest.raises(AttributeError) as mist:
        Sessie.jaar.fget(None)
    assert locate_fout(mist.value).startswith("AttributeError in sessie_tool.kern.sessie, regel ")


def test_reports_are_for_their_owner_named_by_their_moment_and_the_oldest_go():
    paden = [keep_ongeluk(ValueError("x"), MOMENT + timedelta(minutes=een)) for een in range(MEESTE + 3)]
    assert list_ongelukken() == paden[3:]
    assert paden[0].name == "2026-03-21-140731.txt"
    assert stat.S_IMODE(paden[-1].stat().st_mode) == 0o600
    assert stat.S_IMODE(paden[-1].parent.stat().st_mode) == 0o700


def test_two_faults_in_one_second_both_have_a_report_and_are_told_of_for_a_week():
    een, twee = (keep_ongeluk(ValueError("x"), MOMENT) for _ in range(2))
    assert list_ongelukken() == [een, twee]
    (bevinding,) = check_ongelukken(MOMENT + timedelta(days=2))
    assert "2 keer" in str(bevinding)
    assert str(een.parent) in str(bevinding)
    assert check_ongelukken(MOMENT + timedelta(days=8)) == []


def test_a_report_that_cannot_be_written_fails_nobody(tmp_path, monkeypatch):
    (tmp_path / "bestand").write_text("")
    monkeypatch.setenv("SESSIE_STAAT", str(tmp_path / "bestand"))
    assert keep_ongeluk(ValueError("x"), MOMENT) is None
    assert ongelukken.list_ongelukken() == []


def test_a_fault_in_what_is_tried_again_and_again_leaves_one_report_and_tells_nobody_what_it_is_about():
    class VreemdError(Exception):
        """Of no other test: for each place there is one report."""

    def save():
        raise VreemdError("Jansen")

    redenen = {attempt(save) for _ in range(3)}
    assert len(redenen) == 1
    assert "VreemdError in " in "".join(redenen)
    (verslag,) = list_ongelukken()
    assert "test_ongelukken, " in verslag.read_text(encoding="utf-8")
    assert "Jansen" not in verslag.read_text(encoding="utf-8") + "".join(redenen)
