"""`sessie sjablonen`: the formats that can be used; `sessie sjablonen controleer BESTAND`: every finding in one."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from sessie_tool.bronnen import shipped_sjablonen
from sessie_tool.cli.parser import add_vorm
from sessie_tool.cli.uitvoer import say, say_json, say_table, warn_all
from sessie_tool.cli.werkmap_kiezen import open_werkmap
from sessie_tool.fouten import GebruikError
from sessie_tool.kern.taal import format_aantal
from sessie_tool.sjabloon import check_sjabloon, find_sjablonen


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing for the list; a word and files for a check."""
    parser.add_argument("wat", metavar="controleer", nargs="?", choices=["controleer"], help="controleer sjablonen")
    parser.add_argument("bestanden", metavar="BESTAND", nargs="*", help="het bestand, of de naam van een sjabloon")
    add_vorm(parser, "json")


def run(args: Namespace) -> int:
    """List or check."""
    if args.wat and not args.bestanden:
        raise GebruikError("Welk sjabloon wilt u controleren? Typ: sessie sjablonen controleer BESTAND")
    if args.wat:
        mappen = (open_werkmap(args).sjablonen, shipped_sjablonen())
        return max([print_check(find_bestand(Path(bestand), mappen)) for bestand in args.bestanden])
    sjablonen, bevindingen = find_sjablonen([open_werkmap(args).sjablonen, shipped_sjablonen()])
    warn_all(bevindingen)
    if args.vorm:
        namen = ("naam", "titel", "doel", "minuten", "bron")
        say_json([{naam: getattr(sjabloon, naam) for naam in namen} for sjabloon in sjablonen])
    else:
        say_table(("NAAM", "MINUTEN", "TITEL"), [(one.naam, str(one.minuten), one.titel) for one in sjablonen])
    return 0


def find_bestand(bestand: Path, mappen: Sequence[Path]) -> Path:
    """The file as it was named; a bare name, with or without .md, may also be a sjabloon in one of the folders."""
    elders = (map_ / naam for map_ in mappen for naam in (bestand.name, f"{bestand.name}.md"))
    kaal = bestand.name == str(bestand) and not bestand.exists()
    return next((pad for pad in elders if kaal and pad.is_file()), bestand)


def print_check(bestand: Path) -> int:
    """Print every finding in one sjabloon; gives 1 when it cannot be used."""
    sjabloon, bevindingen = check_sjabloon(bestand)
    for bevinding in bevindingen:
        say(str(bevinding))
    if sjabloon is None:
        return 1
    say(f"{bestand}: bruikbaar, {format_aantal(len(sjabloon.stappen), 'stap', 'stappen')}, {sjabloon.minuten} minuten.")
    return 0
