"""What a secretary does with a session: complete it, choose, make, read, and round it off."""

import shutil
from threading import Event

import pytest
from scherm_hulp import make_werkmap, started

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.sessie import replace
from sessie_tool.tui import toon_bestand, verslagkeuzes
from sessie_tool.tui.schermen import verslag
from sessie_tool.tui.schermen.deelnemers import DeelnemersScherm
from sessie_tool.tui.schermen.gegevens import GegevensScherm
from sessie_tool.tui.schermen.sessie import SessieScherm
from sessie_tool.tui.schermen.verslag import VerslagScherm
from sessie_tool.tui.schermen.voorbeeld import VoorbeeldScherm
from sessie_tool.tui.verslagmaken import make_files


def read(wie):
    """What stands on the screen, as one line."""
    return " ".join(wie.seen().replace("│", " ").split())


async def made(wie):
    """Wait until the files are there and the screen shows it."""
    assert wie.app.verslagwerk[wie.sessie.id].wait(60)
    await wie.settle()


async def test_what_is_missing_is_one_key_away_and_so_is_the_way_back(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        wie.scherm.zitting.apply("leeg", lambda sessie: replace(sessie, deelnemers=(), plaats=""))
        await wie.press("ctrl+e")
        assert "Er zijn geen deelnemers opgeschreven." in wie.seen()
        await wie.press("enter")
        assert isinstance(wie.app.screen, DeelnemersScherm)
        await wie.type("Noor Voorbeeld")
        await wie.press("escape")
        assert "Er zijn geen deelnemers opgeschreven." not in wie.seen()
        await wie.press("home", "enter")
        assert isinstance(wie.app.screen, GegevensScherm)
        await wie.press("tab", "tab", *"Stadhuis", "escape")
        assert wie.sessie.plaats == "Stadhuis"
        eerste = wie.app.screen._gaten[0]
        await wie.press("down", "enter")
        assert isinstance(wie.app.screen, SessieScherm)
        assert "Ctrl+E gaat terug" in wie.melding
        await wie.press("ctrl+e")
        assert wie.app.screen._gaten[0] == eerste
        assert wie.app.screen.query_one("#gaten").cursor_row == 1


@pytest.mark.parametrize("size", ((80, 24), (160, 45)))
async def test_several_formats_and_an_own_house_style_are_chosen_made_and_remembered(tmp_path, monkeypatch, size):
    werkmap, sessie_id = make_werkmap(tmp_path)
    werkmap.sjablonen.mkdir(exist_ok=True)
    (werkmap.sjablonen / "Blauw [b].docx").write_bytes((shipped_sjablonen() / "huisstijl.docx").read_bytes())
    monkeypatch.setattr(verslagkeuzes, "_find_libreoffice", lambda: None)
    async with started(werkmap, sessie_id, size) as wie:
        await wie.press("ctrl+e", "f")
        assert "kan niet: LibreOffice" in wie.seen()
        await wie.press("down", "space", "down", "space", "enter")
        assert "LibreOffice" in wie.melding
        assert wie.app.screen.keuze.formaten == ("docx", "md")
        await wie.press("h", "down", "enter")
        assert "Blauw [b].docx" in wie.seen()
        await wie.press("w")
        await made(wie)
        assert {pad.suffix for pad in (tmp_path / "exports").glob("2026*")} == {".docx", ".md"}
        assert str(tmp_path / "exports") in wie.seen().replace(" ", "").replace("│", "").replace("\n", "")
        await wie.press("escape", "ctrl+e")
        assert wie.app.screen.keuze.formaten == ("docx", "md")
        assert "Het verslag staat in:" in wie.seen()


async def test_making_goes_on_when_one_leaves_the_screen_and_is_told_where_one_is(tmp_path, monkeypatch):
    werkmap, sessie_id = make_werkmap(tmp_path)
    verder = Event()

    def make_later(*args):
        verder.wait(30)
        return make_files(*args)

    monkeypatch.setattr(verslag, "make_files", make_later)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+e", "w", "w")
        assert "Er wordt al een bestand gemaakt" in wie.melding
        assert "Bezig:" in wie.seen()
        await wie.press("escape")
        verder.set()
        await made(wie)
        await wie.pilot.pause(0.1)
        assert "gemaakt:" in wie.seen()
        assert len(list((tmp_path / "exports").glob("*.docx"))) == 1
        await wie.press("ctrl+e")
        assert "Het verslag staat in:" in wie.seen()
        monkeypatch.setattr(shutil, "which", lambda _naam: None)
        await wie.press("b")
        assert "Open zelf:" in wie.melding
        geopend = []
        monkeypatch.setattr(toon_bestand, "_run_opener", geopend.append)
        await wie.press("b", "m")
        assert [pad.suffix for pad in geopend] == [".docx", ""]


async def test_the_verslag_is_read_in_the_terminal_and_text_is_text(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type(*(f"Signaal {nummer} [b]vet[/b] [/]" for nummer in range(12)))
        await wie.press("ctrl+e", "p")
        scherm = wie.app.screen
        assert isinstance(scherm, VoorbeeldScherm)
        for _ in range(200):
            if scherm.blad.tekst.regels:
                break
            await wie.pilot.pause(0.02)
        await wie.settle()
        assert "Signalensessie Inclusief" in wie.seen()
        await wie.press("n", "n")
        assert scherm.blad.kop.tekst in wie.seen()
        await wie.press("slash", *"signaal 11 [b]")
        assert "Signaal 11 [b]vet[/b] [/]" in wie.seen()
        await wie.press("escape", "home", "k", "end", "enter")
        assert scherm.blad.kop == scherm.blad.tekst.koppen[-1] or scherm.blad.place > 0
        await wie.pilot.resize_terminal(40, 15)
        await wie.pilot.pause(0.1)
        await wie.press("escape")
        assert isinstance(wie.app.screen, VerslagScherm)


async def test_vaststellen_asks_when_and_by_whom_and_says_that_the_file_is_kept(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+e", "a", "o", "v", *"de Board", "enter", *"nee", "enter")
        assert "Typ ja" in wie.seen()
        await wie.press("shift+tab", "shift+tab", "ctrl+u", *"31-2-2026", "tab", "tab", "ctrl+u", *"ja", "enter")
        assert "is geen datum" in wie.seen()
        await wie.press("shift+tab", "shift+tab", "ctrl+u", *"1-4-2026", "tab", "tab", "enter")
        assert (wie.sessie.status, wie.sessie.vaststelling.door) == ("vastgesteld", "de Board")
        assert "vastgesteld op 1 april 2026 door de Board" in wie.seen()
        assert "bestanden blijven staan" in wie.seen()  # beside it the steps below may be ticked
        assert "Er zijn nog geen signalen" not in wie.seen()
        assert "afronden" not in wie.voet
        await wie.press("f1")
        assert "Enter brengt u erheen" in read(wie)


async def test_the_names_of_the_open_version_are_decided_one_by_one_also_after_vaststellen(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type(
            "Bellen met mevrouw Tsjilp [b]", "Brief van wethouder Wrokk", "Denkbeelds idee over Zilverschoon"
        )
        await wie.press("ctrl+e", "v", "enter", *"ja", "enter", "i", "n")
        inhoud = replace(wie.sessie, vervangingen=())
        scherm = wie.app.screen
        assert "2 te bekijken" in wie.seen()
        assert "Bellen met mevrouw Tsjilp [b]" in wie.seen()
        await wie.press("l")
        assert [(one.tekst, one.blijft) for one in wie.sessie.vervangingen] == [("Tsjilp", True)]
        assert "Brief van wethouder Wrokk" in wie.seen()
        await wie.press("enter", "ctrl+u", *"het college", "enter")
        assert wie.sessie.vervangingen[1].door == "het college"
        assert "Alles is bekeken." in wie.seen()
        await wie.press("plus", *"zilverschoon", "enter", "ctrl+u", *"een bedrijf", "enter")
        assert "3 besluiten" in wie.seen()
        assert "Denkbeelds idee over Zilverschoon" in wie.seen()
        await wie.press("delete", "ctrl+z", "ctrl+z")
        assert [one.tekst for one in wie.sessie.vervangingen] == ["Tsjilp", "Wrokk"]
        await wie.press("slash", *"denk", "enter", "a", "escape", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert "niets om ongedaan" in wie.melding
        assert wie.sessie == inhoud
        assert scherm.tabel.has_focus
