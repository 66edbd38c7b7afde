"""The arrow right fills in the mark at the end of the line; pressing it again goes through what fits."""

import msgspec
import pytest
from scherm_hulp import make_werkmap, started

from sessie_tool.kern.deelnemer import parse_deelnemer


@pytest.fixture
async def typer(tmp_path):
    werkmap, sessie_id = make_werkmap(tmp_path)
    async with started(werkmap, sessie_id, size=(100, 30)) as wie:
        await wie.to_stap("Signalen ophalen")
        yield wie


def line(wie):
    return wie.app.screen.query_one("#invoer").value


async def test_a_name_with_a_space_is_filled_in_and_read_back_as_that_participant(typer):
    await typer.press(*"Druk @noo")
    assert "@noo → Noor Voorbeeld" in typer.seen()
    await typer.press("right")
    assert line(typer) == 'Druk @"Noor Voorbeeld"'
    await typer.press("enter")
    assert typer.records("Signalen ophalen")[0].ingebracht_door == "Noor Voorbeeld"


async def test_an_opgave_with_spaces_is_filled_in(typer):
    await typer.press(*"Bomen #groen", "right", "enter")
    assert typer.records("Signalen ophalen")[0].opgaven == ("Groen en duurzaam",)


async def test_pressing_again_goes_through_all_that_fits_and_back_to_what_was_typed(typer):
    namen = ("Noor Nepnaam; ; ", "Noor [/] Proef")
    meer = tuple(parse_deelnemer(naam, f"d{plaats}") for plaats, naam in enumerate(namen))
    typer.scherm.doe("erbij", lambda een: msgspec.structs.replace(een, deelnemers=(*een.deelnemers, *meer)))
    await typer.press(*"Druk @noor")
    assert "→ Noor Voorbeeld · Noor Nepnaam · Noor [/] Proef" in typer.seen()
    gezien = []
    for _ in range(5):
        await typer.press("right")
        gezien.append(line(typer).removeprefix("Druk @"))
    assert gezien == ['"Noor Voorbeeld"', '"Noor Nepnaam"', '"Noor [/] Proef"', "noor", '"Noor Voorbeeld"']
    assert "→ Noor Nepnaam · Noor [/] Proef" in typer.seen()


async def test_keys_faster_than_the_screen_still_fill_in_what_was_typed(typer):
    for toets in (*"Druk @daan", "right", " ", "!", "t", "r", "right", "enter"):
        typer.app.simulate_key(toets)
    await typer.press("f6")
    signaal = typer.records("Signalen ophalen")[0]
    assert (signaal.tekst, signaal.ingebracht_door, signaal.soort) == ("Druk", "Daan Denkbeeld", "trend")


async def test_the_arrow_right_inside_the_line_only_moves(typer):
    await typer.press(*"Druk @noo", "left", "right", "left", "x")
    assert line(typer) == "Druk @noxo"


async def test_a_signal_is_found_by_its_words_for_a_thread(typer):
    await typer.type("Volle scholen", "Lege winkels")
    await typer.to_stap("Rode draden")
    await typer.press(*"Ruimte +win")
    assert "→ 2 Lege winkels" in typer.seen()
    await typer.press("right", "enter")
    assert typer.records("Rode draden")[0].signalen == (typer.records("Signalen ophalen")[1].id,)
