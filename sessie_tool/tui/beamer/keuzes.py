"""What a facilitator can let the room see, each with its key, and how it is said."""

from typing import NamedTuple

import msgspec

from sessie_tool.kern.bouwstenen.zaal import Zaalblik, cut
from sessie_tool.kern.omgeving import Omgeving
from sessie_tool.kern.record import Record
from sessie_tool.kern.sessie import Stap
from sessie_tool.kern.zaalbeeld import Zaalkeuze
from sessie_tool.opslag.zaal import Zaalstand

replace = msgspec.structs.replace

TEKENS = {"aan": "zaal kijkt mee", "vast": "zaal staat vast", "leeg": "zaal is leeg"}


class Keuze(NamedTuple):
    """One thing to choose: its key, what it does, what the room sees then, and the sentence that says so."""

    toets: str
    doet: str
    nieuw: Zaalkeuze
    gedaan: str


def list_keuzes(keuze: Zaalkeuze, stap: Stap, omgeving: Omgeving, record: Record | None) -> list[Keuze]:
    """What can be chosen now, at the step of the room and the record under the cursor."""
    keuzes = [_leeg(keuze), _vast(keuze), *_groot(keuze, omgeving, record), _namen(keuze)]
    for toets, naam, woord in (
        ("s", "stippen", "De zaal ziet de stippen"),
        ("u", "uitslag", "De zaal ziet de uitslag"),
    ):
        if _makes_difference(stap, omgeving, naam):
            keuzes.append(_toggle(keuze, stap.id, toets, naam, woord))
    return keuzes


def _leeg(keuze: Zaalkeuze) -> Keuze:
    if keuze.stand == "leeg":
        return Keuze("z", "de zaal weer laten meekijken", replace(keuze, stand="aan"), "De zaal kijkt weer mee.")
    return Keuze("z", "de zaal leeg maken", replace(keuze, stand="leeg"), "De zaal ziet alleen de titel.")


def _vast(keuze: Zaalkeuze) -> Keuze:
    if keuze.stand == "vast":
        return Keuze("b", "het beeld weer laten volgen", replace(keuze, stand="aan"), "De zaal kijkt weer mee.")
    zin = "De zaal houdt het beeld van nu."
    return Keuze("b", "het beeld vastzetten, terwijl u verder werkt", replace(keuze, stand="vast"), zin)


def _groot(keuze: Zaalkeuze, omgeving: Omgeving, record: Record | None) -> list[Keuze]:
    if keuze.groot:
        return [Keuze("g", "weer de hele lijst tonen", replace(keuze, groot=""), "De zaal ziet weer de hele lijst.")]
    if record is None or not omgeving.is_printed(record.id):
        return []
    wat = cut(omgeving.noem(record.id))
    return [Keuze("g", f"dit groot tonen: {wat}", replace(keuze, groot=record.id), f"Groot in de zaal: {wat}.")]


def _namen(keuze: Zaalkeuze) -> Keuze:
    if keuze.namen:
        return Keuze("n", "namen weglaten", replace(keuze, namen=False), "De zaal ziet geen namen.")
    return Keuze("n", "namen laten zien", replace(keuze, namen=True), "De zaal ziet namen.")


def _makes_difference(stap: Stap, omgeving: Omgeving, naam: str) -> bool:
    """Whether a step has something to reveal."""
    verborgen = stap.bouwsteen.zaal(omgeving, Zaalblik())
    return stap.bouwsteen.zaal(omgeving, Zaalblik(**{naam: True})) != verborgen


def _toggle(keuze: Zaalkeuze, stap_id: str, toets: str, naam: str, woord: str) -> Keuze:
    stappen: frozenset[str] = getattr(keuze, naam)
    nieuw: Zaalkeuze = replace(keuze, **{naam: stappen ^ {stap_id}})
    if stap_id in stappen:
        return Keuze(toets, f"de {naam} verbergen", nieuw, f"{woord} niet meer.")
    return Keuze(toets, f"de {naam} tonen", nieuw, f"{woord}.")


def format_teken(keuze: Zaalkeuze, stand: Zaalstand) -> str:
    """What stands in the foot: what the room sees, when anybody looks; "" when nobody does."""
    if not stand.kijkt:
        return ""
    if stand.fout:
        return "zaal volgt niet"
    groot = " (groot)" if keuze.groot and keuze.stand == "aan" else ""
    return f"{TEKENS[keuze.stand]}{groot}"


def make_command(sessie_id: str, werkmap: str) -> str:
    """What to type in another terminal."""
    return f'sessie beamer {sessie_id} --werkmap "{werkmap}"'
