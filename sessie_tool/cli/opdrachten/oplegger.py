"""`sessie oplegger`: the bestuursoplegger of a jaarronde and its Boardsessie as a file; prints where it is."""

from argparse import ArgumentParser, Namespace

from sessie_tool.cli.opdrachten.verslag import add_arguments as add_verslag
from sessie_tool.cli.uitvoer import say_id, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.nu import now
from sessie_tool.verslaglegging import export_oplegger


def add_arguments(parser: ArgumentParser) -> None:
    """As `verslag` takes them."""
    parser.description = (
        "Schrijft de bestuursoplegger: één bladzijde met de rode draden, wat ze van de koers vragen, het advies van de "
        "Board en wat er van het bestuur wordt gevraagd. Geef het ID van een jaarronde of van een Boardsessie."
    )
    add_verslag(parser)


def run(args: Namespace) -> int:
    """Write the page and print a path a line."""
    werkmap = open_werkmap(args)
    moment = now().isoformat(timespec="seconds")
    paden, bevindingen = export_oplegger(
        werkmap,
        werkmap.read(args.id),
        moment,
        args.formaat,
        uit=args.uit,
        huisstijl=args.huisstijl,
        versie=args.versie,
    )
    for pad in paden:
        say_id(str(pad))
    warn_all(bevindingen)
    return 0
