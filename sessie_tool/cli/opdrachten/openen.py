"""`sessie` and `sessie open ID`: the screen."""

import sys
from argparse import ArgumentParser, Namespace

from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import SessieToolError


def add_arguments(parser: ArgumentParser) -> None:
    """The session to begin with."""
    parser.add_argument("id", metavar="ID", nargs="?", help="de sessie; het begin van het id is genoeg")


def run(args: Namespace) -> int:
    """Open the screen; gives its exit code."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SessieToolError("Het scherm opent alleen in een terminal. Typ 'sessie --help' voor de andere opdrachten.")
    from sessie_tool.tui.draaien import run_app

    return run_app(open_werkmap(args, mag_nieuw=True), args.id)
