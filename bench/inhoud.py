"""What is measured on: werkmappen and sessions of a known size, plainly made up."""

import os
from datetime import date, timedelta
from pathlib import Path

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.kern.bouwstenen.draad import RodeDraad
from sessie_tool.kern.bouwstenen.signalen import Signaal
from sessie_tool.kern.bouwstenen.stem import Stem
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.records import add_records
from sessie_tool.kern.sessie import Sessie, replace
from sessie_tool.kern.starten import start_sessie
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.werkmap import Werkmap
from sessie_tool.sjabloon import load_sjabloon

ZIN = "Bewoners zeggen dat de wachttijd aan het loket van de wijk langer wordt"
HERKOMST, SOORT = ("buiten", "binnen"), ("signaal", "trend", "ontwikkeling")
OPGAVEN = ("Inclusief", "Groen en duurzaam", "Aantrekkelijk", "Open")


def make_env(map_: Path) -> dict[str, str]:
    """An environment in which the program keeps everything in `map_`, compiled as it is once it is installed."""
    thuis = {"HOME": str(map_), "SESSIE_STAAT": str(map_ / "staat"), "PYTHONPATH": str(Path(__file__).parents[1])}
    gecompileerd = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(map_ / "gecompileerd")}
    return {**os.environ, **thuis, **gecompileerd}


def make_sessie(titel: str, datum: str = "2026-03-21") -> Sessie:
    """An empty signalensessie."""
    sjabloon = load_sjabloon(shipped_sjablonen() / "signalensessie.md")
    return start_sessie(sjabloon, titel=titel, datum=datum, new_id=new_id, opgaven=OPGAVEN[:1])


def fill_werkmap(werkmap: Werkmap, aantal: int) -> str:
    """Make so many sessions, a week apart; gives the title of the newest."""
    titel = ""
    for nummer in range(aantal):
        titel = f"Gesprek {nummer:03}"
        datum = (date(2022, 1, 3) + timedelta(weeks=nummer)).isoformat()
        werkmap.create(make_sessie(titel, datum), now())
    return titel


def make_signaal(nummer: int) -> Signaal:
    """A signal that differs from every other."""
    return Signaal(
        id=new_id(),
        tekst=f"Punt {nummer:04}: {ZIN}",
        herkomst=HERKOMST[nummer % 2],
        soort=SOORT[nummer % 3],
        opgaven=(OPGAVEN[nummer % 4],),
        bron="gesprek in de wijk",
    )


def with_signalen(sessie: Sessie, signalen: int, draden: int) -> Sessie:
    """The session with signals, the first half of them in threads, in its own steps."""
    lijst = [make_signaal(nummer) for nummer in range(1, signalen + 1)]
    deel = max(1, signalen // 2 // max(1, draden))
    bundels = [
        RodeDraad(id=new_id(), titel=f"Draad {nummer}", signalen=tuple(one.id for one in lijst[start : start + deel]))
        for nummer, start in enumerate(range(0, draden * deel, deel), 1)
    ]
    stappen = {stap.bouwsteen.soort: stap.id for stap in sessie.stappen}
    return add_records(add_records(sessie, stappen["signalen"], lijst), stappen["rode_draden"], bundels)


def with_deelnemers(sessie: Sessie, aantal: int) -> Sessie:
    """The session with so many people."""
    lijst = tuple(
        Deelnemer(id=new_id(), naam=f"Deelnemer {nummer:04}", rol="deelnemer") for nummer in range(1, aantal + 1)
    )
    return replace(sessie, deelnemers=lijst)


def with_stemmen(sessie: Sessie, aantal: int) -> Sessie:
    """The session with so many dots on its draden: each of a person, on one draad after another."""
    stappen = {stap.bouwsteen.soort: stap for stap in sessie.stappen}
    draden = stappen["rode_draden"].bouwsteen.records
    wie = [one.naam for one in sessie.deelnemers]
    stemmen = [
        Stem(id=new_id(), onderwerp=draden[nummer % len(draden)].id, stippen=1, wie=wie[nummer // 6 % len(wie)])
        for nummer in range(aantal)
    ]
    return add_records(sessie, stappen["stemming"].id, stemmen)
