"""`sessie demo`: a werkmap of a fictional municipality to look around in."""

from argparse import ArgumentParser, Namespace

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.uitvoer import say
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import OpslagError
from sessie_tool.kern.huis import LEEG_HUIS
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import now
from sessie_tool.opslag.banden import decide, read_banden
from sessie_tool.opslag.huis import change_huis
from sessie_tool.opslag.werkmap import Werkmap


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing but the werkmap, which every command takes."""
    parser.description = "Vult een lege werkmap met voorbeeldsessies van de verzonnen gemeente Waterveen."


def run(args: Namespace) -> int:
    """Fill the werkmap; one that has the examples already stays as it is."""
    werkmap = open_werkmap(args, mag_nieuw=True)
    gemaakt = fill_werkmap(werkmap)
    wat = f"{format_aantal(gemaakt, 'voorbeeldsessie', 'voorbeeldsessies')} gemaakt" if gemaakt else "De demo is er al"
    say(f"{wat} in '{werkmap.pad}'. Open het scherm met: sessie --werkmap {werkmap.pad}")
    return 0


def fill_werkmap(werkmap: Werkmap) -> int:
    """Make the example sessions that are not there yet; gives how many.

    Raises:
        OpslagError: the werkmap holds other sessions, which a demo must not come between.
    """
    from sessie_tool.demo import OPGAVEN, load_besluiten, load_huis, make_sessies
    from sessie_tool.sjabloon import find_sjablonen

    sjablonen, _ = find_sjablonen([shipped_sjablonen()])
    sessies = list(make_sessies({sjabloon.naam: sjabloon for sjabloon in sjablonen}))
    aanwezig = {rij.id for rij in werkmap.rows()[0]}
    if not aanwezig <= {sessie.id for sessie in sessies}:
        raise OpslagError(
            f"In '{werkmap.pad}' staan al sessies van u. Kies een lege map: sessie demo --werkmap werkmap-demo."
        )
    nieuw = [sessie for sessie in sessies if sessie.id not in aanwezig]
    for sessie in nieuw:
        werkmap.create(sessie, now())
    if nieuw:
        werkmap.set_opgaven(OPGAVEN)
        change_huis(werkmap.sessies, lambda oud: load_huis() if oud == LEEG_HUIS else oud)
        if not read_banden(werkmap.sessies):
            decide(werkmap.sessies, load_besluiten(sessies))
    return len(nieuw)
