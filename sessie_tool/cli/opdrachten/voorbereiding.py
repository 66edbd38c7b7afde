"""`sessie voorbereiding`: what is still open before a session, and a form to prepare it with outside the program."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sessie_tool.cli.opdrachten.huis import write_out
from sessie_tool.cli.parser import add_id
from sessie_tool.cli.uitvoer import say, say_id, warn, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting, require_saved
from sessie_tool.inlezen.lezen import decode
from sessie_tool.kern.gereed import list_open
from sessie_tool.kern.taal import whole_text
from sessie_tool.kern.voorbereiding import Gelezen, read_formulier, write_formulier
from sessie_tool.nu import new_id
from sessie_tool.opslag.lezen import read_named
from sessie_tool.opslag.versies import INLEZEN
from sessie_tool.opslag.werkmap import Werkmap


def add_arguments(parser: ArgumentParser) -> None:
    """The session, and where the form goes or comes from."""
    add_id(parser)
    vorm = parser.add_mutually_exclusive_group()
    vorm.add_argument("--uit", metavar="BESTAND", type=Path, help="schrijf een formulier om in te vullen (.md)")
    vorm.add_argument("--lees", metavar="BESTAND", type=Path, help="neem over wat in dit formulier staat")


def run(args: Namespace) -> int:
    """Write the form or read it; without either say what is still open."""
    werkmap = open_werkmap(args)
    if args.uit:
        write_out(args.uit, write_formulier(werkmap.read(args.id)))
        say_id(str(args.uit))
        return 0
    if args.lees:
        warn_all(read_in(werkmap, args.id, decode(read_named(args.lees))).bevindingen)
    openstaand = list_open(werkmap.read(args.id))
    for zin in openstaand:
        say(zin)
    if not openstaand:
        warn("Alles is klaar om te beginnen.")
    return 0


def read_in(werkmap: Werkmap, sessie_id: str, tekst: str) -> Gelezen:
    """Take a form into a session, as one change that can be undone."""
    with open_zitting(werkmap, sessie_id) as zitting:
        gelezen = read_formulier(zitting.sessie, whole_text(tekst), new_id)
        zitting.keep_versie(INLEZEN)
        zitting.apply("voorbereiding ingelezen", lambda _: gelezen.sessie)
        require_saved(zitting)
    return gelezen
