"""`sessie toon`: a whole session as plain text (also for a screen reader) or as JSON."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_id, add_vorm
from sessie_tool.cli.platte_tekst import describe_sessie
from sessie_tool.cli.uitvoer import say, say_json
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.sessie import Sessie


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, and in which form."""
    add_id(parser)
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """Print the session."""
    werkmap = open_werkmap(args)
    sessie = werkmap.read(args.id)
    if args.vorm:
        say_json(number_stappen(sessie))
    else:
        say("\n".join(describe_sessie(sessie, werkmap.opgaven())))
    return 0


def number_stappen(sessie: Sessie) -> dict[str, Any]:
    """The session as it is stored, with the year and the numbers by which people call the steps."""
    tree = {"jaar": sessie.jaar} | to_tree(sessie)
    tree["stappen"] = [{"nummer": nummer} | stap for nummer, stap in enumerate(tree["stappen"], 1)]
    return tree
