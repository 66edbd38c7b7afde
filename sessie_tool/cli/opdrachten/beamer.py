"""`sessie beamer ID`: the second screen, for the room."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

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
    look_where_a_proef_does(werkmap.pad)
    sessie = werkmap.read(args.id)
    from sessie_tool.opslag.zaalvolger import Zaalkijker
    from sessie_tool.tui.beamer.app import run_zaal

    return run_zaal(Zaalkijker(werkmap, sessie.id), sessie.titel)


def look_where_a_proef_does(werkmap: Path) -> None:
    """A dry run keeps everything beside its own werkmap, also what the room may see."""
    from sessie_tool.opslag.proef import MERK

    staat = werkmap.absolute().parent / "staat"
    if werkmap.name == MERK and staat.is_dir():
        os.environ["SESSIE_STAAT"] = str(staat)
