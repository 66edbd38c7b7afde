"""Search in everything from the overview, to the record and back."""

from scherm_hulp import make_werkmap, started

from sessie_tool import nu
from sessie_tool.cli.opdrachten.demo import fill_werkmap
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schermen.overzicht import OverzichtScherm
from sessie_tool.tui.schermen.sessie import SessieScherm
from sessie_tool.tui.schermen.zoeken import ZoekenScherm
from sessie_tool.zitting import Zitting


def vondsten(wie):
    return [rij.nummer for rij in wie.app.screen.query_one("#vondsten")._shown]


async def until(wie, scherm):
    for _ in range(200):
        if isinstance(wie.app.screen, scherm):
            break
        await wie.pilot.pause(0.02)
    await wie.settle()


async def test_someone_searches_opens_what_was_found_and_goes_on_searching(tmp_path):
    werkmap = Werkmap(tmp_path)
    fill_werkmap(werkmap)
    async with started(werkmap) as wie:
        await wie.press("ctrl+f")
        assert "Typ wat u zoekt" in wie.seen()
        await wie.press(*"wachtlijst")
        alles = vondsten(wie)
        assert "rode draad 1" in alles
        assert any(one.startswith("signaal") for one in alles)
        await wie.press("f3")
        assert {one.rpartition(" ")[0] for one in vondsten(wie)} == {"rode draad"}
        assert "rode draad" in wie.seen().split("\n")[1]
        await wie.press("f4", "f4")  # 2026, 2025
        assert "2025" in wie.seen().split("\n")[1]
        assert 0 < len(vondsten(wie)) < len(alles)

        vondst = wie.app.screen._uitkomst.vondsten[0]
        await wie.press("down", "enter")
        await until(wie, SessieScherm)
        assert wie.sessie.id == vondst.sessie
        assert wie.scherm.stap.titel == vondst.stap
        assert wie.app.focused.current_id == vondst.vind.record

        await wie.press("ctrl+o")
        await until(wie, ZoekenScherm)
        assert wie.app.screen.query_one("#zoek").value == "wachtlijst"
        await wie.press("escape")
        assert isinstance(wie.app.screen, OverzichtScherm)
        await wie.press("ctrl+f")
        assert wie.app.screen.query_one("#zoek").value == "wachtlijst"
        assert {one.rpartition(" ")[0] for one in vondsten(wie)} == {"rode draad"}


async def test_typing_never_waits_for_the_disk_and_the_newest_question_wins(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    zitting = Zitting.open(werkmap, sessie_id, clock=nu.now, new_id=nu.new_id)
    zitting.type_regel(zitting.sessie.stappen[2].id, "De wachtlijst groeit")
    zitting.type_regel(zitting.sessie.stappen[2].id, "Het wonder van de wijk")
    zitting.close()

    async with started(werkmap) as wie:
        lees, rij = wie.app.schijf.lees, []

        def hold(doe, klaar, mislukt, bij):
            rij.append(lambda: lees(doe, klaar, mislukt, bij))

        monkeypatch.setattr(wie.app.schijf, "lees", hold)
        await wie.press("ctrl+f", *"wonder", "enter")  # nothing was found yet when Enter came
        assert wie.app.screen.query_one("#zoek").value == "wonder"
        assert isinstance(wie.app.screen, ZoekenScherm)
        assert len(rij) == 1
        monkeypatch.setattr(wie.app.schijf, "lees", lees)
        rij[0]()
        await until(wie, SessieScherm)
        assert "Het wonder van de wijk" in wie.seen()


async def test_a_session_that_is_open_elsewhere_opens_to_read(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path, "Gesprek over de haven")
    ander = Zitting.open(werkmap, sessie_id, clock=nu.now, new_id=nu.new_id)
    async with started(werkmap) as wie:
        await wie.press("ctrl+f", *"haven")
        await wie.press("enter")
        for _ in range(100):
            if "Iemand anders" in wie.seen():
                break
            await wie.pilot.pause(0.02)
        await wie.press("enter")
        await until(wie, SessieScherm)
        assert wie.scherm.zitting.alleen_lezen
    ander.close()
