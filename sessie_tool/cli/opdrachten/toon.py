"""`sessie toon`: a whole session as plain text (also for a screen reader) or as JSON."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_id, add_vorm
from sessie_tool.cli.uitvoer import say, say_json
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.boom import to_tree
from sessie_tool.kern.platte_tekst import describe_sessie
from sessie_tool.kern.sessie import Sessie, environment


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, and in which form."""
    add_id(parser)
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """Print the session."""
    werkmap = open_werkmap(args)
    sessie = werkmap.read(args.id)
    if args.vorm:
        say_json(number_stappen(sessie, werkmap.opgaven()))
    else:
        say("\n".join(describe_sessie(sessie, werkmap.opgaven())))
    return 0


def number_stappen(sessie: Sessie, opgaven: tuple[str, ...] = ()) -> dict[str, Any]:
    """The session as it is stored, with its year, the numbers of the steps, and what comes out of each step."""
    tree = {"jaar": sessie.jaar} | to_tree(sessie)
    omgeving = environment(sessie, opgaven)
    for nummer, (stap, boom) in enumerate(zip(sessie.stappen, tree["stappen"], strict=True), 1):
        bouwsteen = boom["bouwsteen"] | stap.bouwsteen.summary(omgeving)
        tree["stappen"][nummer - 1] = {"nummer": nummer} | boom | {"bouwsteen": bouwsteen}
    return tree
