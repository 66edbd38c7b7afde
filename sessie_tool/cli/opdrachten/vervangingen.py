"""`sessie vervangingen`: which names the open version replaces; or decide what stands there."""

from argparse import ArgumentParser, Namespace
from typing import Any

from sessie_tool.cli.parser import add_id, add_vorm, tekst
from sessie_tool.cli.uitvoer import say, say_rows
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.cli.zitting_openen import open_zitting, require_saved
from sessie_tool.fouten import GebruikError
from sessie_tool.kern.vervanging import Naamregel, Vervanging, decide, fold_keuze, forget
from sessie_tool.nu import now
from sessie_tool.opslag.werkmap import Werkmap

SLEUTELS = ("soort", "woorden", "door", "reden", "context")
KOLOMMEN = ("soort", "woorden", "door", "context")


def add_arguments(parser: ArgumentParser) -> None:
    """Which session, and what is decided."""
    add_id(parser)
    parser.add_argument("woorden", metavar="WOORDEN", nargs="?", type=tekst, help="de woorden waarover u beslist")
    parser.add_argument(
        "door", metavar="DOOR", nargs="?", type=tekst, help="wat er dan staat; dezelfde woorden laten ze staan"
    )
    parser.add_argument("--weg", metavar="WOORDEN", type=tekst, help="haalt uw besluit over deze woorden weg")
    add_vorm(parser, "json", "csv")


def run(args: Namespace) -> int:
    """Print the list, or take a decision in or out."""
    if (args.woorden is None) != (args.door is None) or (args.weg is not None and args.woorden is not None):
        raise GebruikError(
            'Geef de woorden en wat ervoor in de plaats komt, zoals: sessie vervangingen ID "Jansen" "adviseur". '
            'Met --weg "Jansen" haalt u een besluit weg.'
        )
    if args.woorden is not None and not fold_keuze(args.woorden):
        raise GebruikError("Er staan geen woorden om te vervangen. Geef de woorden zoals ze in het verslag staan.")
    werkmap = open_werkmap(args)
    if args.woorden is None and args.weg is None:
        return _list(args, werkmap)
    with open_zitting(werkmap, args.id) as zitting:
        oud = zitting.sessie.vervangingen
        nieuw = forget(oud, args.weg) if args.woorden is None else decide(oud, Vervanging(args.woorden, args.door))
        if nieuw == oud:
            raise GebruikError("Dat verandert niets. 'sessie vervangingen ID' toont wat er is besloten.")
        zitting.decide("vervanging in de openbare versie", nieuw)
        require_saved(zitting)
    return 0


def _list(args: Namespace, werkmap: Werkmap) -> int:
    from sessie_tool.opstellen import STUKKEN, read_namen  # heavy: only when the list is shown

    regels = read_namen(STUKKEN[0], werkmap, werkmap.read(args.id), now().isoformat(timespec="seconds"))
    if regels or args.vorm:
        say_rows(args.vorm, SLEUTELS, KOLOMMEN, [describe(one) for one in regels])
    else:
        say("In de openbare versie van dit verslag wordt niets vervangen.")
    return 0


def describe(regel: Naamregel) -> dict[str, Any]:
    """The stable keys of one line of the list."""
    return {
        "soort": regel.soort,
        "woorden": regel.tekst,
        "door": regel.door,
        "blijft": regel.blijft,
        "reden": regel.reden,
        "context": regel.context,
    }
