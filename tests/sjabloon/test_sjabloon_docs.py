"""The documents about sjablonen and words keep up with the tables in the code."""

import re
from importlib import import_module
from itertools import count
from pkgutil import walk_packages

import msgspec
import pytest

from sessie_tool import kern
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.basis import Bouwsteen, BouwsteenMetRecords
from sessie_tool.kern.record import Record
from sessie_tool.kern.starten import start_sessie
from sessie_tool.kern.veld import velden
from sessie_tool.sjabloon import load_sjabloon, read_sjabloon
from sessie_tool.sjabloon.stap import LABELS
from sessie_tool.sjabloon.voorkant import SLEUTELS

# blocks of a document, parts of a drawing, what a Veld is made of
TECHNIEK = {"sessie_tool.kern.document", "sessie_tool.kern.tekening", "sessie_tool.kern.veld"}


@pytest.fixture
def handleiding(wortel):
    return (wortel / "docs" / "sjablonen.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("naam", "kind"), BOUWSTENEN.items())
def test_the_manual_holds_every_bouwsteen_with_its_line_and_settings(handleiding, naam, kind):
    (rij,) = re.findall(rf"^\| `{naam}` .*$", handleiding, re.MULTILINE)
    assert f"({kind.TITEL})" in rij
    assert f"`{kind.VOORBEELD}`" in rij
    labels = [veld.label for name, veld in velden(kind).items() if name not in velden(BouwsteenMetRecords)]
    for label in labels:
        assert f"`{label}`" in rij
        (uitleg,) = re.findall(rf"^\| `\*\*{label}:\*\*` .*$", handleiding, re.MULTILINE)
        assert f"`{naam}`" in uitleg
    assert labels or "| geen |" in rij


def test_the_manual_holds_the_settings_that_every_bouwsteen_has(handleiding):
    for veld in velden(BouwsteenMetRecords).values():
        (uitleg,) = re.findall(rf"^\| `\*\*{veld.label}:\*\*` .*$", handleiding, re.MULTILINE)
        assert "| alle bouwstenen |" in uitleg


def test_the_manual_holds_every_value_of_a_setting(handleiding):
    for kind in BOUWSTENEN.values():
        for veld in velden(kind).values():
            assert all(f"`{keuze}`" in handleiding for keuze in veld.keuzes)


def test_the_manual_holds_every_key_and_every_label(handleiding):
    assert re.findall(r"^\| `(\w+)` \|", handleiding, re.MULTILINE) == list(SLEUTELS)
    assert re.findall(r"^\| `\*\*([^`]+):\*\*` \| [^|]+ \|$", handleiding, re.MULTILINE) == list(LABELS)


def test_the_example_in_the_manual_works(handleiding):
    voorbeeld, _ = re.findall(r"^```markdown\n(.*?)^```$", handleiding, re.MULTILINE | re.DOTALL)
    sjabloon, bevindingen = read_sjabloon(voorbeeld, "wijkgesprek")
    assert bevindingen == ()
    nummers = count(1)
    sessie = start_sessie(sjabloon, titel="", datum="2025-03-21", new_id=lambda: f"i{next(nummers)}")
    assert [stap.bouwsteen.soort for stap in sessie.stappen] == ["toelichting", "signalen", "stemming", "acties"]
    assert sessie.titel == "Wijkgesprek"


def test_the_messages_in_the_manual_are_those_of_the_program(handleiding):
    tekst = "---\ntitel: Proef\n## Welkom (toelichting)\n## Meer (signaaln, 5 minuten)"
    for bevinding in read_sjabloon(tekst, "proef")[1]:
        assert bevinding.bericht in handleiding


def domain_classes():
    """The classes of the kern that stand for something people talk about."""
    for module in walk_packages(kern.__path__, "sessie_tool.kern."):
        for een in vars(import_module(module.name)).values():
            is_own = isinstance(een, type) and een.__module__ == module.name and module.name not in TECHNIEK
            if is_own and not een.__name__.startswith("_") and issubclass(een, (msgspec.Struct, Bouwsteen)):
                yield een


def test_the_glossary_holds_every_word_of_the_kern(wortel):
    begrippen = (wortel / "docs" / "begrippen.md").read_text(encoding="utf-8")
    namen = {een.__name__ for een in domain_classes()}
    assert {"Sessie", "Signaal", "RodeDraden"} <= namen
    assert sorted(naam for naam in namen if f"`{naam}`" not in begrippen) == []
    assert sorted(naam for naam in BOUWSTENEN if f"bouwsteen `{naam}`" not in begrippen) == []
    enkel = {een.ENKEL for een in domain_classes() if issubclass(een, Record) and een is not Record}
    assert sorted(woord for woord in enkel - {"eerdere actie"} if f"\n| {woord} |" not in begrippen) == []


def test_the_glossary_spells_each_word_once(wortel):
    begrippen = (wortel / "docs" / "begrippen.md").read_text(encoding="utf-8")
    woorden = re.findall(r"^\| ([^|]+) \|", begrippen, re.MULTILINE)
    woorden = [woord for woord in woorden if woord not in ("begrip", "---")]
    assert len(woorden) == len(set(woorden))


STAPPEN = {
    "signalensessie": (120, "acties toelichting signalen rode_draden stemming koers vragen acties notities"),
    "jaarronde": (
        150,
        "acties toelichting eerdere_draden eerdere_draden signalen rode_draden stemming koers vragen acties notities",
    ),
    "afwegingssessie": (
        180,
        "acties toelichting opties impactpad gedrag criteria afweging baten notities keuze acties notities",
    ),
    "boardsessie": (150, "acties toelichting eerdere_draden vragen themas reflecties onderwerpen acties notities"),
}


@pytest.mark.parametrize(("naam", "minuten", "soorten"), [(naam, *rest) for naam, rest in STAPPEN.items()])
def test_a_session_can_be_led_by_someone_who_does_it_for_the_first_time(wortel, naam, minuten, soorten):
    sjabloon = load_sjabloon(wortel / "sjablonen" / f"{naam}.md")
    assert sjabloon.minuten == minuten
    assert [stap.bouwsteen.soort for stap in sjabloon.stappen] == soorten.split()
    for stap in sjabloon.stappen:
        assert all((stap.doel, stap.uitleg, stap.zeg, stap.let_op, stap.als_het_stilvalt, stap.regels))
