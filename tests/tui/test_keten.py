"""The chain of an option on the screen, and the totals below the baten: all by keyboard, at 80 by 24."""

import pytest
from scherm_hulp import started

from sessie_tool import nu
from sessie_tool.kern.starten import start_sessie
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import read_sjabloon
from sessie_tool.tui.onderdelen.formulier import Formulier
from sessie_tool.tui.onderdelen.regelinvoer import RegelInvoer

SJABLOON = """---
titel: Wegen
---
## Opties (opties, 5 minuten)

## Impact (impactpad, 5 minuten)

## Geld (baten, 5 minuten)
"""


@pytest.fixture
def werkmap(tmp_path):
    return Werkmap(tmp_path)


def make_sessie(werkmap):
    sjabloon, _ = read_sjabloon(SJABLOON, "wegen")
    sessie = start_sessie(sjabloon, titel="Wegen", datum="2026-03-21", new_id=nu.new_id)
    werkmap.create(sessie, nu.now())
    return sessie.id


async def begin(wie, *opties, stap="Impact"):
    await wie.to_stap("Opties")
    await wie.type(*opties)
    await wie.to_stap(stap)


def asked(wie):
    return wie.app.screen.query_one(RegelInvoer).placeholder


def links(wie):
    return [(one.tekst, one.plaats, one.aanname) for one in wie.records("Impact")]


async def test_one_types_from_the_goal_back_and_each_line_gets_its_place_and_its_assumption(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen")
        assert asked(wie) == "Wat is er uiteindelijk beter, en voor wie?"
        await wie.type("Jongeren leven zonder schuld")
        assert "op lange termijn" in asked(wie)
        await wie.type("Jongeren hebben werk")
        assert asked(wie) == "Waarom volgt de stap erboven uit 'Jongeren hebben werk'?"
        await wie.type("met werk komt er geen schuld bij")
        assert "als eerste" in asked(wie)
        await wie.type("Jongeren halen een diploma ?dan is er werk")
        assert links(wie) == [
            ("Jongeren leven zonder schuld", "impactdoel", ""),
            ("Jongeren hebben werk", "langetermijneffect", "met werk komt er geen schuld bij"),
            ("Jongeren halen een diploma", "kortetermijneffect", "dan is er werk"),
        ]
        optie = wie.records("Opties")[1].id
        assert {one.opties for one in wie.records("Impact")} == {(optie,)}
        assert "liggen of gebeurd" in asked(wie)


async def test_the_whole_chain_with_its_assumptions_fits_on_a_small_screen(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen")
        for nummer in range(6):
            await wie.type(f"Schakel {nummer} ?aanname {nummer}")
        getoond = wie.seen()
        for nummer in range(6):
            assert f"Schakel {nummer}" in getoond
        for nummer in range(1, 6):
            assert f"↑ aanname {nummer}" in getoond
        assert "Optie B Vroeg helpen" in getoond
        assert getoond.index("Impactdoel") < getoond.index("Doelgroep")


async def test_arrow_keys_go_to_another_option_and_back(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen", "Later helpen")
        await wie.type("Geen schuld")
        await wie.press("f6", "right")
        assert "Optie C Later helpen" in wie.seen()
        assert "Geen schuld" not in wie.seen()
        await wie.press("right", "right")
        assert "Geen schuld" in wie.seen()


async def test_a_line_that_names_another_option_goes_there(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen", "Later helpen")
        await wie.type("Coach +C !activiteit ?zij komen")
        assert "Optie C Later helpen" in wie.seen()
        assert wie.records("Impact")[0].plaats == "activiteit"


async def test_enter_edits_the_link_or_the_assumption_and_delete_empties_only_the_arrow(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen")
        await wie.type("Geen schuld", "Werk ?dan is er geld")
        await wie.press("f6", "up", "enter")
        assert isinstance(wie.app.screen, Formulier)
        await wie.press("escape", "up", "enter")
        assert wie.app.screen.focused.id == "veld-aanname"
        await wie.press("escape", "delete")
        assert links(wie) == [("Geen schuld", "impactdoel", ""), ("Werk", "langetermijneffect", "")]
        await wie.press("ctrl+z")
        assert links(wie)[1][2] == "dan is er geld"


async def test_pasted_lines_on_an_arrow_are_all_kept(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen")
        await wie.type("Geen schuld", "Werk")
        wie.scherm.werkblad.take_regels(["omdat er geld is", "en omdat er rust is"])
        await wie.settle()
        assert links(wie)[1][2] == "omdat er geld is; en omdat er rust is"


async def test_without_options_there_is_one_chain_and_text_stays_text(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await wie.to_stap("Opties")
        await wie.press("f6", "delete")
        await wie.to_stap("Impact")
        await wie.type("[/] [b]vet[/b] \x1b[2J")
        assert "[/] [b]vet[/b]" in wie.seen()
        assert "De keten" in wie.seen()
        assert wie.records("Impact")[0].opties == ()


async def test_the_totals_of_the_parties_stand_below_the_posts(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen", stap="Geld")
        assert "samen" not in wie.seen()
        await wie.type("Overnemen @Schuldhulp !last € 8.000 >2026 +B", "Rust @Zorg !baat €2.000 >2027 tot_jaar=2031 +B")
        getoond = wie.seen().replace("\u00a0", " ")
        assert "B: Schuldhulp −€ 8.000 · Zorg € 10.000 " in getoond
        assert "samen € 2.000, terugverdiend in 5 jaar" in getoond
        assert "€ 8.000" in getoond


async def test_an_amount_that_cannot_be_read_stays_in_the_form_and_is_not_lost(werkmap):
    async with started(werkmap, make_sessie(werkmap)) as wie:
        await begin(wie, "Vroeg helpen", stap="Geld")
        await wie.type("Overnemen @Schuldhulp !last € 8.000 >2026 +B")
        await wie.press("f6", "enter")
        veld = wie.app.screen.query_one("#veld-bedrag")
        assert veld.value == "€\u00a08.000"
        veld.value = "60,000"
        await wie.press("escape")
        assert isinstance(wie.app.screen, Formulier)
        assert "'60,000'" in wie.seen()
        veld.value = "60.000,50"
        await wie.press("escape")
        assert wie.records("Geld")[0].bedrag == 60_000_50
