"""A session that is led by commands has a room, too: it follows the file, and sees no more than it may."""

import time

import pytest

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.opdrachten.beamer import look_where_a_proef_does
from sessie_tool.kern.deelnemer import parse_deelnemer
from sessie_tool.kern.klok import start
from sessie_tool.kern.sessie import set_status
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.proef import open_proef
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.opslag.zaal import Zaalschrijver, find_plek
from sessie_tool.opslag.zaalvolger import Zaalkijker
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.zitting import Zitting


@pytest.fixture
def geleid(tmp_path):
    """A session, a way to type into a step of it as a command does, and a room that looks."""
    werkmap = Werkmap(tmp_path / "werkmap")
    sessie = start_sessie(
        load_sjabloon(shipped_sjablonen() / "signalensessie.md"),
        titel="Proef",
        datum="2026-03-21",
        new_id=new_id,
        deelnemers=(parse_deelnemer("Noor Voorbeeld; deelnemer", new_id()),),
    )
    werkmap.create(sessie, now())

    def typ(nummer, *regels, doe=start):
        zitting = Zitting.open(werkmap, sessie.id, clock=now, new_id=new_id)
        stap = sessie.stappen[nummer - 1].id
        zitting.apply("klok", lambda oud: doe(oud, stap, now()), "verloop")
        zitting.type_regels(stap, list(regels))
        assert zitting.wait_saved(5)
        zitting.close()

    kijker = Zaalkijker(werkmap, sessie.id, naloop=0.3)
    yield werkmap, sessie, typ, kijker
    kijker.leave()


def wait_for(kijker, waar):
    eind = time.monotonic() + 10
    while True:
        kijker.look()
        if waar(kijker):
            return kijker.beeld
        assert time.monotonic() < eind, kijker.beeld
        time.sleep(0.01)


def shows(tekst):
    return lambda kijker: kijker.beeld is not None and tekst in repr(kijker.beeld.lijst)


def test_the_room_follows_what_commands_type_without_names_and_with_only_the_dots_that_were_revealed(geleid):
    _, _, typ, kijker = geleid
    time.sleep(0.3)
    kijker.look()
    assert (kijker.beeld, kijker.verbinding) == (None, "wacht")
    typ(3, "Noor Voorbeeld mist een bankje @Noor")
    beeld = wait_for(kijker, shows("mist een bankje"))
    assert (kijker.verbinding, beeld.stap, "Noor" in repr(beeld)) == ("volgt", "Signalen ophalen", False)
    typ(4, "Het net", "De jeugd")
    typ(5, "verberg", "2=3")
    assert "●" not in repr(wait_for(kijker, shows("De jeugd")))
    typ(5, "onthul")
    wait_for(kijker, shows("●●● 3"))
    typ(5, doe=lambda oud, *_: set_status(oud, "afgerond"))
    wait_for(kijker, lambda een: een.verbinding == "gesloten")


def test_what_a_screen_kept_from_the_room_stays_so_when_it_closes_until_somebody_goes_on(geleid):
    werkmap, sessie, typ, kijker = geleid
    typ(3, "Nog niet voor de zaal")
    schrijver = Zaalschrijver(werkmap.pad, sessie.id, lambda _: None)
    schrijver.put(lambda: Zaalbeeld("Proef"))
    wait_for(kijker, lambda een: een.verbinding == "volgt" and not een.beeld.stap)
    schrijver.close()
    wait_for(kijker, lambda een: een.verbinding == "gesloten")
    typ(3, "Bij het afsluiten nog bewaard")
    time.sleep(0.5)
    kijker.look()
    assert kijker.verbinding == "gesloten"
    typ(3, "Verder met opdrachten")
    wait_for(kijker, shows("Verder met opdrachten"))


def test_the_second_screen_of_a_dry_run_looks_where_the_dry_run_keeps_its_things(geleid, monkeypatch):
    werkmap, sessie, *_ = geleid
    with open_proef(werkmap, sessie.id, now()) as proef:
        eigen = find_plek(proef.werkmap.pad, sessie.id)
        eigen.beeld.parent.mkdir(parents=True)
        monkeypatch.setenv("SESSIE_STAAT", "elders")
        look_where_a_proef_does(werkmap.pad)
        assert find_plek(proef.werkmap.pad, sessie.id) != eigen
        look_where_a_proef_does(proef.werkmap.pad)
        assert find_plek(proef.werkmap.pad, sessie.id) == eigen
