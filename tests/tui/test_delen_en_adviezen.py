"""A dilemma part by part, reflections per thema with their adviezen, and a checklist that is ticked."""

import pytest
from keten_hulp import make_sessie
from scherm_hulp import VIJANDIG, started

from sessie_tool import nu
from sessie_tool.kern.bouwstenen.checklist import Checklist
from sessie_tool.kern.bouwstenen.dilemma import Dilemmas
from sessie_tool.kern.bouwstenen.herformuleringen import Herformuleringen
from sessie_tool.kern.bouwstenen.reflecties import Reflecties
from sessie_tool.kern.bouwstenen.themas import Themas
from sessie_tool.kern.bouwstenen.vragen import Vragen
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.schrijfscherm import SchrijfScherm
from sessie_tool.tui.schermen.sessie import SessieScherm

STAPPEN = (
    ("Vragen", Vragen()),
    ("Thema's", Themas()),
    ("Reflecties", Reflecties()),
    ("Dilemma", Dilemmas()),
    ("Vooraf", Checklist()),
    ("Vraag erachter", Herformuleringen()),
)


def make_werkmap(pad):
    sessie = make_sessie("boardsessie", "Board", "2026-06-01", *STAPPEN, deelnemers=("Noor Voorbeeld",))
    Werkmap(pad).create(sessie, nu.now())
    return Werkmap(pad), sessie.id


@pytest.fixture(params=[(80, 24), (160, 45)], ids=["smal", "breed"])
async def wie(tmp_path, request):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=request.param) as begeleider:
        yield begeleider


@pytest.fixture
async def board(wie):
    await wie.to_stap("Thema's")
    await wie.type("Het volle net", "Nabijheid")
    await wie.to_stap("Reflecties")
    return wie


def rows(wie):
    return [(rij.nummer, rij.tekst, rij.kenmerken) for rij in wie.app.screen.query_one("#records")._shown]


# A dilemma.


async def test_what_is_typed_fills_the_part_under_the_cursor_and_the_list_shows_what_is_open(wie):
    await wie.to_stap("Dilemma")
    await wie.type("Huizen of het net?")
    assert rows(wie)[:2] == [("✓", "Dilemma\nHuizen of het net?", ""), ("○", "Enerzijds", "nog open")]
    await wie.press("f6", "home", "down")
    await wie.type("De huizen zijn nodig", "Context: De wijk groeit", "@Noor")
    (dilemma,) = wie.records("Dilemma")
    assert (dilemma.enerzijds, dilemma.context) == ("De huizen zijn nodig", "De wijk groeit")
    assert dilemma.inbrenger == "Noor Voorbeeld"
    assert [nummer for nummer, *_ in rows(wie)] == ["✓", "✓", "○", "✓", "○", "○", "○", "✓"]


async def test_enter_opens_a_long_part_to_write_and_a_short_one_in_the_form(wie):
    await wie.to_stap("Dilemma")
    await wie.type("Titel")
    await wie.press("f6", "home", "down", "enter")
    assert isinstance(wie.app.screen, SchrijfScherm)
    await wie.press(*"Nodig", "escape")
    assert wie.records("Dilemma")[0].enerzijds == "Nodig"
    await wie.press("end", "up", "enter")
    assert isinstance(wie.app.screen, Formulier)
    assert wie.app.screen.focused.id == "veld-vraag"
    await wie.press(*"Wat nu?", "escape")
    assert wie.records("Dilemma")[0].vraag == "Wat nu?"
    await wie.press("delete")
    assert wie.records("Dilemma")[0].vraag == ""
    await wie.press("ctrl+z")
    assert wie.records("Dilemma")[0].vraag == "Wat nu?"


async def test_an_empty_dilemma_can_be_begun_at_any_part(wie):
    await wie.to_stap("Dilemma")
    await wie.press("f6", "home", "down", "enter", *"Nodig", "escape")
    assert [one.enerzijds for one in wie.records("Dilemma")] == ["Nodig"]


async def test_while_typing_one_sees_to_which_part_it_goes(wie):
    await wie.to_stap("Dilemma")
    await wie.press("f6", "home", "down", *"nodig")
    assert "Enerzijds" in str(wie.scherm.werkblad.border_subtitle)


# Reflections.


async def test_a_line_becomes_a_reflection_under_the_thema_of_the_row_under_the_cursor(board):
    await board.type("Over het net")
    await board.press("f6", "end")
    await board.type("Over de buurt", "Toch het net #1")
    net, nabij = board.records("Thema's")
    assert [one.thema for one in board.records("Reflecties")] == [net.id, nabij.id, net.id]
    assert [(nummer, tekst) for nummer, tekst, _ in rows(board)] == [
        ("#1", "── Het volle net"),
        ("1", "Over het net"),
        ("3", "Toch het net"),
        ("#2", "── Nabijheid"),
        ("2", "Over de buurt"),
    ]


async def test_an_advies_stands_numbered_below_its_reflection_and_gets_a_besluit(board):
    await board.type("Kort. ==Kies drie wijken.== Klaar.")
    assert rows(board)[2] == ("  ↳", "advies 1: Kies drie wijken.", "nog geen besluit")
    await board.press("f6", "b")
    assert board.app.screen.focused.id == "veld-besluit"
    await board.press("tab", *"Noor Voorbeeld", "tab", *"1-9-2026", "escape")
    await board.press("down", "!")
    (advies,) = board.records("Reflecties")[0].adviezen
    assert (advies.wie_besluit, advies.wanneer, advies.besluit) == ("Noor Voorbeeld", "2026-09-01", "overgenomen")
    assert rows(board)[2][2] == "overgenomen · Noor Voorbeeld · 1 september 2026"
    await board.press("delete")
    assert board.records("Reflecties")[0].tekst == "Kort. Kies drie wijken. Klaar."


async def test_enter_writes_on_in_a_reflection_and_e_opens_its_fields(board):
    await board.type("Begin")
    await board.press("f6", "enter")
    assert isinstance(board.app.screen, SchrijfScherm)
    await board.press(*" en meer", "escape")
    assert board.texts("Reflecties") == ["Begin en meer"]
    await board.press("e")
    assert board.app.screen.focused.id == "veld-thema"
    await board.press("escape", "home", "b")
    assert isinstance(board.app.screen, SessieScherm)
    assert "Hier staat nog geen advies" in board.melding


async def test_a_thema_is_never_removed_from_the_reflections(board):
    await board.press("f6", "home", "delete")
    assert len(board.records("Thema's")) == 2


async def test_a_reflection_moves_past_its_neighbour_under_the_same_thema(board):
    await board.type("Een", "Anders #2", "Twee #1")
    await board.press("f6", "shift+up")
    assert [tekst for _, tekst, _ in rows(board)][1:3] == ["Twee", "Een"]
    await board.press("shift+up")
    assert board.texts("Reflecties") == ["Twee", "Een", "Anders"]


async def test_the_text_under_the_cursor_is_beside_the_list_when_there_is_room(board):
    await board.type("Kort. ==Kies drie wijken.==")
    await board.app.workers.wait_for_complete()
    await board.settle()
    breed = board.app.size.width >= 120
    assert board.app.screen.query_one("#lezen").display is breed
    if breed:
        assert "Kort. advies 1: Kies drie wijken." in board.seen()


async def test_hostile_text_stays_text_in_every_one_of_these_lists(board):
    for titel in ("Reflecties", "Dilemma", "Vooraf", "Vraag erachter"):
        await board.to_stap(titel)
        await board.type(*VIJANDIG)
        await board.press("f6", "home", "down", "end", "up")
    assert len(board.records("Reflecties")) == len(VIJANDIG)


# A checklist and yes-or-no signs.


async def test_space_or_x_ticks_an_item_and_one_undo_takes_it_back(wie):
    await wie.to_stap("Vooraf")
    await wie.type("Zaal", "Koffie")
    await wie.press("f6", "home", "space", "x")
    assert [one.gedaan for one in wie.records("Vooraf")] == [True, True]
    assert [tekst for _, tekst, _ in rows(wie)] == ["✓ Zaal", "✓ Koffie"]
    await wie.press("ctrl+z")
    assert [one.gedaan for one in wie.records("Vooraf")] == [True, False]
    await wie.press("home", "shift+end", "x")
    assert [one.gedaan for one in wie.records("Vooraf")] == [False, False]
    await wie.press("/", "x", "space")
    assert wie.app.screen.query_one("#zoek").value == "x "


async def test_the_sign_of_a_yes_or_no_field_turns_it_in_the_list(wie):
    await wie.to_stap("Vraag erachter")
    await wie.type("Durven wij te kiezen?")
    await wie.press("f6", "!")
    assert wie.records("Vraag erachter")[0].kern
    await wie.press("!")
    assert not wie.records("Vraag erachter")[0].kern


async def test_the_vraag_achter_de_vraag_stands_out_and_there_is_one(wie):
    await wie.to_stap("Vraag erachter")
    await wie.type("Eerst", "Later", "Laatst")
    await wie.press("f6")
    assert [tekst for _, tekst, _ in rows(wie)] == ["Eerst", "Later", "★ Laatst"]
    await wie.press("home", "!")
    assert [tekst for _, tekst, _ in rows(wie)] == ["★ Eerst", "Later", "Laatst"]
    await wie.press("down", "!")
    assert [one.kern for one in wie.records("Vraag erachter")] == [False, True, False]
    await wie.press("ctrl+z")
    assert [tekst for _, tekst, _ in rows(wie)] == ["★ Eerst", "Later", "Laatst"]
