"""`sessie adviezen`: the advice of all sessions, with what was decided about it and what came of it."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_vorm
from sessie_tool.cli.uitvoer import say, say_rows
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.bouwstenen.adviezen import Advies
from sessie_tool.kern.opvolging import Stand
from sessie_tool.opslag.eerder import adviezen_over

SLEUTELS = ("sessie", "datum", "nummer", "advies", "van", "besluit", "wie", "wanneer", "resultaat")
KOLOMMEN = ("datum", "besluit", "wie", "advies")


def add_arguments(parser: ArgumentParser) -> None:
    """Which advice, and in which form."""
    parser.add_argument("--open", action="store_true", help="alleen wat nog wacht op een besluit of een resultaat")
    add_vorm(parser, "json", "csv")


def run(args: Namespace) -> int:
    """Print the advice."""
    standen = [stand for stand in adviezen_over(open_werkmap(args)) if stand.is_open or not args.open]
    if standen or args.vorm:
        say_rows(args.vorm, SLEUTELS, KOLOMMEN, [describe(stand) for stand in standen])
    else:
        say("Er zijn geen adviezen gevonden.")
    return 0


def describe(stand: Stand[Advies]) -> dict[str, Any]:
    """The stable keys of an advies, and its own id beside them."""
    advies = stand.record
    return {
        "id": stand.eerste,
        "sessie": stand.sessie,
        "datum": stand.datum,
        "titel": stand.titel,
        "nummer": stand.nummer or None,
        "advies": advies.tekst,
        "van": advies.van,
        "besluit": advies.besluit,
        "wie": advies.wie_besluit,
        "wanneer": advies.wanneer,
        "resultaat": advies.resultaat,
        "open": stand.is_open,
    }
