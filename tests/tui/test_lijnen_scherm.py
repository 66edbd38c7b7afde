"""The rode draden through the years on the screen: see them, decide what belongs together, go to where it was said."""

import pytest
from scherm_hulp import started
from textual.events import Key

from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.rode_draden import RodeDraden
from sessie_tool.kern.bouwstenen.signalen import Signaal, Signalen
from sessie_tool.kern.sessie import Sessie, Stap
from sessie_tool.nu import now
from sessie_tool.opslag.banden import read_banden
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.tui.schermen.beoordelen import BeoordelenScherm
from sessie_tool.tui.schermen.lijn import LijnScherm
from sessie_tool.tui.schermen.lijnen import LijnenScherm
from sessie_tool.tui.schermen.sessie import SessieScherm

JAREN = {
    2023: {
        "Het stroomnet zit vol": ("Groen", ["Wachtlijst voor stroom", "Het stroomnet remt de nieuwbouw"]),
        "Te weinig vakmensen": ("Open", ["Monteurs vertrekken", "Vacatures blijven open", "Loodgieters zijn schaars"]),
    },
    2024: {
        "Stroomtekort remt de bouw": ("Groen", ["Wachtlijst voor stroom groeit", "Nieuwbouw wacht op het stroomnet"]),
        "[b]Buren[/b] delen meer": ("Open", ["Een gedeelde tuin", "Een gedeelde boormachine"]),
    },
    2025: {"Wie krijgt stroom?": ("Groen", ["Wachtlijst voor stroom", "Nieuwbouw krijgt geen stroom", "Net vol"])},
}


def make_ronde(jaar, draden):
    signalen, records = [], []
    for nummer, (titel, (opgave, teksten)) in enumerate(draden.items()):
        eigen = [Signaal(id=f"s{jaar}{nummer}{plaats}", tekst=tekst) for plaats, tekst in enumerate(teksten)]
        signalen += eigen
        ids = tuple(one.id for one in eigen)
        records.append(RodeDraad(id=f"d{jaar}{nummer}", titel=titel, signalen=ids, opgaven=(opgave,)))
    stappen = (
        Stap(id=f"a{jaar}", titel="Signalen", minuten=5, bouwsteen=Signalen(records=tuple(signalen))),
        Stap(id=f"b{jaar}", titel="Rode draden", minuten=5, bouwsteen=RodeDraden(records=tuple(records))),
    )
    return Sessie(
        id=f"ronde{jaar}",
        titel=f"Jaarronde {jaar}",
        datum=f"{jaar}-06-01",
        sjabloon="jaarronde",
        soort="jaarronde",
        stappen=stappen,
    )


@pytest.fixture
def werkmap(tmp_path):
    werkmap = Werkmap(tmp_path)
    for jaar, draden in JAREN.items():
        werkmap.create(make_ronde(jaar, draden), now())
    return werkmap


async def decide(begeleider, *toetsen):
    """Decide on one draad after another, each when it is known what it is like."""
    for toets in (*toetsen, ""):
        while "Even zoeken" in begeleider.seen():
            await begeleider.settle()
        if toets:
            await begeleider.press(toets)


def draad(jaar, nummer=0):
    return f"ronde{jaar}/d{jaar}{nummer}"


async def test_a_strategist_ties_the_years_and_takes_a_decision_back(werkmap):
    async with started(werkmap) as begeleider:
        await begeleider.press("f6")
        assert "5 lijnen · 3 draden te beoordelen" in begeleider.seen()
        await begeleider.press("f2")
        await decide(begeleider)
        assert "Stroomtekort remt de bouw" in begeleider.seen()
        assert "deelt" in begeleider.seen()
        await decide(begeleider, "enter")
        assert read_banden(werkmap.sessies)[0].besluit == "vervolg"
        assert "[b]Buren[/b] delen meer" in begeleider.seen()
        await begeleider.press("n")
        assert "heette in 2024 'Stroomtekort remt de bouw'" in " ".join(begeleider.seen().replace("│", " ").split())
        await decide(begeleider, "enter", "escape")
        assert "alles" not in begeleider.seen()
        beeld = begeleider.seen()
        regel = next(regel for regel in beeld.splitlines() if "Wie krijgt stroom?" in regel)
        assert "○2 40% ── ●2 50% ── ●3 100%" in regel
        assert "×" in next(regel for regel in beeld.splitlines() if "Te weinig vakmensen" in regel)
        await begeleider.press("ctrl+z")
        assert "1 draad te beoordelen" in begeleider.seen()
        assert len(read_banden(werkmap.sessies)) == 2


async def test_what_is_rejected_is_not_proposed_again_and_one_can_choose_by_hand(werkmap):
    async with started(werkmap, size=(160, 45)) as begeleider:
        await begeleider.press("f6", "f2")
        scherm = begeleider.app.screen
        assert isinstance(scherm, BeoordelenScherm)
        beste = scherm.lijst.current_id
        await begeleider.press("x")
        assert beste not in begeleider.row_ids("Voorstellen")
        await begeleider.press("slash")
        for letter in "vakm":  # so fast that all are on their way before the search line has the focus
            begeleider.app.screen.lijst.post_message(Key(letter, letter))
        await begeleider.settle()
        assert begeleider.app.screen.query_one("#zoek").value == "vakm"
        await begeleider.press("enter")
        assert [(one.later, one.eerder) for one in read_banden(werkmap.sessies) if one.besluit == "vervolg"] == [
            (draad(2024), draad(2023, 1))
        ]
        await begeleider.press("left")
        await begeleider.press("right", "right", "right")
        assert "Besloten" in begeleider.seen()


async def test_a_lijn_shows_its_wording_per_year_and_leads_to_where_it_was_said(werkmap):
    async with started(werkmap, size=(160, 45)) as begeleider:
        await begeleider.press("f6", "f2")
        await decide(begeleider, "enter", "n", "enter", "escape", "enter")
        assert isinstance(begeleider.app.screen, LijnScherm)
        while not begeleider.app.screen.blad.tekst.regels:
            await begeleider.settle()
        tekst = "\n".join(regel.plain for regel in begeleider.app.screen.blad.tekst.regels)
        kop = next(regel for regel in tekst.splitlines() if "2023" in regel and "2025" in regel)
        assert "2024" in kop
        assert "Het stroomnet zit vol" in tekst
        assert "Nieuwe woorden: " in tekst
        assert "Wachtlijst voor stroom groeit (Jaarronde 2024" in tekst
        await begeleider.press("o", "enter")
        assert isinstance(begeleider.app.screen, SessieScherm)
        assert begeleider.sessie.id == "ronde2023"


async def test_the_list_is_searched_sorted_and_filtered(werkmap):
    async with started(werkmap) as begeleider:
        await begeleider.press("f6", *"groen")
        assert isinstance(begeleider.app.screen, LijnenScherm)
        assert len(begeleider.row_ids("#lijnen")) == 3
        await begeleider.press("escape", "f6", "f6", "f6")
        titels = [rij.tekst for rij in begeleider.app.screen.lijst._shown]
        assert titels == sorted(titels, key=str.casefold)
        await begeleider.press("f3", "down", "down", "enter")
        assert "Open" in begeleider.seen().splitlines()[1]
        assert len(begeleider.row_ids("#lijnen")) == 2
        await begeleider.press("f4", "down", "enter", "enter")
        assert "2024–2025" in begeleider.seen()


async def test_without_rounds_it_says_what_to_do(tmp_path):
    async with started(Werkmap(tmp_path)) as begeleider:
        await begeleider.press("f6", "f2", "ctrl+e", "enter", "ctrl+z")
        assert "Houd een jaarronde" in " ".join(begeleider.seen().split())


async def test_the_comparison_becomes_a_word_document(werkmap):
    async with started(werkmap) as begeleider:
        await begeleider.press("f6", "ctrl+e")
        await begeleider.settle()
        assert list(werkmap.exports.glob("rode-draden-2023-2025*.docx"))
        assert "Het document staat in" in begeleider.melding
