"""`sessie acties`: the actions of all sessions, with what became of them."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_csv, say_json, say_table
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.opvolging import Stand
from sessie_tool.opslag.eerder import acties_over

SLEUTELS = ("sessie", "datum", "wat", "wie", "wanneer", "status", "uitgesteld", "geleerd")


def add_arguments(parser: ArgumentParser) -> None:
    """Which actions, and in which form."""
    parser.add_argument("--open", action="store_true", help="alleen wat nog niet klaar is")
    parser.add_argument("--wie", metavar="NAAM", type=tekst, default="", help="alleen acties van deze persoon")
    add_vorm(parser, "json", "csv")


def run(args: Namespace) -> int:
    """Print the actions."""
    standen = [stand for stand in acties_over(open_werkmap(args)) if is_asked(stand, args)]
    rijen = [describe(stand) for stand in standen]
    if args.vorm == "json":
        say_json(rijen)
    elif args.vorm == "csv":
        say_csv(SLEUTELS, [[_cel(rij[sleutel]) for sleutel in SLEUTELS] for rij in rijen])
    elif rijen:
        cellen = [[_cel(rij[sleutel]) for sleutel in ("datum", "status", "wanneer", "wie", "wat")] for rij in rijen]
        say_table(("SESSIE VAN", "STATUS", "WANNEER", "WIE", "WAT"), cellen)
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


def _cel(waarde: Any) -> str:
    return ", ".join(waarde) if isinstance(waarde, tuple) else str(waarde)
