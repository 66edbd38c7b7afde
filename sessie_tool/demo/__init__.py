"""The example werkmap: sessions of a fictional municipality over the years, kept as text in the quick notation.

A file is one session: a head of `sleutel: waarde` lines, then per step a line `== titel van de stap` and its lines.
Because they are typed in as a facilitator would, they fit every later version of the program.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import count
from pathlib import Path

import msgspec

from sessie_tool.fouten import SessieToolError
from sessie_tool.kern.banden import Band
from sessie_tool.kern.bouwstenen.basis import NewId
from sessie_tool.kern.deelnemer import Deelnemer, parse_deelnemer
from sessie_tool.kern.huis import LEEG_HUIS, Huis, with_ids
from sessie_tool.kern.huis_tekst import parse_huis
from sessie_tool.kern.lijnen import compare
from sessie_tool.kern.opvolging import Bron, Opvolgbaar, openstaand
from sessie_tool.kern.overnemen import choose_bronnen
from sessie_tool.kern.rondes import Ronde, collect, describe_ronde
from sessie_tool.kern.sessie import STATUSSEN, Sessie, Sjabloon, Verloop, apply_regel, environment, replace
from sessie_tool.kern.starten import Eerder, start_sessie
from sessie_tool.kern.vaststelling import Vaststelling
from sessie_tool.sjabloon import load_sjabloon

OPGAVEN = ("Inclusief", "Groen en duurzaam", "Aantrekkelijk", "Open")
"""The strategische opgaven of the example municipality."""

EERSTE = "eerste-sessie"
"""The format of the session in which a newcomer learns the keys; only the examples have it."""

BESLOTEN = "2026-06-18T09:00:00.000000+00:00"
"""When the strategist decided about the rode draden."""


class Voorbeeld(msgspec.Struct, frozen=True):
    """One example as it stands in its file.

    Attributes:
        naam: name of the file without its ending.
        kop: the head; the participants are in `deelnemers`.
        deelnemers: 'Naam; rol; organisatie[; afwezig][; mag genoemd]'.
        regels: (title of the step, typed line), in order.
    """

    naam: str
    kop: dict[str, str]
    deelnemers: tuple[str, ...]
    regels: tuple[tuple[str, str], ...]


def read_voorbeeld(naam: str, tekst: str) -> Voorbeeld:
    """Read one example file."""
    kop: dict[str, str] = {}
    deelnemers: list[str] = []
    regels: list[tuple[str, str]] = []
    stap = ""
    for regel in tekst.split("\n"):
        if not regel.strip() or regel.startswith(";;"):
            continue
        if regel.startswith("== "):
            stap = regel[3:].strip()
        elif stap:
            regels.append((stap, regel))
        elif regel.startswith("deelnemer:"):
            deelnemers.append(regel.partition(":")[2].strip())
        else:
            sleutel, _, waarde = regel.partition(":")
            kop[sleutel] = waarde.strip()
    return Voorbeeld(naam, kop, tuple(deelnemers), tuple(regels))


def load_voorbeelden() -> list[Voorbeeld]:
    """The examples that ship with the program, oldest first."""
    files = (one for one in resources.files(__name__).iterdir() if one.name.endswith(".txt"))
    found = [read_voorbeeld(one.name.removesuffix(".txt"), one.read_text(encoding="utf-8")) for one in files]
    return sorted(found, key=lambda one: (one.kop["datum"], one.naam))


@cache
def load_huis() -> Huis:
    """The huis van sturing of the example municipality."""
    huis, _ = parse_huis((resources.files(__name__) / "huis.md").read_text(encoding="utf-8"))
    return with_ids(huis, LEEG_HUIS, (f"huis{nummer:03d}" for nummer in count(1)))


def read_besluiten(tekst: str, sessies: Iterable[Sessie]) -> tuple[Band, ...]:
    """The decisions in a text: '- 2026.6 vervolg 2024.5' per line, with the short names of the draden of `sessies`."""
    koppen = (Ronde(een.id, een.titel, een.datum, een.soort, een.opgaven) for een in sessies)
    rondes = collect(map(describe_ronde, koppen, (environment(een).records for een in sessies)))
    namen = {kort: sleutel for sleutel, kort in compare(rondes.draden, rondes.signalen).namen.items()}
    regels = [regel.removeprefix("- ").split() for regel in tekst.splitlines() if regel.startswith("- ")]
    return tuple(
        msgspec.convert(
            {
                "later": namen[later],
                "besluit": besluit,
                "eerder": "".join(namen[een] for een in rest),
                "moment": BESLOTEN,
            },
            Band,
        )
        for later, besluit, *rest in regels
    )


def load_besluiten(sessies: Iterable[Sessie]) -> tuple[Band, ...]:
    """What the strategist of the example municipality decided about the rode draden of these sessions."""
    return read_besluiten((resources.files(__name__) / "besluiten.md").read_text(encoding="utf-8"), tuple(sessies))


def make_sessies(sjablonen: dict[str, Sjabloon]) -> Iterator[Sessie]:
    """The example sessions, oldest first; each begins with what the earlier ones left open.

    Args:
        sjablonen: the formats by name.

    Raises:
        SessieToolError: an example does not fit its sjabloon any more.
    """
    sjablonen = sjablonen | {EERSTE: load_sjabloon(Path(__file__).parent / f"{EERSTE}.md")}
    earlier: list[Sessie] = []
    for voorbeeld in load_voorbeelden():
        sessie = make_sessie(voorbeeld, sjablonen[voorbeeld.kop["sjabloon"]], earlier)
        earlier.append(sessie)
        yield sessie


def make_sessie(voorbeeld: Voorbeeld, sjabloon: Sjabloon, earlier: list[Sessie]) -> Sessie:
    """One example as a session; equal input gives equal ids."""
    kop = voorbeeld.kop
    new_id = _ids(voorbeeld.naam)
    huis = load_huis()
    doelen = tuple(doel.naam for doel in huis.doelstellingen)
    opgaven = tuple(deel.strip() for deel in kop.get("opgave", "").split(",") if deel.strip())
    sessie = start_sessie(
        sjabloon,
        titel=kop["titel"],
        datum=kop["datum"],
        plaats=kop.get("plaats", ""),
        aanleiding=kop.get("aanleiding", ""),
        opgaven=opgaven,
        new_id=new_id,
        deelnemers=tuple(_deelnemer(regel, new_id()) for regel in voorbeeld.deelnemers),
        eerder=Eerder(
            openstaand=openstaand(map(_bron, earlier), opgaven, sjabloon.soort, kop["datum"]),
            bronnen=choose_bronnen(sjabloon.stappen, earlier, kop["datum"]),
            opgaven=OPGAVEN,
            huis=huis,
        ),
    )
    stappen = {stap.titel: stap.id for stap in sessie.stappen}
    for titel, regel in voorbeeld.regels:
        if titel not in stappen:
            raise SessieToolError(f"{voorbeeld.naam}: het sjabloon heeft geen stap '{titel}'.")
        sessie, _ = apply_regel(sessie, stappen[titel], regel, OPGAVEN, new_id(), doelstellingen=doelen)
    return _with_verloop(sessie, kop)


def _bron(sessie: Sessie) -> Bron:
    """What an earlier example left to do."""
    records = tuple(one for one in environment(sessie).records.values() if isinstance(one, Opvolgbaar))
    return Bron(sessie.id, sessie.titel, sessie.datum, sessie.opgaven, records, sessie.soort)


def _with_verloop(sessie: Sessie, kop: dict[str, str]) -> Sessie:
    """The session with its status and the minutes that the steps really took."""
    if kop["status"] not in STATUSSEN:
        raise SessieToolError(f"{sessie.titel}: de status '{kop['status']}' bestaat niet.")
    minuten = [float(deel) for deel in kop.get("minuten", "").split()]
    besteed = {stap.id: 60 * duur for stap, duur in zip(sessie.stappen, minuten, strict=False)}
    gedaan = tuple(stap_id for stap_id, duur in besteed.items() if duur)
    laatste = sessie.stappen[max(0, len(minuten) - 1)].id
    verloop = Verloop(laatste, besteed=besteed, gedaan=gedaan)
    return replace(sessie, status=kop["status"], vaststelling=_vaststelling(kop), verloop=verloop)


def _vaststelling(kop: dict[str, str]) -> Vaststelling | None:
    """When and by whom: '2025-10-23 door de Wetenschappelijke Board'."""
    datum, _, door = kop.get("vastgesteld", "").partition(" door ")
    return Vaststelling(datum, door) if datum else None


def _deelnemer(regel: str, nieuw_id: str) -> Deelnemer:
    afwezig, genoemd = "; afwezig" in regel, "; mag genoemd" in regel
    kaal = regel.replace("; afwezig", "").replace("; mag genoemd", "")
    return replace(parse_deelnemer(kaal, nieuw_id), aanwezig=not afwezig, mag_genoemd=genoemd)


def _ids(naam: str) -> NewId:
    """Ids that begin with the name of the example, so that one sees where a record comes from."""
    jaar, _, opgave = naam.partition("-")
    teller = count(1)
    return lambda: f"{opgave[:3]}{jaar[2:]}x{next(teller):03d}"
