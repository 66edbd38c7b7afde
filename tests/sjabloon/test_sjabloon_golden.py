"""The reader of sjablonen against written examples: title, input and what is expected, in tests/golden/*.md."""

from pathlib import Path

import msgspec
import pytest

from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.taal import join_woorden
from sessie_tool.sjabloon import read_sjabloon

GOLDEN = Path(__file__).parents[1] / "golden"


def read_cases(naam):
    """The cases of a file: a title, and input and expectation each between lines with only a full stop."""
    delen = (GOLDEN / naam).read_text(encoding="utf-8").split("\n.\n")
    titels = [deel.strip().rpartition("\n")[2].strip() for deel in delen[0::3]]
    return [
        pytest.param(invoer, verwacht, id=titel)
        for titel, invoer, verwacht in zip(titels[:-1], delen[1::3], delen[2::3], strict=True)
    ]


def outline(sjabloon):
    """A sjabloon as lines: what is filled in, and nothing else."""
    regels = [
        f"{naam}: {getattr(sjabloon, naam)!r}" for naam in ("titel", "soort", "doel", "rollen", "versie", "inleiding")
    ]
    for stap in sjabloon.stappen:
        namen = ("doel", "uitleg", "zeg", "let_op", "als_het_stilvalt", "vragen")
        regels += [f"stap {stap.titel!r}, {stap.minuten} minuten", f"  {settings(stap.bouwsteen)}"]
        regels += [f"  {naam}: {getattr(stap, naam)!r}" for naam in namen]
        regels += [f"  {regel.rol} mag: {regel.tekst!r}" for regel in stap.regels]
    return "\n".join(regel for regel in regels if not regel.endswith((": ''", ": ()")))


def settings(bouwsteen):
    """A bouwsteen with the settings that are not the usual ones."""
    usual = msgspec.to_builtins(type(bouwsteen)())
    own = {naam: een for naam, een in msgspec.to_builtins(bouwsteen).items() if een != usual[naam]}
    return msgspec.json.encode({"soort": bouwsteen.soort} | own).decode()


def findings(bevindingen):
    return "\n".join(f"{een.ernst} · {een}" for een in bevindingen)


@pytest.mark.parametrize(("invoer", "verwacht"), read_cases("sjabloon-goed.md"))
def test_a_good_sjabloon_is_read_without_findings(invoer, verwacht):
    sjabloon, bevindingen = read_sjabloon(invoer, "proef")
    assert bevindingen == ()
    assert outline(sjabloon) == verwacht


@pytest.mark.parametrize(("invoer", "verwacht"), read_cases("sjabloon-fout.md"))
def test_every_finding_is_told_at_once_with_its_line(invoer, verwacht):
    sjabloon, bevindingen = read_sjabloon(invoer, "proef")
    assert findings(bevindingen) == verwacht.replace("{bouwstenen}", join_woorden(list(BOUWSTENEN)))
    assert (sjabloon is None) == any(een.ernst == "fout" for een in bevindingen)
