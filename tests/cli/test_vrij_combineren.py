"""A sjabloon that combines what no shipped one combines works from start to verslag, without a line of code."""

import re

import pytest

TIJDEN = [0, 15, 20, 15, 5, 15, 10, 0]

INVOER = {
    1: "#1 !ja",
    2: "Bouwen of wachten @Vermeer\nEnerzijds: de huizen zijn nu nodig\nVraag: Wanneer bouwen we?",
    3: "Het stroomnet zit vol +buiten\nBewoners haken af +binnen",
    4: "Het tempo ligt buiten ons +1 +2",
    5: "1=4!",
    6: "Begin met één straat @Vermeer\nVertel wie er wacht @Post",
    7: "Eerst vragen, dan rekenen @Post ?in ons team bespreken",
    8: "Gemeente Duinzicht !ja\nGemeente Waterrijk !nee",
}

VERWACHT = """
# Dilemma-avond
## 1 Voorbereiding
Heeft de inbrenger het dilemma opgeschreven?
## 2 Het dilemma
### 2.1 Bouwen of wachten
Ingebracht door Lisa Vermeer.
De huizen zijn nu nodig
Wanneer bouwen we?
## 3 Wat zien wij daarvan?
In totaal 2 signalen; de hele lijst staat in [bijlage A]
## 4 Wat hoort bij elkaar?
Het tempo ligt buiten ons
Gedragen door 2 signalen
## 5 Waar gaan we op door?
Uitslag: 4 stippen
## 6 Advies
Begin met één straat
Vertel wie er wacht
## 7 Wat neemt ieder mee?
Eerst vragen, dan rekenen
in ons team bespreken
## 8 Vrijgave
Gemeente Waterrijk
## Bijlage A: Alle signalen
Het stroomnet zit vol
Bewoners haken af
## Bijlage B: Werkwijze
luistert, schrijft mee en reageert niet
"""


@pytest.fixture
def avond(goed, werkmap, wortel):
    """The evening of the manual, held."""
    handleiding = (wortel / "docs" / "sjablonen.md").read_text(encoding="utf-8")
    _, voorbeeld = re.findall(r"^```markdown\n(.*?)^```$", handleiding, re.MULTILINE | re.DOTALL)
    (werkmap / "sjablonen").mkdir()
    (werkmap / "sjablonen" / "dilemma-avond.md").write_text(voorbeeld, encoding="utf-8")
    wie = ("Lisa Vermeer; inbrenger; Gemeente Waterrijk", "Bram Post; adviseur; Gemeente Duinzicht")
    opties = [deel for een in wie for deel in ("--deelnemer", een)]
    sessie = goed("nieuw", "dilemma-avond", "--datum", "2025-03-21", *opties).strip()
    for stap, regels in INVOER.items():
        goed("invoer", sessie, "--stap", stap, stdin=regels.encode())
    return sessie


def test_the_unusual_evening_of_the_manual_gives_a_whole_verslag(goed, als_json, avond, werkmap):
    goed("sjablonen", "controleer", werkmap / "sjablonen" / "dilemma-avond.md")
    assert [stap["minuten"] for stap in als_json("toon", avond)["stappen"]] == TIJDEN
    goed("verslag", avond, "--uit", werkmap / "v.md")
    verslag = (werkmap / "v.md").read_text(encoding="utf-8")
    plaats = 0
    for regel in VERWACHT.strip().splitlines():
        assert regel in verslag[plaats:], regel
        plaats = verslag.index(regel, plaats)


TERUGBLIK = """---
naam: terugblik
titel: Terugblik
---

## Opbrengsten (opbrengsten, 5 minuten)

**Neemt over uit:** dilemma-avond

## Adviezen (adviezen, 5 minuten)

**Neemt over uit:** dilemma-avond
"""


def test_a_later_session_takes_over_only_what_was_released_that_evening(goed, avond, werkmap):
    (werkmap / "sjablonen" / "terugblik.md").write_text(TERUGBLIK, encoding="utf-8")
    terugblik = goed("nieuw", "terugblik", "--datum", "2025-06-05", "--bron", avond).strip()
    tekst = goed("toon", terugblik)
    assert tekst.count("Vertel wie er wacht") == 2
    assert "Eerst vragen, dan rekenen" in tekst
    assert "Begin met één straat" not in tekst
    assert "Wanneer bouwen we?" not in tekst
    assert "2 regels van Gemeente Waterrijk zijn nog niet vrijgegeven" in tekst


def test_another_session_opens_only_with_the_advice_that_was_released(goed, avond):
    jaarronde = goed("toon", goed("nieuw", "jaarronde", "--datum", "2025-06-05").strip())
    assert "Vertel wie er wacht" in jaarronde
    assert "Begin met één straat" not in jaarronde
    assert "Begin met één straat" in goed("adviezen", "--open")


def test_a_source_from_which_no_step_takes_over_is_told(sessie, avond):
    code, uit, fout = sessie("nieuw", "oogstsessie", "--datum", "2025-06-05", "--bron", avond)
    assert (code, bool(uit.strip())) == (0, True)
    assert "Dilemma-avond" in fout
    assert "neemt geen enkele stap iets over" in fout


@pytest.mark.parametrize(
    ("stap", "regel", "uitleg"),
    (
        (1, "#9 !ja", "Nummer 9 is hier niet te wijzigen."),
        (8, "#9 !ja", "Nummer 9 is hier niet te wijzigen."),
        (8, "!ja", "Van welke organisatie is dit?"),
    ),
)
def test_a_line_about_nothing_that_is_there_says_what_to_do(sessie, avond, stap, regel, uitleg):
    voor = sessie("toon", avond)
    code, uit, fout = sessie("invoer", avond, "--stap", stap, stdin=regel.encode())
    assert (code, uit, uitleg in fout) == (1, "", True)
    assert sessie("toon", avond) == voor


def test_an_action_that_is_not_there_cannot_be_done(sessie, goed):
    nieuw = goed("nieuw", "jaarronde", "--datum", "2025-06-05").strip()
    code, _, fout = sessie("invoer", nieuw, "--stap", 1, stdin=b"#9 !gedaan")
    assert (code, "Nummer 9 is hier niet te wijzigen." in fout) == (1, True)
    goed("invoer", nieuw, "--stap", 1, stdin=b"#9 is een nummer van de gracht !gedaan")


def test_a_participant_without_a_name_is_refused(sessie):
    code, uit, fout = sessie("nieuw", "jaarronde", "--deelnemer", "; inbrenger; Gemeente Waterrijk")
    assert (code, uit, "heeft geen naam" in fout) == (2, "", True)
