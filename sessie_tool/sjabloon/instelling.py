"""Settings of a bouwsteen in a sjabloon (`**Stippen per deelnemer:** 3`): they are the fields of its class."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sessie_tool.fouten import Bevinding, suggest
from sessie_tool.kern.bouwstenen import BOUWSTENEN
from sessie_tool.kern.bouwstenen.basis import BouwsteenMetRecords
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.taal import join_woorden
from sessie_tool.kern.veld import Veld, holds_many, velden
from sessie_tool.sjabloon.delen import Deel, normalise

_VOORBEELD = {
    "getal": "Schrijf een heel getal, bijvoorbeeld 3.",
    "geld": "Schrijf een bedrag, bijvoorbeeld € 1.250,50.",
    "datum": "Schrijf een datum, bijvoorbeeld 21-3-2024.",
}


def labels_of(soort: str) -> tuple[str, ...]:
    """The settings of a kind by their labels; () for an unknown kind."""
    kind = BOUWSTENEN.get(soort)
    return tuple(veld.label for veld in velden(kind).values()) if kind else ()


@cache
def settings_of(soort: str) -> dict[str, str]:
    """The settings of a kind: label or field name (as `normalise` writes it) → field."""
    kind = BOUWSTENEN.get(soort)
    if kind is None:
        return {}
    return {normalise(naam): veld for veld, een in velden(kind).items() for naam in (veld, een.label)}


def read_instellingen(
    kind: type[BouwsteenMetRecords], delen: Sequence[Deel], bevindingen: list[Bevinding]
) -> dict[str, Any]:
    """The values of the settings that the parts of a stap give."""
    namen = settings_of(str(kind.__struct_config__.tag))
    gezien: dict[str, int] = {}
    waarden: dict[str, Any] = {}
    for deel in delen:
        veld = namen[normalise(deel.label)]
        if veld in gezien:
            bericht = f"De instelling '{deel.label}' staat al in regel {gezien[veld]}."
            bevindingen.append(Bevinding(bericht, "Haal één van de twee weg.", deel.regel))
        elif deel.tekst.strip():
            waarde = _read_waarde(kind, veld, deel)
            if waarde is None:
                bevindingen.append(_wrong(velden(kind)[veld], deel))
            else:
                waarden[veld] = waarde
        gezien.setdefault(veld, deel.regel)
    return waarden


def _read_waarde(kind: type[BouwsteenMetRecords], veld: str, deel: Deel) -> Any:
    """The value of one setting; None when it is not understood. A field with more values takes a list or commas."""
    if not holds_many(kind, veld):
        return kind.read_instelling(veld, deel.tekst.strip())
    teksten = [tekst for _, tekst in deel.regels] if deel.punten else deel.tekst.split(",")
    waarden = tuple(kind.read_instelling(veld, tekst.strip()) for tekst in teksten if tekst.strip())
    return None if None in waarden else waarden


def _wrong(veld: Veld, deel: Deel) -> Bevinding:
    mogelijk = Omgeving().options(veld)
    keuze = f"Kies uit {join_woorden(mogelijk)}." if mogelijk else _VOORBEELD.get(veld.vorm, "Zie de handleiding.")
    waarde = deel.tekst.strip()
    return Bevinding(f"'{waarde}' past niet bij '{deel.label}'.", suggest(waarde, mogelijk) or keuze, deel.regel)
