"""`sessie` and `sessie open ID`: the screen."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.tui.app import run_app


def add_arguments(parser: ArgumentParser) -> None:
    """The session to begin with."""
    parser.add_argument("id", metavar="ID", nargs="?", help="de sessie; het begin van het id is genoeg")


def run(args: Namespace) -> int:
    """Open the screen; gives its exit code."""
    return run_app(open_werkmap(args, mag_nieuw=True), args.id)
