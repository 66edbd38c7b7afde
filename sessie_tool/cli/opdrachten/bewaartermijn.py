"""`sessie bewaartermijn`: how long names and sessions are kept, and what is older than that."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_vorm, getal
from sessie_tool.cli.uitvoer import say, say_csv, say_json, say_table, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.kern.bewaren import Termijnen, Verlopen
from sessie_tool.kern.taal import format_aantal
from sessie_tool.nu import now
from sessie_tool.opslag.anonimiseren import list_begonnen
from sessie_tool.opslag.bewaartermijn import read_termijnen, read_verlopen, set_termijnen

KOLOMMEN = ("id", "datum", "wat", "sinds", "titel")
SLEUTELS = ("id", "datum", "wat", "sinds", "titel", "opdracht")


def add_arguments(parser: ArgumentParser) -> None:
    """The terms, when they are set."""
    parser.add_argument(
        "--namen", metavar="N", type=getal("maanden", 0), help="na zoveel maanden horen de namen weg; 0 is nooit"
    )
    parser.add_argument(
        "--sessies", metavar="N", type=getal("maanden", 0), help="na zoveel maanden hoort een sessie weg; 0 is nooit"
    )
    add_vorm(parser, "json", "csv")


def run(args: Namespace) -> int:
    """Set what was given; print the terms and what is older."""
    werkmap = open_werkmap(args)
    sessies = werkmap.sessies
    termijnen = read_termijnen(sessies)
    if args.namen is not None or args.sessies is not None:
        termijnen = Termijnen(
            termijnen.namen if args.namen is None else args.namen,
            termijnen.sessies if args.sessies is None else args.sessies,
        )
        set_termijnen(sessies, termijnen)
    rijen = [describe(one) for one in read_verlopen(sessies, now().date().isoformat())]
    if args.vorm == "json":
        say_json({"namen": termijnen.namen, "sessies": termijnen.sessies, "verlopen": rijen})
    elif args.vorm == "csv":
        say_csv(SLEUTELS, [[rij[one] for one in SLEUTELS] for rij in rijen])
    else:
        _show(termijnen, rijen)
    warn_all(list_begonnen(werkmap))
    return 0


def _show(termijnen: Termijnen, rijen: list[dict[str, Any]]) -> None:
    say(f"Namen: {_tell(termijnen.namen)}. Sessies: {_tell(termijnen.sessies)}.")
    if rijen:
        say_table([one.upper() for one in KOLOMMEN], [[rij[one] for one in KOLOMMEN] for rij in rijen])
        say("Er gaat niets vanzelf weg. Dit kunt u nu doen:")
        for rij in rijen:
            say(f"  {rij['opdracht']}")
    elif termijnen == Termijnen():
        say("Kies termijnen in maanden, zoals: sessie bewaartermijn --namen 24 --sessies 84")
    else:
        say("Er is niets ouder dan deze termijnen.")


def _tell(maanden: int) -> str:
    return f"{format_aantal(maanden, 'maand', 'maanden')} na de sessie" if maanden else "geen termijn"


def describe(een: Verlopen) -> dict[str, Any]:
    """The stable keys of what is older than its term, with the command to do next."""
    sessie = een.sessie
    if een.wat == "sessie":
        opdracht = f"sessie verwijder {sessie.id} --voorgoed"
    elif sessie.status in ("afgerond", "vastgesteld"):
        opdracht = f"sessie anonimiseer {sessie.id} --voorgoed"
    else:
        opdracht = f"sessie status {sessie.id} afgerond"
    return {
        "id": sessie.id,
        "datum": sessie.datum,
        "wat": een.wat,
        "sinds": een.sinds,
        "titel": sessie.titel,
        "status": sessie.status,
        "opdracht": opdracht,
    }
