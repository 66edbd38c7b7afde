"""Keys and words: everything can be found, and every word on the screen is Dutch."""

import re

import pytest
from scherm_hulp import make_werkmap, started
from textual.binding import Binding
from textual.dom import DOMNode

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.tui.bouwstenen import EDITORS
from sessie_tool.tui.schermen.hulp import HulpScherm
from sessie_tool.tui.schermen.opdrachten import OpdrachtenScherm
from sessie_tool.tui.thema import THEMAS
from sessie_tool.tui.toetsen import active_keys, name_key
from sessie_tool.tui.toetsenbord import NIET_AANKOMEND, known_bindings

ENGELS = re.compile(
    r"\b(quit|search|cursor|select|scroll|undo|redo|delete|copy|press|page|help|command|found|key)\b", re.IGNORECASE
)


def test_every_kind_of_bouwsteen_has_an_editor():
    assert set(EDITORS) == set(BOUWSTENEN)


@pytest.mark.parametrize("titel", ("Open acties", "Signalen ophalen", "Rode draden", "Kiezen", "Koers per draad"))
async def test_every_key_is_named_in_dutch_and_arrives_at_the_program(tmp_path, titel):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.to_stap(titel)
        await wie.press("f6")
        toetsen = active_keys(wie.app.screen)
        assert toetsen
        assert not [toets.doet for toets in toetsen if ENGELS.search(toets.doet)]
        assert not set(NIET_AANKOMEND) & {toets.key for toets in toetsen}


async def test_the_menu_finds_a_command_by_a_few_letters_and_does_it(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+p")
        assert isinstance(wie.app.screen, OpdrachtenScherm)
        await wie.press(*"deeln", "enter")
        assert "Deelnemers" in wie.seen()
        await wie.press("escape", "ctrl+p", *"qqqq", "enter")
        assert "Niets gevonden" in wie.seen()


def test_a_key_is_named_by_what_stands_on_the_keyboard():
    namen = [name_key(key) for key in ("vertical_line", "ampersand", "plus", "right", "shift+tab", "ctrl+n", "n", "f5")]
    assert namen == ["|", "&", "+", "→", "Shift+Tab", "^N", "n", "F5"]
    toetsen = {one.key for cls in _our_classes(DOMNode) for one in cls.__dict__.get("BINDINGS", ())}
    assert [key for een in toetsen for key in een.split(",") if "_" in name_key(key)] == []


def _our_classes(cls):
    for one in cls.__subclasses__():
        yield from _our_classes(one)
        if one.__module__.startswith("sessie_tool"):
            yield one


async def test_help_shows_the_guidance_of_the_step_and_the_keys(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(100, 60)) as wie:
        await wie.press("f1")
        assert isinstance(wie.app.screen, HulpScherm)
        assert "Als het stilvalt" in wie.seen()
        await wie.press("escape")
        assert not isinstance(wie.app.screen, HulpScherm)


async def test_what_to_arrange_for_a_session_is_read_before_it_begins(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(100, 60)) as wie:
        await wie.press("f1")
        gezien = wie.seen()
        assert gezien.index("Vooraf regelt u dit") < gezien.index("Als het stilvalt")


async def test_no_english_stands_on_any_screen_that_a_facilitator_passes(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    gezien = []
    async with started(werkmap, sessie_id, size=(120, 50)) as wie:
        for keys in (
            ("f1",),
            ("escape", "ctrl+p"),
            ("escape", "f3"),
            ("escape", "f4"),
            ("escape", "ctrl+e"),
            ("escape", "ctrl+o"),
        ):
            await wie.press(*keys)
            gezien.append(wie.seen())
        await wie.press("f2")
        gezien.append(wie.seen())
    assert not [ENGELS.findall(tekst) for tekst in gezien if ENGELS.search(tekst)]


async def test_ctrl_c_says_how_to_stop_instead_of_stopping(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        await wie.press("ctrl+c")
        await wie.pilot.pause()
        assert "Ctrl+Q" in wie.seen()


async def test_every_binding_of_ours_says_what_it_does(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id) as wie:
        classes = {cls for node in wie.app.screen.walk_children() for cls in type(node).__mro__}
        ours = [cls for cls in classes if cls.__module__.startswith("sessie_tool")]
        bindings = [one for cls in ours for one in cls.__dict__.get("BINDINGS", ())]
        assert all(isinstance(one, Binding) and one.description for one in bindings)


async def test_a_person_can_choose_own_keys_and_a_look(tmp_path, monkeypatch):
    instellingen = tmp_path / "instellingen.txt"
    instellingen.write_text("thema = licht\n\n# mijn toetsen\ntoets.verslag = ctrl+g\n", encoding="utf-8")
    monkeypatch.setenv("SESSIE_INSTELLINGEN", str(instellingen))
    werkmap, sessie_id = make_werkmap(tmp_path / "werkmap")
    async with started(werkmap, sessie_id) as wie:
        await wie.app.workers.wait_for_complete()
        await wie.pilot.pause()
        assert wie.app.theme == "licht"
        assert "^G verslag" in wie.voet
        await wie.press("ctrl+g")
        assert "Afronden en verslag" in wie.seen()
        await wie.press("escape", "f12")
        await wie.app.workers.wait_for_complete()
    tekst = instellingen.read_text(encoding="utf-8")
    assert "thema = contrast" in tekst
    assert "# mijn toetsen\ntoets.verslag = ctrl+g" in tekst


async def test_keys_that_cannot_work_are_said_and_the_rest_is_used(tmp_path, monkeypatch):
    instellingen = tmp_path / "instellingen.txt"
    regels = ("toets.verslg = ctrl+g", "toets.klok = ctrl+h", "toets.menu = ctrl+z", "toets.langer =", "thema = roze")
    instellingen.write_text("\n".join((*regels, "toets.korter = f10")), encoding="utf-8")
    monkeypatch.setenv("SESSIE_INSTELLINGEN", str(instellingen))
    werkmap, sessie_id = make_werkmap(tmp_path / "werkmap")
    async with started(werkmap, sessie_id, size=(120, 60)) as wie:
        await wie.app.workers.wait_for_complete()
        await wie.pilot.pause()
        meldingen = " ".join(one.message for one in wie.app._notifications)
        for deel in ("Bedoelt u 'verslag'?", "stuurt Backspace", "is al van 'ongedaan'", "heeft geen toets", "'roze'"):
            assert deel in meldingen
        assert wie.app._keymap == {"korter": "f10"}


def test_the_docs_name_every_key_that_can_be_changed(wortel):
    tekst = (wortel / "docs" / "toetsen.md").read_text(encoding="utf-8")
    assert [naam for naam in known_bindings() if f"`{naam}`" not in tekst] == []
    assert [thema.name for thema in THEMAS if f"`{thema.name}`" not in tekst] == []
