"""Who may do what now stands in the head of a step: what holds somebody back first, cut calmly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from scherm_hulp import VIJANDIG, started

from sessie_tool import nu
from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.sessie import Regel
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.zaalbeeld import Zaalbeeld
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon
from sessie_tool.tui.beamer.kop import format_stapkop
from sessie_tool.tui.rollen import format_nu, sort_regels

REGELS = (
    Regel("begeleider", "bewaakt de tijd"),
    Regel("groep", "geeft geen advies"),
    Regel("secretaris", "schrijft op"),
    Regel("inbrenger", "luistert en schrijft mee"),
    Regel("gast", "zwijgt"),
)
TEKSTEN = st.text(min_size=1, max_size=60)


def test_what_holds_somebody_back_most_comes_first_and_the_rest_keeps_its_order():
    assert [one.rol for one in sort_regels(REGELS)] == ["gast", "inbrenger", "groep", "begeleider", "secretaris"]


def test_whole_rules_are_shown_and_the_others_are_counted():
    assert format_nu(REGELS, 40).plain == "Nu: gast zwijgt · +4"
    assert format_nu(REGELS, 200).plain.endswith("secretaris schrijft op")
    assert format_nu((Regel("groep", "vraagt door " * 30),), 40).cell_length <= 80


def test_the_role_is_bold():
    regel = format_nu(REGELS[:1], 60)
    vet = [regel.plain[span.start : span.end] for span in regel.spans if span.style == "bold"]
    assert vet == ["Nu: ", "begeleider"]


@given(
    regels=st.lists(st.builds(Regel, rol=TEKSTEN, tekst=TEKSTEN), min_size=1, max_size=6), breedte=st.integers(20, 160)
)
def test_it_never_takes_more_than_two_lines(regels, breedte):
    assert format_nu(regels, breedte).cell_length <= 2 * breedte


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_hostile_rules_stay_text(tekst):
    assert "\x1b" not in format_nu((Regel(tekst, tekst),), 60).plain


@pytest.mark.parametrize("size", ((80, 24), (160, 45)))
async def test_the_head_of_a_step_says_who_is_silent_now_and_the_guidance_has_all_rules(tmp_path, size):
    sjabloon = load_sjabloon(shipped_sjablonen() / "incidentmethode.md")
    sessie = start_sessie(sjabloon, titel="Intervisie", datum="2026-06-01", new_id=nu.new_id)
    Werkmap(tmp_path).create(sessie, nu.now())
    async with started(Werkmap(tmp_path), sessie.id, size=size) as wie:
        stap = next(one for one in sessie.stappen if any(regel.rol == "inbrenger" for regel in one.regels))
        await wie.to_stap(stap.titel)
        assert "Nu: " in wie.seen()
        gids = wie.scherm.help_text().plain
        assert all(f"• {regel.rol} {regel.tekst}" in gids for regel in stap.regels)


WOORDEN = "en nog wat meer woorden om te lezen, en nog wat meer woorden om te lezen"
LANG = (
    Regel("inbrenger", f"luistert en zwijgt {WOORDEN}"),
    *(Regel(rol, f"praat {WOORDEN}") for rol in ("iedereen", "deelnemer", "begeleider", "strateeg")),
)


@pytest.mark.parametrize(("breedte", "hoogte"), ((76, 24), (112, 40), (190, 60), (38, 12), (20, 8)))
def test_in_the_room_every_rule_of_the_group_is_readable_in_its_turn_and_none_is_cut_without_a_sign(breedte, hoogte):
    hoog = hoogte >= 34
    beeld = Zaalbeeld(
        "t", "Een stap", doel="Een doel van de stap", regels=LANG, vragen=tuple("Waarom dan?" * n for n in (1, 9, 2))
    )
    gezien = set()
    for beurt in range(10):
        kop = format_stapkop(beeld, breedte, hoogte, hoog=hoog, beurt=beurt).plain
        assert len(kop.split("\n")) <= (14 if hoog else 9)
        assert all(cell_len(lijn) <= breedte for lijn in kop.split("\n"))
        gezien.add(" ".join(kop.split()))
        if breedte > 38:
            assert "inbrenger luistert en zwijgt" in " ".join(kop.split())
    for regel in LANG:
        if regel.rol != "begeleider" and breedte > 38:
            assert any(f"{regel.rol} {regel.tekst}" in tekst for tekst in gezien), regel
        assert regel.rol == "begeleider" or any(regel.rol in tekst for tekst in gezien)
