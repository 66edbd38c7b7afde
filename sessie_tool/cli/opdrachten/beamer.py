"""`sessie beamer ID`: the second screen, for the room."""

import sys
from argparse import ArgumentParser, Namespace

from sessie_tool.cli.parser import add_id
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import SessieToolError


def add_arguments(parser: ArgumentParser) -> None:
    """Which session to follow."""
    add_id(parser)


def run(args: Namespace) -> int:
    """Show the room's view until somebody stops it."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SessieToolError("Het tweede scherm opent alleen in een terminal. 'sessie toon ID' geeft de tekst.")
    werkmap = open_werkmap(args)
    sessie = werkmap.read(args.id)
    from sessie_tool.opslag.zaal import Zaallezer
    from sessie_tool.tui.beamer.app import run_zaal

    return run_zaal(Zaallezer(werkmap.pad, sessie.id), sessie.titel)
