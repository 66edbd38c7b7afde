"""The options that every comparison of years has: which years, and the document that one can make of it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sessie_tool.cli.openbaar import add_openbaar
from sessie_tool.cli.parser import getal
from sessie_tool.fouten import GebruikError


def add_jaren(parser: ArgumentParser) -> None:
    """The first and the last year."""
    parser.add_argument("--van", metavar="JAAR", type=getal("een jaar"), help="het eerste jaar")
    parser.add_argument("--tot", metavar="JAAR", type=getal("een jaar"), help="het laatste jaar; dat telt mee")


def check_jaren(args: Namespace) -> None:
    """Whether the years stand in order.

    Raises:
        GebruikError: the first comes after the last.
    """
    if args.van and args.tot and args.van > args.tot:
        raise GebruikError(f"--van {args.van} ligt na --tot {args.tot}. Draai de jaren om.")


def add_document(parser: ArgumentParser) -> None:
    """Where the document goes, how it looks, and for whom it is."""
    parser.add_argument("--uit", metavar="PAD", type=Path, help="maak een document: het bestand (.docx, .md) of de map")
    parser.add_argument("--huisstijl", metavar="X.docx", type=Path, help="een Word-bestand met uw stijlen, bij --uit")
    add_openbaar(parser)
