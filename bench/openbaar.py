"""CPU of the open version of 2,000 signals, beside the version for who was there: the words and the whole Word file."""

from statistics import median
from time import process_time

from bench.inhoud import make_sessie, with_signalen
from bench.meten import print_naast
from sessie_tool.kern.deelnemer import Deelnemer
from sessie_tool.kern.publiceren import INTERN, OPENBAAR, Versie
from sessie_tool.kern.sessie import Sessie, replace
from sessie_tool.kern.verslag import make_verslag
from sessie_tool.nu import now
from sessie_tool.opmaak import resolve_opmaak
from sessie_tool.schrijvers import schrijf
from sessie_tool.tekenen import resolve_figuren

SIGNALEN, DRADEN = 2000, 40
MENSEN = (5, 25, 500)
LAT = 3000.0
"""Milliseconds: a secretary waits a few seconds at most."""


def main(argv: list[str]) -> int:
    """Measure and print; the first word is the number of rounds (default 7)."""
    rondes = int(argv[0]) if argv else 7
    print(f"{SIGNALEN} signalen; mediaan van {rondes} rondes om en om; lat {LAT / 1000:.0f} s")
    basis = with_signalen(make_sessie("Groot"), SIGNALEN, DRADEN)
    gehaald = [_measure(_with_people(basis, aantal), aantal, rondes) for aantal in MENSEN]
    return 0 if all(gehaald) else 1


def _with_people(sessie: Sessie, aantal: int) -> Sessie:
    """The session with participants, each named once in the text of a signal."""
    namen = [f"Noor van de Verzonnen{'abcdefghij'[one % 10]}{'klmnopqrst'[one // 10 % 10]}" for one in range(aantal)]
    namen = [f"{naam}{'uvwxyz'[plaats // 100]}" for plaats, naam in enumerate(namen)]
    mensen = tuple(Deelnemer(id=f"d{plaats}", naam=naam, rol="adviseur") for plaats, naam in enumerate(namen))
    stappen = tuple(
        replace(
            stap,
            bouwsteen=stap.bouwsteen.with_records(
                replace(one, tekst=f"{one.hoofdtekst}, zei {namen[plaats]}") if plaats < aantal else one
                for plaats, one in enumerate(stap.bouwsteen.records)
            ),
        )
        if stap.bouwsteen.soort == "signalen"
        else stap
        for stap in sessie.stappen
    )
    return replace(sessie, deelnemers=mensen, stappen=stappen)


def _measure(sessie: Sessie, aantal: int, rondes: int) -> bool:
    tijden: dict[str, list[float]] = {"intern": [], "openbaar": []}
    for ronde in range(rondes + 1):
        for naam, versie in (("intern", INTERN), ("openbaar", OPENBAAR)):
            begin = process_time()
            _write(sessie, versie)
            if ronde:
                tijden[naam].append(1000 * (process_time() - begin))
    midden = {naam: median(gemeten) for naam, gemeten in tijden.items()}
    print_naast(f"openbaar, {aantal} deelnemers", midden["openbaar"], "intern", midden["intern"])
    return midden["openbaar"] <= LAT


def _write(sessie: Sessie, versie: Versie) -> None:
    document = resolve_opmaak(make_verslag(sessie, now().isoformat(), (), versie.aanwezigen))
    nieuw, _ = versie.maak(document, (sessie,))
    schrijf(resolve_figuren(nieuw), "docx")
