"""`sessie acties`: the actions of all sessions, with what became of them."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.openbaar import add_openbaar, is_for, publish
from sessie_tool.cli.parser import add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_bytes, say_rows
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.bouwstenen.acties import Actie
from sessie_tool.kern.gang import Gang, earlier_dates, most_postponed, tell_gangen
from sessie_tool.kern.opvolging import Stand, fold
from sessie_tool.nu import now
from sessie_tool.opslag.eerder import read_bronnen

KOLOMMEN = ("datum", "status", "wanneer", "wie", "wat")
UITGESTELD = ("uitgesteld", "eerder", "wanneer", "status", "wie", "wat")
"""The columns of what was postponed."""
SLEUTELS = ("sessie", "datum", "wat", "wie", "wanneer", "status", "uitgesteld", "geleerd")


def add_arguments(parser: ArgumentParser) -> None:
    """Which actions, and in which form."""
    parser.add_argument("--open", action="store_true", help="alleen wat nog niet klaar is")
    parser.add_argument("--wie", metavar="NAAM", type=tekst, default="", help="alleen acties van deze persoon")
    parser.add_argument("--uitgesteld", action="store_true", help="alleen wat is uitgesteld, het vaakst bovenaan")
    add_openbaar(parser)
    add_vorm(parser, "json", "csv", "ics")


def run(args: Namespace) -> int:
    """Print the actions."""
    werkmap = open_werkmap(args)
    bronnen = read_bronnen(werkmap)
    alle = [stand for stand in fold(bronnen) if isinstance(stand.record, Actie)]
    standen = [stand for stand in (most_postponed(alle) if args.uitgesteld else alle) if is_asked(stand, args)]
    standen = publish(standen, args.versie, werkmap, (bron.sessie for bron in bronnen if bron.records))
    if args.vorm == "ics":
        from sessie_tool.cli.agenda import write_agenda

        say_bytes(write_agenda(standen, now()))
    elif standen or args.vorm:
        gangen = tell_gangen(bronnen)
        rijen = [describe(stand, gangen.get(stand.eerste, ())) for stand in standen]
        say_rows(args.vorm, SLEUTELS, UITGESTELD if args.uitgesteld else KOLOMMEN, rijen)
    else:
        say("Er is niets uitgesteld." if args.uitgesteld else "Er zijn geen acties gevonden.")
    return 0


def is_asked(stand: Stand[Actie], args: Namespace) -> bool:
    """Whether an action is open (when asked) and of the person who was named (a part of the name is enough)."""
    if not is_for(stand.record, args.versie):
        return False
    if args.open and not stand.is_open:
        return False
    return not args.wie or any(args.wie.casefold() in naam.casefold() for naam in stand.record.wie)


def describe(stand: Stand[Actie], gang: Gang) -> dict[str, Any]:
    """The stable keys of an action, and its own id beside them."""
    velden = {naam: getattr(stand.record, naam) for naam in ("wat", "wie", "wanneer", "status", "geleerd", "leren")}
    return (
        {"id": stand.eerste, "sessie": stand.sessie, "datum": stand.datum, "titel": stand.titel}
        | velden
        | {"uitgesteld": stand.uitgesteld, "eerder": earlier_dates(gang)}
    )
