"""`sessie acties`: the actions of all sessions, with what became of them."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_bytes, say_rows
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.opvolging import Stand
from sessie_tool.nu import now
from sessie_tool.opslag.eerder import acties_over

KOLOMMEN = ("datum", "status", "wanneer", "wie", "wat")
SLEUTELS = ("sessie", "datum", "wat", "wie", "wanneer", "status", "uitgesteld", "geleerd")


def add_arguments(parser: ArgumentParser) -> None:
    """Which actions, and in which form."""
    parser.add_argument("--open", action="store_true", help="alleen wat nog niet klaar is")
    parser.add_argument("--wie", metavar="NAAM", type=tekst, default="", help="alleen acties van deze persoon")
    add_vorm(parser, "json", "csv", "ics")


def run(args: Namespace) -> int:
    """Print the actions."""
    standen = [stand for stand in acties_over(open_werkmap(args)) if is_asked(stand, args)]
    if args.vorm == "ics":
        from sessie_tool.cli.agenda import write_agenda

        say_bytes(write_agenda(standen, now()))
    elif standen or args.vorm:
        say_rows(args.vorm, SLEUTELS, KOLOMMEN, [describe(stand) for stand in standen])
    else:
        say("Er zijn geen acties gevonden.")
    return 0


def is_asked(stand: Stand[Actie], args: Namespace) -> bool:
    """Whether an action is open (when asked) and of the person who was named; a part of the name is enough."""
    if args.open and not stand.is_open:
        return False
    return not args.wie or any(args.wie.casefold() in naam.casefold() for naam in stand.record.wie)


def describe(stand: Stand[Actie]) -> dict[str, Any]:
    """The stable keys of an action, and its own id beside them."""
    velden = {naam: getattr(stand.record, naam) for naam in ("wat", "wie", "wanneer", "status", "geleerd", "leren")}
    return (
        {"id": stand.eerste, "sessie": stand.sessie, "datum": stand.datum, "titel": stand.titel}
        | velden
        | {"uitgesteld": stand.uitgesteld}
    )
