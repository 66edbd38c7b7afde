"""`sessie lijst`: all sessions, the newest first."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.parser import add_vorm, getal
from sessie_tool.cli.uitvoer import say, say_json, say_table, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap

SLEUTELS = ("id", "titel", "datum", "jaar", "sjabloon", "soort", "status", "opgaven", "plaats")


def add_arguments(parser: ArgumentParser) -> None:
    """Which year, and in which form."""
    parser.add_argument("--jaar", metavar="JAAR", type=getal("een jaar"), help="alleen sessies van dit jaar")
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """Print the list."""
    rijen, bevindingen = open_werkmap(args).rows()
    warn_all(bevindingen)
    rijen = [rij for rij in rijen if args.jaar in (None, rij.jaar)]
    if args.vorm:
        say_json([{sleutel: getattr(rij, sleutel) for sleutel in SLEUTELS} for rij in rijen])
    elif rijen:
        cellen = [(rij.id, rij.datum, rij.status, rij.sjabloon, rij.titel) for rij in rijen]
        say_table(("ID", "DATUM", "STATUS", "SJABLOON", "TITEL"), cellen)
    else:
        say("Er zijn nog geen sessies. Maak er een met: sessie nieuw SJABLOON")
    return 0
