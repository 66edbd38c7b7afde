"""Text is text: what people type is never read as markup, code or a command to the terminal, anywhere on the screen."""

import msgspec
import pytest
from scherm_hulp import VIJANDIG, make_werkmap, started
from textual import events

from sessie_tool.kern.veld import velden
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer


def kept(tekst):
    """What a file can hold of a text: half a character becomes a sign."""
    return tekst.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@pytest.mark.parametrize("titel", ("Signalen ophalen", "Rode draden", "Vragen voor de Board", "Acties", "Welkom"))
async def test_hostile_lines_are_shown_and_kept_as_typed(tmp_path, titel):
    werkmap, sessie_id = make_werkmap(tmp_path, titel="[/] [b]Sessie[/b]")
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap(titel)
        await wie.type(*VIJANDIG)
        assert wie.texts(titel) == [kept(regel) for regel in VIJANDIG]
        await wie.press("f6", "home")
        assert "\x1b" not in wie.seen()
        await wie.press("f1", "escape", "ctrl+p", "escape", "ctrl+e", "escape", "ctrl+o")
        assert "[/] [b]Sessie[/b]" in wie.seen()
    sessie = Werkmap(tmp_path).read(sessie_id)
    stap = next(one for one in sessie.stappen if one.titel == titel)
    assert [one.hoofdtekst for one in stap.bouwsteen.records] == [kept(regel) for regel in VIJANDIG]


@pytest.mark.parametrize("tekst", tuple(regel for regel in VIJANDIG if len(regel) < 1000))
async def test_hostile_text_in_every_field_of_a_form_is_kept(tmp_path, tekst):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type("Een signaal")
        signaal = wie.records("Signalen ophalen")[0]
        vrij = [name for name, veld in velden(type(signaal)).items() if veld.vorm in ("regel", "tekst", "deelnemer")]
        vol = msgspec.structs.replace(signaal, **dict.fromkeys(vrij, tekst))
        wie.scherm.werkblad.editor.edit_record(vol)
        await wie.pilot.pause()
        for name in vrij:
            assert wie.app.screen.query_one(f"#veld-{name}").value == tekst
        wie.app.screen.query_one("#veld-tekst").value = tekst + "!"
        await wie.press("escape")
        nieuw = wie.records("Signalen ophalen")[0]
        assert [getattr(nieuw, name) for name in vrij] == [kept(tekst + "!"), *[kept(tekst)] * (len(vrij) - 1)]


async def test_a_hostile_thread_goes_through_clustering_dots_and_koers(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        await wie.type(*VIJANDIG[:3])
        await wie.to_stap("Rode draden")
        for tekst in VIJANDIG[:3]:
            await wie.type(tekst)
        await wie.press("f6", "1", "2", "3")
        assert [len(draad.signalen) for draad in wie.records("Rode draden")] == [1, 1, 1]
        await wie.to_stap("Kiezen")
        await wie.press("f6", "+", "down", "+", "x")
        assert "Gelijk op plaats 1" in wie.seen()
        await wie.to_stap("Koers per draad")
        await wie.type("[/] anders")
        await wie.press("up", "enter", "escape")
        assert wie.texts("Koers per draad") == ["[/] anders"]


async def test_hostile_participants_and_details_are_kept(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f3")
        for tekst in VIJANDIG[:4]:
            await wie.type(f"{tekst}; rol [/]; org [b]")
        await wie.press("up", "enter", "escape", "escape")
        assert [one.naam for one in wie.sessie.deelnemers[3:]] == [tekst.strip() for tekst in VIJANDIG[:4]]
        await wie.press("f4")
        wie.app.screen.query_one("#veld-plaats").value = VIJANDIG[0]
        await wie.press("escape")
        assert wie.sessie.plaats == VIJANDIG[0]


async def test_a_paste_with_odd_line_ends_loses_nothing(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap("Signalen ophalen")
        wie.app.screen.query_one(RegelInvoer).post_message(events.Paste("een\u2028twee\x0bdrie\rvier\n\n\nvijf"))
        await wie.pilot.pause()
        await wie.pilot.pause()
        assert wie.texts("Signalen ophalen") == ["een\u2028twee\x0bdrie", "vier", "vijf"]


async def test_a_field_of_one_line_keeps_every_line_of_a_paste_and_every_character(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("f4")
        plaats = wie.app.screen.query_one("#veld-plaats")
        plaats.value = ""
        plaats.focus()
        await wie.pilot.pause()
        plaats.post_message(events.Paste("Zaal 3\r\nStadhuis\u2028boven"))
        for teken in ("\u00a0", "👩", "\u200d", "🔧"):
            plaats.post_message(events.Key(teken, teken))
        await wie.pilot.pause()
        await wie.press("escape")
        assert wie.sessie.plaats == "Zaal 3 Stadhuis\u2028boven\u00a0👩\u200d🔧"


BOOS = "\x1b]0;gekaapt\x07 [/]"


async def test_no_control_character_of_any_text_reaches_the_terminal(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path, titel=f"Titel {BOOS}")
    werkmap.set_opgaven((f"Opgave {BOOS}",))
    async with started(werkmap, sessie_id, size=(160, 45)) as wie:
        gezien = [wie.seen()]
        await wie.press("f3")
        await wie.type(f"Naam {BOOS}; rol {BOOS}; org {BOOS}")
        gezien.append(wie.seen())
        await wie.press("up", "enter")
        gezien.append(wie.seen())
        await wie.press("escape", "escape", "f4")
        gezien.append(wie.seen())
        await wie.press("escape")
        await wie.to_stap("Signalen ophalen")
        await wie.type(f"Tekst {BOOS} bron={BOOS!r}")
        wie.app.screen.query_one(RegelInvoer).value = f"half {BOOS}"
        await wie.pilot.pause()
        gezien.append(wie.seen())
        await wie.press("f1")
        gezien.append(wie.seen())
        await wie.press("escape", "ctrl+e")
        gezien.append(wie.seen())
        await wie.press("escape", "ctrl+o")
        await wie.pilot.pause(0.2)
        gezien.append(wie.seen())
    assert all("gekaapt" in tekst for tekst in gezien[:2])
    assert [teken for tekst in gezien for teken in tekst if teken != "\n" and not teken.isprintable()] == []
