"""`sessie deelnemers`: who takes part; or take them over from a list that somebody has already."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from sessie_tool.cli.parser import add_id
from sessie_tool.cli.uitvoer import say, warn, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting, require_saved
from sessie_tool.inlezen.lezen import decode
from sessie_tool.kern.deelnemerslijst import Deelnemerslijst, read_deelnemerslijst
from sessie_tool.kern.platte_tekst import describe_deelnemer
from sessie_tool.kern.sessie import replace
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import new_id
from sessie_tool.opslag.lezen import read_named
from sessie_tool.opslag.versies import INLEZEN
from sessie_tool.opslag.werkmap import Werkmap


def add_arguments(parser: ArgumentParser) -> None:
    """The session, and the list."""
    add_id(parser)
    uitleg = "een lijst (.csv of tekst): naam, rol, organisatie, aanwezig, mag genoemd; - leest wat u typt of plakt"
    parser.add_argument("bestand", metavar="BESTAND", nargs="?", help=uitleg)


def run(args: Namespace) -> int:
    """Show the participants, after adding those of a list when one is given; 1 when a row has no name."""
    werkmap = open_werkmap(args)
    if args.bestand is None:
        for deelnemer in werkmap.read(args.id).deelnemers:
            say(describe_deelnemer(deelnemer))
        return 0
    ruw = sys.stdin.buffer.read() if args.bestand == "-" else read_named(Path(args.bestand))
    lijst = add(werkmap, args.id, decode(ruw))
    warn_all(lijst.bevindingen)
    for deelnemer in lijst.deelnemers:
        say(describe_deelnemer(deelnemer))
    warn(f"{format_aantal(len(lijst.deelnemers), 'deelnemer', 'deelnemers')} toegevoegd.")
    return int(any(one.ernst == "fout" for one in lijst.bevindingen))


def add(werkmap: Werkmap, sessie_id: str, tekst: str) -> Deelnemerslijst:
    """Add the participants of a text, as one change that can be undone."""
    with open_zitting(werkmap, sessie_id) as zitting:
        lijst = read_deelnemerslijst(tekst, zitting.sessie.deelnemers, new_id)
        if lijst.deelnemers:
            wat = format_aantal(len(lijst.deelnemers), "deelnemer toegevoegd", "deelnemers toegevoegd")
            alle = (*zitting.sessie.deelnemers, *lijst.deelnemers)
            zitting.keep_versie(INLEZEN)
            zitting.apply(wat, lambda sessie: replace(sessie, deelnemers=alle))
            require_saved(zitting)
    return lijst
