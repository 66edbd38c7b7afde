"""`sessie inlezen`: old reports become sessions; what found no place is kept, and said."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from sessie_tool.cli.opdrachten.nieuw import datum, find_sjabloon
from sessie_tool.cli.uitvoer import say_id, warn
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import SessieToolError
from sessie_tool.inlezen import guess_sjabloon, place_rapport, read_rapport
from sessie_tool.kern.boom import clean
from sessie_tool.nu import new_id, now
from sessie_tool.opslag.atomair import explain
from sessie_tool.opslag.werkmap import Werkmap


def add_arguments(parser: ArgumentParser) -> None:
    """Which reports, and what they are."""
    parser.add_argument(
        "bestanden", metavar="BESTAND", nargs="+", type=Path, help="een oud verslag: .docx, .md of .txt"
    )
    parser.add_argument("--sjabloon", metavar="SJABLOON", help="de soort sessie (anders boardsessie of jaarronde)")
    parser.add_argument("--datum", metavar="DATUM", type=datum, help="jaar-maand-dag (anders uit het verslag)")


def run(args: Namespace) -> int:
    """Make a session of every report that can be read; gives 1 when one could not."""
    werkmap = open_werkmap(args, mag_nieuw=True)
    if args.sjabloon:
        find_sjabloon(werkmap, args.sjabloon)
    gelukt = [_read_one(werkmap, bestand, args) for bestand in args.bestanden]
    return int(not all(gelukt))


def _read_one(werkmap: Werkmap, bestand: Path, args: Namespace) -> bool:
    """Make the session of one report, or say why that cannot be; the others still go in."""
    try:
        rapport = read_rapport(bestand.name, bestand.read_bytes())
        sjabloon = find_sjabloon(werkmap, args.sjabloon or guess_sjabloon(rapport))
        moment = now()
        vandaag = moment.date().isoformat()
        inlezing = place_rapport(rapport, sjabloon, new_id=new_id, vandaag=vandaag, datum=args.datum or "")
        werkmap.create(clean(inlezing.sessie), moment)
    except FileNotFoundError:
        warn(f"'{bestand}' is er niet. Kijk of de naam klopt.")
    except OSError as fout:
        warn(f"'{bestand}' kan niet gelezen worden: {explain(fout)}.")
    except SessieToolError as fout:
        warn(f"'{bestand}' is niet ingelezen: {fout}")
    else:
        say_id(inlezing.sessie.id)
        for melding in inlezing.meldingen:
            warn(f"{bestand.name}: {melding}")
        return True
    return False
