"""The saves of the program, each as one case: what stands there before, what is done, and what was promised.

A promise is one text: `regel X`, `concept X`, `opgaven X`, `sessie` (there is one), `ergens` (there or in the bin),
`overal X` (in the session or a version of it),
`bak`, `terug` or `naamloos X` (that name stands nowhere any more). What was promised must be so for ever after
(`nazien.py`).
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.verlies.plek import Plek, make_sessie
from sessie_tool.fouten import OpslagError
from sessie_tool.herstelling import restore
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.naamloos import Verzoek
from sessie_tool.nu import new_id, now
from sessie_tool.opslag import inkorten, schrijver
from sessie_tool.opslag.anonimiseren import Nu, anonimiseer
from sessie_tool.opslag.bestand import decode, encode, seal
from sessie_tool.opslag.namen import conflict_path
from sessie_tool.opslag.paar import read_paar
from sessie_tool.opslag.sporen import find_sporen
from sessie_tool.opslag.wissen import erase_sessie, plan_erase
from sessie_tool.samenvoeging import carry_out, list_punten
from sessie_tool.zitting import Zitting

Erken = Callable[[str], None]


class Geval(NamedTuple):
    """One case.

    Attributes:
        wat: in the words of the table.
        vooraf: makes what stands there before.
        doe: what is recorded or disturbed; calls `erken` for everything that the user is told to be safe.
        beloofd: what was promised before.
        herhaal: whether doing it again must finish what was begun.
    """

    wat: str
    vooraf: Callable[[Plek], None]
    doe: Callable[[Plek, Erken], None]
    beloofd: tuple[str, ...] = ()
    herhaal: bool = False


def open_zitting(plek: Plek) -> Zitting:
    """The session, to write."""
    return Zitting.open(plek.werkmap, plek.sessie_id, clock=now, new_id=new_id)


def type_regel(zitting: Zitting, tekst: str, erken: Erken) -> None:
    """One line into the first step."""
    zitting.type_regel(zitting.sessie.stappen[0].id, tekst)
    if zitting.wait_saved(GEDULD):
        erken(f"regel {tekst}")


def nothing(_: str) -> None:
    """Promises made before the recording count as what stands there."""


NAAM = "Vingerhoed"
KOPIE = "uit de kopie"
GEDULD = 2.0
"""Seconds to wait for a promise, and for the closing."""


def sit(plek: Plek, *regels: str, erken: Erken = nothing) -> None:
    """A whole sitting."""
    zitting = open_zitting(plek)
    for regel in regels:
        type_regel(zitting, regel, erken)
    zitting.close(GEDULD)


def _make(plek: Plek) -> None:
    plek.werkmap.create(make_sessie(plek.sessie_id), now())


def _make_used(plek: Plek) -> None:
    _make(plek)
    sit(plek, "eerder een", "eerder twee")


def _make_with(regels: tuple[str, ...]) -> Callable[[Plek], None]:
    def vooraf(plek: Plek) -> None:
        _make(plek)
        sit(plek, *regels)

    return vooraf


def _shorten(plek: Plek, erken: Erken) -> None:
    inkorten.GROOT, inkorten.HOUD = 1000, 3
    sit(plek, "na lang typen", erken=erken)


def _keep_concept(plek: Plek, erken: Erken) -> None:
    zitting = open_zitting(plek)
    zitting.keep_concept(zitting.sessie.stappen[0].id, "half getypt")
    if not zitting.close(GEDULD).melding:
        erken("concept half getypt")


def _opgaven(*namen: str) -> Callable[[Plek, Erken], None]:
    def doe(plek: Plek, erken: Erken) -> None:
        for naam in namen:
            plek.werkmap.set_opgaven((naam,))
            erken(f"opgaven {naam}")

    return doe


def _make_opgaven(plek: Plek) -> None:
    _make(plek)
    plek.werkmap.set_opgaven(("Nul",))


def _damage_opgaven(plek: Plek) -> None:
    _make_opgaven(plek)
    _cut(plek.werkmap.sessies / "_werkmap.json")


def _damage_file(plek: Plek) -> None:
    _make_used(plek)
    _cut(plek.bestand)


def _cut(pad: Path) -> None:
    data = pad.read_bytes()
    pad.write_bytes(data[: len(data) // 2])


def _create(plek: Plek, erken: Erken) -> None:
    _make(plek)
    erken("sessie")


def _remove(plek: Plek, erken: Erken) -> None:
    plek.werkmap.remove(plek.sessie_id, now())
    erken("bak")


def _make_removed(plek: Plek) -> None:
    _make_used(plek)
    plek.werkmap.remove(plek.sessie_id, now())


def _restore(plek: Plek, erken: Erken) -> None:
    plek.werkmap.restore(plek.sessie_id)
    erken("terug")


def _sit_twice(plek: Plek, erken: Erken) -> None:
    sit(plek, "een", "twee", erken=erken)
    sit(plek, "drie", erken=erken)


def _make_named(plek: Plek) -> None:
    """A closed session in which somebody stands by name: in the list, in a line, in a version and in the journal."""
    deelnemer = Deelnemer(id="dee00001", naam=NAAM, rol="deelnemer")
    plek.werkmap.create(msgspec.structs.replace(make_sessie(plek.sessie_id), deelnemers=(deelnemer,)), now())
    sit(plek, f"{NAAM} vindt het te druk")
    zitting = open_zitting(plek)
    zitting.apply("afgerond", lambda sessie: msgspec.structs.replace(sessie, status="afgerond"))
    zitting.close(GEDULD)


def _take_names(plek: Plek, erken: Erken) -> None:
    anonimiseer(plek.werkmap, plek.sessie_id, Verzoek(), Nu(now, new_id))
    erken(f"naamloos {NAAM}")


def _bring_back(plek: Plek, erken: Erken) -> None:
    restore(plek.werkmap, plek.sessie_id, "1", clock=now, new_id=new_id)
    erken("sessie")


def _make_two(plek: Plek) -> None:
    """A session with a copy beside it that has a line of its own."""
    _make_used(plek)
    tables = decode(plek.bestand.read_bytes())
    records = tables["stappen"]["1"]["bouwsteen"]["records"]
    records.append({**records[0], "id": "kop00001", "tekst": KOPIE})
    tables["meta"]["1"] |= {"laatste": "9-anders"}
    conflict_path(plek.bestand, "abcd1234").write_bytes(encode(seal(tables)))


def _merge(plek: Plek, erken: Erken) -> None:
    paar = read_paar(plek.werkmap, plek.sessie_id)
    punten = list_punten(paar, plek.werkmap.opgaven())
    zitting = open_zitting(plek)
    carry_out(zitting, paar, {punt.sleutel: "allebei" for punt in punten if "allebei" in punt.keuzes}, now(), new_id)
    if zitting.wait_saved(GEDULD):
        erken(f"regel {KOPIE}")
    zitting.close(GEDULD)


def _erase(plek: Plek, erken: Erken) -> None:
    try:
        plan = plan_erase(plek.werkmap, plek.sessie_id)
    except OpslagError:  # a kill came right after the end
        if find_sporen(plek.werkmap, plek.sessie_id).kopieen:
            raise
    else:
        erase_sessie(plek.werkmap, plan, now())
    erken("naamloos eerder een")


EERDER = ("regel eerder een", "regel eerder twee")
LANG = tuple(f"eerder {nummer} {'x' * 60}" for nummer in range(12))
VEEL = tuple(f"eerder {nummer} {'y' * 300}" for nummer in range(40))


def _one_more(plek: Plek, erken: Erken) -> None:
    sit(plek, "een", erken=erken)


GEVALLEN = {
    "eerste": Geval("eerste regel van een nieuwe sessie", _make, _one_more),
    "volgende": Geval("volgende regels, met een versie", _make_used, _sit_twice, EERDER),
    "groot": Geval("regel in een grote sessie", _make_with(VEEL), _one_more, tuple(f"regel {one}" for one in VEEL)),
    "inkorten": Geval("journaal inkorten", _make_with(LANG), _shorten, tuple(f"regel {one}" for one in LANG)),
    "concept": Geval("de regel die getypt wordt", _make, _keep_concept),
    "opgaven": Geval("_werkmap.json", _make_opgaven, _opgaven("Een", "Twee"), ("opgaven Nul",)),
    "opgaven stuk": Geval("_werkmap.json dat stuk is", _damage_opgaven, _opgaven("Een"), ("opgaven Nul",)),
    "sessie stuk": Geval("sessiebestand dat stuk is", _damage_file, _one_more, EERDER),
    "versie": Geval("een versie terugzetten", _make_used, _bring_back, ("sessie",)),
    "naamloos": Geval("namen voorgoed weg", _make_named, _take_names, ("sessie",), herhaal=True),
    "samenvoegen": Geval("twee versies samenvoegen", _make_two, _merge, (*EERDER, f"overal {KOPIE}")),
    "wissen": Geval("een sessie voorgoed weg", _make_used, _erase, herhaal=True),
    "nieuw": Geval("nieuwe sessie", lambda plek: plek.wortel.mkdir(exist_ok=True), _create),
    "bak": Geval("naar de prullenbak", _make_used, _remove, ("ergens",)),
    "terug": Geval("terug uit de prullenbak", _make_removed, _restore, ("ergens",)),
}


def hurry(geduld: float) -> None:
    """Let the writer try again at once, so that hundreds of cases fit in a minute; the order of things stays."""
    global GEDULD  # noqa: PLW0603  # one child does one case
    GEDULD = geduld
    schrijver.OPNIEUW, schrijver.RUST, schrijver.ADEM, schrijver.PAUZE = (0.002, 0.01), 0.0, 0.0, 0.01
