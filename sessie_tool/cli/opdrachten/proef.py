"""`sessie proef ID`: try a session on the screen; nothing of it stays."""

import sys
from argparse import ArgumentParser, Namespace

from sessie_tool.cli.parser import add_id
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import SessieToolError


def add_arguments(parser: ArgumentParser) -> None:
    """The session to try."""
    add_id(parser)


def run(args: Namespace) -> int:
    """Open a copy on the screen; gives its exit code."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SessieToolError("Proefdraaien gaat op het scherm. Typ deze opdracht in een terminal.")
    from sessie_tool.tui.draaien import run_proef

    return run_proef(open_werkmap(args), args.id)
