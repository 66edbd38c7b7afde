"""F5 and the second screen: the facilitator chooses what the room sees, and the room follows."""

import os
import signal
import time

import msgspec
import pytest
from scherm_hulp import VIJANDIG, make_werkmap, started
from terminal_hulp import Terminal

from sessie_tool.kern.bouwstenen.zaal import Zaallijst, Zaalregel
from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.opslag.zaal import STIL, Zaallezer, Zaalschrijver, find_plek
from sessie_tool.tui.beamer.app import ZaalApp


class Zaal:
    """Someone in the room, with eyes only for what comes to the second screen."""

    def __init__(self, wie, werkmap, sessie_id):
        self.wie, self.lezer = wie, Zaallezer(werkmap.pad, sessie_id)

    async def sees(self, waar):
        """Wait until what the room sees is so."""
        eind = time.monotonic() + 10
        self.lezer.beat()
        while self.lezer.beeld is None or not waar(self.lezer.beeld):
            assert time.monotonic() < eind, self.lezer.beeld
            self.lezer.look()
            await self.wie.pilot.pause(0.01)
        return self.lezer.beeld


def texts(beeld):
    return [one.tekst for one in beeld.lijst.regels]


async def test_the_facilitator_chooses_with_one_key_what_the_room_sees(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        zaal = Zaal(wie, werkmap, sessie_id)
        await zaal.sees(lambda beeld: beeld.stap == "Open acties")
        await wie.press("f9")
        await wie.to_stap("Signalen ophalen")
        await wie.type("Netcongestie", "Fatima Fictie mist een bankje @Daan")
        beeld = await zaal.sees(lambda beeld: len(beeld.lijst.regels) == 2)
        assert texts(beeld) == ["Netcongestie", "deelnemer mist een bankje"]
        assert beeld.nieuw == beeld.lijst.regels[1].id
        assert beeld.klok.gepland == 1800

        wie.scherm.show_stap(wie.sessie.stappen[6].id)  # looking ahead is no going on
        await wie.press("f5")
        assert "stap 3, Signalen ophalen" in wie.seen()
        assert f"sessie beamer {sessie_id}" in wie.seen()
        await wie.press("escape")
        wie.scherm.show_stap(wie.sessie.huidige.id)
        await wie.settle()

        await wie.press("f5", "n")
        await zaal.sees(lambda beeld: "Fatima Fictie mist een bankje" in texts(beeld))
        await wie.press("f6", "up", "f5", "g")
        beeld = await zaal.sees(lambda beeld: beeld.groot)
        assert beeld.groot[0].tekst == "Netcongestie"
        await wie.press("f5", "g")
        await zaal.sees(lambda beeld: not beeld.groot)

        await wie.press("f5", "b")
        await wie.type("Wat de zaal nog niet ziet")
        assert "vast" in wie.scherm.zaalteken or not wie.scherm.zaalteken
        await wie.press("f5", "z")
        beeld = await zaal.sees(lambda beeld: not beeld.stap)
        assert beeld == Zaalbeeld("Signalensessie Inclusief")
        await wie.press("f5", "n")
        assert "De zaal is nog leeg" in wie.seen()
        await wie.press("f5", "n")
        await wie.press("f5", "down", "up", "enter")
        await zaal.sees(lambda beeld: len(beeld.lijst.regels) == 3)
        await zaal.sees(lambda _: wie.scherm.zaalteken == "zaal kijkt mee")
        assert "zaal kijkt mee" in wie.voet

        before = wie.scherm._zaalkeuze
        await wie.press("ctrl+z")
        await zaal.sees(lambda beeld: len(beeld.lijst.regels) == 2)
        assert wie.scherm._zaalkeuze == before
        await wie.press("ctrl+o")
        await wie.settle()
        eind = time.monotonic() + 10
        while zaal.lezer.verbinding != "gesloten":
            assert time.monotonic() < eind
            zaal.lezer.look()


async def test_dots_and_result_come_into_the_room_when_the_facilitator_shows_them(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        zaal = Zaal(wie, werkmap, sessie_id)
        await wie.to_stap("Rode draden")
        await wie.type("Stroomnet", "Wonen")
        await wie.press("f5")
        assert "stippen" not in wie.seen()
        await wie.press("escape")
        await wie.to_stap("Kiezen")
        await wie.type("2=5!")
        beeld = await zaal.sees(lambda beeld: beeld.stap == "Kiezen" and beeld.lijst.regels)
        assert [(one.tekst, one.bij) for one in beeld.lijst.regels] == [("Stroomnet", ""), ("Wonen", "")]
        await wie.press("f5", "s")
        beeld = await zaal.sees(lambda beeld: beeld.lijst.regels[1].bij)
        assert beeld.lijst.regels[1].bij == "●●●●● 5"
        await wie.press("f5", "u")
        beeld = await zaal.sees(lambda beeld: beeld.lijst.regels[0].tekst == "Wonen")
        assert beeld.lijst.regels[0].bij == "●●●●● 5 · gekozen"
        await wie.press("f5", "s", "f5", "u")
        await zaal.sees(lambda beeld: not any(one.bij for one in beeld.lijst.regels))


async def test_a_room_that_was_empty_stays_so_when_the_program_was_killed_and_comes_back(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    plek = find_plek(werkmap.pad, sessie_id)
    plek.beeld.parent.mkdir(parents=True)
    plek.beeld.write_bytes(msgspec.json.encode(Zaalbeeld("Signalensessie Inclusief")))
    async with started(werkmap, sessie_id) as wie:
        zaal = Zaal(wie, werkmap, sessie_id)
        await zaal.sees(lambda _: wie.scherm._zaalkeuze.stand == "leeg")
        await wie.type("Nog niet voor de zaal")
        assert not (await zaal.sees(lambda _: True)).stap
        await wie.press("f5", "z")
        assert "Nog niet voor de zaal" in texts(await zaal.sees(lambda beeld: beeld.stap))


async def test_who_only_reads_along_shows_the_room_nothing(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id), started(werkmap, sessie_id) as wie:
        await wie.press("enter")
        await wie.settle()
        await wie.press("f5")
        assert "Wie de sessie leidt" in wie.melding


@pytest.mark.parametrize("size", ((80, 24), (200, 60), (40, 12)))
async def test_the_room_sees_hostile_text_as_text_and_the_newest_line_at_every_size(tmp_path, size):
    regels = [Zaalregel(f"Regel {nummer}", str(nummer), id=f"r{nummer}") for nummer in range(200)]
    regels += [Zaalregel(tekst[:600].replace("\ud83d", ""), "v", "[/] bij", id="v") for tekst in VIJANDIG]
    regels += [Zaalregel("De laatste regel", "999", id="nieuw")]
    beeld = Zaalbeeld(
        "[/] titel", "[b]stap", 3, 9, "[/] doel", lijst=Zaallijst("[/] kop", tuple(regels)), nieuw="nieuw"
    )
    schrijver = Zaalschrijver(tmp_path, "x1", lambda _: None)
    app = ZaalApp(Zaallezer(tmp_path, "x1"), "[/] titel")
    async with app.run_test(size=size) as pilot:

        async def seen(tekst):
            eind = time.monotonic() + 10
            while True:
                strips = app.screen._compositor.render_strips()
                zichtbaar = "\n".join("".join(segment.text for segment in strip) for strip in strips)
                if tekst in zichtbaar:
                    return zichtbaar
                assert time.monotonic() < eind, zichtbaar
                await pilot.pause(0.02)

        await seen("We beginnen zo.")
        schrijver.put(lambda: beeld)
        await seen("De laatste regel")
        assert "[B]STAP" in await seen("[/] titel")
        for _ in range(30):
            await pilot.press("pageup")
        await seen("Regel 0")
        await pilot.press("end", "f12")
        await pilot.resize_terminal(size[0] + 20, size[1] + 5)
        await seen("De laatste regel")
        schrijver.put(lambda: Zaalbeeld("[/] titel", "Kort", lijst=Zaallijst(regels=(Zaalregel("Alleen dit"),))))
        await seen("Alleen dit")
        schrijver.close()
        await seen("Dank u wel")
        await pilot.press("escape")
    assert app.return_code == 0


async def test_the_room_says_when_the_program_of_the_session_is_gone(tmp_path):
    plek = find_plek(tmp_path, "x1")
    schrijver = Zaalschrijver(tmp_path, "x1", lambda _: None)
    schrijver.put(lambda: Zaalbeeld("Proef", "Stap", lijst=Zaallijst(regels=(Zaalregel("Blijft staan"),))))
    eind = time.monotonic() + 10
    while not plek.beeld.exists():
        assert time.monotonic() < eind
    inhoud = plek.beeld.read_bytes()
    schrijver.close()
    while plek.beeld.exists():
        assert time.monotonic() < eind
    plek.beeld.write_bytes(inhoud)
    oud = time.time() - 2 * STIL
    os.utime(plek.beeld, (oud, oud))
    app = ZaalApp(Zaallezer(tmp_path, "x1"), "Proef")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        zichtbaar = "\n".join("".join(segment.text for segment in strip) for strip in strips)
    assert "Blijft staan" in zichtbaar
    assert "geen verbinding" in zichtbaar


def test_in_two_real_terminals_the_room_follows_and_takes_leave(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path / "werkmap")
    zaal = Terminal(werkmap, sessie_id, tmp_path / "staat", "beamer")
    leiding = Terminal(werkmap, sessie_id, tmp_path / "staat")
    try:
        zaal.wait_for("We beginnen zo.")
        leiding.wait_for("Open acties")
        zaal.wait_for("OPEN ACTIES")
        zaal.gezien = ""
        leiding.enter("Lantaarnpaal maken")
        zaal.wait_for("Lantaarnpaal maken")
        leiding.proces.send_signal(signal.SIGTERM)
        leiding.end()
        zaal.wait_for("De sessie is gesloten")
        zaal.type("\x11")
        zaal.end()
    finally:
        for terminal in (zaal, leiding):
            if terminal.proces.poll() is None:
                terminal.proces.kill()
            terminal.proces.wait()
            os.close(terminal.ouder)
    assert (zaal.proces.returncode, leiding.proces.returncode) == (0, 0)
    assert list((tmp_path / "staat" / "zaal").iterdir()) == []
